"""A municipality's first morning: everything it kept in sheets, in three shapes, and *Idag* is right afterwards."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from socialupph.domain.commands.register_sheets import SheetBatch, SheetKind
from socialupph.domain.deadlines import Bucket, DeadlineKind
from socialupph.domain.follow_ups import FollowUpKind, FollowUpStatus
from socialupph.domain.kinds import CandidateStatus
from socialupph.domain.placements import PlacementStatus
from socialupph.domain.views.imports import RowState
from socialupph.exchange.register_sheets import open_sheets, read_sheet
from tests.services.contract_world import World, build
from tests.services.sheet_world import everything_is, listed, seen
from tests.sheets.first_morning import SHAPES, FirstMorning

D = dt.date
TODAY = D(2026, 9, 30)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = build(tmp_path / "prov.sup", TODAY)
    yield made
    made.services.close()


def _batch(world: World, shape: str, folder: Path) -> SheetBatch:
    """The sheets of a shape with every question answered: by a title is meant the contract of that title."""
    folder.mkdir()
    opened = open_sheets(SHAPES[shape](folder, TODAY))
    sheets = tuple(read_sheet(one).taken() for one in opened if one.kind is not None)
    answers: dict[str, str] = {}
    for question in world.services.sheets.preview(SheetBatch(sheets)).questions:
        (meant,) = [choice for choice in question.choices if choice.label == question.word]
        answers[question.key] = meant.token
    return SheetBatch(sheets, answers)


@pytest.mark.parametrize("shape", list(SHAPES))
def test_the_first_morning(world: World, tmp_path: Path, shape: str):
    story = FirstMorning(TODAY)
    batch = _batch(world, shape, tmp_path / "listor")
    preview = world.services.sheets.preview(batch)
    assert everything_is(preview, RowState.NEW)
    assert preview.unanswered == 0
    counts = Counter({sheet.kind: len(sheet.rows) for sheet in preview.sheets})
    assert (counts[SheetKind.CANDIDATES], counts[SheetKind.PLACEMENTS], counts[SheetKind.FOLLOW_UPS]) == (25, 30, 60)
    before = world.content()
    changes, _applied = world.services.sheets.apply(batch, source_name=shape)
    services = world.services
    assert services.candidates.total() == 25
    assert services.placements.total() == 30
    assert Counter(row.status for row in listed(services.placements)) == {PlacementStatus.RUNNING: 30}
    people = Counter(row.status for row in listed(services.candidates, "person"))
    assert people == {CandidateStatus.PLACED: 24, CandidateStatus.ACTIVE: 1}
    assert [row.taken for row in listed(services.training, "first_day")] == [10, 8]
    _today_is_right(world, story)
    again = services.sheets.preview(SheetBatch(batch.sheets))
    assert everything_is(again, RowState.UNCHANGED)
    assert again.unanswered == 0
    assert changes.operation_id is not None
    services.undo.undo(changes.operation_id)
    assert world.content() == before


def _today_is_right(world: World, story: FirstMorning) -> None:
    """What is late and due today is what the sheet says is late and due today, beside what the rhythm asks for from today on."""
    due = [row for row in world.services.today.deadlines() if row.kind is DeadlineKind.FOLLOW_UP]
    waits = (FollowUpStatus.PLANNED, FollowUpStatus.NOT_ANSWERED)
    open_ones = [one for one in story.follow_ups if one.status in waits]
    late = sorted(one.due_on for one in open_ones if one.due_on < TODAY)
    assert [(row.due, row.days_late) for row in due if row.bucket is Bucket.OVERDUE] == [
        (day, (TODAY - day).days) for day in late
    ]
    assert len(late) == 4
    last = TODAY + dt.timedelta(days=14)
    told = Counter(one.due_on for one in open_ones if TODAY <= one.due_on <= last)
    ahead = Counter(row.due for row in due if TODAY <= row.due <= last)
    assert told <= ahead
    rhythm = ahead - told
    planned = [step for number in range(1, 31) for step in _ahead(world, f"P-{number:04d}") if step[1] <= last]
    assert len(planned) == sum(told.values()) + sum(rhythm.values())
    assert 0 < sum(rhythm.values()) < 15, "not flooded"
    counters = world.services.today.counters()
    trained = {one.name for held in story.courses for one in held.participants if one.attended}
    untrained = [firm for firm in story.firms if firm.supervisor.name not in trained]
    assert counters.untrained == len(untrained)
    assert counters.closing is None, "courses that were held close nothing"


def _ahead(world: World, code: str) -> list[tuple[FollowUpKind, dt.date]]:
    """What is planned of a placement from today on; no two of them in the same week."""
    steps = [(one.kind, one.due_on) for one in seen(world, code).plan if one.status is FollowUpStatus.PLANNED]
    days = sorted(day for _kind, day in steps if day >= TODAY)
    near = [
        (one, other)
        for one, other in pairwise(days)
        if (other - one).days <= 7 and other <= TODAY + dt.timedelta(days=60)
    ]
    assert near == [], code
    return [(kind, day) for kind, day in steps if day >= TODAY]
