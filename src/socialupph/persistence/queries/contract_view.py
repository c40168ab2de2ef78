"""One contract opened in full."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from socialupph.domain.clock import WorkCalendar
from socialupph.domain.contracts import ContractFacts, OptionFacts, contract_status, end_with_options, missing
from socialupph.domain.kinds import ContractParty, SocialObjective, SupplierKind
from socialupph.domain.periods import ONE_DAY, Period
from socialupph.domain.placements import PlacementFacts, placement_status
from socialupph.domain.views.contracts import (
    BuyerShort,
    ContractView,
    NoteView,
    OpeningShort,
    OptionView,
    PartyView,
    PlacementShort,
)
from socialupph.persistence.queries import code_lists, contract_deadlines, requirements
from socialupph.persistence.queries.ledger import linked_label
from socialupph.persistence.queries.people import CANDIDATE
from socialupph.persistence.queries.suppliers import trained_contact_ids
from socialupph.persistence.records import (
    BuyerRecord,
    CandidateRecord,
    ContractBuyerRecord,
    ContractNoteRecord,
    ContractOptionRecord,
    ContractRecord,
    ContractSupplierRecord,
    OpeningRecord,
    PauseRecord,
    PlacementRecord,
    RequirementRecord,
    SupplierRecord,
)

_SAME = tuple(
    name for name in ContractView.__dataclass_fields__ if name in set(ContractRecord.__mapper__.columns.keys())
)


def view(
    session: Session, contract_id: int, today: dt.date, calendar: WorkCalendar, *, show_names: bool = False
) -> ContractView | None:
    """A contract with everything under it, as of ``today``; None when there is none."""
    contract = session.get(ContractRecord, contract_id)
    if contract is None:
        return None
    parties = _parties(session, contract_id)
    listed = options(session, contract_id)
    facts = facts_of(contract, bool(parties[ContractParty.SUPPLIER]), listed)
    same = {name: getattr(contract, name) for name in _SAME if name not in {"social_objectives", "withheld"}}
    due = contract_deadlines.due_under(session, today, calendar, [contract_id])
    opened = requirements.views(session, today, _requirement_ids(session, contract_id), show_names=show_names)
    return ContractView(
        **same,
        as_of=today,
        social_objectives=tuple(SocialObjective(value) for value in contract.social_objectives),
        withheld=tuple(contract.withheld),
        cpv_name=code_lists.cpv_name(session, contract.cpv or ""),
        status=contract_status(facts, today),
        missing=missing(facts),
        last_day=None if contract.ends_on is None else end_with_options(contract.ends_on, facts.options),
        suppliers=tuple(parties[ContractParty.SUPPLIER]),
        subcontractors=tuple(parties[ContractParty.SUBCONTRACTOR]),
        buyers=_buyers(session, contract_id),
        options=_options(contract.ends_on, listed),
        requirements=tuple(opened.values()),
        openings=_openings(session, contract_id, today),
        placements=_placements(session, contract_id, today, show_names),
        log=_notes(session, contract_id),
        deadlines=tuple(one.deadline for one in due),
        voided=contract.voided_on is not None,
    )


def facts_of(contract: ContractRecord, has_supplier: bool, listed: Sequence[ContractOptionRecord]) -> ContractFacts:
    """A contract as the rules read it."""
    return ContractFacts(
        contract.number,
        has_supplier,
        contract.starts_on,
        contract.ends_on,
        tuple(OptionFacts(option.length_months, option.notice_by, option.used_on) for option in listed),
        intended=contract.intended,
    )


def options(session: Session, contract_id: int) -> Sequence[ContractOptionRecord]:
    """The options of a contract in the order they can be used."""
    return session.scalars(
        select(ContractOptionRecord)
        .where(ContractOptionRecord.contract_id == contract_id)
        .order_by(ContractOptionRecord.position, ContractOptionRecord.id)
    ).all()


def _options(end: dt.date | None, listed: Sequence[ContractOptionRecord]) -> tuple[OptionView, ...]:
    """The options with the days they cover, one after the other."""
    found: list[OptionView] = []
    so_far: list[OptionFacts] = []
    for option in listed:
        begins = ends = None
        if end is not None:
            begins = end_with_options(end, so_far) + ONE_DAY
            so_far.append(OptionFacts(option.length_months, None, begins))
            ends = end_with_options(end, so_far)
        found.append(
            OptionView(
                option.id,
                option.version,
                option.length_months,
                option.notice_by,
                option.used_on,
                option.added_volume,
                option.confirmed,
                begins,
                ends,
            )
        )
    return tuple(found)


def _parties(session: Session, contract_id: int) -> dict[ContractParty, list[PartyView]]:
    found: dict[ContractParty, list[PartyView]] = {party: [] for party in ContractParty}
    statement = (
        select(ContractSupplierRecord.party, SupplierRecord)
        .join(SupplierRecord, SupplierRecord.id == ContractSupplierRecord.supplier_id)
        .where(ContractSupplierRecord.contract_id == contract_id)
        .order_by(ContractSupplierRecord.position, ContractSupplierRecord.id)
    )
    for party, supplier in session.execute(statement):
        number = "" if supplier.kind is SupplierKind.SOLE_TRADER else supplier.org_number or ""
        found[party].append(PartyView(supplier.id, supplier.name, number))
    return found


def _buyers(session: Session, contract_id: int) -> tuple[BuyerShort, ...]:
    statement = (
        select(BuyerRecord.id, BuyerRecord.name)
        .join(ContractBuyerRecord, ContractBuyerRecord.buyer_id == BuyerRecord.id)
        .where(ContractBuyerRecord.contract_id == contract_id)
        .order_by(ContractBuyerRecord.id)
    )
    return tuple(BuyerShort(number, name) for number, name in session.execute(statement))


def _requirement_ids(session: Session, contract_id: int) -> list[int]:
    return list(
        session.scalars(
            select(RequirementRecord.id)
            .where(RequirementRecord.contract_id == contract_id, RequirementRecord.voided_on.is_(None))
            .order_by(RequirementRecord.number)
        )
    )


def _openings(session: Session, contract_id: int, today: dt.date) -> tuple[OpeningShort, ...]:
    placement, opening = PlacementRecord, OpeningRecord
    taken = (
        select(func.coalesce(func.sum(placement.heads), 0))
        .where(
            placement.opening_id == opening.id,
            placement.voided_on.is_(None),
            placement.interrupted.is_(False),
            func.coalesce(placement.ended_on, placement.planned_end_on) >= today,
        )
        .correlate(opening)
        .scalar_subquery()
    )
    statement = (
        select(opening, RequirementRecord.code, taken, opening.supervisor_id.in_(trained_contact_ids()))
        .join(RequirementRecord, RequirementRecord.id == opening.requirement_id)
        .where(RequirementRecord.contract_id == contract_id, opening.voided_on.is_(None))
        .order_by(opening.id)
    )
    return tuple(
        OpeningShort(one.id, one.code, code, one.title, one.status, one.seats, used, one.supervisor_id, bool(trained))
        for one, code, used, trained in session.execute(statement)
    )


def _placements(session: Session, contract_id: int, today: dt.date, show_names: bool) -> tuple[PlacementShort, ...]:
    statement = (
        select(
            PlacementRecord,
            OpeningRecord.code.label("opening"),
            RequirementRecord.code.label("requirement"),
            *(column.label(name) for name, column in CANDIDATE.items()),
        )
        .outerjoin(CandidateRecord, CandidateRecord.id == PlacementRecord.candidate_id)
        .outerjoin(OpeningRecord, OpeningRecord.id == PlacementRecord.opening_id)
        .outerjoin(RequirementRecord, RequirementRecord.id == PlacementRecord.requirement_id)
        .where(PlacementRecord.contract_id == contract_id, PlacementRecord.voided_on.is_(None))
        .order_by(PlacementRecord.starts_on, PlacementRecord.id)
    )
    rows = session.execute(statement).mappings().all()
    pauses = _pauses(session, [row["PlacementRecord"].id for row in rows])
    found: list[PlacementShort] = []
    for row in rows:
        one: PlacementRecord = row["PlacementRecord"]
        facts = PlacementFacts(
            one.starts_on,
            one.planned_end_on,
            one.ended_on,
            pauses=tuple(pauses.get(one.id, ())),
            interrupted=one.interrupted,
        )
        found.append(
            PlacementShort(
                one.id,
                one.code,
                linked_label(row, show_names),
                placement_status(facts, today),
                one.starts_on,
                facts.last_day,
                row["opening"] or "",
                row["requirement"] or "",
            )
        )
    return tuple(found)


def _pauses(session: Session, placements: Sequence[int]) -> dict[int, list[Period]]:
    found: dict[int, list[Period]] = {}
    for pause in session.scalars(select(PauseRecord).where(PauseRecord.placement_id.in_(placements))):
        found.setdefault(pause.placement_id, []).append(Period(pause.starts_on, pause.ends_on))
    return found


def _notes(session: Session, contract_id: int) -> tuple[NoteView, ...]:
    notes = session.scalars(
        select(ContractNoteRecord)
        .where(ContractNoteRecord.contract_id == contract_id)
        .order_by(ContractNoteRecord.noted_on.desc(), ContractNoteRecord.id.desc())
    )
    return tuple(NoteView(note.id, note.version, note.noted_on, note.with_whom or "", note.text) for note in notes)
