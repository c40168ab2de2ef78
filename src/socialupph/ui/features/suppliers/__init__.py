"""Suppliers with their contacts and workplaces."""

from socialupph.ui.features.suppliers.area import feature

__all__ = ["feature"]
