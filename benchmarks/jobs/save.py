"""One follow-up saved so that it survives a power cut: through the service, by hand, and the bare disk."""

import datetime as dt
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.jobs.copies import copied
from benchmarks.jobs.rows import opened
from benchmarks.outcome import Job, Options, Outcome, expect
from socialupph.domain.commands.follow_ups import RegisterFollowUp
from socialupph.domain.kinds import FollowUpMeans
from socialupph.persistence.engine import connect

_TABLES = ("follow_up", "operation", "history")
_SUMMARY = "Går bra på plats. Vill prova fler uppgifter."


def ours(options: Options) -> Outcome:
    """``services.follow_ups.register``, ``count`` times."""
    count = int(options["count"])
    with copied(options) as path:
        before = _counts(path)
        services = opened({"register": path})
        commands = [_command(number) for number in range(1, count + 2)]
        services.follow_ups.register(commands.pop())  # statements are compiled once, as in a running program
        start = time.perf_counter()
        for command in commands:
            services.follow_ups.register(command)
        seconds = (time.perf_counter() - start) / count
        services.close()
        wrong = _grown(before, _counts(path), count + 1)
    return Outcome({"seconds": seconds}, wrong)


def _command(placement: int) -> RegisterFollowUp:
    day = dt.datetime.now(dt.UTC).date() - dt.timedelta(days=1)
    return RegisterFollowUp(held_on=day, means=FollowUpMeans.PHONE, placement_id=placement, summary=_SUMMARY)


def floor(options: Options) -> Outcome:
    """The same rows written by hand with the same library and settings, ``count`` times."""
    count = int(options["count"])
    with copied(options) as path:
        services = opened({"register": path})
        services.follow_ups.register(_command(1))
        services.close()
        before = _counts(path)
        connection = connect(path)
        saver = _Saver(connection, one_only=bool(options.get("one")))
        start = time.perf_counter()
        for _ in range(count):
            saver.save()
        seconds = (time.perf_counter() - start) / count
        connection.close()
        wrong = "" if options.get("one") else _grown(before, _counts(path), count)
    return Outcome({"seconds": seconds}, wrong)


class _Saver:
    """Writes the rows that the service wrote for the last follow-up once more, with ids and codes of their own."""

    def __init__(self, connection: Any, *, one_only: bool) -> None:
        self._connection = connection
        self._one = one_only
        self._rows = {table: self._last(table) for table in _TABLES}
        self._inserts = {table: self._insert(table, row) for table, row in self._rows.items()}
        prefix, self._number = connection.execute(
            "SELECT prefix, last FROM code_sequence WHERE prefix = 'U'"
        ).fetchone()
        self._prefix = prefix

    def _last(self, table: str) -> dict[str, Any]:
        cursor = self._connection.execute(f"SELECT * FROM {table} ORDER BY id DESC LIMIT 1")
        return dict(zip([column[0] for column in cursor.description], cursor.fetchone(), strict=True))

    @staticmethod
    def _insert(table: str, row: dict[str, Any]) -> str:
        names = ", ".join(f'"{name}"' for name in row)
        return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})"

    def save(self) -> None:
        """One transaction, as durable as the service's."""
        execute, rows = self._connection.execute, self._rows
        self._number += 1
        follow_up = {**rows["follow_up"], "id": None, "code": f"U-{self._number:04d}"}
        execute("BEGIN IMMEDIATE")
        follow_up_id = execute(self._inserts["follow_up"], list(follow_up.values())).lastrowid
        if not self._one:
            operation = {**rows["operation"], "id": None, "subject": follow_up["code"]}
            operation_id = execute(self._inserts["operation"], list(operation.values())).lastrowid
            history = {**rows["history"], "id": None, "operation_id": operation_id, "row_id": follow_up_id}
            execute(self._inserts["history"], list(history.values()))
            execute("UPDATE code_sequence SET last = ? WHERE prefix = ?", (self._number, self._prefix))
        execute("COMMIT")


def disk(options: Options) -> Outcome:
    """4 KiB written and forced to the disk, ``count`` times."""
    count = int(options["count"])
    path = Path(options["scratch"])
    page = os.urandom(4096)
    force = getattr(os, "fdatasync", os.fsync)
    with path.open("wb", buffering=0) as file:
        file.write(page)
        start = time.perf_counter()
        for _ in range(count):
            file.seek(0)
            file.write(page)
            force(file.fileno())
        seconds = (time.perf_counter() - start) / count
    path.unlink()
    return Outcome({"seconds": seconds})


def _counts(path: Path) -> list[int]:
    connection = connect(path)
    found = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _TABLES]
    sound = connection.execute("PRAGMA foreign_key_check").fetchone()
    connection.close()
    return [*found, 0 if sound is None else 1]


def _grown(before: Sequence[int], after: Sequence[int], by: int) -> str:
    grown = [more - less for less, more in zip(before, after, strict=True)]
    return expect(grown, [by, by, by, 0], "rows added to follow_up, operation, history and broken references")


JOBS: dict[str, Job] = {"ours": ours, "floor": floor, "disk": disk}
