"""Lists out of the program: typed, whole, and never a formula."""

# ruff: noqa: DTZ001 -- spreadsheets know no zones

import csv
import datetime as dt
import errno
import io
import os
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import python_calamine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialupph.domain.errors import FileProblem
from socialupph.exchange import files
from socialupph.exchange.files import write_whole
from socialupph.exchange.grid import read_grid
from socialupph.exchange.table_cells import text_cell
from socialupph.exchange.table_files import as_tsv_html, row_as_json, sheet_name, write_csv, write_xlsx
from socialupph.specs.messages import message
from socialupph.specs.tables import CellValue, Column, Kind, TableSpec


@dataclass(frozen=True, slots=True)
class Line:
    text: str = "text"
    day: dt.date | None = dt.date(2026, 9, 30)
    moment: dt.datetime | None = dt.datetime(2026, 9, 30, 12, 30, tzinfo=dt.UTC)
    count: int | None = 12
    share: Decimal | None = Decimal(75)
    amount: Decimal | None = Decimal("1234567.50")
    exact: Decimal | None = Decimal("11.5")
    flag: bool = True


def column(key: str, title: str, kind: Kind) -> Column[Line]:
    def value(row: Line) -> CellValue:
        return getattr(row, key)

    return Column(key, title, value, kind)


SPEC: TableSpec[Line] = TableSpec(
    "lines",
    "Rader: [alla]",
    (
        column("text", "Text", Kind.TEXT), column("day", "Dag", Kind.DATE), column("moment", "Tid", Kind.MOMENT),
        column("count", "Antal", Kind.INTEGER), column("share", "Andel", Kind.PERCENT), column("amount", "Värde", Kind.MONEY),
        column("exact", "Månader", Kind.DECIMAL), column("flag", "Ja/nej", Kind.STATUS),
    ),
    sort="text",
)  # fmt: skip
ALL = [one.key for one in SPEC.columns]
NOTHING = Line("", None, None, None, None, None, None, flag=False)
HOSTILE = ["=cmd|' /C calc'!A0", "+46 70-123 45 67", "-1", "@x", "\tx", "\rx", "\nx", "＝1+1", "＋1", "－1", "＠x", "=HYPERLINK(\"http://x\")",
           "http://exempel.invalid", "{=1+1}", "12", "1e5", "2026-01-01", "<b>x</b>", "a;b\"c", "a\tb\nc", " x "]  # fmt: skip


def cells(path: Path) -> list[list[object]]:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_types_and_looks_of_a_workbook(tmp_path: Path):
    path = tmp_path / "ut.xlsx"
    assert write_xlsx(SPEC, [Line(), NOTHING], ALL, path, facts={"Urval": "=alla", "Dag": "2026-09-30"}) == 2
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    assert sheet.title == "Rader alla"
    assert [cell.value for cell in sheet[1]] == ["Text", "Dag", "Tid", "Antal", "Andel", "Värde", "Månader", "Ja/nej"]
    assert [cell.value for cell in sheet[2]] == [
        "text", dt.datetime(2026, 9, 30), dt.datetime(2026, 9, 30, 14, 30), 12, 0.75, 1234567.5, 11.5, "Ja",
    ]  # fmt: skip
    assert [cell.value for cell in sheet[3]] == [None] * 7 + ["Nej"]
    assert [cell.number_format for cell in sheet[2]][1:6] == [
        "yyyy-mm-dd",
        "yyyy-mm-dd hh:mm",
        "#,##0",
        "0.##%",
        "#,##0.00",
    ]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:H3")
    assert sheet.column_dimensions["A"].width >= 14
    assert sheet["A1"].font.bold
    about = book.worksheets[1]
    assert (about.title, about["B1"].value, about["B1"].data_type) == ("Om listan", "=alla", "s")
    read = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert read[1][1:3] == [dt.date(2026, 9, 30), dt.datetime(2026, 9, 30, 14, 30)]


def test_the_chosen_columns_in_the_chosen_order(tmp_path: Path):
    write_xlsx(SPEC, [Line()], ["count", "text"], tmp_path / "a.xlsx")
    assert cells(tmp_path / "a.xlsx") == [["Antal", "Text"], [12, "text"]]
    write_csv(SPEC, [Line()], ["count", "text"], tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes() == "\ufeffAntal;Text\r\n12;text\r\n".encode()
    with pytest.raises(KeyError):
        write_csv(SPEC, [Line()], ["hidden"], tmp_path / "b.csv")
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["a.csv", "a.xlsx"]


def test_nothing_to_write(tmp_path: Path):
    assert write_xlsx(SPEC, [], ALL, tmp_path / "a.xlsx") == 0
    assert len(cells(tmp_path / "a.xlsx")) == 1
    assert write_csv(SPEC, [], ALL, tmp_path / "a.csv") == 0
    write_xlsx(SPEC, [Line()], [], tmp_path / "b.xlsx")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_formula_a_link_or_a_number(text: str, tmp_path: Path):
    path = tmp_path / "a.xlsx"
    write_xlsx(SPEC, [Line(text)], ALL, path)
    cell = openpyxl.load_workbook(path).worksheets[0]["A2"]
    assert cell.data_type in ("s", "inlineStr")
    assert cell.value == text_cell(text)
    assert cell.hyperlink is None
    assert bool(cell.quotePrefix) == (text[0] in "=+-@\t\r\n＝＋－＠")
    with zipfile.ZipFile(path) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_csv_as_excel_in_swedish_reads_it(tmp_path: Path):
    path = tmp_path / "a.csv"
    write_csv(SPEC, [Line('Åkerö; "Städ"\nAB'), NOTHING, Line("+46 70-1", count=-3, exact=Decimal("-0.50"))], ALL, path)
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfText;Dag;")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[1] == ['Åkerö; "Städ"\nAB', "2026-09-30", "2026-09-30 14:30", "12", "75%", "1234567,50", "11,5", "Ja"]
    assert rows[2] == ["", "", "", "", "", "", "", "Nej"]
    assert rows[3][0] == "'+46 70-1"
    assert rows[3][3] == "-3"
    assert rows[3][6] == "-0,50"
    assert not raw.startswith(b"sep=")
    assert b"sep=" not in raw[:20]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=5))
def test_any_text_comes_back(tmp_path: Path, texts: list[str]):
    path = tmp_path / "a.xlsx"
    write_xlsx(SPEC, [Line(text) for text in texts], ["text", "count"], path)
    found = openpyxl.load_workbook(path).worksheets[0]
    written = [cell.value or "" for cell in found["A"]][1:]
    assert written == [text_cell(text) for text in texts]
    assert all(cell.data_type != "f" for cell in found["A"])
    write_csv(SPEC, [Line(text) for text in texts], ["text", "count"], path.with_suffix(".csv"))
    raw = path.with_suffix(".csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(raw, newline=""), delimiter=";"))[1:]
    assert [re.sub("^'(?=[=+\\-@\t\r\n＝＋－＠])", "", row[0]) for row in rows] == [text_cell(text) for text in texts]
    assert all(row[0][:1] not in set("=+-@\t\r\n＝＋－＠") for row in rows if row[0])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(
    st.dates(),
    st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12),
    st.integers(-(10**12), 10**12),
)
def test_any_day_and_number_comes_back(tmp_path: Path, day: dt.date, amount: Decimal, count: int):
    path = tmp_path / "a.xlsx"
    write_xlsx(SPEC, [Line("x", day=day, amount=amount, count=count)], ALL, path)
    row = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[1]
    assert row[1] == day if day >= dt.date(1900, 3, 1) else row[1] == day.isoformat()
    assert row[3] == count
    assert row[5] == pytest.approx(float(amount))


def test_what_we_wrote_we_can_read(tmp_path: Path):
    write_csv(SPEC, [Line("=1+1"), Line("Łukasz Žižek Nguyễn")], ALL, tmp_path / "a.csv")
    assert [row[0] for row in read_grid(tmp_path / "a.csv").sheets[0].rows] == ["Text", "=1+1", "Łukasz Žižek Nguyễn"]
    write_xlsx(SPEC, [Line("=1+1"), Line("Łukasz Žižek Nguyễn")], ALL, tmp_path / "a.xlsx")
    assert [row[0] for row in read_grid(tmp_path / "a.xlsx").sheets[0].rows] == ["Text", "=1+1", "Łukasz Žižek Nguyễn"]


def test_very_long_texts_are_cut_where_excel_would(tmp_path: Path):
    write_xlsx(SPEC, [Line("å" * 40_000)], ALL, tmp_path / "a.xlsx")
    assert len(str(cells(tmp_path / "a.xlsx")[1][0])) == 32_767


def test_control_characters_never_reach_a_file(tmp_path: Path):
    write_xlsx(SPEC, [Line("a\x00b\x1bc\ud800d\u202ee")], ALL, tmp_path / "a.xlsx")
    assert cells(tmp_path / "a.xlsx")[1][0] == "abcde"


def test_names_of_sheets():
    assert sheet_name("Uppföljningar: maj/juni [alla]?*") == "Uppföljningar maj juni alla"
    assert sheet_name("'x'" + "y" * 40) == "x'" + "y" * 28
    assert sheet_name("History") == sheet_name("?") == sheet_name("") == "Lista"


class Broken:
    def __iter__(self) -> Iterator[Line]:
        yield Line()
        raise RuntimeError("halfway")


@pytest.mark.parametrize("write", [write_xlsx, write_csv])
def test_a_failure_halfway_leaves_the_old_file_and_nothing_else(write: object, tmp_path: Path):
    assert callable(write)
    path = tmp_path / "ut.fil"
    path.write_text("gammal")
    with pytest.raises(RuntimeError, match="halfway"):
        write(SPEC, Broken(), ALL, path)
    assert path.read_text() == "gammal"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "file.disk_full"), (errno.EIO, "file.cannot_write"), (errno.EACCES, "file.no_permission")],
)
def test_what_the_disk_says(number: int, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "ut.xlsx"
    path.write_text("gammal")

    def refuse(_file: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(files.os, "fsync", refuse)
    with pytest.raises(FileProblem, match=re.escape(code)) as raised:
        write_xlsx(SPEC, [Line()], ALL, path)
    assert message(raised.value)
    assert path.read_text() == "gammal"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_excel_holds_for_a_moment_and_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "ut.csv"
    path.write_text("gammal")
    tries: list[Path] = []
    waits: list[float] = []
    real = Path.replace

    def held(draft: Path, target: Path) -> Path:
        tries.append(draft)
        if len(tries) < 3:
            raise PermissionError(errno.EACCES, "held")
        return real(draft, target)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(files.time, "sleep", waits.append)
    write_csv(SPEC, [Line()], ["text"], path)
    assert "text" in path.read_text(encoding="utf-8-sig")
    assert waits == [0.05, 0.1]
    tries.clear()
    waits.clear()
    monkeypatch.setattr(Path, "replace", lambda *_given: (_ for _ in ()).throw(PermissionError(errno.EACCES, "held")))
    with pytest.raises(FileProblem, match=r"file\.locked") as raised:
        write_csv(SPEC, [], ["text"], path)
    assert waits == [0.05, 0.1, 0.2, 0.4, 0.8]
    assert "Stäng filen i Excel" in message(raised.value)
    assert "text" in path.read_text(encoding="utf-8-sig")
    assert list(tmp_path.iterdir()) == [path]


def test_places_that_cannot_be_written(tmp_path: Path):
    for path in (tmp_path / "saknas" / "a.csv", tmp_path):
        with pytest.raises(FileProblem, match=r"file\.cannot_write"):
            write_csv(SPEC, [], ["text"], path)


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_rights_of_the_file(tmp_path: Path):
    old = os.umask(0o027)
    try:
        write_whole(tmp_path / "a.bin", b"1")
        assert (tmp_path / "a.bin").stat().st_mode & 0o777 == 0o640
        (tmp_path / "a.bin").chmod(0o600)
        write_whole(tmp_path / "a.bin", b"2")
        assert (tmp_path / "a.bin").stat().st_mode & 0o777 == 0o600
        assert (tmp_path / "a.bin").read_bytes() == b"2"
    finally:
        os.umask(old)


def test_more_rows_than_a_sheet_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("socialupph.exchange.table_files._LAST_ROW", 3)
    write_xlsx(SPEC, [Line()] * 2, ["text"], tmp_path / "a.xlsx")
    with pytest.raises(FileProblem, match=r"file\.too_many_rows_out") as raised:
        write_xlsx(SPEC, [Line()] * 3, ["text"], tmp_path / "b.xlsx")
    assert message(raised.value)
    assert not (tmp_path / "b.xlsx").exists()


def test_a_copy_for_the_clipboard():
    tsv, html = as_tsv_html(SPEC, [Line("=1+1\t<b>\nx"), NOTHING], ["text", "exact", "day"])
    assert tsv == "Text\tMånader\tDag\r\n'=1+1 <b> x\t11,5\t2026-09-30\r\n\t\t"
    assert "&lt;b&gt;<br>x" in html
    assert '<th scope="col">Text</th>' in html
    assert '<td align="right">11,5</td>' in html
    assert html.count("<tr>") == 3


def test_rows_for_json():
    assert row_as_json(SPEC, Line()) == {
        "text": "text", "day": "2026-09-30", "moment": "2026-09-30T12:30:00+00:00", "count": 12, "share": "75",
        "amount": "1234567.50", "exact": "11.5", "flag": True,
    }  # fmt: skip
    assert set(row_as_json(SPEC, NOTHING).values()) == {"", None, False}
    assert row_as_json(SPEC, Line(exact=Decimal("1E+3")))["exact"] == "1000"
