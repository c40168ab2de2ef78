"""Deadlines in words: what each kind is called, and how a reminder says that the day itself is off."""

from collections.abc import Mapping

from socialupph.domain.deadlines import Bucket, Deadline, DeadlineKind
from socialupph.i18n import N_, _, formats

KINDS: Mapping[DeadlineKind, str] = {
    DeadlineKind.FIRST_MEETING: N_("Första möte"),
    DeadlineKind.FIRST_START: N_("Första start eller erbjudande"),
    DeadlineKind.OPTION_NOTICE: N_("Optionsbesked"),
    DeadlineKind.REPORT_DUE: N_("Rapport från leverantören"),
    DeadlineKind.CONTRACT_END: N_("Kontraktet slutar"),
    DeadlineKind.PLACEMENT_END: N_("Placeringen slutar"),
    DeadlineKind.FOLLOW_UP: N_("Uppföljning"),
    DeadlineKind.MATCH_OFFER: N_("Erbjudande om plats går ut"),
    DeadlineKind.SIGN_UP_CLOSES: N_("Sista anmälningsdag"),
    DeadlineKind.PRIORITY_ENDS: N_("Fyll lediga platser från reservlistan"),
    DeadlineKind.SEAT_OFFER: N_("Erbjuden kursplats går ut"),
    DeadlineKind.LEAST_NUMBER: N_("För få anmälda"),
    DeadlineKind.NEEDS_ERASURE: N_("Radera kost och tillgänglighet"),
    DeadlineKind.CORRECTION_DUE: N_("Rättelse ska vara klar"),
    DeadlineKind.RETENTION_REVIEW: N_("Gallringsprövning"),
    DeadlineKind.TASK: N_("Uppgift"),
    DeadlineKind.AGREED_STEP: N_("Överenskommet steg"),
}

BUCKETS: Mapping[Bucket, str] = {
    Bucket.OVERDUE: N_("Försenat"),
    Bucket.TODAY: N_("I dag"),
    Bucket.SOON: N_("Närmaste 14 dagarna"),
    Bucket.LATER: N_("Senare"),
}


def reminder_note(deadline: Deadline) -> str:
    """*Infaller sön 1 nov, en ledig dag*; empty when the day is a working day."""
    if not deadline.reminds_early:
        return ""
    return _("Infaller {day}, en ledig dag").format(day=formats.short_date_with_weekday(deadline.due))
