"""What is read of requirements and their ledgers."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from socialupph.domain.commands.requirements import RequirementFields
from socialupph.domain.deadlines import ReportInterval
from socialupph.domain.kinds import Assessment
from socialupph.domain.ledger import Ledger, MinimumTimeKind, RequirementUnit
from socialupph.domain.requirements import Standing, exact


@dataclass(frozen=True, slots=True)
class RequirementRow:
    """A requirement in a list, with what its ledger says today.

    ``delivered``, ``planned``, ``missing`` and ``volume`` count in ``unit``; ``months`` are full-time months. All are exact.
    """

    id: int
    code: str
    contract_id: int
    contract_code: str
    contract_title: str
    supplier: str
    type_key: str
    type_label: str
    unit: RequirementUnit | None
    volume: Decimal | None
    places: int | None
    minimum_months: int | None
    original_text: str
    confirmed: bool
    assessment: Assessment | None
    standing: Standing
    months: Fraction
    delivered: Fraction
    planned: Fraction
    threshold: Fraction | None
    missing: Fraction
    places_delivered: int
    places_agreed: int | None
    first_start_by: dt.date | None
    ends_on: dt.date | None

    @property
    def exact_months(self) -> str:
        """The full-time months that count, exactly."""
        return exact(self.months)

    @property
    def exact_delivered(self) -> str:
        """What is delivered in the requirement's own unit, exactly."""
        return exact(self.delivered)

    @property
    def share(self) -> float | None:
        """How much of what is enough is delivered, 0–1, for a bar; None without volume."""
        if not self.threshold:
            return None
        return float(min(Fraction(1), self.delivered / self.threshold))


@dataclass(frozen=True, slots=True)
class TargetGroupView:
    """A target group that a requirement names."""

    id: int
    label: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report that the supplier owes, and when it came."""

    id: int
    version: int
    period_from: dt.date
    period_to: dt.date
    due_on: dt.date
    received_on: dt.date | None
    nothing_to_report: bool
    note: str


@dataclass(frozen=True, slots=True)
class RequirementView:
    """A requirement opened in full.

    ``ledger`` is as of the day asked for. By the placement's id ``people`` tells whose line it is (the candidate's code, nothing for
    somebody the supplier recruited) and ``extents`` its working times in order, in percent. ``period_start`` and ``period_end`` are
    what bounds it, taken from the contract (with used options) where it has no dates of its own.
    """

    id: int
    version: int
    code: str
    contract_id: int
    contract_code: str
    contract_title: str
    type_id: int
    type_key: str
    type_label: str
    has_volume: bool
    clause_text: str | None
    original_text: str | None
    confirmed: bool
    unit: RequirementUnit | None
    volume: Decimal | None
    places: int | None
    minimum_months: int | None
    minimum_time: MinimumTimeKind
    place_may_be_shared: bool
    drop_under_minimum: bool
    unit_employment_months: Decimal | None
    unit_internship_months: Decimal | None
    starts_on: dt.date | None
    ends_on: dt.date | None
    period_start: dt.date | None
    period_end: dt.date | None
    first_meeting_by: dt.date | None
    first_meeting_held_on: dt.date | None
    first_start_by: dt.date | None
    first_offer_on: dt.date | None
    early_end_percent: Decimal
    existing_people_excluded: bool
    report_interval: ReportInterval
    sanction_text: str | None
    sanction_amount: Decimal | None
    bonus_per_unit: Decimal | None
    bonus_ceiling: Decimal | None
    assessment: Assessment | None
    assessment_reason: str | None
    assessed_on: dt.date | None
    assessed_by: str | None
    target_groups: tuple[TargetGroupView, ...]
    reports: tuple[ReportView, ...]
    standing: Standing
    ledger: Ledger
    people: Mapping[int, str]
    extents: Mapping[int, tuple[Decimal, ...]]
    voided: bool

    def fields(self) -> RequirementFields:
        """The requirement as a command, to change something of it."""
        same = {name: getattr(self, name) for name in RequirementFields.__dataclass_fields__ if name != "target_groups"}
        return RequirementFields(**same, target_groups=tuple(group.id for group in self.target_groups))
