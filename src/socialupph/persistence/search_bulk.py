"""The search index for many rows at once: what ``search`` keeps by triggers, kept by one statement for each index.

An FTS5 table that a trigger writes to is flushed for every row; ten thousand rows take seconds.
"""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from socialupph.domain.changes import Entity
from socialupph.persistence.search import DDL

FEW = 50
"""Up to so many rows the triggers keep step; beyond, one statement for each index is many times quicker."""


class Item(NamedTuple):
    """A row of the index."""

    entity: Entity
    entity_id: int
    code: str
    title: str
    text: str


def add_many(session: Session, items: Sequence[Item]) -> None:
    """Index records that are new."""
    connection = session.connection()
    last = connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM search_item").scalar_one()
    with _in_step(connection, len(items), f"id > {last}", before=False):
        connection.exec_driver_sql(
            "INSERT INTO search_item (entity, entity_id, code, title, text) VALUES (?, ?, ?, ?, ?)",
            [(item.entity.value, *item[1:]) for item in items],
        )


def change_many(session: Session, entity: Entity, items: Sequence[Item]) -> None:
    """Index records anew whose texts may differ."""
    session.connection().exec_driver_sql(
        "UPDATE search_item SET code = ?1, title = ?2, text = ?3 WHERE entity = ?4 AND entity_id = ?5 "
        "AND (code <> ?1 OR title <> ?2 OR text <> ?3)",
        [(item.code, item.title, item.text, entity.value, item.entity_id) for item in items],
    )


def remove_many(session: Session, entity: Entity, ids: Sequence[int]) -> None:
    """Take records out of the index."""
    connection = session.connection()
    connection.exec_driver_sql("CREATE TEMP TABLE IF NOT EXISTS search_gone (entity_id INTEGER PRIMARY KEY)")
    connection.exec_driver_sql("DELETE FROM search_gone")
    connection.exec_driver_sql("INSERT INTO search_gone VALUES (?)", [(number,) for number in ids])
    which = f"entity = '{entity.value}' AND entity_id IN (SELECT entity_id FROM search_gone)"  # noqa: S608 -- as above
    with _in_step(connection, len(ids), which, before=True):
        connection.exec_driver_sql(f"DELETE FROM search_item WHERE {which}")  # noqa: S608 -- our own words only


@contextmanager
def _in_step(connection: Connection, count: int, which: str, *, before: bool) -> Generator[None]:
    """Keep the FTS tables in step with what the block does to the rows ``which``: by the triggers, or for many rows at once.

    The triggers are away only inside the transaction, which takes everything back when it fails.
    """
    if count <= FEW:
        yield
        return
    triggers = [statement for statement in DDL if statement.startswith("CREATE TRIGGER")]
    for statement in triggers:
        connection.exec_driver_sql(f"DROP TRIGGER {statement.split()[2]}")
    start, command = ("(", "") if not before else ("({table}, ", "'delete', ")
    statements = [
        f"INSERT INTO {table}{start.format(table=table)}rowid, code, title, text) "  # noqa: S608 -- our own words only
        f"SELECT {command}id, code, title, text FROM search_item WHERE {which}"
        for table in ("search_trigram", "search_word")
    ]
    if before:
        for statement in statements:
            connection.exec_driver_sql(statement)
    yield
    if not before:
        for statement in statements:
            connection.exec_driver_sql(statement)
    for statement in triggers:
        connection.exec_driver_sql(statement)
