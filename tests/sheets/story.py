"""The register of a made-up municipality on its first morning, before anything has been read in: the truth behind every shape.

Everybody is invented, telephone numbers are of the series kept free for fiction, and personal numbers have the serials (238, 239)
that are set aside for tests. All days are counted from ``today``; contracts are those of ``tests/data/lists`` that run then.
"""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from socialupph.domain.commands.imports import ContractRow
from socialupph.domain.follow_ups import FollowUpKind, FollowUpStatus
from socialupph.domain.kinds import CandidateStatus, ContactRole, FollowUpMeans, Question, Referrer, Respondent, Sex
from socialupph.exchange.contract_lists import read_contract_list

CONTRACTS = Path(__file__).parents[1] / "data" / "lists" / "avtalsdatabas_uttag.xlsx"
EXTRA_HOSTS = (
    ("Hittepåvikens Måleri AB", "559990-0015"),
    ("Sagobackens Städ AB", "559990-0023"),
    ("Föreningen Drömbyns Återbruk", "559990-0031"),
)
"""Firms that are no contract party but where somebody works."""

_FIRST = (
    "Ingrid", "Bo", "Amina", "Carina", "Göran", "Hanna", "Olle", "Fatima", "Kim", "Pernilla", "Ivan", "Amina", "Johanna",
    "Mohammed", "Lena", "Sven", "Ruth", "Siv", "Åsa", "Örjan", "Zahra", "Mikko", "Tove", "Nils", "Yusuf",
)  # fmt: skip
_LAST = (
    "Exempelsson", "Låtsasson", "Påhittsdotter", "Fiktivsson", "Exempelgren", "Påhittlund", "Låtsasberg", "Fiktivqvist",
    "Exempelström", "Påhittmark", "Låtsasén",
)  # fmt: skip
_WOMEN = frozenset(
    (
        "Ingrid",
        "Amina",
        "Carina",
        "Hanna",
        "Fatima",
        "Pernilla",
        "Johanna",
        "Lena",
        "Ruth",
        "Siv",
        "Åsa",
        "Zahra",
        "Tove",
    )
)
_WISHES = ("Lokalvård", "Köksbiträde", "Fastighetsskötare", "Lager", "Måleri", "Grönytor", "Butik")
_FORMS = ("Arbetspraktik", "Introduktionsjobb", "Nystartsjobb", "Språkpraktik", "Kommunal praktik", "Lärling")
_SUMMARIES = (
    "Går bra på plats.",
    "Trivs med arbetslaget.",
    "Behöver längre tid för instruktioner.",
    "Klarar uppgifterna själv.",
)
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Person:
    """A candidate. ``code`` is the municipality's own; ``serial`` makes a personal number where the sheet has one."""

    code: str
    first: str
    last: str
    born: dt.date
    serial: str
    sex: Sex
    phone: str
    email: str
    referrer: Referrer
    officer: str
    available_from: dt.date
    percent: int
    wishes: str
    status: CandidateStatus
    protected: bool
    note: str

    @property
    def name(self) -> str:
        """First and last name; of a protected person only the word the municipality uses."""
        return f"{self.first} {self.last}".strip()

    @property
    def personal_number(self) -> str:
        """Twelve digits, or empty where the municipality has none."""
        return with_check_digit(f"{self.born:%Y%m%d}{self.serial}") if self.serial else ""


@dataclass(frozen=True, slots=True)
class Contact:
    """A person at a supplier."""

    name: str
    role: ContactRole
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class Firm:
    """A supplier with its two contacts; the second is the supervisor."""

    name: str
    org_number: str
    address: str
    phone: str
    contacts: tuple[Contact, ...]
    workplace: str

    @property
    def supervisor(self) -> Contact:
        """The contact who is supervisor."""
        return self.contacts[1]


@dataclass(frozen=True, slots=True)
class Placement:
    """A running placement of ``person``, or of ``heads`` that the supplier recruited itself."""

    code: str
    person: Person | None
    heads: int | None
    contract: ContractRow
    host: Firm
    form: str
    starts_on: dt.date
    planned_end_on: dt.date
    percent: int
    af_officer: str
    note: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Held (``held_on``), planned, skipped with a reason, or not answered."""

    placement: Placement
    kind: FollowUpKind
    due_on: dt.date
    status: FollowUpStatus
    held_on: dt.date | None = None
    means: FollowUpMeans | None = None
    reason: str = ""
    summary: str = ""
    answers: tuple[tuple[Respondent, Question, int], ...] = ()
    step: tuple[str, str, dt.date] | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Who took part in a course; ``firm`` None for the municipality's own staff."""

    name: str
    firm: Firm | None
    email: str
    phone: str
    attended: bool


@dataclass(frozen=True, slots=True)
class Held:
    """A course that was held."""

    course: str
    session: str
    days: tuple[dt.date, ...]
    starts_at: dt.time
    ends_at: dt.time
    venue: str
    trainers: str
    participants: tuple[Participant, ...]


def with_check_digit(digits: str) -> str:
    """Eleven digits and the twelfth that makes them a personal number."""
    total = 0
    for place, digit in enumerate(digits[2:]):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return digits + str(-total % 10)


def _workday(day: dt.date) -> dt.date:
    while day.weekday() > 4:
        day -= _DAY
    return day


def _phone(number: int) -> str:
    return f"070-174 06 {5 + number % 95:02d}"


class FirstMorning:
    """All of it, told from ``today``: 12 contracts with placements, their firms, 25 candidates, 30 running placements, 60
    follow-ups, and two courses that were held."""

    def __init__(self, today: dt.date) -> None:
        self.today = today

    @cached_property
    def contracts(self) -> tuple[ContractRow, ...]:
        """The contracts of the list under which somebody is placed, in its order."""
        begun, runs = self.today - 120 * _DAY, self.today + 30 * _DAY
        running = [
            row
            for row in read_contract_list(CONTRACTS).rows
            if row.start and row.end and row.start <= begun and row.end >= runs
        ]
        if len(running) < 12:
            raise ValueError(f"too few contracts of {CONTRACTS.name} run on {self.today}")
        return tuple(running[:12])

    @cached_property
    def firms(self) -> tuple[Firm, ...]:
        """The parties of those contracts, then the firms that are only hosts."""
        named = dict.fromkeys((row.supplier_name, row.supplier_org_number) for row in self.contracts)
        return tuple(_firm(number, name, org) for number, (name, org) in enumerate((*named, *EXTRA_HOSTS)))

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """25 candidates: two bear the same name and are told apart by birth year, one is protected, one waits for a place."""
        return tuple(self._person(number) for number in range(25))

    def _person(self, number: int) -> Person:
        first, last = _FIRST[number], _LAST[number % len(_LAST)]
        if number == 11:  # the namesake of number 2
            last = _LAST[2]
        protected = number == 6
        return Person(
            code=f"D-{number + 1:02d}",
            first="Deltagare" if protected else first,
            last="7" if protected else last,
            born=dt.date(1968 + (number * 7) % 37, 1 + number % 12, 1 + number),
            serial="" if protected or number % 5 else ("239" if first not in _WOMEN else "238"),
            sex=Sex.UNKNOWN if protected else Sex.WOMAN if first in _WOMEN else Sex.MAN,
            phone="" if protected else _phone(number),
            email="" if protected or number % 3 else f"deltagare{number + 1}@pahitt.example",
            referrer=(Referrer.AF, Referrer.AF, Referrer.MUNICIPALITY)[number % 3],
            officer=("Kerstin Handläggarsdotter", "Petra Låtsashandläggare")[number % 2],
            available_from=self.today - (150 - number) * _DAY,
            percent=(100, 75, 50)[number % 3],
            wishes=", ".join((_WISHES[number % 7], _WISHES[(number + 3) % 7])),
            status=CandidateStatus.ACTIVE if number == 24 else CandidateStatus.PLACED,
            protected=protected,
            note="" if number % 4 else "Vill helst börja på förmiddagen",
        )

    @cached_property
    def placements(self) -> tuple[Placement, ...]:
        """24 candidates once, one of them a second time on half time, and five of the suppliers' own recruits."""
        return tuple(self._placement(number) for number in range(30))

    def _placement(self, number: int) -> Placement:
        contract = self.contracts[number % 12]
        hosts = {firm.name: firm for firm in self.firms}
        away = number % 10 == 9
        person = self.people[number] if number < 24 else self.people[3] if number == 24 else None
        starts_on = _workday(self.today - (110 - (number * 11) % 106) * _DAY)
        return Placement(
            code=f"Plac {number + 1:02d}",
            person=person,
            heads=None if person else 1 + number % 2,
            contract=contract,
            host=hosts[EXTRA_HOSTS[number // 10][0] if away else contract.supplier_name],
            form=_FORMS[number % len(_FORMS)],
            starts_on=starts_on,
            planned_end_on=_workday(self.today + (35 + (number * 13) % 130) * _DAY),
            percent=50 if number in (3, 24) else (100, 75, 50)[number % 3],
            af_officer=person.officer if person and person.referrer is Referrer.AF else "",
            note="" if number % 6 else "Samma schema som arbetslaget",
        )

    @cached_property
    def follow_ups(self) -> tuple[FollowUp, ...]:
        """Two of each placement: the start talk, which was held, and the next one."""
        held = [self._start_talk(number, placement) for number, placement in enumerate(self.placements)]
        after = [self._next_one(number, placement) for number, placement in enumerate(self.placements)]
        return tuple(one for pair in zip(held, after, strict=True) for one in pair)

    def _start_talk(self, number: int, placement: Placement) -> FollowUp:
        answers = (
            (Respondent.PARTICIPANT, Question.ATTENDANCE, 5 - number % 2),
            (Respondent.PARTICIPANT, Question.WELL_BEING, 3 + number % 3),
            (Respondent.SUPERVISOR, Question.ATTENDANCE, 4),
            (Respondent.SUPERVISOR, Question.TASKS, 2 + number % 4),
        )
        return FollowUp(
            placement,
            FollowUpKind.START_MEETING,
            placement.starts_on,
            FollowUpStatus.DONE,
            held_on=placement.starts_on,
            means=(FollowUpMeans.VISIT, FollowUpMeans.PHONE, FollowUpMeans.VIDEO)[number % 3],
            summary=_SUMMARIES[number % len(_SUMMARIES)],
            answers=answers if placement.person and number % 2 == 0 else (),
            step=None if number % 5 else ("Beställa skyddsskor", placement.host.supervisor.name, self.today + 9 * _DAY),
        )

    def _next_one(self, number: int, placement: Placement) -> FollowUp:
        kind = (FollowUpKind.MONTHLY, FollowUpKind.NEXT_STEP, FollowUpKind.TWO_WEEKS)[number % 3]
        slot = number % 15
        if slot == 2:
            day = _workday(self.today - 6 * _DAY)
            return FollowUp(placement, kind, day, FollowUpStatus.SKIPPED, reason="Arbetsplatsen hade stängt")
        if slot == 3:
            return FollowUp(placement, kind, _workday(self.today - 2 * _DAY), FollowUpStatus.NOT_ANSWERED)
        late_or_now = {0: self.today, 1: _workday(self.today - 4 * _DAY)}
        return FollowUp(
            placement, kind, late_or_now.get(slot, self.today + (1 + number) * _DAY), FollowUpStatus.PLANNED
        )

    @cached_property
    def courses(self) -> tuple[Held, ...]:
        """A day with ten participants and two half days with eight."""
        own = tuple(
            Participant(name, None, f"personal{number}@exempelby.example", _phone(80 + number), attended=True)
            for number, name in enumerate(("Vera Exempelbysson", "Karim Stadshusgren"))
        )
        seats = [
            Participant(
                firm.supervisor.name, firm, firm.supervisor.email, firm.supervisor.phone, attended=number % 6 != 4
            )
            for number, firm in enumerate(self.firms)
        ]
        spring, autumn = _workday(self.today - 62 * _DAY), _workday(self.today - 20 * _DAY)
        second = autumn - _DAY if autumn.weekday() else autumn + _DAY
        return (
            Held(
                "Handledarutbildning", "HU våren", (spring,), dt.time(9), dt.time(16), "Stadshuset, sal Granen",
                "Tuva Kursledarsson", (*seats[:8], *own),
            ),
            Held(
                "Handledarutbildning", "HU hösten", tuple(sorted((autumn, second))), dt.time(12, 30), dt.time(16, 30),
                "Folkets hus i Exempelby", "Tuva Kursledarsson", tuple(seats[4:12]),
            ),
        )  # fmt: skip


def _firm(number: int, name: str, org_number: str) -> Firm:
    place = ("Sagobacken", "Drömbyn", "Fiktivmon", "Exempelängen")[number % 4]
    domain = f"firma{number + 1}.example"
    leader, supervisor = (
        f"{_FIRST[(number * 3 + 4) % 25]} {_LAST[(number + 5) % 11]}",
        f"{_FIRST[(number * 2 + 1) % 25]} {_LAST[(number * 4 + 7) % 11]}",
    )
    return Firm(
        name,
        org_number,
        f"Påhittsgatan {number + 1}, 123 45 {place}",
        f"010-174 06 {number + 10}",
        (
            Contact(leader, ContactRole.CONTRACT, _phone(30 + number), f"avtal@{domain}"),
            Contact(supervisor, ContactRole.SUPERVISOR, _phone(50 + number), f"handledare@{domain}"),
        ),
        f"{place}, hus {number + 1}",
    )
