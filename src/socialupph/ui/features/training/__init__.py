"""Training of supervisors: sessions, those who sign up, seats, reserve list, attendance and the two papers."""

from socialupph.ui.features.training.area import feature

__all__ = ["feature"]
