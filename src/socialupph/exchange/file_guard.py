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

from socialupph.domain.errors import FileProblem
from socialupph.exchange.sheets import (
    MAX_FILE_BYTES,
    MAX_UNPACKED_BYTES,
    MAX_UNPACKED_RATIO,
)
from socialupph.exchange.workbook_guard import OdsExtent, XlsxExtent


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


def read_bytes(path: Path) -> bytes:
    """The whole file, if there is one, it may be read and it is not too large."""
    try:
        if path.is_dir():
            raise FileProblem("file.folder")
        with path.open("rb") as stream:
            data = stream.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise FileProblem("file.missing", {"name": path.name}) from error
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
    """Refuse document types, parts that unpack to more than they say, and content that grows without end when it is read."""
    if kind is FileKind.ODS:
        for entry in entries:
            if entry.filename == "content.xml":
                OdsExtent().measure(_without_doctype(_unpacked(data, entry)))
        return
    extent = XlsxExtent()
    for entry in entries:
        name = entry.filename.replace("\\", "/").lower()
        pieces = _unpacked(data, entry)
        if name.endswith((".xml", ".rels")):
            pieces = _without_doctype(pieces)
        extent.measure(pieces)
    if extent.may_repeat_too_much():
        extent.check_repeated(piece for entry in entries for piece in _unpacked(data, entry))


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
