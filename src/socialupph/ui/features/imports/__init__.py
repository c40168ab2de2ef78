"""Bringing in what exists: lists, notices, sheets of one's own and lists of codes."""

from socialupph.ui.features.imports.area import feature

__all__ = ["feature"]
