"""The menu behind *Kolumner*: which columns are shown, and by which the list is sorted. All of it by keyboard."""

from typing import Any, cast

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from socialupph.i18n import _, translate
from socialupph.specs.tables import Column
from socialupph.ui.kit.table import TableView


class ColumnsMenu(QMenu):
    """Filled anew each time it opens."""

    sort_picked = Signal(str, bool)

    def __init__(self, table: TableView, columns: tuple[Column[Any], ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._table, self._columns = table, columns
        self.triggered.connect(self._picked)

    def open_under(self, button: QWidget, sort: str, descending: bool) -> None:
        """Show it below ``button``."""
        self.clear()
        for column in self._columns:
            self._tick(self, column, "show", self._table.columns.is_shown(column.key))
        self.addSeparator()
        order = self.addMenu(_("Sortera efter"))
        for column in self._columns:
            if column.sortable:
                self._tick(order, column, "sort", column.key == sort)
        order.addSeparator()
        turned = order.addAction(_("Fallande ordning"))
        turned.setCheckable(True)
        turned.setChecked(descending)
        turned.setData(("turn", sort))
        self.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _tick(self, menu: QMenu, column: Column[Any], what: str, on: bool) -> None:
        action = menu.addAction(translate(column.title).replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(on)
        action.setData((what, column.key))

    def _picked(self, action: QAction) -> None:
        what, key = cast("tuple[str, str]", action.data())
        if what == "show":
            self._table.columns.set_shown(key, action.isChecked())
        elif what == "sort":
            self.sort_picked.emit(key, False)
        else:
            self.sort_picked.emit(key, action.isChecked())
