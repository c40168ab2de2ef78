"""A record as the sheets of a batch meet it, and one row on its way to becoming or changing one."""

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from socialupph.domain.changes import Entity
from socialupph.domain.commands.imports import RowError
from socialupph.domain.values import clean_line, clean_text, name_key
from socialupph.domain.views.imports import PreviewRow, RowState

Where = tuple[str, int]
"""The name of a sheet and the number of a row in it."""

MASKED = ("", "")
"""Before and after of a protected person's value: that it changes is told, not what it is."""


@dataclass(slots=True, eq=False)
class Entry:
    """A record of the register, or one that the batch makes (``id`` 0 until it is written).

    ``stored`` is the whole row as the register has it, empty for a new one; ``said`` are the columns to write, where another
    record stands as its entry. ``identity`` is what a new one is recognised by when the batch is planned again; ``made_by`` the
    row that makes it.
    """

    entity: Entity
    id: int = 0
    stored: Mapping[str, Any] = field(default_factory=dict[str, Any])
    said: dict[str, Any] = field(default_factory=dict[str, Any])
    identity: str = ""
    made_by: "Turn | None" = None
    claims: dict[str, "Turn"] = field(default_factory=dict[str, "Turn"])
    new_code: str = ""

    @property
    def is_new(self) -> bool:
        """Whether the batch makes it."""
        return not self.stored

    @property
    def code(self) -> str:
        """Its code; empty where it has none, or none yet."""
        return self.new_code or self.stored.get("code") or ""

    @property
    def is_void(self) -> bool:
        """Whether it was voided."""
        return self.stored.get("voided_on") is not None

    @property
    def is_protected(self) -> bool:
        """Whether it is a person who must be told by code alone, now or after the batch."""
        return bool(self.stored.get("protected") or self.said.get("protected"))

    @property
    def token(self) -> str:
        """What an answer calls it: the same each time the batch is planned."""
        return f"{self.entity}:{self.stored['id']}" if self.stored else f"{self.entity}:+{digest(self.identity)[:16]}"

    def get(self, column: str) -> Any:
        """The value as it will be."""
        return self.said[column] if column in self.said else self.stored.get(column)

    def refers_to(self, column: str, other: "Entry") -> bool:
        """Whether ``column`` points, or will point, at another record."""
        value = self.get(column)
        return value is other or (other.id != 0 and value == other.id)


def digest(*words: str) -> str:
    """Words that may be a person's name, as they are kept and told apart: nobody reads them there."""
    return hashlib.sha256("\x1f".join(words).encode("utf-8", "replace")).hexdigest()


class Loosely(StrEnum):
    """How a value may be written otherwise and still be the same."""

    EXACTLY = "exactly"
    NAME = "name"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class _Say:
    entry: Entry
    field: str
    column: str
    value: Any
    labels: tuple[str, str] | None
    same: Loosely


@dataclass(slots=True)
class Turn:
    """A row while it is planned. What it says is kept back until ``finish``: a row that cannot stand leaves no trace.

    ``subject`` is the record it makes or changes; ``about`` the one whose code is shown where that has none. ``is_masked`` where
    it is about a protected person: what the register holds is not told as before and after.
    """

    sheet: str
    row: int
    subject: Entry | None = None
    about: Entry | None = None
    code: str = ""
    title: str = ""
    errors: list[RowError] = field(default_factory=list[RowError])
    warnings: list[RowError] = field(default_factory=list[RowError])
    told: dict[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    state: RowState = RowState.UNCHANGED
    left_out: bool = False
    void: bool = False
    draft: bool = False
    is_masked: bool = False
    _makes: bool = False
    _says: list[_Say] = field(default_factory=list[_Say])
    _then: list[Callable[[], None]] = field(default_factory=list[Callable[[], None]])

    @property
    def where(self) -> Where:
        """Where the row stands."""
        return self.sheet, self.row

    @property
    def stands(self) -> bool:
        """Whether nothing is wrong with it so far."""
        return not self.errors and not self.left_out

    def error(self, code: str, field: str = "", /, **facts: str) -> None:
        """The row cannot stand."""
        self.errors.append(RowError(f"import.{code}", field, "", facts))

    def warn(self, code: str, field: str = "", /, **facts: str) -> None:
        """The row can stand, and the user should know this."""
        self.warnings.append(RowError(f"import.{code}", field, "", facts))

    def say(
        self,
        entry: Entry,
        field: str,
        column: str,
        value: Any,
        labels: tuple[str, str] | None = None,
        same: Loosely = Loosely.EXACTLY,
    ) -> None:
        """The row says that a column is ``value``; nothing when it is empty.

        ``labels`` are how before and after are told of where the value is another record.
        """
        if value is None or value in ("", [], ()):
            return
        self._says.append(_Say(entry, field, column, value, labels, same))

    def make(self, entry: Entry, adopt: Callable[[], None], *, counts: bool = True) -> None:
        """The row makes this record; ``adopt`` lets later rows find it. ``counts`` where the row is called new for its sake."""
        entry.made_by = self
        self._makes = self._makes or counts
        self._then.append(adopt)

    def makes(self, entry: Entry) -> bool:
        """Whether this very row makes the record."""
        return entry.is_new and entry.made_by is self

    def then(self, after: Callable[[], None]) -> None:
        """What else is to be done when the row stands."""
        self._then.append(after)

    def tell(self, field: str, before: str, after: str) -> None:
        """Something that changes, in words; of a protected person only that it does."""
        if self.is_masked:
            before, after = MASKED
        if field in self.told:
            earlier = self.told[field]
            before, after = (
                "; ".join(part for part in parts if part) for parts in zip(earlier, (before, after), strict=True)
            )
        self.told[field] = (before, after)

    def finish(self) -> None:
        """Carry out what the row says, unless it cannot stand; afterwards its state is known."""
        if not self.stands:
            self.state = RowState.ERROR
            return
        for one in self._says:
            self._carry_out(one)
        for after in self._then:
            after()
        if self._makes:
            self.state = RowState.NEW
        elif self.told:
            self.state = RowState.CHANGED

    def _carry_out(self, one: _Say) -> None:
        """First come, first served: what an earlier row said of the same record stands."""
        entry, before = one.entry, one.entry.get(one.column)
        if is_same(before, one.value, one.same):
            entry.claims.setdefault(one.column, self)
            return
        first = entry.claims.setdefault(one.column, self)
        if first is not self:
            self.warn("warn_said_otherwise", one.field, sheet=first.sheet, first=str(first.row))
            return
        entry.said[one.column] = one.value
        if self.makes(entry):
            return
        if entry.is_protected:
            self.told[one.field] = MASKED
        else:
            self.tell(one.field, *(one.labels or (told_text(before), told_text(one.value))))

    def preview(self) -> PreviewRow:
        """The row as it is shown."""
        shown = self.about or self.subject
        code = self.code or (shown.code if shown is not None else "")
        told = {} if self.state is RowState.ERROR else self.told
        return PreviewRow(
            self.row,
            self.state,
            code,
            self.title,
            told,
            draft=self.draft,
            errors=tuple(self.errors),
            voided=self.void,
            warnings=() if self.errors else tuple(self.warnings),
        )


def is_same(before: Any, after: Any, how: Loosely = Loosely.EXACTLY) -> bool:
    """Whether a column already is what a row says."""
    if isinstance(after, Entry):
        return before is after or (after.id != 0 and before == after.id)
    if isinstance(before, str) and isinstance(after, str):
        if how is Loosely.NAME:
            return name_key(before) == name_key(after)
        if how is Loosely.PHONE:
            return _dialled(before) == _dialled(after)
    return before == after


def _dialled(number: str) -> str:
    kept = "".join(sign for sign in number if sign.isdigit() or sign == "+")
    return "0" + kept[3:] if kept.startswith("+46") else kept


def told_text(value: object) -> str:
    """A value as a preview carries it: enums by their value, days in ISO, figures plain."""
    if value is None or isinstance(value, Entry):
        return ""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, list | tuple):
        return ", ".join(str(one) for one in value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    return str(value)


def line(text: str) -> str:
    """A text of a sheet as one clean line."""
    return clean_line(text) if text else ""


def words(text: str) -> str:
    """A text of a sheet, cleaned, with its line breaks."""
    return clean_text(text).strip() if text else ""


def later(call: Callable[..., None], *given: object) -> Callable[[], None]:
    """``call`` with what is given now, for when a row stands."""

    def carried_out() -> None:
        call(*given)

    return carried_out
