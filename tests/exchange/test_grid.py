"""Any file a coordinator may choose: read as it is meant, or refused in words and at once."""

import codecs
import datetime as dt
import os
import random
import subprocess
import sys
import textwrap
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

import socialupph
from socialupph.domain.errors import FileProblem
from socialupph.exchange.contract_lists import read_contract_list
from socialupph.exchange.file_guard import kind_of
from socialupph.exchange.grid import read_grid
from socialupph.exchange.sheets import MAX_FILE_BYTES, MAX_ROWS
from socialupph.specs.messages import message
from tests.exchange.making import (
    HEADINGS,
    MAIN,
    ROW,
    TYPES,
    list_xlsx,
    ods,
    ods_content,
    ods_row,
    sheet_xml,
    workbook,
    zipped,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
TEXT = "Avtalsnummer;Leverantör;Benämning\r\n2026-1;Åkerö Städ AB;Städning – kök\r\n"
LOL = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">'
    + "".join(f'<!ENTITY lol{n} "{"&lol" + (str(n - 1) if n > 1 else "") + ";"}{"&lol;" * 9}">' for n in range(1, 10))
    + f']><worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&lol9;</t></is></c></row>'
    "</sheetData></worksheet>"
)


def refusal(path: Path) -> str:
    with pytest.raises(FileProblem) as raised:
        read_grid(path)
    assert message(raised.value)  # there is a sentence for it, with all its facts
    return raised.value.code


def made(folder: Path, data: bytes, name: str = "lista.xlsx") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


REFUSED: dict[str, tuple[str, bytes]] = {
    "nothing": ("file.empty", b""),
    "only blanks": ("file.empty", b" \r\n\t \r\n"),
    "only a mark": ("file.empty", codecs.BOM_UTF8),
    "only delimiters": ("file.empty", b";;;\r\n;;;\r\n"),
    "pdf": ("file.kind_pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"),
    "program": ("file.kind_program", b"MZ\x90\x00\x03" + b"\x00" * 300),
    "picture": ("file.kind_picture", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50),
    "photo": ("file.kind_picture", b"\xff\xd8\xff\xe0\x00\x10JFIF"),
    "rtf": ("file.kind_word", b"{\\rtf1\\ansi hej}"),
    "gzip": ("file.kind_archive", b"\x1f\x8b\x08\x00\x00"),
    "database": ("file.kind_database", b"SQLite format 3\x00" + b"\x00" * 80),
    "docx": ("file.kind_word", zipped({"[Content_Types].xml": TEXT, "word/document.xml": "<w/>"})),
    "zip": ("file.kind_archive", zipped({"lista.csv": TEXT})),
    "xlsb": ("file.kind_xlsb", zipped({"xl/workbook.bin": b"\x00"})),
    "old excel": ("file.kind_xls", OLE + "Workbook".encode("utf-16-le")),
    "older excel": ("file.kind_xls", OLE + "Book".encode("utf-16-le")),
    "old word": ("file.kind_word", OLE + "WordDocument".encode("utf-16-le")),
    "outlook": ("file.kind_other", OLE + "__substg1.0".encode("utf-16-le")),
    "locked": ("file.encrypted", OLE + "EncryptedPackage".encode("utf-16-le")),
    "web page as xls": ("file.html", b"\xef\xbb\xbf<html><body><table><tr><td>Avtal</td></tr></table></body></html>"),
    "web table as xls": ("file.html", b"<table border=1><tr><td>Avtal</td></tr></table>"),
    "xml of 2003": ("file.kind_xml", b'<?xml version="1.0"?><Workbook/>'),
    "zeros": ("file.kind_other", b"a\x00\x00\x00b\x00\x00\x00\x00" * 50),
    "noise": ("file.kind_other", bytes(range(1, 32)) * 30),
    "cut short": ("file.damaged", workbook({"A": sheet_xml([HEADINGS, ROW])})[:-200]),
    "cut in the middle": ("file.damaged", workbook({"A": sheet_xml([HEADINGS, ROW])})[:300]),
    "no sheets": ("file.empty", workbook({"A": sheet_xml([])})),
    "broken xml": ("file.damaged", workbook({"A": f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"'})),
    "lost sheet": ("file.damaged", zipped({"xl/workbook.xml": "<workbook/>"})),
    "entities": ("file.hostile", workbook({"A": LOL})),
    "entities in strings": ("file.hostile", workbook({"A": sheet_xml([ROW])}, {"xl/sharedStrings.xml": LOL})),
    "entities in utf-16": (
        "file.hostile",
        workbook({"A": LOL.replace('"1.0"', '"1.0" encoding="UTF-16"').encode("utf-16")}),
    ),
    "comment before all": ("file.hostile", workbook({"A": "<!--" + "x" * 90_000 + "-->" + sheet_xml([ROW])})),
    "bomb": ("file.unpacks_too_large", workbook({"A": sheet_xml([ROW], after=" " * 120_000_000)})),
    "dense bomb": ("file.unpacks_too_large", workbook({"A": sheet_xml([ROW], after=" " * 30_000_000)})),
    "far corner": (
        "file.too_many_rows",
        workbook({"A": sheet_xml([ROW, *[()] * 3], after="").replace("A1", "A1048576")}),
    ),
    "far column": ("file.too_many_columns", workbook({"A": sheet_xml([ROW]).replace('"B1"', '"XFD1"')})),
    "far column, written oddly": (
        "file.too_many_columns",
        workbook({"A": sheet_xml([ROW]).replace('r="B1"', "r = 'XFD1'")}),
    ),
    "wide and tall": (
        "file.too_many_cells",
        workbook({"A": sheet_xml([ROW]).replace('"B1"', '"ZZ199999"').replace("ZZ", "QZ")}),
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_list_is_refused_in_words_and_at_once(name: str, tmp_path: Path):
    code, data = REFUSED[name]
    path = made(tmp_path, data)
    assert refusal(path) == code


def test_a_file_that_is_gone_or_no_file(tmp_path: Path):
    assert refusal(tmp_path / "borta.xlsx") == "file.missing"
    assert refusal(tmp_path) == "file.folder"
    assert refusal(Path("a\x00b.xlsx")) == "file.unreadable"


def test_no_permission_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_args: object, **_more: object) -> None:
        raise PermissionError(13, "denied")

    path = made(tmp_path, TEXT.encode(), "a.csv")
    monkeypatch.setattr(Path, "open", refuse)
    assert refusal(path) == "file.no_permission"


def test_too_large(tmp_path: Path):
    assert refusal(made(tmp_path, b"a;b\r\n" * (MAX_FILE_BYTES // 5 + 1), "a.csv")) == "file.too_large"


def test_a_bomb_costs_neither_memory_nor_time(tmp_path: Path):
    path = made(tmp_path, workbook({"A": sheet_xml([ROW], after=" " * 90_000_000 + "<!-- x -->")}))
    program = textwrap.dedent(f"""
        from pathlib import Path
        from socialupph.domain.errors import FileProblem
        from socialupph.exchange.grid import read_grid
        try:
            read_grid(Path({str(path)!r}))
        except FileProblem as problem:
            told = Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()
            print(problem.code, int(told[0]) // 1024 if told else 0)
    """)
    ran = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(Path(socialupph.__file__).parents[1])},
    )
    code, memory = ran.stdout.split()
    assert code == "file.unpacks_too_large"
    assert int(memory) < 300


def test_a_part_that_unpacks_to_more_than_it_says(tmp_path: Path):
    honest = workbook({"A": sheet_xml([ROW], after=" " * 3_000_000)})
    with zipfile.ZipFile(made(tmp_path, honest)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    lying = honest.replace(size.to_bytes(4, "little"), (5_000).to_bytes(4, "little"))
    assert refusal(made(tmp_path, lying, "ljuger.xlsx")) == "file.hostile"


def shared(texts: Sequence[str], cells: str, part: str = "xl/sharedStrings.xml") -> bytes:
    """A workbook whose first sheet holds cells with shared texts."""
    override = f'<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
    strings = f'<sst xmlns="{MAIN}">' + "".join(f"<si><t>{text}</t></si>" for text in texts) + "</sst>"
    rows = f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'
    return workbook(
        {"A": rows}, {part: strings, "[Content_Types].xml": TYPES.replace("</Types>", override + "</Types>")}
    )


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/annat.xml"])
def test_one_long_text_in_very_many_cells(part: str, tmp_path: Path):
    long = random.Random(1).randbytes(100_000).hex()
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>1</v></c></row>' for n in range(1, 2000))
    assert refusal(made(tmp_path, shared(["a", long], cells, part))) == "file.unpacks_too_large"
    once = cells.replace("<v>1<", "<v>0<")
    kind_of(shared(["a", long], once, part))  # the long text in no cell, or in one, is harmless
    kind_of(shared(["a", long], once.replace("<v>0<", "<v>1<", 1), part))
    odd = cells.replace('t="s"', "t = 's'").replace("<v>", '<v x="">')
    assert refusal(made(tmp_path, shared(["a", long], odd, part))) == "file.unpacks_too_large"


def test_one_long_text_in_very_many_cells_of_open_document(tmp_path: Path):
    long = random.Random(1).randbytes(100_000).hex()
    cell = f'<table:table-cell office:value-type="string"><text:p>{long}</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="2000">{cell}</table:table-row>'
    assert refusal(made(tmp_path, ods(ods_content(row)), "a.ods")) == "file.unpacks_too_large"


def test_a_border_far_away_is_no_data(tmp_path: Path):
    xml = sheet_xml([HEADINGS, ROW]).replace(
        "</sheetData>", '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    )
    sheet = read_grid(made(tmp_path, workbook({"A": xml}))).sheets[0]
    assert len(sheet.rows) == 2
    assert sheet.rows[1][0] == "2026-1"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman", "cp850", "utf-32"]
)
def test_encodings(encoding: str, tmp_path: Path):
    text = TEXT if encoding != "cp850" else TEXT.replace("–", "-")
    sheet = read_grid(made(tmp_path, text.encode(encoding), "a.csv")).sheets[0]
    assert sheet.rows[0] == ["Avtalsnummer", "Leverantör", "Benämning"]
    assert sheet.rows[1] == ["2026-1", "Åkerö Städ AB", text.split(";")[-1].strip()]


def test_utf_16_big_endian_with_its_mark(tmp_path: Path):
    sheet = read_grid(made(tmp_path, codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "a.txt")).sheets[0]
    assert sheet.rows[1][1] == "Åkerö Städ AB"


@pytest.mark.parametrize("between", [";", ",", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends(between: str, line_end: str, tmp_path: Path):
    lines = [HEADINGS, ROW, ROW]
    text = line_end.join(between.join(f'"{cell}"' if between in cell else cell for cell in line) for line in lines)
    grid = read_grid(made(tmp_path, text.encode(), "a.csv"))
    assert grid.delimiter == between
    assert [list(row) for row in grid.sheets[0].rows] == [list(line) for line in lines]


def test_decimal_commas_are_no_delimiter(tmp_path: Path):
    grid = read_grid(made(tmp_path, b"Leverans;Belopp\r\nA;1,50\r\nB;2,75\r\nC;3,00\r\n", "a.csv"))
    assert grid.delimiter == ";"


def test_quotes_line_breaks_and_ragged_rows(tmp_path: Path):
    text = 'Nr;Namn;Not\r\n1;"Rad ett\nrad ""två"";";slut\r\n2;kort\r\n\r\n3;lång;rad;med;mer\r\n'
    sheet = read_grid(made(tmp_path, text.encode(), "a.csv")).sheets[0]
    assert sheet.rows[1] == ["1", 'Rad ett\nrad "två";', "slut"]
    assert sheet.rows[2] == ["2", "kort"]
    assert sheet.rows[3] == []
    assert sheet.rows[4] == ["3", "lång", "rad", "med", "mer"]
    assert sheet.row_number(4) == 5


def test_a_quote_that_is_never_closed_loses_nothing(tmp_path: Path):
    text = 'Nr;Namn\r\n1;"öppet\r\n' + "".join(f"{n};rad\r\n" for n in range(2, 400))
    sheet = read_grid(made(tmp_path, text.encode(), "a.csv")).sheets[0]
    assert len(sheet.rows) == 400
    assert sheet.rows[1] == ["1", '"öppet']


def test_the_separator_that_excel_is_told(tmp_path: Path):
    grid = read_grid(made(tmp_path, b"sep=|\r\na|b;c;d;e\r\n1|2;3;4;5\r\n", "a.csv"))
    assert grid.delimiter == "|"
    assert grid.sheets[0].rows == [["a", "b;c;d;e"], ["1", "2;3;4;5"]]


def test_texts_that_guard_a_code_or_a_formula(tmp_path: Path):
    sheet = read_grid(made(tmp_path, b'a;b;c\r\n"=""0012""";=1+1;\'+46 70\r\n', "a.csv")).sheets[0]
    assert sheet.rows[1] == ["0012", "=1+1", "+46 70"]


def test_control_characters_are_taken_out(tmp_path: Path):
    xlsx = read_grid(list_xlsx(tmp_path / "a.xlsx", [("a\u202eb\u200bc", "rad\r\ntvå")])).sheets[0]
    assert xlsx.rows[1] == ["abc", "rad\ntvå", None, None, None, None, None]
    text = read_grid(made(tmp_path, b"a;b\r\nx\x07y\x1b;\x01z\r\n" + b"1;2\r\n" * 100, "a.csv")).sheets[0]
    assert text.rows[1] == ["xy", "z"]


def test_typed_cells_of_a_workbook(tmp_path: Path):
    row = (
        '<row r="2"><c r="A2" s="1"><v>46000</v></c><c r="B2"><v>1.5</v></c><c r="C2" t="b"><v>1</v></c>'
        '<c r="D2" t="e"><v>#REF!</v></c></row>'
    )
    xml = sheet_xml([("a", "b", "c", "d")]).replace("</sheetData>", row + "</sheetData>")
    rows = read_grid(made(tmp_path, workbook({"A": xml}))).sheets[0].rows
    assert rows[1] == [dt.date(2025, 12, 9), 1.5, True, None]  # the reader tells no formula errors


def test_formulas_give_their_last_value_or_nothing(tmp_path: Path):
    row = (
        '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2"><f>SUM(A1)</f></c>'
        '<c r="C2" t="str"><f>"a"</f><v>a</v></c><c r="D2" t="inlineStr"><is><t>=1+1</t></is></c></row>'
    )
    xml = sheet_xml([("a", "b", "c", "d")]).replace("</sheetData>", row + "</sheetData>")
    assert read_grid(made(tmp_path, workbook({"A": xml}))).sheets[0].rows[1] == [2.0, None, "a", "=1+1"]


def test_merged_cells_speak_for_all_their_rows(tmp_path: Path):
    rows = [HEADINGS, ROW, (None, "Fönsterputs", None, *ROW[3:]), ("2026-3", *ROW[1:])]
    merged = '<mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="C2:C3"/></mergeCells>'
    path = made(tmp_path, workbook({"A": sheet_xml(rows, after=merged)}))
    sheet = read_grid(path).sheets[0]
    assert sheet.rows[2][:3] == ["2026-1", "Fönsterputs", "Provbolaget AB"]
    draft = read_contract_list(path)
    assert [[error.code for error in row.errors] for row in draft.rows] == [[], ["import.number_twice"], []]
    assert ("note.merged", {}) in draft.notes


def test_a_list_that_begins_further_in(tmp_path: Path):
    row = '<row r="7"><c r="C7" t="inlineStr"><is><t>Avtal</t></is></c></row>'
    sheet = read_grid(
        made(tmp_path, workbook({"A": sheet_xml([]).replace("</sheetData>", row + "</sheetData>")}))
    ).sheets[0]
    assert sheet.rows == [["Avtal"]]
    assert sheet.row_number(0) == 7
    assert sheet.column_letters(0) == "C"
    assert sheet.column_letters(25) == "AB"


def test_open_document(tmp_path: Path):
    content = ods_content(ods_row(HEADINGS) + ods_row(ROW, '<table:table-cell table:number-columns-repeated="1000"/>')
                          + '<table:table-row table:number-rows-repeated="1048500"><table:table-cell '
                          'table:number-columns-repeated="16384"/></table:table-row>')  # fmt: skip
    sheet = read_grid(made(tmp_path, ods(content), "a.ods")).sheets[0]
    assert sheet.rows[1][:7] == list(ROW)
    assert len(sheet.rows) == 2


@pytest.mark.parametrize(
    ("repeated", "code"),
    [
        ('<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>', "file.too_many_rows"),
        ("<table:table-row>{wide}</table:table-row>", "file.too_many_columns"),
    ],
)
def test_open_document_that_repeats_itself_without_end(repeated: str, code: str, tmp_path: Path):
    cell = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
    wide = cell.replace("<table:table-cell ", '<table:table-cell table:number-columns-repeated="16384" ')
    assert refusal(made(tmp_path, ods(ods_content(repeated.format(cell=cell, wide=wide))), "a.ods")) == code


def test_open_document_text_and_broken_content(tmp_path: Path):
    data = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}, zipfile.ZIP_STORED)
    assert refusal(made(tmp_path, data)) == "file.kind_word"
    assert refusal(made(tmp_path, ods("<office"))) == "file.damaged"


def test_the_name_of_the_file_decides_nothing(tmp_path: Path):
    assert read_grid(made(tmp_path, TEXT.encode(), "egentligen.xlsx")).sheets[0].rows[1][0] == "2026-1"
    data = workbook({"A": sheet_xml([HEADINGS, ROW])})
    assert read_grid(made(tmp_path, data, "egentligen.csv")).sheets[0].rows[1][0] == "2026-1"


def test_two_hundred_thousand_rows_are_read_and_one_more_is_refused(tmp_path: Path):
    head, row = b"Nummer;Lev\r\n", b"1;A\r\n"
    sheet = read_grid(made(tmp_path, head + row * MAX_ROWS, "a.csv")).sheets[0]
    assert len(sheet.rows) == MAX_ROWS + 1
    assert refusal(made(tmp_path, head + row * (MAX_ROWS + 1), "b.csv")) == "file.too_many_rows"


def test_two_hundred_thousand_rows_of_a_workbook(tmp_path: Path):
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n * 7919 % 99991}</v></c><c r="B{n}"><v>{n}</v></c></row>'
        for n in range(1, MAX_ROWS + 2)
    )
    xml = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    assert len(read_grid(made(tmp_path, workbook({"A": xml}))).sheets[0].rows) == MAX_ROWS + 1
    one_more = xml.replace(
        "</sheetData>", f'<row r="{MAX_ROWS + 2}"><c r="A{MAX_ROWS + 2}"><v>1</v></c></row></sheetData>'
    )
    assert refusal(made(tmp_path, workbook({"A": one_more}))) == "file.too_many_rows"


def test_too_many_columns(tmp_path: Path):
    assert len(read_grid(made(tmp_path, b";".join([b"a"] * 500), "a.csv")).sheets[0].rows[0]) == 500
    assert refusal(made(tmp_path, b";".join([b"a"] * 501), "a.csv")) == "file.too_many_columns"


def test_a_password_in_the_zip(tmp_path: Path):
    data = bytearray(workbook({"A": sheet_xml([ROW])}))
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    assert refusal(made(tmp_path, bytes(data))) == "file.encrypted"


def test_unknown_packing(tmp_path: Path):
    data = zipped({"xl/workbook.xml": "<workbook/>"}, zipfile.ZIP_LZMA)
    assert refusal(made(tmp_path, data)) == "file.damaged"


def test_a_reader_that_panics_is_a_damaged_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    class PanicException(BaseException):
        pass

    def panic(*_given: object) -> None:
        raise PanicException

    monkeypatch.setattr("socialupph.exchange.workbooks._sheet", panic)
    assert refusal(list_xlsx(tmp_path / "a.xlsx", [ROW])) == "file.damaged"
