"""The three shapes of the first morning are recognised without help, and tell what the made-up register holds."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest

from socialupph.domain.commands.imports import ContractRow
from socialupph.domain.commands.register_sheets import (
    CandidateRow,
    CourseRow,
    FollowUpRow,
    PlacementRow,
    SheetKind,
    SupplierRow,
)
from socialupph.domain.follow_ups import FollowUpStatus
from socialupph.domain.kinds import ContactRole
from socialupph.exchange.register_sheets import SheetDraft, open_sheets, read_sheet
from tests.sheets.first_morning import SHAPES, FirstMorning
from tests.sheets.story import Firm, FollowUp

TODAY = dt.date(2026, 9, 22)
MORNING = FirstMorning(TODAY)
LOOSE = "loose files"
Row = TypeVar("Row")


@pytest.fixture(scope="module", params=SHAPES)
def shape(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def drafts(shape: str, tmp_path_factory: pytest.TempPathFactory) -> Mapping[SheetKind, list[SheetDraft]]:
    path = SHAPES[shape](tmp_path_factory.mktemp("sheets"), TODAY)
    found: dict[SheetKind, list[SheetDraft]] = {kind: [] for kind in SheetKind}
    for opened in open_sheets(path):
        if opened.kind is not None:
            found[opened.kind].append(read_sheet(opened))
    return found


def rows(drafts: Mapping[SheetKind, list[SheetDraft]], kind: SheetKind, row: type[Row]) -> list[Row]:
    return [one for draft in drafts[kind] for one in draft.rows if isinstance(one, row)]


def test_every_sheet_is_known_and_every_row_can_stand(shape: str, drafts: Mapping[SheetKind, list[SheetDraft]]):
    assert {kind: len(found) for kind, found in drafts.items()} == {
        **dict.fromkeys(SheetKind, 1),
        SheetKind.COURSES: 2 if shape == LOOSE else 1,
    }
    every = [draft for found in drafts.values() for draft in found]
    assert all(not draft.missing for draft in every)
    assert [row for draft in every for row in draft.rows if row.errors] == []
    assert all(draft.taken().rows == draft.rows for draft in every)


def test_suppliers_with_their_contacts(shape: str, drafts: Mapping[SheetKind, list[SheetDraft]]):
    told: dict[str, list[SupplierRow]] = {}
    for row in rows(drafts, SheetKind.SUPPLIERS, SupplierRow):
        told.setdefault(row.name, []).append(row)
    assert list(told) == [firm.name for firm in MORNING.firms]
    for firm in MORNING.firms:
        found = told[firm.name]
        contacts = [contact for row in found for contact in row.contacts]
        assert [(one.name, one.phone, one.email) for one in contacts] == [
            (one.name, one.phone, one.email) for one in firm.contacts
        ]
        assert [one.role for one in contacts] == [ContactRole.CONTRACT, ContactRole.SUPERVISOR]
        assert {row.org_number for row in found} == {firm.org_number}
        if shape != LOOSE:
            [row] = found
            assert (row.address, row.phone, row.workplace) == (firm.address, firm.phone, firm.workplace)


def test_contracts(shape: str, drafts: Mapping[SheetKind, list[SheetDraft]]):
    told = {row.number: row for row in rows(drafts, SheetKind.CONTRACTS, ContractRow)}
    assert len(told) == (12 if shape == "templates" else 40)
    for contract in MORNING.contracts:
        assert told[contract.number].content_fingerprint() == contract.content_fingerprint()


def test_candidates(shape: str, drafts: Mapping[SheetKind, list[SheetDraft]]):
    told = rows(drafts, SheetKind.CANDIDATES, CandidateRow)
    assert len(told) == 25
    for row, one in zip(told, MORNING.people, strict=True):
        assert (row.name, row.birth_year) == (one.name, one.born.year)
        assert (row.available_from, row.extent_percent) == (one.available_from, Decimal(one.percent))
        assert (row.referrer, row.referring_officer, row.status) == (one.referrer, one.officer, one.status)
        assert (row.wished_occupations, row.note) == (one.wishes, one.note)
        assert bool(row.protected) is one.protected
        if shape != LOOSE:
            assert (row.code, row.personal_number) == (one.code, one.personal_number)
            assert (row.phone, row.email) == (one.phone, one.email)


def test_what_is_sensitive_is_never_read(shape: str, drafts: Mapping[SheetKind, list[SheetDraft]]):
    everything = repr([row for found in drafts.values() for draft in found for row in draft.rows])
    assert "tunga lyft" not in everything
    assert "får inte läsas in" not in everything
    assert "Vegan" not in everything
    if shape != "templates":
        codes = {code for draft in drafts[SheetKind.CANDIDATES] for code, _facts in draft.notes}
        assert "note.sensitive" in codes


def test_placements(shape: str, drafts: Mapping[SheetKind, list[SheetDraft]]):
    told = rows(drafts, SheetKind.PLACEMENTS, PlacementRow)
    assert len(told) == 30
    for row, one in zip(told, MORNING.placements, strict=True):
        assert (row.starts_on, row.planned_end_on, row.percent) == (one.starts_on, one.planned_end_on, one.percent)
        assert (row.form, row.workplace, row.af_officer, row.note) == (
            one.form,
            one.host.workplace,
            one.af_officer,
            one.note,
        )
        assert row.host.casefold() == one.host.name.casefold()
        assert row.heads == one.heads
        assert row.supervisor is not None
        assert (row.supervisor.name, row.supervisor.phone) == (one.host.supervisor.name, one.host.supervisor.phone)
        if shape == LOOSE:
            assert row.contract == one.contract.title
            assert row.candidate == (one.person.name if one.person else "")
            assert row.birth_year == (one.person.born.year if one.person else None)
        else:
            assert (row.code, row.contract) == (one.code, one.contract.number)
            assert row.candidate == (one.person.code if one.person else "")


def test_follow_ups(shape: str, drafts: Mapping[SheetKind, list[SheetDraft]]):
    told = rows(drafts, SheetKind.FOLLOW_UPS, FollowUpRow)
    assert len(told) == 60
    for row, one in zip(told, MORNING.follow_ups, strict=True):
        if shape == LOOSE:
            _as_loose(row, one)
            continue
        assert (row.placement, row.kind, row.status) == (one.placement.code, one.kind, one.status)
        assert (row.due_on, row.held_on, row.means) == (one.due_on, one.held_on, one.means)
        assert (row.reason, row.summary) == (one.reason, one.summary)
        assert tuple((told.respondent, told.question, told.score) for told in row.answers) == one.answers
        assert tuple((step.what, step.who, step.due_on) for step in row.steps) == ((one.step,) if one.step else ())


def _as_loose(row: FollowUpRow, one: FollowUp) -> None:
    """A wide sheet tells days and notes; only of the next one does it say that it is planned."""
    assert row.due_on == (one.held_on or one.due_on)
    assert row.candidate == (one.placement.person.name if one.placement.person else "")
    assert row.host == one.placement.host.name
    assert row.status == (None if one.status is FollowUpStatus.DONE else one.status)
    assert row.reason == one.reason
    assert row.summary == (one.summary if one.status is not FollowUpStatus.NOT_ANSWERED else "fick inget svar")


def test_courses(shape: str, drafts: Mapping[SheetKind, list[SheetDraft]]):
    told = rows(drafts, SheetKind.COURSES, CourseRow)
    everyone = [(course, who) for course in MORNING.courses for who in course.participants]
    assert len(told) == len(everyone) == 18
    for row, (course, who) in zip(told, everyone, strict=True):
        assert (row.course, row.days, row.venue) == (course.course, course.days, course.venue)
        assert (row.starts_at, row.ends_at) == (course.starts_at, course.ends_at)
        assert (row.name, row.attended) == (who.name, who.attended)
        assert row.organisation in _employers(who.firm)
        if shape != LOOSE:
            assert (row.session, row.trainers) == (course.session, course.trainers)
            assert (row.email, row.phone) == (who.email, who.phone)


def _employers(firm: Firm | None) -> set[str]:
    return {firm.name} if firm else {"Exempelby kommun", "kommunen"}


def test_what_is_no_list_is_told_and_stops_nothing(tmp_path: Path):
    opened = {one.name: one for one in open_sheets(SHAPES[LOOSE](tmp_path, TODAY))}
    problems = {name: one.problem.code for name, one in opened.items() if one.problem}
    assert problems == {"karta.png": "file.kind_picture", "~$deltagare.xlsx": "file.lock_file"}
    assert opened["avtalsdatabas_uttag.xlsx – Förklaringar"].kind is None
