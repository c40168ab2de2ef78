"""The window with suppliers, candidates and possible duplicates over a small municipality."""

import pytest

from socialupph.app import areas
from socialupph.ui.features import candidates, duplicates, matching, placements, suppliers
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
    made = (suppliers.feature, candidates.feature, matching.feature, placements.feature, duplicates.feature)
    monkeypatch.setattr(areas, "FEATURES", made)
    found = Desk(qapp, qtbot, world.services, "candidates")
    yield found
    found.close()
