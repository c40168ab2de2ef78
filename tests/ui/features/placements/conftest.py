"""The window with placements, follow-ups and suppliers over a small municipality."""

import pytest

from socialupph.ui.features import follow_ups, placements, suppliers


@pytest.fixture
def desk(desk_over, world):
    return desk_over(world.services, (suppliers.feature, placements.feature, follow_ups.feature), "placements")
