"""What a file given by the user really is, decided before any reader sees it: its bytes, its kind, and whether it is safe.

A workbook is a zip of XML. It is measured first, so that a bomb, an entity trick or one stray cell in the last corner of a sheet
costs neither memory nor time.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from socialupph.domain.errors import FileProblem
from socialupph.exchange.sheets import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_FILE_BYTES,
    MAX_GRID_ROWS,
    MAX_ROWS,
    MAX_UNPACKED_BYTES,
    MAX_UNPACKED_RATIO,
)


class FileKind(Enum):
    """What can be read."""

    XLSX = "xlsx"
    ODS = "ods"
    TEXT = "text"


_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "pdf"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"{\\rtf", "word"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"BM", "picture"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"Rar!", "archive"),
    (b"SQLite format 3", "database"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SMALL = 1024 * 1024
_MAX_ENTRIES = 10_000
_PROLOG = 64 * 1024
_CHUNK = 1024 * 1024
_OVERLAP = 512


def read_bytes(path: Path) -> bytes:
    """The whole file, if there is one, it may be read and it is not too large."""
    try:
        if path.is_dir():
            raise FileProblem("file.folder")
        with path.open("rb") as stream:
            data = stream.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise FileProblem("file.missing") from error
    except PermissionError as error:
        raise FileProblem("file.no_permission") from error
    except (OSError, ValueError) as error:
        raise FileProblem("file.unreadable") from error
    if len(data) > MAX_FILE_BYTES:
        raise FileProblem("file.too_large", {"limit": MAX_FILE_BYTES // (1024 * 1024)})
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise FileProblem("file.empty")
    return data


def kind_of(data: bytes) -> FileKind:
    """What the bytes are, whatever the file is called; anything but a list is refused by name."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(data)
    if data.startswith(_OLE):
        _refuse_ole(data)
    for magic, kind in _MAGIC:
        if data.startswith(magic) and (magic not in (b"MZ", b"BM") or b"\x00" in data[:256]):
            raise FileProblem(f"file.kind_{kind}")
    head = data[:2048].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").replace(b"\x00", b"").lower()
    if (
        head.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<meta", b"<style"))
        or b"<html" in head[:1024]
    ):
        raise FileProblem("file.html")
    if head.startswith(b"<?xml"):
        raise FileProblem("file.kind_xml")
    return FileKind.TEXT


def _refuse_ole(data: bytes) -> NoReturn:
    """Old Office files. Even a list in the old format is refused: a damaged one can make its reader take all memory there is."""

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise FileProblem("file.encrypted")
    if holds("Workbook") or holds("Book"):
        raise FileProblem("file.kind_xls")
    raise FileProblem("file.kind_word" if holds("WordDocument") else "file.kind_other")


def _kind_of_zip(data: bytes) -> FileKind:
    entries = _entries(data)
    names = {entry.filename.replace("\\", "/").lower() for entry in entries}
    if "xl/workbook.xml" in names:
        kind = FileKind.XLSX
    elif "content.xml" in names and b"opendocument.spreadsheet" in data[:200]:
        kind = FileKind.ODS
    elif "word/document.xml" in names or ("content.xml" in names and b"opendocument.text" in data[:200]):
        raise FileProblem("file.kind_word")
    elif "xl/workbook.bin" in names:
        raise FileProblem("file.kind_xlsb")
    else:
        raise FileProblem("file.kind_archive")
    _measure_zip(data, entries)
    _inspect_parts(data, entries, kind)
    return kind


def _entries(data: bytes) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, EOFError, OSError) as error:
        raise FileProblem("file.damaged") from error


def _measure_zip(data: bytes, entries: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MAX_UNPACKED_BYTES or len(entries) > _MAX_ENTRIES:
        raise FileProblem("file.unpacks_too_large", {"limit": MAX_UNPACKED_BYTES // (1024 * 1024)})
    if unpacked > _SMALL and unpacked > MAX_UNPACKED_RATIO * len(data):
        raise FileProblem("file.unpacks_too_large", {"limit": MAX_UNPACKED_BYTES // (1024 * 1024)})
    if any(entry.flag_bits & 1 for entry in entries):
        raise FileProblem("file.encrypted")


def _inspect_parts(data: bytes, entries: list[zipfile.ZipInfo], kind: FileKind) -> None:
    """Refuse document types, parts that unpack to more than they say, and sheets whose corners lie too far apart."""
    for entry in entries:
        name = entry.filename.replace("\\", "/").lower()
        if not name.endswith((".xml", ".rels")) or (kind is FileKind.ODS and name != "content.xml"):
            continue
        parts = _unpacked(data, entry)
        if kind is FileKind.ODS:
            _OdsExtent().measure(_without_doctype(parts))
        elif name.startswith("xl/worksheets/"):
            _measure_sheet(_without_doctype(parts))
        else:
            for _part in _without_doctype(parts):
                pass


def _unpacked(data: bytes, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes of one zip member in pieces, never more than its directory promises."""
    start = entry.header_offset
    header = data[start : start + 30]
    if len(header) < 30 or not header.startswith(b"PK\x03\x04"):
        raise FileProblem("file.damaged")
    name_length, extra_length = struct.unpack("<HH", header[26:30])
    start += 30 + name_length + extra_length
    packed = memoryview(data)[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        yield bytes(packed)
        return
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        raise FileProblem("file.damaged")
    inflater, promised, offset = zlib.decompressobj(-zlib.MAX_WBITS), entry.file_size, 0
    pending = b""
    while not inflater.eof and (pending or offset < len(packed)):
        if not pending:
            pending = bytes(packed[offset : offset + _CHUNK])
            offset += _CHUNK
        try:
            piece = inflater.decompress(pending, _CHUNK)
        except zlib.error as error:
            raise FileProblem("file.damaged") from error
        pending = inflater.unconsumed_tail
        promised -= len(piece)
        if promised < 0:
            raise FileProblem("file.hostile")
        yield piece


_DOCTYPES = (b"<!DOCTYPE", b"<!ENTITY", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
_ROOT = re.compile(rb"<\x00?[A-Za-z_]")


def _without_doctype(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same pieces, as long as no document type stands before the first element."""
    prolog, searched = b"", False
    for piece in pieces:
        if not searched:
            prolog += piece[: _PROLOG + 1]
            root = _ROOT.search(prolog)
            before = prolog if root is None else prolog[: root.start()]
            if any(mark in before for mark in _DOCTYPES) or (root is None and len(prolog) > _PROLOG):
                raise FileProblem("file.hostile")
            searched = root is not None
        yield piece


# Cells beyond column Z or row 9 999; nearly none in an ordinary list, so the search runs at full speed. Blanks are taken out and
# quotation marks made one kind before, so that there is one way to write a reference.
_FAR_CELL = re.compile(rb"""r="(?:([A-Z]{2,3})(\d{1,7})|[A-Z](\d{5,7}))"[^>]*>""")
_NEAR_COLUMNS, _NEAR_ROWS = 26, 9_999
_ONE_QUOTE = bytes.maketrans(b"'", b'"')


def _measure_sheet(pieces: Iterator[bytes]) -> None:
    width, height, tail = _NEAR_COLUMNS, _NEAR_ROWS, b""
    for piece in pieces:
        window = tail + piece.translate(_ONE_QUOTE, b" \t\r\n")
        for letters, row, tall_row in _FAR_CELL.findall(window):
            if letters:
                width = max(width, _column_number(letters))
            height = max(height, int(row or tall_row))
        if width > MAX_COLUMNS or height > MAX_GRID_ROWS:
            width, height = _exact_extent(window, width, height)
        _refuse_large(width, height)
        tail = window[-_OVERLAP:]


def _exact_extent(window: bytes, width: int, height: int) -> tuple[int, int]:
    """The extent again, without cells that only carry a format: a stray border far away is no data."""
    far = [match for match in _FAR_CELL.finditer(window) if not match.group(0).endswith(b"/>")]
    wide = max((_column_number(match.group(1)) for match in far if match.group(1)), default=_NEAR_COLUMNS)
    tall = max((int(match.group(2) or match.group(3)) for match in far), default=_NEAR_ROWS)
    return (wide if width > MAX_COLUMNS else width, tall if height > MAX_GRID_ROWS else height)


def _refuse_large(width: int, height: int) -> None:
    if height > MAX_GRID_ROWS:
        raise FileProblem("file.too_many_rows", {"limit": MAX_ROWS})
    if width > MAX_COLUMNS:
        raise FileProblem("file.too_many_columns", {"limit": MAX_COLUMNS})
    if width * height > MAX_CELLS:
        raise FileProblem("file.too_many_cells")


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


class _OdsExtent:
    """How far the content of each sheet of an OpenDocument file reaches, repeated rows and cells counted."""

    def __init__(self) -> None:
        self._row = self._column = self._row_end = 0
        self._repeat_row = self._repeat_cell = 1
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def measure(self, pieces: Iterator[bytes]) -> None:
        try:
            for piece in pieces:
                self._parser.Parse(piece, False)
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise FileProblem("file.damaged") from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table":
            self._row = 0
        elif name == "table:table-row":
            self._repeat_row = _repeat(attributes.get("table:number-rows-repeated"))
            self._column = self._row_end = 0
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._repeat_cell = _repeat(attributes.get("table:number-columns-repeated"))
            self._column += self._repeat_cell
            if "office:value-type" in attributes:
                self._row_end = self._column
        elif name == "text:p":
            self._row_end = self._column

    def _end(self, name: str) -> None:
        if name == "table:table-row":
            self._row += self._repeat_row
            if self._row_end:
                _refuse_large(self._row_end, self._row)


def _repeat(told: str | None) -> int:
    return int(told) if told and told.isascii() and told.isdigit() and len(told) < 10 else 1
