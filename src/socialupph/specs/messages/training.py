"""Sessions and sign-ups."""

from collections.abc import Mapping

from socialupph.i18n import N_

TEXTS: Mapping[str, str] = {
    "sign_up.not_waiting": N_("Personen står inte på reservlistan."),
    "sign_up.no_free_seat": N_("Ingen plats är ledig att erbjuda."),
    "sign_up.offer_passed": N_("Erbjudandet kan inte gå ut en dag som redan har varit."),
    "sign_up.offer_after_start": N_("Erbjudandet ska gå ut före första kursdagen, {day}."),
    "sign_up.transition": N_("Anmälan kan inte få den statusen nu."),
    "sign_up.not_offered": N_("Personen har inget erbjudande att svara på."),
    "sign_up.duplicate": N_(
        "Någon med samma namn eller e-post är redan anmäld till tillfället. Spara igen om det är en annan person."
    ),
    "sign_up.session_cancelled": N_("Tillfället {code} är inställt och tar inte emot anmälningar."),
    "session.day_missing": N_("Ange minst en dag."),
    "session.day_twice": N_("Samma dag står två gånger. Ta bort den ena."),
    "session.ends_before_start": N_("Sluttiden kommer före starttiden."),
    "session.capacity": N_("Minst en plats behövs."),
    "session.least_number": N_("Minsta antal ska vara högst {capacity}, som är antalet platser."),
    "session.sign_up_after_start": N_("Sista anmälningsdag kan inte vara efter första kursdagen."),
    "session.first_after_last_day": N_("Dagen ska vara senast sista anmälningsdagen."),
    "session.day_has_attendance": N_("{day} har närvaro antecknad och kan inte tas bort."),
    "time.shape": N_("Skriv klockslagen som 8.30–16.00."),
}
