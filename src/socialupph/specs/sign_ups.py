"""Seats and reserve list in words."""

import datetime as dt
from collections.abc import Mapping

from socialupph.domain.sign_ups import QueuePlace, SeatCounts, SignUpGroup, WaitReason
from socialupph.domain.views.training import SessionView
from socialupph.i18n import N_, _, formats, ngettext, translate
from socialupph.specs.marks import Mark, Shape, Tone

SEAT_CONFIRMED = Mark(N_("Bekräftad"), Shape.CHECK, Tone.ACCENT)
SEAT_SIGNED_UP = Mark(N_("Anmäld"), Shape.DOT, Tone.ACCENT)
SEAT_OFFERED = Mark(N_("Erbjuden"), Shape.CLOCK, Tone.WARN)
SEAT_FREE = Mark(N_("Ledig"), Shape.RING, Tone.NEUTRAL)
SEAT_OVER = Mark(N_("För många"), Shape.TRIANGLE, Tone.WARN)
"""A seat in the row of seats. The words under it use the same signs."""

GROUPS: Mapping[SignUpGroup, str] = {
    SignUpGroup.SUPPLIER: N_("Leverantör med kontrakt"),
    SignUpGroup.OWN_STAFF: N_("Egen personal"),
    SignUpGroup.OTHER: N_("Annan organisation"),
}

_FIRST_UNTIL = {
    SignUpGroup.OWN_STAFF: N_(
        "Först i kön. Egen personal väntar till {day}, leverantörer med kontrakt går före så länge."
    ),
    SignUpGroup.OTHER: N_(
        "Först i kön. Andra organisationer väntar till {day}, leverantörer med kontrakt går före så länge."
    ),
}


_REASONS = {
    WaitReason.FIRST_FULL: N_("Först i kön. Alla platser är tagna."),
    WaitReason.FIRST_FREE: N_("Först i kön. En plats är ledig att erbjuda."),
    WaitReason.AFTER_PRIORITY: N_("{group}, leverantörer med kontrakt går före till och med {day}."),
    WaitReason.AFTER_NUMBER: N_("{group}, kom in efter nummer {number}."),
    WaitReason.PASSED_ON: N_("{group}, svarade inte på ett tidigare erbjudande."),
}


def waiting_reason(place: QueuePlace) -> str:
    """Why somebody waits where they do: *Egen personal, kom in efter nummer 1.* Empty for those with a seat."""
    if place.reason is None:
        return ""
    group = place.facts.get("group")
    group = group if isinstance(group, SignUpGroup) else SignUpGroup.OTHER
    until = place.facts.get("until")
    day = formats.day_and_month(until) if isinstance(until, dt.date) else ""
    first = place.reason is WaitReason.FIRST_UNTIL
    text = _FIRST_UNTIL.get(group, _FIRST_UNTIL[SignUpGroup.OTHER]) if first else _REASONS[place.reason]
    return translate(text).format(group=translate(GROUPS[group]), day=day, number=place.facts.get("number"))


def taken_text(counts: SeatCounts) -> str:
    """*18 av 20 platser tagna*."""
    return ngettext("{taken} av {n} plats tagen", "{taken} av {n} platser tagna", counts.capacity).format(
        taken=counts.taken, n=counts.capacity
    )


def offered_text(counts: SeatCounts) -> str:
    """*1 erbjuden*."""
    return ngettext("{n} erbjuden", "{n} erbjudna", counts.offered).format(n=counts.offered)


def free_text(counts: SeatCounts) -> str:
    """*2 lediga*."""
    return ngettext("{n} ledig", "{n} lediga", counts.free).format(n=counts.free)


def offered_until(view: SessionView) -> dt.date | None:
    """The first day on which an offer of a seat runs out."""
    return min((entry.offered_until for entry in view.seated if entry.offered_until is not None), default=None)


def counts_text(counts: SeatCounts, until: dt.date | None = None) -> tuple[tuple[Mark, str], ...]:
    """*14 bekräftade*, *3 anmälda*, *1 erbjuden till 24 sep*, *2 lediga*, each with its sign.

    Nothing that is nought but the free ones. ``until`` is the first day an offer runs out.
    """
    offered = offered_text(counts)
    if until is not None:
        offered = _("{offered} till {day}").format(offered=offered, day=formats.short_date(until))
    confirmed = ngettext("{n} bekräftad", "{n} bekräftade", counts.confirmed).format(n=counts.confirmed)
    signed_up = ngettext("{n} anmäld", "{n} anmälda", counts.signed_up).format(n=counts.signed_up)
    over = ngettext("{n} för mycket", "{n} för många", counts.over).format(n=counts.over)
    parts = (
        (counts.confirmed, SEAT_CONFIRMED, confirmed),
        (counts.signed_up, SEAT_SIGNED_UP, signed_up),
        (counts.offered, SEAT_OFFERED, offered),
        (counts.over, SEAT_OVER, over),
    )
    return (*((mark, text) for number, mark, text in parts if number), (SEAT_FREE, free_text(counts)))
