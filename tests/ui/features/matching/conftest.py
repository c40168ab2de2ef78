"""The window with candidates, openings and placements over a small municipality."""

import pytest

from socialupph.ui.features import candidates, matching, placements, suppliers


@pytest.fixture
def desk(desk_over, world):
    return desk_over(
        world.services, (suppliers.feature, candidates.feature, matching.feature, placements.feature), "matching"
    )
