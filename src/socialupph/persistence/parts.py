"""Parts of a record (parties, options, target groups) brought in step with what was typed, row by row, so that history tells."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.orm.attributes import flag_modified

from socialupph.persistence.database import Work
from socialupph.persistence.records import Tracked

Part = TypeVar("Part", bound=Tracked)


def replace_parts(
    work: Work, owner: Tracked, record_type: type[Part], key: str, wanted: Mapping[Any, Mapping[str, Any]]
) -> bool:
    """Make the parts of ``owner`` those of ``wanted``: value of the ``key`` column → values of the others.

    Parts that stay are changed in place, so that their ids and history go on. Gives whether anything differed; the owner then gets
    a new version, so that nobody saves over it unseen.
    """
    part_of = record_type.part_of or ""
    column: InstrumentedAttribute[Any] = getattr(record_type, part_of)
    present = {getattr(part, key): part for part in work.session.scalars(select(record_type).where(column == owner.id))}
    differs = False
    for value, part in present.items():
        if value not in wanted:
            work.session.delete(part)
            differs = True
    for value, others in wanted.items():
        part = present.get(value)
        if part is None:
            part = record_type()
            setattr(part, part_of, owner.id)
            setattr(part, key, value)
            work.session.add(part)
            differs = True
        for name, other in others.items():
            if getattr(part, name) != other:
                setattr(part, name, other)
                differs = True
    if differs:
        touch(work, owner)
    return differs


def touch(work: Work, owner: Tracked) -> None:
    """Give a stored record a new version though none of its own columns differs; one made just now keeps its first."""
    if owner.ref() not in work.changes.created:
        flag_modified(owner, "changed_at")


def in_order(ids: Sequence[int], **same: Any) -> dict[int, dict[str, Any]]:
    """Ids as parts with their ``position``; ``same`` is alike for all."""
    return {number: {"position": position, **same} for position, number in enumerate(ids)}
