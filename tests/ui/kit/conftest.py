"""The kit dressed as in the program, and put back after each test that changes theme or text size."""

import pytest

from socialupph.app.paths import resource
from socialupph.ui.kit import fonts, icons
from socialupph.ui.kit.theme import Theme
from tests.ui.kit.fakes import Said, make_context


@pytest.fixture(scope="session")
def theme(qapp):
    icons.install(resource("icons"))
    made = Theme(qapp)
    made.apply(qapp, "light")
    return made


@pytest.fixture(autouse=True)
def dressed(qapp, theme):
    yield
    theme.apply(qapp, "light")
    qapp.setFont(fonts.body_font())


@pytest.fixture
def large_text(qapp):
    """200 %."""
    font = fonts.body_font()
    font.setPointSizeF(20.0)
    qapp.setFont(font)


@pytest.fixture
def said():
    return Said()


@pytest.fixture
def context(qapp, said):
    made = make_context(None, said)
    yield made
    made.tasks.close()


@pytest.fixture
def shown(qtbot):
    """Shows a widget in an active window, so that focus is real."""

    alive = []  # qtbot holds widgets weakly

    def show(widget, width=900, height=600):
        alive.append(widget)
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show
