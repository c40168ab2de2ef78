"""The window with suppliers, candidates and possible duplicates over a small municipality."""

import pytest

from socialupph.ui.features import candidates, duplicates, matching, placements, suppliers

AREAS = (suppliers.feature, candidates.feature, matching.feature, placements.feature, duplicates.feature)


@pytest.fixture
def desk(desk_over, world):
    return desk_over(world.services, AREAS, "candidates")
