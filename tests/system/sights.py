"""What the walk sees: only what is shown in the window now. Nothing here changes anything."""

from typing import Any

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QTableView, QWidget

from socialupph.ui.kit.page_base import Page
from socialupph.ui.kit.plain_table import PlainTable
from socialupph.ui.main_window import MainWindow
from tests.system.keyboard import spoken, table_rows


def window() -> MainWindow:
    """The window of the program."""
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))


def page() -> Any:
    """The page that is shown; None on the first start, and while the window is bare."""
    shown = window()
    return shown.router.page() if hasattr(shown, "router") else None


def title() -> str:
    """What the page is called."""
    shown = page()
    return shown.title if isinstance(shown, Page) else ""


def window_title() -> str:
    """What stands in the title bar."""
    return window().windowTitle()


def toast() -> str:
    """What the window says was done."""
    return window().toast.text()


def rows() -> list[list[str]]:
    """The list of the page."""
    table = getattr(page(), "table", None)
    return table_rows(table) if isinstance(table, QTableView) and table.isVisible() else []


def has_rows() -> bool:
    """Whether the list shows anything."""
    return bool(rows())


def _shown() -> QWidget:
    return window().stack.currentWidget() or window()


def ledger() -> list[list[list[str]]]:
    """Every table in the requirements of an opened contract."""
    return [table_rows(one) for one in _shown().findChildren(PlainTable) if one.isVisible()]


def texts() -> list[str]:
    """All that can be read on the page: its words, and what its buttons are called."""
    found = [one.text() for one in _shown().findChildren(QLabel) if one.isVisible()]
    buttons = (one for one in _shown().findChildren(QAbstractButton) if one.isVisible())
    found += [spoken(one, QAccessible.Text.Name) for one in buttons]
    return [text for text in found if text]


def chosen() -> str:
    """What is chosen in the list of choices that has the focus."""
    focused = QApplication.focusWidget()
    return focused.currentText() if isinstance(focused, QComboBox) else ""


def at_scale() -> bool:
    """Whether the focus is at a figure from 1 to 5 of a question."""
    return " av 5" in spoken(QApplication.focusWidget(), QAccessible.Text.Name)


def sidebar() -> list[list[str]]:
    """The sidebar as a screen reader goes through it: the role and the name of everything that is called something."""
    return _tree(QAccessible.queryAccessibleInterface(window().sidebar))


def _tree(told: QAccessibleInterface) -> list[list[str]]:
    name = told.text(QAccessible.Text.Name)
    found = [[told.role().name, name]] if name else []
    for number in range(told.childCount()):
        found += _tree(told.child(number))
    return found


def can_import() -> bool:
    """Whether the list is read and can be taken in."""
    return bool(page().can_write())
