"""Sessions and sign-ups."""

from collections.abc import Mapping

from socialupph.i18n import N_

TEXTS: Mapping[str, str] = {
    "sign_up.not_waiting": N_("Personen står inte på reservlistan."),
    "sign_up.no_free_seat": N_("Ingen plats är ledig att erbjuda."),
    "sign_up.offer_passed": N_("Erbjudandet kan inte gå ut en dag som redan har varit."),
    "sign_up.offer_after_start": N_("Erbjudandet ska gå ut före första kursdagen, {day}."),
    "sign_up.transition": N_("Anmälan kan inte få den statusen nu."),
}
