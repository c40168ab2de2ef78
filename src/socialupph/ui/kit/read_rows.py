"""The rows of a list page: read beside the window, a page ahead of where one is, kept until newer ones have come."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer

from socialupph.domain.queries import ListQuery
from socialupph.specs.tables import TableSpec
from socialupph.ui.kit.rows_model import PAGE, Page, RowsModel, made_page
from socialupph.ui.kit.tasks import Tasks

Row = TypeVar("Row")
Row_co = TypeVar("Row_co", covariant=True)

_REST: Final = 60  # ms: what lies beside is read when the scrolling has come to rest


class ListService(Protocol[Row_co]):
    """What a list asks of its service, on any thread."""

    def ids(self, query: ListQuery) -> Sequence[int]:
        """Ids of the records asked for, in order."""
        ...

    def rows(self, wanted: Sequence[int], *, show_names: bool = False) -> Sequence[Row_co]:
        """Row views of these records."""
        ...

    def total(self) -> int:
        """How many there are without filter."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where a list stands: the record to be in sight, or else the row that was first, and how many rows are seen."""

    record: int | None = None
    row: int = 0
    height: int = PAGE


@dataclass(frozen=True, slots=True)
class Listed(Generic[Row]):
    """A list as it was read: its ids in order and where each stands, how many there are without filter, its first pages in sight.

    ``record`` is the one that the list is to stand at, if any was asked for.
    """

    ids: Sequence[int]
    row_of: Mapping[int, int]
    total: int
    pages: Mapping[int, Page[Row]]
    record: int | None = None


class Question(Generic[Row]):
    """Reads a list for one query. ``first`` names a record to stand at, when nothing was shown before."""

    def __init__(
        self,
        spec: TableSpec[Row],
        service: ListService[Row],
        query: ListQuery,
        place: Place,
        first: Callable[[], int | None] | None = None,
    ) -> None:
        self._spec, self._service, self._query, self._place, self._first = spec, service, query, place, first

    def __call__(self) -> Listed[Row]:
        ids = self._service.ids(self._query)
        row_of = {found: number for number, found in enumerate(ids)}
        record = self._first() if self._first is not None else self._place.record
        top = row_of.get(record, self._place.row) if record is not None else self._place.row
        top = max(0, min(top, len(ids) - self._place.height))
        numbers = range(top // PAGE, min(top + self._place.height, len(ids) - 1) // PAGE + 1)
        pages = {number: self._page(ids[number * PAGE : (number + 1) * PAGE]) for number in numbers}
        return Listed(ids, row_of, self._service.total(), pages, record)

    def _page(self, wanted: Sequence[int]) -> Page[Row]:
        return made_page(self._spec, wanted, self._service.rows(wanted, show_names=self._query.show_names))


class ReadRows(RowsModel[Row]):
    """A ``RowsModel`` whose rows are read on another thread: those that take long are blank until they are there.

    The pages beside the one that is looked at are read ahead.
    """

    def __init__(
        self,
        spec: TableSpec[Row],
        service: ListService[Row],
        tasks: Tasks,
        failed: Callable[[Exception], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(spec, service.rows, parent)
        self._service, self._tasks, self._failed = service, tasks, failed
        self._show_names = False
        self._asked: dict[int, int] = {}
        self._edition = 0
        self._asking = False
        self._no_page: Page[Row] = [(None, self._blank)] * PAGE
        self._looked = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._read_beside)

    def take(self, listed: Listed[Row], *, show_names: bool) -> None:
        """Show what was read, with the pages that came with it."""
        self._show_names = show_names
        self.forget()
        self.beginResetModel()
        self._ids, self._row_of = listed.ids, listed.row_of
        self._pages.clear()
        self._pages.update(listed.pages)
        self.endResetModel()

    def forget(self) -> None:
        """No page that is being read is wanted any more."""
        self._edition += 1
        for number in self._asked.values():
            self._tasks.forget(number)
        self._asked.clear()
        self._rest.stop()

    def _missing(self, number: int) -> Page[Row]:
        self._ask(number, ahead=False)
        self._looked = number
        self._rest.start()
        return self._pages.get(number, self._no_page)

    def _read_beside(self) -> None:
        for number in (self._looked + 1, self._looked - 1):
            if 0 <= number * PAGE < len(self._ids) and number not in self._pages:
                self._ask(number, ahead=True)

    def _ask(self, number: int, *, ahead: bool) -> None:
        if number in self._asked:
            return
        wanted, edition, names = self._wanted(number), self._edition, self._show_names

        def read() -> Page[Row]:
            return made_page(self._spec, wanted, self._service.rows(wanted, show_names=names))

        def come(page: Page[Row]) -> None:
            if edition == self._edition:
                self._asked.pop(number, None)
                self._keep(number, page)
                if not self._asking:
                    self._tell(number, len(page))

        self._asking = True
        task = self._tasks.read(read, come, self._failed, ahead=ahead)
        self._asking = False
        if number not in self._pages:
            self._asked[number] = task

    def _tell(self, number: int, count: int) -> None:
        first = number * PAGE
        self.dataChanged.emit(self.index(first, 0), self.index(first + count - 1, len(self._spec.columns) - 1))
