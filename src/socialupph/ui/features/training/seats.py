"""What can be done with a sign-up: confirm, offer, answer, withdraw. Each is one click, told with *Ångra*."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from socialupph.domain.changes import Changes
from socialupph.domain.sign_ups import SignUpStatus
from socialupph.domain.views.training import SessionView, SignUpEntry
from socialupph.i18n import _, formats
from socialupph.services.registry import Services
from socialupph.specs.training_forms import OFFER_FORM
from socialupph.specs.training_page import offer_day
from socialupph.ui.kit.asked import ask_and_run
from socialupph.ui.kit.page import PageContext

_SEAT = frozenset({SignUpStatus.SIGNED_UP, SignUpStatus.CONFIRMED, SignUpStatus.OFFERED, SignUpStatus.WAITING})
_CAN = {
    "confirm": frozenset({SignUpStatus.SIGNED_UP}),
    "accept": frozenset({SignUpStatus.OFFERED}),
    "pass_on": frozenset({SignUpStatus.OFFERED}),
    "offer": frozenset({SignUpStatus.WAITING}),
    "to_reserve": frozenset({SignUpStatus.SIGNED_UP}),
    "withdraw": _SEAT,
    "restore": frozenset({SignUpStatus.WITHDRAWN}),
}
STEPS = {
    SignUpStatus.SIGNED_UP: "confirm",
    SignUpStatus.OFFERED: "accept",
    SignUpStatus.WAITING: "offer",
    SignUpStatus.WITHDRAWN: "restore",
}
"""What is usually done next with a sign-up of each status."""


def may(action: str, entry: SignUpEntry | None) -> bool:
    """Whether ``action`` can be done with the sign-up as it stands."""
    return entry is not None and entry.status in _CAN[action]


class SeatActions:
    """Carries them out. ``shown`` gives the session as its page shows it."""

    def __init__(self, context: PageContext, services: Services, shown: Callable[[], SessionView]) -> None:
        self._context, self._services, self._shown = context, services, shown

    def do(self, action: str, entry: SignUpEntry) -> None:
        """Do ``action`` of ``_CAN``; KeyError for another."""
        service, told = self._services.sign_ups, entry.label
        if action == "offer":
            self.offer(entry)
            return
        act, text = {
            "confirm": (service.confirm, _("{name} är bekräftad.")),
            "accept": (service.accept, _("{name} tog platsen och är bekräftad.")),
            "pass_on": (service.pass_on, _("Platsen efter {name} är ledig att erbjuda nästa.")),
            "to_reserve": (service.to_reserve_list, _("{name} står på reservlistan.")),
            "withdraw": (service.withdraw, _("{name} är avanmäld.")),
            "restore": (service.restore, _("{name} är anmäld igen.")),
        }[action]
        self._context.commands.run(lambda: act(entry.id, entry.version), done_text=text.format(name=told))

    def offer(self, entry: SignUpEntry) -> None:
        """Ask until when, and offer the seat."""

        def give(values: dict[str, object]) -> Changes:
            day = values["offered_until"]
            return self._services.sign_ups.offer(entry.id, entry.version, day if isinstance(day, dt.date) else None)

        day = offer_day(self._shown(), self._context.clock.today())
        told = _("{name} är erbjuden platsen.").format(name=entry.label)
        spec = replace(OFFER_FORM, title=_("Erbjud plats till {name}").format(name=entry.label))
        ask_and_run(self._context, spec, give, done_text=told, values={"offered_until": day})

    def fill(self, session_id: int) -> None:
        """Give the free seats to those who are next."""
        self._context.commands.run(
            lambda: self._services.sign_ups.fill_seats(session_id), done_text=_("Platserna är fyllda i turordning.")
        )

    def without_record(self, session_id: int) -> None:
        """The attendance list never came back."""
        self._context.commands.run(
            lambda: self._services.sign_ups.without_record(session_id),
            done_text=_("De som inte var avprickade står som Uppgift saknas."),
        )


class SessionActions:
    """What can be done with the session itself."""

    def __init__(self, context: PageContext, services: Services, shown: Callable[[], SessionView]) -> None:
        self._context, self._services, self._shown = context, services, shown

    def cancel(self) -> None:
        """Cancel it; those who signed up stay, so that they can be told."""
        view = self._shown()
        self._context.commands.run(
            lambda: self._services.training.cancel(view.id, view.version),
            done_text=_("Tillfället är inställt. De anmälda står kvar, så att du kan höra av dig till dem."),
        )

    def reopen(self) -> None:
        """It is held after all."""
        view = self._shown()
        self._context.commands.run(
            lambda: self._services.training.reopen(view.id, view.version),
            done_text=_("Tillfället är öppet igen."),
        )

    def void(self, reason: str) -> None:
        """It should never have been registered."""
        view = self._shown()
        self._context.commands.run(
            lambda: self._services.training.void(view.id, view.version, reason),
            done_text=_("Tillfället är makulerat."),
        )


def closes_soon(view: SessionView, today: dt.date) -> bool:
    """Whether the last sign-up day is near enough to be marked."""
    return 0 <= (view.last_sign_up_on - today).days <= 3


def day_of(day: dt.date) -> str:
    """*fredag 25 september*."""
    return _("{weekday} {day}").format(weekday=formats.weekday_name(day), day=formats.day_and_month(day))
