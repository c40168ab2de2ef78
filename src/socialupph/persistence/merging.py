"""Making one record of two: whatever points at the one is made to point at the other, row by row with history, so that undo works.

What points is read from the mapped tables, foreign keys and pairs of register and id alike, so that a table made later cannot be
forgotten.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Table, UniqueConstraint, select

from socialupph.domain.changes import Entity, RecordRef
from socialupph.domain.kinds import ContractParty
from socialupph.domain.values import name_key
from socialupph.persistence.bulk import Row, RowChange, delete_many, renew, update_many
from socialupph.persistence.database import Work
from socialupph.persistence.history import SKIPPED
from socialupph.persistence.records import TRACKED, Record, SupplierRecord, Tracked, WorkplaceRecord

INTO = "merged_into_id"
"""The column that says where a record went: history, and never moved."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A column whose rows point at records of one register; ``about`` where the register stands in a column beside it."""

    record_type: type[Tracked]
    column: str
    about: Entity | None = None

    @property
    def table(self) -> Table:
        """The table it is in."""
        return self.record_type.table()

    def at(self, record_id: int) -> list[ColumnElement[bool]]:
        """The conditions of the rows that point at a record."""
        found: list[ColumnElement[bool]] = [self.table.c[self.column] == record_id]
        return found if self.about is None else [*found, self.table.c.about == self.about]


def pointers_at(target: type[Tracked]) -> Iterator[Pointer]:
    """Every column that can point at a record of ``target``. TypeError for one in a table that keeps no history."""
    for table in Record.metadata.sorted_tables:
        record_type = TRACKED.get(table.name)
        for key in table.foreign_keys:
            if key.column.table is target.table() and key.parent.name != INTO:
                if record_type is None:
                    raise TypeError(table.name)
                yield Pointer(record_type, key.parent.name)
        if record_type is not None and {"about", "about_id"} <= set(table.c.keys()) and target.part_of is None:
            yield Pointer(record_type, "about_id", target.entity)


def merge_rows(
    work: Work, target: type[Tracked], kept: Row, merged: Row, becomes: Mapping[str, Any], gone: Mapping[str, Any]
) -> None:
    """Move what hangs on ``merged`` to ``kept``, give the kept row its values and the merged one those of a record that is gone."""
    if target is SupplierRecord:
        _join_workplaces(work, kept["id"], merged["id"])
    move(work, target, merged["id"], kept["id"])
    changed = {name: value for name, value in becomes.items() if kept[name] != value}
    if changed:
        update_many(work, target, [RowChange(kept, changed)])
    else:
        renew(work, target.table(), [kept["id"]])  # what hangs on it differs, so nobody saves over it unseen
        work.adopt({RecordRef(target.entity, kept["id"]): None}, [])
    update_many(work, target, [RowChange(merged, {**gone, INTO: kept["id"]})])


def move(work: Work, target: type[Tracked], from_id: int, to_id: int) -> None:
    """Let every row that points at one record point at another; a row that would then stand there twice is taken away."""
    for pointer in pointers_at(target):
        rows = _rows(work, pointer, from_id)
        if not rows:
            continue
        doubles = _doubles(work, pointer, rows, to_id)
        for row in rows:
            if row["id"] in doubles:
                _take_in(work, pointer, doubles[row["id"]], row)
        moving = [row for row in rows if row["id"] not in doubles]
        update_many(work, pointer.record_type, [RowChange(row, {pointer.column: to_id}) for row in moving])
        part_of = pointer.record_type.part_of
        if part_of is not None and part_of != pointer.column:
            (key,) = pointer.table.c[part_of].foreign_keys
            renew(work, key.column.table, (row[part_of] for row in rows))


def _rows(work: Work, pointer: Pointer, record_id: int) -> list[Row]:
    """The rows that point at a record, without what is too large to be read for it."""
    columns = [column for column in pointer.table.c if column.name not in SKIPPED]
    statement = select(*columns).where(*pointer.at(record_id)).order_by(pointer.table.c.id)
    return [dict(row) for row in work.session.connection().execute(statement).mappings()]


def _doubles(work: Work, pointer: Pointer, rows: list[Row], to_id: int) -> dict[int, Row]:
    """For each row that may not stand beside one of the other record: that one."""
    found: dict[int, Row] = {}
    for constraint in pointer.table.constraints:
        if not isinstance(constraint, UniqueConstraint):
            continue
        names = {column.name for column in constraint.columns}
        if pointer.column not in names:
            continue
        others = sorted(names - {pointer.column})
        there = {tuple(row[name] for name in others): row for row in _rows(work, pointer, to_id)}
        for row in rows:
            same = there.get(tuple(row[name] for name in others))
            if same is not None:
                found[row["id"]] = same
    return found


def _take_in(work: Work, pointer: Pointer, standing: Row, double: Row) -> None:
    """Take a row away that says the same as another, after that one has got what hung on it and what it said more."""
    more = _contract_party(standing, double) if pointer.table.name == "contract_supplier" else {}
    if more:
        update_many(work, pointer.record_type, [RowChange(standing, more)])
    move(work, pointer.record_type, double["id"], standing["id"])
    delete_many(work, pointer.record_type, [double])


def _contract_party(standing: Row, double: Row) -> dict[str, Any]:
    """A supplier that was party under one name and subcontractor under the other is party; the first place is the one that counts."""
    if standing["party"] == double["party"]:
        better = double["position"] < standing["position"]
    else:
        better = double["party"] == ContractParty.SUPPLIER
    return {"party": double["party"], "position": double["position"]} if better else {}


def _join_workplaces(work: Work, kept_id: int, merged_id: int) -> None:
    """Workplaces of the same name become one, unless both have addresses that differ."""
    pointer = Pointer(WorkplaceRecord, "supplier_id")
    there: dict[str, Row] = {}
    for place in _rows(work, pointer, kept_id):
        there.setdefault(name_key(place["name"]), place)
    for place in _rows(work, pointer, merged_id):
        same = there.get(name_key(place["name"]))
        if same is None or not _may_be_one(same["address"], place["address"]):
            continue
        if not same["address"] and place["address"]:
            update_many(work, WorkplaceRecord, [RowChange(same, {"address": place["address"]})])
            there[name_key(place["name"])] = {**same, "address": place["address"], "version": same["version"] + 1}
        move(work, WorkplaceRecord, place["id"], same["id"])
        delete_many(work, WorkplaceRecord, [place])


def _may_be_one(one: str | None, other: str | None) -> bool:
    return not one or not other or name_key(one) == name_key(other)
