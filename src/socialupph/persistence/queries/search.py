"""What the palette shows of a hit: one set-based look-up for each kind of record found."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, literal, select
from sqlalchemy.orm import Session

from socialupph.domain.changes import Entity, RecordRef
from socialupph.domain.kinds import ContractParty
from socialupph.domain.privacy import Place, shown_person
from socialupph.domain.views.search import SearchHit
from socialupph.i18n import _
from socialupph.persistence import search
from socialupph.persistence.queries import people
from socialupph.persistence.queries.merged import RECORDS, standing_id
from socialupph.persistence.records import (
    CandidateRecord,
    ContactRecord,
    ContractRecord,
    ContractSupplierRecord,
    CourseRecord,
    DeviationRecord,
    FollowUpRecord,
    MatchRecord,
    OpeningRecord,
    PlacementRecord,
    RequirementRecord,
    SessionRecord,
    SignUpRecord,
    SupplierRecord,
    WorkplaceRecord,
)

CODED: Mapping[Entity, type[Any]] = {
    Entity.CONTRACT: ContractRecord,
    Entity.REQUIREMENT: RequirementRecord,
    Entity.OPENING: OpeningRecord,
    Entity.CANDIDATE: CandidateRecord,
    Entity.PLACEMENT: PlacementRecord,
    Entity.FOLLOW_UP: FollowUpRecord,
    Entity.DEVIATION: DeviationRecord,
    Entity.SESSION: SessionRecord,
}

Columns = Select[*tuple[Any, ...]]

_UNINDEXED = (Entity.FOLLOW_UP, Entity.DEVIATION)
"""Found by their code alone: they have no text that may be searched."""

_LEAST_CODE = 3

_HOMES: Mapping[Entity, tuple[Entity, Any, Any]] = {
    Entity.CONTACT: (Entity.SUPPLIER, ContactRecord.supplier_id, ContactRecord.id),
    Entity.WORKPLACE: (Entity.SUPPLIER, WorkplaceRecord.supplier_id, WorkplaceRecord.id),
    Entity.REQUIREMENT: (Entity.CONTRACT, RequirementRecord.contract_id, RequirementRecord.id),
    Entity.MATCH: (Entity.OPENING, MatchRecord.opening_id, MatchRecord.id),
    Entity.SIGN_UP: (Entity.SESSION, SignUpRecord.session_id, SignUpRecord.id),
}
"""Records that are shown on another's page: its entity, and the columns that lead there."""


def find(session: Session, typed: str, limit: int, *, show_names: bool) -> list[SearchHit]:
    """Records where every word typed occurs. A candidate's name finds it but is shown only when names are wanted."""
    found = [(hit.entity, hit.entity_id, hit.code, hit.title) for hit in search.find(session, typed, limit)]
    found += _by_code_start(session, typed, limit - len(found))
    by_entity: dict[Entity, list[int]] = {}
    for entity, record_id, _code, _title in found:
        by_entity.setdefault(entity, []).append(record_id)
    details = {entity: _details(session, entity, numbers) for entity, numbers in by_entity.items()}
    hits: list[SearchHit] = []
    for entity, record_id, code, title in found:
        shown_title, detail = details[entity].get(record_id, ("", ""))
        hidden = entity is Entity.CANDIDATE and not show_names
        hits.append(SearchHit(entity, record_id, code, shown_title or ("" if hidden else title), detail))
    return [*hits, *_by_former_code(session, typed, limit - len(hits))]


def _by_former_code(session: Session, typed: str, limit: int) -> list[SearchHit]:
    """Candidates by the code of one that turned out to be them; never somebody protected."""
    start = typed.strip().upper()
    if limit <= 0 or len(start) < _LEAST_CODE or " " in start:
        return []
    record = CandidateRecord
    gone = select(record).where(
        record.merged_into_id.is_not(None), record.code >= start, record.code < start + "\uffff"
    )
    found: list[SearchHit] = []
    for one in session.scalars(gone.order_by(record.code).limit(limit)):
        kept = session.get_one(record, standing_id(session, Entity.CANDIDATE, one.id))
        person = shown_person(people.candidate_facts(kept), place=Place.SEARCH, show_names=False)
        if person.may_occur and kept.voided_on is None:
            found.append(
                SearchHit(Entity.CANDIDATE, kept.id, kept.code, "", _("tidigare {code}").format(code=one.code))
            )
    return found


def home(session: Session, ref: RecordRef) -> RecordRef:
    """The record on whose page another is shown; itself where it has a page of its own, or is gone."""
    if ref.entity not in _HOMES:
        return ref
    entity, owner, own_id = _HOMES[ref.entity]
    number = session.scalar(select(owner).where(own_id == ref.id))
    return ref if number is None else RecordRef(entity, number)


def locate(session: Session, code: str) -> RecordRef | None:
    """The record with exactly this code, whatever its letters' case; None when there is none.

    The code of a candidate that turned out to be another leads to that one.
    """
    wanted = code.strip().upper()
    for entity, record in CODED.items():
        number = session.scalar(select(record.id).where(record.code == wanted))
        if number is not None:
            return RecordRef(entity, standing_id(session, entity, number) if entity in RECORDS else number)
    return None


def _by_code_start(session: Session, typed: str, limit: int) -> list[tuple[Entity, int, str, str]]:
    start = typed.strip().upper()
    if limit <= 0 or len(start) < _LEAST_CODE or " " in start:
        return []
    found: list[tuple[Entity, int, str, str]] = []
    for entity in _UNINDEXED:
        record = CODED[entity]
        query = select(record.id, record.code).where(record.code >= start, record.code < start + "\uffff")
        found += [
            (entity, number, code, "") for number, code in session.execute(query.order_by(record.code).limit(limit))
        ]
    return found[:limit]


def _details(session: Session, entity: Entity, numbers: Sequence[int]) -> dict[int, tuple[str, str]]:
    """For each id a title (empty where the index has the right one) and a detail."""
    query = _DETAILS.get(entity)
    if query is None:
        return {}
    rows: Iterable[tuple[int, str | None, str | None]]
    rows = session.execute(query.where(_ID_COLUMNS[entity].in_(numbers)))
    return {number: (title or "", detail or "") for number, title, detail in rows}


def _supplier_of(record: type[Any]) -> Columns:
    return select(record.id, literal(""), SupplierRecord.name).join(
        SupplierRecord, SupplierRecord.id == record.supplier_id
    )


_first_party = (
    select(SupplierRecord.name)
    .join(ContractSupplierRecord, ContractSupplierRecord.supplier_id == SupplierRecord.id)
    .where(
        ContractSupplierRecord.contract_id == ContractRecord.id,
        ContractSupplierRecord.party == ContractParty.SUPPLIER,
    )
    .order_by(ContractSupplierRecord.position, ContractSupplierRecord.id)
    .limit(1)
    .correlate(ContractRecord)
    .scalar_subquery()
)

_DETAILS: Mapping[Entity, Columns] = {
    Entity.CONTACT: _supplier_of(ContactRecord),
    Entity.WORKPLACE: _supplier_of(WorkplaceRecord),
    Entity.OPENING: _supplier_of(OpeningRecord),
    Entity.CONTRACT: select(ContractRecord.id, ContractRecord.title, _first_party),
    Entity.REQUIREMENT: select(RequirementRecord.id, ContractRecord.title, _first_party).join(
        ContractRecord, ContractRecord.id == RequirementRecord.contract_id
    ),
    Entity.PLACEMENT: select(PlacementRecord.id, CandidateRecord.code, ContractRecord.code)
    .outerjoin(CandidateRecord, CandidateRecord.id == PlacementRecord.candidate_id)
    .join(ContractRecord, ContractRecord.id == PlacementRecord.contract_id),
    Entity.FOLLOW_UP: select(FollowUpRecord.id, PlacementRecord.code, ContractRecord.code)
    .outerjoin(PlacementRecord, PlacementRecord.id == FollowUpRecord.placement_id)
    .outerjoin(ContractRecord, ContractRecord.id == FollowUpRecord.contract_id),
    Entity.DEVIATION: select(DeviationRecord.id, PlacementRecord.code, ContractRecord.code)
    .outerjoin(PlacementRecord, PlacementRecord.id == DeviationRecord.placement_id)
    .outerjoin(ContractRecord, ContractRecord.id == DeviationRecord.contract_id),
    Entity.SESSION: select(SessionRecord.id, CourseRecord.title, SessionRecord.venue).join(
        CourseRecord, CourseRecord.id == SessionRecord.course_id
    ),
    Entity.SIGN_UP: select(SignUpRecord.id, SignUpRecord.name, SessionRecord.code)
    .join(SessionRecord, SessionRecord.id == SignUpRecord.session_id)
    .where(SignUpRecord.protected.is_(False)),
}

_ID_COLUMNS: Mapping[Entity, Any] = {
    Entity.CONTACT: ContactRecord.id,
    Entity.WORKPLACE: WorkplaceRecord.id,
    Entity.SIGN_UP: SignUpRecord.id,
    **{entity: record.id for entity, record in CODED.items()},
}
