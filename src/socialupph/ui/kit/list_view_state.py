"""What a list remembers between runs: its order, its columns and the filters saved under a name."""

from collections.abc import Mapping
from typing import Any, Protocol, cast

from socialupph.specs.tables import TableSpec
from socialupph.ui.kit.filter_bar import FilterBar
from socialupph.ui.kit.page_base import PageContext
from socialupph.ui.kit.panel_keeper import PanelKeeper
from socialupph.ui.kit.table import TableView


class RememberedList(Protocol):
    """The parts of a list page that are remembered."""

    context: PageContext
    spec: TableSpec[Any]
    table: TableView
    filter_bar: FilterBar
    keeper: PanelKeeper

    def sort_order(self) -> tuple[str, bool]:
        """The column it is sorted by, and whether downwards."""
        ...

    def set_sort(self, key: str, descending: bool) -> None:
        """Sort by ``key`` from the next reload on."""
        ...


class ListViewState:
    """Keeps order, columns, panel width and saved filters of a list between runs."""

    def __init__(self, page: RememberedList) -> None:
        self._page = page
        self._restoring = False

    def _key(self) -> str:
        return f"list.{self._page.spec.name}"

    def save(self) -> None:
        """Write all of it; small enough to write at every change."""
        page = self._page
        if self._restoring:
            return
        key, descending = page.sort_order()
        page.context.settings.save(
            self._key(),
            {
                "sort": key,
                "descending": descending,
                "columns": page.table.columns.save(),
                "panel": page.keeper.width(),
                "saved": page.filter_bar.saved(),
            },
        )

    def restore(self) -> None:
        """Take back what was saved; nonsense in the file is passed by."""
        page = self._page
        state = page.context.settings.load(self._key())
        self._restoring = True
        known = {column.key for column in page.spec.columns if column.sortable}
        key = state.get("sort")
        if isinstance(key, str) and key in known:
            page.set_sort(key, state.get("descending") is True)
        columns = state.get("columns")
        if isinstance(columns, dict):
            page.table.columns.restore(cast("Mapping[str, object]", columns))
        panel = state.get("panel")
        if isinstance(panel, int):
            page.keeper.set_width(panel)
        page.filter_bar.restore_saved(state.get("saved"))
        self._restoring = False
