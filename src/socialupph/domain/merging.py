"""What becomes of the fields when two records turn out to be one: chosen, filled where one says nothing, or joined by rule.

The rules that nobody chooses: what protects a person stands if it stands on either side, the stronger secrecy wins, lists and notes
are joined, who is still a candidate on one side is so afterwards. What is sensitive follows without being shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from socialupph.domain.changes import Entity
from socialupph.domain.kinds import CandidateStatus, SecrecyBasis, Sex

Values = Mapping[str, Any]


class Keep(StrEnum):
    """Whose value stays."""

    KEPT = "kept"
    MERGED = "merged"


class Rule(StrEnum):
    """How two values become one. CHOOSE: a person does, where both say something and it differs; the rest is settled."""

    CHOOSE = "choose"
    LIST = "list"
    TEXT = "text"
    EITHER = "either"
    STRONGER = "stronger"
    OPEN = "open"


class FieldState(StrEnum):
    """Where two records stand with a field. FILLED: one of them says nothing. SETTLED: they differ and a rule decides."""

    EMPTY = "empty"
    SAME = "same"
    FILLED = "filled"
    SETTLED = "settled"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class MergedField:
    """Columns that go together, such as who certifies and when. ``follows`` come from the same side, unseen."""

    key: str
    columns: tuple[str, ...] = ()
    rule: Rule = Rule.CHOOSE
    follows: tuple[str, ...] = ()

    def names(self) -> tuple[str, ...]:
        """The columns that are compared."""
        return self.columns or (self.key,)


FIELDS: Mapping[Entity, tuple[MergedField, ...]] = {
    Entity.SUPPLIER: (
        MergedField("name"),
        MergedField("org_number", follows=("country",)),
        MergedField("kind"),
        MergedField("size_class"),
        MergedField("branch"),
        MergedField("address"),
        MergedField("phone"),
        MergedField("email"),
        MergedField("web"),
    ),
    Entity.CONTACT: (
        MergedField("name"),
        MergedField("role"),
        MergedField("phone"),
        MergedField("email"),
        MergedField("active", rule=Rule.EITHER),
        MergedField("protected", rule=Rule.EITHER),
        MergedField("alias"),
    ),
    Entity.CANDIDATE: (
        MergedField("name"),
        MergedField("personal_number"),
        MergedField("birth_year"),
        MergedField("sex"),
        MergedField("phone"),
        MergedField("email"),
        MergedField("referrer", ("referrer", "referring_officer")),
        MergedField("status", rule=Rule.OPEN),
        MergedField("available_from"),
        MergedField("extent_percent"),
        MergedField("wished_occupations", rule=Rule.LIST),
        MergedField("wished_areas"),
        MergedField("certificate", ("certified_by", "certified_on"), follows=("target_group_id",)),
        MergedField("information", ("information_version", "information_on", "information_channel")),
        MergedField("secrecy_basis", rule=Rule.STRONGER),
        MergedField("marking", ("marking_provision", "marking_on", "marking_authority")),
        MergedField("protected", rule=Rule.EITHER),
        MergedField("alias"),
        MergedField("note", rule=Rule.TEXT),
    ),
}

STAYS: Mapping[Entity, frozenset[str]] = {
    Entity.SUPPLIER: frozenset({"name_key", "voided_on", "void_reason", "merged_into_id"}),
    Entity.CONTACT: frozenset({"supplier_id", "name_key", "merged_into_id"}),
    Entity.CANDIDATE: frozenset({"code", "name_key", "voided_on", "void_reason", "merged_into_id"}),
}
"""Columns that are each record's own and never taken from the other."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A field of two records: what each says, how they stand, and what it becomes if nobody chooses otherwise."""

    key: str
    state: FieldState
    kept: tuple[Any, ...]
    merged: tuple[Any, ...]
    becomes: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """The fields as they stand, and what the kept record's columns become."""

    fields: tuple[Settled, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict[str, Any])


def merge_fields(entity: Entity, kept: Values, merged: Values, choices: Mapping[str, Keep]) -> Merged:
    """Join two records' values; ``choices`` say by key of a field whose value stays where they differ.

    KeyError for a choice about a field that there is not.
    """
    fields = FIELDS[entity]
    unknown = set(choices) - {one.key for one in fields}
    if unknown:
        raise KeyError(*sorted(unknown))
    settled: list[Settled] = []
    values: dict[str, Any] = {}
    for one in fields:
        names = one.names()
        ours, theirs = tuple(kept[name] for name in names), tuple(merged[name] for name in names)
        state = _state(one, ours, theirs)
        side = _side(state, ours, choices.get(one.key, Keep.KEPT))
        becomes = _joined(one, ours, theirs) if one.rule is not Rule.CHOOSE else _chosen(side, ours, theirs)
        settled.append(Settled(one.key, state, ours, theirs, becomes))
        values.update(zip(names, becomes, strict=True))
        for name in one.follows:
            first, second = (kept, merged) if side is Keep.KEPT else (merged, kept)
            values[name] = second[name] if is_nothing(first[name]) else first[name]
    return Merged(tuple(settled), values)


def is_nothing(value: Any) -> bool:
    """Whether a column says nothing."""
    return value is None or value in ("", []) or value is Sex.UNKNOWN


def _state(one: MergedField, ours: Sequence[Any], theirs: Sequence[Any]) -> FieldState:
    if ours == theirs:
        return FieldState.EMPTY if all(is_nothing(value) for value in ours) else FieldState.SAME
    if one.rule is not Rule.CHOOSE:
        return FieldState.SETTLED
    if all(is_nothing(value) for value in ours) or all(is_nothing(value) for value in theirs):
        return FieldState.FILLED
    adds = all(a == b or is_nothing(a) or is_nothing(b) for a, b in zip(ours, theirs, strict=True))
    return FieldState.FILLED if adds and ours[0] == theirs[0] else FieldState.DIFFERS


def _side(state: FieldState, ours: Sequence[Any], choice: Keep) -> Keep:
    if state is FieldState.DIFFERS:
        return choice
    return Keep.MERGED if state is FieldState.FILLED and all(is_nothing(value) for value in ours) else Keep.KEPT


def _chosen(side: Keep, ours: Sequence[Any], theirs: Sequence[Any]) -> tuple[Any, ...]:
    """The values of a side; where it is silent on a part of the same thing, the other's."""
    first, second = (ours, theirs) if side is Keep.KEPT else (theirs, ours)
    if first[0] != second[0]:
        return tuple(first)
    return tuple(b if is_nothing(a) else a for a, b in zip(first, second, strict=True))


def _joined(one: MergedField, ours: Sequence[Any], theirs: Sequence[Any]) -> tuple[Any, ...]:
    return (_JOIN[one.rule](ours[0], theirs[0]),)


def _list(ours: list[str], theirs: list[str]) -> list[str]:
    said = {word.casefold() for word in ours}
    return [*ours, *(word for word in theirs if word.casefold() not in said)]


def _text(ours: str | None, theirs: str | None) -> str | None:
    if not ours or not theirs:
        return ours or theirs
    return ours if theirs.strip() in ours else f"{ours.rstrip()}\n\n{theirs.strip()}"


def _either(ours: bool, theirs: bool) -> bool:
    return ours or theirs


def _stronger(ours: SecrecyBasis, theirs: SecrecyBasis) -> SecrecyBasis:
    return min(ours, theirs, key=list(SecrecyBasis).index)


def _open(ours: CandidateStatus, theirs: CandidateStatus) -> CandidateStatus:
    """Closed only where both are; placed where either is."""
    for status in (CandidateStatus.PLACED, CandidateStatus.ACTIVE):
        if status in (ours, theirs):
            return status
    return ours


_JOIN: Mapping[Rule, Any] = {
    Rule.LIST: _list,
    Rule.TEXT: _text,
    Rule.EITHER: _either,
    Rule.STRONGER: _stronger,
    Rule.OPEN: _open,
}
