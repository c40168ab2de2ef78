"""Bringing a register to the current schema: nothing lost, or nothing done."""

from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from socialupph.domain.clock import FixedClock
from socialupph.domain.errors import RegisterProblem
from socialupph.domain.kinds import SupplierKind
from socialupph.persistence.database import Database
from socialupph.persistence.engine import connect
from socialupph.persistence.migrations.runner import migrate, scripts
from socialupph.persistence.records import Record, SupplierRecord, WorkplaceRecord
from socialupph.persistence.registers import SCHEMA, identify


def _step(upgrade: Any) -> Any:
    module = ModuleType("step")
    module.upgrade = upgrade  # type: ignore[attr-defined]
    return SimpleNamespace(module=module)


@pytest.fixture
def filled(register: Database) -> Path:
    with register.write("x") as work:
        supplier = SupplierRecord(name="Fiktiva Fasader AB", kind=SupplierKind.COMPANY)
        work.session.add(supplier)
        work.session.flush()
        work.session.add_all(WorkplaceRecord(supplier_id=supplier.id, name=name) for name in ("Port A", "Port B"))
    register.close()
    return register.path


def _children(path: Path) -> int:
    raw = connect(path)
    (count,) = raw.execute("SELECT count(*) FROM workplace").fetchone()
    raw.close()
    return int(count)


def test_the_schema_number_is_the_number_of_migrations() -> None:
    assert len(scripts()) == SCHEMA


def test_the_first_migration_makes_exactly_the_mapped_tables(register: Database) -> None:
    def ours(_object: Any, name: str | None, kind: str, _reflected: bool, _other: Any) -> bool:
        return not (kind == "table" and str(name).startswith(("search_trigram", "search_word")))

    with register.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": False})
        assert compare_metadata(context, Record.metadata) == []


def test_changing_a_parent_table_keeps_its_children(filled: Path) -> None:
    def upgrade() -> None:
        with op.batch_alter_table("supplier") as table:
            table.add_column(sa.Column("extra", sa.Text))
            table.alter_column("country", existing_type=sa.String(), nullable=True)

    assert migrate(filled, steps=(*scripts(), _step(upgrade))) == SCHEMA + 1
    assert _children(filled) == 2
    assert identify(filled).schema == SCHEMA + 1
    assert (filled.parent / f"prov.sup.fore-schema-{SCHEMA + 1}").exists()


def test_a_migration_that_loses_rows_is_taken_back(filled: Path) -> None:
    def upgrade() -> None:
        op.execute("DELETE FROM workplace WHERE name = 'Port B'")

    with pytest.raises(RegisterProblem, match=r"register\.migration_failed") as caught:
        migrate(filled, steps=(*scripts(), _step(upgrade)))
    assert caught.value.facts["tables"] == "workplace"
    assert _children(filled) == 2
    assert identify(filled).schema == SCHEMA


def test_a_migration_that_breaks_halfway_leaves_the_register_as_it_was(filled: Path, clock: FixedClock) -> None:
    def upgrade() -> None:
        op.create_table("half", sa.Column("id", sa.Integer, primary_key=True))
        op.drop_table("goal")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        migrate(filled, steps=(*scripts(), _step(upgrade)))
    raw = connect(filled)
    names = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    raw.close()
    assert "goal" in names
    assert "half" not in names
    assert identify(filled).schema == SCHEMA


def test_a_register_of_today_needs_nothing(filled: Path) -> None:
    before = filled.read_bytes()
    assert migrate(filled) == SCHEMA
    assert filled.read_bytes() == before
