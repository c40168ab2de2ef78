"""What the command line writes: JSON with the code's own names, or a table to read."""

import dataclasses
import datetime as dt
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, cast

from socialupph.i18n import translate
from socialupph.specs.cells import cell_text
from socialupph.specs.tables import TableSpec


def as_json(value: object) -> Any:
    """Anything a service gives, as JSON can hold it: dates as ISO strings, exact figures as strings, enums as values."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: as_json(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        entries = cast("Mapping[object, object]", value)
        return {str(as_json(key)): as_json(entry) for key, entry in entries.items()}
    if isinstance(value, frozenset | set | list | tuple):
        members = [as_json(entry) for entry in cast("Iterable[object]", value)]
        return sorted(members) if isinstance(value, frozenset | set) else members
    return _plain(value)


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, Fraction):
        return str(value)
    return value


def write_json(value: object) -> None:
    """One JSON document on standard output."""
    sys.stdout.write(json.dumps(as_json(value), ensure_ascii=False, indent=2) + "\n")


def write_line(text: str) -> None:
    """One line for a person to read."""
    sys.stdout.write(text + "\n")


def write_rows(spec: TableSpec[Any], rows: Sequence[Any]) -> None:
    """The list as aligned columns, those shown from the start."""
    columns = [column for column in spec.columns if column.shown]
    lines = [[translate(column.title) for column in columns]]
    lines.extend([cell_text(column, row) for column in columns] for row in rows)
    widths = [max(len(line[place]) for line in lines) for place in range(len(columns))]
    for line in lines:
        write_line("  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip())
