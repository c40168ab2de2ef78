"""The Swedish words for every fixed vocabulary, in one place; ``choices`` makes them into what a field or filter offers."""

from collections.abc import Mapping
from enum import StrEnum

from socialupph.domain.kinds import ContactRole, SizeClass, SupplierKind
from socialupph.i18n import N_, translate
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.specs.tables import Choice

SUPPLIER_KIND: Mapping[StrEnum, str] = {
    SupplierKind.COMPANY: N_("Företag"),
    SupplierKind.CIVIL_SOCIETY: N_("Idéburen organisation"),
    SupplierKind.PUBLIC: N_("Offentlig"),
    SupplierKind.SOLE_TRADER: N_("Enskild firma"),
}

SIZE_CLASS: Mapping[StrEnum, str] = {
    SizeClass.MICRO: N_("Mikro"),
    SizeClass.SMALL: N_("Litet"),
    SizeClass.MEDIUM: N_("Medelstort"),
    SizeClass.LARGE: N_("Stort"),
}

CONTACT_ROLE: Mapping[StrEnum, str] = {
    ContactRole.CONTRACT: N_("Avtal"),
    ContactRole.HR: N_("Personal"),
    ContactRole.SUPERVISOR: N_("Handledare"),
    ContactRole.OTHER: N_("Annan"),
}

VOIDED = Mark(N_("Makulerad"), Shape.CROSS, Tone.NEUTRAL)
"""What a record that should never have been is called; it can still be read."""


def choices(words: Mapping[StrEnum, str]) -> tuple[Choice, ...]:
    """The vocabulary as choices, in its own order."""
    return tuple(Choice(value.value, label) for value, label in words.items())


def word(words: Mapping[StrEnum, str], value: StrEnum | None) -> str:
    """The word for a value, in the chosen language; empty for None."""
    return "" if value is None else translate(words[value])
