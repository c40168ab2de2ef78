"""One gettext catalogue over all layers. Swedish is the source language, so without a catalogue Swedish is what is read."""

import gettext
from pathlib import Path

DOMAIN = "socialupph"

_current: gettext.NullTranslations = gettext.NullTranslations()


def install(folder: Path, language: str) -> None:
    """Use the catalogue of ``language`` (for example ``en``) below ``folder``; Swedish needs none."""
    global _current  # noqa: PLW0603 -- one catalogue for the process, set once at start by app
    swedish = language == "sv"
    _current = (
        gettext.NullTranslations() if swedish else gettext.translation(DOMAIN, localedir=folder, languages=[language])
    )


def _(text: str) -> str:
    """The text in the chosen language."""
    return _current.gettext(text)


def ngettext(singular: str, plural: str, number: int) -> str:
    """The form that goes with ``number``; fill the placeholders afterwards with ``format``."""
    return _current.ngettext(singular, plural, number)


def N_(text: str) -> str:  # noqa: N802 -- gettext's own name
    """Mark a text that is declared here and translated where it is shown, with ``translate``."""
    return text


def translate(text: str) -> str:
    """The text declared elsewhere with ``N_``, in the chosen language."""
    return _current.gettext(text) if text else ""
