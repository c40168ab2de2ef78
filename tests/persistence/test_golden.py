"""Registers that earlier versions of the program made: opened today, nothing is lost."""

import datetime as dt
import lzma
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from socialupph.domain.clock import FixedClock
from socialupph.domain.queries import ListQuery
from socialupph.persistence.engine import connect
from socialupph.persistence.records import Record
from socialupph.persistence.registers import SCHEMA, identify, open_register
from socialupph.services import registers as services

GOLDEN = Path(__file__).parents[1] / "data" / "golden"
EVERY = tuple(range(1, SCHEMA))
"""Every schema that was ever in use has a register here, made by the program of that time from its sample."""


@pytest.fixture(params=EVERY)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "gammalt.sup"
    path.write_bytes(lzma.decompress((GOLDEN / f"schema-{request.param}.sup.xz").read_bytes()))
    assert identify(path).schema == request.param
    return path


def _counts(path: Path) -> dict[str, int]:
    raw = connect(path)
    names = raw.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_t%'"
    ).fetchall()
    found = {name: raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names}
    raw.close()
    return found


def test_an_older_register_is_opened_whole_and_a_copy_of_it_is_kept(old: Path, clock: FixedClock) -> None:
    before, schema, bytes_before = _counts(old), identify(old).schema, old.read_bytes()
    open_register(old, clock).close()
    assert identify(old).schema == SCHEMA
    after = _counts(old)
    assert {name: after[name] for name in before} == before
    kept = old.with_name(f"{old.name}.fore-schema-{SCHEMA}")
    assert kept.read_bytes() == bytes_before
    assert identify(kept).schema == schema


def test_an_older_register_gets_exactly_the_tables_of_today(old: Path, clock: FixedClock) -> None:
    database = open_register(old, clock)
    with database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_object": lambda _one, name, kind, _reflected, _other: (
                    not (kind == "table" and str(name).startswith(("search_trigram", "search_word")))
                ),
                "compare_type": False,
            },
        )
        assert compare_metadata(context, Record.metadata) == []
    database.close()


def test_what_an_older_register_holds_is_shown_and_can_be_changed(old: Path) -> None:
    opened = services.open_register(old, FixedClock(dt.date(2026, 11, 22)))
    contracts = opened.contracts.rows(opened.contracts.ids(ListQuery(sort="code")))
    assert len(contracts) > 10
    assert opened.candidates.total() > 10
    contract = opened.contracts.view(contracts[0].id)
    voided = opened.contracts.void(contracts[0].id, contract.version, "Övning")
    assert voided
    assert opened.undo.undo(voided.operation_id or 0)
    opened.close()
