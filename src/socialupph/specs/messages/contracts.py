"""Contracts, requirements and their import."""

from collections.abc import Mapping

from socialupph.i18n import N_

TEXTS: Mapping[str, str] = {
    "contract.end_before_start": N_("Kontraktet kan inte sluta före startdagen {start}."),
    "contract.option_length": N_("En option är minst en månad lång."),
}
