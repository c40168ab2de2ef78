"""Lists of codes in Genericode, the XML of OASIS that EU's own lists come in, as a sheet of rows.

Read row by row, so that the whole of the vocabulary in two dozen languages needs no more memory than what is kept of it. No
document type, no entities, and nothing a file names is ever fetched.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from socialupph.domain.errors import FileProblem
from socialupph.exchange.sheets import MAX_COLUMNS, MAX_ROWS, Cell, Sheet, clean

MAX_BYTES = 100 * 1024 * 1024
"""The vocabulary in all languages of the union is some 45 MB."""

_DEEPEST = 32
_HEAD = 4096
_LANGUAGES = {"sv": "swe", "swe": "swe", "en": "eng", "eng": "eng"}
_KEYS = frozenset({"code", "key", "id", "kod"})
_HTML = (b"<!doctype html", b"<html", b"<table", b"<head", b"<meta", b"<style")


def is_xml(head: bytes) -> bool:
    """Whether a file that begins so is XML, whatever it is called; a web page is not."""
    bare = head[:_HEAD].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return bare.startswith(b"<") and not bare.startswith(_HTML) and b"<html" not in bare[:1024]


def read_genericode(path: Path) -> Sheet:
    """The rows of the list under one row of headings, row 1 being the first code.

    Raises FileProblem ``file.too_large``, ``file.hostile``, ``file.too_many_rows``, ``list.damaged``, and ``list.xml_other`` for XML
    that is no list in Genericode.
    """
    if path.stat().st_size > MAX_BYTES:
        raise FileProblem("file.too_large", {"limit": MAX_BYTES // (1024 * 1024)})
    with path.open("rb") as stream:
        try:
            return _Reader(path.stem).read(stream)
        except DefusedXmlException as error:
            raise FileProblem("file.hostile") from error
        except (ParseError, LookupError, ValueError) as error:
            raise FileProblem("list.damaged") from error


class _Reader:
    """Keeps what the rows above the present one said of the columns."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._columns: list[str] = []
        self._headings: list[Cell] = []
        self._key = ""

    def read(self, stream: IO[bytes]) -> Sheet:
        """Walk through the file once."""
        rows: list[list[Cell]] = []
        for element in self._closed(stream):
            match _local(element):
                case "Column":
                    self._add_column(element)
                case "Key":
                    self._add_key(element)
                case "Row":
                    rows.append(self._row(element))
                    if len(rows) > MAX_ROWS:
                        raise FileProblem("file.too_many_rows", {"limit": MAX_ROWS})
                case _:
                    continue
        if not rows:
            raise FileProblem("file.empty")
        headings: list[Cell] = [
            "code" if one == self._key else head for one, head in zip(self._columns, self._headings, strict=True)
        ]
        return Sheet(self._name, [headings, *rows], first_row=0)

    def _closed(self, stream: IO[bytes]) -> Iterator[Element]:
        """Elements as they end. What ended is let go of, so that a long list does not pile up."""
        open_elements: list[Element] = []
        pairs: Any = iterparse(stream, ("start", "end"), forbid_dtd=True, forbid_entities=True, forbid_external=True)
        for event, element in pairs:
            if event == "start":
                if not open_elements:
                    _judge(element)
                if len(open_elements) >= _DEEPEST:
                    raise FileProblem("file.hostile")
                open_elements.append(element)
                continue
            open_elements.pop()
            yield element
            if _local(element) == "Row" and open_elements:
                open_elements[-1].clear()

    def _add_column(self, element: Element) -> None:
        if len(self._columns) >= MAX_COLUMNS:
            raise FileProblem("file.too_many_columns", {"limit": MAX_COLUMNS})
        number = element.get("Id") or _text_below(element, "ShortName")
        data = next((child for child in element if _local(child) == "Data"), None)
        language = _LANGUAGES.get((data.get("Lang") or "").lower(), "") if data is not None else ""
        heading = clean(number)
        named = language in heading.lower() or heading.lower() in _KEYS
        self._columns.append(number)
        self._headings.append(heading if named else f"{heading} {language}")

    def _add_key(self, element: Element) -> None:
        for child in element:
            if _local(child) == "ColumnRef" and not self._key:
                self._key = child.get("Ref") or ""

    def _row(self, element: Element) -> list[Cell]:
        """Values by the column they name; one that names none is of the column after the one before it."""
        cells: list[Cell] = [None] * len(self._columns)
        place = 0
        for value in element:
            named = value.get("ColumnRef")
            if named is not None:
                place = self._columns.index(named)  # ValueError: a column that the list does not have
            if place < len(cells):
                cells[place] = clean(_text_below(value, "SimpleValue")) or None
            place += 1
        return cells


def _judge(root: Element) -> None:
    """Only a code list of Genericode is read; the rest of anything else is not looked at."""
    namespace, _closed, name = str(root.tag).rpartition("}")
    if name != "CodeList" or "genericode" not in namespace.lower():
        raise FileProblem("list.xml_other")


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _text_below(element: Element, name: str) -> str:
    found = next((child for child in element if _local(child) == name), None)
    return "" if found is None else " ".join((found.text or "").split())
