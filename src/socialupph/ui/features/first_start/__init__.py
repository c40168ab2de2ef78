"""What is shown before a register is open."""

from socialupph.ui.features.first_start.page import FirstStart

__all__ = ["FirstStart"]
