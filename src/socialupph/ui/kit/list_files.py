"""What leaves a list: copied rows, a file, a paper. Always by code, whatever the screen shows, with the columns that are shown."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from socialupph.i18n import ngettext
from socialupph.specs.tables import TableSpec
from socialupph.ui.kit.filter_bar import FilterBar
from socialupph.ui.kit.page_base import PageContext
from socialupph.ui.kit.rows_model import PAGE, RowsModel
from socialupph.ui.kit.table import TableView


class RowService(Protocol):
    """Gives row views by id."""

    def rows(self, wanted: Sequence[int], *, show_names: bool = False) -> Sequence[Any]:
        """Row views in the order of ``wanted``."""
        ...


class ShownList(Protocol):
    """The parts of a list page that are needed."""

    context: PageContext
    table: TableView
    filter_bar: FilterBar

    @property
    def spec(self) -> TableSpec[Any]:
        """What the list can show."""
        ...

    @property
    def service(self) -> RowService:
        """Where its rows come from."""
        ...

    @property
    def model(self) -> RowsModel[Any]:
        """Its rows as they are sorted and filtered."""
        ...

    def settle(self) -> None:
        """Wait for the rows that are being read."""
        ...


class ListFiles(QObject):
    """Belongs to its list page."""

    def __init__(self, page: ShownList, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page

    def rows(self) -> list[Any]:
        """Every row of the list as it is filtered and sorted now, with nobody's name."""
        ids = self._page.model.ids()
        parts = (self._page.service.rows(ids[start : start + PAGE]) for start in range(0, len(ids), PAGE))
        return [row for part in parts for row in part]

    def spec(self) -> TableSpec[Any]:
        """The list with only the columns that are shown, in the order they are."""
        page = self._page
        shown = tuple(page.model.columns[number] for number in page.table.columns.visible())
        return replace(page.spec, columns=shown)

    def export(self) -> None:
        """Write what is shown to a file."""
        self._page.settle()
        self._page.context.outputs.export(self.spec(), self.rows, self._page.filter_bar.told())

    def print(self) -> None:
        """Show what is shown as paper."""
        self._page.settle()
        self._page.context.outputs.print(self.spec(), self.rows, self._page.filter_bar.told())

    def copy(self) -> str:
        """The chosen rows to the clipboard as a table, all that are shown when none is chosen; gives what was done in words.

        Text for mail and HTML for Excel and Word, where nothing is ever taken for a formula.
        """
        from socialupph.exchange.table_files import as_tsv_html  # noqa: PLC0415 -- spreadsheets are read when one is asked for

        page, spec = self._page, self.spec()
        page.settle()
        ids = page.table.selected_ids() or list(page.model.ids())
        text, html = as_tsv_html(spec, page.service.rows(ids), [column.key for column in spec.columns])
        data = QMimeData()
        data.setText(text)
        data.setHtml(html)
        QGuiApplication.clipboard().setMimeData(data)
        return ngettext("{n} rad kopierad.", "{n} rader kopierade.", len(ids)).format(n=len(ids))
