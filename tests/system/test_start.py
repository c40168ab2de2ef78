"""The whole program started in a real window: it comes up, says nothing on the side, and goes when it is closed."""

import json

import pytest

from tests.system.starting import start

pytestmark = pytest.mark.system


def test_the_sample_opens_in_a_window_that_closes(tmp_path):
    arguments = ("-m", "socialupph.app.main", "--demo", "--as-of", "2026-09-22")
    done = start(tmp_path / "home", *arguments, SOCIALUPPH_MEASURE="1")
    assert (done.returncode, done.stdout) == (0, "")
    events = [json.loads(line) for line in done.stderr.splitlines()]
    assert [event["event"] for event in events] == ["begin", "shown", "painted", "filled", "ready"]
    assert events[2]["loaded"] == []  # the window is seen before anything slow is read
    assert events[3]["rows"] > 0
    assert (tmp_path / "home" / "registers" / "exempelby.sup").exists()
    again = start(tmp_path / "home", *arguments, SOCIALUPPH_MEASURE="1")
    filled = json.loads(again.stderr.splitlines()[3])
    assert (filled["event"], filled["loaded"]) == (
        "filled",
        [],
    )  # and so is what waits today, of a register that is there


def test_a_screen_reader_finds_its_way_in_the_sidebar(tmp_path):
    done = start(tmp_path / "home", "-m", "tests.system.walk", str(tmp_path), "--phase", "look")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    found = json.loads((tmp_path / "look.json").read_text("utf-8"))["sidebar"]
    assert found[0][1] == "Områden"
    buttons = [name.partition(",")[0] for role, name in found if role in ("Button", "CheckBox")]
    assert buttons == [
        "Meny",
        "Idag",
        "Kontrakt",
        "Leverantörer",
        "Kandidater",
        "Platser & matchning",
        "Placeringar",
        "Handledarutbildning",
        "Uppföljningar",
        "Hjälp",
    ]
    waiting = [name for _role, name in found if "väntar" in name]
    assert any(name.startswith("Uppföljningar, ") for name in waiting)
