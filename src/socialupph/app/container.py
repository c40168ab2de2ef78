"""Puts an open register and the window together: services in, pages out."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject

from socialupph.app import areas, paths
from socialupph.app.lookups import ServiceLookups
from socialupph.app.outputs import WindowOutputs
from socialupph.app.undo_stack import UndoStack
from socialupph.app.view_settings import RegisterViewSettings
from socialupph.documents.fonts import Fonts, load_fonts
from socialupph.documents.paper import Paper
from socialupph.domain.changes import Entity, RecordRef
from socialupph.domain.date_input import parse_date_input
from socialupph.domain.kinds import RegisterKind
from socialupph.i18n import N_, _, translate
from socialupph.services.registry import Services
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.changes import ChangeBus
from socialupph.ui.kit.commands import Commands, Report
from socialupph.ui.kit.dialogs import Dialogs
from socialupph.ui.kit.document_view import DocumentPage
from socialupph.ui.kit.feature import Feature, NewEntry
from socialupph.ui.kit.form import Providers
from socialupph.ui.kit.page import Destination, PageContext
from socialupph.ui.kit.palette import PaletteHit
from socialupph.ui.kit.tasks import Tasks
from socialupph.ui.main_window import MainWindow

MARKS = {
    RegisterKind.SAMPLE: (N_("Exempeldata"), N_("Påhittade uppgifter")),
    RegisterKind.EXERCISE: (N_("Övningsregister"), N_("Fyll inte i riktiga personer")),
}


@cache
def _fonts() -> Fonts:
    return load_fonts(paths.resource("fonts"))


class Container(QObject):
    """Lives as long as a register is open in the window."""

    def __init__(
        self,
        window: MainWindow,
        bus: ChangeBus,
        tasks: Tasks,
        services: Services,
        dialogs: Dialogs,
        settings: RegisterViewSettings,
        report: Report,
    ) -> None:
        super().__init__(window)
        self._window, self.services = window, services
        settings.use(services)
        self._undo = UndoStack(bus, services, self)
        commands = Commands(bus, window, report, self._undo.undo, self)
        outputs = WindowOutputs(services, commands, dialogs, _fonts, self.show_paper)
        providers = Providers(self._parse_date, ServiceLookups(services))
        self.context = PageContext(
            bus, commands, tasks, dialogs, services.clock, providers, settings, outputs, self._papers()
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

    def show_paper(self, paper: Paper, name: str) -> None:
        """Lay a preview over the page."""
        self._window.router.push(DocumentPage(self.context, paper.bytes, paper.title, name))

    def _parse_date(self, text: str):  # noqa: ANN202
        return parse_date_input(text, self.services.clock.today())

    def close(self) -> None:
        """Let go of the register."""
        self.services.close()


class _Opener:
    """Opens a form from *Nytt*, wherever one is."""

    def __init__(self, window: MainWindow, entry: NewEntry) -> None:
        self._window, self._entry = window, entry

    def __call__(self) -> None:
        self._window.router.push(self._entry.make())


def register_path(name: str) -> Path:
    """Where a register of this name is kept unless the user says otherwise."""
    return paths.registers_folder() / f"{name}.sup"
