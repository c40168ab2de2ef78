"""The search index for many rows at once: what ``search`` keeps by triggers, kept by one statement for each index.

An FTS5 table that a trigger writes to is flushed for every row, and taking words out of it securely costs milliseconds a row;
ten thousand rows would take a minute.
"""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from socialupph.domain.changes import Entity
from socialupph.persistence.search import DDL

FEW = 50
"""Up to so many rows the triggers keep step."""

MUCH = 200
"""The index is made anew when more than one row in so many changes or goes."""

_TABLES = ("search_trigram", "search_word")


class Item(NamedTuple):
    """A row of the index."""

    entity: Entity
    entity_id: int
    code: str
    title: str
    text: str


_WAITING = "search_waiting"
"""Under this name a session carries what is to be indexed together."""


@contextmanager
def together(session: Session) -> Generator[None]:
    """Index all that is added in bulk inside when the block ends: writing to both indexes costs as much for one kind of record."""
    waiting: list[Item] = []
    session.info[_WAITING] = waiting
    try:
        yield
    finally:
        del session.info[_WAITING]
    _add(session, waiting)


def add_many(session: Session, items: Sequence[Item]) -> None:
    """Index records that are new to the index."""
    if _WAITING in session.info:
        session.info[_WAITING].extend(items)
    else:
        _add(session, items)


def _add_waiting(session: Session) -> None:
    """Index what waits, before something that stands in the index is changed."""
    waiting: list[Item] = session.info.get(_WAITING, [])
    _add(session, waiting)
    waiting.clear()


def _add(session: Session, items: Sequence[Item]) -> None:
    if not items:
        return
    connection = session.connection()
    last = connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM search_item").scalar_one()
    with _without_triggers(connection, len(items) > FEW) as away:
        connection.exec_driver_sql(
            "INSERT INTO search_item (entity, entity_id, code, title, text) VALUES (?, ?, ?, ?, ?)",
            [(item.entity.value, *item[1:]) for item in items],
        )
        for table in _TABLES if away else ():
            connection.exec_driver_sql(
                f"INSERT INTO {table} (rowid, code, title, text) "  # noqa: S608 -- our own tables
                "SELECT id, code, title, text FROM search_item WHERE id > ?",
                (last,),
            )


def change_many(session: Session, entity: Entity, items: Sequence[Item]) -> None:
    """Index records anew whose texts may differ."""
    _add_waiting(session)
    connection = session.connection()
    found = connection.exec_driver_sql(
        "SELECT entity_id, code, title, text FROM search_item WHERE entity = ?", (entity.value,)
    )
    known = {number: tuple(texts) for number, *texts in found}
    _add(session, [item for item in items if item.entity_id not in known])
    changed = [item for item in items if known.get(item.entity_id, item[2:]) != item[2:]]
    if not changed:
        return
    with _made_anew(connection, len(changed)):
        connection.exec_driver_sql(
            "UPDATE search_item SET code = ?, title = ?, text = ? WHERE entity = ? AND entity_id = ?",
            [(*item[2:], entity.value, item.entity_id) for item in changed],
        )


def remove_many(session: Session, entity: Entity, ids: Sequence[int]) -> None:
    """Take records out of the index."""
    if not ids:
        return
    _add_waiting(session)
    connection = session.connection()
    with _made_anew(connection, len(ids)):
        connection.exec_driver_sql(
            "DELETE FROM search_item WHERE entity = ? AND entity_id = ?", [(entity.value, number) for number in ids]
        )


@contextmanager
def _made_anew(connection: Connection, count: int) -> Generator[None]:
    """Let the triggers follow ``count`` changes or, when they are many, build both indexes from what stands afterwards."""
    everything: int = connection.exec_driver_sql("SELECT count(*) FROM search_item").scalar_one()
    with _without_triggers(connection, count > FEW and count * MUCH > everything) as away:
        yield
        for table in _TABLES if away else ():
            connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")  # noqa: S608 -- our own tables


@contextmanager
def _without_triggers(connection: Connection, wanted: bool) -> Generator[bool]:
    """The triggers are away only inside the transaction, which takes everything back when it fails."""
    triggers = [statement for statement in DDL if statement.startswith("CREATE TRIGGER")] if wanted else []
    for statement in triggers:
        connection.exec_driver_sql(f"DROP TRIGGER {statement.split()[2]}")
    yield wanted
    for statement in triggers:
        connection.exec_driver_sql(statement)
