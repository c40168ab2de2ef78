"""Everything that happened under a contract and what is to come, newest first."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from socialupph.domain.placements import PlacementStatus
from socialupph.domain.views.contracts import ContractView, NoteView, PlacementShort
from socialupph.domain.views.requirements import RequirementView
from socialupph.i18n import N_, _, formats, translate
from socialupph.specs import contract_cards as cards
from socialupph.specs.deadlines import KINDS
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.specs.words import word
from socialupph.specs.words_contracts import ASSESSMENT
from socialupph.ui.kit.page import Destination
from socialupph.ui.kit.timeline import TimelineEntry

_STARTED = Mark(N_("Började"), Shape.DOT, Tone.ACCENT)
_PLANNED = Mark(N_("Planerad"), Shape.RING, Tone.NEUTRAL)
_DONE = Mark(N_("Klart"), Shape.CHECK, Tone.GOOD)
_BROKEN = Mark(N_("Avbruten"), Shape.CROSS, Tone.BAD)
_NOTED = Mark(N_("Antecknat"), Shape.DASH, Tone.NEUTRAL)
_JUDGED = Mark(N_("Bedömt"), Shape.CHECK, Tone.NEUTRAL)


@dataclass(frozen=True, slots=True)
class NoteTarget:
    """Points at a line of the contact log."""

    note: NoteView


@dataclass(frozen=True, slots=True)
class _Event:
    day: dt.date
    mark: Mark
    title: str
    detail: str = ""
    target: object = None


def entries(contract: ContractView, today: dt.date) -> list[TimelineEntry]:
    """The timeline of ``contract`` as it is read on ``today``."""
    events = [*_own(contract, today), *_notes(contract)]
    for requirement in contract.requirements:
        events += _of_requirement(requirement)
    for placement in contract.placements:
        events += _of_placement(placement, today)
    events.sort(key=_by_day, reverse=True)
    return [_entry(event, today) for event in events]


def _by_day(event: _Event) -> dt.date:
    return event.day


def _entry(event: _Event, today: dt.date) -> TimelineEntry:
    when = formats.short_date(event.day)
    if event.day.year != today.year:
        when = _("{day} {year}").format(day=when, year=f"{event.day.year % 100:02d}")
    return TimelineEntry(when, event.mark, event.title, event.detail, event.target)


def _own(contract: ContractView, today: dt.date) -> Iterator[_Event]:
    for due in contract.deadlines:
        about = "" if due.code == contract.code else due.code
        yield _Event(due.due, cards.deadline_mark(due, today), translate(KINDS[due.kind]), about)
    if contract.awarded_on is not None and contract.intended:
        yield _day_of(
            contract.awarded_on, today, _("Beslut om avsikt att tilldela"), _("Beslut om avsikt att tilldela")
        )
    elif contract.awarded_on is not None:
        yield _day_of(contract.awarded_on, today, _("Kontraktet tilldelades"), _("Kontraktet tilldelas"))
    if contract.signed_on is not None:
        yield _day_of(contract.signed_on, today, _("Kontraktet undertecknades"), _("Kontraktet undertecknas"))
    if contract.starts_on is not None and contract.starts_on <= today and not contract.intended:
        yield _Event(contract.starts_on, _STARTED, _("Kontraktet började"))
    for option in contract.options:
        if option.used_on is not None:
            period = cards.period_text(option.begins_on, option.ends_on)
            yield _Event(option.used_on, _DONE, _("Optionen användes"), period)


def _day_of(day: dt.date, today: dt.date, past: str, ahead: str) -> _Event:
    return _Event(day, _PLANNED, ahead) if day > today else _Event(day, _DONE, past)


def _notes(contract: ContractView) -> Iterator[_Event]:
    for note in contract.log:
        yield _Event(note.noted_on, _NOTED, note.text.split("\n", 1)[0], note.with_whom, NoteTarget(note))


def _of_requirement(requirement: RequirementView) -> Iterator[_Event]:
    if not requirement.confirmed:
        return
    if requirement.first_meeting_held_on is not None:
        yield _Event(requirement.first_meeting_held_on, _DONE, _("Första möte hållet"), requirement.code)
    if requirement.first_offer_on is not None:
        yield _Event(requirement.first_offer_on, _DONE, _("Första plats erbjöds"), requirement.code)
    for report in requirement.reports:
        if report.received_on is not None:
            told = _("Inget att rapportera") if report.nothing_to_report else report.note
            yield _Event(report.received_on, _DONE, _("Rapporten kom"), told or requirement.code)
    if requirement.assessed_on is not None:
        judged = word(ASSESSMENT, requirement.assessment)
        yield _Event(requirement.assessed_on, _JUDGED, _("Kravet bedömdes"), judged)


def _of_placement(placement: PlacementShort, today: dt.date) -> Iterator[_Event]:
    where = Destination("placements", placement.id)
    begins = placement.starts_on > today
    title = _("{code} börjar") if begins else _("{code} började")
    yield _Event(
        placement.starts_on,
        _PLANNED if begins else _STARTED,
        title.format(code=placement.code),
        placement.person,
        where,
    )
    if placement.status is PlacementStatus.ENDED:
        yield _Event(placement.ends_on, _DONE, _("{code} avslutad").format(code=placement.code), "", where)
    elif placement.status is PlacementStatus.INTERRUPTED:
        yield _Event(placement.ends_on, _BROKEN, _("{code} avbruten").format(code=placement.code), "", where)
    else:
        yield _Event(placement.ends_on, _PLANNED, _("{code} slutar").format(code=placement.code), "", where)
