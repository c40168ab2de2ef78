"""The search that Qt offers: a proxy model that reads every cell of every row at each key press."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from benchmarks.jobs.rows import opened
from benchmarks.jobs.search import WORDS
from benchmarks.jobs.search_oracle import hits_of
from benchmarks.outcome import Job, Options, Outcome, expect, timed
from socialupph.domain.queries import ListQuery
from socialupph.specs.cells import cell_text
from socialupph.specs.follow_ups import TABLE

_ROOT = QModelIndex()


class _Texts(QAbstractTableModel):
    """All rows in memory as ready texts."""

    def __init__(self, texts: list[list[str]]) -> None:
        super().__init__()
        self._texts = texts

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._texts)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(TABLE.columns)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        return self._texts[index.row()][index.column()] if role == 0 else None


def press(options: Options) -> Outcome:
    """The first word typed into a filter over all columns, names shown, since they are what the word finds."""
    services = opened(options)
    ids = services.follow_ups.ids(ListQuery(sort="due_on"))
    rows = services.follow_ups.rows(ids, show_names=True)
    services.close()
    texts = [[cell_text(column, row) for column in TABLE.columns] for row in rows]
    model = _Texts(texts)
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(model)
    proxy.setFilterKeyColumn(-1)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    proxy.rowCount()

    def filtered() -> int:
        proxy.setFilterFixedString(WORDS[0])
        return proxy.rowCount()

    found, seconds = timed(filtered)
    wanted = len(hits_of(Path(options["register"]), WORDS[0]))
    return Outcome({"seconds": seconds}, expect(found, wanted, "rows that the proxy leaves"))


JOBS: dict[str, Job] = {"press": press}
