"""A real register in a real window with the areas of contracts and suppliers; dialogs answer as told."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socialupph.app import areas, jobs, paths, settings
from socialupph.app.container import Container
from socialupph.domain.clock import FixedClock
from socialupph.domain.kinds import RegisterKind
from socialupph.services.registers import create_register, open_register
from socialupph.ui.features import contracts, imports, suppliers
from socialupph.ui.kit import icons
from socialupph.ui.kit.changes import ChangeBus
from socialupph.ui.kit.page import Destination
from socialupph.ui.kit.tasks import Tasks
from socialupph.ui.kit.theme import Theme
from socialupph.ui.main_window import MainWindow
from tests.ui.kit.fakes import UNHURRIED, Answers

TODAY = dt.date(2026, 9, 22)


class Asked(Answers):
    """Forms in dialogs are filled in with what stands in the queue and submitted."""

    def ask_form(self, spec, providers, submit, *, values=None):
        return submit({**(values or {}), **self._next(spec.name)})


class World:
    """The window and what one does in it."""

    def __init__(self, qtbot, services):

        self.qtbot, self.services = qtbot, services
        self.bus, self.tasks, self.answers = ChangeBus(), Tasks(patience=UNHURRIED), Asked()
        self.faults = []
        store = settings.ViewStore(paths.settings_file(), settings.UserSettings())
        self.window = MainWindow(store)
        self.window.furnish(self.bus, services.clock)
        hands = jobs.Hands(self.bus, self.tasks, self.answers, store, self._report)
        self.container = Container(self.window, services, hands)
        self.container.fill()
        self.window.resize(1440, 900)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.window.go_to_area("contracts")

    def _report(self, error):
        self.faults.append(error)
        return repr(error)

    @property
    def page(self):
        return self.window.router.page()

    def shows(self, kind) -> bool:
        return isinstance(self.page, kind)

    def open(self, contract_id):
        self.window.router.go(Destination("contracts", contract_id))
        QApplication.processEvents()  # new cards are shown when the loop comes to it
        return self.page

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def control(self, key):
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def write(self, text):
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)

    def idle(self):
        self.qtbot.waitUntil(lambda: not self.tasks.is_busy())

    def toast(self):
        return self.window.toast.text()

    def close(self):
        self.tasks.close()
        self.window.router.close()
        self.window.close()
        self.container.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert self.faults == []
        assert self.answers.queue == []


@pytest.fixture(scope="session")
def dressed(qapp):
    icons.install(paths.resource("icons"))
    Theme(qapp).apply(qapp, "light")


@pytest.fixture(scope="session")
def empty_register(tmp_path_factory):
    path = tmp_path_factory.mktemp("register") / "tomt.sup"
    create_register(path, RegisterKind.EXERCISE, "Exempelby", "Arbetsmarknad", FixedClock(TODAY)).close()
    return path


@pytest.fixture
def services(tmp_path, empty_register):
    return open_register(Path(shutil.copy(empty_register, tmp_path / "prov.sup")), FixedClock(TODAY))


@pytest.fixture
def world(qtbot, services, dressed, monkeypatch):
    monkeypatch.setattr(areas, "FEATURES", (contracts.feature, suppliers.feature, imports.feature))
    made = World(qtbot, services)
    yield made
    made.close()
