"""Puts an open register and the window together: services in, pages out."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from socialupph.app import areas, paths
from socialupph.app.jobs import Hands
from socialupph.app.lookups import ServiceCodes, ServiceLookups
from socialupph.app.outputs import WindowOutputs
from socialupph.app.undo_stack import UndoStack
from socialupph.domain.changes import Entity, RecordRef
from socialupph.domain.date_input import parse_date_input
from socialupph.domain.kinds import RegisterKind
from socialupph.i18n import N_, _, translate
from socialupph.services.registry import Services
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.commands import Commands
from socialupph.ui.kit.feature import Feature, NewEntry, PageEntry
from socialupph.ui.kit.form import Providers
from socialupph.ui.kit.page_base import Page, PageContext
from socialupph.ui.kit.places import Destination
from socialupph.ui.main_window import MainWindow

if TYPE_CHECKING:  # what the start page does not need is read when it is asked for
    from socialupph.documents.fonts import Fonts
    from socialupph.documents.paper import Paper
    from socialupph.services.drafts import Drafts
    from socialupph.ui.kit.palette import PaletteHit

MARKS = {
    RegisterKind.SAMPLE: (N_("Exempeldata"), N_("Exempeldata, påhittade uppgifter")),
    RegisterKind.EXERCISE: (N_("Övningsregister"), N_("Övningsregister: fyll inte i riktiga personer")),
}


@cache
def _fonts() -> "Fonts":
    from socialupph.documents.fonts import load_fonts  # noqa: PLC0415 -- reportlab is read when a paper is made

    return load_fonts(paths.resource("fonts"))


class Container(QObject):
    """Lives as long as a register is open in the window."""

    def __init__(self, window: MainWindow, services: Services, hands: Hands) -> None:
        super().__init__(window)
        self._window, self.services = window, services
        hands.settings.use(self._drafts)
        self._undo = UndoStack(hands.bus, services, self)
        commands = Commands(hands.bus, window, hands.report, self._undo.undo, self)
        desk = _Desk(self._show_paper)
        outputs = WindowOutputs(services, commands, hands.dialogs, desk)
        providers = Providers(self._parse_date, ServiceLookups(services), ServiceCodes(services))
        self.context = PageContext(
            bus=hands.bus,
            commands=commands,
            tasks=hands.tasks,
            dialogs=hands.dialogs,
            clock=services.clock,
            providers=providers,
            settings=hands.settings,
            outputs=outputs,
            papers=desk,
            pages=_Pages(self._page_entries),
        )
        self.features: tuple[Feature, ...] = tuple(make(self.context, services) for make in areas.FEATURES)
        self._areas = [feature.area for feature in self.features if feature.area is not None]
        self._places = {
            entity: (feature.area, word)
            for feature in self.features
            if feature.area is not None
            for entity, word in feature.entities
        }
        window.undo_asked.connect(commands.undo)

    def _drafts(self) -> "Drafts":
        return self.services.drafts

    def fill(self) -> None:
        """Give the window its areas, its *Nytt*, its search and its marks."""
        window = self._window
        entries = [entry for feature in self.features for entry in feature.new]
        window.set_new_actions([self._new_action(entry) for entry in entries])
        window.commands_menu.add(self._page_action(entry) for entry in self._page_entries() if entry.text)
        window.set_areas(self._areas, self.context.tasks)
        window.finding.find = self.find
        window.set_register(self.services.path.name)
        word, told = MARKS[self.services.settings.load().kind]
        window.status_line.set_marker(Mark(word, Shape.TRIANGLE, Tone.WARN), translate(told))

    def _new_action(self, entry: NewEntry) -> Action:
        return Action(f"new.{entry.key}", entry.text, _Opener(self._window, entry), entry.icon)

    def _page_entries(self) -> tuple[PageEntry, ...]:
        return tuple(entry for feature in self.features for entry in feature.pages)

    def _page_action(self, entry: PageEntry) -> Action:
        return Action(
            f"page.{entry.key}", entry.text, _Opener(self._window, entry), entry.icon, entry.shortcut, entry.menu
        )

    def find(self, text: str) -> "Sequence[PaletteHit]":
        """What the palette shows under *Gå till*."""
        from socialupph.ui.kit.palette import PaletteHit  # noqa: PLC0415 -- read with the palette

        hits: list[PaletteHit] = []
        for hit in self.services.search.find(text, 12):
            home = self.services.search.home(RecordRef(hit.entity, hit.id))
            if home.entity in self._places:
                area, word = self._places[home.entity]
                place = Destination(area.key, home.id)
                hits.append(PaletteHit(_("Gå till"), area.icon, hit.code, hit.title, hit.detail, word, place))
        return hits

    def place_of(self, entity: Entity, record_id: int) -> Destination | None:
        """Where a record is shown in full; None for what has no page."""
        home = self.services.search.home(RecordRef(entity, record_id))
        found = self._places.get(home.entity)
        return Destination(found[0].key, home.id) if found else None

    def _show_paper(self, paper: "Paper", subject: str) -> None:
        from socialupph.app.paper_page import PaperPage  # noqa: PLC0415 -- read when a paper is shown

        self._window.router.push(PaperPage(self.context, self.services, paper, subject))

    def _parse_date(self, text: str) -> dt.date:
        return parse_date_input(text, self.services.clock.today())

    def close(self) -> None:
        """Let go of the register."""
        self.services.close()


class _Desk:
    """The kit's ``PaperDesk``."""

    def __init__(self, show: "Callable[[Paper, str], None]") -> None:
        self._show = show

    def fonts(self) -> "Fonts":
        """Read once, when the first paper is made."""
        return _fonts()

    def show(self, paper: "Paper", subject: str) -> None:
        """Lay a preview over the page."""
        self._show(paper, subject)


class _Pages:
    """The kit's ``PageMaker``: what the features offer one another. Asked late, since the features are made with it."""

    def __init__(self, entries: Callable[[], Sequence[PageEntry]]) -> None:
        self._entries = entries

    def make(self, key: str) -> Page:
        """A new page of the feature that offers it."""
        for entry in self._entries():
            if entry.key == key:
                return entry.make()
        raise KeyError(key)


class _Opener:
    """Opens a form from *Nytt* or a page of the menu, wherever one is."""

    def __init__(self, window: MainWindow, entry: NewEntry | PageEntry) -> None:
        self._window, self._entry = window, entry

    def __call__(self) -> None:
        self._window.router.gate.when_open(self._open)

    def _open(self) -> None:
        self._window.router.push(self._entry.make())
