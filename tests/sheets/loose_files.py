"""Shape b: a folder of files by several hands. No codes at all: people, contracts and firms are named, dates are written any way.

It does not tell: phone and e-mail of candidates, kinds of follow-ups, answers and agreed steps, and of candidates who is protected
only the word. Beside the lists lie a lock file of Excel and a picture.
"""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from shutil import copyfile

from socialupph.domain.follow_ups import FollowUpStatus
from socialupph.domain.kinds import CandidateStatus, ContactRole, Sex
from tests.sheets.story import CONTRACTS, FirstMorning, FollowUp, Held, Participant, Person, Placement
from tests.sheets.writing import Made, Value, write_book, write_lines

_ROLES = {ContactRole.CONTRACT: "Platschef", ContactRole.SUPERVISOR: "Handledare"}
_SEXES = {Sex.WOMAN: "K", Sex.MAN: "M", Sex.UNKNOWN: "-"}
_STATES = {
    CandidateStatus.ACTIVE: "väntar på plats",
    CandidateStatus.PLACED: "ute på placering",
    CandidateStatus.CLOSED: "klar",
}
_EXTENTS = {100: "heltid", 75: "30 tim/v", 50: "0,5"}
_MONTHS = ("jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sept", "okt", "nov", "dec")


def write_loose_files(folder: Path, today: dt.date) -> Path:
    """The files, in ``folder``, which is what is given."""
    morning = FirstMorning(today)
    copyfile(CONTRACTS, folder / "avtalsdatabas_uttag.xlsx")
    write_lines(folder / "företag och kontakter.csv", _contacts(morning))
    _write_candidates(folder / "deltagare.xlsx", morning)
    write_lines(folder / "praktikanter.csv", _placements(morning), between=",", encoding="utf-8")
    _write_follow_ups(folder / "uppföljning.xlsx", morning)
    spring, autumn = morning.courses
    _write_course(folder / "handledarutbildning.xlsx", spring)
    write_lines(folder / "kurs hösten.csv", _grouped(autumn))
    (folder / "~$deltagare.xlsx").write_bytes(b"\x05Vera" + b"\x20" * 160)
    (folder / "karta.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 64)
    return folder


def _contacts(morning: FirstMorning) -> list[Sequence[str]]:
    """A row for each contact; the firm stands on its first row only."""
    rows: list[Sequence[str]] = [("Företag", "Org nr", "Namn", "Befattning", "Mobil", "Mejl")]
    for firm in morning.firms:
        for number, one in enumerate(firm.contacts):
            name, org = ("", "") if number else (firm.name, firm.org_number.replace("-", ""))
            rows.append((name, org, one.name, _ROLES[one.role], one.phone, one.email))
    return rows


def _write_candidates(path: Path, morning: FirstMorning) -> None:
    headings = (
        "Namn", "Född", "M/K", "Remitterad från", "Kontakt AF/AME", "Kan börja", "Tjänstgöringsgrad", "Yrkesönskemål", "Läge",
        "Sekretess", "Diagnos", "Övrigt",
    )  # fmt: skip
    rows: list[Sequence[Value]] = [
        (
            one.name if one.protected else f"{one.last}, {one.first}", _born(number, one), _SEXES[one.sex],
            "AF" if one.referrer.value == "af" else "AME", one.officer, _swedish(number, one.available_from),
            _EXTENTS[one.percent], one.wishes, _STATES[one.status], "x" if one.protected else None, "får inte läsas in", one.note,
        )
        for number, one in enumerate(morning.people)
    ]  # fmt: skip
    write_book(path, {"Blad1": Made(headings, rows, above=("Deltagare", ""))})


def _born(number: int, one: Person) -> Value:
    if one.personal_number:
        return f"{one.personal_number[2:8]}-{one.personal_number[8:]}"
    return (one.born.year, f"född {one.born.year}", f"{one.born:%y%m%d}-XXXX")[number % 3]


def _swedish(number: int, day: dt.date) -> Value:
    """A day in one of five writings."""
    return (
        day,
        f"{day.day}/{day.month} {day.year}",
        f"{day:%y%m%d}",
        f"{day.day} {_MONTHS[day.month - 1]} {day.year}",
        (day - dt.date(1899, 12, 30)).days,
    )[number % 5]


def _placements(morning: FirstMorning) -> list[Sequence[str]]:
    rows: list[Sequence[str]] = [
        (
            "Praktikant", "Född", "Antal", "Upphandling", "Företag", "Placerad på", "Insats", "Period", "Omfattning", "Handledare",
            "Tel handledare", "Kontakt AF", "Obs",
        )
    ]  # fmt: skip
    return [*rows, *(_placement(number, one) for number, one in enumerate(morning.placements))]


def _placement(number: int, one: Placement) -> Sequence[str]:
    between = (" – ", " - ", " till ")[number % 3]
    supervisor = one.host.supervisor
    return (
        one.person.name if one.person else "egen rekrytering", str(one.person.born.year) if one.person else "",
        str(one.heads or ""), one.contract.title, _written(number, one.host.name), one.host.workplace, one.form,
        f"{one.starts_on}{between}{one.planned_end_on}", f"{one.percent} %", supervisor.name, supervisor.phone, one.af_officer, one.note,
    )  # fmt: skip


def _written(number: int, name: str) -> str:
    """The same firm as several people write it."""
    return (name, name.upper(), name)[number % 3]


def _write_follow_ups(path: Path, morning: FirstMorning) -> None:
    """A row for each placement: the talks that were held, each with a note, and the next one."""
    headings = (
        "Deltagare",
        "Född",
        "Företag",
        "Uppföljning 1",
        "Anteckning",
        "Uppföljning 2",
        "Anteckning",
        "Nästa uppföljning",
    )
    rows: list[Sequence[Value]] = []
    for number, placement in enumerate(morning.placements):
        first, second = (one for one in morning.follow_ups if one.placement is placement)
        person = placement.person
        said, planned = _second(second)
        rows.append(
            (
                person.name if person else "", person.born.year if person else None, placement.host.name,
                _swedish(number, first.held_on or first.due_on), first.summary, second.due_on if said else None, said,
                None if said else planned,
            )
        )  # fmt: skip
    write_book(path, {"Uppföljning": Made(headings, rows)})


def _second(one: FollowUp) -> tuple[str, Value]:
    """(what is noted of one that was to be held, the day of one that is planned)."""
    if one.status is FollowUpStatus.SKIPPED:
        return f"inställd: {one.reason}", None
    return ("", one.due_on) if one.status is FollowUpStatus.PLANNED else ("fick inget svar", None)


def _write_course(path: Path, course: Held) -> None:
    """The course stands once above the table."""
    title = f"{course.course} {course.days[0]} kl. {course.starts_at:%H}–{course.ends_at:%H}, {course.venue}"
    rows: list[Sequence[Value]] = [
        (number, who.name, who.firm.name if who.firm else "kommunen", who.email, "x" if who.attended else "frånvarande")
        for number, who in enumerate(course.participants, start=1)
    ]
    write_book(
        path,
        {
            "Deltagarlista": Made(
                ("Nr", "Namn", "Arbetsgivare", "E-post", "Närvaro"), rows, (title, f"Kursledare: {course.trainers}", "")
            )
        },
    )


def _grouped(course: Held) -> list[Sequence[str]]:
    """Participants under the days of their course."""
    days = f"{course.course} {course.days[0]} och {course.days[1]} kl. {course.starts_at:%H.%M}–{course.ends_at:%H.%M}, {course.venue}"
    return [
        ("Deltagare", "Företag", "Mobil", "Närvarande"),
        (days, "", "", ""),
        *(_taking_part(who) for who in course.participants),
    ]


def _taking_part(who: Participant) -> Sequence[str]:
    return (who.name, who.firm.name if who.firm else "Exempelby kommun", who.phone, "ja" if who.attended else "nej")
