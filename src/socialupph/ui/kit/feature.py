"""What a feature gives the window: its area, what *Nytt* offers from it, and pages that other features may open."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialupph.domain.changes import Entity
from socialupph.ui.kit.navigation import Area

if TYPE_CHECKING:
    from socialupph.ui.kit.page_base import Page


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A line of *Nytt*: its verb, its icon and the form it opens."""

    key: str
    text: str
    icon: str
    make: Callable[[], "Page"]


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page without an area of its own: a command of the window's menu and of the palette opens it.

    Other features open it by ``key`` through ``PageContext.pages``, without knowing the feature. ``menu`` is the menu it stands
    in, none where it is empty. One without ``text`` has no command: only other pages open it.
    """

    key: str
    text: str
    icon: str
    make: Callable[[], "Page"]
    menu: str = ""
    shortcut: str = ""


@dataclass(frozen=True, slots=True)
class Feature:
    """``entities`` are the records whose page in full is in this area; ``word`` is what one of them is called.

    A feature without ``area`` has no place in the sidebar and is reached by its ``pages`` only.
    """

    area: Area | None
    new: tuple[NewEntry, ...] = ()
    entities: tuple[tuple[Entity, str], ...] = ()
    pages: tuple[PageEntry, ...] = ()
