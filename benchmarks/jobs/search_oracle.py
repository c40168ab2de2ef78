"""What a word must find among the follow-ups, told without any index: every text read and compared by casefold."""

from pathlib import Path
from typing import Any

from socialupph.persistence.engine import connect


def hits_of(register: Path, word: str) -> set[int]:
    """Ids of the follow-ups that ``word`` must find: by their own code, or by placement, candidate, host or contract."""
    connection: Any = connect(register)
    hits = _records_with(connection, word.casefold())
    protected = {number for (number,) in connection.execute("SELECT id FROM candidate WHERE protected")}
    placed: set[int] = set()
    about = "SELECT id, candidate_id, host_supplier_id, contract_id FROM placement"
    for number, candidate, host, contract in connection.execute(about):
        linked = candidate in protected or host not in hits["supplier"]
        if number in hits["placement"] or candidate in hits["candidate"] or contract in hits["contract"] or not linked:
            placed.add(number)
    found: set[int] = set()
    rows = "SELECT id, code, placement_id, contract_id FROM follow_up WHERE voided_on IS NULL"
    for number, code, placement, contract in connection.execute(rows):
        if placement in placed or contract in hits["contract"] or code.casefold().startswith(word.casefold()):
            found.add(number)
    connection.close()
    return found


def _records_with(connection: Any, word: str) -> dict[str, set[int]]:
    hits: dict[str, set[int]] = {name: set() for name in ("placement", "candidate", "supplier", "contract")}
    for entity, number, *texts in connection.execute("SELECT entity, entity_id, code, title, text FROM search_item"):
        if entity in hits and any(word in text.casefold() for text in texts):
            hits[entity].add(number)
    return hits
