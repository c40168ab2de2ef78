"""The areas of the window, in order. What no issue has built yet is absent."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from socialupph.ui.features import (
    candidates,
    contracts,
    duplicates,
    follow_ups,
    imports,
    matching,
    placements,
    suppliers,
    today,
    training,
)
from socialupph.ui.kit.feature import Feature

if TYPE_CHECKING:
    from socialupph.services.registry import Services
    from socialupph.ui.kit.page_base import PageContext

Maker = Callable[["PageContext", "Services"], Feature]

FEATURES: tuple[Maker, ...] = (
    today.feature,
    contracts.feature,
    suppliers.feature,
    candidates.feature,
    matching.feature,
    placements.feature,
    training.feature,
    follow_ups.feature,
    imports.feature,
    duplicates.feature,
)
