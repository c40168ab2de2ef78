"""A keyboard for a program that runs in a real window: small steps, each a key to whatever has the focus, or something waited for.

A dialog runs a loop of its own inside the key that opened it. Every step is therefore taken from a queue by a timer that is
started again before the step is taken: it goes on inside the dialog, and the key that opened it returns when the dialog is gone.
"""

import json
import os
import sys
import time
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QMainWindow, QTableView, QWidget

_PAUSE: Final = 12  # ms between steps
_PATIENCE: Final = 20.0  # s
_MOST_TABS: Final = 80
_REMEMBERED: Final = 8


@dataclass(slots=True)
class _Step:
    """``run`` says whether it is done; one that ``acts`` is taken once, whatever it says."""

    what: str
    run: Callable[[], bool]
    acts: bool = True
    begun: float = 0.0


class Keyboard:
    """Steps are written down first and carried out by ``start``; one that cannot be carried out ends the process with 1."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._steps: deque[_Step] = deque()
        self._past: deque[str] = deque(maxlen=_REMEMBERED)
        self.seen: dict[str, object] = {}
        self._done: Callable[[], object] = _nothing
        self._held = 0
        self._dark_since = 0.0

    def start(self, done: Callable[[], object]) -> None:
        """Begin; ``done`` is called after the last step."""
        self._done = done
        QTimer.singleShot(_PAUSE, self._tick)

    # ---- what one does

    def key(self, *names: str) -> None:
        """Press keys one after another, such as ``Ctrl+2`` or ``Return``."""
        for name in names:
            sequence: Any = QKeySequence(name)  # its stub says nothing of what it is made of
            pressed = sequence[0]
            self._add(f"tryck {name}", _Press(pressed.key(), pressed.keyboardModifiers()))

    def text(self, text: str) -> None:
        """Type ``text``."""
        self._add(f"skriv {text}", _Type(text))

    def over(self, text: str) -> None:
        """Type ``text`` in place of what stands in the field."""
        self.key("Ctrl+A")
        self.text(text)

    def tab_to(self, label: str) -> None:
        """Press Tab until that which has the focus is called something that begins with ``label``."""
        self._steps.append(_Step(f"tabba till {label}", _TabTo(label), acts=False))

    def fill(self, label: str, text: str) -> None:
        """Tab to the field and type ``text`` in place of what stands there."""
        self.tab_to(label)
        self.over(text)

    def choose(self, label: str, start: str, wanted: str) -> None:
        """Tab to a list of choices and type its beginning; see that it chose ``wanted``."""
        self.tab_to(label)
        self.text(start)
        self.until(lambda: value() == wanted, f"{wanted} är valt i {label}")

    def look_up(self, label: str, text: str, hit: str) -> None:
        """Tab to a look-up field, type ``text`` (else Down), see that the first line begins with ``hit``, and pick it."""
        if text:
            self.fill(label, text)
        else:
            self.tab_to(label)
            self.key("Down")
        self.until(lambda: first_hit().startswith(hit), f"sökningen i {label} visar {hit}")
        self.key("Return")
        self.until(lambda: not popup_open(), f"listan i {label} är stängd")

    # ---- what one sees

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Wait until ``condition``; ``what`` is said when it does not come."""
        self._steps.append(_Step(what, condition, acts=False))

    def is_free(self) -> bool:
        """Whether no key is still at work: the one that opened a dialog is, until all that comes after the dialog is done."""
        return not self._held

    def at(self, label: str) -> None:
        """Wait until the focus is at something called ``label``."""
        self.until(lambda: name().startswith(label), f"fokus är på {label}")

    def keep(self, key: str, read: Callable[[], object]) -> None:
        """Note what is seen under ``key``."""
        self._add(f"läs {key}", _Keep(self.seen, key, read))

    # ---- carrying out

    def _add(self, what: str, run: Callable[[], bool]) -> None:
        self._steps.append(_Step(what, run))

    def _tick(self) -> None:
        if not self._steps:
            self._done()
            return
        QTimer.singleShot(_PAUSE, self._tick)
        if not bring_forward():
            self._dark()
            return
        self._dark_since = 0.0
        step = self._steps[0]
        try:
            if step.acts:
                self._take()
                self._held += 1
                step.run()
                self._held -= 1
                return
            step.begun = step.begun or time.monotonic()
            if step.run():
                self._take()
            elif time.monotonic() - step.begun > _PATIENCE:
                self._give_up("det kom aldrig")
        except Exception:  # noqa: BLE001 -- said with where it happened, and then the process ends
            self._give_up(traceback.format_exc())

    def _dark(self) -> None:
        self._dark_since = self._dark_since or time.monotonic()
        if time.monotonic() - self._dark_since > _PATIENCE:
            self._give_up("inget fönster får tangentbordet")

    def _take(self) -> None:
        self._past.append(self._steps.popleft().what)

    def _give_up(self, why: str) -> None:
        picture = self._folder / "fel.png"
        windows = [QApplication.activeModalWidget(), QApplication.activeWindow()]
        shown = next((window for window in windows if window is not None), None)
        if shown is not None:
            shown.grab().save(str(picture))
        waited = self._steps[0].what if self._steps else ""
        (self._folder / "fel.json").write_text(json.dumps(self.seen, ensure_ascii=False, indent=1), "utf-8")
        lines = (
            f"Stannade vid: {waited} ({why})",
            f"Fokus: {name()!r} {type(QApplication.focusWidget()).__name__}, {value()!r}",
            f"Nyss: {' | '.join(self._past)}",
            f"Bild: {picture}",
        )
        sys.stderr.write("\n".join(lines) + "\n")
        sys.stderr.flush()
        os._exit(1)  # loops of dialogs may lie over one another; none of them is to be waited for


def _nothing() -> None:
    """Before anything is asked for."""


class _Press:
    def __init__(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        self._key, self._modifiers = key, modifiers

    def __call__(self) -> bool:
        QTest.keyClick(target(), self._key, self._modifiers)
        return True


class _Type:
    def __init__(self, text: str) -> None:
        self._text = text

    def __call__(self) -> bool:
        for character in self._text:
            # With its text given: QTest makes keys of ASCII only.
            code = ord(character.upper())
            key = Qt.Key(code) if code < 0x100 else Qt.Key.Key_unknown
            QTest.sendKeyEvent(QTest.KeyAction.Click, target(), key, character, Qt.KeyboardModifier.NoModifier)
        return True


class _TabTo:
    def __init__(self, label: str) -> None:
        self._label = label
        self._passed: list[str] = []

    def __call__(self) -> bool:
        if name().startswith(self._label):
            return True
        if len(self._passed) == _MOST_TABS:
            raise AssertionError(f"{self._label} nås inte med Tab, bara {', '.join(self._passed)}")
        self._passed.append(name())
        QTest.keyClick(target(), Qt.Key.Key_Tab)
        return False


class _Keep:
    def __init__(self, seen: dict[str, object], key: str, read: Callable[[], object]) -> None:
        self._seen, self._key, self._read = seen, key, read

    def __call__(self) -> bool:
        self._seen[self._key] = self._read()
        return True


def target() -> QWidget:
    """Who gets the key now: an open menu or list before what has the focus, as in QWidgetWindow."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return popup.focusWidget() or popup
    found = QApplication.focusWidget() or QApplication.activeWindow()
    if found is None:
        raise AssertionError("inget fönster har tangentbordet")
    return found


def name() -> str:
    """What a screen reader calls that which has the focus."""
    return spoken(QApplication.focusWidget(), QAccessible.Text.Name)


def value() -> str:
    """What a screen reader says stands in that which has the focus."""
    return spoken(QApplication.focusWidget(), QAccessible.Text.Value)


def spoken(widget: QWidget | None, what: QAccessible.Text) -> str:
    """Name, value or description of ``widget`` as it is told to a screen reader.

    On Linux Qt calls a list of choices by what is chosen in it, because its label is told apart; on Windows by its name.
    """
    if isinstance(widget, QComboBox) and what == QAccessible.Text.Name:
        return widget.accessibleName()
    return "" if widget is None else QAccessible.queryAccessibleInterface(widget).text(what)


def popup_open() -> bool:
    """Whether a menu or the list of a field is open."""
    return QApplication.activePopupWidget() is not None


def first_hit() -> str:
    """The chosen line of the list that is open under a field."""
    popup = QApplication.activePopupWidget()
    inside = [] if popup is None else [popup, *popup.findChildren(QWidget)]
    view = next((one for one in inside if isinstance(one, QAbstractItemView)), None)
    return "" if view is None else str(view.currentIndex().data() or "")


def dialog() -> str:
    """The title of the dialog that waits; empty when none does."""
    found = QApplication.activeModalWidget()
    return "" if found is None else found.windowTitle()


def table_rows(table: QTableView) -> list[list[str]]:
    """What a table holds, as it is read out; all columns, because how many there is room for changes with the side panel."""
    model = table.model()
    spoken_role, columns = Qt.ItemDataRole.AccessibleTextRole, range(model.columnCount())
    return [
        [str(model.index(row, column).data(spoken_role) or "") for column in columns] for row in range(model.rowCount())
    ]


def bring_forward() -> bool:
    """Do the work of a window manager, which a bare screen lacks: the keyboard goes to the dialog, else to the window."""
    shown = [one for one in QApplication.topLevelWidgets() if one.isWindow() and one.isVisible()]
    wanted = QApplication.activeModalWidget() or next((one for one in shown if isinstance(one, QMainWindow)), None)
    if wanted is None or wanted.isActiveWindow() or popup_open():
        return wanted is not None
    wanted.activateWindow()
    return False


def close_window() -> None:
    """What Windows does at Alt+F4, which belongs to it and not to the program."""
    for window in QGuiApplication.topLevelWindows():
        if window.isVisible():
            window.close()
