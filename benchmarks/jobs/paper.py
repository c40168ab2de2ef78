"""A register list as paper: tagged and wrapped by the program, or drawn bare on reportlab's canvas."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfgen import canvas as reportlab_canvas

from benchmarks.jobs.rows import kept_rows, titles
from benchmarks.jobs.untyped import page_texts
from benchmarks.memory import used
from benchmarks.outcome import Job, Options, Outcome, expect, timed
from socialupph.app import paths
from socialupph.documents.fonts import load_fonts
from socialupph.documents.register_list import RegisterListPaper, cell_text, register_list
from socialupph.domain.views.follow_ups import FollowUpRow
from socialupph.domain.views.papers import PaperMarker, PaperSetting
from socialupph.specs.follow_ups import TABLE

_PAGE = (841.89, 595.28)
_MARGIN, _STEP, _PER_PAGE = 40.0, 15.0, 33
_FONT = "bare"
_canvas: Any = reportlab_canvas
_metrics: Any = pdfmetrics
_fonts: Any = ttfonts


def ours(options: Options) -> Outcome:
    """``documents.register_list`` from rows in memory to a file on disk."""
    rows = kept_rows(options)
    setting = PaperSetting("Exempelby kommun", "Arbetsmarknadsenheten", dt.date(2026, 11, 2), marker=PaperMarker.SAMPLE)
    fonts = load_fonts(paths.resource("fonts"))
    columns = tuple(column for column in TABLE.columns if column.shown)
    path = Path(options["out"])

    def print_list() -> None:
        path.write_bytes(register_list(RegisterListPaper(TABLE, columns, rows), setting, fonts).bytes)

    _nothing, seconds = timed(print_list)
    return Outcome({"seconds": seconds, **used()}, _untagged(path) or _missing(path, rows))


def floor(options: Options) -> Outcome:
    """The same cells drawn on a bare canvas: no wrapping, no tags, a head and a number on every page."""
    rows = kept_rows(options)
    _metrics.registerFont(_fonts.TTFont(_FONT, str(paths.resource("fonts") / "SourceSans3-Regular.ttf")))
    path = Path(options["out"])
    _nothing, seconds = timed(lambda: _draw_bare(path, rows))
    return Outcome({"seconds": seconds, **used()}, _missing(path, rows))


def _draw_bare(path: Path, rows: Sequence[FollowUpRow]) -> None:
    columns = [column for column in TABLE.columns if column.shown]
    total = sum(column.width for column in columns)
    room = _PAGE[0] - 2 * _MARGIN
    lefts = [_MARGIN]
    for column in columns:
        lefts.append(lefts[-1] + room * column.width / total)
    paper = _canvas.Canvas(str(path), pagesize=_PAGE, pageCompression=1, initialFontName=_FONT)
    heads = titles(TABLE)
    for start in range(0, len(rows), _PER_PAGE):
        paper.setFont(_FONT, 8)
        _line(paper, lefts, heads, _PAGE[1] - _MARGIN)
        y = _PAGE[1] - _MARGIN
        for row in rows[start : start + _PER_PAGE]:
            y -= _STEP
            _line(paper, lefts, [cell_text(column, row) for column in columns], y)
        paper.drawRightString(_PAGE[0] - _MARGIN, 20, f"Sida {start // _PER_PAGE + 1}")
        paper.showPage()
    paper.save()


def _line(paper: Any, lefts: Sequence[float], texts: Iterable[str], y: float) -> None:
    for left, text in zip(lefts, texts, strict=False):
        if text:
            paper.drawString(left, y, text)
    paper.line(_MARGIN, y - 4, _PAGE[0] - _MARGIN, y - 4)


def check(options: Options) -> Outcome:
    """Whether the paper that another program made of the list has all its rows."""
    rows = kept_rows(options)
    return Outcome({}, _missing(Path(options["out"]), rows))


def _untagged(path: Path) -> str:
    content = path.read_bytes()
    marks = (b"/StructTreeRoot", b"/MarkInfo<</Marked true>>", b"/Lang")
    return "" if all(mark in content for mark in marks) else "the paper is not tagged"


def _missing(path: Path, rows: Sequence[FollowUpRow]) -> str:
    found: set[str] = set()
    for text in page_texts(path):
        found.update(re.findall(r"U-\d+", text))
    return expect(len({row.code for row in rows} - found), 0, "rows that are not on paper")


JOBS: dict[str, Job] = {"ours": ours, "floor": floor, "check": check}
