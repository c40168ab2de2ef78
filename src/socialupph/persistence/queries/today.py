"""What is due from contracts, placements, follow-ups, matches, deviations and tasks: one select for each kind.

Nobody runs them from here: ``tools/ready_sql.py`` writes them to ``persistence/due_sql.py``, and ``persistence/due.py`` reads with
those. ``today`` and ``last`` are filled in there.
"""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Date, Integer, bindparam, func, or_, select

from socialupph.domain.matching import MatchStep
from socialupph.persistence.queries import people
from socialupph.persistence.queries.contract_deadlines import open_matters
from socialupph.persistence.queries.contract_facts import has_supplier, is_complete, main_supplier_id
from socialupph.persistence.queries.lists import not_indexed
from socialupph.persistence.queries.placing import OPEN_STATUSES
from socialupph.persistence.queries.tasks import about_code, about_protected
from socialupph.persistence.queries.today_people import Columns, with_people
from socialupph.persistence.records import (
    AgreedStepRecord,
    CandidateRecord,
    ContractRecord,
    DeviationRecord,
    DeviationStepRecord,
    FollowUpRecord,
    MatchRecord,
    OpeningRecord,
    PlacementRecord,
    SupplierRecord,
    TaskRecord,
)

Contract, Placement, FollowUp, Supplier = ContractRecord, PlacementRecord, FollowUpRecord, SupplierRecord

TODAY: Final[Any] = bindparam("today", type_=Date, required=False)
LAST: Final[Any] = bindparam("last", type_=Date, required=False)


def contracts() -> Columns:
    """First meeting, first start or offer, report, option notice and end of the contracts that run."""
    matters = open_matters(TODAY)
    return (
        select(matters, matters.c.due_on.label("due"), Contract.title, Supplier.name.label("organisation"))
        .join(Contract, Contract.id == matters.c.contract_id)
        .outerjoin(Supplier, Supplier.id == main_supplier_id())
        .where(matters.c.due_on <= LAST)
    )


def lacks() -> Mapping[str, Any]:
    """What a contract can lack that it needs to count anywhere, in the order it is told."""
    return {
        "award": Contract.intended,
        "number": func.trim(func.coalesce(Contract.number, "")) == "",
        "suppliers": ~has_supplier(),
        "starts_on": Contract.starts_on.is_(None),
        "ends_on": Contract.ends_on.is_(None),
    }


def unfinished() -> Columns:
    """Contracts that lack something and so count nowhere, in the order they came."""
    return (
        select(Contract.id, Contract.code, Contract.title, *(test.label(name) for name, test in lacks().items()))
        .where(Contract.voided_on.is_(None), ~is_complete())
        .order_by(Contract.id)
    )


def placements() -> Columns:
    """Placements that reach their planned end."""
    query = with_people(select(Placement.id, Placement.code, Placement.planned_end_on.label("due")), contract=False)
    return query.where(
        Placement.voided_on.is_(None), Placement.ended_on.is_(None), Placement.planned_end_on.between(TODAY, LAST)
    )


def follow_ups() -> Columns:
    """Follow-ups that are planned and not held. The code is that of the placement or contract it is of."""
    return with_people(
        select(
            FollowUp.id,
            FollowUp.kind,
            FollowUp.due_on.label("due"),
            func.coalesce(Placement.code, Contract.code).label("code"),
            Contract.title,
        )
        .select_from(FollowUp)
        .outerjoin(Placement, Placement.id == FollowUp.placement_id)
        .outerjoin(Contract, Contract.id == FollowUp.contract_id),
        contract=True,
    ).where(
        FollowUp.status.in_(OPEN_STATUSES),
        not_indexed(FollowUp.voided_on).is_(None),
        FollowUp.due_on <= LAST,
        or_(Placement.id.is_(None), Placement.voided_on.is_(None)),
        or_(Contract.id.is_(None), Contract.voided_on.is_(None)),
    )


def nth_follow_up() -> Columns:
    """When the follow-up is due before which ``count`` others are."""
    return (
        select(FollowUp.due_on.label("due"))
        .where(FollowUp.status.in_(OPEN_STATUSES), not_indexed(FollowUp.voided_on).is_(None))
        .order_by(FollowUp.due_on)
        .limit(1)
        .offset(bindparam("count", type_=Integer, value=0))
    )


def steps() -> Columns:
    """Steps agreed in follow-ups and not done."""
    step = AgreedStepRecord
    return with_people(
        select(
            step.id,
            step.version,
            step.follow_up_id,
            step.what,
            step.due_on.label("due"),
            func.coalesce(Placement.code, Contract.code).label("code"),
        )
        .select_from(step)
        .join(FollowUp, FollowUp.id == step.follow_up_id)
        .outerjoin(Placement, Placement.id == FollowUp.placement_id)
        .outerjoin(Contract, Contract.id == FollowUp.contract_id),
        contract=True,
    ).where(step.done_on.is_(None), step.due_on <= LAST, not_indexed(FollowUp.voided_on).is_(None))


def deviations() -> Columns:
    """Steps of deviations that are not closed."""
    step = DeviationStepRecord
    return with_people(
        select(step.id, step.version, step.deviation_id, step.what, step.due_on.label("due"), DeviationRecord.code)
        .select_from(step)
        .join(DeviationRecord, DeviationRecord.id == step.deviation_id)
        .outerjoin(Placement, Placement.id == DeviationRecord.placement_id)
        .outerjoin(Contract, Contract.id == DeviationRecord.contract_id),
        contract=True,
    ).where(
        step.done_on.is_(None),
        step.due_on <= LAST,
        DeviationRecord.closed_on.is_(None),
        DeviationRecord.voided_on.is_(None),
    )


def matches() -> Columns:
    """Offers of a place that wait for an answer. The code is that of the opening."""
    return (
        select(
            MatchRecord.id,
            MatchRecord.version,
            MatchRecord.offer_until.label("due"),
            OpeningRecord.code,
            OpeningRecord.title,
            Supplier.name.label("_host"),
            *(column.label(name) for name, column in people.CANDIDATE.items()),
        )
        .join(OpeningRecord, OpeningRecord.id == MatchRecord.opening_id)
        .join(Supplier, Supplier.id == OpeningRecord.supplier_id)
        .join(CandidateRecord, CandidateRecord.id == MatchRecord.candidate_id)
        .where(MatchRecord.step == MatchStep.OFFERED, MatchRecord.offer_until <= LAST)
    )


def tasks() -> Columns:
    """Tasks that are not done."""
    return select(
        TaskRecord.id,
        TaskRecord.version,
        TaskRecord.due_on.label("due"),
        about_code().label("code"),
        TaskRecord.title,
        about_protected().label("_protected"),
    ).where(TaskRecord.done_on.is_(None), TaskRecord.voided_on.is_(None), TaskRecord.due_on <= LAST)
