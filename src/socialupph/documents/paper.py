"""A finished paper and the frame of its pages: header, footer, numbers, and the code that tells two prints apart."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import cast

from socialupph.documents.engine import Picture, read_picture
from socialupph.documents.tagged import TaggedCanvas
from socialupph.documents.text import Typesetter
from socialupph.documents.theme import (
    BOX,
    CONTINUED,
    FOOT,
    FOOTER_RULE,
    FOOTER_TEXT_WIDTH,
    HEADER,
    HEADER_RULE,
    LABEL,
    LEFT,
    MARKER,
    MUNICIPALITY,
    MUNICIPALITY_LONG,
    PAGE_NUMBER,
    PORTRAIT,
    UNIT,
    Ink,
    Sheet,
)
from socialupph.domain.errors import FileProblem
from socialupph.domain.views.papers import PaperMarker, PaperSetting
from socialupph.i18n import _
from socialupph.i18n.formats import iso_date

_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_LOGO_HEIGHT, _LOGO_WIDEST = 12.0, 45.0
_PAGE_NUMBER_WIDTH = 42.0
_MARKER_END = 57.0
"""From the right edge of the sheet to the end of the marker's box."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF. ``missing`` are the texts in which a character had to be replaced, as they were drawn."""

    bytes: bytes
    title: str
    pages: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PaperJob:
    """What a paper is called and marked with. ``continued`` stands on page 2 and on, before *(fortsättning)*."""

    title: str
    continued: str
    code: str
    record: str
    information: str
    check: str = ""
    sheet: Sheet = PORTRAIT


def content_check(content: object) -> str:
    """Six letters and digits that differ when what is printed differs: *4K7D-92*."""
    digest = sha256("\x1f".join(_values(content)).encode("utf-8", "surrogatepass"))
    number = int.from_bytes(digest.digest()[:8], "big")
    letters = ""
    for _place in range(6):
        number, rest = divmod(number, len(_LETTERS))
        letters += _LETTERS[rest]
    return f"{letters[:4]}-{letters[4:]}"


def _values(content: object) -> Iterator[str]:
    """Every value in order. The names of fields are left out, so the code outlives a change of them."""
    if dataclasses.is_dataclass(content):
        for field in dataclasses.fields(content):
            yield from _values(getattr(content, field.name))
    elif isinstance(content, tuple):
        yield "("
        for item in cast(tuple[object, ...], content):
            yield from _values(item)
        yield ")"
    else:
        yield str(content)


def read_logo(data: bytes) -> Picture:
    """The municipality's mark; a ``FileProblem`` when it is not a picture. Settings ask before they keep one."""
    try:
        return _picture(data)
    except ValueError as problem:
        raise FileProblem("paper.logo_unreadable") from problem


@lru_cache(maxsize=4)
def _picture(data: bytes) -> Picture:
    return read_picture(data)


class Frame:
    """Draws what stands on every page around the body. All of it is artifact."""

    def __init__(self, job: PaperJob, setting: PaperSetting, setter: Typesetter) -> None:
        self._job = job
        self._setting = setting
        self._setter = setter
        self._right = job.sheet.right
        self._logo = read_logo(setting.logo) if setting.logo else None
        self._information = self._footer_lines()

    def head(self, canvas: TaggedCanvas, page: int, pages: int, *, continued: bool) -> None:
        """The header of a page, counted from 1."""
        canvas.artifact("Header")
        self._name(canvas, self._draw_logo(canvas))
        self._marker(canvas)
        number = self._setter.clean(_("Sida {page} av {pages}").format(page=page, pages=pages))
        printed = self._setter.clean(_("Utskriven {day}").format(day=iso_date(self._setting.printed_on)))
        canvas.text_right(self._right, 17.2, number, PAGE_NUMBER, room=_PAGE_NUMBER_WIDTH)
        canvas.text_right(self._right, 22.4, printed, UNIT, room=_PAGE_NUMBER_WIDTH)
        canvas.rule(LEFT, self._right, HEADER_RULE, HEADER, Ink.ACCENT)
        if continued:
            self._continued(canvas)

    def _draw_logo(self, canvas: TaggedCanvas) -> float:
        """Where the name starts."""
        if self._logo is None:
            return LEFT
        scale = min(_LOGO_HEIGHT / self._logo.height, _LOGO_WIDEST / self._logo.width)
        width, height = self._logo.width * scale, self._logo.height * scale
        canvas.picture(self._logo, (LEFT, 12 + (_LOGO_HEIGHT - height) / 2), (width, height))
        return LEFT + max(width, _LOGO_HEIGHT) + 3

    def _name(self, canvas: TaggedCanvas, left: float) -> None:
        setter, setting = self._setter, self._setting
        end = self._right - _PAGE_NUMBER_WIDTH
        if setting.marker:
            end = min(end, canvas.sheet.width - _MARKER_END - self._marker_width() - 4)
        room = end - left
        style, lines = MUNICIPALITY, setter.wrap(setting.municipality, MUNICIPALITY, room)
        if len(lines) > 1:
            style = MUNICIPALITY_LONG
            lines = setter.cut(setting.municipality, style, room, 2)
        baseline = 17.2 if len(lines) < 2 else 15.6
        for line in lines:
            canvas.text(left, baseline, line, style, room=room)
            baseline += style.line
        for line in setter.cut(setting.unit, UNIT, room):
            canvas.text(left, 22.4 if len(lines) < 2 else 24.0, line, UNIT, room=room)

    def _marker_words(self) -> tuple[str, str]:
        """What stands in the box, and what under it."""
        match self._setting.marker:
            case PaperMarker.SAMPLE:
                return _("Exempeldata"), ""
            case PaperMarker.PRACTICE:
                return _("Övningsregister"), _("Fyll inte i riktiga personer")
            case PaperMarker.MASKED:
                return _("Maskad kopia"), ""
            case PaperMarker.NONE:
                return "", ""

    def _marker_width(self) -> float:
        words, under = self._marker_words()
        return max(self._setter.width(words, MARKER) + 4, self._setter.width(under, LABEL))

    def _marker(self, canvas: TaggedCanvas) -> None:
        words, under = self._marker_words()
        if not words:
            return
        right = canvas.sheet.width - _MARKER_END
        width = self._setter.width(words, MARKER) + 4
        canvas.box((right - width, 13.1), (width, 5.5), outline=(BOX, Ink.BLACK), rounded=1)
        canvas.text(right - width + 2, 16.9, words, MARKER, room=width - 4)
        if under:
            canvas.text_right(right, 22.4, under, LABEL, room=self._marker_width())

    def _continued(self, canvas: TaggedCanvas) -> None:
        ending = _("(fortsättning)")
        room = canvas.sheet.text_width - self._setter.width(" " + ending, CONTINUED)
        title = self._setter.cut(self._job.continued, CONTINUED, room)
        text = " ".join((*title, ending))
        canvas.text(LEFT, 33.2, text, CONTINUED, room=canvas.sheet.text_width)

    def _code(self) -> str:
        parts = (self._job.code, self._job.record, self._job.check)
        return self._setter.clean(" · ".join(part for part in parts if part))

    def _footer_lines(self) -> tuple[str, ...]:
        """Two lines, three for a long name, with what the municipality says of its own registers put in."""
        setting = self._setting
        text = setting.information or self._job.information.format(municipality=setting.municipality, unit=setting.unit)
        room = min(FOOTER_TEXT_WIDTH, self._job.sheet.text_width - self._setter.width(self._code(), FOOT) - 6)
        return self._setter.cut(text, FOOT, room, 3)

    def foot(self, canvas: TaggedCanvas) -> None:
        """The footer of a page."""
        canvas.artifact("Footer")
        top = canvas.sheet.height - FOOTER_RULE
        canvas.rule(LEFT, self._right, top)
        first, step = (3.7, FOOT.line) if len(self._information) < 3 else (2.9, 3.2)
        for index, line in enumerate(self._information):
            canvas.text(LEFT, top + first + index * step, line, FOOT, room=FOOTER_TEXT_WIDTH)
        canvas.text_right(self._right, top + 4.1, self._code(), FOOT)
