"""F6: from one part of the window to the next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def focus_into(pane: QWidget) -> bool:
    """Put the keyboard on ``pane``, or on the first thing in it that takes it; whether there was one."""
    if pane.focusPolicy() != Qt.FocusPolicy.NoFocus and pane.isEnabled():
        pane.setFocus(Qt.FocusReason.TabFocusReason)
        return True
    for child in pane.findChildren(QWidget):
        takes = bool(child.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes and child.isVisible() and child.isEnabled():
            child.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False


def next_pane(panes: Sequence[QWidget]) -> bool:
    """Go to the pane after the one that has the keyboard, passing by those with nothing to focus."""
    focused = QApplication.focusWidget()
    here = -1
    for number, pane in enumerate(panes):
        if focused is not None and (pane is focused or pane.isAncestorOf(focused)):
            here = number
    return any(focus_into(panes[(here + step) % len(panes)]) for step in range(1, len(panes) + 1))
