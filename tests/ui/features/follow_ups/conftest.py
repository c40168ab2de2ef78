"""The window with follow-ups and placements over a small municipality."""

import pytest

from socialupph.ui.features import follow_ups, placements


@pytest.fixture
def desk(desk_over, world):
    return desk_over(world.services, (placements.feature, follow_ups.feature), "follow_ups")
