"""A register that is shown before its file has been looked through: read at once, and never written to when it is damaged."""

import threading
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from socialupph.domain.clock import FixedClock
from socialupph.domain.errors import RegisterProblem
from socialupph.domain.kinds import BuyerKind
from socialupph.persistence import register as module
from socialupph.persistence import registers
from socialupph.persistence.connection import connect
from socialupph.persistence.records import BuyerRecord
from socialupph.persistence.register import Register
from socialupph.persistence.setting_rows import read


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file is a large one."""
    monkeypatch.setattr(registers, "LARGE", 0)


def _broken(path: Path) -> bytes:
    """The first page of the follow-ups overwritten: all else is still true."""
    raw = connect(path)
    (root,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'follow_up'").fetchone()
    (size,) = raw.execute("PRAGMA page_size").fetchone()
    raw.close()
    content = bytearray(path.read_bytes())
    content[(root - 1) * size : root * size] = b"\xff" * size
    path.write_bytes(content)
    return bytes(content)


def _write(register: Register) -> None:
    with register.write("buyer.register") as work:
        work.session.add(BuyerRecord(name="Påhittsby kommun", kind=BuyerKind.MUNICIPALITY))


def test_a_damaged_register_is_read_but_never_written(register: Register, clock: FixedClock, large: None) -> None:
    register.close()
    broken = _broken(register.path)
    opened = registers.open_register(register.path, clock, check_later=True)
    with opened.raw() as connection:
        assert read(connection).municipality == ""
    with pytest.raises(RegisterProblem, match=r"register\.damaged"):
        opened.check()
    with pytest.raises(RegisterProblem, match=r"register\.damaged"):
        _write(opened)
    opened.close()
    assert register.path.read_bytes() == broken


def test_who_opens_it_otherwise_is_told_at_once(register: Register, clock: FixedClock, large: None) -> None:
    register.close()
    broken = _broken(register.path)
    with pytest.raises(RegisterProblem, match=r"register\.damaged"):
        registers.open_register(register.path, clock)
    assert register.path.read_bytes() == broken


def test_a_small_register_is_looked_through_at_once(register: Register, clock: FixedClock) -> None:
    register.close()
    _broken(register.path)
    with pytest.raises(RegisterProblem, match=r"register\.damaged"):
        registers.open_register(register.path, clock, check_later=True)


def test_what_is_written_meanwhile_waits_for_the_verdict(register: Register, clock: FixedClock, large: None) -> None:
    register.close()
    opened = registers.open_register(register.path, clock, check_later=True)
    writer = threading.Thread(target=_write, args=(opened,), daemon=True)
    writer.start()
    writer.join(0.2)
    assert writer.is_alive()
    opened.check()
    writer.join(20)
    assert not writer.is_alive()
    opened.check()  # a second time there is nothing to do
    opened.close()


def test_a_check_that_is_broken_off_lets_nothing_be_written(
    register: Register, clock: FixedClock, large: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_LOOK_EVERY", 1)
    register.close()
    before = register.path.read_bytes()
    opened = registers.open_register(register.path, clock, check_later=True)
    opened.stop_check()
    with pytest.raises(sqlcipher.Error):
        opened.check()
    with pytest.raises(RegisterProblem, match=r"register\.busy"):
        _write(opened)
    opened.close()
    assert register.path.read_bytes() == before
