"""Sessions and sign-ups."""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {}
