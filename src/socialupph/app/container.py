"""Puts an open register and the window together: services in, pages out."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cache

from PySide6.QtCore import QObject

from socialupph.app import areas, paths
from socialupph.app.jobs import Hands
from socialupph.app.lookups import ServiceLookups
from socialupph.app.outputs import PaperPage, WindowOutputs
from socialupph.app.undo_stack import UndoStack
from socialupph.documents.fonts import Fonts, load_fonts
from socialupph.documents.paper import Paper
from socialupph.domain.changes import Entity, RecordRef
from socialupph.domain.date_input import parse_date_input
from socialupph.domain.kinds import RegisterKind
from socialupph.i18n import N_, _, translate
from socialupph.services.registry import Services
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.commands import Commands
from socialupph.ui.kit.feature import Feature, NewEntry
from socialupph.ui.kit.form import Providers
from socialupph.ui.kit.page import Destination, PageContext
from socialupph.ui.kit.palette import PaletteHit
from socialupph.ui.main_window import MainWindow

MARKS = {
    RegisterKind.SAMPLE: (N_("Exempeldata"), N_("Exempeldata, påhittade uppgifter")),
    RegisterKind.EXERCISE: (N_("Övningsregister"), N_("Övningsregister: fyll inte i riktiga personer")),
}


@cache
def _fonts() -> Fonts:
    return load_fonts(paths.resource("fonts"))


class Container(QObject):
    """Lives as long as a register is open in the window."""

    def __init__(self, window: MainWindow, services: Services, hands: Hands) -> None:
        super().__init__(window)
        self._window, self.services = window, services
        hands.settings.use(services.drafts)
        self._undo = UndoStack(hands.bus, services, self)
        commands = Commands(hands.bus, window, hands.report, self._undo.undo, self)
        desk = _Desk(self._show_paper)
        outputs = WindowOutputs(services, commands, hands.dialogs, desk)
        providers = Providers(self._parse_date, ServiceLookups(services))
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
        )
        self.features: tuple[Feature, ...] = tuple(make(self.context, services) for make in areas.FEATURES)
        self._places = {entity: (feature, word) for feature in self.features for entity, word in feature.entities}
        window.undo_asked.connect(commands.undo)

    def fill(self) -> None:
        """Give the window its areas, its *Nytt*, its search and its marks."""
        window = self._window
        window.set_areas([feature.area for feature in self.features])
        entries = [entry for feature in self.features for entry in feature.new]
        window.set_new_actions([self._new_action(entry) for entry in entries])
        window.set_finder(self.find)
        window.set_register(self.services.path.name)
        word, told = MARKS[self.services.settings.load().kind]
        window.status_line.set_marker(Mark(word, Shape.TRIANGLE, Tone.WARN), translate(told))

    def _new_action(self, entry: NewEntry) -> Action:
        return Action(f"new.{entry.key}", entry.text, _Opener(self._window, entry), entry.icon)

    def find(self, text: str) -> Sequence[PaletteHit]:
        """What the palette shows under *Gå till*."""
        hits: list[PaletteHit] = []
        for hit in self.services.search.find(text, 12):
            home = self.services.search.home(RecordRef(hit.entity, hit.id))
            if home.entity in self._places:
                feature, word = self._places[home.entity]
                place = Destination(feature.area.key, home.id)
                hits.append(PaletteHit(_("Gå till"), feature.area.icon, hit.code, hit.title, hit.detail, word, place))
        return hits

    def place_of(self, entity: Entity, record_id: int) -> Destination | None:
        """Where a record is shown in full; None for what has no page."""
        home = self.services.search.home(RecordRef(entity, record_id))
        found = self._places.get(home.entity)
        return Destination(found[0].area.key, home.id) if found else None

    def _show_paper(self, paper: Paper, subject: str) -> None:
        self._window.router.push(PaperPage(self.context, self.services, paper, subject))

    def _parse_date(self, text: str) -> dt.date:
        return parse_date_input(text, self.services.clock.today())

    def close(self) -> None:
        """Let go of the register."""
        self.services.close()


class _Desk:
    """The kit's ``PaperDesk``."""

    def __init__(self, show: Callable[[Paper, str], None]) -> None:
        self._show = show

    def fonts(self) -> Fonts:
        """Read once, when the first paper is made."""
        return _fonts()

    def show(self, paper: Paper, subject: str) -> None:
        """Lay a preview over the page."""
        self._show(paper, subject)


class _Opener:
    """Opens a form from *Nytt*, wherever one is."""

    def __init__(self, window: MainWindow, entry: NewEntry) -> None:
        self._window, self._entry = window, entry

    def __call__(self) -> None:
        self._window.router.push(self._entry.make())
