"""Taking an operation back: the values before it, row by row from the newest, with history of its own.

Works on any table from what history tells. Refused as soon as something that still stands was done to one of the rows later, or
points at a row that would go: undone operations and their undoing do not count, so that several can be taken back in turn.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, exists, literal, not_, or_, select, update
from sqlalchemy.orm import Session, aliased

from socialupph.domain.errors import NotFound, UndoRefused
from socialupph.domain.views.undo import UndoableOperation
from socialupph.persistence.bulk import Row, RowChange, delete_many, insert_many, renew, stored, update_many
from socialupph.persistence.database import Work
from socialupph.persistence.history import SKIPPED, decode
from socialupph.persistence.records import TRACKED, HistoryRecord, OperationRecord, Record, Tracked

KIND = "undo"
NAMED = 5
"""How many later changes a refusal names."""

History, Operation = HistoryRecord, OperationRecord
_KEPT_OUT = frozenset({"version", "changed_at", "created_at"})


def undo(work: Work, operation_id: int) -> str:
    """Take back ``operation_id`` in this transaction; gives its subject.

    Raises NotFound, and UndoRefused ``undo.already``, ``undo.is_undo`` or ``undo.later_change`` (facts: ``later``, the subjects of
    what was done later).
    """
    operation = work.session.get(OperationRecord, operation_id)
    if operation is None:
        raise NotFound("undo.gone", {"id": operation_id})
    if operation.undone_by is not None:
        raise UndoRefused("undo.already")
    if operation.kind == KIND:
        raise UndoRefused("undo.is_undo")
    later = later_changes(work.session, operation_id)
    if later:
        raise UndoRefused("undo.later_change", {"later": ", ".join(name for name in later if name)})
    parts: dict[type[Tracked], None] = {}
    for table_name, action, rows in _steps(work.session, operation_id):
        record_type = TRACKED[table_name]
        _ACTIONS[action](work, record_type, rows)
        if record_type.part_of is not None:
            parts[record_type] = None
    for record_type in parts:
        _renew_owners(work, record_type)
    work.session.execute(
        update(OperationRecord).where(OperationRecord.id == operation_id).values(undone_by=work.operation())
    )
    return operation.subject


def last_undoable(session: Session, operations: Sequence[int]) -> UndoableOperation | None:
    """The newest of ``operations`` that changed something and still stands."""
    statement = (
        select(Operation.id, Operation.kind, Operation.subject, Operation.at)
        .where(
            Operation.id.in_(operations),
            Operation.undone_by.is_(None),
            Operation.kind != KIND,
            exists().where(History.operation_id == Operation.id),
        )
        .order_by(Operation.id.desc())
        .limit(1)
    )
    found = session.execute(statement).one_or_none()
    return None if found is None else UndoableOperation(found.id, found.kind, found.subject, found.at)


# ---------------------------------------------------------------- what stands in the way


def later_changes(session: Session, operation_id: int) -> list[str]:
    """What still stands and was done later to the rows of an operation, or points at them: codes, empty where there is none."""
    found = dict.fromkeys(session.scalars(_later_on_same_rows(operation_id)))
    for statement in _pointers(session, operation_id):
        found |= dict.fromkeys(session.scalars(statement))
    return list(found)[:NAMED]


def _stands(operation: type[OperationRecord]) -> ColumnElement[bool]:
    """Whether an operation is neither undone nor the undoing of another."""
    return and_(operation.undone_by.is_(None), operation.kind != KIND)


def _later_on_same_rows(operation_id: int) -> Select[str]:
    mine, other, operation = aliased(History), aliased(History), aliased(Operation)
    return (
        select(operation.subject)
        .distinct()
        .select_from(mine)
        .join(
            other,
            and_(other.table_name == mine.table_name, other.row_id == mine.row_id, other.operation_id > operation_id),
        )
        .join(operation, operation.id == other.operation_id)
        .where(mine.operation_id == operation_id, _stands(operation))
        .limit(NAMED)
    )


def _touched(operation_id: int, table_name: str, *, created: bool) -> Select[int]:
    """Ids of the rows of a table that an operation touched, or only those it made."""
    rows = select(History.row_id).where(History.operation_id == operation_id, History.table_name == table_name)
    return rows.where(History.before.is_(None)) if created else rows


def _pointers(session: Session, operation_id: int) -> Iterator[Select[str]]:
    """For every table that can point at a row the operation made: the names of rows that do, and are not its own."""
    made = set(
        session.scalars(
            select(History.table_name).where(History.operation_id == operation_id, History.before.is_(None)).distinct()
        )
    )
    for table in Record.metadata.sorted_tables:
        if table.name not in TRACKED:
            continue
        conditions: list[ColumnElement[bool]] = [
            key.parent.in_(_touched(operation_id, key.column.table.name, created=True))
            for key in table.foreign_keys
            if key.column.table.name in made
        ]
        conditions += _loose_pointers(table, operation_id, made)
        if conditions:
            own = table.c.id.in_(_touched(operation_id, table.name, created=False))
            code = table.c.code if "code" in table.c else literal("")
            yield select(code).where(or_(*conditions), not_(own)).limit(NAMED)


def _loose_pointers(table: Table, operation_id: int, made: set[str]) -> list[ColumnElement[bool]]:
    """Rows that point by register and id (a task, a document), where no foreign key can hold them."""
    if "about" not in table.c or "about_id" not in table.c:
        return []
    return [
        and_(
            table.c.about == TRACKED[name].entity,
            table.c.about_id.in_(_touched(operation_id, name, created=True)),
        )
        for name in made
        if TRACKED[name].part_of is None
    ]


# ---------------------------------------------------------------- taking back


def _steps(session: Session, operation_id: int) -> Iterator[tuple[str, str, list[HistoryRecord]]]:
    """The rows of an operation from the newest, together as long as table and action stay the same."""
    statement = select(History).where(History.operation_id == operation_id).order_by(History.id.desc())
    rows = session.scalars(statement).all()
    for (table_name, action), listed in groupby(rows, key=lambda row: (row.table_name, _action(row))):
        portion: dict[int, HistoryRecord] = {}
        for row in listed:
            if row.row_id in portion:
                yield table_name, action, list(portion.values())
                portion = {}
            portion[row.row_id] = row
        yield table_name, action, list(portion.values())


def _action(row: HistoryRecord) -> str:
    if row.before is None:
        return "made"
    return "removed" if row.after is None else "changed"


def _take_away(work: Work, record_type: type[Tracked], rows: Sequence[HistoryRecord]) -> None:
    present = stored(work, record_type, [row.row_id for row in rows])
    delete_many(work, record_type, [present[row.row_id] for row in rows])


def _put_back(work: Work, record_type: type[Tracked], rows: Sequence[HistoryRecord]) -> None:
    table = record_type.table()
    whole: list[Row] = []
    for row in rows:
        values = {name: decode(table, name, raw) for name, raw in (row.before or {}).items()}
        whole.append({**values, "version": row.version + 1})
    insert_many(work, record_type, whole)


def _change_back(work: Work, record_type: type[Tracked], rows: Sequence[HistoryRecord]) -> None:
    table = record_type.table()
    present = stored(work, record_type, [row.row_id for row in rows])
    changes: list[RowChange] = []
    for row in rows:
        kept: dict[str, Any] = {
            name: decode(table, name, raw)
            for name, raw in (row.before or {}).items()
            if name not in _KEPT_OUT and name not in SKIPPED
        }
        changes.append(RowChange(present[row.row_id], kept))
    update_many(work, record_type, changes)


def _renew_owners(work: Work, record_type: type[Tracked]) -> None:
    """Give the records whose parts were touched a new version, so that nobody saves over them unseen."""
    (key,) = record_type.table().c[record_type.part_of or ""].foreign_keys
    renew(work, key.column.table, (ref.id for ref in work.changes.touched if ref.entity is record_type.entity))


_ACTIONS = {"made": _take_away, "removed": _put_back, "changed": _change_back}
