"""A PDF file put together from finished objects. Small objects are packed, so a long tagged list stays a small file."""

import zlib
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import islice

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PACKED = 200
"""Objects in a pack."""


def text_string(text: str) -> bytes:
    """Text for a title, an alternative text or the like."""
    try:
        raw = text.encode("ascii")
    except UnicodeEncodeError:
        return b"<%s>" % ("\ufeff" + text).encode("utf-16-be", "replace").hex().encode("ascii")
    return b"(%s)" % raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


class PdfFile:
    """Takes objects in the order of their numbers, first whole ones, then packed ones, and gives the bytes."""

    def __init__(self) -> None:
        self._parts: list[bytes] = [_HEADER]
        self._size = len(_HEADER)
        self._entries: list[tuple[int, int, int]] = [(0, 0, 65535)]
        self._digest = sha256()

    @property
    def next_number(self) -> int:
        """The number the next object gets."""
        return len(self._entries)

    def add(self, content: bytes) -> int:
        """A whole object; its number."""
        number = self.next_number
        self._entries.append((1, self._size, 0))
        self._write(b"%d 0 obj\n%s%sendobj\n" % (number, content, b"" if content.endswith(b"\n") else b"\n"))
        return number

    def add_stream(self, facts: bytes, content: bytes, *, packed: bool = True) -> int:
        """A stream with the further entries ``facts``; its number."""
        return self.add(_stream(facts, content, packed=packed))

    def add_packed(self, contents: Iterable[bytes]) -> None:
        """Objects without streams, numbered in order. Their packs are numbered after them all."""
        packs: list[bytes] = []
        places: list[tuple[int, int]] = []
        number = self.next_number
        rest: Iterator[bytes] = iter(contents)
        while pack := list(islice(rest, _PACKED)):
            table: list[bytes] = []
            position = 0
            for index, content in enumerate(pack):
                table.append(b"%d %d" % (number + len(places), position))
                places.append((len(packs), index))
                position += len(content) + 1
            head = b" ".join(table) + b" "
            facts = b"/Type/ObjStm/N %d/First %d" % (len(pack), len(head))
            packs.append(_stream(facts, head + b"\n".join(pack), packed=True))
        first_pack = number + len(places)
        self._entries.extend((2, first_pack + pack, index) for pack, index in places)
        for stream in packs:
            self.add(stream)

    def finish(self, catalogue: int, information: int) -> bytes:
        """The whole file. Its identity follows from what it holds."""
        start = self._size
        self._entries.append((1, start, 0))
        table = b"".join(
            kind.to_bytes(1, "big") + place.to_bytes(4, "big") + rest.to_bytes(2, "big")
            for kind, place, rest in self._entries
        )
        identity = self._digest.hexdigest()[:32].encode("ascii")
        facts = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]" % (
            len(self._entries),
            catalogue,
            information,
            identity,
            identity,
        )
        number = len(self._entries) - 1
        self._write(b"%d 0 obj\n%sendobj\n" % (number, _stream(facts, table, packed=True)))
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(self._parts)

    def _write(self, part: bytes) -> None:
        self._parts.append(part)
        self._digest.update(part)
        self._size += len(part)


def _stream(facts: bytes, content: bytes, *, packed: bool) -> bytes:
    if packed:
        content = zlib.compress(content)
        facts += b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>\nstream\n%s\nendstream\n" % (facts, len(content), content)
