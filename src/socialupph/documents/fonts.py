"""The typeface of the papers: four files, what they can show, and how wide it is."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from socialupph.documents.engine import Face, load_face
from socialupph.documents.theme import Cut

MISSING = "\u25a1"
"""Drawn for a character the typeface lacks."""

_FAMILY = "SourceSans3"
_SOFT_HYPHEN = "\u00ad"
_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Fonts:
    """The four cuts, read once and shared by all papers."""

    faces: Mapping[Cut, Face]
    known: frozenset[str]
    _widths: dict[tuple[Cut, str], float] = field(default_factory=dict[tuple[Cut, str], float])

    def clean(self, text: str) -> tuple[str, bool]:
        """The text as it can be drawn, on one line, and whether a character had to be replaced."""
        text = _spaces(unicodedata.normalize("NFC", text).replace(_SOFT_HYPHEN, ""))
        text = " ".join(part for part in text.split(" ") if part)
        if self.known.issuperset(text):
            return text, False
        return "".join(character if character in self.known else MISSING for character in text), True

    def units(self, text: str, cut: Cut) -> float:
        """The width of a clean text in thousandths of its size."""
        key = (cut, text)
        width = self._widths.get(key)
        if width is None:
            widths = self.faces[cut].widths
            width = sum(widths[character] for character in text)
            if len(self._widths) >= _REMEMBERED:
                self._widths.clear()
            self._widths[key] = width
        return width


def _spaces(text: str) -> str:
    """Tabs and line breaks as spaces; a no-break space stays what it is."""
    for space in "\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029":
        if space in text:
            text = text.replace(space, " ")
    return text


@cache
def load_fonts(folder: Path) -> Fonts:
    """The typeface from the folder that holds its four files; OSError when one is not there."""
    paths = {cut: folder / f"{_FAMILY}-{cut.value}.ttf" for cut in Cut}
    for path in paths.values():
        path.stat()
    faces = {cut: load_face(f"{_FAMILY}-{cut.value}", path) for cut, path in paths.items()}
    known = set(faces[Cut.REGULAR].widths)
    for face in faces.values():
        known.intersection_update(face.widths)
    return Fonts(faces, frozenset(known))
