"""What tests of features share: a small municipality in a file of its own, and the window over it."""

import pytest

from socialupph.app import areas
from tests.services.placement_world import TODAY, build
from tests.ui.features.desk import Desk, copied


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
def desk_over(qapp, qtbot, monkeypatch):
    """The window over a register, with some features and at an area."""
    shown = []

    def show(services, features, area):
        monkeypatch.setattr(areas, "FEATURES", features)
        shown.append(Desk(qapp, qtbot, services, area))
        return shown[-1]

    yield show
    for one in shown:
        one.close()
