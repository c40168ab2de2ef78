"""Finding: FTS5 inside the register, right for å ä ö, and closed to protected people.

``search_item`` holds what is found; triggers keep two FTS5 tables beside it: trigrams for terms of three letters and more,
word starts for shorter ones. Diacritics are kept, since å is not a.
"""

import re
from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    column,
    delete,
    false,
    insert,
    literal_column,
    or_,
    select,
    table,
    update,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from socialupph.domain.changes import Entity
from socialupph.persistence.records import SearchItemRecord, Tracked

_SIGNS = re.compile(r"[\x00-\x1f\x7f]+")

DDL = (
    "CREATE VIRTUAL TABLE search_trigram USING fts5(code, title, text, content='search_item', content_rowid='id', "
    "tokenize='trigram case_sensitive 0 remove_diacritics 0')",
    "CREATE VIRTUAL TABLE search_word USING fts5(code, title, text, content='search_item', content_rowid='id', "
    "tokenize='unicode61 remove_diacritics 0', prefix='1 2')",
    "INSERT INTO search_trigram(search_trigram, rank) VALUES('secure-delete', 1)",
    "INSERT INTO search_word(search_word, rank) VALUES('secure-delete', 1)",
    "CREATE TRIGGER search_item_added AFTER INSERT ON search_item BEGIN "
    "INSERT INTO search_trigram(rowid, code, title, text) VALUES (new.id, new.code, new.title, new.text); "
    "INSERT INTO search_word(rowid, code, title, text) VALUES (new.id, new.code, new.title, new.text); END",
    "CREATE TRIGGER search_item_removed AFTER DELETE ON search_item BEGIN "
    "INSERT INTO search_trigram(search_trigram, rowid, code, title, text) "
    "VALUES ('delete', old.id, old.code, old.title, old.text); "
    "INSERT INTO search_word(search_word, rowid, code, title, text) "
    "VALUES ('delete', old.id, old.code, old.title, old.text); END",
    "CREATE TRIGGER search_item_changed AFTER UPDATE ON search_item BEGIN "
    "INSERT INTO search_trigram(search_trigram, rowid, code, title, text) "
    "VALUES ('delete', old.id, old.code, old.title, old.text); "
    "INSERT INTO search_word(search_word, rowid, code, title, text) "
    "VALUES ('delete', old.id, old.code, old.title, old.text); "
    "INSERT INTO search_trigram(rowid, code, title, text) VALUES (new.id, new.code, new.title, new.text); "
    "INSERT INTO search_word(rowid, code, title, text) VALUES (new.id, new.code, new.title, new.text); END",
)


def terms(typed: str) -> tuple[str, ...]:
    """The words of what was typed; nothing of it is ever read as search syntax."""
    return tuple(_SIGNS.sub(" ", typed).split())


def _phrase(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'


def _matches(term: str) -> Select[int]:
    """Row ids of ``search_item`` where ``term`` occurs (three letters and more) or starts a word (fewer)."""
    index, phrase = ("search_trigram", _phrase(term)) if len(term) >= 3 else ("search_word", f"{_phrase(term)}*")
    return select(table(index, column("rowid", Integer)).c.rowid).where(literal_column(index).op("MATCH")(phrase))


def entity_ids(term: str, entity: Entity) -> Select[int]:
    """Ids of the records of ``entity`` where ``term`` is found."""
    return select(SearchItemRecord.entity_id).where(
        SearchItemRecord.entity == entity, SearchItemRecord.id.in_(_matches(term))
    )


def found_everywhere(
    typed: str, targets: Iterable[tuple[Entity, ColumnElement[Any] | InstrumentedAttribute[Any]]]
) -> list[ColumnElement[bool]]:
    """One condition for each word typed: it must occur in one of the ``targets`` (an entity and the column with its id)."""
    pairs = tuple(targets)
    return [or_(false(), *(column.in_(entity_ids(term, entity)) for entity, column in pairs)) for term in terms(typed)]


def find(session: Session, typed: str, limit: int) -> list[SearchItemRecord]:
    """Records where every word typed occurs, the ones whose code or title starts with it first."""
    words = terms(typed)
    if not words:
        return []
    query = select(SearchItemRecord)
    for term in words:
        query = query.where(SearchItemRecord.id.in_(_matches(term)))
    hits = list(session.scalars(query.limit(limit * 4)))
    first = words[0].casefold()
    hits.sort(
        key=lambda hit: (not hit.code.casefold().startswith(first), not hit.title.casefold().startswith(first), hit.id)
    )
    return hits[:limit]


def refresh(session: Session, touched: Iterable[Tracked], removed: Iterable[Tracked]) -> None:
    """Bring the index in step with what a flush wrote."""
    connection = session.connection()
    findable = [(record, item_values(record)) for record in touched if record.is_findable()]
    hidden = [record for record, values in findable if values is None]
    for record in (*(record for record in removed if record.is_findable()), *hidden):
        connection.execute(
            delete(SearchItemRecord).where(
                SearchItemRecord.entity == record.entity, SearchItemRecord.entity_id == record.id
            )
        )
    for record, values in findable:
        if values is None:
            continue
        found = connection.execute(
            select(SearchItemRecord.id).where(
                SearchItemRecord.entity == record.entity, SearchItemRecord.entity_id == record.id
            )
        ).scalar_one_or_none()
        if found is None:
            connection.execute(insert(SearchItemRecord).values(**values))
        else:
            connection.execute(update(SearchItemRecord).where(SearchItemRecord.id == found).values(**values))


def item_values(record: Tracked) -> dict[str, object] | None:
    """The index row of a record; None for one that must not be found, such as a protected person."""
    shown = record.searched()
    if shown is None:
        return None
    title, body = shown
    return {
        "entity": record.entity,
        "entity_id": record.id,
        "code": getattr(record, "code", None) or "",
        "title": title,
        "text": body,
    }
