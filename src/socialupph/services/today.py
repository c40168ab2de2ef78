"""What must happen: all deadlines in one list, unfinished contracts, and the counters."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from socialupph.domain.deadlines import Bucket, DeadlineKind
from socialupph.domain.views.today import AreaCounts, DeadlineView, DueRow, TodayCounters, UnfinishedContract
from socialupph.persistence import setting_rows
from socialupph.persistence.due import Due, Until

if TYPE_CHECKING:
    from socialupph.services.context import Context

LONGEST_REST = dt.timedelta(days=10)
"""More days off in a row than there ever are: so far behind its reminder a day can lie."""


class Today:
    """The home of the program. Whether something is late is decided in ``domain/deadlines`` alone."""

    def __init__(self, context: "Context") -> None:
        self._context = context

    def deadlines(self, until: dt.date | None = None) -> tuple[DeadlineView, ...]:
        """Everything late, due today or to be reminded of through ``until`` (the register's usual days ahead when left out)."""
        return self._deadlines(self._context.clock.today(), until)

    def due(self, days: int | None = None, as_of: dt.date | None = None) -> tuple[DueRow, ...]:
        """The same as seen on another day, ``days`` ahead, and last the contracts that lack something."""
        day = as_of or self._context.clock.today()
        dated = self._deadlines(day, None if days is None else day + dt.timedelta(days=days))
        return (*dated, *self.unfinished())

    def beginning(self, count: int) -> dt.date | None:
        """A day through which some ``count`` deadlines are, for showing the beginning of a long list; None for a short one."""
        with self._context.database.raw() as connection:
            return Due(connection).day_of_follow_up(count)

    def unfinished(self) -> tuple[UnfinishedContract, ...]:
        """Contracts that lack number, supplier, start or end: without a day, until they are completed."""
        with self._context.database.raw() as connection:
            return Due(connection).unfinished()

    def counters(self) -> TodayCounters:
        """The counters at the top of *Idag*."""
        from socialupph.persistence.queries import counters, today_training, training  # noqa: PLC0415 -- after the list

        day = self._context.clock.today()
        with self._context.database.read() as session:
            at_risk, passed = counters.at_risk(session, day)
            places, alone = counters.open_places(session)
            untrained, busy = training.untrained_count(session, day)
            closing = today_training.next_closing(session, day)
        return TodayCounters(at_risk + passed, passed, places, alone, untrained, busy, closing)

    def area_counts(self) -> AreaCounts:
        """What waits in each area: late or due today, openings nobody is proposed for, sign-ups closing, open deviations."""
        from socialupph.persistence.queries import counters  # noqa: PLC0415 -- SQLAlchemy is not needed to fill *Idag*

        due = self.deadlines()
        now = [one for one in due if one.bucket in (Bucket.OVERDUE, Bucket.TODAY)]
        with self._context.database.read() as session:
            _places, alone = counters.open_places(session)
            deviations = counters.open_deviations(session)
        return AreaCounts(
            today=len(now),
            openings=alone,
            training=len({one.target.id for one in due if one.kind in _TRAINING}),
            follow_ups=sum(one.kind is DeadlineKind.FOLLOW_UP for one in now),
            deviations=deviations,
            overdue=sum(one.is_overdue for one in now),
        )

    def waiting_now(self) -> int:
        """How much is late or due today, for the navigation."""
        return len(self.deadlines(self._context.clock.today()))

    def waiting_training(self) -> int:
        """How many sessions have something to be done soon, for the navigation: asked of the sessions alone."""
        day = self._context.clock.today()
        with self._context.database.raw() as connection:
            wanted, last = self._until(connection, day, None)
            found = list(Due(connection).of_training(wanted))
        return len({one.target.id for one in found if one.remind_on <= last})

    def _deadlines(self, day: dt.date, until: dt.date | None) -> tuple[DeadlineView, ...]:
        with self._context.database.raw() as connection:
            wanted, last = self._until(connection, day, until)
            found = list(Due(connection).deadlines(wanted))
        return tuple(sorted((view for view in found if view.remind_on <= last), key=_order))

    def _until(self, connection: Any, day: dt.date, until: dt.date | None) -> tuple[Until, dt.date]:
        """What is asked for, and the last day of a reminder that is told."""
        settings = setting_rows.read(connection)
        last = until or day + dt.timedelta(days=settings.ahead_days)
        return Until(day, last + LONGEST_REST, self._context.calendar, settings.needs_erased_after_days), last


def _order(view: DeadlineView) -> tuple[dt.date, int, str, int]:
    """By due day, then kind as listed in ``DeadlineKind``, then code: the order of ``domain/deadlines``."""
    return view.due, _KINDS[view.kind], view.code, view.target.id


_KINDS = {kind: number for number, kind in enumerate(DeadlineKind)}
_TRAINING = frozenset(
    {
        DeadlineKind.SIGN_UP_CLOSES,
        DeadlineKind.PRIORITY_ENDS,
        DeadlineKind.SEAT_OFFER,
        DeadlineKind.LEAST_NUMBER,
        DeadlineKind.NEEDS_ERASURE,
    }
)
