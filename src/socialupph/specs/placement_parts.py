"""The parts of an opened placement: its plan, its working times and pauses."""

from socialupph.domain.follow_ups import FollowUpStatus, is_settled
from socialupph.domain.views.placements import PauseView, PlannedStep, WorkingTimeView
from socialupph.i18n import N_, _, formats, translate
from socialupph.specs.marks import Mark
from socialupph.specs.tables import Column, Kind, TableSpec
from socialupph.specs.words import word
from socialupph.specs.words_placements import FOLLOW_UP_KIND, FOLLOW_UP_STATUS_MARK, OVERDUE_MARK


def step_mark(step: PlannedStep) -> Mark:
    """The status of a follow-up; one that is overdue has its own sign."""
    late = step.days_late > 0 and not is_settled(step.status)
    return OVERDUE_MARK if late else FOLLOW_UP_STATUS_MARK[step.status]


def _covers(step: PlannedStep) -> str:
    covered = [word(FOLLOW_UP_KIND, one.kind).lower() for one in step.covers]
    return _("även {others}").format(others=", ".join(covered)) if covered else ""


def _late(step: PlannedStep) -> str:
    return formats.late(step.days_late, narrow=True) if step.days_late and not is_settled(step.status) else ""


PLAN = TableSpec[PlannedStep](
    name="placement-plan",
    title=N_("Uppföljningar"),
    sort="due_on",
    columns=(
        Column("status", N_("Status"), lambda row: translate(step_mark(row).word), Kind.STATUS, width=12,
               mark=step_mark, sortable=False),
        Column("due_on", N_("Planerad"), lambda row: row.due_on, Kind.DATE, width=11, sortable=False),
        Column("kind", N_("Slag"), lambda row: word(FOLLOW_UP_KIND, row.kind), width=26, strong=True, stretch=True,
               detail=_covers, sortable=False),
        Column("held_on", N_("Hållen"), lambda row: row.held_on if row.status is FollowUpStatus.DONE else None,
               Kind.DATE, width=11, priority=1, sortable=False),
        Column("late", N_("Försenad"), _late, width=14, priority=2, sortable=False),
        Column("code", N_("Kod"), lambda row: row.code, Kind.CODE, width=8, priority=3, sortable=False),
    ),
)  # fmt: skip

WORKING_TIMES = TableSpec[WorkingTimeView](
    name="placement-times",
    title=N_("Omfattning"),
    sort="from_on",
    columns=(
        Column("from_on", N_("Gäller från"), lambda row: row.from_on, Kind.DATE, width=12, sortable=False),
        Column(
            "percent", N_("Omfattning"), lambda row: row.percent, width=12, stretch=True, sortable=False,
            text=lambda row: formats.percent_plain(row.percent),
        ),
    ),
)  # fmt: skip

PAUSES = TableSpec[PauseView](
    name="placement-pauses",
    title=N_("Pauser"),
    sort="starts_on",
    columns=(
        Column("starts_on", N_("Från och med"), lambda row: row.starts_on, Kind.DATE, width=12, sortable=False),
        Column("ends_on", N_("Till och med"), lambda row: row.ends_on, Kind.DATE, width=12, sortable=False),
        Column("days", N_("Längd"), lambda row: formats.days_text((row.ends_on - row.starts_on).days + 1), width=10,
               stretch=True, sortable=False),
    ),
)  # fmt: skip
