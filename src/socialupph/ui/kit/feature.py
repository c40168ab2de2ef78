"""What a feature gives the window: its area, and what *Nytt* offers from it."""

from collections.abc import Callable
from dataclasses import dataclass

from socialupph.domain.changes import Entity
from socialupph.ui.kit.navigation import Area
from socialupph.ui.kit.page_base import Page


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A line of *Nytt*: its verb, its icon and the form it opens."""

    key: str
    text: str
    icon: str
    make: Callable[[], Page]


@dataclass(frozen=True, slots=True)
class Feature:
    """``entities`` are the records whose page in full is in this area; ``word`` is what one of them is called."""

    area: Area
    new: tuple[NewEntry, ...] = ()
    entities: tuple[tuple[Entity, str], ...] = ()
