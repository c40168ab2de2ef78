"""The window with training and suppliers over a register with one course."""

import pytest

from socialupph.ui.features import suppliers, training
from tests.services.training_world import TODAY, build
from tests.ui.features.desk import copied


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
def desk(desk_over, course):
    return desk_over(course.services, (suppliers.feature, training.feature), "training")
