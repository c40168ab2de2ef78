"""Status as word, shape and tone: one table for list, pill, timeline and print."""

from dataclasses import dataclass
from enum import Enum


class Shape(Enum):
    """A drawn status sign; never the only carrier of meaning."""

    DOT = "dot"
    RING = "ring"
    CHECK = "check"
    CROSS = "cross"
    DASH = "dash"
    BARS = "bars"
    EXCLAMATION = "exclamation"
    TRIANGLE = "triangle"
    CLOCK = "clock"
    HALF = "half"


class Tone(Enum):
    """Which colours of the palette a status takes; colour is spent on exceptions."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Mark:
    """A status as it is shown: ``word`` is a Swedish text marked with ``N_``."""

    word: str
    shape: Shape
    tone: Tone
