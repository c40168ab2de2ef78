"""A register as a file: what is not one, is newer, damaged or gone is told so and left untouched."""

import hashlib
import sqlite3
from pathlib import Path

import pytest

from socialupph.domain.clock import FixedClock
from socialupph.domain.errors import RegisterProblem
from socialupph.domain.kinds import BuyerKind
from socialupph.persistence.database import Database
from socialupph.persistence.engine import APPLICATION_ID, connect
from socialupph.persistence.records import BuyerRecord
from socialupph.persistence.registers import SCHEMA, create_register, identify, open_register
from socialupph.specs.messages import message


def _sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _refused(path: Path, clock: FixedClock) -> str:
    before = _sha(path)
    with pytest.raises(RegisterProblem) as caught:
        open_register(path, clock)
    assert _sha(path) == before
    assert message(caught.value)
    return caught.value.code


def test_a_new_register_carries_our_number_and_schema(register: Database) -> None:
    identity = identify(register.path)
    assert (identity.application_id, identity.schema) == (APPLICATION_ID, SCHEMA)
    assert [path.name for path in register.path.parent.iterdir() if path.stat().st_size] == ["prov.sup"]


def test_what_was_saved_is_there_when_it_is_opened_again(register: Database, clock: FixedClock) -> None:
    with register.write("buyer.register") as work:
        work.session.add(BuyerRecord(name="Exempelby kommun", kind=BuyerKind.MUNICIPALITY))
    register.close()
    again = open_register(register.path, clock)
    with again.read() as session:
        assert session.get_one(BuyerRecord, 1).name == "Exempelby kommun"
    again.close()


def test_a_register_is_never_overwritten(register: Database, clock: FixedClock) -> None:
    before = _sha(register.path)
    with pytest.raises(RegisterProblem, match=r"register\.exists"):
        create_register(register.path, clock)
    assert _sha(register.path) == before


def test_a_missing_register_is_not_made(tmp_path: Path, clock: FixedClock) -> None:
    with pytest.raises(RegisterProblem, match=r"register\.missing"):
        open_register(tmp_path / "borta.sup", clock)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "register.empty"),
        (b"<html><body>Logga in</body></html>" * 9, "register.not_one"),
        (bytes(range(256)) * 8, "register.not_one"),
        (b"SQLite format 3\x00", "register.not_one"),
    ],
)
def test_what_is_no_register_is_refused_untouched(tmp_path: Path, clock: FixedClock, content: bytes, code: str) -> None:
    path = tmp_path / "annat.sup"
    path.write_bytes(content)
    assert _refused(path, clock) == code


def test_another_programs_database_is_refused_untouched(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "annan.sup"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE bok (titel TEXT)")
    other.close()
    assert _refused(path, clock) == "register.not_one"


def test_a_newer_register_is_refused_untouched_and_both_versions_are_told(
    register: Database, clock: FixedClock
) -> None:
    register.close()
    raw = connect(register.path)
    raw.execute(f"PRAGMA user_version={SCHEMA + 1}")
    raw.close()
    assert _refused(register.path, clock) == "register.newer"
    with pytest.raises(RegisterProblem) as caught:
        open_register(register.path, clock)
    assert f"schema {SCHEMA + 1}" in message(caught.value)
    assert f"kan {SCHEMA}" in message(caught.value)


def test_a_truncated_register_is_called_damaged(register: Database, clock: FixedClock) -> None:
    register.close()
    content = register.path.read_bytes()
    register.path.write_bytes(content[: len(content) // 2])
    assert _refused(register.path, clock) == "register.damaged"


def test_settings_of_the_connection_hold(register: Database) -> None:
    with register.engine.connect() as connection:
        wanted = {
            "foreign_keys": 1,
            "journal_mode": "truncate",
            "synchronous": 2,
            "secure_delete": 1,
            "trusted_schema": 0,
            "cell_size_check": 1,
            "busy_timeout": 5000,
        }
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in wanted}
        library = connection.exec_driver_sql("SELECT sqlite_version()").scalar_one()
        cipher = connection.exec_driver_sql("PRAGMA cipher_version").scalar_one()
    assert found == wanted
    assert tuple(int(part) for part in library.split(".")) >= (3, 51, 3)
    assert cipher
