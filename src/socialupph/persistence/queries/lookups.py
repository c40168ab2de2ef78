"""Records to choose from while typing, by kind of field."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from socialupph.domain.changes import Entity
from socialupph.domain.kinds import CandidateStatus, ContactRole
from socialupph.domain.openings import OpeningStatus
from socialupph.domain.privacy import PersonFacts, PersonKind, Place, shown_person
from socialupph.domain.views.lookups import LookupItem
from socialupph.persistence.records import (
    BuyerRecord,
    CandidateRecord,
    ContactRecord,
    ContractRecord,
    ContractSupplierRecord,
    CourseRecord,
    OpeningRecord,
    PlacementRecord,
    RequirementRecord,
    SessionDayRecord,
    SessionRecord,
    SupplierRecord,
    WorkplaceRecord,
)
from socialupph.persistence.search import found_everywhere

Record = Any
Key = InstrumentedAttribute[Any]


@dataclass(frozen=True, slots=True)
class Lookup:
    """How one kind is found: the records, their order, what may be chosen, and their words."""

    record: type[Record]
    entity: Entity
    order: Key
    item: Callable[[Session, Record], LookupItem]
    allowed: tuple[ColumnElement[bool], ...] = ()
    newest_first: bool = False
    within: Mapping[str, Callable[[int], ColumnElement[bool]]] = field(default_factory=dict[str, Any])
    """What it can be narrowed by beside its own columns."""
    called: tuple[Key, ...] = ()
    """What a record is called to its letter, beside what the search index knows: so that one it must not know can be meant."""


def _supplier_name(session: Session, supplier_id: int) -> str:
    return session.scalars(select(SupplierRecord.name).where(SupplierRecord.id == supplier_id)).one_or_none() or ""


def _named(_session: Session, record: Record) -> LookupItem:
    return LookupItem(record.id, record.name, getattr(record, "org_number", None) or "")


def _supplier(_session: Session, record: SupplierRecord) -> LookupItem:
    return LookupItem(record.id, record.name, record.branch or "")


def _contact(session: Session, record: ContactRecord) -> LookupItem:
    facts = PersonFacts(alias=record.alias or "", name=record.name, protected=record.protected, kind=PersonKind.CONTACT)
    shown = shown_person(facts, place=Place.LIST, show_names=False)
    detail = _supplier_name(session, record.supplier_id) if shown.may_link_workplace else ""
    return LookupItem(record.id, shown.label, detail)


def _workplace(session: Session, record: WorkplaceRecord) -> LookupItem:
    return LookupItem(record.id, record.name, _supplier_name(session, record.supplier_id))


def _contract(_session: Session, record: ContractRecord) -> LookupItem:
    return LookupItem(record.id, f"{record.code} {record.title}", record.number or "")


def _requirement(session: Session, record: RequirementRecord) -> LookupItem:
    contract = session.get_one(ContractRecord, record.contract_id)
    return LookupItem(record.id, record.code, contract.title)


def _opening(session: Session, record: OpeningRecord) -> LookupItem:
    return LookupItem(record.id, f"{record.code} {record.title}", _supplier_name(session, record.supplier_id))


def _coded(_session: Session, record: Record) -> LookupItem:
    return LookupItem(record.id, record.code)


def _titled(_session: Session, record: Record) -> LookupItem:
    return LookupItem(record.id, record.title)


def _session_item(session: Session, record: SessionRecord) -> LookupItem:
    title = record.title or session.get_one(CourseRecord, record.course_id).title
    first = select(func.min(SessionDayRecord.held_on)).where(SessionDayRecord.session_id == record.id)
    day = session.execute(first).scalar_one_or_none()
    return LookupItem(
        record.id, record.code, " ".join(part for part in (title, day.isoformat() if day else "") if part)
    )


def _of_supplier(supplier_id: int) -> ColumnElement[bool]:
    """Contracts a supplier is party to."""
    return exists().where(
        ContractSupplierRecord.contract_id == ContractRecord.id, ContractSupplierRecord.supplier_id == supplier_id
    )


LOOKUPS: Mapping[str, Lookup] = {
    "buyer": Lookup(BuyerRecord, Entity.BUYER, BuyerRecord.name_key, _named, (BuyerRecord.voided_on.is_(None),)),
    "supplier": Lookup(
        SupplierRecord, Entity.SUPPLIER, SupplierRecord.name_key, _supplier, (SupplierRecord.voided_on.is_(None),)
    ),
    "contact": Lookup(
        ContactRecord, Entity.CONTACT, ContactRecord.name_key, _contact, (ContactRecord.active.is_(True),)
    ),
    "supervisor": Lookup(
        ContactRecord,
        Entity.CONTACT,
        ContactRecord.name_key,
        _contact,
        (ContactRecord.active.is_(True), ContactRecord.role == ContactRole.SUPERVISOR),
    ),
    "workplace": Lookup(WorkplaceRecord, Entity.WORKPLACE, WorkplaceRecord.name_key, _workplace),
    "contract": Lookup(
        ContractRecord,
        Entity.CONTRACT,
        ContractRecord.id,
        _contract,
        (ContractRecord.voided_on.is_(None),),
        newest_first=True,
        within={"supplier_id": _of_supplier},
    ),
    "requirement": Lookup(
        RequirementRecord,
        Entity.REQUIREMENT,
        RequirementRecord.id,
        _requirement,
        (RequirementRecord.voided_on.is_(None),),
        newest_first=True,
    ),
    "opening": Lookup(
        OpeningRecord,
        Entity.OPENING,
        OpeningRecord.id,
        _opening,
        (OpeningRecord.voided_on.is_(None), OpeningRecord.status.in_((OpeningStatus.OPEN, OpeningStatus.RESERVED))),
        newest_first=True,
    ),
    "candidate": Lookup(
        CandidateRecord,
        Entity.CANDIDATE,
        CandidateRecord.id,
        _coded,
        (CandidateRecord.voided_on.is_(None), CandidateRecord.status != CandidateStatus.CLOSED),
        newest_first=True,
    ),
    "any_candidate": Lookup(
        CandidateRecord,
        Entity.CANDIDATE,
        CandidateRecord.id,
        _coded,
        (CandidateRecord.voided_on.is_(None),),
        newest_first=True,
        called=(CandidateRecord.code, CandidateRecord.alias),
    ),
    "placement": Lookup(
        PlacementRecord,
        Entity.PLACEMENT,
        PlacementRecord.id,
        _coded,
        (PlacementRecord.voided_on.is_(None),),
        newest_first=True,
    ),
    "course": Lookup(CourseRecord, Entity.COURSE, CourseRecord.title_key, _titled, (CourseRecord.voided_on.is_(None),)),
    "session": Lookup(
        SessionRecord,
        Entity.SESSION,
        SessionRecord.id,
        _session_item,
        (SessionRecord.voided_on.is_(None),),
        newest_first=True,
    ),
}


def find(session: Session, kind: str, typed: str, limit: int, within: Mapping[str, int]) -> list[LookupItem]:
    """Records of ``kind`` where every word typed is found; without words the first in order.

    ``within`` narrows, for example to the workplaces or contracts of one ``supplier_id``. KeyError for an unknown kind.
    """
    lookup = LOOKUPS[kind]
    columns = lookup.record.__table__.c
    conditions = [*lookup.allowed, *(columns[name] == value for name, value in within.items() if name in columns)]
    conditions.extend(lookup.within[name](value) for name, value in within.items() if name in lookup.within)
    found_by_words = found_everywhere(typed, ((lookup.entity, lookup.record.id),))
    if found_by_words:
        called = [column.in_((typed.strip(), typed.strip().upper())) for column in lookup.called]
        conditions.append(or_(and_(*found_by_words), *called))
    order = lookup.order.desc() if lookup.newest_first else lookup.order.asc()
    found = session.scalars(select(lookup.record).where(*conditions).order_by(order).limit(limit))
    return [lookup.item(session, record) for record in found]


def label(session: Session, kind: str, record_id: int) -> str:
    """What a chosen record is called in its field; empty when it is gone."""
    lookup = LOOKUPS[kind]
    record = session.get(lookup.record, record_id)
    return lookup.item(session, record).text if record is not None else ""
