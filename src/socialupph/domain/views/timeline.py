"""What happened to a record, in order: facts for the timeline; the words are in ``specs``."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from socialupph.domain.changes import RecordRef


class EventKind(StrEnum):
    """What an entry of a timeline tells."""

    SUGGESTED = "suggested"
    CONTACTED = "contacted"
    PRESENTED = "presented"
    INTERVIEW = "interview"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    OPENING_OFFERED = "opening_offered"
    OPENING_REQUESTED = "opening_requested"
    OPENING_ANSWERED = "opening_answered"
    UNION_CONSULTED = "union_consulted"
    STARTED = "started"
    WORKING_TIME = "working_time"
    PAUSED = "paused"
    RETURNED = "returned"
    PLANNED_END = "planned_end"
    ENDED = "ended"
    INTERRUPTED = "interrupted"
    FOLLOW_UP = "follow_up"
    AGREED_STEP = "agreed_step"
    DEVIATION = "deviation"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """An entry. ``what`` is a word of a vocabulary that goes with ``kind`` (a follow-up's kind and ``status``), ``detail`` a free text
    or a code, ``record`` where it leads. ``formerly`` is the code of the record it happened to, where that has become this one."""

    on: dt.date
    kind: EventKind
    what: str = ""
    status: str = ""
    detail: str = ""
    ahead: bool = False
    record: RecordRef | None = None
    formerly: str = ""
