"""Sheets of suppliers with contacts and of candidates, in the shapes people keep them."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

from socialupph.domain.commands.register_sheets import CandidateRow, ContactCells, SheetKind, SupplierRow
from socialupph.domain.kinds import CandidateStatus, ContactRole, Referrer, Sex, SizeClass, SupplierKind
from socialupph.exchange.register_sheets import read_sheet
from tests.exchange.sheet_making import csv_sheet, read_as, rows_of, told, wrong, xlsx_sheet

D = dt.date


def test_several_contacts_in_a_row_each_with_what_stands_beside(tmp_path: Path):
    headings = (
        "Bolag",
        "Telefon",
        "Kontakt",
        "Befattning",
        "Telefon",
        "E-post",
        "Handledare",
        "Mobil",
        "Personalansvarig",
        "E-post",
    )
    opened = csv_sheet(
        tmp_path, "leverantörer", headings,
        ("A AB", "010-174 06 10", "Ann Exempelsson", "Platschef", "070-174 06 10", "ann@a.example", "Bo Låtsasson", "070-174 06 11",
         "Kim F",
         "kim@a.example"),
        ("B HB", "", "", "", "", "", "Exempelgren, Siv", "", "", ""),
    )  # fmt: skip
    first, second = read_as(opened, SheetKind.SUPPLIERS, SupplierRow)
    assert (first.name, first.phone, first.email) == ("A AB", "010-174 06 10", "")
    assert first.contacts == (
        ContactCells("Ann Exempelsson", ContactRole.CONTRACT, "070-174 06 10", "ann@a.example"),
        ContactCells("Bo Låtsasson", ContactRole.SUPERVISOR, "070-174 06 11", ""),
        ContactCells("Kim F", ContactRole.HR, "", "kim@a.example"),
    )
    assert second.contacts == (ContactCells("Siv Exempelgren", ContactRole.SUPERVISOR),)


def test_a_number_in_the_same_cell_as_the_name(tmp_path: Path):
    opened = csv_sheet(
        tmp_path, "företag", ("Företag", "Orgnr", "Kontaktperson"),
        ("A AB", "559990-0015", "Ann Exempelsson, 070-174 06 10"), ("B AB", "", "Bo L <bo@b.example> tel: 070-174 06 11"),
    )  # fmt: skip
    rows = read_as(opened, SheetKind.SUPPLIERS, SupplierRow)
    assert rows[0].contacts == (ContactCells("Ann Exempelsson", None, "070-174 06 10"),)
    assert rows[1].contacts == (ContactCells("Bo L", None, "070-174 06 11", "bo@b.example"),)


def test_a_row_for_each_contact_under_its_firm(tmp_path: Path):
    opened = csv_sheet(
        tmp_path, "kontakter", ("Företag", "Org nr", "Förnamn", "Efternamn", "Roll", "Mobil"),
        ("A AB", "5599900015", "Ann", "Exempelsson", "Handledare", "070-174 06 10"),
        ("", "", "Bo", "Låtsasson", "HR", "070-174 06 11"),
        ("B AB", "", "Kim", "F", "Lagerarbetare", ""),
        ("", "559990-0023", "Siv", "E", "", ""),
    )  # fmt: skip
    rows = read_as(opened, SheetKind.SUPPLIERS, SupplierRow)
    assert [(row.name, row.org_number) for row in rows] == [
        ("A AB", "559990-0015"), ("A AB", "559990-0015"), ("B AB", ""), ("", "559990-0023"),
    ]  # fmt: skip
    assert [row.contacts[0].name for row in rows] == ["Ann Exempelsson", "Bo Låtsasson", "Kim F", "Siv E"]
    assert [row.contacts[0].role for row in rows] == [ContactRole.SUPERVISOR, ContactRole.HR, ContactRole.OTHER, None]
    assert wrong(rows) == {5: "Rad 5: namn saknas. Skriv namnet i kolumnen Företag."}
    assert "Tomma rutor i kolumnen Företag är lästa som det som står på raden ovanför." in told(read_sheet(opened))


def test_merged_cells_of_a_firm_with_three_contacts(tmp_path: Path):
    opened = xlsx_sheet(
        tmp_path, "Leverantörer", ("Leverantör", "Kontaktperson", "E-post"),
        ("A AB", "Ann E", "ann@a.example"), (None, "Bo L", "bo@a.example"), (None, "Kim F", "fel adress"),
    )  # fmt: skip
    rows = read_as(opened, SheetKind.SUPPLIERS, SupplierRow)
    assert [(row.name, row.contacts[0].email) for row in rows] == [
        ("A AB", "ann@a.example"), ("A AB", "bo@a.example"), ("A AB", ""),
    ]  # fmt: skip
    assert wrong(rows) == {
        4: "Rad 4, kolumn E-post: fel adress är ingen e-postadress. Rätta den eller lämna rutan tom."
    }


def test_an_address_nobody_is_named_for_is_the_firms(tmp_path: Path):
    opened = csv_sheet(tmp_path, "leverantörer", ("Leverantör", "Kontaktperson", "Telefon", "E-post"),
                       ("A AB", "Ann E", "1", "ann@a.example"), ("B AB", "", "070-174 06 11", "info@b.example"))  # fmt: skip
    _first, second = read_as(opened, SheetKind.SUPPLIERS, SupplierRow)
    assert (second.phone, second.email, second.contacts) == ("070-174 06 11", "info@b.example", ())


def test_words_addresses_and_countries_of_suppliers(tmp_path: Path):
    headings = ("Namn", "Typ", "Antal anställda", "Adress", "Postnr", "Ort", "Land", "Webb", "Org.nr")
    opened = csv_sheet(
        tmp_path, "leverantörer", headings,
        ("A AB", "Aktiebolag", "12", "Gatan 1", "123 45", "Exempelby", "Sverige", "a.example", "559990-0015"),
        ("B förening", "Ideell förening", "3", "Gatan 2", "", "Drömbyn", "", "", ""),
        ("C OY", "bolag", "300", "", "", "", "Finland", "", "FI12345678"),
        ("D", "märklig", "", "", "", "", "Långtbortistan", "", "559990-0016"),
    )  # fmt: skip
    rows = read_as(opened, SheetKind.SUPPLIERS, SupplierRow)
    assert [row.kind for row in rows] == [SupplierKind.COMPANY, SupplierKind.CIVIL_SOCIETY, SupplierKind.COMPANY, None]
    assert [row.size_class for row in rows] == [SizeClass.SMALL, SizeClass.MICRO, SizeClass.LARGE, None]
    assert [row.address for row in rows][:2] == ["Gatan 1, 123 45 Exempelby", "Gatan 2, Drömbyn"]
    assert [row.country for row in rows][:3] == ["SE", "SE", "FI"]
    assert set(wrong(rows)) == {5}
    assert "landet Långtbortistan känns inte igen" in wrong(rows)[5]
    assert "Ord i kolumnen Typ som inte känns igen läses inte: märklig." in told(read_sheet(opened))


def test_a_footer_is_no_supplier_but_a_lone_name_is(tmp_path: Path):
    opened = csv_sheet(
        tmp_path, "leverantörer", ("Leverantör", "Org nr", "Kontaktperson"),
        ("A AB", "559990-0015", "Ann E"), ("Kooperativet Vinden", "", ""), ("Uppdaterad 2026-01-01", "", ""),
    )  # fmt: skip
    draft = read_sheet(opened)
    assert [row.name for row in rows_of(draft, SupplierRow)] == ["A AB", "Kooperativet Vinden"]
    assert [left.text for left in draft.left_out] == ["Uppdaterad 2026-01-01"]


def test_candidates_in_the_words_people_use(tmp_path: Path):
    headings = (
        "Förnamn",
        "Efternamn",
        "Född",
        "Kön",
        "Kommer från",
        "Handläggare",
        "Startklar",
        "Kan arbeta",
        "Läge",
        "Skyddad",
        "Anm",
    )
    opened = csv_sheet(
        tmp_path, "kandidater", headings,
        ("Siv", "Exempelsson", "född 1990", "K", "Försörjningsstöd", "Petra L", "omgående", "heltid", "väntar", "", "ringer själv"),
        ("Ture", "Påhitt", "850310-XXXX", "man", "Samordningsförbundet", "", "1/10 2026", "30 tim/v", "ute", "sekretessmarkering", ""),
        ("", "Fiktiv", "90", "vill ej ange", "AF", "", "v. 36", "20 %", "hittepå", "nej", ""),
    )  # fmt: skip
    first, second, third = read_as(opened, SheetKind.CANDIDATES, CandidateRow)
    assert (first.name, first.birth_year, first.sex) == ("Siv Exempelsson", 1990, Sex.WOMAN)
    assert (first.referrer, first.available_from, first.protected) == (Referrer.MUNICIPALITY, None, None)
    assert (first.extent_percent, first.status) == (Decimal(100), CandidateStatus.ACTIVE)
    assert (second.birth_year, second.referrer, second.available_from) == (1985, Referrer.OTHER, D(2026, 10, 1))
    assert (second.extent_percent, second.status, second.protected) == (Decimal(75), CandidateStatus.PLACED, True)
    assert second.note == ""
    assert (third.name, third.sex, third.protected) == ("Fiktiv", Sex.UNKNOWN, False)
    assert third.note == "Läge: hittepå"
    assert wrong([first, second, third]) == {
        4: "Rad 4, kolumn Startklar: v. 36 är en vecka, inte en dag. Skriv dagen, till exempel 2025-03-01."
    }


def test_personal_numbers_of_candidates(tmp_path: Path):
    opened = xlsx_sheet(
        tmp_path, "Kandidater", ("Namn", "Personnummer", "Födelseår"),
        ("A Exempelsson", "880101-2389", None), ("B Exempelsson", 8801012389, 1988), ("C Exempelsson", "880161-2386", 1988),
        ("D Exempelsson", "880101-2384", None), ("E Exempelsson", "19900503-XXXX", None), ("F Exempelsson", "880101-2389", 1987),
    )  # fmt: skip
    rows = read_as(opened, SheetKind.CANDIDATES, CandidateRow)
    assert [row.personal_number for row in rows][:3] == ["198801012389", "198801012389", "198801612386"]
    assert [row.birth_year for row in rows] == [1988, 1988, 1988, None, 1990, 1988]
    errors = wrong(rows)
    assert set(errors) == {5, 7}
    assert "kontrollsiffran är fel" in errors[5]
    assert "880101" not in errors[5]
    assert "1987" in errors[7]


def test_names_with_the_last_name_first(tmp_path: Path):
    opened = csv_sheet(
        tmp_path, "deltagare", ("Efternamn, förnamn", "Född"), ("Exempelsson, Anna", "1988"), ("Låtsas Bo Kim", "1990")
    )
    draft = read_sheet(opened)
    assert [row.name for row in rows_of(draft, CandidateRow)] == ["Anna Exempelsson", "Bo Kim Låtsas"]
    assert any("vända" in text for text in told(draft))


def test_a_candidate_needs_a_name_or_a_code_and_a_code_of_its_own(tmp_path: Path):
    opened = csv_sheet(
        tmp_path, "kandidater", ("Deltagar-ID", "Namn", "Född", "Telefon"),
        ("D-1", "Ann E", "1988", ""), ("D-2", "", "1990", ""), ("", "", "1991", "070-174 06 10"), ("d-1", "Bo L", "1992", ""),
    )  # fmt: skip
    rows = read_as(opened, SheetKind.CANDIDATES, CandidateRow)
    assert [row.code for row in rows] == ["D-1", "D-2", "", "d-1"]
    assert set(wrong(rows)) == {4, 5}
    assert "både namn och kod saknas" in wrong(rows)[4]
    assert "numret d-1 står redan på rad 2" in wrong(rows)[5]


def test_a_running_number_is_no_code(tmp_path: Path):
    rows = tuple((str(number), f"Person {'ABCDE'[number - 1]}son", "1988") for number in range(1, 6))
    draft = read_sheet(csv_sheet(tmp_path, "kandidater", ("Nr", "Namn", "Född"), *rows))
    assert draft.mapping[0] == ""


def test_a_number_that_excel_took_for_a_figure_gets_its_nought_back(tmp_path: Path):
    opened = xlsx_sheet(
        tmp_path, "Kandidater", ("Namn", "Född", "Mobil"),
        ("A Exempelsson", 1988, 701740610), ("B Exempelsson", 1988, "070-174 06 11"), ("C Exempelsson", 1988, "+46 70 174 06 12"),
    )  # fmt: skip
    rows = read_as(opened, SheetKind.CANDIDATES, CandidateRow)
    assert [row.phone for row in rows] == ["0701740610", "070-174 06 11", "+46 70 174 06 12"]
