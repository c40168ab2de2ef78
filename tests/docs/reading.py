"""The documents as tests read them: links, pictures, tables and headings; and what the program says and binds."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from PySide6.QtGui import QKeySequence

from tests.house.texts import MARKERS
from tests.house.tree import ROOT, called, sources

HANDBOOK = ROOT / "docs" / "handbok"
PICTURES = ROOT / "docs" / "bilder"
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
FENCE = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)
KEYS = {"Skift": "Shift", "vänsterpil": "Left", "högerpil": "Right", "Mellanslag": "Space", "Enter": "Return"}


def documents() -> list[Path]:
    """Every document of the project, with the English ones."""
    return [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def anchors(path: Path) -> set[str]:
    """The anchors of a document's headings, as the usual viewers make them."""
    titles = HEADING.findall(path.read_text("utf-8"))
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}


def rows(text: str) -> Iterator[list[str]]:
    """The cells of every row of every table, without heads."""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        head = number + 1 < len(lines) and lines[number + 1].startswith("| ---")
        if line.startswith("| ") and not line.startswith("| ---") and not head:
            yield [cell.strip() for cell in line.strip("|").split("|")]


def key(text: str) -> str:
    """A key as Qt names it: *Ctrl+Skift+N* is *Ctrl+Shift+N*."""
    parts = re.split(r"(?<=.)\+(?=.)", text)
    return QKeySequence("+".join(KEYS.get(part, part) for part in parts)).toString()


@cache
def bound() -> frozenset[str]:
    """Every key that an action or an area of the window is on."""
    found: set[str] = set()
    for source in sources():
        if not source.inside("ui", "app"):
            continue
        for call in source.calls():
            if called(call) not in {"Action", "Area"}:
                continue
            given = [word.value for word in call.keywords if word.arg == "shortcut"]
            given += call.args[4:5] if called(call) == "Action" else []
            found.update(node.value for node in given if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return frozenset(QKeySequence(text).toString() for text in found if text)


@cache
def handled() -> frozenset[str]:
    """Keys that a widget takes by itself."""
    text = "\n".join(source.text for source in sources() if source.inside("ui"))
    names = {QKeySequence(name).toString() for name in re.findall(r"\bKey\.Key_(\w+)", text)}
    return frozenset(names | {"Tab"} | ({"Ctrl+C"} if "StandardKey.Copy" in text else set()))


@cache
def said() -> frozenset[str]:
    """Every marked text of the program, as it stands on screen before facts are filled in."""
    return frozenset(
        text.value.replace("&&", "&")
        for source in sources()
        for call in source.calls()
        for text in call.args[: MARKERS.get(called(call), 0)]
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
    )
