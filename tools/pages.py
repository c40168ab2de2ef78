"""What the album takes pictures of: the name of each picture, and how its page is reached in the sample register."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Final, cast

from socialupph.app.cli.exchange import PRINTERS
from socialupph.app.container import Container
from socialupph.app.paper_page import PaperPage
from socialupph.app.program import Program
from socialupph.domain.changes import Entity
from socialupph.domain.clock import FixedClock
from socialupph.domain.commands.candidates import CandidateFields
from socialupph.domain.commands.suppliers import ContactFields, SupplierFields
from socialupph.domain.kinds import RegisterKind
from socialupph.domain.queries import ListQuery
from socialupph.domain.views.today import DeadlineView, TodayAction
from socialupph.services import registers
from socialupph.services.registry import Services
from socialupph.specs import duplicates
from socialupph.ui.features.imports.contract_list_page import ContractListPage
from socialupph.ui.features.imports.notice_page import NoticePage
from socialupph.ui.features.imports.sheets_body import ASKED, FOUND, ROWS
from socialupph.ui.features.imports.sheets_page import SheetsPage
from socialupph.ui.features.matching.page import MatchingPage
from socialupph.ui.features.matching.view_switch import LIST
from socialupph.ui.features.today.page import TodayPage
from socialupph.ui.kit.day_list import DayRow
from socialupph.ui.kit.page import Destination, ListPage, Page
from tests.exchange.notice_building import NoticeXml
from tests.sheets.loose_files import write_loose_files
from tools.shots import DAY, ROOT, SAMPLE

EMPTY_MARK: Final = "tom-"
LISTS = ROOT / "tests" / "data" / "lists"


class Unavailable(Exception):
    """The page does not exist (yet), or the sample has nothing to show in it."""


class Stage:
    """The running program, and the ways to its pages."""

    def __init__(self, program: Program, sample: Path) -> None:
        self._program, self._sample = program, sample
        self._awaited: Path | None = None

    @property
    def container(self) -> Container:
        """What belongs to the open register."""
        if self._program.container is None:
            raise Unavailable
        return self._program.container

    @property
    def services(self) -> Services:
        """Those of the open register."""
        return self.container.services

    def is_busy(self) -> bool:
        """Whether a register is being opened or anything is being read in the background."""
        container = self._program.container
        if container is None:
            return self._awaited is not None
        shut = self._program.window.router.gate.is_shut()
        return shut or container.services.path != self._awaited or container.context.tasks.is_busy()

    def open(self, which: str) -> None:
        """Begin to open the sample, or a new register that has nothing in it."""
        wanted = self._awaited = self._sample if which == SAMPLE else self._sample.with_name("ovning.sup")
        if not wanted.exists():
            kind, by = RegisterKind.EXERCISE, (registers.SAMPLE_MUNICIPALITY, registers.SAMPLE_UNIT)
            registers.create_register(wanted, kind, *by, FixedClock(DAY)).close()
        self._program.open_register(wanted)

    def is_open(self) -> bool:
        """Whether there is a register behind the window."""
        return self._program.container is not None

    # ---- where to go

    def go(self, area: str, record: int | None = None) -> Page:
        """Show an area's list, or a record in full."""
        window = self._program.window
        window.palette_box.close_palette()
        if not window.router.knows(area):
            raise Unavailable
        window.router.go(Destination(area, record))
        page = window.router.page()
        if page is None:
            raise Unavailable
        return page

    def push(self, page: Page) -> Page:
        """Lay a page on top, from its area's list."""
        self._program.window.router.push(page)
        return page

    def new(self, name: str) -> None:
        """The form *nytt-…* of a feature."""
        for feature in self.container.features:
            for entry in feature.new:
                if name == f"nytt-{entry.key}":
                    self.go(feature.area.key if feature.area is not None else "today")
                    self.push(entry.make())
                    return
        raise Unavailable

    def find(self, text: str) -> None:
        """The palette with something typed."""
        self.go("today")
        self._program.window.palette_box.open(text)

    def ids(self, service: Any, sort: str, *filters: tuple[str, tuple[str, ...]]) -> Sequence[int]:
        """Records of a list in an order; Unavailable when there is none."""
        found: Sequence[int] = service.ids(ListQuery(sort=sort, filters=filters))
        if not found:
            raise Unavailable
        return found


def new_forms(stage: Stage) -> list[str]:
    """The names of all forms behind *Nytt*; reading in has pictures of its own."""
    keys = [entry.key for feature in stage.container.features for entry in feature.new]
    return [f"nytt-{key}" for key in keys if key != "import"]


# ---------------------------------------------------------------- the pages, each by what it needs


def _start(_stage: Stage, _name: str) -> None:
    """The program shows it by itself."""


def _area(stage: Stage, name: str) -> None:
    page = stage.go(name.removeprefix(EMPTY_MARK))
    if isinstance(page, ListPage):
        ids: Sequence[int] = cast("ListPage[object]", page).model.ids()
        if ids:
            page.select(_chosen(stage, name, ids))


def _chosen(stage: Stage, area: str, ids: Sequence[int]) -> int:
    """The record that the panel shows: one that something is going on with."""
    if area == "contracts":
        return _richest_contract(stage)
    if area == "training":
        return _session(stage)
    if area == "placements":
        running = stage.ids(stage.services.placements, "code", ("status", ("running",)))
        return max(running)
    if area == "follow_ups":
        return stage.ids(stage.services.follow_ups, "due_on", ("overdue", ("yes",)))[0]
    return ids[min(2, len(ids) - 1)]


def _richest_contract(stage: Stage) -> int:
    """One that runs, if it can be with a requirement of months and places, and with the most placements under it."""
    contracts = stage.services.contracts

    def riches(one: int) -> tuple[bool, int]:
        view = contracts.view(one)
        both = any(one.places is not None for one in view.requirements)
        return both, len(view.placements)

    return max(stage.ids(contracts, "code", ("status", ("running",))), key=riches)


def _contract(stage: Stage, _name: str) -> None:
    stage.go("contracts", _richest_contract(stage))


def _supplier(stage: Stage, _name: str) -> None:
    suppliers = stage.services.suppliers
    stage.go("suppliers", max(stage.ids(suppliers, "name"), key=lambda one: len(suppliers.view(one).contacts)))


def _candidate(stage: Stage, _name: str) -> None:
    candidates = stage.services.candidates
    active = stage.ids(candidates, "code", ("status", ("active",)))
    stage.go("candidates", max(active, key=lambda one: candidates.rows([one])[0].matches))


def _openings(stage: Stage, _name: str) -> None:
    page = stage.go("matching")
    if not isinstance(page, MatchingPage):
        raise Unavailable
    page.shown().switch.asked.emit(LIST)
    ids = page.openings.model.ids()
    if ids:
        page.select(ids[min(2, len(ids) - 1)])


def _opening(stage: Stage, _name: str) -> None:
    openings = stage.services.openings
    stage.go("matching", max(stage.ids(openings, "code"), key=lambda one: len(openings.view(one).matches)))


def _placement(stage: Stage, _name: str) -> None:
    stage.go("placements", stage.ids(stage.services.placements, "starts_on", ("status", ("running",)))[0])


def _due_follow_up(stage: Stage, _name: str) -> None:
    stage.go("follow_ups", stage.ids(stage.services.follow_ups, "due_on", ("overdue", ("yes",)))[0])


def _held_follow_up(stage: Stage, _name: str) -> None:
    follow_ups = stage.services.follow_ups
    held = stage.ids(follow_ups, "held_on", ("status", ("done",)))
    stage.go("follow_ups", max(held, key=lambda one: (len(follow_ups.view(one).answers), one)))


def _session(stage: Stage) -> int:
    training = stage.services.training
    return max(stage.ids(training, "code"), key=lambda one: training.rows([one])[0].waiting)


def _session_page(stage: Stage, _name: str) -> None:
    stage.go("training", _session(stage))


def _import(stage: Stage, name: str) -> None:
    stage.go("contracts")
    page = ContractListPage(stage.container.context, stage.services)
    stage.push(page)
    if name == "inlasning":
        return
    wrong = name == "inlasning-fel"
    page.columns.toggle.setChecked(name == "inlasning-kolumner")
    page.open_path(LISTS / ("med_fel.xlsx" if wrong else "avtalsdatabas_uttag.xlsx"))


def _bring_in(stage: Stage, name: str) -> None:
    """Reading in: the ways, and a folder of sheets before anything has been registered."""
    stage.go("contracts")
    pages = stage.container.context.pages
    if name == "las-in":
        stage.push(pages.make("import"))
        return
    if name == "annons":
        notice = cast("NoticePage", stage.push(pages.make("import.notice")))
        notice.open_path(NoticeXml(title="Städning av skolor och förskolor").write(Path(mkdtemp())))
        return
    page = cast("SheetsPage", stage.push(pages.make("import.sheets")))
    if name == "egna-listor-valj":
        return
    folder = Path(mkdtemp()) / "mina listor"
    folder.mkdir()
    page.take_paths((write_loose_files(folder, DAY),))
    page.body.views.chosen.connect(partial(_keep_view, page, _VIEWS[name]))


_VIEWS: Final = {"tom-egna-listor": FOUND, "tom-egna-listor-fragor": ASKED, "tom-egna-listor-rader": ROWS}


def _keep_view(page: SheetsPage, wanted: str, shown: str) -> None:
    if shown != wanted:
        page.body.views.choose(wanted)


def _paper(stage: Stage, name: str) -> None:
    services, context = stage.services, stage.container.context
    what = {"papper-anmalningslista": "sign-up-list", "papper-narvarolista": "attendance"}.get(name, "contract")
    if what == "contract":
        _contract(stage, name)
        code = services.contracts.view(_richest_contract(stage)).code
    else:
        stage.go("training")
        code = services.training.view(_session(stage)).code
    paper = PRINTERS[what](services, code, context.papers.fonts())
    stage.push(PaperPage(context, services, paper, code))


def _list_paper(stage: Stage, _name: str) -> None:
    page = stage.go("placements")
    if not isinstance(page, ListPage):
        raise Unavailable
    page.page_actions.action("list.print").trigger()


def _palette(stage: Stage, _name: str) -> None:
    stage.find("bygg")


def _toast(stage: Stage, _name: str) -> None:
    page = stage.go("today")
    if not isinstance(page, TodayPage):
        raise Unavailable
    rows = [line.target for line in page.day_list.lines() if isinstance(line, DayRow)]
    reports = [row for row in rows if isinstance(row, DeadlineView) and row.action is TodayAction.NOTE_REPORT]
    if not reports:
        raise Unavailable
    page.day_list.acted.emit(reports[0])


def _duplicates(stage: Stage, name: str) -> None:
    """A supplier, a contact and a candidate are registered a second time, as when two lists have been read in."""
    services = stage.services
    candidates = services.candidates
    placed = candidates.view(stage.ids(candidates, "code", ("status", ("placed",)))[0])
    if not services.duplicates.suspects(Entity.CONTACT):
        suppliers = services.suppliers
        host = suppliers.view(stage.ids(suppliers, "name")[2])
        suppliers.register(SupplierFields(host.name.removesuffix(" AB").replace(" & ", " och "), branch="Bygg"))
        person = host.contacts[0]
        suppliers.register_contact(ContactFields(host.id, person.label, person.role, email=person.email))
        again = CandidateFields(
            f"{placed.name} Exempel",
            phone="070-000 00 99",
            birth_year=placed.birth_year,
            wished_occupations="Trädgårdsarbetare",
            referring_officer="Siv Påhitt",
            note="Ringde själv.",
        )
        candidates.register(again)
    stage.go("candidates")
    context = stage.container.context
    if name == "dubbletter":
        stage.push(context.pages.make(duplicates.LIST))
        return
    page = context.pages.make(duplicates.COMPARE)
    pair = services.duplicates.suspects(Entity.CANDIDATE)[0]
    page.narrow(duplicates.pair_filter(Entity.CANDIDATE, pair.first.id, pair.second.id, either=True))
    stage.push(page)


PAGES: Mapping[str, Callable[[Stage, str], None]] = {
    "forsta-start": _start,
    "today": _area,
    "contracts": _area,
    "contracts-post": _contract,
    "inlasning": _import,
    "inlasning-lista": _import,
    "inlasning-kolumner": _import,
    "inlasning-fel": _import,
    "las-in": _bring_in,
    "egna-listor-valj": _bring_in,
    "annons": _bring_in,
    "suppliers": _area,
    "suppliers-post": _supplier,
    "candidates": _area,
    "candidates-post": _candidate,
    "matching": _area,
    "matching-post": _opening,
    "matching-lista": _openings,
    "placements": _area,
    "placements-post": _placement,
    "training": _area,
    "training-post": _session_page,
    "follow_ups": _area,
    "follow_ups-post": _due_follow_up,
    "follow_ups-hallen": _held_follow_up,
    "dubbletter": _duplicates,
    "dubbletter-jamfor": _duplicates,
    "papper-anmalningslista": _paper,
    "papper-narvarolista": _paper,
    "papper-sammanfattning": _paper,
    "papper-lista": _list_paper,
    "palett": _palette,
    "toast": _toast,
    "tom-today": _area,
    "tom-contracts": _area,
    "tom-egna-listor": _bring_in,
    "tom-egna-listor-fragor": _bring_in,
    "tom-egna-listor-rader": _bring_in,
}
"""In the order they are taken. What changes the register, from *toast* on, comes after everything else of the sample."""


def pages_of(which: str) -> list[str]:
    """The pages that are taken in a register: those marked *tom-* in an empty one."""
    return [name for name in PAGES if name.startswith(EMPTY_MARK) is not (which == SAMPLE)]
