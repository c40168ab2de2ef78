"""README and handbook tell the truth: pictures, commands, keys, links and messages are those of the program."""

import re
import shlex

import pytest

import dev
from socialupph.app.cli.exchange import PRINTERS
from socialupph.app.cli.main import parser
from socialupph.app.listings import LISTINGS
from socialupph.specs.messages import TEXTS
from tests.docs import reading
from tests.docs.reading import HANDBOOK, PICTURES
from tests.house.tree import ROOT
from tools.pages import PAGES
from tools.shots import SHOWN, shown_in_documents

README = (ROOT / "README.md").read_text("utf-8")
DOCUMENTS = reading.documents()
WITHOUT_EFFECT: set[str] = set()
"""Bound, but nothing hears it yet; not in the handbook until something does."""

FAMILIES = {
    "undo": "Ångra",
    "field date email number percent time org_number personal_number period working_time money amount units person": "Ett fält är rött",
    "record void": "Posten har ändrats",
    "register": "Registret går inte att öppna",
    "file list import notice paper": "Filen går inte att läsa in",
    "export": "Filen går inte att skriva",
    "contract requirement assessment opening match candidate placement follow_up sign_up session duplicate": "Det du vill göra passar",
    "code_list": "Ett fält är rött",
    "reference setting draft task deviation document goal procurement": "Det du vill göra passar",
    "query": "",  # only the command line asks so
}


def name(path):
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_links_resolve(path):
    for link in reading.LINK.findall(path.read_text("utf-8")):
        if re.match(r"[a-z]+:", link):
            continue
        place, _sign, anchor = link.partition("#")
        target = (path.parent / place).resolve() if place else path
        assert target.exists(), link
        assert not anchor or anchor in reading.anchors(target), link


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_pictures_exist_have_words_and_are_taken_by_the_script(path):
    for words, link in reading.PICTURE.findall(path.read_text("utf-8")):
        assert words.strip(), link
        assert (path.parent / link).resolve().parent == PICTURES, link
        assert (path.parent / link).is_file(), link
        taken = SHOWN.search(link)
        assert taken, link
        assert taken.group(1) in PAGES or taken.group(1).startswith("nytt-"), link


def test_every_picture_is_shown_somewhere_and_is_no_larger_than_it_need_be():
    shown = {f"{one}-ljust-100.png" for one in shown_in_documents()}
    assert {path.name for path in PICTURES.glob("*")} == shown
    assert [path.name for path in PICTURES.glob("*") if path.stat().st_size > 250_000] == []


def test_every_page_is_in_the_index_and_leads_back():
    pages = {path.name for path in HANDBOOK.glob("*.md")} - {"README.md"}
    index = (HANDBOOK / "README.md").read_text("utf-8")
    assert {link.partition("#")[0] for link in reading.LINK.findall(index)} == pages
    assert [page for page in pages if "[Handbok](README.md)" not in (HANDBOOK / page).read_text("utf-8")] == []


# ---------------------------------------------------------------- commands


def test_readme_names_every_command_of_dev_and_no_other():
    named = {cells[0].strip("`").split()[0] for cells in reading.rows(README)}
    assert named | {"run"} == set(dev.COMMANDS)
    for block in reading.FENCE.findall(README):
        for line in block.splitlines():
            assert not line.startswith("python3 dev.py") or line.split()[2] in dev.COMMANDS


def examples():
    """What is said to be written after ``socialupph-cli`` or ``dev.py cli``."""
    handbook = (HANDBOOK / "kommandoraden.md").read_text("utf-8")
    lines = [line for block in reading.FENCE.findall(handbook) for line in block.splitlines()]
    told = [line.removeprefix("socialupph-cli ") for line in lines if line.startswith("socialupph-cli ")]
    return told + re.findall(r"`cli (--[^`]*)`", README)


@pytest.mark.parametrize("example", examples())
def test_an_example_of_the_command_line_is_understood(example):
    assert callable(parser().parse_args(shlex.split(example)).run)


def test_the_command_line_page_names_everything_there_is():
    text = (HANDBOOK / "kommandoraden.md").read_text("utf-8")
    commands = next(action.choices for action in parser()._actions if isinstance(action.choices, dict))
    assert [one for one in commands if not re.search(rf"^\| `{one}\b", text, re.MULTILINE)] == []
    assert [one for one in LISTINGS if f"`{one}`" not in text] == []
    assert [one for one in PRINTERS if f" print {one} " not in text] == []


# ---------------------------------------------------------------- keys and words


def keys_told():
    """The first cells of the tables of keys."""
    tables = (HANDBOOK / "tangenter.md").read_text("utf-8").split("## Datum")[0]
    return [cells[0] for cells in reading.rows(tables)]


@pytest.mark.parametrize("told", sorted(set(keys_told())))
def test_a_key_that_is_told_is_bound(told):
    assert reading.key(told) in reading.bound() | reading.handled() | {"Ctrl+Return", "Ctrl+Right"}


def test_every_bound_key_is_told():
    assert reading.bound() - {reading.key(told) for told in keys_told()} == WITHOUT_EFFECT


@pytest.mark.parametrize("path", sorted(HANDBOOK.glob("*.md")), ids=name)
def test_what_one_is_told_to_choose_is_there(path):
    texts = {text.rstrip(" …").replace("&", "") for text in reading.said()}
    told = re.findall(r"[Vv]älj(?:er)? \*\*([^*]+)\*\*", path.read_text("utf-8"))
    assert [word for word in told if word.rstrip(" …") not in texts] == []


# ---------------------------------------------------------------- messages


def test_every_family_of_messages_has_its_place():
    page = (HANDBOOK / "om-nagot-gar-fel.md").read_text("utf-8")
    placed = {family: title for families, title in FAMILIES.items() for family in families.split()}
    assert {code.partition(".")[0] for code in TEXTS} - set(placed) == set()
    headings = reading.HEADING.findall(page)
    assert [title for title in placed.values() if title and not any(one.startswith(title) for one in headings)] == []


def quotes():
    """The pieces of every message that the page about what goes wrong quotes in a table."""
    page = (HANDBOOK / "om-nagot-gar-fel.md").read_text("utf-8")
    quoted = [quote for cells in reading.rows(page) for quote in re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", cells[0])]
    quoted += [quote for cells in reading.rows(page) for quote in re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", cells[1])]
    pieces = (piece.strip(" .") for quote in quoted for piece in quote.split("…"))
    return sorted({piece for piece in pieces if len(piece) > 3})


@pytest.mark.parametrize("piece", quotes())
def test_a_quoted_message_is_one_of_the_programs(piece):
    plain = re.sub(r"\{\w+\}", "", "\n".join(reading.said()))
    assert piece in plain or piece.replace("är en tisdag", "är en") in plain
