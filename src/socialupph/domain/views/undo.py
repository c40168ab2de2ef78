"""What is read of operations that can be taken back."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UndoableOperation:
    """An operation that can be undone: what was done (``kind``) to what (``subject``, a code, never a name)."""

    id: int
    kind: str
    subject: str
    at: dt.datetime
