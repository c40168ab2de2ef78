"""Lists in JSON, as Arbetsförmedlingen's taxonomy gives them: the longest list of alike things becomes a sheet of rows."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from socialupph.domain.errors import FileProblem
from socialupph.exchange.sheets import MAX_COLUMNS, MAX_ROWS, Cell, Sheet, clean
from socialupph.exchange.text_files import decode

_DEEPEST = 6
_NAMES = ("preferred_label", "preferredlabel", "label", "name", "term", "id")
_BETWEEN = " | "

Thing = Mapping[str, Any]


def is_json(text: str) -> bool:
    """Whether a text is more likely JSON than a table."""
    return text.lstrip("\ufeff \t\r\n")[:1] in {"{", "["}


def read_json(data: bytes, name: str) -> Sheet:
    """The things of the file under one row of headings, their keys; row 1 is the first thing.

    Raises FileProblem ``list.damaged`` for what is no JSON, ``file.empty`` without any list, ``file.too_many_rows``.
    """
    text, _encoding = decode(data)
    try:
        found = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise FileProblem("list.damaged") from error
    things = max(_lists(found, 0), key=len, default=())
    if not things:
        raise FileProblem("file.empty")
    if len(things) > MAX_ROWS:
        raise FileProblem("file.too_many_rows", {"limit": MAX_ROWS})
    keys = list(dict.fromkeys(key for thing in things for key in thing))
    if len(keys) > MAX_COLUMNS:
        raise FileProblem("file.too_many_columns", {"limit": MAX_COLUMNS})
    headings: list[Cell] = [clean(_last(key)) for key in keys]
    rows: list[list[Cell]] = [[_cell(thing.get(key)) for key in keys] for thing in things]
    return Sheet(name, [headings, *rows], first_row=0)


def _lists(value: object, depth: int) -> Iterator[Sequence[Thing]]:
    """Every list of things in ``value``."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        for part in cast("dict[str, object]", value).values():
            yield from _lists(part, depth + 1)
    elif isinstance(value, list):
        things = [cast("Thing", part) for part in cast("list[object]", value) if isinstance(part, dict)]
        if things:
            yield things
        for thing in things:
            yield from _lists(thing, depth + 1)


def _last(key: str) -> str:
    """*taxonomy/preferred-label* is *preferred-label*."""
    return key.replace(":", "/").rpartition("/")[2]


def _cell(value: object) -> Cell:
    if isinstance(value, list):
        parts = [_name(part) for part in cast("list[object]", value)]
        return _BETWEEN.join(part for part in parts if part) or None
    return _name(value) or None


def _name(value: object) -> str:
    """A value as text; a thing by what it is called."""
    if isinstance(value, dict):
        thing = {_last(key).replace("-", "_").lower(): part for key, part in cast("dict[str, object]", value).items()}
        return next((text for name in _NAMES if isinstance(text := thing.get(name), str)), "")
    if isinstance(value, bool) or value is None or isinstance(value, list):
        return ""
    return clean(str(value))
