"""Candidates: people who may get a place, by code until one is opened."""

from socialupph.ui.features.candidates.area import feature

__all__ = ["feature"]
