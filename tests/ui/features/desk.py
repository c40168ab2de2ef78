"""A real register in a real window with the areas a test asks for; dialogs answer as told, and an unforeseen question fails."""

import contextlib
import gc
import shutil
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from socialupph.app import jobs, paths, settings
from socialupph.app.container import Container
from socialupph.domain.errors import RuleViolation
from socialupph.services.registers import open_register
from socialupph.ui.kit import icons
from socialupph.ui.kit.changes import ChangeBus
from socialupph.ui.kit.page import Destination
from socialupph.ui.kit.tasks import Tasks
from socialupph.ui.kit.theme import Theme
from socialupph.ui.main_window import MainWindow
from tests.ui.kit.fakes import UNHURRIED, Answers


def copied(world, path):
    """The same small municipality in a file of its own, opened: quicker than to make it again."""
    shutil.copy(world.services.path, path)
    return replace(world, services=open_register(path, world.clock))


class Asked(Answers):
    """Forms in dialogs are filled in with what stands in the queue and submitted; None puts the dialog away."""

    def __init__(self):
        super().__init__()
        self.refused = []

    def ask_form(self, spec, providers, submit, *, values=None):
        told = self._next(spec.name)
        if told is None:
            return None
        try:
            return submit({**(values or {}), **told})
        except RuleViolation as violation:
            self.refused.append((violation.code, violation.field))
            return None


class Desk:
    """The window and what one does at it."""

    def __init__(self, qapp, qtbot, services, first):
        icons.install(paths.resource("icons"))
        Theme(qapp).apply(qapp, "light")
        self.qtbot, self.services = qtbot, services
        self.bus, self.tasks, self.answers = ChangeBus(), Tasks(patience=UNHURRIED), Asked()
        self.faults = []
        self.store = settings.ViewStore(paths.settings_file(), settings.UserSettings())
        self.window = MainWindow(self.store)
        self.window.furnish(self.bus, services.clock)
        hands = jobs.Hands(self.bus, self.tasks, self.answers, self.store, self._report)
        self.container = Container(self.window, services, hands)
        self.container.fill()
        self.window.resize(1440, 900)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.window.go_to_area(first)
        self.idle()

    def _report(self, error):
        self.faults.append(error)
        return repr(error)

    # ---- where one is

    @property
    def page(self) -> Any:  # each page has its own parts
        return self.window.router.page()

    @property
    def focus(self) -> Any:
        return QApplication.focusWidget()

    def open(self, area, record_id=None) -> Any:
        self.window.router.go(Destination(area, record_id))
        self.idle()
        return self.page

    def idle(self):
        self.qtbot.waitUntil(lambda: not self.tasks.is_busy())
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    # ---- what one does

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.focus or self.window, key, modifier)
        self.idle()

    def control(self, key):
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def write(self, text):
        QTest.keyClicks(self.focus, text)

    # ---- what one sees

    def rows(self):
        model = self.page.model
        return [[f"{cell.text} {cell.detail}".strip() for cell in model.cells(row)] for row in range(model.rowCount())]

    def panel_texts(self):
        self.page.keeper.show_now()
        self.idle()
        return seen(self.page.panel)

    def toast(self):
        return self.window.toast.text()

    def is_freed(self, page):
        """Whether nothing holds on to ``page``, a weak reference, once what points round in a ring is collected.

        What was being read for it is let finish first.
        """

        def is_gone():
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            gc.unfreeze()  # what was put aside when a register was opened is looked at too
            gc.collect()
            gc.freeze()
            return page() is None

        self.idle()
        with contextlib.suppress(self.qtbot.TimeoutError):
            self.qtbot.waitUntil(is_gone, timeout=2_000)
        return page() is None

    def close(self):
        self.tasks.close()
        self.window.router.close()
        self.window.close()
        self.container.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert self.faults == []
        assert self.answers.queue == []


def seen(widget):
    """All that can be read in ``widget``: labels and what painted parts are called."""
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    labels += [button.text() for button in widget.findChildren(QAbstractButton) if button.isVisible()]
    named = [part.accessibleName() for part in widget.findChildren(object) if hasattr(part, "accessibleName")]
    return " | ".join([*labels, *named])
