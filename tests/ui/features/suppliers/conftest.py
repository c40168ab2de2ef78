"""The window with suppliers over a small municipality."""

import pytest

from socialupph.ui.features import suppliers


@pytest.fixture
def desk(desk_over, world):
    return desk_over(world.services, (suppliers.feature,), "suppliers")
