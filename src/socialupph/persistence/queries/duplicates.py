"""What is asked about records that may be the same: facts to compare by, pairs in words, two records side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, exists, func, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from socialupph.domain.changes import Entity
from socialupph.domain.duplicates import (
    CandidateFacts,
    ContactFacts,
    Pair,
    SupplierFacts,
    Suspicion,
    suspicious_candidates,
    suspicious_contacts,
    suspicious_suppliers,
)
from socialupph.domain.errors import RuleViolation
from socialupph.domain.kinds import SupplierKind
from socialupph.domain.matching import MatchStep
from socialupph.domain.privacy import Place, shown_person
from socialupph.domain.sign_ups import SignUpStatus
from socialupph.domain.views.duplicates import (
    ComparedSide,
    Hanging,
    MergeDoubt,
    MergeWarning,
    Suspect,
    SuspectPair,
)
from socialupph.persistence.merging import pointers_at
from socialupph.persistence.queries import people
from socialupph.persistence.queries.merged import RECORDS, standing
from socialupph.persistence.records import (
    CandidateAdjustmentRecord,
    CandidateRecord,
    ContactRecord,
    ContractRecord,
    ContractSupplierRecord,
    DistinctPairRecord,
    FollowUpRecord,
    MatchRecord,
    OpeningRecord,
    OperationRecord,
    PlacementRecord,
    SessionRecord,
    SignUpRecord,
    SupplierRecord,
)

Supplier, Contact, Candidate = SupplierRecord, ContactRecord, CandidateRecord
Column = InstrumentedAttribute[Any]

UNTOLD = frozenset({CandidateAdjustmentRecord.__tablename__})
"""Tables that hang on a record and are not counted aloud: how many needs somebody has is as sensitive as which."""


def last_operation(session: Session) -> int:
    """The newest operation: as long as it is the same, nothing has been written."""
    return session.execute(select(func.coalesce(func.max(OperationRecord.id), 0))).scalar_one()


# ---------------------------------------------------------------- what is compared


def supplier_facts(session: Session) -> list[SupplierFacts]:
    """Suppliers that are not void, the oldest first."""
    rows = session.execute(
        select(Supplier.id, Supplier.name, Supplier.org_number, Supplier.country)
        .where(Supplier.voided_on.is_(None))
        .order_by(Supplier.id)
    )
    return [SupplierFacts.of(*row) for row in rows]


def contact_facts(session: Session, supplier_id: int | None) -> list[ContactFacts]:
    """Contacts of suppliers that are not void, or of one; the oldest first, former ones too."""
    mine: list[ColumnElement[bool]] = [] if supplier_id is None else [Contact.supplier_id == supplier_id]
    rows = session.execute(
        select(Contact.id, Contact.supplier_id, Contact.name, Contact.email, Contact.phone)
        .join(Supplier, Supplier.id == Contact.supplier_id)
        .where(Contact.merged_into_id.is_(None), Supplier.voided_on.is_(None), *mine)
        .order_by(Contact.id)
    )
    return [ContactFacts.of(*row) for row in rows]


def candidate_facts(session: Session) -> list[CandidateFacts]:
    """Candidates that are not void, the oldest first, closed ones too: somebody who comes back is often registered anew."""
    rows = session.execute(
        select(Candidate.id, Candidate.name, Candidate.birth_year, Candidate.personal_number)
        .where(Candidate.voided_on.is_(None))
        .order_by(Candidate.id)
    )
    return [CandidateFacts.of(*row) for row in rows]


def suspicions(session: Session, entity: Entity, supplier_id: int | None) -> list[Suspicion]:
    """Pairs of a register that may be one, the likeliest first; contacts of one supplier where ``supplier_id`` is given."""
    said = apart(session, entity)
    if entity is Entity.SUPPLIER:
        return suspicious_suppliers(supplier_facts(session), said)
    if entity is Entity.CONTACT:
        return suspicious_contacts(contact_facts(session, supplier_id), said)
    return suspicious_candidates(candidate_facts(session), said)


def apart(session: Session, entity: Entity) -> set[Pair]:
    """Pairs that were said to be two; what was said of a record holds for the one it went up in."""
    now = standing(session, entity)
    said = select(DistinctPairRecord.first_id, DistinctPairRecord.second_id).where(DistinctPairRecord.about == entity)
    found: set[Pair] = set()
    for one, other in session.execute(said):
        first, second = sorted((now.get(one, one), now.get(other, other)))
        if first != second:
            found.add((first, second))
    return found


# ---------------------------------------------------------------- pairs in words


def pairs(session: Session, entity: Entity, found: Sequence[Suspicion], *, opened: bool) -> list[SuspectPair]:
    """The pairs as a list may show them, or (``opened``) as the opened record may.

    Candidates stand by code or by what a protected one is called, whoever they are. Contacts have no code: a pair with a protected
    one would tell who that is by naming the other, so the list leaves it to the opened supplier.
    """
    wanted = {number for one in found for number in (one.first, one.second)}
    shown = _SUSPECTS[entity](session, wanted, opened)
    kept = [one for one in found if one.first in shown and one.second in shown]
    return [
        SuspectPair(number, entity, shown[one.first], shown[one.second], one.reasons)
        for number, one in enumerate(kept, 1)
    ]


def _portions(wanted: Iterable[int]) -> Iterable[list[int]]:
    ordered = sorted(wanted)
    return (ordered[start : start + 500] for start in range(0, len(ordered), 500))


def _suppliers(session: Session, wanted: set[int], opened: bool) -> dict[int, Suspect]:
    del opened
    found: dict[int, Suspect] = {}
    for portion in _portions(wanted):
        for one in session.scalars(select(Supplier).where(Supplier.id.in_(portion))):
            number = "" if one.kind is SupplierKind.SOLE_TRADER else one.org_number or ""
            found[one.id] = Suspect(one.id, one.name, number or one.branch or "")
    return found


def _contacts(session: Session, wanted: set[int], opened: bool) -> dict[int, Suspect]:
    found: dict[int, Suspect] = {}
    for portion in _portions(wanted):
        rows = session.execute(
            select(Contact, Supplier.name)
            .join(Supplier, Supplier.id == Contact.supplier_id)
            .where(Contact.id.in_(portion))
        )
        for one, supplier in rows:
            if opened or not one.protected:
                place = Place.OPENED_RECORD if opened else Place.LIST
                label = shown_person(people.contact_facts(one), place=place, show_names=True).label
                found[one.id] = Suspect(one.id, label, supplier)
    return found


def _candidates(session: Session, wanted: set[int], opened: bool) -> dict[int, Suspect]:
    del opened
    found: dict[int, Suspect] = {}
    for portion in _portions(wanted):
        for one in session.scalars(select(Candidate).where(Candidate.id.in_(portion))):
            person = shown_person(people.candidate_facts(one), place=Place.LIST, show_names=False)
            found[one.id] = Suspect(one.id, person.label)
    return found


_SUSPECTS = {Entity.SUPPLIER: _suppliers, Entity.CONTACT: _contacts, Entity.CANDIDATE: _candidates}


# ---------------------------------------------------------------- two side by side


def sides(session: Session, entity: Entity, kept_id: int, merged_id: int) -> tuple[ComparedSide, ComparedSide]:
    """The two, as the opened record names them.

    Raises RuleViolation ``duplicate.same``, ``duplicate.gone`` where one is gone, void or has gone up in another, and
    ``duplicate.other_supplier``.
    """
    if kept_id == merged_id:
        raise RuleViolation("duplicate.same")
    kept, merged = _side(session, entity, kept_id), _side(session, entity, merged_id)
    if kept is None or merged is None:
        raise RuleViolation("duplicate.gone")
    if entity is Entity.CONTACT and kept.home_id != merged.home_id:
        raise RuleViolation("duplicate.other_supplier")
    return kept, merged


def row(session: Session, entity: Entity, record_id: int) -> dict[str, Any]:
    """All columns of a record."""
    table = RECORDS[entity].table()
    found: dict[Any, Any] = dict(session.execute(select(table).where(table.c.id == record_id)).mappings().one())
    return found


def _side(session: Session, entity: Entity, record_id: int) -> ComparedSide | None:
    record: Any = session.get(RECORDS[entity], record_id)
    if record is None or record.merged_into_id is not None or getattr(record, "voided_on", None) is not None:
        return None
    if entity is Entity.SUPPLIER:
        return ComparedSide(record.id, record.version, record.name, "", record.id)
    if entity is Entity.CONTACT:
        label = shown_person(people.contact_facts(record), place=Place.OPENED_RECORD, show_names=True).label
        return ComparedSide(record.id, record.version, label, "", record.supplier_id, protected=record.protected)
    needs = session.scalar(select(exists().where(CandidateAdjustmentRecord.candidate_id == record.id)))
    return ComparedSide(
        record.id,
        record.version,
        shown_person(people.candidate_facts(record), place=Place.OPENED_RECORD, show_names=True).label,
        record.code,
        record.id,
        protected=record.protected,
        needs=bool(needs),
        target_group=record.target_group_id is not None,
    )


def hanging(session: Session, entity: Entity, kept_id: int, merged_id: int) -> list[Hanging]:
    """What points at each of the two, by table, where anything does; what is void is not counted."""
    found: dict[str, Hanging] = {}
    for pointer in pointers_at(RECORDS[entity]):
        table = pointer.table
        if table.name in UNTOLD:
            continue
        stands = [table.c.voided_on.is_(None)] if "voided_on" in table.c else []
        counts = [
            session.execute(select(func.count()).select_from(table).where(*pointer.at(number), *stands)).scalar_one()
            for number in (kept_id, merged_id)
        ]
        before = found.get(table.name, Hanging(table.name, 0, 0))
        found[table.name] = Hanging(table.name, before.kept + counts[0], before.merged + counts[1])
    follow_ups = [_follow_ups(session, entity, number) for number in (kept_id, merged_id)]
    found[FollowUpRecord.__tablename__] = Hanging(FollowUpRecord.__tablename__, *follow_ups)
    return [one for one in found.values() if one.kept or one.merged]


def _follow_ups(session: Session, entity: Entity, record_id: int) -> int:
    """Follow-ups of the placements that hang on a record: they come along with those."""
    column = {
        Entity.CANDIDATE: PlacementRecord.candidate_id,
        Entity.SUPPLIER: PlacementRecord.host_supplier_id,
        Entity.CONTACT: PlacementRecord.supervisor_id,
    }[entity]
    statement = (
        select(func.count())
        .select_from(FollowUpRecord)
        .join(PlacementRecord, PlacementRecord.id == FollowUpRecord.placement_id)
        .where(column == record_id, PlacementRecord.voided_on.is_(None), FollowUpRecord.voided_on.is_(None))
    )
    return session.execute(statement).scalar_one()


# ---------------------------------------------------------------- what to know before


def warnings(session: Session, entity: Entity, kept_id: int, merged_id: int) -> list[MergeWarning]:
    """What speaks against that two are one, and what stands twice afterwards: told, never in the way."""
    return [one for one in _WARNINGS[entity](session, kept_id, merged_id) if one is not None]


def _supplier_warnings(session: Session, kept_id: int, merged_id: int) -> list[MergeWarning | None]:
    ours, theirs = session.get_one(Supplier, kept_id), session.get_one(Supplier, merged_id)
    facts = [SupplierFacts.of(one.id, one.name, one.org_number, one.country) for one in (ours, theirs)]
    differ = facts[0].number and facts[1].number and facts[0].number != facts[1].number
    shared = _shared(session, _CONTRACTS, kept_id, merged_id)
    return [
        MergeWarning(MergeDoubt.OTHER_ORG_NUMBER) if differ else None,
        MergeWarning(MergeDoubt.SAME_CONTRACT, shared) if shared else None,
    ]


def _contact_warnings(session: Session, kept_id: int, merged_id: int) -> list[MergeWarning | None]:
    ours, theirs = session.get_one(Contact, kept_id), session.get_one(Contact, merged_id)
    shared = _shared(session, _SESSIONS, kept_id, merged_id)
    return [
        MergeWarning(MergeDoubt.SAME_SESSION, shared) if shared else None,
        MergeWarning(MergeDoubt.BECOMES_PROTECTED) if ours.protected != theirs.protected else None,
    ]


def _candidate_warnings(session: Session, kept_id: int, merged_id: int) -> list[MergeWarning | None]:
    ours, theirs = session.get_one(Candidate, kept_id), session.get_one(Candidate, merged_id)
    facts = [CandidateFacts.of(one.id, one.name, one.birth_year, one.personal_number) for one in (ours, theirs)]
    numbers = facts[0].number and facts[1].number and facts[0].number != facts[1].number
    years = facts[0].year and facts[1].year and facts[0].year != facts[1].year
    overlapping = _overlapping(session, kept_id, merged_id)
    openings = _shared(session, _OPENINGS, kept_id, merged_id)
    return [
        MergeWarning(MergeDoubt.OTHER_PERSONAL_NUMBER) if numbers else None,
        MergeWarning(MergeDoubt.OTHER_BIRTH_YEAR) if years else None,
        MergeWarning(MergeDoubt.OVERLAPPING_PLACEMENTS, overlapping) if overlapping else None,
        MergeWarning(MergeDoubt.SAME_OPENING, openings) if openings else None,
        MergeWarning(MergeDoubt.BECOMES_PROTECTED) if ours.protected != theirs.protected else None,
    ]


_WARNINGS = {
    Entity.SUPPLIER: _supplier_warnings,
    Entity.CONTACT: _contact_warnings,
    Entity.CANDIDATE: _candidate_warnings,
}


@dataclass(frozen=True, slots=True)
class _Between:
    """A table between the two and records with codes: which of them both are on."""

    pointing: Column
    shared: Column
    record_id: Column
    code: Column
    still: ColumnElement[bool] = field(default_factory=true)


_CONTRACTS = _Between(
    ContractSupplierRecord.supplier_id, ContractSupplierRecord.contract_id, ContractRecord.id, ContractRecord.code
)
_SESSIONS = _Between(
    SignUpRecord.contact_id,
    SignUpRecord.session_id,
    SessionRecord.id,
    SessionRecord.code,
    SignUpRecord.status != SignUpStatus.WITHDRAWN,
)
_OPENINGS = _Between(
    MatchRecord.candidate_id,
    MatchRecord.opening_id,
    OpeningRecord.id,
    OpeningRecord.code,
    MatchRecord.step != MatchStep.DECLINED,
)


def _shared(session: Session, between: _Between, kept_id: int, merged_id: int) -> tuple[str, ...]:
    """Codes of the records that both are on."""
    both = [
        between.record_id.in_(select(between.shared).where(between.pointing == number, between.still))
        for number in (kept_id, merged_id)
    ]
    return tuple(session.scalars(select(between.code).where(*both).order_by(between.record_id)))


def _overlapping(session: Session, kept_id: int, merged_id: int) -> tuple[str, ...]:
    """Codes of placements of the one that overlap some of the other, both told."""
    ours, theirs = aliased(PlacementRecord), aliased(PlacementRecord)
    ends = [func.coalesce(one.ended_on, one.planned_end_on) for one in (ours, theirs)]
    rows = session.execute(
        select(ours.code, theirs.code)
        .where(
            ours.candidate_id == kept_id,
            theirs.candidate_id == merged_id,
            ours.voided_on.is_(None),
            theirs.voided_on.is_(None),
            ours.starts_on <= ends[1],
            theirs.starts_on <= ends[0],
        )
        .order_by(ours.starts_on, theirs.starts_on, ours.id, theirs.id)
    )
    return tuple(dict.fromkeys(code for pair in rows for code in pair))
