"""Idag: what waits, late and soon, with one action on each row."""

from socialupph.ui.features.today.area import feature

__all__ = ["feature"]
