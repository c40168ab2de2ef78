"""CPV and occupations from files of every shape: what is read, what is told by row, what is refused."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from socialupph.domain.errors import FileProblem
from socialupph.domain.kinds import CodeList
from socialupph.exchange import genericode
from socialupph.exchange.code_lists import read_code_list
from socialupph.specs.import_messages import row_message
from tests.exchange.making import sheet_xml, workbook

CPV, OCCUPATION = CodeList.CPV, CodeList.OCCUPATION
GC = "http://docs.oasis-open.org/codelist/ns/genericode/1.0/"
FOUR = (
    ("45000000", "Anläggningsarbete", "Construction work"),
    ("45210000", "Byggnadsanläggning", "Building construction work"),
    ("90910000", "Städning", "Cleaning services"),
    ("03000000", "Jordbruksprodukter", "Agricultural products"),
)


def text_file(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def triples(path: Path, which: CodeList | None = CPV) -> list[tuple[str, str, str]]:
    return [(row.code, row.label, row.label_en) for row in read_code_list(path, which).rows]


def errors(path: Path, which: CodeList = CPV) -> dict[int, str]:
    return {row.row: row_message(row.row, row.errors) for row in read_code_list(path, which).rows if row.errors}


def refused(path: Path, which: CodeList | None = CPV) -> str:
    with pytest.raises(FileProblem) as raised:
        read_code_list(path, which)
    return raised.value.code


def gc(columns: str, rows: Sequence[str], root: str = f'<gc:CodeList xmlns:gc="{GC}">', before: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}{root}<Identification><ShortName>Cpv</ShortName></Identification>'
        f"<ColumnSet>{columns}</ColumnSet><SimpleCodeList>{''.join(rows)}</SimpleCodeList></gc:CodeList>"
    )


COLUMNS = "".join(
    f'<Column Id="{name}"><ShortName>{name}</ShortName><Data Lang="{language}" Type="string"/></Column>'
    for name, language in (("code", "eng"), ("Name", "eng"), ("fra_label", "fra"), ("swe_label", "swe"))
)


def gc_row(code: str, swedish: str, english: str) -> str:
    values = (("code", code), ("Name", english), ("fra_label", "Travaux"), ("swe_label", swedish))
    return (
        "<Row>"
        + "".join(f'<Value ColumnRef="{key}"><SimpleValue>{text}</SimpleValue></Value>' for key, text in values)
        + "</Row>"
    )


# ---------------------------------------------------------------- shapes


@pytest.mark.parametrize("headings", ["code;sv;en", "CPV-kod;Svenska;Engelska", "Kod;Benämning;English", "CPV;SWE;ENG"])
def test_a_table_with_headings(tmp_path: Path, headings: str):
    path = text_file(tmp_path / "cpv.csv", headings, *(";".join(one) for one in FOUR))
    assert triples(path) == list(FOUR)
    assert read_code_list(path).which is CPV


def test_a_table_without_headings(tmp_path: Path):
    path = text_file(tmp_path / "cpv.csv", *("\t".join(one) for one in FOUR), encoding="cp1252")
    assert triples(path) == list(FOUR)


def test_eu_s_own_workbook_with_a_column_for_each_language(tmp_path: Path):
    rows = [["CODE", "BG", "DE", "EN", "FR", "SV"]]
    rows += [
        [f"{code}-{digit}", "Бг", "De", english, "Fr", swedish]
        for (code, swedish, english), digit in zip(FOUR, "7291", strict=True)
    ]
    book = {"CPV codes": sheet_xml(rows), "Supplementary codes": sheet_xml([["CODE", "EN"], ["AA01-1", "Metal"]])}
    path = tmp_path / "cpv_2008.xlsx"
    path.write_bytes(workbook(book))
    assert triples(path) == list(FOUR)
    assert errors(path) == {}


def test_excel_has_taken_codes_for_numbers(tmp_path: Path):
    path = tmp_path / "cpv.xlsx"
    path.write_bytes(workbook({"Blad1": sheet_xml([["Kod", "Namn"], [3000000, "Jordbruk"], [45000000, "Bygg"]])}))
    assert triples(path) == [("03000000", "Jordbruk", ""), ("45000000", "Bygg", "")]


def test_code_and_name_in_one_cell(tmp_path: Path):
    path = text_file(tmp_path / "cpv.txt", "45000000-7 - Anläggningsarbete", "90910000-9 - Städning")
    assert triples(path) == [("45000000", "Anläggningsarbete", ""), ("90910000", "Städning", "")]


def test_a_list_in_english_alone_does_not_say_what_things_are_called_in_swedish(tmp_path: Path):
    lines = [f"{45000000 + number * 100};Work of kind {number}" for number in range(60)]
    path = text_file(tmp_path / "cpv.csv", "Code;Description", *lines)
    assert triples(path)[0] == ("45000000", "", "Work of kind 0")


def test_genericode(tmp_path: Path):
    path = text_file(tmp_path / "cpv.gc", gc(COLUMNS, [gc_row(*one) for one in FOUR]))
    assert triples(path) == list(FOUR)
    assert triples(path, None) == list(FOUR)
    assert [row.row for row in read_code_list(path).rows] == [1, 2, 3, 4]


def test_genericode_with_a_key_and_values_that_name_no_column(tmp_path: Path):
    columns = (
        '<Column Id="c1"/><Column Id="c2"><Data Lang="sv"/></Column><Column Id="c3"><Data Lang="en"/></Column>'
        '<Key Id="k"><ColumnRef Ref="c1"/></Key>'
    )
    rows = [
        "<Row>" + "".join(f"<Value><SimpleValue>{text}</SimpleValue></Value>" for text in one) + "</Row>"
        for one in FOUR
    ]
    path = text_file(tmp_path / "cpv.xml", gc(columns, rows))
    assert triples(path) == list(FOUR)


def test_genericode_in_utf_16(tmp_path: Path):
    path = tmp_path / "cpv.gc"
    path.write_bytes(gc(COLUMNS, [gc_row(*one) for one in FOUR]).replace("UTF-8", "UTF-16").encode("utf-16"))
    assert triples(path) == list(FOUR)


OCCUPATIONS = (("Ab1c_2De_f3G", "Målare", ""), ("Hi4j_5Kl_m6N", "Arbetsledare, anläggning", ""))


def test_occupations(tmp_path: Path):
    path = text_file(
        tmp_path / "yrken.csv",
        "concept_id;label;collections",
        "Ab1c_2De_f3G;Målare;Bygg",
        "Hi4j_5Kl_m6N;Arbetsledare, anläggning;Bygg | Yrkessamling, chefsyrken",
    )
    draft = read_code_list(path)
    assert draft.which is OCCUPATION
    assert triples(path, OCCUPATION) == list(OCCUPATIONS)
    assert draft.rows[1].groups == ("Bygg", "Yrkessamling, chefsyrken")


@pytest.mark.parametrize(
    "content",
    [
        [
            {"taxonomy/id": code, "taxonomy/type": "occupation-name", "taxonomy/preferred-label": name}
            for code, name, _ in OCCUPATIONS
        ],
        {
            "data": {
                "concepts": [
                    {"id": code, "preferred_label": name, "broader": [{"id": "x"}]} for code, name, _ in OCCUPATIONS
                ]
            }
        },
    ],
)
def test_occupations_as_the_taxonomy_gives_them(tmp_path: Path, content: object):
    path = text_file(tmp_path / "yrken.json", json.dumps(content, ensure_ascii=False))
    assert triples(path, None) == list(OCCUPATIONS)


def test_an_occupation_in_several_collections_is_one(tmp_path: Path):
    path = text_file(
        tmp_path / "yrken.csv", "id;yrke;samling", "Ab1c_2De_f3G;Målare;Bygg", "Ab1c_2De_f3G;Målare;Kultur"
    )
    first, second = read_code_list(path).rows
    assert (first.groups, second.same_as) == (("Bygg", "Kultur"), 2)


# ---------------------------------------------------------------- told by row


def test_every_bad_row_is_told_and_the_others_are_kept(tmp_path: Path):
    path = text_file(
        tmp_path / "cpv.csv",
        "Kod;Namn",
        "45000000-7;Anläggningsarbete",
        "4910000;Städning",
        "99000000;Finns inte",
        "77300000;",
        ";Utan kod",
        "90910000;Städning",
        "90910000;Tvätt",
        "90910000;Städning",
        "9091;Städ",
        f"60100000;{'x' * 301}",
    )
    told = errors(path)
    assert sorted(told) == [3, 4, 5, 6, 8, 10, 11]
    assert told[3] == "Rad 3, kolumn Kod: 4910000 är ingen CPV-kod. Det finns ingen huvudgrupp som börjar på 04."
    assert told[4] == "Rad 4, kolumn Kod: 99000000 är ingen CPV-kod. Det finns ingen huvudgrupp som börjar på 99."
    assert told[5] == "Rad 5: 77300000 saknar namn. Skriv namnet i kolumnen Namn."
    assert told[6] == "Rad 6: koden saknas. Skriv den i kolumnen Kod, eller ta bort raden."
    assert told[8].startswith("Rad 8: koden 90910000 står redan på rad 7 med ett annat namn.")
    assert told[10].startswith("Rad 10, kolumn Kod: 9091 är ingen CPV-kod.")
    assert "längre än 300 tecken" in told[11]
    same = [row for row in read_code_list(path).rows if row.same_as]
    assert [(row.row, row.same_as) for row in same] == [(9, 7)]


def test_wrong_check_digits(tmp_path: Path):
    path = text_file(
        tmp_path / "cpv.csv",
        "Kod;Namn",
        "45000000-1;Anläggningsarbete",
        "45214200-3;Skolor",
        "90910000-9;Städning",
        "90910000-8;Städning",
        "51000000-9;Installation",
        "03300000-2;Jordbruk",
    )
    told = errors(path)
    assert sorted(told) == [2, 3, 5]
    assert told[2].startswith("Rad 2, kolumn Kod: kontrollsiffran i 45000000-1 kan inte stämma, den ska vara 7.")
    assert "den ska vara 2" in told[3]
    assert told[5].startswith("Rad 5, kolumn Kod: 90910000-8 står med en annan kontrollsiffra på rad 4.")


def test_a_long_list_may_have_a_few_digits_of_its_own(tmp_path: Path):
    lines = ["Kod;Namn", "45000000-1;Anläggningsarbete"]
    for number in range(1, 1200):
        code = f"{45000000 + number * 10}"
        digit = sum(int(one) * weight for one, weight in zip(code, (3, 7, 1, 3, 7, 1, 3, 7), strict=True)) % 10
        lines.append(f"{code}-{(digit + 1) % 10 if number % 50 == 0 else digit};Namn å {number}")
    draft = read_code_list(text_file(tmp_path / "cpv.csv", *lines), CPV)
    assert [row.row for row in draft.rows if row.errors] == [2]
    odd = [row for row in draft.rows if row.remarks]
    assert len(odd) == 23
    assert "följer inte regeln" in row_message(odd[0].row, odd[0].remarks)


def test_a_long_list_of_nothing_but_wrong_digits_is_told_row_by_row(tmp_path: Path):
    lines = [f"{45000000 + number * 10}-{number % 10};Namn å {number}" for number in range(1200)]
    draft = read_code_list(text_file(tmp_path / "cpv.csv", "Kod;Namn", *lines), CPV)
    assert sum(bool(row.errors) for row in draft.rows) > 900
    assert not any(row.remarks for row in draft.rows)


def test_an_id_that_is_none(tmp_path: Path):
    path = text_file(tmp_path / "yrken.csv", "concept_id;label", "Ab1c_2De_f3G;Målare", "5168;Snickare")
    assert errors(path, OCCUPATION)[3].startswith(
        "Rad 3, kolumn concept_id: 5168 är inget id ur Arbetsförmedlingens taxonomi."
    )


def test_what_is_no_row_is_left_out_and_said(tmp_path: Path):
    path = text_file(
        tmp_path / "cpv.csv", "Kod;Namn", "45000000;Bygg", "", "Kod;Namn", "90910000;Städning", "Källa: EU;"
    )
    draft = read_code_list(path, CPV)
    assert [row.code for row in draft.rows] == ["45000000", "90910000"]
    assert [(one.row, one.reason.value) for one in draft.left_out] == [(4, "repeated_header"), (6, "footer")]


def test_a_column_without_heading_is_told_by_its_letter(tmp_path: Path):
    path = text_file(tmp_path / "cpv.csv", "45000000-1;Anläggningsarbete", "90910000-9;Städning", "77300000-3;Trädgård")
    assert errors(path)[1].startswith("Rad 1, kolumn A: kontrollsiffran")


# ---------------------------------------------------------------- refused


def test_what_is_no_such_list(tmp_path: Path):
    other = text_file(tmp_path / "annat.csv", "Namn;Telefon", "Exempel;070-174 06 05")
    yrken = text_file(tmp_path / "yrken.csv", "concept_id;label", "Ab1c_2De_f3G;Målare")
    assert (refused(other), refused(other, OCCUPATION), refused(other, None)) == (
        "list.no_cpv",
        "list.no_occupations",
        "list.no_codes",
    )
    assert refused(yrken) == "list.no_cpv"
    assert refused(text_file(tmp_path / "tom.csv", "")) == "file.empty"
    assert refused(tmp_path / "finns-inte.csv") == "file.missing"
    assert refused(tmp_path) == "file.folder"


def test_a_list_of_contracts_is_no_list_of_codes(tmp_path: Path):
    headings = "Avtalsnummer;Benämning;Leverantör;CPV-kod;Startdatum;Slutdatum"
    rows = [f"A-{one};Städning av hus {one};Provbolaget AB;{90910000 + one};2026-01-01;2027-01-01" for one in range(9)]
    assert refused(text_file(tmp_path / "avtal.csv", headings, *rows), None) == "list.no_codes"


def test_codes_that_come_again_and_again_are_a_list_of_something_else(tmp_path: Path):
    rows = [f"90910000;Städning av hus {one}" for one in range(9)]
    assert refused(text_file(tmp_path / "x.csv", "CPV-kod;Benämning", *rows)) == "list.no_cpv"


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE x SYSTEM "file:///etc/hostname">'


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (gc(COLUMNS, [gc_row("45000000", "&b;", "x")], before=BOMB), "file.hostile"),
        (gc(COLUMNS, [gc_row(*FOUR[0])], before=EXTERNAL), "file.hostile"),
        (gc(COLUMNS, [gc_row(*FOUR[0])])[:-40], "list.damaged"),
        (gc(COLUMNS, []), "file.empty"),
        (gc(COLUMNS, ['<Row><Value ColumnRef="nej"><SimpleValue>1</SimpleValue></Value></Row>']), "list.damaged"),
        (gc(COLUMNS, [gc_row(*FOUR[0])], root='<gc:CodeList xmlns:gc="urn:exempel">'), "list.xml_other"),
        ('<?xml version="1.0"?><Invoice xmlns="urn:oasis"/>', "list.xml_other"),
        ('<?xml version="1.0" encoding="klingon"?><a/>', "list.damaged"),
        (f'<gc:CodeList xmlns:gc="{GC}">' + "<a>" * 40 + "</a>" * 40 + "</gc:CodeList>", "file.hostile"),
        ("<!DOCTYPE html><html><table><tr><td>45000000</td></tr></table></html>", "file.html"),
        ('[{"id": "Ab1c_2De_f3G", "label": ', "list.damaged"),
        ("[" * 100_000, "list.damaged"),
        ("[1, 2, 3]", "file.empty"),
    ],
)  # fmt: skip
def test_hostile_broken_and_other_files(tmp_path: Path, content: str, code: str):
    assert refused(text_file(tmp_path / "lista.gc", content), None) == code


def test_a_list_of_a_hundred_thousand_rows_is_read(tmp_path: Path):
    path = text_file(
        tmp_path / "stor.csv", "Kod;Namn", *(f"{45000000 + number};Namn å {number}" for number in range(100_000))
    )
    draft = read_code_list(path)
    assert len(draft.rows) == 100_000
    assert not any(row.errors for row in draft.rows)


def test_more_than_any_list_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(genericode, "MAX_ROWS", 3)
    many = text_file(tmp_path / "cpv.gc", gc(COLUMNS, [gc_row(*one) for one in FOUR]))
    assert refused(many) == "file.too_many_rows"
    monkeypatch.setattr(genericode, "MAX_BYTES", 100)
    assert refused(many) == "file.too_large"
