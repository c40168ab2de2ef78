"""Candidates, openings, matches, placements and follow-ups."""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {}
