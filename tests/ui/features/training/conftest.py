"""The window with training and suppliers over a register with one course."""

import pytest

from socialupph.app import areas
from socialupph.ui.features import suppliers, training
from tests.services.training_world import TODAY, build
from tests.ui.features.desk import Desk, copied


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    made = build(tmp_path_factory.mktemp("register") / "prov.sup")
    made.services.close()
    return made


@pytest.fixture
def course(template, tmp_path):
    template.clock.day = TODAY  # tests turn it
    return copied(template, tmp_path / "prov.sup")


@pytest.fixture
def desk(qapp, qtbot, course, monkeypatch):
    monkeypatch.setattr(areas, "FEATURES", (suppliers.feature, training.feature))
    found = Desk(qapp, qtbot, course.services, "training")
    yield found
    found.close()
