"""Follow-ups: what is due, and three perspectives on the same questions."""

from socialupph.ui.features.follow_ups.area import feature

__all__ = ["feature"]
