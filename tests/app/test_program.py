"""The program as it starts: first start, sample, a register that cannot be opened, and being started twice."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from socialupph.app import clock, paths, settings
from socialupph.app.crash import CrashReporter
from socialupph.app.main import application
from socialupph.app.program import Program
from socialupph.app.single import SingleInstance
from socialupph.persistence import registers as persistence
from socialupph.persistence.connection import connect
from socialupph.services import registers
from socialupph.services.sample import SampleSize
from socialupph.ui.features.first_start import FirstStart
from socialupph.ui.kit.help_page import HelpPage

NOW = clock.standing_at(dt.date(2026, 9, 22))


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    application("light")
    reporter = CrashReporter(tmp_path, NOW)
    made = Program(NOW, reporter)
    yield made
    made.window.close()
    made.close()
    reporter.uninstall()


def _start_page(program: Program, qtbot: QtBot) -> FirstStart:
    def shown() -> object:
        window = program.window
        return window.stack.currentWidget() if hasattr(window, "stack") else None

    qtbot.waitUntil(lambda: isinstance(shown(), FirstStart), timeout=10_000)
    found = shown()
    assert isinstance(found, FirstStart)
    return found


def _in_use(program: Program, qtbot: QtBot) -> None:
    """Wait until a register is shown and every page can be gone to."""

    def ready() -> bool:
        return program.container is not None and not program.window.router.gate.is_shut()

    qtbot.waitUntil(ready, timeout=30_000)


def test_the_first_start_asks_what_to_do(program: Program, qtbot: QtBot) -> None:
    program.start(None)
    _start_page(program, qtbot)
    assert not program.window.sidebar.isVisible()


def test_the_sample_opens_without_questions_and_is_marked(program: Program, qtbot: QtBot) -> None:
    program.start(Program.DEMO)
    qtbot.waitUntil(lambda: program.container is not None, timeout=30_000)
    assert program.window.sidebar.isVisible()
    assert (paths.registers_folder() / "exempelby.sup").exists()
    assert settings.load(paths.settings_file()).last_register.endswith("exempelby.sup")
    program.window.close()


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "tom"), (b"<html>" * 99, "inget register"), (None, "finns inte")],
)
def test_what_cannot_be_opened_is_told_and_left_alone(
    program: Program, qtbot: QtBot, tmp_path: Path, content: bytes | None, words: str
) -> None:
    path = tmp_path / "trasigt.sup"
    if content is not None:
        path.write_bytes(content)
    program.start(path)
    page = _start_page(program, qtbot)
    qtbot.waitUntil(lambda: words in page.banner.text(), timeout=10_000)
    assert program.container is None
    assert path.exists() is (content is not None)
    if content is not None:
        assert path.read_bytes() == content


def test_a_newer_register_is_told_and_left_alone(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "nyare.sup"
    registers.create_sample(path, SampleSize.SMALL, NOW).close()
    raw = connect(path)
    raw.execute("PRAGMA user_version=99")
    raw.close()
    before = path.read_bytes()
    program.start(path)
    page = _start_page(program, qtbot)
    qtbot.waitUntil(lambda: "nyare version" in page.banner.text(), timeout=10_000)
    assert path.read_bytes() == before


def test_another_register_gets_a_window_of_its_own(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    first, second = tmp_path / "ett.sup", tmp_path / "tva.sup"
    for path in (first, second):
        registers.create_sample(path, SampleSize.SMALL, NOW).close()
    program.start(first)
    qtbot.waitUntil(lambda: program.container is not None, timeout=30_000)
    before = program.window
    program.open_register(second)
    qtbot.waitUntil(lambda: program.window is not before, timeout=30_000)
    qtbot.waitUntil(lambda: "tva.sup" in program.window.windowTitle(), timeout=30_000)
    _in_use(program, qtbot)
    assert program.container is not None
    assert program.container.services.path == second
    program.window.go_to_area("contracts")
    assert program.window.router.area() == "contracts"


def test_a_register_that_cannot_be_opened_leaves_the_open_one(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    good, bad = tmp_path / "ett.sup", tmp_path / "trasigt.sup"
    registers.create_sample(good, SampleSize.SMALL, NOW).close()
    bad.write_bytes(b"<html>" * 99)
    program.start(good)
    qtbot.waitUntil(lambda: program.container is not None, timeout=30_000)
    program.open_register(bad)
    page = program.window.router.page()
    assert page is not None
    qtbot.waitUntil(lambda: "inget register" in page.banner.text(), timeout=10_000)
    assert program.container is not None
    assert program.container.services.path == good


def test_a_register_found_damaged_after_it_was_shown_is_put_away_and_told(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(persistence, "LARGE", 0)  # looked through when it is shown already
    path = tmp_path / "trasigt.sup"
    registers.create_sample(path, SampleSize.SMALL, NOW).close()
    raw = connect(path)
    (root,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'attendance'").fetchone()
    (size,) = raw.execute("PRAGMA page_size").fetchone()
    raw.close()
    content = bytearray(path.read_bytes())
    content[(root - 1) * size : root * size] = bytes([255]) * size
    path.write_bytes(content)
    program.start(path)
    qtbot.waitUntil(lambda: program.container is not None, timeout=30_000)
    page = _start_page(program, qtbot)
    qtbot.waitUntil(lambda: "skadat" in page.banner.text(), timeout=10_000)
    assert program.container is None
    assert path.read_bytes() == content


def test_an_area_chosen_while_its_page_is_being_read_is_shown_then(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "ett.sup"
    registers.create_sample(path, SampleSize.SMALL, NOW).close()
    program.start(path)
    qtbot.waitUntil(lambda: program.container is not None, timeout=30_000)
    program.window.router.gate.shut()
    program.window.go_to_area("contracts")
    assert program.window.router.area() == "today"
    assert program.window.status_line.note.text()
    _in_use(program, qtbot)
    assert program.window.router.area() == "contracts"


def test_help_opens_the_handbook_where_one_is(program: Program, qtbot: QtBot) -> None:
    program.start(Program.DEMO)
    _in_use(program, qtbot)
    program.window.go_to_area("training")
    program.window.ask_help()
    page = program.window.router.page()
    assert isinstance(page, HelpPage)
    assert "reservlista" in page.browser.toPlainText().casefold()
    page.back_asked.emit()
    assert program.window.router.area() == "training"


def test_the_second_start_raises_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path, "ett")
    assert first.first()
    first.listen()
    with qtbot.waitSignal(first.raised, timeout=5_000):
        assert not SingleInstance(tmp_path, "ett").first()
    other = SingleInstance(tmp_path, "annat")
    assert other.first()
    other.release()
    first.release()
    again = SingleInstance(tmp_path, "ett")
    assert again.first()
    again.release()
