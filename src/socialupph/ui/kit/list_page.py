"""A page with a list: title and count, filters, table, and the chosen record beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from socialupph.domain.changes import Entity
from socialupph.domain.queries import ListQuery
from socialupph.i18n import _, formats, ngettext, translate
from socialupph.specs.tables import TableSpec
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.buttons import Button, IconButton, Role
from socialupph.ui.kit.columns_menu import ColumnsMenu
from socialupph.ui.kit.empty_state import EmptyState, NothingFound, scrolled
from socialupph.ui.kit.filter_bar import FilterBar
from socialupph.ui.kit.header_bar import HeaderBar, PageHead
from socialupph.ui.kit.labels import Hairline
from socialupph.ui.kit.list_files import ListFiles
from socialupph.ui.kit.list_view_state import ListViewState
from socialupph.ui.kit.page_base import Destination, Page, PageContext
from socialupph.ui.kit.panel_keeper import PanelKeeper
from socialupph.ui.kit.read_rows import Listed, ListService, Question, ReadRows
from socialupph.ui.kit.side_panel import SidePanel
from socialupph.ui.kit.table import TableView

Row = TypeVar("Row")
__all__ = ["ListPage", "ListService"]


class ListPage(Page, Generic[Row]):
    """Base of list pages. A subclass names its area and fills the side panel; everything else is here.

    ``first`` is what the empty list offers and Ctrl+N does; ``other`` stands beside it.
    """

    has_panel = True
    files_type: type[ListFiles] = ListFiles

    def __init__(
        self,
        context: PageContext,
        spec: TableSpec[Row],
        service: ListService[Row],
        *,
        area: str,
        watches: frozenset[Entity],
        first: Action | None = None,
        other: Action | None = None,
    ) -> None:
        super().__init__(context, translate(spec.title), watches=watches)
        self.spec, self.service, self.area = spec, service, area
        self._first = first
        self._reading = self.reading()
        self._begun = False
        self._wanted: int | None = None
        self._sort, self._descending = spec.sort, spec.descending
        self.show_names = False
        self.model: ReadRows[Row] = ReadRows(spec, service, context.tasks, self._not_read, self)
        self.table = TableView(self.model)
        self.filter_bar = FilterBar(spec.filters, context.dialogs)
        self.files = self.files_type(self, self)
        self.header = HeaderBar(self.title)
        self.panel = SidePanel()
        self._build(first, other)
        self._columns_menu = ColumnsMenu(self.table, spec.columns, self)
        self.keeper = PanelKeeper(self, self._splitter, self.panel, self.table, self.fill_panel)
        self.keeper.set_enabled(self.has_panel)
        self._view = ListViewState(self)
        self._connect()
        self._view.restore()

    # ---- building

    def _build(self, first: Action | None, other: Action | None) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = self.head = PageHead()
        head.rows.addWidget(self.header)
        head.rows.addWidget(self.filter_bar)
        column.addWidget(head)
        column.addWidget(Hairline())
        self._stack = QStackedWidget()  # not a bare layout: that shows its first widget as a window
        self._nothing = NothingFound()
        self._empty = EmptyState(self.spec.empty, first, other)
        for widget in (self.table, scrolled(self._empty), scrolled(self._nothing)):
            self._stack.addWidget(widget)
        column.addWidget(self._stack, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.panel)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self.rows.addWidget(self._splitter, 1)
        self._columns_button = self.header.add_button(
            Button(_("Kolumner"), Role.QUIET, icon="column_triple", small=True)
        )
        self._export_button = self.header.add_button(
            Button(_("Exportera"), Role.QUIET, icon="arrow_export", key="Ctrl+E", small=True)
        )
        self._print_button = self.header.add_button(IconButton("print", _("Skriv ut listan"), key="Ctrl+P", small=True))
        self.table.setAccessibleName(self.title)

    def _connect(self) -> None:
        self.filter_bar.changed.connect(self.refresh)
        self.filter_bar.saved_changed.connect(self._view.save)
        self.filter_bar.down_asked.connect(self.table.setFocus)
        self._nothing.cleared.connect(self.filter_bar.clear)
        self.table.activated_id.connect(self.open_record)
        self.table.current_id_changed.connect(self._current_changed)
        self.table.sort_changed.connect(self._sort_by)
        self.table.copy_requested.connect(self.copy)
        self.table.columns_changed.connect(self._view.save)
        self._columns_button.clicked.connect(self._open_columns)
        self._columns_menu.sort_picked.connect(self._sort_by)
        self._export_button.clicked.connect(self.files.export)
        self._print_button.clicked.connect(self.files.print)
        self.keeper.width_changed.connect(self._view.save)
        self.panel.open_asked.connect(self._open_current)
        self.panel.link_followed.connect(self.go_to)
        entries = [
            Action("list.export", _("Exportera listan"), self.files.export, "arrow_export", "Ctrl+E"),
            Action("list.print", _("Skriv ut listan"), self.files.print, "print", "Ctrl+P"),
        ]
        self.add_actions([*entries, self._first] if self._first else entries)

    # ---- reading

    def query(self) -> ListQuery:
        """What is asked for now."""
        return ListQuery(
            self._sort, self._descending, self.filter_bar.search(), self.filter_bar.filters(), self.show_names
        )

    def reload(self) -> None:
        """Ask for the list again, beside the window; what was shown stays until the new has come."""
        place = self.table.place() if self._wanted is None else replace(self.table.place(), record=self._wanted)
        first = None if self._begun or self._wanted is not None else self.first_record
        self._reading.ask(Question(self.spec, self.service, self.query(), place, first), self._show)

    def first_record(self) -> int | None:
        """The record that the list stands at when it is first shown; None for its beginning. Asked on another thread."""
        return None

    def _show(self, listed: Listed[Row]) -> None:
        ids, total = listed.ids, listed.total
        self.table.set_sort(self._sort, self._descending)
        self.table.showing(lambda: self.model.take(listed, show_names=self.show_names))
        self._stand_at(listed)
        lost = self.table.hasFocus() and not ids
        self._stack.setCurrentIndex(0 if ids else 2 if total else 1)
        if lost:
            self.focus_first()
        self.filter_bar.setVisible(bool(total))
        for button in (self._columns_button, self._export_button, self._print_button):
            button.setVisible(bool(total))
        self.header.set_count(count_text(self.filter_bar, len(ids), total))
        self.header.setAccessibleDescription(self.header.count.text())
        if not ids:
            self.panel.hide()
        elif self.panel.isVisible():
            self.keeper.soon()

    def _stand_at(self, listed: Listed[Row]) -> None:
        """At the record that was asked for; the first time at the one the list begins with, what is before it above."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.table.select_id(wanted)
        elif not self._begun and listed.record is not None and self.table.select_id(listed.record):
            self.table.scrollTo(self.table.currentIndex(), self.table.ScrollHint.PositionAtCenter)
        self._begun = self._begun or bool(listed.ids)

    def release(self) -> None:
        """Let nothing that is still being asked for come back to a page that is gone."""
        self.model.forget()
        super().release()

    def _open_columns(self) -> None:
        self._columns_menu.open_under(self._columns_button, self._sort, self._descending)

    def sort_order(self) -> tuple[str, bool]:
        """The column the list is sorted by, and whether downwards."""
        return self._sort, self._descending

    def _sort_by(self, key: str, descending: bool) -> None:
        self.set_sort(key, descending)
        self._view.save()
        self.refresh()

    def set_sort(self, key: str, descending: bool) -> None:
        """Sort by ``key`` from the next reload on."""
        self._sort, self._descending = key, descending

    # ---- the chosen record

    def open_record(self, record_id: int) -> None:
        """Go to the record in full."""
        self.go_to.emit(Destination(self.area, record_id))

    def fill_panel(self, panel: SidePanel, record_id: int) -> None:
        """Put the record in short into ``panel``, between ``begin`` and ``finish``."""
        raise NotImplementedError

    def select(self, record_id: int) -> bool:
        """Make the record current, as when coming back from it; one that is still being read, when it has come."""
        if self._stale:
            self._wanted = record_id
            self.refresh()
        if self._reading.is_waiting():
            self._wanted = record_id
            return True
        return self.table.select_id(record_id)

    def narrow(self, filters: Mapping[str, tuple[str, ...]]) -> None:
        self.filter_bar.narrow(filters)

    def _open_current(self) -> None:
        current = self.table.current_id()
        if current is not None:
            self.open_record(current)

    def _current_changed(self, record_id: int | None) -> None:
        self.keeper.soon()
        self.status_changed.emit("" if record_id is None else self.selection_text())

    def selection_text(self) -> str:
        """What the status bar says of the selection."""
        count = max(1, len(self.table.selected_ids()))
        return ngettext("{n} vald", "{n} valda", count).format(n=count)

    # ---- keys and commands

    def panes(self) -> Sequence[QWidget]:
        shown = [self.filter_bar.field, self.table]
        return [*shown, self.panel.more_button()] if self.panel.isVisible() else shown

    def focus_first(self) -> None:
        if self._stack.currentIndex() == 1:
            self._empty.focus_first()  # so that Ctrl+N works where there is nothing yet
        elif self._stack.currentIndex() == 2:
            self.filter_bar.field.setFocus()
        else:
            self.table.setFocus()

    def focus_filter(self) -> bool:
        self.filter_bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_bar.field.selectAll()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.table.hasFocus() and self.has_panel:
            self.keeper.toggle()
        elif event.key() == Qt.Key.Key_Escape and self.panel.isVisible():
            self.keeper.close_panel()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """The chosen rows to the clipboard, as a table."""
        self.status_changed.emit(self.files.copy())


def count_text(bar: FilterBar, shown: int, total: int) -> str:
    """How many, in words: rows and filters."""
    if not total:
        return _("inga än")
    chosen = len(bar.filters())
    if not bar.is_narrowed():
        return ngettext("{n} st", "{n} st", total).format(n=formats.integer(total))
    text = _("{shown} av {total} visas").format(shown=formats.integer(shown), total=formats.integer(total))
    if not chosen:
        return text
    words = ngettext("{n} filter", "{n} filter", chosen).format(n=chosen)
    return _("{shown}, {filters}").format(shown=text, filters=words)
