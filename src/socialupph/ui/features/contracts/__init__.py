"""Contracts with their requirements and ledgers."""

from socialupph.ui.features.contracts.area import feature

__all__ = ["feature"]
