"""Sheets are found, recognised and opened as what they are; what cannot be read stops nothing."""

import datetime as dt
from pathlib import Path

import pytest

from socialupph.domain.commands.register_sheets import CandidateRow, SheetKind, SupplierRow
from socialupph.domain.errors import FileProblem, RuleViolation
from socialupph.exchange.register_sheets import open_sheets, read_sheet
from socialupph.exchange.samples import column_samples
from socialupph.specs.messages import message
from socialupph.specs.register_sheets import LIST_KINDS
from tests.exchange.making import sheet_xml, workbook
from tests.exchange.sheet_making import csv_sheet, read_as, rows_of, told, xlsx_sheet
from tests.sheets.writing import Made, write_book, write_lines

PEOPLE = (("Namn", "Mobil", "E-post"), ("Ann Exempelsson", "070-174 06 10", "ann@pahitt.example"))
D = dt.date


@pytest.mark.parametrize(
    ("name", "headings", "row", "kind"),
    [
        ("a", ("Bolag", "Orgnr", "Kontakt"), ("A AB", "559990-0015", "Ann Exempelsson"), SheetKind.SUPPLIERS),
        ("a", ("Företag", "Kontaktperson", "Telefon"), ("A AB", "Ann Exempelsson", "070-174 06 10"), SheetKind.SUPPLIERS),
        ("a", ("Company", "Contact person", "Phone"), ("A AB", "Ann Exempelsson", "070-174 06 10"), SheetKind.SUPPLIERS),
        ("a", ("Avtalsnummer", "Leverantör", "Startdatum"), ("2026-1", "A AB", "2026-01-01"), SheetKind.CONTRACTS),
        ("a", ("Namn", "Personnummer", "Handläggare"), ("Ann E", "880101-2389", "Petra L"), SheetKind.CANDIDATES),
        ("a", ("Förnamn", "Efternamn", "Född", "AF-kontakt"), ("Ann", "E", "1988", "Petra L"), SheetKind.CANDIDATES),
        ("a", ("Praktikant", "Företag", "Start", "Slut"), ("Ann E", "A AB", "2026-01-01", "2026-06-30"), SheetKind.PLACEMENTS),
        ("a", ("Deltagare", "Arbetsplats", "Period"), ("Ann E", "A AB", "2026-01-01–2026-06-30"), SheetKind.PLACEMENTS),
        ("a", ("Datum", "Deltagare", "Typ av uppföljning"), ("2026-01-01", "Ann E", "Startsamtal"), SheetKind.FOLLOW_UPS),
        ("a", ("Praktikant", "Uppföljning 1", "Uppföljning 2"), ("Ann E", "2026-01-01", "2026-02-01"), SheetKind.FOLLOW_UPS),
        ("a", ("Namn", "Företag", "Kursdatum", "Närvaro"), ("Ann E", "A AB", "2026-01-01", "x"), SheetKind.COURSES),
        ("a", ("Kurs", "Deltagare", "Arbetsgivare"), ("Handledarutbildning", "Ann E", "A AB"), SheetKind.COURSES),
        ("kandidater", *PEOPLE, SheetKind.CANDIDATES),
        ("kursdeltagare", *PEOPLE, SheetKind.COURSES),
        ("vilka som helst", *PEOPLE, None),
        ("a", ("Datum", "Belopp"), ("2026-01-01", "100"), None),
        ("a", ("Hej på dig", "Det här"), ("är ett", "brev"), None),
    ],
)  # fmt: skip
def test_what_a_sheet_is(
    tmp_path: Path, name: str, headings: tuple[str, ...], row: tuple[str, ...], kind: SheetKind | None
):
    assert csv_sheet(tmp_path, name, headings, row).kind is kind


def test_the_user_may_say_what_it_is(tmp_path: Path):
    opened = csv_sheet(tmp_path, "a", *PEOPLE)
    with pytest.raises(RuleViolation) as refused:
        read_sheet(opened)
    assert message(refused.value) == "Välj vad bladet a.csv är innan det läses."
    draft = read_sheet(opened, SheetKind.CANDIDATES)
    assert (draft.kind, draft.name, draft.sheet) == (SheetKind.CANDIDATES, "a.csv", "a")
    assert rows_of(draft, CandidateRow)[0].name == "Ann Exempelsson"
    again = read_sheet(opened, SheetKind.COURSES)
    assert again.kind is SheetKind.COURSES
    assert again.fingerprint != draft.fingerprint


def test_other_columns_may_be_chosen(tmp_path: Path):
    opened = csv_sheet(tmp_path, "kandidater", ("Namn", "Ort", "Nr"), ("Ann Exempelsson", "Petra L", "7"))
    draft = read_sheet(opened, mapping=("name", "referring_officer", "code"))
    [row] = rows_of(draft, CandidateRow)
    assert (row.name, row.referring_officer, row.code) == ("Ann Exempelsson", "Petra L", "7")
    assert draft.proposed == ("name", "wished_areas", "code")
    for mapping in (("name",), ("name", "name", ""), ("name", "strange", "")):
        with pytest.raises(RuleViolation):
            read_sheet(opened, mapping=mapping)


def test_what_is_missing_is_told_and_nothing_is_read(tmp_path: Path):
    opened = csv_sheet(tmp_path, "placeringar", ("Praktikant", "Företag"), ("Ann E", "A AB"))
    draft = read_sheet(opened, SheetKind.PLACEMENTS)
    assert draft.missing == (("starts_on", "period"),)
    assert draft.rows == ()


def test_a_choice_is_remembered_for_that_kind_of_sheet(tmp_path: Path):
    first = csv_sheet(tmp_path, "a", *PEOPLE)
    kept = {read_sheet(first, SheetKind.COURSES).fingerprint: ("name", "", "email")}
    [opened] = open_sheets(tmp_path / "a.csv", kept.get)
    assert opened.kind is SheetKind.COURSES
    assert read_sheet(opened, remembered=kept.get).mapping == ("name", "", "email")
    stale = {next(iter(kept)): ("name", "")}
    assert read_sheet(first, SheetKind.COURSES, remembered=stale.get).mapping == ("name", "phone", "email")


@pytest.mark.parametrize(
    "heading", ["Diagnos", "Funktionsnedsättning", "Anpassningsbehov", "Behov", "Målgrupp", "Kost", "Allergier"]
)
def test_a_sensitive_column_is_never_read_or_shown(tmp_path: Path, heading: str):
    opened = csv_sheet(tmp_path, "kandidater", ("Namn", heading, "Telefon"), ("Ann Exempelsson", "hemligt", ""))
    draft = read_sheet(opened)
    assert draft.mapping == ("name", "", "phone")
    assert draft.sensitive == (1,)
    assert any(heading in text and "läses inte" in text for text in told(draft))
    assert "hemligt" not in repr(draft.rows)
    assert column_samples(draft.opened)[1] == ()
    with pytest.raises(RuleViolation) as refused:
        read_sheet(opened, mapping=("name", "note", "phone"))
    assert refused.value.code == "import.mapping_sensitive"
    assert heading in message(refused.value)


def test_what_only_sounds_sensitive_is_read(tmp_path: Path):
    headings = ("Namn", "Målgrupp intygad av", "Kostnadsställe", "Anteckning")
    draft = read_sheet(csv_sheet(tmp_path, "kandidater", headings, ("Ann E", "Petra L", "12", "x")))
    assert draft.sensitive == ()
    assert rows_of(draft, CandidateRow)[0].certified_by == "Petra L"
    course = read_sheet(
        csv_sheet(
            tmp_path, "kurs", ("Namn", "Företag", "Kursdatum", "Till dagen"), ("Ann", "A AB", "2026-01-01", "vegan")
        )
    )
    assert course.sensitive == (3,)


def test_every_sheet_of_a_workbook(tmp_path: Path):
    path = write_book(
        tmp_path / "bok.xlsx",
        {
            "Info": Made(("Läs det här", "först"), [("Ring", "Vera")]),
            "Kandidater": Made(("Namn", "Född"), [("Ann Exempelsson", 1988)]),
            "Leverantörer": Made(("Leverantör", "Kontaktperson"), [("A AB", "Bo L")]),
        },
    )
    opened = open_sheets(path)
    assert [(one.name, one.sheet, one.kind) for one in opened] == [
        ("bok.xlsx – Info", "Info", None),
        ("bok.xlsx – Kandidater", "Kandidater", SheetKind.CANDIDATES),
        ("bok.xlsx – Leverantörer", "Leverantörer", SheetKind.SUPPLIERS),
    ]
    assert told(read_sheet(opened[1])) == []


def test_a_hidden_sheet_is_there_but_not_taken_unasked(tmp_path: Path):
    rows = [["Namn", "Född"], ["Ann Exempelsson", "1988"]]
    path = tmp_path / "bok.xlsx"
    path.write_bytes(
        workbook({"Kandidater": sheet_xml(rows), "Gamla kandidater": sheet_xml(rows)}, hidden=["Gamla kandidater"])
    )
    shown, hidden = open_sheets(path)
    assert (shown.kind, hidden.kind) == (SheetKind.CANDIDATES, None)
    assert len(read_sheet(hidden, SheetKind.CANDIDATES).rows) == 1


def test_a_folder_is_taken_file_by_file(tmp_path: Path):
    write_lines(tmp_path / "b kandidater.csv", (("Namn", "Född"), ("Ann Exempelsson", "1988")))
    write_lines(tmp_path / "A företag.csv", (("Företag", "Kontakt"), ("A AB", "Bo L")))
    write_lines(tmp_path / "tom.csv", ())
    (tmp_path / "~$b.xlsx").write_bytes(b"\x00" * 100)
    (tmp_path / ".dold.csv").write_text("Namn;Född\nX Y;1988\n", encoding="utf-8")
    (tmp_path / "brev.docx").write_bytes(b"PK\x03\x04" + b"\x00" * 50)
    (tmp_path / "mapp").mkdir()
    write_lines(tmp_path / "mapp" / "inuti.csv", (("Namn", "Född"), ("Ann Exempelsson", "1988")))
    opened = {one.name: one for one in open_sheets(tmp_path)}
    assert [name for name, one in opened.items() if one.kind] == ["A företag.csv", "b kandidater.csv"]
    problems = {name: one.problem.code for name, one in opened.items() if one.problem}
    assert problems == {
        "~$b.xlsx": "file.lock_file", ".dold.csv": "file.hidden", "brev.docx": "file.damaged", "mapp": "file.folder_inside",
        "tom.csv": "file.empty",
    }  # fmt: skip
    for one in opened.values():
        if one.problem:
            assert message(one.problem).endswith(".")
            with pytest.raises(FileProblem):
                read_sheet(one, SheetKind.CANDIDATES)


def test_a_file_that_was_asked_for_says_what_is_wrong(tmp_path: Path):
    with pytest.raises(FileProblem) as missing:
        open_sheets(tmp_path / "finns inte.xlsx")
    assert missing.value.code == "file.missing"
    with pytest.raises(FileProblem) as empty:
        open_sheets(tmp_path)
    assert empty.value.code == "file.folder_empty"


def test_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(_folder: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(FileProblem) as refused:
        open_sheets(tmp_path)
    assert refused.value.code == "file.no_permission"


def test_a_title_and_two_rows_of_headings(tmp_path: Path):
    opened = xlsx_sheet(
        tmp_path,
        "Leverantörer",
        ("Leverantör", "Namn", "Telefon", "Namn", "Telefon"),
        ("A AB", "Ann E", "070-174 06 10", "Bo L", "070-174 06 11"),
        above=("Våra leverantörer", ""),
        groups={" ": 1, "Kontaktperson": 2, "Handledare": 2},
    )
    [row] = read_as(opened, SheetKind.SUPPLIERS, SupplierRow)
    assert [(one.name, one.phone) for one in row.contacts] == [("Ann E", "070-174 06 10"), ("Bo L", "070-174 06 11")]


def test_names_of_fields_are_told_once():
    for spec in LIST_KINDS.values():
        keys = [field.key for field in spec.fields]
        assert len(keys) == len(set(keys))
        told_of = {*spec.telling, *spec.lone, *(key for pair in spec.heads for key in pair)}
        assert {key for group in spec.needed for key in group} | told_of <= set(keys)
        titles = [field.title for field in spec.fields]
        assert len(titles) == len(set(titles))
