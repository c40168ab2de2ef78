"""Texts, Swedish order and Swedish formats. Knows nothing of the rest of the program."""

from socialupph.i18n.catalogue import N_, _, ngettext, translate

__all__ = ["N_", "_", "ngettext", "translate"]
