"""One model for every list: ids in order from the service, rows by pages, texts made once."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import Final, Generic, Protocol, TypeVar, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from socialupph.i18n import translate
from socialupph.specs.cells import NUMBER_KINDS
from socialupph.specs.tables import Column, TableSpec
from socialupph.ui.kit.cells import BLANK, Cell, make_cells

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

PAGE: Final = 100
_PAGES_KEPT: Final = 24
_ROOT: Final = QModelIndex()
# Plain ints: looking an enum member up costs more than the rest of data().
_DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN: Final = int(Qt.ItemDataRole.AccessibleTextRole)
_ALIGNMENT: Final = int(Qt.ItemDataRole.TextAlignmentRole)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class _Identified(Protocol):
    @property
    def id(self) -> int: ...


Page = list[tuple[Row | None, tuple[Cell, ...]]]
"""Row views and what is drawn of each; nothing for a record that is gone."""


def made_page(spec: TableSpec[Row], wanted: Sequence[int], rows: Sequence[Row]) -> Page[Row]:
    """The page of ``wanted`` ids out of the ``rows`` that were found. Runs on any thread."""
    found = {cast("_Identified", row).id: row for row in rows}
    blank = (BLANK,) * len(spec.columns)
    listed = (found.get(record_id) for record_id in wanted)
    return [(row, blank if row is None else make_cells(spec, row)) for row in listed]


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Shows the records with the given ids; ``fetch`` brings up to 100 row views at a time when they are looked at.

    Row views have an ``id``. One that is gone when its page is fetched shows as an empty row until the next reload.
    """

    def __init__(
        self,
        spec: TableSpec[Row],
        fetch: Callable[[Sequence[int]], Sequence[Row]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._spec, self._fetch = spec, fetch
        self._titles = tuple(translate(column.title) for column in spec.columns)
        self._aligned = tuple(_RIGHT if column.kind in NUMBER_KINDS else _LEFT for column in spec.columns)
        self._ids: Sequence[int] = ()
        self._row_of: Mapping[int, int] | None = None
        self._pages: OrderedDict[int, Page[Row]] = OrderedDict()
        self._blank = (BLANK,) * len(spec.columns)

    @property
    def columns(self) -> tuple[Column[Row], ...]:
        """The columns of the spec, in its order."""
        return self._spec.columns

    def show(self, ids: Sequence[int], row_of: Mapping[int, int] | None = None) -> None:
        """Show the records with ``ids``, in that order, read anew; ``row_of`` says where each stands, when it is known."""
        self.beginResetModel()
        self._ids = ids
        self._row_of = row_of
        self._pages.clear()
        self.endResetModel()

    def ids(self) -> Sequence[int]:
        """The ids that are shown, in order."""
        return self._ids

    def id_at(self, row: int) -> int | None:
        """The id in ``row``; None outside the list."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, record_id: int) -> int | None:
        """Where the record stands; None when it is not shown."""
        if self._row_of is None:
            self._row_of = {found: number for number, found in enumerate(self._ids)}
        return self._row_of.get(record_id)

    def row(self, index: Index) -> Row | None:
        """The row view at ``index``; None when the record is gone."""
        return self._page(index.row() // PAGE)[index.row() % PAGE][0] if index.isValid() else None

    def cells(self, row: int) -> tuple[Cell, ...]:
        """What is drawn in ``row``, one cell for each column of the spec."""
        return self._page(row // PAGE)[row % PAGE][1]

    def as_text(self, ids: Sequence[int], columns: Sequence[int]) -> str:
        """These records as lines with tabs, titles first: what Ctrl+C puts on the clipboard."""
        lines = ["\t".join(self._titles[column] for column in columns)]
        for record_id in ids:
            row = self.row_of(record_id)
            cells = self.cells(row) if row is not None else self._blank
            texts = (" ".join(part for part in (cells[n].text, cells[n].detail) if part) for n in columns)
            lines.append("\t".join(" ".join(text.split()) for text in texts))
        return "\n".join(lines)

    def _page(self, number: int) -> Page[Row]:
        page = self._pages.get(number)
        if page is not None:
            self._pages.move_to_end(number)
            return page
        return self._missing(number)

    def _missing(self, number: int) -> Page[Row]:
        """The page ``number``, which is not here."""
        wanted = self._wanted(number)
        page = made_page(self._spec, wanted, self._fetch(wanted))
        self._keep(number, page)
        return page

    def _wanted(self, number: int) -> Sequence[int]:
        return self._ids[number * PAGE : (number + 1) * PAGE]

    def _keep(self, number: int, page: Page[Row]) -> None:
        self._pages[number] = page
        if len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._spec.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> str | int | None:
        if not index.isValid():
            return None
        if role == _DISPLAY:
            return self._page(index.row() // PAGE)[index.row() % PAGE][1][index.column()].text
        if role == _SPOKEN:
            return self._page(index.row() // PAGE)[index.row() % PAGE][1][index.column()].spoken
        if role == _ALIGNMENT:
            return self._aligned[index.column()]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> str | int | None:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._titles):
            return None
        if role == _DISPLAY:
            return self._titles[section]
        return self._aligned[section] if role == _ALIGNMENT else None
