"""Shape c: the program's own templates, filled in as in Excel and saved. The codes are the municipality's own, as in shape a."""

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path

from openpyxl import load_workbook

from socialupph.domain.commands.register_sheets import SheetKind
from socialupph.exchange.sheet_templates import write_templates
from socialupph.specs.words_contracts import CONTRACT_NATURE
from socialupph.specs.words_placements import (
    CANDIDATE_STATUS,
    FOLLOW_UP_KIND,
    FOLLOW_UP_STATUS,
    MEANS,
    QUESTION,
    REFERRER,
    RESPONDENT,
    SEX,
)
from tests.sheets.one_workbook import ROLES
from tests.sheets.story import FirstMorning, FollowUp, Held
from tests.sheets.writing import Value

Cells = Mapping[str, Value]
OWN_WORDS = {
    "form": ("Arbetspraktik", "Introduktionsjobb", "Nystartsjobb", "Språkpraktik", "Kommunal praktik", "Lärling"),
    "end_reason": ("Slutförd enligt plan", "Avbruten av deltagaren"),
    "outcome": ("Anställd utan stöd", "Studier"),
}


def write_filled_templates(folder: Path, today: dt.date) -> Path:
    """The six workbooks in ``folder``, which is what is given."""
    morning = FirstMorning(today)
    rows = {
        SheetKind.SUPPLIERS: _suppliers(morning),
        SheetKind.CONTRACTS: _contracts(morning),
        SheetKind.CANDIDATES: _candidates(morning),
        SheetKind.PLACEMENTS: _placements(morning),
        SheetKind.FOLLOW_UPS: map(_follow_up, morning.follow_ups),
        SheetKind.COURSES: (row for course in morning.courses for row in _course(course)),
    }
    for kind, path in zip(SheetKind, write_templates(folder, OWN_WORDS), strict=True):
        fill(path, rows[kind])
    return folder


def fill(path: Path, rows: Iterable[Cells]) -> Path:
    """Write the rows by heading under the headings of a template, and save it."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    columns = {str(cell.value): place for place, cell in enumerate(sheet[1], start=1)}
    for number, row in enumerate(rows, start=2):
        for heading, value in row.items():
            if value not in {None, ""}:
                sheet.cell(number, columns[heading], value)
    book.save(path)
    return path


def _suppliers(morning: FirstMorning) -> Iterable[Cells]:
    for firm in morning.firms:
        street, _comma, town = firm.address.partition(", ")
        row: dict[str, Value] = {
            "Leverantör": firm.name,
            "Organisationsnummer": firm.org_number,
            "Typ av organisation": "Idéburen organisation" if firm.name.startswith("Föreningen") else "Företag",
            "Adress": street,
            "Postnummer": town[:6],
            "Postort": town[7:],
            "Telefon": firm.phone,
            "Arbetsplats": firm.workplace,
        }
        for number, one in enumerate(firm.contacts, start=1):
            person = f"Kontaktperson {number}"
            row |= {
                person: one.name, f"{person} roll": ROLES[one.role], f"{person} telefon": one.phone, f"{person} e-post": one.email,
            }  # fmt: skip
        yield row


def _contracts(morning: FirstMorning) -> Iterable[Cells]:
    for row in morning.contracts:
        yield {
            "Avtalsnummer": row.number, "Diarienummer": row.diary_number, "Benämning": row.title, "Leverantör": row.supplier_name,
            "Organisationsnummer": row.supplier_org_number, "Startdatum": row.start, "Slutdatum": row.end,
            "Förlängning": row.extension_text, "Värde i kronor": float(row.value or 0), "Kontraktsansvarig": row.contract_manager,
            "CPV-kod": row.cpv, "Art": next((CONTRACT_NATURE[key] for key in CONTRACT_NATURE if key.value == row.nature), ""),
            "Krav": row.requirement_text,
        }  # fmt: skip


def _candidates(morning: FirstMorning) -> Iterable[Cells]:
    for one in morning.people:
        yield {
            "Kod": one.code, "Förnamn": one.first, "Efternamn": one.last, "Födelseår": one.born.year,
            "Personnummer": one.personal_number, "Kön": SEX[one.sex], "Telefon": one.phone, "E-post": one.email,
            "Anvisad av": REFERRER[one.referrer], "Handläggare": one.officer, "Tillgänglig från": one.available_from,
            "Omfattning %": one.percent, "Önskade yrken": one.wishes, "Status": CANDIDATE_STATUS[one.status],
            "Skyddad identitet": "Ja" if one.protected else "Nej", "Anteckning": one.note,
        }  # fmt: skip


def _placements(morning: FirstMorning) -> Iterable[Cells]:
    for one in morning.placements:
        supervisor = one.host.supervisor
        yield {
            "Placering": one.code, "Deltagarkod": one.person.code if one.person else "", "Antal egna rekryteringar": one.heads,
            "Leverantörens intyg om målgrupp": "" if one.person else f"Intyg {one.starts_on}", "Avtalsnummer": one.contract.number,
            "Företag": one.host.name, "Arbetsplats": one.host.workplace, "Form": one.form, "Start": one.starts_on,
            "Planerat slut": one.planned_end_on, "Omfattning %": one.percent, "Handledare": supervisor.name,
            "Handledare telefon": supervisor.phone, "Handledare e-post": supervisor.email, "AF-handläggare": one.af_officer,
            "Anteckning": one.note,
        }  # fmt: skip


def _follow_up(one: FollowUp) -> Cells:
    what, who, when = one.step or ("", "", None)
    return {
        "Placering": one.placement.code, "Typ av uppföljning": FOLLOW_UP_KIND[one.kind], "Planerad": one.due_on,
        "Genomförd": one.held_on, "Sätt": MEANS[one.means] if one.means else "", "Status": FOLLOW_UP_STATUS[one.status],
        "Orsak": one.reason, "Sammanfattning": one.summary, "Vad 1": what, "Vem 1": who, "När 1": when,
        **{f"{QUESTION[asked]} {RESPONDENT[respondent].casefold()}": score for respondent, asked, score in one.answers},
    }  # fmt: skip


def _course(course: Held) -> Iterable[Cells]:
    """The course stands on its first row only."""
    facts: dict[str, Value] = {
        "Kurs": course.course, "Kurstillfälle": course.session, "Börjar": course.starts_at, "Slutar": course.ends_at,
        "Plats": course.venue, "Kursledare": course.trainers,
        **{f"Kursdag {number}": day for number, day in enumerate(course.days, start=1)},
    }  # fmt: skip
    for number, who in enumerate(course.participants):
        yield {
            **({} if number else facts),
            "Deltagare": who.name,
            "Organisation": who.firm.name if who.firm else "Exempelby kommun",
            "E-post": who.email,
            "Telefon": who.phone,
            "Närvaro": "Ja" if who.attended else "Nej",
        }
