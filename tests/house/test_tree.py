"""The files beside the sources: nothing of one machine, every licence at hand, every text findable."""

import ast
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

from tests.house.texts import MARKERS
from tests.house.tree import ROOT, SRC, called, sources

FOLDERS = ("work", "farm", "root", "opt", "home", "tmp")  # of one machine
REGISTRIES = ("pythonhosted", "pypi", "npmjs", "debian", "ubuntu")  # whose hosts are never named
PLACES = re.compile(
    rf"(?<![\w.])/(?:{'|'.join(FOLDERS)})/\w"
    rf"|(?<!@)\b(?:[a-z0-9-]+\.)*(?:{'|'.join(REGISTRIES)})\.(?:org|com|net|python\.org)\b"
    r"|--(?:extra-)?index-url\b(?! )|--find-links\b(?! )",
)
READABLE = {".py", ".md", ".toml", ".txt", ".in", ".cfg", ".sh", ".yml", ".yaml", ".json", ".svg", ".po", ".pot", ""}
SKIPPED = {".git", ".venv", "build", "dist", "__pycache__", ".ruff_cache", ".pytest_cache", ".hypothesis"}


def project_files() -> list[Path]:
    """What git keeps or would keep; all files where there is no git, as in an unpacked archive."""
    if shutil.which("git") and (ROOT / ".git").exists():
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
        return [ROOT / name for name in names if name and (ROOT / name).is_file()]
    return [path for path in ROOT.rglob("*") if path.is_file() and not SKIPPED & set(path.relative_to(ROOT).parts)]


def places(text: str) -> list[str]:
    return [match.group() for match in PLACES.finditer(text)]


def test_no_file_names_a_registry_or_a_folder_of_one_machine():
    files = [path for path in project_files() if path.suffix in READABLE and path != Path(__file__)]
    assert len(files) > 50
    assert [(path.name, found) for path in files if (found := places(path.read_text("utf-8", errors="replace")))] == []


@pytest.mark.parametrize(
    "text",
    [*(f"/{name}/x" for name in FOLDERS), *(f"https://files.{name}.org/x" for name in REGISTRIES), "--index-url=x"],
)
def test_the_rule_about_places_bites(text):
    assert places(f"see {text} for it")


def requirements(name: str) -> dict[str, str]:
    text = (ROOT / "requirements" / name).read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", text, re.MULTILINE))


@pytest.mark.parametrize("name", ["runtime.txt", "development.txt"])
def test_requirements_are_pinned_with_hashes(name):
    text = (ROOT / "requirements" / name).read_text("utf-8")
    blocks = re.split(r"^(?=[a-z0-9-]+==)", text, flags=re.MULTILINE)
    named = [block for block in blocks if "==" in block.split("\n", 1)[0]]
    assert len(named) == len(requirements(name)) > 15
    assert [block.split(" ")[0] for block in named if "--hash=sha256:" not in block] == []


def test_development_agrees_with_runtime():
    runtime, development = requirements("runtime.txt"), requirements("development.txt")
    assert {name: version for name, version in development.items() if runtime.get(name, version) != version} == {}


def test_the_wheel_asks_for_what_the_requirements_name():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = {re.split(r"[<>=;\s]", line)[0].lower() for line in project["dependencies"]}
    lines = (ROOT / "requirements" / "runtime.in").read_text("utf-8").splitlines()
    assert asked == {re.split(r"[<>=;\s]", line)[0].lower() for line in lines if line and line[0] not in "#-"}


def test_third_party_lists_every_runtime_package_with_its_version():
    rows = re.findall(
        r"^\| ([a-z0-9-]+) \| (\d[^ ]*) \| [^|]{3,} \|$", (ROOT / "THIRD-PARTY.md").read_text("utf-8"), re.MULTILINE
    )
    assert dict(rows) == requirements("runtime.txt")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("LICENSE", "EUROPEAN UNION PUBLIC LICENCE v. 1.2"),
        ("resources/fonts/LICENSE.md", "SIL Open Font License, Version 1.1"),
        ("resources/icons/LICENSE", "Copyright (c) 2020 Microsoft Corporation"),
    ],
)
def test_licences_are_at_hand(path, words):
    assert words in (ROOT / path).read_text("utf-8")


def test_icons_take_their_colour_from_the_palette():
    icons = sorted((ROOT / "resources" / "icons").glob("*_*.svg"))
    assert len(icons) > 100
    assert [icon.name for icon in icons if "fill=" in icon.read_text("utf-8")] == []


def test_every_marked_text_is_found_by_the_extraction():
    keywords = {"_": None, "N_": None, "ngettext": (1, 2)}
    extracted = {
        (name.replace("\\", "/"), text)
        for name, _line, found, _comments, _context in extract_from_dir(SRC, keywords=keywords)
        for text in ((found,) if isinstance(found, str) else found)
    }
    marked = {
        (source.where, text.value)
        for source in sources()
        for call in source.calls()
        if isinstance(call.func, ast.Name)
        for text in call.args[: MARKERS.get(called(call), 0)]
        if isinstance(text, ast.Constant)
    }
    assert marked - extracted == set()
