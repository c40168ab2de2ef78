"""Requirements: the list with what each ledger says, and one opened in full."""

import datetime as dt
from collections.abc import Collection, Sequence
from functools import cache

from sqlalchemy import RowMapping, Select, func, select
from sqlalchemy.orm import Session

from socialupph.domain.changes import Entity
from socialupph.domain.requirements import Standing
from socialupph.domain.views.requirements import (
    ReportView,
    RequirementRow,
    RequirementView,
    TargetGroupView,
)
from socialupph.persistence.queries.contract_facts import counts, last_day, main_supplier_id
from socialupph.persistence.queries.ledger import RequirementLedger, chunks, ledgers
from socialupph.persistence.queries.lists import ListSource, one_of
from socialupph.persistence.records import (
    ContractRecord,
    ReferenceItemRecord,
    RequirementRecord,
    RequirementTargetGroupRecord,
    SupplierRecord,
    SupplierReportRecord,
)

Requirement, Contract, Supplier, Type = RequirementRecord, ContractRecord, SupplierRecord, ReferenceItemRecord


@cache
def source() -> ListSource[RowMapping]:
    """All requirements that are not void, of contracts that count. ``ledger_row`` makes views of the rows."""
    tables = (
        Requirement.__table__.join(Contract.__table__, Contract.id == Requirement.contract_id)
        .join(Type.__table__, Type.id == Requirement.type_id)
        .outerjoin(Supplier.__table__, Supplier.id == main_supplier_id())
    )
    return ListSource(
        id=Requirement.id,
        tables=tables,
        columns={
            "code": Requirement.code,
            "contract_id": Requirement.contract_id,
            "contract_code": Contract.code,
            "contract_title": Contract.title,
            "supplier": func.coalesce(Supplier.name, ""),
            "type_key": Type.key,
            "type_label": Type.label,
            "unit": Requirement.unit,
            "volume": Requirement.volume,
            "places": Requirement.places,
            "minimum_months": Requirement.minimum_months,
            "original_text": func.coalesce(Requirement.original_text, ""),
            "confirmed": Requirement.confirmed,
            "assessment": Requirement.assessment,
            "first_start_by": Requirement.first_start_by,
            "ends_on": func.coalesce(Requirement.ends_on, last_day()).label("ends_on"),
        },
        build=_mapping,
        sorts={
            "code": (Contract.id, Requirement.number),
            "contract_title": (Contract.title_key,),
            "contract_code": (Contract.code, Requirement.number),
            "supplier": (Supplier.name_key,),
            "type_label": (Type.position, Type.id),
        },
        filters={
            "type": one_of(Type.key),
            "contract": one_of(Contract.code),
            "confirmed": lambda chosen: Requirement.confirmed.in_([value == "true" for value in chosen]),
        },
        base=(Requirement.voided_on.is_(None), counts()),
        search=(
            (Entity.REQUIREMENT, Requirement.id),
            (Entity.CONTRACT, Requirement.contract_id),
            (Entity.SUPPLIER, Supplier.id),
        ),
    )


def _mapping(row: RowMapping, show_names: bool) -> RowMapping:
    del show_names
    return row


def ledger_row(row: RowMapping, found: RequirementLedger) -> RequirementRow:
    """A row of the list with the figures of its ledger."""
    ledger = found.ledger
    return RequirementRow(
        id=row["_id"],
        code=row["code"],
        contract_id=row["contract_id"],
        contract_code=row["contract_code"],
        contract_title=row["contract_title"],
        supplier=row["supplier"],
        type_key=row["type_key"],
        type_label=row["type_label"],
        unit=row["unit"],
        volume=row["volume"],
        places=row["places"],
        minimum_months=row["minimum_months"],
        original_text=row["original_text"],
        confirmed=row["confirmed"],
        assessment=row["assessment"],
        standing=found.standing,
        months=ledger.months,
        delivered=ledger.delivered,
        planned=ledger.planned,
        threshold=ledger.threshold,
        missing=ledger.missing,
        places_delivered=ledger.places_delivered,
        places_agreed=ledger.places_agreed,
        first_start_by=row["first_start_by"],
        ends_on=row["ends_on"],
    )


def of_contracts(session: Session, as_of: dt.date, contracts: Collection[int]) -> list[RequirementRow]:
    """The requirements of ``contracts`` that are not void, in order, with their ledgers."""
    listed = source()
    selected = [column.label(name) for name, column in listed.columns.items()]
    statement = (
        select(Requirement.id.label("_id"), *selected)
        .select_from(listed.tables)
        .where(Requirement.voided_on.is_(None))
        .order_by(Requirement.contract_id, Requirement.number)
    )
    rows = [
        row
        for part in chunks(contracts)
        for row in session.execute(statement.where(Requirement.contract_id.in_(part))).mappings()
    ]
    found = ledgers(session, as_of, [row["_id"] for row in rows])
    return [ledger_row(row, found[row["_id"]]) for row in rows]


def standings_by_contract(session: Session, as_of: dt.date) -> dict[int, frozenset[Standing]]:
    """How the requirements of each contract stand, void ones left out."""
    statement = select(Requirement.id, Requirement.contract_id).where(Requirement.voided_on.is_(None))
    contract_of = dict(session.execute(statement).all())
    found: dict[int, frozenset[Standing]] = {}
    for number, one in ledgers(session, as_of).items():
        if number in contract_of:
            contract = contract_of[number]
            found[contract] = found.get(contract, frozenset()) | {one.standing}
    return found


def views(
    session: Session, as_of: dt.date, wanted: Collection[int], *, show_names: bool = False
) -> dict[int, RequirementView]:
    """Requirements opened in full, by id; those that do not exist are left out."""
    found = ledgers(session, as_of, wanted, show_names=show_names)
    groups = _target_groups(session, wanted)
    reports = _reports(session, wanted)
    opened: dict[int, RequirementView] = {}
    for part in chunks(wanted):
        for record, code, title, item in session.execute(_view_select().where(Requirement.id.in_(part))):
            opened[record.id] = _view(
                record,
                (code, title),
                item,
                found[record.id],
                tuple(groups.get(record.id, ())),
                tuple(reports.get(record.id, ())),
            )
    return opened


def _view_select() -> Select[RequirementRecord, str, str, ReferenceItemRecord]:
    return (
        select(Requirement, Contract.code, Contract.title, Type)
        .join(Contract, Contract.id == Requirement.contract_id)
        .join(Type, Type.id == Requirement.type_id)
    )


def _view(
    record: RequirementRecord,
    contract: tuple[str, str],
    item: ReferenceItemRecord,
    found: RequirementLedger,
    groups: tuple[TargetGroupView, ...],
    reports: tuple[ReportView, ...],
) -> RequirementView:
    same = {name: getattr(record, name) for name in _SAME}
    return RequirementView(
        **same,
        contract_code=contract[0],
        contract_title=contract[1],
        type_key=item.key,
        type_label=item.label,
        has_volume=item.has_volume,
        period_start=found.terms.period_start,
        period_end=found.terms.period_end,
        target_groups=groups,
        reports=reports,
        standing=found.standing,
        ledger=found.ledger,
        people=found.people,
        extents=found.extents,
        voided=record.voided_on is not None,
    )


_SAME = tuple(
    name for name in RequirementView.__dataclass_fields__ if name in set(RequirementRecord.__mapper__.columns.keys())
)


def _target_groups(session: Session, wanted: Collection[int]) -> dict[int, list[TargetGroupView]]:
    group = RequirementTargetGroupRecord
    found: dict[int, list[TargetGroupView]] = {}
    for part in chunks(wanted):
        statement = (
            select(group.requirement_id, Type.id, Type.label)
            .join(Type, Type.id == group.target_group_id)
            .where(group.requirement_id.in_(part))
            .order_by(Type.position, Type.id)
        )
        for requirement_id, number, label in session.execute(statement):
            found.setdefault(requirement_id, []).append(TargetGroupView(number, label))
    return found


def _reports(session: Session, wanted: Collection[int]) -> dict[int, list[ReportView]]:
    found: dict[int, list[ReportView]] = {}
    for part in chunks(wanted):
        statement = (
            select(SupplierReportRecord)
            .where(SupplierReportRecord.requirement_id.in_(part))
            .order_by(SupplierReportRecord.period_from, SupplierReportRecord.id)
        )
        for report in session.scalars(statement):
            found.setdefault(report.requirement_id, []).append(
                ReportView(
                    report.id,
                    report.version,
                    report.period_from,
                    report.period_to,
                    report.due_on,
                    report.received_on,
                    report.nothing_to_report,
                    report.note or "",
                )
            )
    return found


def records_of(session: Session, contract_id: int) -> Sequence[RequirementRecord]:
    """The requirements of a contract that are not void, to be written to."""
    return session.scalars(
        select(Requirement)
        .where(Requirement.contract_id == contract_id, Requirement.voided_on.is_(None))
        .order_by(Requirement.number)
    ).all()


def report_records(session: Session, requirement_id: int) -> Sequence[SupplierReportRecord]:
    """The reports a requirement has, to be written to."""
    return session.scalars(
        select(SupplierReportRecord)
        .where(SupplierReportRecord.requirement_id == requirement_id)
        .order_by(SupplierReportRecord.period_from)
    ).all()


def items_by_id(session: Session, wanted: Collection[int]) -> dict[int, ReferenceItemRecord]:
    """Words of reference data by id."""
    return {item.id: item for item in session.scalars(select(Type).where(Type.id.in_(wanted)))}
