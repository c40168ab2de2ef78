"""What can be wrong with a single value."""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {}
