"""What follows for a requirement from the time of its contract: the usual days for first meeting and start, and the reports owed."""

import datetime as dt

from socialupph.domain.contracts import end_with_options
from socialupph.domain.deadlines import ReportInterval, first_meeting_due, first_start_due, report_periods
from socialupph.persistence.database import Work
from socialupph.persistence.queries import contract_view
from socialupph.persistence.queries import requirements as queries
from socialupph.persistence.records import ContractRecord, RequirementRecord, SupplierReportRecord


def plan_contract(work: Work, contract: ContractRecord, today: dt.date, *, dates_came: bool) -> None:
    """Bring the requirements of a contract in step with its time.

    ``dates_came`` says that award or start has become known, so that days left empty get their usual value.
    """
    for requirement in queries.records_of(work.session, contract.id):
        if dates_came and requirement.confirmed:
            item = queries.items_by_id(work.session, [requirement.type_id])[requirement.type_id]
            fill_due_days(requirement, contract, has_volume=item.has_volume)
        plan_reports(work, requirement, today)


def fill_due_days(requirement: RequirementRecord, contract: ContractRecord, *, has_volume: bool) -> None:
    """Give days left empty their usual value: a first meeting after award; a first start only where there is a volume."""
    if requirement.first_meeting_by is None and contract.awarded_on is not None:
        requirement.first_meeting_by = first_meeting_due(contract.awarded_on)
    if requirement.first_start_by is None and contract.starts_on is not None and has_volume:
        requirement.first_start_by = first_start_due(contract.starts_on)


def plan_reports(work: Work, requirement: RequirementRecord, today: dt.date) -> None:
    """Bring the reports of a requirement in step with its interval and time.

    A report that has come is never touched, and nothing is asked for that was over before today: who registers an old contract
    is not late with it.
    """
    contract = work.session.get_one(ContractRecord, requirement.contract_id)
    facts = contract_view.facts_of(contract, True, contract_view.options(work.session, contract.id))
    start = requirement.starts_on or contract.starts_on
    end = requirement.ends_on or (end_with_options(contract.ends_on, facts.options) if contract.ends_on else None)
    interval = (
        requirement.report_interval if requirement.confirmed and requirement.voided_on is None else ReportInterval.NONE
    )
    wanted = {}
    if start is not None and end is not None:
        wanted = {one.period_from: one for one in report_periods(interval, start, end)}
    present = {report.period_from: report for report in queries.report_records(work.session, requirement.id)}
    for first, report in present.items():
        if report.received_on is None and first not in wanted:
            work.session.delete(report)
    for first, period in wanted.items():
        report = present.get(first)
        if report is None and period.period_to >= today:
            report = SupplierReportRecord(requirement_id=requirement.id, period_from=first)
            work.session.add(report)
        if report is not None and report.received_on is None:
            report.period_to, report.due_on = period.period_to, period.due
