"""Stand-ins for what the kit is handed: services, dialogs that answer as told, settings in memory."""

import datetime as dt
from dataclasses import dataclass, field

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.clock import FixedClock
from socialupph.domain.errors import RuleViolation
from socialupph.domain.queries import ListQuery
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.specs.tables import Choice, Column, EmptyText, Filter, Kind, TableSpec
from socialupph.ui.kit.changes import ChangeBus
from socialupph.ui.kit.commands import Commands
from socialupph.ui.kit.form import Providers
from socialupph.ui.kit.lookup import LookupHit
from socialupph.ui.kit.page import PageContext
from socialupph.ui.kit.tasks import Tasks

TODAY = dt.date(2026, 9, 22)
RUNNING = Mark("Pågående", Shape.DOT, Tone.ACCENT)
LATE = Mark("Försenad", Shape.EXCLAMATION, Tone.BAD)


@dataclass(frozen=True, slots=True)
class Row:
    id: int
    code: str
    host: str
    months: int


def host_of(number):
    return "Ängsbacka Måleri HB" if number % 2 else "Bygg & Mark AB"


SPEC: TableSpec[Row] = TableSpec(
    name="things",
    title="Saker",
    sort="code",
    columns=(
        Column("status", "Status", lambda _row: "Pågående", Kind.STATUS, width=12, mark=lambda _row: RUNNING),
        Column("code", "Kod", lambda row: row.code, Kind.CODE, width=9, strong=True),
        Column("host", "Värdföretag", lambda row: row.host, width=24, stretch=True, detail=lambda _row: "i morgon"),
        Column("months", "Månader", lambda row: row.months, Kind.INTEGER, width=10, priority=1),
        Column("hidden", "Anteckning", lambda _row: "x", width=10, shown=False, priority=2, sortable=False),
    ),
    filters=(
        Filter("state", "Status", (Choice("on", "aktuella"), Choice("off", "avslutade"))),
        Filter("counts", "Räknas mot", (Choice("yes", "krav"),)),
    ),
    empty=EmptyText("Här samlas alla saker", "En sak är något. Den hör hit.", "Du behöver inget först."),
)


@dataclass
class Things:
    """A list service over numbers."""

    count: int = 500
    asked: list[ListQuery] = field(default_factory=list)
    fetched: list[int] = field(default_factory=list)
    problem: Exception | None = None

    def ids(self, query: ListQuery) -> list[int]:
        if self.problem is not None:
            raise self.problem
        self.asked.append(query)
        found = [n for n in range(1, self.count + 1) if query.search.casefold() in host_of(n).casefold()]
        return found[::-1] if query.descending else found

    def rows(self, wanted, *, show_names=False) -> list[Row]:
        self.fetched.append(len(wanted))
        return [Row(n, f"S-{n:04d}", host_of(n), n) for n in wanted if n <= self.count]

    def total(self) -> int:
        return self.count


class Answers:
    """Dialogs that answer as told; a question nobody foresaw fails the test."""

    def __init__(self):
        self.queue = []
        self.questions = []

    def _next(self, what):
        self.questions.append(what)
        assert self.queue, f"unanswered: {what}"
        return self.queue.pop(0)

    def ask(self, question, detail, answers):
        answer = self._next(question)
        assert answer in {"", *(a.key for a in answers)}
        return answer

    def ask_text(self, title, label, *, text="", button="", secret=False):
        return self._next(title)

    def ask_form(self, spec, providers, submit, *, values=None):
        return self._next(spec.title)

    def open_file(self, title, patterns):
        return self._next(title)

    def open_files(self, title, patterns):
        return self._next(title)

    def save_file(self, title, suggested, patterns):
        return self._next(title)

    def choose_folder(self, title):
        return self._next(title)

    def choose_printer(self, pages):
        return self._next("printer")


class Memory:
    """Settings that last as long as the test."""

    def __init__(self):
        self.states = {}

    def load(self, key):
        return self.states.get(key, {})

    def save(self, key, state):
        self.states[key] = dict(state)


class Lookups:
    """Three suppliers."""

    def __init__(self):
        self.names = {1: "Bygg & Mark AB", 2: "Byggkraft HB", 3: "Ängsbacka Måleri HB"}

    def find(self, kind, text, limit):
        needle = text.casefold()
        return [LookupHit(key, name, kind) for key, name in self.names.items() if needle in name.casefold()][:limit]

    def label(self, kind, record_id):
        return self.names[record_id]


@dataclass
class Outputs:
    """Remembers what was asked for."""

    told: list[tuple] = field(default_factory=list)

    def export(self, spec, rows, told):
        self.told.append(("export", len(rows()), told))

    def print(self, spec, rows, told):
        self.told.append(("print", len(rows()), told))


class Papers:
    """No paper is made here."""

    def fonts(self):
        raise AssertionError

    def show(self, paper, subject):
        raise AssertionError


class Pages:
    """No feature offers a page here."""

    def make(self, key):
        raise KeyError(key)


@dataclass
class Said:
    """What commands told the user."""

    toasts: list[tuple[str, bool]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def done(self, text, *, undo):
        self.toasts.append((text, undo))

    def problem(self, text):
        self.problems.append(text)

    def clear_problem(self):
        self.problems.clear()


def parse_date(text):
    """ISO, and *idag*."""
    if text == "idag":
        return TODAY
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise RuleViolation("field.missing") from error


def changed(*entities: Entity, operation: int | None = 7) -> Changes:
    return Changes(frozenset(entities or {Entity.PLACEMENT}), operation)


UNHURRIED = 60.0
"""Seconds: a window that waits for what it reads. How it does not is tested where it is told not to."""


def make_context(parent=None, said=None, patience=UNHURRIED):
    bus = ChangeBus(parent)
    said = said or Said()
    commands = Commands(bus, said, lambda _error: "Ett fel i programmet.", lambda: changed(operation=None), parent)
    providers = Providers(parse_date, Lookups())
    tasks = Tasks(parent, patience=patience)
    return PageContext(
        bus, commands, tasks, Answers(), FixedClock(TODAY), providers, Memory(), Outputs(), Papers(), Pages()
    )
