"""Follow-ups of placements and contracts: the list, the export, and one opened with answers and steps."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, FromClause, RowMapping, case, func, select, union_all
from sqlalchemy.orm import Session, aliased

from socialupph.domain.changes import Entity
from socialupph.domain.follow_ups import FollowUpKind, FollowUpStatus
from socialupph.domain.kinds import Question, Respondent
from socialupph.domain.views.follow_ups import FollowUpExportRow, FollowUpRow
from socialupph.persistence.queries import people
from socialupph.persistence.queries.lists import Condition, ListSource, by_id, one_of
from socialupph.persistence.queries.lists import rows as list_rows
from socialupph.persistence.queries.placements import follow_up_days_late
from socialupph.persistence.queries.placing import OPEN_STATUSES
from socialupph.persistence.records import (
    CandidateRecord,
    ContractRecord,
    FollowUpAnswerRecord,
    FollowUpRecord,
    PlacementRecord,
    RequirementRecord,
    SupplierRecord,
)
from socialupph.persistence.search import Hits

FollowUp = FollowUpRecord
Placement = PlacementRecord
Own = aliased(ContractRecord, name="own_contract")
OfPlacement = aliased(ContractRecord, name="placement_contract")
_Placed = aliased(PlacementRecord, name="placed")
_Person = aliased(CandidateRecord, name="placed_person")

_KIND_ORDER = {kind: number for number, kind in enumerate(FollowUpKind)}
_STATUS_ORDER = {status: number for number, status in enumerate(FollowUpStatus)}
THIS_WEEK, FOURTEEN_DAYS = "week", "14_days"


def _tables() -> FromClause:
    return (
        FollowUp.__table__.outerjoin(Placement, Placement.id == FollowUp.placement_id)
        .outerjoin(CandidateRecord, CandidateRecord.id == Placement.candidate_id)
        .outerjoin(SupplierRecord, SupplierRecord.id == Placement.host_supplier_id)
        .outerjoin(Own, Own.id == FollowUp.contract_id)
        .outerjoin(OfPlacement, OfPlacement.id == Placement.contract_id)
        .outerjoin(RequirementRecord, RequirementRecord.id == Placement.requirement_id)
    )


def is_open() -> ColumnElement[bool]:
    """Something is still expected of it."""
    return FollowUp.status.in_(OPEN_STATUSES)


def source(today: dt.date) -> ListSource[FollowUpRow]:
    """All follow-ups that are not void. Nobody is found, sorted or filtered by what is withheld of a protected person."""
    host_id = people.unless_protected(Placement.host_supplier_id)
    contract_code = func.coalesce(Own.code, OfPlacement.code)

    def build(row: RowMapping, show_names: bool) -> FollowUpRow:
        return _row(row, show_names, today)

    return ListSource(
        id=FollowUp.id,
        tables=_tables(),
        columns={
            **people.CANDIDATE,
            "code": FollowUp.code,
            "placement": Placement.code,
            "contract": contract_code,
            "kind": FollowUp.kind,
            "due_on": FollowUp.due_on,
            "held_on": FollowUp.held_on,
            "status": FollowUp.status,
            "means": FollowUp.means,
            "_version": FollowUp.version,
            "_placement_id": FollowUp.placement_id,
            "_contract_id": func.coalesce(FollowUp.contract_id, Placement.contract_id),
            "_host": SupplierRecord.name,
        },
        build=build,
        sorts={
            "person": (people.label_key(), FollowUp.due_on),
            "host": (people.unless_protected(SupplierRecord.name_key), FollowUp.due_on),
            "placement": (Placement.code, FollowUp.due_on),
            "contract": (contract_code, FollowUp.due_on),
            "kind": (case(_KIND_ORDER, value=FollowUp.kind), FollowUp.due_on),
            "status": (case(_STATUS_ORDER, value=FollowUp.status), FollowUp.due_on),
        },
        filters=_filters(today, host_id),
        base=(FollowUp.voided_on.is_(None),),
        search=(_of_found_placement, (Entity.CONTRACT, FollowUp.contract_id)),
        code=FollowUp.code,
    )


def _of_found_placement(hits: Hits) -> ColumnElement[bool]:
    """Its placement is found, or who is placed, where, or by which contract; a protected person not by where.

    Placements first, each by an index of its own, so that only follow-ups of those are looked at.
    """
    hosted = select(_Placed.id).outerjoin(_Person, _Person.id == _Placed.candidate_id)
    found = union_all(
        select(_Placed.id).where(_Placed.id.in_(hits(Entity.PLACEMENT))),
        select(_Placed.id).where(_Placed.candidate_id.in_(hits(Entity.CANDIDATE))),
        select(_Placed.id).where(_Placed.contract_id.in_(hits(Entity.CONTRACT))),
        hosted.where(
            _Placed.host_supplier_id.in_(hits(Entity.SUPPLIER)), func.coalesce(_Person.protected, False).is_(False)
        ),
    )
    return FollowUp.placement_id.in_(found)


def _overdue(today: dt.date) -> Condition:
    """``yes``: still expected and the day has passed."""

    def condition(chosen: tuple[str, ...]) -> ColumnElement[bool]:
        return case((is_open() & (FollowUp.due_on < today), "yes"), else_="no").in_(chosen)

    return condition


def _period(today: dt.date) -> Condition:
    """``week``: due from Monday to Sunday of this week; ``14_days``: due from today and 14 days on."""
    monday = today - dt.timedelta(days=today.weekday())
    spans = {
        THIS_WEEK: (monday, monday + dt.timedelta(days=6)),
        FOURTEEN_DAYS: (today, today + dt.timedelta(days=14)),
    }

    def condition(chosen: tuple[str, ...]) -> ColumnElement[bool]:
        found = [FollowUp.due_on.between(*spans[name]) for name in chosen]
        whole = found[0]
        for one in found[1:]:
            whole = whole | one
        return whole

    return condition


def _about(chosen: tuple[str, ...]) -> ColumnElement[bool]:
    """``placement`` or ``contract``: what is followed up."""
    return case((FollowUp.placement_id.is_(None), "contract"), else_="placement").in_(chosen)


def days_late(due: dt.date, held: dt.date | None, status: FollowUpStatus, today: dt.date) -> int:
    """How late it was held, or how overdue it is while something is expected; a skipped one is never late."""
    if status == FollowUpStatus.SKIPPED:
        return 0
    return follow_up_days_late(due, held if status == FollowUpStatus.DONE and held is not None else today)


def _filters(today: dt.date, host_id: ColumnElement[Any]) -> dict[str, Condition]:
    """The filters of the list and the export; ``from`` and ``to`` go by the day held, else due."""
    day = func.coalesce(FollowUp.held_on, FollowUp.due_on)
    return {
        "status": one_of(FollowUp.status),
        "kind": one_of(FollowUp.kind),
        "means": one_of(FollowUp.means),
        "overdue": _overdue(today),
        "period": _period(today),
        "from": lambda chosen: day >= dt.date.fromisoformat(chosen[0]),
        "to": lambda chosen: day <= dt.date.fromisoformat(chosen[0]),
        "placement": by_id(FollowUp.placement_id),
        "contract": by_id(func.coalesce(FollowUp.contract_id, Placement.contract_id)),
        "requirement": by_id(Placement.requirement_id),
        "candidate": by_id(Placement.candidate_id),
        "supplier": by_id(host_id),
        "about": _about,
    }


def _row(row: RowMapping, show_names: bool, today: dt.date) -> FollowUpRow:
    person = people.shown(row, show_names)
    return FollowUpRow(
        id=row["_id"],
        version=row["_version"],
        code=row["code"],
        placement_id=row["_placement_id"],
        placement_code=row["placement"] or "",
        contract_id=row["_contract_id"],
        contract_code=row["contract"] or "",
        person=person.label,
        host=(row["_host"] or "") if person.may_link_workplace else "",
        kind=row["kind"],
        due_on=row["due_on"],
        held_on=row["held_on"],
        status=row["status"],
        days_late=days_late(row["due_on"], row["held_on"], row["status"], today),
        means=row["means"],
    )


def due_ids(session: Session, last: dt.date) -> list[int]:
    """Ids of follow-ups that are expected and due up to and with ``last``, overdue ones too, by due day."""
    statement = (
        select(FollowUp.id)
        .where(FollowUp.voided_on.is_(None), is_open(), FollowUp.due_on <= last)
        .order_by(FollowUp.due_on, FollowUp.id)
    )
    return list(session.scalars(statement))


def first_open(session: Session) -> int | None:
    """The follow-up something is expected of with the earliest due day."""
    statement = select(FollowUp.id).where(FollowUp.voided_on.is_(None), is_open())
    return session.scalar(statement.order_by(FollowUp.due_on, FollowUp.id).limit(1))


def export_rows(
    session: Session, wanted: Sequence[int], today: dt.date, *, show_names: bool = False
) -> list[FollowUpExportRow]:
    """Follow-ups as the export gives them, in the order of ``wanted``."""
    found: list[FollowUpExportRow] = []
    rows = list_rows(session, source(today), wanted, show_names=show_names)
    for start in range(0, len(rows), 500):
        page = rows[start : start + 500]
        numbers = [row.id for row in page]
        scores = _scores(session, numbers)
        extra = _export_texts(session, numbers)
        for row in page:
            requirement, summary = extra[row.id]
            found.append(FollowUpExportRow(row, requirement, summary, scores.get(row.id, {})))
    return found


def _export_texts(session: Session, numbers: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Requirement code and summary; a protected person's summary is withheld, since free text may tell where it was."""
    statement = (
        select(
            FollowUp.id,
            func.coalesce(RequirementRecord.code, ""),
            func.coalesce(people.unless_protected(FollowUp.summary), ""),
        )
        .select_from(_tables())
        .where(FollowUp.id.in_(numbers))
    )
    return {number: (requirement, summary) for number, requirement, summary in session.execute(statement)}


def _scores(session: Session, numbers: Iterable[int]) -> dict[int, Mapping[tuple[Respondent, Question], int]]:
    scores: dict[int, dict[tuple[Respondent, Question], int]] = {}
    statement = select(
        FollowUpAnswerRecord.follow_up_id,
        FollowUpAnswerRecord.respondent,
        FollowUpAnswerRecord.question,
        FollowUpAnswerRecord.score,
    ).where(FollowUpAnswerRecord.follow_up_id.in_(list(numbers)), FollowUpAnswerRecord.score.is_not(None))
    for number, respondent, question, score in session.execute(statement):
        column = Respondent.COORDINATOR if respondent == Respondent.AF_OFFICER else respondent
        if score is not None:
            scores.setdefault(number, {})[column, question] = score
    return dict(scores)
