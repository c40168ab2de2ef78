"""The window with follow-ups and placements over a small municipality."""

import pytest

from socialupph.app import areas
from socialupph.ui.features import follow_ups, placements
from tests.services.placement_world import build
from tests.ui.features.desk import Desk, copied


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    made = build(tmp_path_factory.mktemp("register") / "prov.sup")
    made.services.close()
    return made


@pytest.fixture
def world(template, tmp_path):
    return copied(template, tmp_path / "prov.sup")


@pytest.fixture
def desk(qapp, qtbot, world, monkeypatch):
    monkeypatch.setattr(areas, "FEATURES", (placements.feature, follow_ups.feature))
    found = Desk(qapp, qtbot, world.services, "follow_ups")
    yield found
    found.close()
