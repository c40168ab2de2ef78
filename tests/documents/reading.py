"""What is read back out of a finished paper, by two programs that did not make it."""

import re
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from socialupph.documents.paper import Paper
from socialupph.documents.tagged import Drawn
from socialupph.documents.theme import LEFT, RIGHT


def poppler(paper: Paper, *command: str) -> str:
    """What a program of poppler says of the paper."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(paper.bytes)
        arguments = [str(path) if part == "FILE" else part for part in command]
        done = subprocess.run(arguments, capture_output=True, check=True)
    assert done.stderr == b""
    return done.stdout.decode("utf-8")


def text(paper: Paper) -> str:
    """All text in the order it is written, which is the order it is read; blanks made one."""
    return " ".join(poppler(paper, "pdftotext", "-raw", "-enc", "UTF-8", "FILE", "-").split())


def structure(paper: Paper) -> str:
    """The tree of the paper with its texts."""
    return poppler(paper, "pdfinfo", "-struct-text", "FILE")


def tags(paper: Paper) -> list[str]:
    """The tags of the paper in order."""
    return re.findall(r"^\s*([A-Z][A-Za-z0-9]*)(?: \(\w+\))?:?$", structure(paper), flags=re.MULTILINE)


def page_texts(paper: Paper) -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(paper.bytes)
    pages = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return pages


@dataclass
class Watcher:
    """Keeps every mark a paper makes."""

    marks: list[Drawn]

    @classmethod
    def new(cls) -> "Watcher":
        """One that has seen nothing."""
        return cls([])

    def __call__(self, mark: Drawn) -> None:
        self.marks.append(mark)


def outside(marks: Sequence[Drawn], width: float = 210, height: float = 297) -> list[Drawn]:
    """Marks that leave their column, the margins or the height of the page."""
    slack = 0.05
    wrong: list[Drawn] = []
    for mark in marks:
        left, right = (LEFT, width - RIGHT)
        if mark.room:
            left, right = max(left, mark.room[0]), min(right, mark.room[1])
        inside = left - slack <= mark.left and mark.right <= right + slack
        if not inside or mark.top < 11 or mark.bottom > height - 10:
            wrong.append(mark)
    return wrong


def overlapping(marks: Sequence[Drawn]) -> list[tuple[str, str]]:
    """Texts of one page that stand on one another."""
    pairs: list[tuple[str, str]] = []
    texts = sorted(
        (mark for mark in marks if mark.kind == "text" and mark.text.strip()), key=lambda mark: (mark.page, mark.top)
    )
    for index, one in enumerate(texts):
        for other in texts[index + 1 :]:
            if other.page != one.page or other.top >= one.bottom:
                break
            across = min(one.right, other.right) - max(one.left, other.left)
            down = min(one.bottom, other.bottom) - max(one.top, other.top)
            if across > 0.1 and down > 0.9:
                pairs.append((one.text, other.text))
    return pairs
