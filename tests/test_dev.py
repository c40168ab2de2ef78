"""dev.py says in plain words what it cannot do, and installs nothing it need not."""

import sys

import pytest

import dev

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="screens and packages are Linux's matter")


@pytest.fixture
def installs(monkeypatch):
    """What dev.py would have asked apt-get to do, on a Debian where only ``libegl1`` is installed."""
    asked = []
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(dev, "_is_installed", lambda package: package == "libegl1")
    monkeypatch.setattr(dev, "_apt", lambda arguments: asked.append(arguments[0]) is None)
    return asked


def test_without_a_screen_the_command_line_is_shown(monkeypatch, capsys):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert dev.main(["run", "--demo"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "ingen skärm" in said.err
    assert "python3 dev.py cli --register prov.sup demo" in said.err


def test_who_is_not_root_is_told_what_is_missing(installs, monkeypatch):
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    with pytest.raises(dev.Refused, match=r"sudo apt-get install --no-install-recommends libgl1 xvfb$"):
        dev.need_packages(("libegl1", "libgl1", "xvfb"))
    assert installs == []


def test_root_gets_what_is_missing(installs, monkeypatch):
    monkeypatch.setattr(dev.os, "geteuid", lambda: 0)
    dev.need_packages(("libegl1", "libgl1"))
    assert "install" in installs


def test_nothing_is_installed_when_nothing_is_missing(installs):
    dev.need_packages(("libegl1",))
    assert installs == []


def test_an_unknown_command_is_refused(capsys):
    with pytest.raises(SystemExit) as stopped:
        dev.main(["walk"])
    assert stopped.value.code == 2
    assert "KOMMANDO" in capsys.readouterr().err
