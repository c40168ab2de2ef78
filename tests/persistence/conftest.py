"""Real register files, one for each test."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from socialupph.domain.clock import FixedClock
from socialupph.persistence.register import Register
from socialupph.persistence.registers import create_register

DAY = dt.date(2026, 9, 30)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(DAY)


@pytest.fixture
def register(tmp_path: Path, clock: FixedClock) -> Iterator[Register]:
    database = create_register(tmp_path / "prov.sup", clock)
    yield database
    database.close()
