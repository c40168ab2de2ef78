"""Other lists than our own: other headings, other order, none at all."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from socialupph.domain.commands.imports import LeftOutReason
from socialupph.domain.errors import FileProblem, RuleViolation
from socialupph.exchange.contract_lists import contract_rows, open_list, read_contract_list, require_columns
from socialupph.exchange.headings import fingerprint, heading_of
from socialupph.exchange.words import kind_of_contract, nature_of_contract
from socialupph.specs.import_messages import note_message, row_message
from socialupph.specs.imports import CONTRACT_LIST
from socialupph.specs.messages import message
from tests.exchange.making import HEADINGS, ROW, list_csv, list_xlsx, sheet_xml, workbook


def text(path: Path, content: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(content.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Avtals-\nnummer", "number"), ("Kontraktsnr", "number"), ("Avtal nr.", "number"), ("DNR", "diary_number"),
        ("Diarie-nr", "diary_number"), ("Objekt", "title"), ("Benämning", "title"), ("Entreprenör", "supplier_name"),
        ("Leverantörens namn", "supplier_name"), ("Org. nr", "supplier_org_number"), ("ORGANISATIONSNUMMER", "supplier_org_number"),
        ("Giltigt fr.o.m.", "start"), ("Avtalstid fr o m", "start"), ("Giltigt t.o.m.", "end"), ("Slutdatum (ord.)", "end"),
        ("Förlängning", "extension_text"), ("Option (år)", "extension_text"), ("Summa exkl moms (tkr)", "value_in_thousands"),
        ("Belopp i tkr", "value_in_thousands"), ("Värde mkr", "value_in_millions"), ("Kontraktsvärde (kr)", "value"),
        ("Avtalsansvarig", "contract_manager"), ("Ansvarig handläggare", "contract_manager"), ("CPV", "cpv"), ("CPV-kod", "cpv"),
        ("Sociala krav", "requirement_text"), ("Kommentar", "notes"), ("Anm.", "notes"), ("Beställare", "buyer"),
        ("Tilldelningsdatum", "awarded_on"), ("Avtal tecknat", "signed_on"), ("Contract no", "number"), ("Supplier", "supplier_name"),
        ("Expiry date", "end"), ("Levarantör", "supplier_name"), ("Telefon till leverantör", ""), ("Leverantörsnr", ""),
        ("Uppsägning senast", ""),
    ],
)  # fmt: skip
def test_headings_by_themselves(heading: str, key: str, tmp_path: Path):
    headings = ["Kontraktsnummer", "Leverantör", heading]
    if key in ("number", "supplier_name"):
        headings = ["Diarienummer", "Titel", heading]
    opened = open_list(list_xlsx(tmp_path / "a.xlsx", [], headings))
    assert opened.recognised.mapping[2] == key


def test_english(tmp_path: Path):
    path = text(
        tmp_path / "a.csv",
        "Contract no,Contract title,Supplier,Company registration number,Start date,End date,Contract value (SEK),Social clause,"
        'Extension\nC-001,Cleaning,Provbolaget AB,584459-1510,01/31/2024,12/31/2026,"1,250,000.00",1 internship,1+1 years\n'
        'C-002,Painting,Hjortens Golv AB,556124-3402,02/03/2024,02/02/2026,"500,000.00",Dialogue,No\nTotal,,,,,,"1,750,000.00",,\n',
    )
    draft = read_contract_list(path)
    assert [row.start for row in draft.rows] == [dt.date(2024, 1, 31), dt.date(2024, 2, 3)]
    assert [row.value for row in draft.rows] == [Decimal(1_250_000), Decimal(500_000)]
    assert [row.options for row in draft.rows] == [(12, 12), ()]
    assert [[one.type_key for one in row.requirements] for row in draft.rows] == [["internship"], ["dialogue"]]
    assert [left.reason for left in draft.left_out] == [LeftOutReason.SUM]
    assert ("note.month_first", {"column": "Start date"}) in draft.notes


def test_one_column_decides_for_another_and_a_guess_is_said(tmp_path: Path):
    def rows(starts: list[str], ends: list[str]) -> Path:
        lines = [
            (f"2026-{n}", "Städ", "Prov AB", "", start, end, "1")
            for n, (start, end) in enumerate(zip(starts, ends, strict=True))
        ]
        return list_csv(tmp_path / "a.csv", lines)

    shared = read_contract_list(rows(["03/05/2023", "04/06/2023"], ["12/31/2024", "11/30/2024"]))
    assert shared.rows[0].start == dt.date(2023, 3, 5)
    guessed = read_contract_list(rows(["03/05/2023"], ["04/06/2024"]))
    assert guessed.rows[0].start == dt.date(2023, 5, 3)
    notes = [code for code, _facts in guessed.notes]
    assert notes == ["note.day_first_guessed", "note.day_first_guessed"]
    mixed = read_contract_list(rows(["31/01/2023", "01/31/2023"], ["04/06/2024", "04/06/2024"]))
    assert [[error.code for error in row.errors] for row in mixed.rows] == [[], ["import.date_nonexistent"]]


def test_headings_in_two_rows_below_titles_and_groups_between(tmp_path: Path):
    rows = [
        ("Kommunens avtal",),
        ("Avtal", None, "Leverantör", None, "Avtalstid", None, "Värde"),
        ("Nr", "Benämning", "Namn", "Org.nr", "Från", "Till", "mkr"),
        ("2024/1", "Snöröjning", "Prov AB", "584459-1510", "2024-01-01", "2025-12-31", 2.5),
        ("Byggentreprenader",),
        ("2024/2", "Måleri", "Prov AB", "584459-1510", "2024-01-01", "2025-12-31", 1),
        ("Nr", "Benämning", "Namn", "Org.nr", "Från", "Till", "mkr"),
        ("2024/3", "Golv", "Prov AB", "584459-1510", "2024-01-01", "2025-12-31", 1),
        (None, None, None, None, None, "Totalt", 4.5),
        (),
        ("Utskrivet 2026-09-30 av enheten",),
        ("2024/9",),
    ]
    merged = '<mergeCells><mergeCell ref="C2:D2"/><mergeCell ref="E2:F2"/></mergeCells>'
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook({"Läs mig": sheet_xml([("Så här gör du",)]), "Avtal": sheet_xml(rows, after=merged)}))
    draft = read_contract_list(path)
    assert (draft.sheet, draft.header_row) == ("Avtal", 2)
    assert draft.headers[2:4] == ("Leverantör Namn", "Leverantör Org.nr")
    assert [row.row for row in draft.rows] == [4, 6, 8, 12]
    assert draft.rows[0].value == Decimal(2_500_000)
    assert [(left.row, left.reason.value) for left in draft.left_out] == [
        (5, "footer"), (7, "repeated_header"), (9, "sum"), (11, "footer"),
    ]  # fmt: skip
    assert [error.code for error in draft.rows[3].errors] == ["import.no_supplier"]
    assert all(note_message(code, facts) for code, facts in draft.notes)


def test_without_headings_the_content_tells(tmp_path: Path):
    rows = [
        ("2024-1", "Städning av skolor", "Provbolaget AB", "5844591510", "2024-01-01", "2025-12-31", "1250000"),
        ("2024-2", "Måleri och golv", "Hjortens Golv AB", "5561243402", "2024-02-01", "2025-12-31", "250000"),
    ]
    draft = read_contract_list(list_csv(tmp_path / "a.csv", rows[1:], rows[0]))
    assert draft.header_row is None
    assert draft.fingerprint == ""
    assert draft.headers[0] == "Kolumn A"
    assert draft.mapping == ("number", "title", "supplier_name", "supplier_org_number", "start", "end", "value")
    assert len(draft.rows) == 2
    assert ("note.no_header", {}) in draft.notes


def test_slips_of_the_keyboard(tmp_path: Path):
    draft = read_contract_list(list_csv(tmp_path / "a.csv", [("1", "A AB", "2024-01-01", "2024-12-31")],
                                        ("Avtalsnumer", "Levarantör", "Startdatm", "Slutdatumm")))  # fmt: skip
    assert draft.mapping == ("number", "supplier_name", "start", "end")


def test_what_is_no_contract_list(tmp_path: Path):
    draft = read_contract_list(text(tmp_path / "brev.txt", "Hej på dig\nDet här är ett brev\nMed vänlig hälsning\n"))
    assert draft.rows == ()
    assert draft.missing == (("supplier_name",),)
    with pytest.raises(FileProblem) as raised:
        require_columns(draft)
    assert message(raised.value).startswith("Ingen kolumn för leverantör kändes igen")


def test_the_user_may_choose_otherwise(tmp_path: Path):
    path = list_csv(tmp_path / "a.csv", [ROW])
    opened = open_list(path)
    chosen = list(opened.recognised.mapping)
    chosen[1], chosen[6] = "notes", "value_in_thousands"
    row = contract_rows(opened, tuple(chosen)).rows[0]
    assert (row.title, row.notes, row.value) == ("", "Städning", Decimal(1_000_000_000))
    assert contract_rows(opened, tuple("" for _ in chosen)).rows == ()
    for wrong in (chosen[:-1], ["nonsense", *chosen[1:]]):
        with pytest.raises(RuleViolation) as raised:
            contract_rows(opened, tuple(wrong))
        assert message(raised.value)
    chosen[5] = "start"
    with pytest.raises(RuleViolation, match=r"import\.mapping_twice") as raised:
        contract_rows(opened, tuple(chosen))
    assert message(raised.value) == "Två kolumner kan inte båda vara Startdatum."


def test_a_choice_is_remembered_by_the_headings(tmp_path: Path):
    path = list_csv(tmp_path / "a.csv", [ROW])
    found: list[str] = []

    def remembered(key: str) -> tuple[str, ...]:
        found.append(key)
        return ("number", "notes", "supplier_name", "", "", "", "")

    draft = read_contract_list(path, remembered=remembered)
    assert found == [draft.fingerprint] == [fingerprint(draft.headers)]
    assert draft.rows[0].notes == "Städning"
    assert draft.proposed[1] == "title"
    stale = read_contract_list(path, remembered=lambda _key: ("number",))
    assert stale.mapping == stale.proposed
    assert (
        fingerprint(["Avtals-\nnummer", "Org.nr"]) == fingerprint(["avtalsnummer", "Org nr"]) != fingerprint(["Org.nr"])
    )


def test_several_columns_for_notes_and_requirements(tmp_path: Path):
    headings = (*HEADINGS, "Kommentar", "Övrigt", "Krav", "Sociala villkor")
    draft = read_contract_list(
        list_xlsx(tmp_path / "a.xlsx", [(*ROW, "ett", "två\nrader", "Dialog", "1 lärling")], headings)
    )
    [row] = draft.rows
    assert row.notes == "Kommentar: ett\nÖvrigt: två\nrader"
    assert [one.type_key for one in row.requirements] == ["dialogue", "apprentice"]


def test_what_is_missing_makes_a_draft_and_what_is_wrong_an_error(tmp_path: Path):
    headings = ("Avtalsnummer", "Diarienr", "Titel", "Leverantör", "Startdatum", "Slutdatum")
    rows = [
        ("2026-1", "", "A", "Prov AB", "2026-01-01", "tills vidare"),
        ("", "KS 2026/1", "B", "Prov AB", "2026-01-01", "2026-12-31"),
        ("", "KS 2026/1", "C", "Annan AB", "2026-01-01", "2026-12-31"),
        ("-", "ks  2026/1", "D", "prov ab", "2026-01-01", "2026-12-31"),
        ("", "", "E", "Prov AB", "", ""),
        ("", "", "E", "Prov AB", "", ""),
        ("", "", "F", "Prov AB", "", ""),
        ("2026-1 ", "", "G", "-", "2026-01-01", "2025-01-01"),
    ]
    draft = read_contract_list(list_csv(tmp_path / "a.csv", rows, headings))
    codes = [[error.code for error in row.errors] for row in draft.rows]
    assert codes == [
        [], [], [], ["import.diary_twice"], [], ["import.row_twice"], [],
        ["import.no_supplier", "import.end_before_start", "import.number_twice"],
    ]  # fmt: skip
    assert all(row.is_draft for row in draft.rows[:7])
    assert ("note.until_further_notice", {"row": "2"}) in draft.notes
    said = row_message(9, draft.rows[7].errors)
    assert said.startswith("Rad 9: leverantör saknas.")
    assert said.count("Rad 9") == 1
    assert "Kolumn Slutdatum: slutdatum 2025-01-01" in said


def test_kinds_and_natures_and_what_is_neither(tmp_path: Path):
    headings = (*HEADINGS, "Avtalstyp", "Upphandlingens art")
    rows = [
        (f"2026-{n}", *ROW[1:], *pair)
        for n, pair in enumerate([("Ramavtal", "Tjänst"), ("Avrop", "Vara"), ("Hyresavtal", "Entreprenad")])
    ]
    draft = read_contract_list(list_csv(tmp_path / "a.csv", rows, headings))
    assert [(row.kind, row.nature) for row in draft.rows] == [
        ("framework", "services"),
        ("call_off", "supplies"),
        ("", "works"),
    ]
    assert draft.rows[2].notes == "Avtalstyp: Hyresavtal"
    assert kind_of_contract("Idéburet offentligt partnerskap") == "iop"
    assert nature_of_contract("Varor") == "supplies"


def test_options_until_a_day(tmp_path: Path):
    headings = (*HEADINGS, "Förlängning")
    rows = [
        (f"2026-{n}", *ROW[1:], said)
        for n, said in enumerate(["t.o.m. 2029-12-31", "t.o.m. 2029-12-15", "t.o.m. 2020-01-01", "Ja"])
    ]
    draft = read_contract_list(list_csv(tmp_path / "a.csv", rows, headings))
    assert [(row.options, row.options_certain) for row in draft.rows] == [
        ((24,), True),
        ((), False),
        ((), False),
        ((), False),
    ]
    assert draft.rows[3].extension_text == "Ja"


def test_numbers_that_excel_changed(tmp_path: Path):
    draft = read_contract_list(
        list_xlsx(
            tmp_path / "a.xlsx",
            [(2022100.0, 5, "Prov AB", 5844591510.0, 46000, 46295, 1), (True, "T", "Prov AB", None, None, None, None)],
        )
    )
    assert [(row.number, row.title) for row in draft.rows] == [("2022100", "5"), ("Ja", "T")]
    assert draft.rows[0].supplier_org_number == "584459-1510"
    assert draft.rows[0].start == dt.date(2025, 12, 9)


def test_too_long_a_text_is_said(tmp_path: Path):
    draft = read_contract_list(
        list_xlsx(tmp_path / "a.xlsx", [("2026-1", "x" * 301, *ROW[2:]), ("2026-2", "x" * 300, *ROW[2:])])
    )
    assert [[error.code for error in row.errors] for row in draft.rows] == [["import.too_long"], []]
    assert "300 tecken" in row_message(2, draft.rows[0].errors)


def test_a_sheet_by_name(tmp_path: Path):
    other = ("2026-9", *ROW[1:])
    path = tmp_path / "a.xlsx"
    path.write_bytes(
        workbook(
            {
                "2025": sheet_xml([HEADINGS, ROW]),
                "2026": sheet_xml([HEADINGS, other]),
                "Dold": sheet_xml([HEADINGS, other, other]),
            },
            hidden=["Dold"],
        )
    )
    assert read_contract_list(path).sheet == "2025"
    assert read_contract_list(path, sheet="2026").rows[0].number == "2026-9"
    with pytest.raises(FileProblem, match=r"file\.no_such_sheet") as raised:
        read_contract_list(path, sheet="2024")
    assert message(raised.value) == "Bladet 2024 finns inte i filen."


def test_headings_and_units():
    assert heading_of("Summa exkl moms (tkr)").factor == 1000
    assert heading_of("Värde (MEUR)").factor == 1
    assert heading_of("Belopp EUR").currency == "EUR"
    assert heading_of("(kr)").words == ("kr",)
    assert CONTRACT_LIST.field("number").title
    with pytest.raises(KeyError):
        CONTRACT_LIST.field("nothing")


def test_ten_thousand_rows_all_arrive(tmp_path: Path):
    rows = [(f"2026-{n}", f"Avtal {n}", *ROW[2:]) for n in range(10_000)]
    draft = read_contract_list(list_csv(tmp_path / "a.csv", rows))
    assert len(draft.rows) == 10_000
    assert draft.rows[-1].row == 10_001


def test_an_exact_heading_is_believed_though_the_cells_look_like_codes(tmp_path):
    path = tmp_path / "lista.csv"
    rows = "".join(f"2026-{n};Skola {n};Bygg {n} AB;2026-01-0{n};2027-01-0{n}\n" for n in range(1, 8))
    path.write_text("Avtalsnummer;Benämning;Leverantör;Start;Slut\n" + rows, encoding="utf-8")
    draft = read_contract_list(path)
    assert draft.missing == ()
    assert [(row.title, row.supplier_name) for row in draft.rows][:2] == [
        ("Skola 1", "Bygg 1 AB"),
        ("Skola 2", "Bygg 2 AB"),
    ]
