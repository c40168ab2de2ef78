"""The window with *Idag* and the areas its rows lead to, over a small municipality."""

import pytest

from socialupph.ui.features import contracts, follow_ups, placements, suppliers, today, training

AREAS = (today.feature, contracts.feature, suppliers.feature, placements.feature, training.feature, follow_ups.feature)


@pytest.fixture
def desk(desk_over, world):
    return desk_over(world.services, AREAS, "today")
