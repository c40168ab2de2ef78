"""Records that may be the same: pairs, two side by side, and making one of them."""

from socialupph.ui.features.duplicates.area import feature

__all__ = ["feature"]
