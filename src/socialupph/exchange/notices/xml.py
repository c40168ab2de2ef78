"""XML from anybody, read so that it can do no harm: in portions, without document type, entities or anything fetched, to set limits.

The root is judged as soon as it is seen, so a file that is no notice is refused before the rest of it is read.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from socialupph.domain.errors import FileProblem

MAX_BYTES = 25 * 1024 * 1024
MAX_ELEMENTS = 500_000
MAX_DEPTH = 64
_PORTION = 64 * 1024
_HEAD = 2048

_UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
_EFORMS = "http://data.europa.eu/p27/eforms-ubl-"
PREFIXES: Mapping[str, str] = {
    f"{_UBL}CommonAggregateComponents-2": "cac",
    f"{_UBL}CommonBasicComponents-2": "cbc",
    f"{_UBL}CommonExtensionComponents-2": "ext",
    f"{_EFORMS}extensions/1": "efext",
    f"{_EFORMS}extension-aggregate-components/1": "efac",
    f"{_EFORMS}extension-basic-components/1": "efbc",
}
"""The namespaces of the standard; the prefix a file gives them is its own affair."""


class Node:
    """An element. ``name`` is its name with the standard's prefix, *cbc:ID*; in any other namespace it stands as ``{…}name``."""

    __slots__ = ("attributes", "children", "name", "text")

    def __init__(self, name: str, attributes: Mapping[str, str]) -> None:
        self.name, self.attributes = name, attributes
        self.children: list[Node] = []
        self.text = ""

    def all(self, path: str) -> "list[Node]":
        """The elements at ``path`` below this one, *cac:Party/cac:PartyName*, in the order of the file."""
        found: list[Node] = [self]
        for name in path.split("/"):
            found = [child for node in found for child in node.children if child.name == name]
        return found

    def first(self, path: str) -> "Node | None":
        """The first element at ``path``; None where there is none."""
        return next(iter(self.all(path)), None)

    def value(self, path: str = "", **attributes: str) -> str:
        """The text at ``path`` (here, where it is empty), of an element with these attributes; empty where there is none."""
        for node in self.all(path) if path else [self]:
            if all(node.attributes.get(name) == wanted for name, wanted in attributes.items()):
                return " ".join(node.text.split())
        return ""

    def values(self, path: str, **attributes: str) -> list[str]:
        """Every text at ``path`` that is not empty, of elements with these attributes."""
        wanted = attributes.items()
        nodes = (node for node in self.all(path) if all(node.attributes.get(key) == value for key, value in wanted))
        return [text for node in nodes if (text := " ".join(node.text.split()))]

    def walk(self) -> "Iterator[Node]":
        """This element and all below it."""
        waiting: list[Node] = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


def read_xml(path: Path, judge: Callable[[str], None]) -> Node:
    """The root of the document at ``path``. ``judge`` is told the root's name and may refuse it.

    Raises FileProblem: what can be wrong with any file, ``notice.too_large`` (facts ``limit`` in MB), ``notice.too_much``,
    ``notice.hostile`` for document types, entities and endless nesting, ``notice.not_xml``, ``notice.html``, ``notice.broken``.
    """
    builder = _Builder(judge)
    parser: Any = DefusedXMLParser(target=builder, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    try:
        for portion in _portions(path):
            parser.feed(portion)
        return parser.close()
    except DefusedXmlException as error:
        raise FileProblem("notice.hostile") from error
    except (ParseError, ValueError, LookupError) as error:
        raise FileProblem("notice.broken") from error


def _portions(path: Path) -> Iterator[bytes]:
    try:
        if path.is_dir():
            raise FileProblem("file.folder")
        if path.stat().st_size > MAX_BYTES:
            raise FileProblem("notice.too_large", {"limit": MAX_BYTES // (1024 * 1024)})
        with path.open("rb") as stream:
            portion = stream.read(_PORTION)
            _check_head(portion[:_HEAD])
            left = MAX_BYTES
            while portion:
                left -= len(portion)
                if left < 0:  # it grew while it was read
                    raise FileProblem("notice.too_large", {"limit": MAX_BYTES // (1024 * 1024)})
                yield portion
                portion = stream.read(_PORTION)
    except FileNotFoundError as error:
        raise FileProblem("file.missing", {"name": path.name}) from error
    except PermissionError as error:
        raise FileProblem("file.no_permission") from error
    except OSError as error:
        raise FileProblem("file.unreadable") from error


def _check_head(head: bytes) -> None:
    """What is no XML at all is told so, whatever it is called."""
    bare = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if not bare:
        raise FileProblem("file.empty")
    if not bare.startswith(b"<"):
        raise FileProblem("notice.not_xml")
    if bare.lower().startswith((b"<!doctype html", b"<html")):
        raise FileProblem("notice.html")


class _Builder:
    """What the parser tells, as nodes; comments and processing instructions are not kept."""

    def __init__(self, judge: Callable[[str], None]) -> None:
        self._judge = judge
        self._open: list[Node] = []
        self._texts: list[list[str]] = []
        self._root: Node | None = None
        self._names: dict[str, str] = {}
        self._count = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._count += 1
        if self._root is None:
            self._judge(tag)
        if len(self._open) >= MAX_DEPTH:
            raise FileProblem("notice.hostile")
        if self._count > MAX_ELEMENTS:
            raise FileProblem("notice.too_much", {"limit": MAX_ELEMENTS})
        name = self._names.get(tag)
        if name is None:
            name = self._names[tag] = _name(tag)
        node = Node(name, attributes)
        if self._open:
            self._open[-1].children.append(node)
        else:
            self._root = node
        self._open.append(node)
        self._texts.append([])

    def data(self, text: str) -> None:
        """A piece of text."""
        if self._texts:
            self._texts[-1].append(text)

    def end(self, tag: str) -> None:
        """The element ends."""
        del tag
        node, texts = self._open.pop(), self._texts.pop()
        if not node.children:
            node.text = "".join(texts).strip()

    def close(self) -> Node:
        """The root, when everything has been told."""
        if self._root is None:
            raise FileProblem("notice.broken")
        return self._root


def split_tag(tag: str) -> tuple[str, str]:
    """Namespace and name of an element as the parser tells it, *{urn:…}Name*."""
    namespace, closed, name = tag[1:].partition("}") if tag.startswith("{") else ("", "", tag)
    return (namespace, name) if closed else ("", tag)


def _name(tag: str) -> str:
    namespace, name = split_tag(tag)
    prefix = PREFIXES.get(namespace)
    return f"{prefix}:{name}" if prefix else tag
