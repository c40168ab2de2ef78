"""Reference data, in the order in which it is offered."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from socialupph.domain.kinds import ReferenceList
from socialupph.domain.views.reference import ReferenceItem
from socialupph.persistence.records import ReferenceItemRecord


def items(session: Session, which: ReferenceList) -> list[ReferenceItem]:
    """Every word of a list, closed ones too."""
    found = session.scalars(
        select(ReferenceItemRecord)
        .where(ReferenceItemRecord.list == which)
        .order_by(ReferenceItemRecord.position, ReferenceItemRecord.id)
    )
    return [item(record) for record in found]


def item(record: ReferenceItemRecord) -> ReferenceItem:
    """A row as it is read."""
    return ReferenceItem(
        id=record.id,
        version=record.version,
        list=record.list,
        key=record.key,
        label=record.label,
        valid_from=record.valid_from,
        valid_to=record.valid_to,
        placement_kind=record.placement_kind,
        max_months=record.max_months,
        max_days=record.max_days,
        public_host_only=record.public_host_only,
        opens_early_end=record.opens_early_end,
        has_volume=record.has_volume,
        note=record.note or "",
    )


def last_position(session: Session, which: ReferenceList) -> int:
    """The highest position of a list; 0 when it is empty."""
    statement = select(func.max(ReferenceItemRecord.position)).where(ReferenceItemRecord.list == which)
    return session.execute(statement).scalar_one() or 0
