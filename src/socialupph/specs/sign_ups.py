"""Seats and reserve list in words."""

import datetime as dt
from collections.abc import Mapping

from socialupph.domain.sign_ups import QueuePlace, SeatCounts, SignUpGroup, WaitReason
from socialupph.i18n import N_, formats, ngettext, translate

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


def counts_text(counts: SeatCounts) -> tuple[str, ...]:
    """*14 bekräftade*, *3 anmälda*, *1 erbjuden*, *2 lediga*, *3 på reservlistan*.

    Nothing that is nought but the free ones.
    """
    parts = (
        (counts.confirmed, ngettext("{n} bekräftad", "{n} bekräftade", counts.confirmed)),
        (counts.signed_up, ngettext("{n} anmäld", "{n} anmälda", counts.signed_up)),
        (counts.offered, ngettext("{n} erbjuden", "{n} erbjudna", counts.offered)),
        (counts.over, ngettext("{n} för mycket", "{n} för många", counts.over)),
        (counts.waiting, ngettext("{n} på reservlistan", "{n} på reservlistan", counts.waiting)),
    )
    texts = [text.format(n=number) for number, text in parts if number]
    free = ngettext("{n} ledig", "{n} lediga", counts.free).format(n=counts.free)
    where = len(texts) - 1 if counts.waiting else len(texts)
    return (*texts[:where], free, *texts[where:])
