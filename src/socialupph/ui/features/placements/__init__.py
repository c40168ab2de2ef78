"""Placements: people at workplaces, what is due of them, and what they count for."""

from socialupph.ui.features.placements.area import feature

__all__ = ["feature"]
