"""Contracts, requirements and their import."""

from collections.abc import Mapping

from socialupph.i18n import N_

TEXTS: Mapping[str, str] = {
    "contract.end_before_start": N_("Kontraktet kan inte sluta före startdagen {start}."),
    "contract.option_length": N_("En option är minst en månad lång."),
    "contract.option_too_long": N_("En option är högst {months} månader."),
    "contract.number_taken": N_("Numret står redan på {code}. Öppna det kontraktet eller skriv ett annat nummer."),
    "contract.party_twice": N_("Samma organisation står två gånger. Ta bort den ena."),
    "contract.party_unknown": N_("Organisationen finns inte längre i registret. Välj den igen."),
    "contract.is_void": N_("Kontraktet är makulerat. Ångra makuleringen eller välj ett annat."),
    "amount.range": N_("Skriv ett belopp från {least}."),
    "amount.decimals": N_("Skriv talet med högst {places} decimaler."),
    "amount.currency": N_("Skriv valutan med tre bokstäver, till exempel SEK."),
    "requirement.no_volume": N_("Den här sortens krav har ingen volym. Töm fältet eller välj ett annat slag."),
    "requirement.whole": N_("Platser och personer räknas i hela tal."),
    "requirement.places": N_("Antalet platser är minst 1."),
    "requirement.minimum_months": N_("Minsta tid är 1 till {months} månader."),
    "requirement.other_contract": N_(
        "Ett krav kan inte flyttas till ett annat kontrakt. Makulera det och registrera ett nytt."
    ),
    "requirement.confirmed_already": N_("Kravet är redan bekräftat."),
    "requirement.not_confirmed": N_("Kravet är ett förslag. Bekräfta det innan det bedöms."),
    "requirement.meeting_ahead": N_("Mötet kan inte vara hållet en dag som inte har varit än."),
    "assessment.in_future": N_("En bedömning kan inte vara gjord en dag som inte har varit."),
    "import.has_errors": N_(
        "{errors} rader kan inte stå som de är. Ingenting lästes in. Rätta filen eller välj att läsa in de andra raderna."
    ),
    "undo.gone": N_("Det finns inget att ångra."),
    "undo.already": N_("Det är redan ångrat."),
    "undo.is_undo": N_("En ångring kan inte ångras."),
    "undo.later_change": N_("Det går inte längre att ångra. Senare ändringar bygger på det. {later}"),
}
