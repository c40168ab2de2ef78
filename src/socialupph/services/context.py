"""What every service works with."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialupph.domain.clock import Clock, WorkCalendar
    from socialupph.persistence.register import Register


@dataclass(frozen=True, slots=True)
class Context:
    """The register; ``clock`` says what day it is, ``calendar`` which days are off."""

    database: "Register"
    clock: "Clock"
    calendar: "WorkCalendar"
