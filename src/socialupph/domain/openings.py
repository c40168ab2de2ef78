"""An opening's way from draft to closed."""

from enum import StrEnum

from socialupph.domain.errors import RuleViolation


class OpeningStatus(StrEnum):
    """Where an opening stands. RESERVED has an offer out for every seat that is left."""

    DRAFT = "draft"
    OPEN = "open"
    RESERVED = "reserved"
    FILLED = "filled"
    CLOSED = "closed"


_NEXT = {
    OpeningStatus.DRAFT: frozenset({OpeningStatus.OPEN, OpeningStatus.CLOSED}),
    OpeningStatus.OPEN: frozenset(OpeningStatus) - {OpeningStatus.OPEN},
    OpeningStatus.RESERVED: frozenset({OpeningStatus.OPEN, OpeningStatus.FILLED, OpeningStatus.CLOSED}),
    OpeningStatus.FILLED: frozenset({OpeningStatus.OPEN, OpeningStatus.RESERVED, OpeningStatus.CLOSED}),
    OpeningStatus.CLOSED: frozenset({OpeningStatus.OPEN}),
}


def may_become(now: OpeningStatus, wanted: OpeningStatus) -> bool:
    """Whether the change is one that happens; staying as it is always may."""
    return wanted is now or wanted in _NEXT[now]


def check_transition(now: OpeningStatus, wanted: OpeningStatus) -> None:
    """``RuleViolation("opening.transition", "status")`` for a change that does not happen."""
    if not may_become(now, wanted):
        raise RuleViolation("opening.transition", "status")


def check_takes_candidates(status: OpeningStatus) -> None:
    """Candidates are suggested to an open or reserved opening.

    ``RuleViolation("opening.not_open", "opening")`` else.
    """
    if status not in (OpeningStatus.OPEN, OpeningStatus.RESERVED):
        raise RuleViolation("opening.not_open", "opening")


def status_by_seats(now: OpeningStatus, seats: int, placed: int, offered: int) -> OpeningStatus:
    """What an opening becomes by the seats taken and the offers out; draft and closed are only changed by hand."""
    if now in (OpeningStatus.DRAFT, OpeningStatus.CLOSED):
        return now
    if placed >= seats:
        return OpeningStatus.FILLED
    return OpeningStatus.RESERVED if placed + offered >= seats else OpeningStatus.OPEN
