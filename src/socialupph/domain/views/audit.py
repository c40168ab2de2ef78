"""What is read of the append-only log."""

import datetime as dt
from dataclasses import dataclass

from socialupph.domain.kinds import AuditKind


@dataclass(frozen=True, slots=True)
class AuditLine:
    """Something that happened in the register: when, what, with which record."""

    at: dt.datetime
    kind: AuditKind
    subject: str
    detail: str
