"""One engine for every list: ids in order from SQL, rows by pages of ids, the same for screen, file, paper and command line."""

import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, Generic, TypeVar

from sqlalchemy import (
    BinaryExpression,
    ColumnClause,
    ColumnElement,
    FromClause,
    Join,
    RowMapping,
    Select,
    UnaryExpression,
    bindparam,
    func,
    literal,
    select,
)
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.sql import operators, visitors

from socialupph.domain.queries import ListQuery
from socialupph.persistence.search import Shape, Target, conditions, shape, sought

View = TypeVar("View")
Expression = ColumnElement[Any] | InstrumentedAttribute[Any]
Condition = Callable[[tuple[str, ...]], ColumnElement[bool]]


@dataclass(frozen=True, slots=True, eq=False)
class ListSource(Generic[View]):
    """Where a list comes from.

    ``columns`` are selected under their names and handed to ``build`` with whether names are wanted. ``sorts`` names the
    orders a list can have (a column of that name is used when it is missing there); text is sorted by stored Swedish keys.
    A column whose name begins with ``_`` is there for ``build`` only and orders nothing.
    ``filters`` turn the chosen values of a filter into a condition, ``base`` always holds, ``search`` says in which
    registers a typed word may be found and by which column, or makes a condition of what is found; ``code`` is a code that is not
    in the search index.
    """

    id: Expression
    tables: FromClause
    columns: Mapping[str, Expression]
    build: Callable[[RowMapping, bool], View]
    sorts: Mapping[str, Sequence[Expression]] = field(default_factory=dict[str, Sequence[Expression]])
    filters: Mapping[str, Condition] = field(default_factory=dict[str, Condition])
    base: Sequence[ColumnElement[bool]] = ()
    search: Sequence[Target] = ()
    code: Expression | None = None


def one_of(column: Expression) -> Condition:
    """The usual filter: the column has one of the chosen values."""

    def condition(chosen: tuple[str, ...]) -> ColumnElement[bool]:
        return column.in_(chosen)

    return condition


def by_id(column: Expression) -> Condition:
    """The column is the id of one of the chosen records; ValueError for what is no number."""

    def condition(chosen: tuple[str, ...]) -> ColumnElement[bool]:
        return column.in_([int(number) for number in chosen])

    return condition


def not_indexed(column: Expression) -> ColumnElement[Any]:
    """The column with SQLite's unary plus, which keeps it from looking there by an index.

    Needed where a condition that nearly every row meets has an index in the wanted order: SQLite, which has no statistics of a
    new register, would walk through all of it for every row outside.
    """
    plus: operators.custom_op[Any] = operators.custom_op("+")
    bare = column.expression if isinstance(column, InstrumentedAttribute) else column
    return UnaryExpression(bare, operator=plus, type_=column.type)


def days_since(day: ColumnElement[Any] | InstrumentedAttribute[Any], today: dt.date) -> ColumnElement[Any]:
    """How many days ago ``day`` was, for sorting: the one place that counts days in SQL."""
    return func.julianday(literal(today)) - func.julianday(day)


def ids(session: Session, source: ListSource[View], query: ListQuery) -> list[int]:
    """The ids of the records asked for, in order. KeyError for a filter or order the list does not have."""
    typed = query.search
    statement = _in_order(source, replace(query, search="", show_names=False), shape(typed))
    return json.loads(session.connection().execute(statement, sought(typed)).scalar_one())


@lru_cache(maxsize=256)
def _in_order(source: ListSource[Any], query: ListQuery, searched: Shape) -> Select[str]:
    """The ids in order, handed over as one value since a row each costs more than finding them; kept, like ``_page``.

    SQLite keeps the order of a subquery for an aggregate that depends on it, as this one does.
    """
    required = list(source.base)
    for name, chosen in query.filters:
        if chosen:
            required.append(source.filters[name](chosen))
    if searched:
        required = [_beside_search(condition) for condition in required]
        required.extend(conditions(searched, source.search, source.code))
    order: list[ColumnElement[Any]] = []
    if query.sort:
        if query.sort.startswith("_"):
            raise KeyError(query.sort)
        keys = source.sorts[query.sort] if query.sort in source.sorts else (source.columns[query.sort],)
        order = [key.desc().nulls_last() if query.descending else key.asc().nulls_last() for key in keys]
    found = select(source.id.label("id")).select_from(source.tables).where(*required).order_by(*order, source.id)
    return select(func.json_group_array(found.subquery().c.id))


def _beside_search(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """The condition so that SQLite goes from what the search found and not through all records that are not void."""
    if not isinstance(condition, BinaryExpression) or condition.operator is not operators.is_:
        return condition
    column: ColumnElement[Any] = condition.left
    return not_indexed(column).is_(condition.right) if isinstance(column, ColumnClause) else condition


def rows(session: Session, source: ListSource[View], wanted: Sequence[int], *, show_names: bool = False) -> list[View]:
    """The row views of ``wanted``, in that order; a record that is gone meanwhile is left out."""
    found: dict[int, View] = {}
    connection, statement = session.connection(), _page(source)
    for start in range(0, len(wanted), 500):
        page = connection.execute(statement, {"wanted": wanted[start : start + 500]})
        for row in page.mappings().all():
            found[row["_id"]] = source.build(row, show_names)
    return [found[number] for number in wanted if number in found]


@lru_cache(maxsize=64)
def _page(source: ListSource[Any]) -> Select[*tuple[Any, ...]]:
    """The columns of the records whose ids are ``wanted``; kept, since putting it together takes longer than running it."""
    selected = [column.label(name) for name, column in source.columns.items()]
    wanted = source.id.in_(bindparam("wanted", expanding=True))
    return select(source.id.label("_id"), *selected).select_from(source.tables).where(wanted)


def total(session: Session, source: ListSource[View]) -> int:
    """How many records the list holds without search and filter."""
    statement = select(func.count()).select_from(_counted(source)).where(*source.base)
    return session.execute(statement).scalar_one()


def _counted(source: ListSource[Any]) -> FromClause:
    """The tables without those that only add something to show: SQLite joins them row by row when it counts."""
    asked = {
        part.table
        for condition in source.base
        for part in visitors.iterate(condition)
        if isinstance(part, ColumnClause)
    }
    tables = source.tables
    while isinstance(tables, Join) and tables.isouter and tables.right not in asked and _adds_at_most_one(tables):
        tables = tables.left
    return tables


def _adds_at_most_one(join: Join) -> bool:
    """Whether each row on the left finds at most one on the right: it is joined by the right one's primary key."""
    condition = join.onclause
    if not isinstance(condition, BinaryExpression) or condition.operator is not operators.eq:
        return False
    key = list(join.right.primary_key)
    return len(key) == 1 and any(side is key[0] or side.compare(key[0]) for side in (condition.left, condition.right))
