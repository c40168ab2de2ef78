"""Our own templates: the program knows what it has given out, and reads nothing but what was filled in."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import load_workbook

from socialupph.domain.commands.register_sheets import (
    AnswerCells,
    CandidateRow,
    ContactCells,
    FollowUpRow,
    PlacementRow,
    SheetKind,
    SupplierRow,
)
from socialupph.domain.errors import FileProblem
from socialupph.domain.kinds import ContactRole, Question, Respondent
from socialupph.exchange.register_sheets import HELP_SHEET, open_sheets, read_sheet
from socialupph.exchange.sheet_templates import template_name, write_template, write_templates
from socialupph.exchange.sheet_words import read_word
from socialupph.specs.sheet_templates import OWN_WORDS, TEMPLATES, WORDS
from socialupph.specs.words_placements import QUESTION, RESPONDENT
from tests.exchange.sheet_making import Row, rows_of
from tests.sheets.filled_templates import OWN_WORDS as OWN
from tests.sheets.filled_templates import fill
from tests.sheets.writing import Value

KINDS = pytest.mark.parametrize("kind", SheetKind)


def filled(folder: Path, kind: SheetKind, row: type[Row], *rows: Mapping[str, Value]) -> list[Row]:
    """The rows that come back from a template filled in with ``rows``."""
    path = folder / template_name(kind)
    write_template(kind, path, OWN)
    [opened] = open_sheets(fill(path, rows))
    assert opened.kind is kind
    return rows_of(read_sheet(opened), row)


@KINDS
def test_every_heading_is_known_as_its_field(kind: SheetKind, tmp_path: Path):
    path = tmp_path / "mall.xlsx"
    write_template(kind, path)
    [opened] = open_sheets(path)
    draft = read_sheet(opened)
    assert opened.kind is kind
    assert draft.headers == tuple(column.heading for column in TEMPLATES[kind].columns)
    assert draft.mapping == tuple(column.field.key for column in TEMPLATES[kind].columns)
    assert (draft.missing, draft.sensitive, draft.rows, draft.left_out) == ((), (), (), ())


@KINDS
def test_the_examples_are_never_read(kind: SheetKind, tmp_path: Path):
    path = tmp_path / "mall.xlsx"
    write_template(kind, path)
    book = load_workbook(path)
    assert book.sheetnames == [TEMPLATES[kind].sheet, HELP_SHEET]
    told = {str(cell.value) for row in book[HELP_SHEET].iter_rows() for cell in row if cell.value is not None}
    assert {column.heading for column in TEMPLATES[kind].columns} <= told
    assert any(example in told for column in TEMPLATES[kind].columns for example in column.examples if example)
    assert [one.sheet for one in open_sheets(path)] == [TEMPLATES[kind].sheet]


@KINDS
def test_words_to_choose_among_headings_that_stay_and_days_as_days(kind: SheetKind, tmp_path: Path):
    path = tmp_path / "mall.xlsx"
    write_template(kind, path, OWN)
    book = load_workbook(path)
    sheet, help_sheet = book.worksheets
    assert sheet.freeze_panes == "A2"
    offered: dict[str, list[str]] = {}
    for rule in sheet.data_validations.dataValidation:
        place = str(rule.formula1).rpartition("!")[2].replace("$", "")
        heading = str(sheet.cell(1, next(iter(rule.sqref.ranges)).min_col).value)
        offered[heading] = [str(cell.value) for [cell] in help_sheet[place]]
        assert not rule.showErrorMessage
    words = {**WORDS, **OWN}
    assert offered == {
        column.heading: list(words[column.words]) for column in TEMPLATES[kind].columns if column.words in words
    }
    letters = {column.heading: number for number, column in enumerate(TEMPLATES[kind].columns)}
    for heading in {"Start", "Planerad", "Tillgänglig från", "Startdatum", "Kursdag 1"} & set(letters):
        column = sheet.column_dimensions[chr(ord("A") + letters[heading])]
        assert column.number_format == "yyyy-mm-dd"


@pytest.mark.parametrize(
    "vocabulary", [name for name in WORDS if name not in {"yes_no", "contract_kind", "contract_nature"}]
)
def test_every_word_that_is_offered_is_understood_as_itself(vocabulary: str):
    values = [read_word(vocabulary, word) for word in WORDS[vocabulary]]
    assert None not in values
    assert len(set(values)) == len(values)


def test_a_template_of_suppliers_comes_back(tmp_path: Path):
    [row] = filled(
        tmp_path, SheetKind.SUPPLIERS, SupplierRow,
        {
            "Leverantör": "A & Co AB", "Organisationsnummer": "5599900015", "Typ av organisation": "Företag", "Storlek": "Litet",
            "Kontaktperson 2": "Bo L", "Kontaktperson 2 roll": "Personal", "Kontaktperson 2 e-post": "bo@a.example",
            "Telefon": "0101740610",
        },
    )  # fmt: skip
    assert (row.row, row.name, row.org_number, row.phone) == (2, "A & Co AB", "559990-0015", "0101740610")
    assert row.contacts == (ContactCells("Bo L", ContactRole.HR, "", "bo@a.example"),)


def test_a_template_of_candidates_comes_back(tmp_path: Path):
    [row] = filled(
        tmp_path, SheetKind.CANDIDATES, CandidateRow,
        {"Kod": "007", "Förnamn": "Siv", "Efternamn": "E", "Personnummer": "8801012389", "Skyddad identitet": "Ja", "Omfattning %": 75},
    )  # fmt: skip
    assert (row.code, row.name, row.personal_number, row.birth_year) == ("007", "Siv E", "198801012389", 1988)
    assert (row.protected, row.extent_percent) == (True, 75)


def test_a_template_of_placements_comes_back(tmp_path: Path):
    [row] = filled(
        tmp_path, SheetKind.PLACEMENTS, PlacementRow,
        {"Antal egna rekryteringar": 2, "Leverantörens intyg om målgrupp": "Intyg 1 september", "Avtalsnummer": "2026-1",
         "Krav": "2", "Form": "Arbetspraktik", "Start": "2026-09-01"},
    )  # fmt: skip
    assert (row.heads, row.statement, row.contract, row.requirement) == (2, "Intyg 1 september", "2026-1", "2")
    assert row.form == "Arbetspraktik"


@pytest.mark.parametrize("respondent", [Respondent.PARTICIPANT, Respondent.SUPERVISOR, Respondent.COORDINATOR])
def test_every_score_of_a_template_of_follow_ups_comes_back(respondent: Respondent, tmp_path: Path):
    scores = {
        f"{QUESTION[asked]} {RESPONDENT[respondent].casefold()}": f"{1 + number % 5}"
        for number, asked in enumerate(Question)
    }
    [row] = filled(
        tmp_path,
        SheetKind.FOLLOW_UPS,
        FollowUpRow,
        {"Placering": "P 1", "Planerad": "2026-09-01", **scores, "Vad 2": "Köpa skor"},
    )
    assert row.answers == tuple(AnswerCells(respondent, asked, 1 + number % 5) for number, asked in enumerate(Question))
    assert [step.what for step in row.steps] == ["Köpa skor"]


def test_all_templates_in_a_folder_and_nothing_is_replaced(tmp_path: Path):
    first = write_templates(tmp_path, OWN)
    assert [path.name for path in first] == [
        "1 Leverantörer.xlsx", "2 Kontrakt.xlsx", "3 Kandidater.xlsx", "4 Placeringar.xlsx", "5 Uppföljningar.xlsx", "6 Kurser.xlsx",
    ]  # fmt: skip
    first[0].write_bytes(b"ifylld")
    second = write_templates(tmp_path)
    assert [path.name for path in second][:2] == ["1 Leverantörer (2).xlsx", "2 Kontrakt (2).xlsx"]
    assert first[0].read_bytes() == b"ifylld"
    assert [one.kind for one in open_sheets(first[3])] == [SheetKind.PLACEMENTS]
    with pytest.raises(FileProblem):
        write_templates(tmp_path / "finns inte")


def test_the_registers_own_words_are_those_of_placements():
    assert (
        set(OWN)
        == set(OWN_WORDS)
        == {column.words for column in TEMPLATES[SheetKind.PLACEMENTS].columns} & set(OWN_WORDS)
    )
