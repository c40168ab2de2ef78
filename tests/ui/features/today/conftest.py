"""The window with *Idag* and the areas its rows lead to, over a small municipality."""

import pytest

from socialupph.app import areas
from socialupph.ui.features import contracts, follow_ups, placements, suppliers, today, training
from tests.services.placement_world import TODAY, build
from tests.ui.features.desk import Desk, copied

AREAS = (today.feature, contracts.feature, suppliers.feature, placements.feature, training.feature, follow_ups.feature)


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    made = build(tmp_path_factory.mktemp("register") / "prov.sup")
    made.services.close()
    return made


@pytest.fixture
def world(template, tmp_path):
    template.clock.day = TODAY  # tests turn it
    return copied(template, tmp_path / "prov.sup")


@pytest.fixture
def desk(qapp, qtbot, world, monkeypatch):
    monkeypatch.setattr(areas, "FEATURES", AREAS)
    found = Desk(qapp, qtbot, world.services, "today")
    yield found
    found.close()
