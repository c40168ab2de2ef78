"""What the two papers of a session are made from: the same view as the screen, with its words."""

from socialupph.domain.sign_ups import QueuePlace
from socialupph.domain.views.papers import (
    AttendanceLine,
    AttendanceListPaper,
    PaperSession,
    SeatedLine,
    SessionDay,
    SignUpListPaper,
    WaitingLine,
)
from socialupph.domain.views.training import SessionView, SignUpEntry
from socialupph.i18n import _, formats
from socialupph.specs.sign_ups import offered_until, waiting_reason
from socialupph.specs.training import status_text

SIGN_UP_LIST, ATTENDANCE_LIST = "SU-01", "SU-02"
"""The codes of the papers, for the register's own footer lines."""


def sign_up_list_paper(view: SessionView) -> SignUpListPaper:
    """The sign-up list of a session: seats, those with a seat in order, the reserve list with its reasons."""
    return SignUpListPaper(
        session=_session(view),
        seats=view.counts,
        order_rule=order_rule(view),
        seated=tuple(_seated(entry) for entry in view.seated),
        waiting=tuple(_waiting(entry) for entry in view.waiting),
        withdrawn=len(view.withdrawn),
        offered_until=offered_until(view),
    )


def attendance_paper(
    view: SessionView, *, blank_lines: int = 4, contact_columns: bool = False, sheet_per_day: bool = False
) -> AttendanceListPaper:
    """The attendance list, in the order of the screen. E-mail and phone only where that print was asked to have them."""
    return AttendanceListPaper(
        session=_session(view),
        lines=tuple(
            AttendanceLine(
                entry.label,
                entry.organisation,
                entry.email if contact_columns else "",
                entry.phone if contact_columns else "",
            )
            for entry in view.seated
        ),
        blank_lines=blank_lines,
        contact_columns=contact_columns,
        sheet_per_day=sheet_per_day,
    )


def order_rule(view: SessionView) -> str:
    """How the order came about, in words."""
    if view.goes_first_until is None:
        return _("I den ordning anmälan kom in.")
    day = formats.day_and_month(view.goes_first_until)
    return _("I den ordning anmälan kom in; leverantörer med kontrakt går före till och med {day}.").format(day=day)


def entry_reason(entry: SignUpEntry) -> str:
    """Why somebody stands where they stand on the reserve list."""
    return waiting_reason(QueuePlace(entry.id, entry.number, entry.late, entry.reason, entry.facts))


def _session(view: SessionView) -> PaperSession:
    return PaperSession(
        code=view.code,
        course=view.heading,
        days=tuple(SessionDay(day.held_on, day.starts_at, day.ends_at) for day in view.days),
        place=view.venue or (_("På distans") if view.link else ""),
        last_sign_up_day=view.last_sign_up_on,
        leader=view.trainers or "",
    )


def _seated(entry: SignUpEntry) -> SeatedLine:
    return SeatedLine(
        entry.number,
        entry.label,
        entry.organisation,
        entry.right,
        entry.received_at,
        status_text(entry),
        late=entry.late,
    )


def _waiting(entry: SignUpEntry) -> WaitingLine:
    return WaitingLine(
        entry.number, entry.label, entry.organisation, entry.received_at, entry_reason(entry), late=entry.late
    )
