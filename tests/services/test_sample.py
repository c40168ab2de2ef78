"""The sample register: the same twice, believable, and with every state a record can have."""

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import select, text

from socialupph.domain.clock import FixedClock
from socialupph.domain.follow_ups import FollowUpStatus
from socialupph.domain.kinds import CandidateStatus, RegisterKind, SessionStatus
from socialupph.domain.matching import MatchStep
from socialupph.domain.openings import OpeningStatus
from socialupph.domain.sign_ups import SignUpStatus
from socialupph.persistence.records import TRACKED
from socialupph.persistence.register import Register
from socialupph.persistence.registers import open_register
from socialupph.services import registers
from socialupph.services.base import Context
from socialupph.services.sample import SampleSize, fill_sample
from socialupph.services.work_calendar import SwedishWorkCalendar

DAY = dt.date(2026, 9, 30)


def _sample(path: Path) -> Register:
    clock = FixedClock(DAY)
    registers.create_register(path, RegisterKind.SAMPLE, "Exempelby kommun", "Arbetsmarknadsenheten", clock).close()
    database = open_register(path, clock)
    fill_sample(Context(database, clock, SwedishWorkCalendar()), SampleSize.SMALL)
    return database


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return _sample(tmp_path_factory.mktemp("sample") / "exempelby.sup")


def _contents(database: Register) -> dict[str, list[tuple[object, ...]]]:
    with database.read() as session:
        tables = [record.__table__ for record in TRACKED.values()]  # type: ignore[attr-defined]
        return {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(table.c.id))] for table in tables
        }


def test_the_same_day_gives_the_same_register(sample: Register, tmp_path: Path) -> None:
    again = _sample(tmp_path / "igen.sup")
    assert _contents(again) == _contents(sample)
    again.close()


def _values(database: Register, table: str, column: str) -> set[str]:
    with database.read() as session:
        return set(session.execute(text(f"SELECT DISTINCT {column} FROM {table}")).scalars())


@pytest.mark.parametrize(
    ("table", "column", "wanted"),
    [
        ("follow_up", "status", {status.value for status in FollowUpStatus}),
        ("opening", "status", {status.value for status in OpeningStatus}),
        ("candidate", "status", {status.value for status in CandidateStatus}),
        ("sign_up", "status", {status.value for status in SignUpStatus}),
        ('"match"', "step", {step.value for step in MatchStep}),
        ("session", "status", {SessionStatus.OPEN.value, SessionStatus.HELD.value}),
    ],
)
def test_every_state_occurs(sample: Register, table: str, column: str, wanted: set[str]) -> None:
    assert wanted <= _values(sample, table, column)


@pytest.mark.parametrize(
    "condition",
    [
        "contract WHERE ends_on IS NULL",
        "contract WHERE starts_on > '2026-09-30'",
        "contract WHERE starts_on <= '2026-09-30' AND ends_on >= '2026-09-30'",
        "contract WHERE ends_on < '2026-09-30'",
        "contract_option WHERE used_on IS NOT NULL",
        "requirement WHERE NOT confirmed",
        "requirement WHERE assessment IS NOT NULL",
        "placement WHERE starts_on > '2026-09-30'",
        "placement WHERE ended_on IS NULL AND starts_on <= '2026-09-30'",
        "placement WHERE ended_on = planned_end_on",
        "placement WHERE ended_on < planned_end_on",
        "placement WHERE candidate_id IS NULL",
        "placement WHERE existed_at_contract_start",
        "pause WHERE starts_on <= '2026-09-30' AND ends_on >= '2026-09-30'",
        "follow_up WHERE status = 'planned' AND due_on < '2026-09-30'",
        "candidate WHERE protected",
        "contact WHERE protected",
        "task WHERE done_on IS NULL AND due_on < '2026-09-30'",
        "deviation WHERE closed_on IS NULL",
        "supplier_report WHERE received_on IS NULL AND due_on < '2026-09-30'",
    ],
)
def test_every_situation_occurs(sample: Register, condition: str) -> None:
    with sample.read() as session:
        assert session.execute(text(f"SELECT count(*) FROM {condition}")).scalar_one() > 0


def test_nobody_in_it_is_real(sample: Register) -> None:
    with sample.read() as session:
        numbers = session.execute(text("SELECT phone FROM candidate UNION SELECT phone FROM contact")).scalars()
        assert all(number.startswith("070-174 06 ") for number in numbers)
        mails = session.execute(text("SELECT email FROM candidate UNION SELECT email FROM supplier")).scalars()
        assert all(mail.endswith(".example") for mail in mails)
