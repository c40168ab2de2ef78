"""The parts most papers are made of: titles, headings, paragraphs, facts, quotes, lists of dates."""

from collections.abc import Sequence
from dataclasses import dataclass

from socialupph.documents.flow import Element, Strip
from socialupph.documents.tagged import TaggedCanvas
from socialupph.documents.text import Line, Phrase, Typesetter
from socialupph.documents.theme import (
    BODY,
    FACT,
    FACTS,
    H1,
    H2,
    LABEL,
    LEFT,
    MEDIUM,
    NOTE,
    SMALL,
    SUBTITLE,
    Cut,
    Ink,
    Style,
)

UNNUMBERED = b"/A<</O/List/ListNumbering/None>>"
_BELOW_HEADING = 2.4
_LONGEST_LINE = 170.0
_BETWEEN_FACTS = 5.0
_ABOVE_FACT, _BELOW_FACT = 1.7, 2.5
_MOST_LINES_OF_A_FACT = 3
_QUOTE_INDENT, _QUOTE_BAR = 6.0, 1.1


def lines_strips(
    lines: Sequence[Line], style: Style, element: Element, *, left: float = LEFT, gap: float = 0.0
) -> list[Strip]:
    """Lines of one paragraph. At least two of them stay together at either end."""
    strips: list[Strip] = []
    last = len(lines) - 1
    for index, line in enumerate(lines):

        def draw(canvas: TaggedCanvas, top: float, line: Line = line) -> None:
            canvas.within(element.on(canvas))
            for piece in line:
                canvas.text(left + piece.offset, top + style.drop, piece.text, piece.style)

        keep = last > 0 and index in {0, last - 1}
        strips.append(Strip(style.line, draw, gap if index == 0 else 0.0, keep))
    return strips


def paragraph(
    setter: Typesetter, phrases: Sequence[Phrase], style: Style, room: float, *, gap: float = 0.0
) -> list[Strip]:
    """Running text; nothing when there is none."""
    return lines_strips(setter.wrap_phrases(phrases, style, min(room, _LONGEST_LINE)), style, Element("P"), gap=gap)


def plain(setter: Typesetter, text: str, room: float, *, style: Style = BODY, gap: float = 0.0) -> list[Strip]:
    """A paragraph without strong parts."""
    return paragraph(setter, (Phrase(text),), style, room, gap=gap)


def title(setter: Typesetter, text: str, subtitle: str, room: float) -> list[Strip]:
    """The paper's name and, in grey, what it is about."""
    head = lines_strips(setter.wrap_phrases((Phrase(text),), H1, room), H1, Element("H1"))
    below = plain(setter, subtitle, room, style=SUBTITLE, gap=0.9)
    for strip in (*head, *below):
        strip.keep = True
    return [*head, *below]


def heading(setter: Typesetter, text: str, room: float, *, hint: str = "", gap: float = MEDIUM) -> list[Strip]:
    """A heading with a grey hint at the right margin, or under it for want of room. Kept with what follows."""
    head = setter.cut(text, H2, room)
    width = setter.width(head[0], H2) if head else 0.0
    hint = setter.clean(hint)
    beside = bool(hint) and width + 6 + setter.width(hint, NOTE) <= room
    element = Element("H2")

    def draw(canvas: TaggedCanvas, top: float) -> None:
        canvas.within(element.on(canvas))
        for line in head:
            canvas.text(LEFT, top + H2.drop, line, H2, room=room)
        if beside:
            canvas.within(canvas.element("P"))
            canvas.text_right(LEFT + room, top + H2.drop, hint, NOTE, room=room)

    strips = [Strip(H2.drop + _BELOW_HEADING, draw, gap, keep=True)]
    if hint and not beside:
        strips[0].height -= 0.8
        below = plain(setter, hint, room, style=NOTE)
        below[-1].height += 1.2
        strips.extend(below)
        for strip in below:
            strip.keep = True
    return strips


def quote(
    setter: Typesetter, phrases: Sequence[Phrase], room: float, *, most: int = 0, style: Style = BODY
) -> list[Strip]:
    """Someone else's words, with a bar beside them; at most so many lines when ``most`` is given."""
    block = Element("BlockQuote")
    width = room - _QUOTE_INDENT
    lines = setter.cut_phrases(phrases, style, width, most) if most else setter.wrap_phrases(phrases, style, width)
    strips = lines_strips(lines, style, Element("P", block), left=LEFT + _QUOTE_INDENT)
    for strip in strips:
        _with_bar(strip)
    return strips


def _with_bar(strip: Strip) -> None:
    draw_text, height = strip.draw, strip.height

    def draw(canvas: TaggedCanvas, top: float) -> None:
        canvas.artifact()
        canvas.box((LEFT + 0.4, top + 0.2), (_QUOTE_BAR * 0.6, height), fill=Ink.ACCENT)
        draw_text(canvas, top)

    strip.draw = draw


@dataclass(frozen=True, slots=True)
class Fact:
    """A label over its value. Each part of ``value`` starts a line. ``weight`` shares out the width."""

    label: str
    value: tuple[str, ...]
    weight: float = 1.0


def facts(setter: Typesetter, given: Sequence[Fact], room: float) -> list[Strip]:
    """Facts side by side between two rules; on more rows when a value would need more than three lines."""
    strips: list[Strip] = []
    part = Element("L", facts=UNNUMBERED)
    shown = [fact for fact in given if any(fact.value)]
    rows = _fact_rows(setter, shown, room)
    for index, row in enumerate(rows):
        strips.append(_fact_strip(setter, row, room, part, last=index == len(rows) - 1))
    if strips:
        strips[0].gap = SMALL
    return strips


def _fact_rows(setter: Typesetter, given: Sequence[Fact], room: float) -> list[list[Fact]]:
    for side_by_side in range(max(len(given), 1), 0, -1):
        rows = [list(given[start : start + side_by_side]) for start in range(0, len(given), side_by_side)]
        if all(_longest(setter, row, room) <= _MOST_LINES_OF_A_FACT for row in rows):
            return rows
    return [[fact] for fact in given]


def _longest(setter: Typesetter, row: Sequence[Fact], room: float) -> int:
    widths = _fact_widths(row, room)
    return max(len(_fact_lines(setter, fact, width)) for fact, width in zip(row, widths, strict=True))


def _fact_widths(row: Sequence[Fact], room: float) -> list[float]:
    share = (room - _BETWEEN_FACTS * (len(row) - 1)) / sum(fact.weight for fact in row)
    return [fact.weight * share for fact in row]


def _fact_lines(setter: Typesetter, fact: Fact, width: float) -> list[str]:
    lines = [line for part in fact.value for line in setter.wrap(part, FACT, width)]
    return [*(line.rstrip(" ") + " " for line in lines[:-1]), *lines[-1:]]


def _fact_strip(setter: Typesetter, row: Sequence[Fact], room: float, part: Element, *, last: bool) -> Strip:
    widths = _fact_widths(row, room)
    labels = [setter.cut(fact.label, LABEL, width) for fact, width in zip(row, widths, strict=True)]
    values = [_fact_lines(setter, fact, width) for fact, width in zip(row, widths, strict=True)]
    height = _ABOVE_FACT + LABEL.line + max(map(len, values)) * FACT.line + _BELOW_FACT

    def draw(canvas: TaggedCanvas, top: float) -> None:
        canvas.artifact()
        canvas.rule(LEFT, LEFT + room, top, FACTS)
        if last:
            canvas.rule(LEFT, LEFT + room, top + height, FACTS)
        left = LEFT
        for label, value, width in zip(labels, values, widths, strict=True):
            item = canvas.element("LI", part.on(canvas))
            canvas.within(canvas.element("Lbl", item))
            for line in label:
                canvas.text(left, top + _ABOVE_FACT + LABEL.drop, line, LABEL, room=width)
            canvas.within(canvas.element("LBody", item))
            baseline = top + _ABOVE_FACT + LABEL.line + FACT.drop
            for line in value:
                canvas.text(left, baseline, line, FACT, room=width)
                baseline += FACT.line
            left += width + _BETWEEN_FACTS

    return Strip(height, draw, keep=not last)


def dated_list(
    setter: Typesetter, items: Sequence[tuple[str, str]], room: float, *, most: int = 0, style: Style = BODY
) -> list[Strip]:
    """Matters by date: the date in its column, beside it the matter, in ``most`` lines when that is given."""
    part = Element("L", facts=UNNUMBERED)
    bold = style.with_cut(Cut.SEMIBOLD)
    indent = max((setter.width(setter.clean(label), bold) for label, _text in items), default=0.0) + 5
    indent = max(indent, 17.0)
    strips: list[Strip] = []
    for label, text in items:
        lines = setter.wrap_phrases((Phrase(text),), style, room - indent)
        if most:
            lines = setter.cut_phrases((Phrase(text),), style, room - indent, most)
        strips.append(_dated_strip(setter.clean(label), lines, (style, bold), indent, part))
    return strips


def _dated_strip(label: str, lines: Sequence[Line], styles: tuple[Style, Style], indent: float, part: Element) -> Strip:
    style, bold = styles
    height = max(len(lines), 1) * style.line

    def draw(canvas: TaggedCanvas, top: float) -> None:
        item = canvas.element("LI", part.on(canvas))
        canvas.within(canvas.element("Lbl", item))
        canvas.text(LEFT, top + style.drop, label, bold, room=indent)
        canvas.within(canvas.element("LBody", item))
        for index, line in enumerate(lines):
            for piece in line:
                canvas.text(
                    LEFT + indent + piece.offset, top + style.drop + index * style.line, piece.text, piece.style
                )

    return Strip(height, draw)
