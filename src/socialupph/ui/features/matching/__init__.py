"""Openings, and the matches between them and candidates, as list and as board."""

from socialupph.ui.features.matching.area import feature

__all__ = ["feature"]
