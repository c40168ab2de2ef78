"""The tree of meaning behind a paper, in reading order. Compact, since a long list has tens of thousands of cells."""

from array import array
from collections.abc import Iterator

NONE = -1
_CONTENT = 0
"""In place of a tag: a piece of content on a page, not an element."""


class Structure:
    """Elements are numbered from 0, the document itself, in the order they are added."""

    def __init__(self) -> None:
        self._tags: list[bytes] = [b""]
        self._tag_numbers: dict[str, int] = {}
        self._tag = array("h")
        self._parent, self._first, self._last, self._next = array("i"), array("i"), array("i"), array("i")
        self._page, self._mark = array("i"), array("i")
        self._facts: dict[int, bytes] = {}
        self._owners: list[array[int]] = []
        self.add("Document", NONE)

    def __len__(self) -> int:
        return len(self._tag)

    def add(self, tag: str, parent: int, facts: bytes = b"") -> int:
        """A new last child of ``parent``. ``facts`` are further entries of its dictionary, ready for the file."""
        number = self._tag_numbers.get(tag)
        if number is None:
            number = self._tag_numbers[tag] = len(self._tags)
            self._tags.append(tag.encode("ascii"))
        node = self._node(number, parent, NONE, NONE)
        if facts:
            self._facts[node] = facts
        return node

    def begin_page(self) -> None:
        """What is marked from now on stands on the next page."""
        self._owners.append(array("i"))

    def mark(self, element: int) -> int:
        """Content on the current page belongs to ``element``: the number to mark it with."""
        owners = self._owners[-1]
        self._node(_CONTENT, element, len(self._owners) - 1, len(owners))
        owners.append(element)
        return len(owners) - 1

    def tag(self, element: int) -> bytes:
        """The tag of an element."""
        return self._tags[self._tag[element]]

    def _node(self, tag: int, parent: int, page: int, mark: int) -> int:
        node = len(self._tag)
        self._tag.append(tag)
        self._parent.append(parent)
        self._page.append(page)
        self._mark.append(mark)
        for column in (self._first, self._last, self._next):
            column.append(NONE)
        if parent != NONE:
            if self._first[parent] == NONE:
                self._first[parent] = node
            else:
                self._next[self._last[parent]] = node
            self._last[parent] = node
        return node

    def objects(self, first: int, pages: list[int]) -> Iterator[bytes]:
        """The tree as objects numbered from ``first``: its root, one list of owners for each page, then its elements.

        ``pages`` are the object numbers of the pages.
        """
        base = first + 1 + len(self._owners)
        numbers = self._element_numbers(base)
        owners = b" ".join(b"%d %d 0 R" % (page, first + 1 + page) for page in range(len(self._owners)))
        yield (
            b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d>>"
            % (base, owners, len(self._owners))
        )
        for page in self._owners:
            yield b"[%s]" % b" ".join(b"%d 0 R" % numbers[owner] for owner in page)
        for element in range(len(self._tag)):
            if self._tag[element] != _CONTENT:
                yield self._element(element, numbers, first, pages)

    def count(self) -> int:
        """How many objects ``objects`` gives."""
        return 1 + len(self._owners) + sum(1 for tag in self._tag if tag != _CONTENT)

    def _element_numbers(self, base: int) -> "array[int]":
        numbers = array("i")
        number = base
        for tag in self._tag:
            numbers.append(number)
            number += tag != _CONTENT
        return numbers

    def _element(self, element: int, numbers: "array[int]", root: int, pages: list[int]) -> bytes:
        parent = self._parent[element]
        above = root if parent == NONE else numbers[parent]
        start = b"<</Type/StructElem/S/%s/P %d 0 R%s" % (self.tag(element), above, self._facts.get(element, b""))
        child = self._first[element]
        if child == NONE:
            return start + b">>"
        if self._next[child] == NONE and self._tag[child] == _CONTENT:
            return b"%s/Pg %d 0 R/K %d>>" % (start, pages[self._page[child]], self._mark[child])
        kids: list[bytes] = []
        while child != NONE:
            if self._tag[child] == _CONTENT:
                kids.append(b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (pages[self._page[child]], self._mark[child]))
            else:
                kids.append(b"%d 0 R" % numbers[child])
            child = self._next[child]
        return b"%s/K[%s]>>" % (start, b" ".join(kids))
