"""Deviations: the list, and one opened with its steps."""

from sqlalchemy import ColumnElement, RowMapping, case, func, select
from sqlalchemy.orm import Session

from socialupph.domain.kinds import LadderStep
from socialupph.domain.views.deviations import DeviationRow, DeviationState, DeviationStepView, DeviationView
from socialupph.persistence.queries.lists import ListSource, one_of
from socialupph.persistence.records import ContractRecord, DeviationRecord, DeviationStepRecord, PlacementRecord

Deviation = DeviationRecord
Step = DeviationStepRecord

_RANK = {step.value: number for number, step in enumerate(LadderStep)}


def source() -> ListSource[DeviationRow]:
    """All deviations that are not void. ``next_due_on`` is the first open step's day, ``ladder`` the highest step taken."""
    next_due = (
        select(func.min(Step.due_on))
        .where(Step.deviation_id == Deviation.id, Step.done_on.is_(None))
        .correlate(Deviation)
        .scalar_subquery()
    )
    rank = case(_RANK, value=Step.ladder)
    ladder = (
        select(Step.ladder)
        .where(Step.deviation_id == Deviation.id, Step.ladder.is_not(None))
        .order_by(rank.desc(), Step.id.desc())
        .limit(1)
        .correlate(Deviation)
        .scalar_subquery()
    )
    severity_rank = case({"minor": 0, "serious": 1, "critical": 2}, value=Deviation.severity)
    return ListSource(
        id=Deviation.id,
        tables=Deviation.__table__.outerjoin(PlacementRecord, PlacementRecord.id == Deviation.placement_id).outerjoin(
            ContractRecord, ContractRecord.id == Deviation.contract_id
        ),
        columns={
            "code": Deviation.code,
            "kind": Deviation.kind,
            "severity": Deviation.severity,
            "about": func.coalesce(PlacementRecord.code, ContractRecord.code, ""),
            "reported_on": Deviation.reported_on,
            "owner": func.coalesce(Deviation.owner, ""),
            "next_due_on": next_due,
            "ladder": ladder,
            "closed_on": Deviation.closed_on,
            "state": Deviation.closed_on,
        },
        build=_row,
        sorts={"severity": (severity_rank,)},
        filters={"kind": one_of(Deviation.kind), "severity": one_of(Deviation.severity), "state": _state},
        base=(Deviation.voided_on.is_(None),),
    )


def _state(chosen: tuple[str, ...]) -> ColumnElement[bool]:
    return case((Deviation.closed_on.is_(None), DeviationState.OPEN.value), else_=DeviationState.CLOSED.value).in_(
        chosen
    )


def _row(row: RowMapping, show_names: bool) -> DeviationRow:
    del show_names
    return DeviationRow(
        id=row["_id"],
        code=row["code"],
        kind=row["kind"],
        severity=row["severity"],
        about=row["about"],
        reported_on=row["reported_on"],
        owner=row["owner"],
        next_due_on=row["next_due_on"],
        ladder=row["ladder"],
        state=DeviationState.OPEN if row["closed_on"] is None else DeviationState.CLOSED,
    )


def view(session: Session, deviation_id: int) -> DeviationView | None:
    """A deviation with its steps in the order of their days; None when there is none."""
    record = session.get(Deviation, deviation_id)
    if record is None:
        return None
    placement = session.get(PlacementRecord, record.placement_id) if record.placement_id else None
    contract = session.get(ContractRecord, record.contract_id) if record.contract_id else None
    return DeviationView(
        id=record.id,
        version=record.version,
        code=record.code,
        kind=record.kind,
        severity=record.severity,
        placement_id=record.placement_id,
        placement_code=placement.code if placement else "",
        follow_up_id=record.follow_up_id,
        contract_id=record.contract_id,
        contract_code=contract.code if contract else "",
        reported_by=record.reported_by,
        reported_on=record.reported_on,
        description=record.description,
        owner=record.owner,
        closed_on=record.closed_on,
        result=record.result,
        voided=record.voided_on is not None,
        steps=steps(session, deviation_id),
    )


def steps(session: Session, deviation_id: int) -> tuple[DeviationStepView, ...]:
    """The steps of a deviation in the order of their days."""
    found = session.scalars(
        select(Step).where(Step.deviation_id == deviation_id).order_by(Step.due_on.asc().nulls_last(), Step.id)
    )
    return tuple(
        DeviationStepView(step.id, step.version, step.ladder, step.what, step.who or "", step.due_on, step.done_on)
        for step in found
    )
