"""Contracts, requirements and their import."""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {}
