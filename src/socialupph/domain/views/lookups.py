"""What a field that is filled by typing and choosing shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LookupItem:
    """A record to choose: ``text`` names it, ``detail`` tells it from its likes. Names only where the privacy rule allows."""

    id: int
    text: str
    detail: str = ""
