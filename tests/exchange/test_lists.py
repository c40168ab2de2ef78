"""The four lists of the project, row by row."""

import datetime as dt
from decimal import Decimal

import pytest

from socialupph.domain.commands.imports import ContractRow, LeftOutReason
from socialupph.domain.ledger import RequirementUnit
from socialupph.exchange.contract_lists import ContractListDraft, read_contract_list, require_columns
from socialupph.specs.import_messages import left_out_message, note_message, row_message
from tests.exchange.making import LISTS


def read(name: str) -> ContractListDraft:
    draft = read_contract_list(LISTS / name)
    require_columns(draft)
    return draft


def by_row(draft: ContractListDraft) -> dict[int, ContractRow]:
    return {row.row: row for row in draft.rows}


@pytest.mark.parametrize(
    ("name", "rows", "errors", "drafts", "left_out"),
    [
        ("avtalsdatabas_uttag.xlsx", 40, 0, 0, 1),
        ("export_avtal_ansi.csv", 25, 0, 0, 0),
        ("entreprenader_utf16.tsv", 18, 0, 18, 0),
        ("med_fel.xlsx", 14, 6, 1, 0),
    ],
)
def test_how_many_rows(name: str, rows: int, errors: int, drafts: int, left_out: int):
    draft = read(name)
    assert len(draft.rows) == rows
    assert sum(1 for row in draft.rows if row.errors) == errors
    assert sum(1 for row in draft.rows if row.is_draft) == drafts
    assert len(draft.left_out) == left_out
    assert all(note_message(code, facts) for code, facts in draft.notes)


def test_the_database_extract():
    draft = read("avtalsdatabas_uttag.xlsx")
    assert (draft.sheet, draft.sheets, draft.header_row) == ("Avtal 2026", ("Avtal 2026", "Förklaringar"), 4)
    assert draft.headers[0] == "Avtalsnummer"
    assert draft.mapping == (
        "number", "diary_number", "title", "nature", "supplier_name", "supplier_org_number", "start", "end", "extension_text",
        "value", "contract_manager", "cpv", "requirement_text",
    )  # fmt: skip
    row = by_row(draft)[5]
    assert (row.number, row.diary_number, row.title) == ("2022-100", "KS 2022/00877", "Ombyggnad av Ängsskolan")
    assert (row.nature, row.kind, row.cpv) == ("works", "", "45214200")
    assert (row.supplier_name, row.supplier_org_number) == ("Bergåsens Bygg AB", "584459-1510")
    assert (row.start, row.end) == (dt.date(2022, 10, 3), dt.date(2026, 10, 2))
    assert (row.options, row.options_certain, row.extension_text) == ((12, 12), True, "1+1 år")
    assert (row.value, row.currency, row.contract_manager) == (Decimal(61_982_000), "SEK", "M. Exempelsson")
    [requirement] = row.requirements
    assert (requirement.type_key, requirement.unit, requirement.volume) == ("apprentice", RequirementUnit.PLACES, 1)
    [sums] = draft.left_out
    assert (sums.row, sums.reason) == (46, LeftOutReason.SUM)
    assert left_out_message(sums) == "Rad 46 lämnas utanför, den är en summarad: Summa"


def test_what_the_extract_proposes():
    rows = read("avtalsdatabas_uttag.xlsx").rows
    options = {row.extension_text: row.options for row in rows}
    assert options == {"1+1 år": (12, 12), "2 x 12 månader": (12, 12), "12 mån": (12,), "Nej": (), "": ()}
    proposed = {row.requirement_text: tuple((one.type_key, one.certain) for one in row.requirements) for row in rows}
    assert proposed == {
        "": (),
        "Nej": (),
        "1 lärling": (("apprentice", True),),
        "Dialog": (("dialogue", True),),
        "Ja – 2 praktikplatser": (("internship", True),),
        "4 personer minst 4 månader": (("employment_or_internship", True),),
        "12 heltidsmånader": (("employment_or_internship", True),),
        "Ja, se § 14": (("other_social", False),),
    }


def test_the_ansi_export():
    draft = read("export_avtal_ansi.csv")
    row = by_row(draft)[2]
    assert (row.number, row.supplier_org_number, row.value) == ("2022-100", "584459-1510", Decimal(61_971_000))
    assert (row.start, row.end) == (dt.date(2022, 4, 26), dt.date(2023, 4, 25))
    assert row.notes == "Krav: 12 heltidsmånader; se avtalet"
    assert [(one.original, one.volume) for one in row.requirements] == [("12 heltidsmånader", 12)]
    assert by_row(draft)[3].requirements == ()
    assert sum(1 for one in draft.rows if one.requirements) == 19


def test_the_utf_16_list_in_thousands():
    draft = read("entreprenader_utf16.tsv")
    row = by_row(draft)[2]
    assert (row.number, row.diary_number) == ("", "KS 2023/00567")
    assert (row.start, row.end) == (dt.date(2023, 5, 3), dt.date(2027, 5, 2))
    assert row.value == Decimal(61_997_000)
    assert row.identity == ("diary", "ks 2023/00567", "584459-1510")
    assert ("note.thousands", {"column": "Summa exkl moms (tkr)"}) in draft.notes


def test_the_list_with_errors_says_one_plain_thing_for_each_row_that_cannot_stand():
    draft = read("med_fel.xlsx")
    messages = {row.row: row_message(row.row, row.errors) for row in draft.rows if row.errors}
    codes = {row.row: [error.code for error in row.errors] for row in draft.rows if row.errors}
    assert codes == {
        3: ["import.org_placeholder"],
        4: ["import.end_before_start"],
        5: ["import.amount_words"],
        6: ["import.number_twice"],
        7: ["import.no_supplier"],
        8: ["import.date_words"],
    }
    assert messages[4] == (
        "Rad 4, kolumn Till: slutdatum 2024-12-01 ligger före startdatum 2028-11-30. Rätta det som är fel."
    )
    assert "ca 3 mkr" in messages[5]
    assert "numret 2023-100 står redan på rad 2" in messages[6]
    assert messages[7] == "Rad 7: leverantör saknas. Skriv leverantörens namn i kolumnen Leverantör."
    assert "mars 2025" in messages[8]


def test_the_list_with_errors_takes_the_odd_but_harmless_rows():
    rows = by_row(read("med_fel.xlsx"))
    assert rows[9].title == ""
    assert rows[9].title_or_fallback == "2023-107, Hjortens Golv AB"
    assert rows[10].title == '<b>Fet</b> & "citat" <img src="x">'
    assert rows[11].start == dt.date(2024, 4, 1)
    assert [number for number, row in rows.items() if not row.errors] == [2, 9, 10, 11, 12, 13, 14, 15]


def test_the_same_file_gives_the_same_rows():
    assert read("avtalsdatabas_uttag.xlsx").rows == read("avtalsdatabas_uttag.xlsx").rows
