"""How a placement is told beside a list and in its record."""

import datetime as dt
from collections.abc import Mapping

from socialupph.domain.changes import Entity
from socialupph.domain.commands.placements import PlacementFields
from socialupph.domain.views.placements import PlacementView, PlannedStep
from socialupph.i18n import _, formats, translate
from socialupph.specs.placement_parts import step_mark
from socialupph.specs.placements import person_text
from socialupph.specs.words import word
from socialupph.specs.words_placements import FOLLOW_UP_KIND, SUPERVISOR_TRAINING_MARK
from socialupph.ui.kit.labels import Fact
from socialupph.ui.kit.page import Destination

WATCHES = frozenset(
    {
        Entity.PLACEMENT,
        Entity.FOLLOW_UP,
        Entity.CANDIDATE,
        Entity.CONTACT,
        Entity.SUPPLIER,
        Entity.WORKPLACE,
        Entity.CONTRACT,
        Entity.REQUIREMENT,
        Entity.OPENING,
        Entity.SIGN_UP,
        Entity.DEVIATION,
        Entity.REFERENCE,
    }
)
AREAS: Mapping[Entity, str] = {Entity.FOLLOW_UP: "follow_ups"}
"""Where the records that a timeline tells of are shown."""


def who(view: PlacementView) -> str:
    """The person, or how many the supplier recruited."""
    return person_text(view.person, view.facts.heads)


def period(view: PlacementView) -> str:
    """*7 sep – 30 dec 2026*."""
    facts = view.facts
    end = facts.ended_on or facts.planned_end_on
    start = facts.starts_on
    told = formats.short_date(start) if start.year == end.year else formats.short_date(start, dt.date(1, 1, 1))
    return _("{start} – {end}").format(start=told, end=formats.short_date(end, dt.date(1, 1, 1)))


def extent(view: PlacementView, today: dt.date) -> str:
    """*50 %*: what holds today, or from the first day of one that has not begun."""
    times = view.facts.working_times
    begun = [time for time in times if time.from_on <= today] or list(times[:1])
    return formats.percent_plain(begun[-1].percent) if begun else ""


def form_text(view: PlacementView) -> str:
    """*Arbetspraktik, beslut AF-88214*."""
    if not view.facts.decision_reference:
        return view.facts.form
    return _("{form}, beslut {reference}").format(form=view.facts.form, reference=view.facts.decision_reference)


def step_title(step: PlannedStep) -> str:
    """*Uppföljning efter 2 veckor*."""
    return word(FOLLOW_UP_KIND, step.kind)


def step_day(step: PlannedStep) -> str:
    """*onsdag 23 september (v. 39)*, and how late it is."""
    day = _("{weekday} {day} ({week})").format(
        weekday=formats.weekday_name(step.due_on),
        day=formats.day_and_month(step.due_on),
        week=formats.week(step.due_on),
    )
    return _("{day}, {late}").format(day=day, late=formats.late(step.days_late)) if step.days_late else day


def supervisor_fact(view: PlacementView) -> Fact:
    """Name and telephone, and how it stands with the course."""
    links = view.links
    name = ", ".join(part for part in (links.supervisor, links.supervisor_phone) if part)
    return Fact(_("Handledare"), name or "–", mark=SUPERVISOR_TRAINING_MARK[links.supervisor_training])


def supervisor_head(view: PlacementView) -> Fact:
    """The same for the head of the record, where there is one line for the name."""
    links = view.links
    mark = SUPERVISOR_TRAINING_MARK[links.supervisor_training]
    told = ", ".join(part for part in (translate(mark.word), links.supervisor_phone) if part)
    return Fact(_("Handledare"), links.supervisor or formats.DASH, told, mark)


def next_fact(view: PlacementView, today: dt.date) -> Fact:
    """The fact that is the next deadline."""
    step = view.next_step
    if step is None:
        return Fact(_("Nästa steg"), "–", _("Inget kvar i planen"))
    late = formats.late(step.days_late) if step.days_late else formats.relative_day(step.due_on, today)
    detail = _("{day}, {when}").format(day=formats.short_date(step.due_on, today), when=late)
    return Fact(_("Nästa steg"), step_title(step), detail, step_mark(step) if step.days_late else None)


def follow_up_place(step_id: int | None) -> Destination | None:
    """Where a planned follow-up is registered."""
    return None if step_id is None else Destination("follow_ups", step_id)


def fields_of(view: PlacementView) -> PlacementFields:
    """The placement as a command, to change something of it."""
    names = PlacementFields.__dataclass_fields__
    facts = {name: getattr(view.facts, name) for name in names if hasattr(view.facts, name)}
    links = {name: getattr(view.links, name) for name in names if hasattr(view.links, name)}
    return PlacementFields(**facts, **links)
