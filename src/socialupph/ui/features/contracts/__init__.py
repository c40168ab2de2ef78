"""Contracts with their requirements and ledgers, and the lists they are taken in from."""

from socialupph.ui.features.contracts.area import feature

__all__ = ["feature"]
