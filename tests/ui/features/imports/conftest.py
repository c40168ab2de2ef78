"""The window with contracts, suppliers and what is brought in, over an empty register."""

from tests.ui.features.contracts.conftest import dressed, empty_register, services, world

__all__ = ["dressed", "empty_register", "services", "world"]
