"""The window with follow-ups and placements over a small municipality."""

import pytest

from socialupph.ui.features import follow_ups, placements
from tests.services.placement_world import build
from tests.ui.features.desk import Desk


@pytest.fixture
def world(tmp_path):
    return build(tmp_path / "prov.sup")


@pytest.fixture
def desk(qtbot, world, monkeypatch):
    made = (placements.feature, follow_ups.feature)
    found = Desk(qtbot, world.services, made, monkeypatch, "follow_ups")
    yield found
    found.close()
