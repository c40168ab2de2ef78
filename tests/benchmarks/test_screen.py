"""A window is believed only when it says that it was painted."""

import os

import pytest

from benchmarks.plan import Absent
from benchmarks.screen import launch

SAY = 'import sys; sys.stderr.write({!r} + "\\n")'


def said(text):
    return launch(["-c", SAY.format(text)], os.environ)


def test_what_a_window_says_becomes_figures():
    run = said(
        'noise\n{"event": "painted", "loaded": ["alembic"]}\n{"event": "filled", "loaded": [1, 2], "rows": 7, "worst_gap_ms": 2.5}'
    )
    assert 0 < run.figures["painted"] <= run.figures["filled"]
    assert run.figures["seconds"] == run.figures["painted"]
    assert (run.figures["loaded"], run.figures["rows"], run.figures["worst_gap_ms"]) == (1, 7, 2.5)


def test_a_window_that_was_never_painted_is_not_measured():
    with pytest.raises(Absent, match="did not say when it was painted, only shown"):
        said('{"event": "shown"}')


def test_a_window_that_fails_is_quoted():
    with pytest.raises(Absent, match="ended with 1: ValueError: no screen"):
        launch(["-c", "raise ValueError('no screen')"], os.environ)
