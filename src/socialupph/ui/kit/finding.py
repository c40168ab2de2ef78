"""Ctrl+K: the palette over a window, with what it finds and where its choices lead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, cast

from socialupph.i18n import _
from socialupph.ui.kit.places import Destination

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from socialupph.ui.kit.actions import Action, ActionSet
    from socialupph.ui.kit.palette import Palette, PaletteHit
    from socialupph.ui.kit.router import Router

Find = Callable[[str], Sequence["PaletteHit"]]
Sets = Callable[[], "Iterable[ActionSet | None]"]


class Finding:
    """Records come from ``find``, which the register gives; commands from ``sets``, those of the page and of the window."""

    def __init__(self, over: QWidget, router: Router, sets: Sets) -> None:
        self._over, self._router, self._sets = over, router, sets
        self.find: Find | None = None

    @cached_property
    def box(self) -> Palette:
        """The palette; made when it is first opened."""
        from socialupph.ui.kit.palette import Palette  # noqa: PLC0415 -- not needed before the window is painted

        made = Palette(self._over, self._hits)
        made.chosen.connect(self._chosen)
        made.chosen_aside.connect(self._aside)
        return made

    def open(self, text: str = "") -> None:
        """Open it with ``text`` typed, as soon as pages can be shown."""
        self._router.gate.when_open(lambda: self.box.open(text))

    def let_go(self) -> None:
        """Free the palette, if there is one."""
        if "box" in self.__dict__:
            self.box.let_go()

    def _hits(self, text: str) -> list[PaletteHit]:
        from socialupph.ui.kit.palette import PaletteHit  # noqa: PLC0415 -- read with the palette

        only_commands = text.startswith(">")
        needle = text.removeprefix(">").strip().casefold()
        found = [] if only_commands or self.find is None else list(self.find(text))
        for entry in (entry for group in self._sets() if group is not None for entry in group.entries()):
            if entry.in_palette and needle in entry.words().casefold():
                found.append(PaletteHit(_("Gör"), entry.icon, "", entry.words(), "", entry.shortcut, entry))
        return found

    def _chosen(self, payload: object) -> None:
        if isinstance(payload, Destination):
            self._router.go(payload)
        elif payload is not None:
            cast("Action", payload).handler()

    def _aside(self, payload: object) -> None:
        """Ctrl+Enter: the record in the side panel of its list."""
        if not isinstance(payload, Destination):
            self._chosen(payload)
        elif self._router.go(Destination(payload.area)):
            page = self._router.page()
            if page is not None and payload.record is not None:
                page.select(payload.record)
