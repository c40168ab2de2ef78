"""Text files: which encoding, which delimiter, then rows of texts. csv, tsv and txt, from Windows, Mac and DOS."""

import codecs
import csv
import io
import re
from itertools import islice
from typing import Literal

from socialupph.domain.errors import FileProblem
from socialupph.exchange.sheets import MAX_COLUMNS, MAX_GRID_ROWS, MAX_ROWS, Cell, Grid, Sheet, clean

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64 * 1024
_SWEDISH = frozenset("åäöÅÄÖéÉüÜ§–”’\xa0")
_EIGHT_BIT = ("cp1252", "mac_roman", "cp850")
_DELIMITERS = (";", "\t", "|", ",")
_MAX_FIELD = 1_000_000
_WRAPPED = re.compile(r'="([^"]*)"')
_GUARDED = re.compile(r"^'(?=[=+\-@\t\r＝＋－＠])")
_FIELD_LINES = 200


def read_text(data: bytes, name: str) -> Grid:
    """The only sheet of a text file; every cell is a text, empty ones ``None``."""
    text, encoding = decode(data)
    if not text.strip():
        raise FileProblem("file.empty")
    told = re.match(r"sep=(.)\r?\n", text)
    if told:
        text, delimiter = text[told.end() :], told.group(1)
    else:
        delimiter = guess_delimiter(text[:_SAMPLE])
    rows = _rows(text, delimiter, quotes=True)
    if any(isinstance(cell, str) and cell.count("\n") > _FIELD_LINES for row in rows[-1:] for cell in row):
        rows = _rows(text, delimiter, quotes=False)  # a quotation mark that was never closed swallowed the rest
    if not any(rows):
        raise FileProblem("file.empty")
    sheet = Sheet(name, rows)
    return Grid((sheet,), encoding, delimiter)


def decode(data: bytes) -> tuple[str, str]:
    """The text and the encoding it was in: by its mark, by zeros, as UTF-8 if it is that, else the likeliest of one-byte ones."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace"), encoding
    sample = data[:4096]
    if b"\x00" in sample:
        encoding = _without_mark(sample)
        return data.decode(encoding, "replace"), encoding
    try:
        return _readable(data.decode("utf-8")), "utf-8"
    except UnicodeDecodeError:
        encoding = max(_EIGHT_BIT, key=lambda name: _likeness(data[:_SAMPLE].decode(name, "replace")))
        return _readable(data.decode(encoding, "replace")), encoding


def _without_mark(sample: bytes) -> str:
    """UTF-16 without a mark is told by where its zeros stand; zeros anywhere else are no text."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2 or 1
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.05:
        return "utf-16-be"
    raise FileProblem("file.kind_other")


def _readable(text: str) -> str:
    sample = text[:_SAMPLE]
    controls = sum(1 for sign in sample if sign < " " and sign not in "\t\n\r\x0b\x0c\x1f")
    if controls > len(sample) * 0.05 and controls > 3:
        raise FileProblem("file.kind_other")
    return text


def _likeness(text: str) -> int:
    """How much a text looks Swedish: its letters count, other signs beyond ASCII count against it."""
    return sum(1 if sign in _SWEDISH else -1 for sign in text if sign > "\x7f")


def guess_delimiter(sample: str) -> str:
    """The sign that cuts the sample into the most and the most even columns; ``;`` when none does."""
    best, best_score = ";", 0.0
    for delimiter in _DELIMITERS:
        try:
            rows = list(islice(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter), 200))
        except csv.Error:
            continue
        widths = [len(row) for row in rows if any(row)]
        if not widths:
            continue
        usual = max(set(widths), key=lambda width: (widths.count(width), width))
        score = widths.count(usual) / len(widths) * (usual - 1)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _rows(text: str, delimiter: str, *, quotes: bool) -> list[list[Cell]]:
    csv.field_size_limit(_MAX_FIELD)
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quotes else csv.QUOTE_NONE
    rows: list[list[Cell]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting):
            if len(row) > MAX_COLUMNS:
                raise FileProblem("file.too_many_columns", {"limit": MAX_COLUMNS})
            rows.append([_cell(cell) if cell else None for cell in row])
            if len(rows) > MAX_GRID_ROWS:
                raise FileProblem("file.too_many_rows", {"limit": MAX_ROWS})
    except csv.Error as error:
        raise FileProblem("file.damaged") from error
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _cell(text: str) -> str | None:
    text = clean(text)
    if text.startswith("="):
        wrapped = _WRAPPED.fullmatch(text)
        text = wrapped[1] if wrapped else text
    elif text.startswith("'"):
        text = _GUARDED.sub("", text, count=1)
    return text or None
