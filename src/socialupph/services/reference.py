"""Reference data: users add to it and close words of it; what history points at is never removed."""

import datetime as dt
import re

from socialupph.domain.changes import Changes
from socialupph.domain.commands.reference import ReferenceFields
from socialupph.domain.errors import NotFound, RuleViolation
from socialupph.domain.kinds import ReferenceList
from socialupph.domain.views.reference import ReferenceItem
from socialupph.persistence.queries import reference as queries
from socialupph.persistence.records import ReferenceItemRecord
from socialupph.services.base import Context, current, fill, required

_PLAIN = str.maketrans("åäöéü", "aaoeu")


class Reference:
    """The lists of words: requirement types, target groups, placement forms, end reasons, outcomes, adjustments."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def items(
        self, which: ReferenceList, *, on: dt.date | None = None, include_closed: bool = False
    ) -> tuple[ReferenceItem, ...]:
        """The words of a list in order: those open on ``on`` (today when left out), or all of them."""
        day = on or self._context.clock.today()
        with self._context.database.read() as session:
            found = queries.items(session, which)
        return tuple(item for item in found if include_closed or item.open_on(day))

    def choices(self, which: ReferenceList, *, chosen: int | None = None) -> tuple[tuple[int, str], ...]:
        """Id and label of what a field offers today; ``chosen`` is kept in it even when it is closed."""
        today = self._context.clock.today()
        found = self.items(which, include_closed=True)
        return tuple((item.id, item.label) for item in found if item.open_on(today) or item.id == chosen)

    def by_key(self, which: ReferenceList, key: str) -> ReferenceItem:
        """The word with a key, open or closed; NotFound when there is none."""
        for item in self.items(which, include_closed=True):
            if item.key == key:
                return item
        raise NotFound("reference.unknown", {"key": key})

    def add(self, command: ReferenceFields) -> Changes:
        """Add a word last in its list. RuleViolation for a missing or double label, or dates in the wrong order."""
        with self._context.database.write("reference.add") as work:
            label = required(command.label, "label")
            present = queries.items(work.session, command.list)
            _refuse_double(present, label)
            _check_days(command.valid_from, command.valid_to)
            if command.list is ReferenceList.PLACEMENT_FORM and command.placement_kind is None:
                raise RuleViolation("field.missing", "placement_kind")
            record = ReferenceItemRecord()
            fill(record, command, leave={"label"})
            record.label = label
            record.key = _new_key(label, {item.key for item in present})
            record.position = queries.last_position(work.session, command.list) + 1
            work.session.add(record)
            work.subject = record.key
        return work.changes

    def rename(self, item_id: int, version: int, label: str) -> Changes:
        """Change how a word reads, everywhere; its key stays."""
        with self._context.database.write("reference.rename") as work:
            record = current(work, ReferenceItemRecord, item_id, version)
            text = required(label, "label")
            _refuse_double([item for item in queries.items(work.session, record.list) if item.id != item_id], text)
            record.label = text
            work.subject = record.key
        return work.changes

    def close(self, item_id: int, version: int, last_day: dt.date) -> Changes:
        """Offer a word no more after ``last_day``; what already uses it stays readable."""
        with self._context.database.write("reference.close") as work:
            record = current(work, ReferenceItemRecord, item_id, version)
            _check_days(record.valid_from, last_day)
            record.valid_to = last_day
            work.subject = record.key
        return work.changes

    def reopen(self, item_id: int, version: int) -> Changes:
        """Offer a closed word again."""
        with self._context.database.write("reference.reopen") as work:
            record = current(work, ReferenceItemRecord, item_id, version)
            record.valid_to = None
            work.subject = record.key
        return work.changes


def _refuse_double(present: list[ReferenceItem], label: str) -> None:
    if any(item.label.casefold() == label.casefold() for item in present):
        raise RuleViolation("reference.label_taken", "label", {"label": label})


def _check_days(first: dt.date | None, last: dt.date | None) -> None:
    if first and last and last < first:
        raise RuleViolation("reference.ends_before_start", "valid_to")


def _new_key(label: str, taken: set[str]) -> str:
    """A key in the manner of ours, from the label: *Jobbspår vård* gives ``jobbspar_vard``, numbered when it is taken."""
    base = re.sub(r"[^a-z0-9]+", "_", label.casefold().translate(_PLAIN)).strip("_")[:40] or "item"
    key, number = base, 2
    while key in taken:
        key, number = f"{base}_{number}", number + 1
    return key
