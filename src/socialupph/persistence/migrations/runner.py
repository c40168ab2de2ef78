"""Bringing a register to this program's schema: in one transaction, with nothing lost, or not at all.

Alembic's own way loses rows: with foreign keys on, its copy-and-move of a parent table deletes the children. So foreign
keys are off before the transaction begins, row counts are compared for every table that was there before, and only then is
it committed.
"""

import shutil
from pathlib import Path
from typing import Any

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import Script, ScriptDirectory
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2 as sqlcipher

from socialupph.domain.errors import RegisterProblem
from socialupph.persistence.engine import connect

_HERE = Path(__file__).parent


def scripts() -> tuple[Script, ...]:
    """Every migration, oldest first; the n:th brings a register to schema n."""
    return tuple(reversed(list(ScriptDirectory(str(_HERE)).walk_revisions())))


def migrate(path: Path, *, steps: tuple[Script, ...] | None = None) -> int:
    """Run the migrations a register lacks and give its schema number. A register with rows is copied beside itself first.

    Raises RegisterProblem ``register.migration_failed`` when rows would be lost or a check fails; the file is then as it was.
    """
    everything = scripts() if steps is None else steps
    engine = create_engine("sqlite://", module=sqlcipher, creator=lambda: _connect(path), poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    with engine.connect() as connection:
        (schema,) = connection.exec_driver_sql("PRAGMA user_version").one()
        connection.rollback()
        missing = everything[schema:]
        if not missing:
            return schema
        if schema:
            backup(path, path.with_name(f"{path.name}.fore-schema-{schema + len(missing)}"))
        with connection.begin():
            before = _counts(connection)
            context = MigrationContext.configure(connection)
            with Operations.context(context):
                for script in missing:
                    script.module.upgrade()
            _check(connection, before)
            connection.exec_driver_sql(f"PRAGMA user_version={len(everything)}")
    engine.dispose()
    return len(everything)


def backup(source: Path, target: Path) -> None:
    """A verified copy of a closed register: compared row by row count and checked before it counts as a copy."""
    unfinished = target.with_name(f"{target.name}.ny")
    shutil.copyfile(source, unfinished)
    copy, original = connect(unfinished), connect(source)
    try:
        if copy.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise RegisterProblem("register.damaged", {"name": source.name})
        if _raw_counts(copy) != _raw_counts(original):
            raise RegisterProblem("register.backup_failed", {"name": source.name})
    finally:
        copy.close()
        original.close()
    unfinished.replace(target)


def _connect(path: Path) -> Any:
    connection = connect(path)
    connection.execute("PRAGMA foreign_keys=OFF")
    return connection


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%'"


def _raw_counts(connection: Any) -> dict[str, int]:
    names = [name for (name,) in connection.execute(_TABLES).fetchall()]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608


def _counts(connection: Connection) -> dict[str, int]:
    names = [str(name) for (name,) in connection.exec_driver_sql(_TABLES)]
    return {name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in names}  # noqa: S608


def _check(connection: Connection, before: dict[str, int]) -> None:
    """Refuse when a table lost rows, a child lost its parent, or the file does not hold together."""
    after = _counts(connection)
    lost = [name for name, count in before.items() if after.get(name, 0) < count]
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    (verdict,) = connection.exec_driver_sql("PRAGMA integrity_check(1)").one()
    if lost or orphans or verdict != "ok":
        raise RegisterProblem("register.migration_failed", {"tables": ", ".join(lost)})
