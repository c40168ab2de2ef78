"""An unforeseen error is told once and logged without what anybody typed."""

import datetime as dt
import sys
import threading
from pathlib import Path

from pytestqt.qtbot import QtBot

from socialupph.app.clock import standing_at
from socialupph.app.crash import CrashReporter, describe


def _fail(secret: str) -> None:
    message = f"kunde inte spara {secret}"
    raise ValueError(message)


def _error() -> ValueError:
    try:
        _fail("Märta Markörsson 19121212-1212")
    except ValueError as error:
        return error
    raise AssertionError


def test_the_words_of_an_error_are_left_out() -> None:
    text = describe(_error())
    assert "ValueError" in text
    assert "_fail" in text
    assert "Markör" not in text
    assert "1212" not in text.replace("test_crash.py", "")


def test_an_error_in_a_thread_is_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    reporter = CrashReporter(tmp_path, standing_at(dt.date(2026, 9, 30)))
    told: list[str] = []
    reporter.happened.connect(told.append)
    before = sys.excepthook
    reporter.install()
    try:
        for _ in range(2):
            thread = threading.Thread(target=_fail, args=("Märta Markörsson",))
            thread.start()
            thread.join()
        qtbot.waitUntil(lambda: len(told) == 1)
    finally:
        reporter.uninstall()
        sys.excepthook = before
    log = reporter.log.read_text(encoding="utf-8")
    assert log.count("ValueError") == 2
    assert "Markör" not in log
