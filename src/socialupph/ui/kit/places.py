"""Where one can be in the window, and what it remembers: read before anything is painted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from socialupph.domain.queries import FilterChoice


@dataclass(frozen=True, slots=True)
class Destination:
    """A place in the window: an area, and maybe one record of it in full, or its list narrowed to ``filters``."""

    area: str
    record: int | None = None
    filters: tuple["FilterChoice", ...] = ()


class ViewSettings(Protocol):
    """Keeps how lists and windows look between runs. Plain JSON values only."""

    def load(self, key: str) -> Mapping[str, object]:
        """What was saved under ``key``; empty when nothing was."""
        ...

    def save(self, key: str, state: Mapping[str, object]) -> None:
        """Keep ``state``."""
        ...
