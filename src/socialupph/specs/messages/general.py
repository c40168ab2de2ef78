"""What any form or record can answer."""

from collections.abc import Mapping

from socialupph.i18n import N_

TEXTS: Mapping[str, str] = {
    "field.missing": N_("Fyll i det här fältet."),
    "record.stale": N_(
        "Posten har ändrats sedan du öppnade den. Det du skrev står kvar. Läs om posten och spara igen."
    ),
    "record.gone": N_("Posten finns inte längre. Gå tillbaka till listan och läs om den med F5."),
    "void.reason_missing": N_("Skriv varför posten makuleras."),
    "void.already": N_("Posten är redan makulerad."),
    "record.merged": N_("Posten är sammanslagen med en annan och ändras inte längre. Öppna den som är kvar."),
    "duplicate.same": N_("Det är samma post. Välj en annan att slå ihop den med."),
    "duplicate.gone": N_(
        "En av posterna är makulerad eller redan sammanslagen med en annan. Ingenting är ändrat. Gå tillbaka och läs om listan med F5."
    ),
    "duplicate.other_supplier": N_(
        "Kontaktpersonerna hör till olika leverantörer. Slå ihop leverantörerna först, om de är samma."
    ),
    "person.alias_missing": N_("Skriv en kod eller ett vanligt namn som visas i stället."),
    "query.unknown": N_("Listan har ingen ordning eller inget filter som heter {name}."),
    "query.bad_filter": N_("Filtret {text} går inte att läsa. Skriv NAMN=VÄRDE."),
    "undo.nothing": N_("Det finns inget att ångra sedan programmet startade."),
}
