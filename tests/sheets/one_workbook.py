"""Shape a: everything in one workbook, a sheet for each kind, records named by the municipality's own codes and contract numbers."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from socialupph.domain.follow_ups import FollowUpKind, FollowUpStatus
from socialupph.domain.kinds import CandidateStatus, ContactRole, FollowUpMeans, Question, Referrer, Respondent, Sex
from socialupph.exchange.contract_lists import open_list
from tests.sheets.story import CONTRACTS, FirstMorning, FollowUp
from tests.sheets.writing import Made, Value, write_book

ROLES = {ContactRole.CONTRACT: "Avtal", ContactRole.SUPERVISOR: "Handledare"}
SEXES = {Sex.WOMAN: "Kvinna", Sex.MAN: "Man", Sex.UNKNOWN: ""}
REFERRERS = {Referrer.AF: "Arbetsförmedlingen", Referrer.MUNICIPALITY: "Arbetsmarknadsenheten", Referrer.OTHER: "Annan"}
STATUSES = {CandidateStatus.ACTIVE: "Aktuell", CandidateStatus.PLACED: "Placerad", CandidateStatus.CLOSED: "Avslutad"}
KINDS = {
    FollowUpKind.START_MEETING: "Startsamtal",
    FollowUpKind.TWO_WEEKS: "2 veckor",
    FollowUpKind.MONTHLY: "Månadsuppföljning",
    FollowUpKind.NEXT_STEP: "Nästa steg",
}
MEANS = {
    None: None, FollowUpMeans.VISIT: "Besök", FollowUpMeans.PHONE: "Telefon", FollowUpMeans.VIDEO: "Teams",
    FollowUpMeans.MAIL: "E-post",
}  # fmt: skip
HELD = {
    FollowUpStatus.DONE: "Genomförd",
    FollowUpStatus.PLANNED: "Planerad",
    FollowUpStatus.SKIPPED: "Inställd",
    FollowUpStatus.NOT_ANSWERED: "Ej svar",
}
_ASKED = (
    (Respondent.PARTICIPANT, Question.ATTENDANCE),
    (Respondent.PARTICIPANT, Question.WELL_BEING),
    (Respondent.SUPERVISOR, Question.ATTENDANCE),
    (Respondent.SUPERVISOR, Question.TASKS),
)


def write_one_workbook(folder: Path, today: dt.date) -> Path:
    """``Sysselsättning.xlsx`` in ``folder``: an information sheet and one sheet for each kind. Gives the workbook's path."""
    morning = FirstMorning(today)
    return write_book(
        folder / "Sysselsättning.xlsx",
        {
            "Läs mig": Made(("Det här är samordnarens egen bok.",), [("Fyll på längst ned.",), ("Radera inget.",)]),
            "Leverantörer": _suppliers(morning),
            "Avtal": _contracts(),
            "Kandidater": _candidates(morning),
            "Placeringar": _placements(morning),
            "Uppföljningar": _follow_ups(morning),
            "Kurser": _courses(morning),
        },
    )


def _contracts() -> Made:
    """The contract list as it stands in the file, headings and all."""
    found = open_list(CONTRACTS).recognised
    return Made(
        found.headers, [_plain(row) for row in found.sheet.rows[found.data_start :]], above=("Avtal i Exempelby", "")
    )


def _plain(row: Sequence[object]) -> list[Value]:
    return [cell if isinstance(cell, (str, int, float, dt.date)) else None for cell in row]


def _suppliers(morning: FirstMorning) -> Made:
    headings = (
        "Leverantör", "Org.nr", "Typ", "Adress", "Telefon", "Kontaktperson 1", "Roll", "Telefon", "E-post",
        "Kontaktperson 2", "Roll", "Telefon", "E-post", "Arbetsplats",
    )  # fmt: skip
    rows: list[Sequence[Value]] = [
        (
            firm.name,
            firm.org_number,
            "Förening" if firm.name.startswith("Föreningen") else "Företag",
            firm.address,
            firm.phone,
            *(cell for one in firm.contacts for cell in (one.name, ROLES[one.role], one.phone, one.email)),
            firm.workplace,
        )
        for firm in morning.firms
    ]
    return Made(headings, rows)


def _candidates(morning: FirstMorning) -> Made:
    headings = (
        "Deltagar-ID", "Förnamn", "Efternamn", "Födelseår", "Personnummer", "Kön", "Telefon", "E-post", "Anvisad av", "Handläggare",
        "Tillgänglig från", "Omfattning %", "Önskat yrke", "Status", "Skyddade personuppgifter", "Anpassningsbehov", "Kommentar",
    )  # fmt: skip
    rows: list[Sequence[Value]] = [
        (
            one.code, one.first, one.last, one.born.year, one.personal_number, SEXES[one.sex], one.phone, one.email,
            REFERRERS[one.referrer], one.officer, one.available_from, one.percent, one.wishes, STATUSES[one.status],
            "Ja" if one.protected else "Nej", "Inga tunga lyft", one.note,
        )
        for one in morning.people
    ]  # fmt: skip
    return Made(headings, rows, above=("Kandidater – får inte lämna rummet",))


def _placements(morning: FirstMorning) -> Made:
    headings = (
        "Placering", "Deltagar-ID", "Antal egna rekryteringar", "Avtalsnummer", "Företag", "Arbetsplats", "Form", "Startdatum",
        "Planerat slut", "Omfattning %", "Handledare", "Handledare telefon", "Handledare e-post", "AF-handläggare", "Anteckning",
    )  # fmt: skip
    rows: list[Sequence[Value]] = []
    for one in morning.placements:
        supervisor = one.host.supervisor
        rows.append(
            (
                one.code, one.person.code if one.person else "", one.heads, one.contract.number, one.host.name,
                one.host.workplace, one.form, one.starts_on, one.planned_end_on, one.percent, supervisor.name, supervisor.phone,
                supervisor.email, one.af_officer, one.note,
            )
        )  # fmt: skip
    return Made(headings, rows)


def _follow_ups(morning: FirstMorning) -> Made:
    headings = (
        "Placering", "Typ av uppföljning", "Planerad", "Genomförd", "Sätt", "Status", "Orsak", "Sammanfattning",
        "Närvaro deltagaren", "Trivsel deltagaren", "Närvaro handledaren", "Arbetsuppgifter handledaren", "Vad", "Vem", "När",
    )  # fmt: skip
    return Made(headings, [_follow_up(one) for one in morning.follow_ups])


def _follow_up(one: FollowUp) -> Sequence[Value]:
    scores = {(respondent, question): score for respondent, question, score in one.answers}
    return (
        one.placement.code, KINDS[one.kind], one.due_on, one.held_on, MEANS[one.means], HELD[one.status], one.reason, one.summary,
        *(scores.get(asked) for asked in _ASKED), *(one.step or (None, None, None)),
    )  # fmt: skip


def _courses(morning: FirstMorning) -> Made:
    headings = (
        "Kurs", "Kurstillfälle", "Kursdatum", "Tid", "Lokal", "Kursledare", "Deltagare", "Företag", "E-post", "Telefon", "Närvarade",
        "Till dagen (kost m.m.)",
    )  # fmt: skip
    rows: list[Sequence[Value]] = [
        (
            course.course, course.session, course.days[0] if len(course.days) == 1 else ", ".join(map(str, course.days)),
            f"{course.starts_at:%H.%M}–{course.ends_at:%H.%M}", course.venue, course.trainers, who.name,
            who.firm.name if who.firm else "Exempelby kommun", who.email, who.phone, "Ja" if who.attended else "Nej", "Vegan",
        )
        for course in morning.courses
        for who in course.participants
    ]  # fmt: skip
    return Made(headings, rows)
