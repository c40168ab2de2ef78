"""What can be wrong with a single value."""

from collections.abc import Mapping

from socialupph.i18n import N_

TEXTS: Mapping[str, str] = {
    "date.not_understood": N_("Skriv datumet som 2026-09-03, 3/9, idag, +2v eller v39."),
    "date.no_such_day": N_("{month} {year} har {days} dagar."),
    "date.no_such_month": N_("Det finns ingen månad {month}."),
    "date.no_such_week": N_("Det finns ingen vecka {week} år {year}, sista veckan är {weeks}."),
    "date.wrong_weekday": N_("{day} är en {weekday}."),
    "date.too_far": N_("Datumet ligger för långt bort. Skriv ett mellan 1900 och 2199."),
    "period.end_before_start": N_("Slutdagen {end} kommer före startdagen {start}."),
    "email.shape": N_("E-postadressen ska ha ett @ med något på båda sidor."),
    "org_number.length": N_("Ett organisationsnummer har tio siffror, det här har {digits}."),
    "org_number.shape": N_("Det här kan inte vara ett svenskt organisationsnummer. Skriv det som 556000-0167."),
    "org_number.checksum": N_("Kontrollsiffran stämmer inte. Jämför numret med källan."),
    "personal_number.shape": N_(
        "Skriv personnumret med tio eller tolv siffror, som ÅÅMMDD-XXXX, eller lämna rutan tom."
    ),
    "personal_number.date": N_("Personnumret börjar med en dag som inte finns. Rätta det eller lämna rutan tom."),
    "personal_number.checksum": N_(
        "Kontrollsiffran i personnumret stämmer inte. Jämför med källan eller lämna rutan tom."
    ),
    "money.currencies": N_("Belopp i {one} och {other} kan inte läggas ihop."),
    "number.shape": N_("Skriv ett tal, till exempel 12,5."),
    "percent.range": N_("Skriv en andel från 0 till 100 %."),
    "working_time.range": N_("Omfattningen ska vara mer än 0 och högst 100 % av heltid."),
    "units.per_unit": N_("Värdet för en enhet ska vara större än noll."),
    "person.alias_tells": N_("Det som visas i stället får inte innehålla någon del av namnet."),
}
