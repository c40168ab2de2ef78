"""The list that most cases use: the follow-ups of a register, as the program's own table shows them."""

import pickle
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.outcome import Options
from socialupph.app.clock import SystemClock
from socialupph.domain.queries import ListQuery
from socialupph.domain.views.follow_ups import FollowUpRow
from socialupph.i18n import translate
from socialupph.services import registers
from socialupph.services.registry import Services
from socialupph.specs.tables import CellValue, TableSpec


def opened(options: Options) -> Services:
    """The services of ``options["register"]``."""
    return registers.open_register(Path(options["register"]), SystemClock())


def some_rows(services: Services, count: int) -> list[FollowUpRow]:
    """The first ``count`` follow-ups by the day they are due."""
    return services.follow_ups.rows(services.follow_ups.ids(ListQuery(sort="due_on"))[:count])


def kept_rows(options: Options) -> list[FollowUpRow]:
    """The rows that were kept at ``options["kept"]``, so that nothing but the job itself takes time and memory."""
    return pickle.loads(Path(options["kept"]).read_bytes())


def titles(spec: TableSpec[Any]) -> list[str]:
    """The headings of a table."""
    return [translate(column.title) for column in spec.columns]


def cells(spec: TableSpec[Any], row: Any) -> list[CellValue]:
    """The typed cells of a row."""
    return [column.value(row) for column in spec.columns]


def keys(spec: TableSpec[Any]) -> Sequence[str]:
    """The names of all columns of a table."""
    return [column.key for column in spec.columns]
