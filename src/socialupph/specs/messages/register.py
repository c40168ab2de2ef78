"""What a register file can answer."""

from collections.abc import Mapping

from socialupph.i18n import N_

TEXTS: Mapping[str, str] = {
    "register.missing": N_(
        "Registret {name} finns inte där det låg. Inget nytt har skapats. Leta upp filen eller välj ett annat register."
    ),
    "register.no_access": N_("Registret {name} går inte att läsa. Kontrollera att du har rätt till mappen."),
    "register.empty": N_(
        "Filen {name} är tom och är inget register. Den är orörd. Välj en annan fil eller återställ en säkerhetskopia."
    ),
    "register.not_one": N_("Filen {name} är inget register från SocialUpph. Den är orörd."),
    "register.newer": N_(
        "Registret {name} är sparat av en nyare version (schema {found}, det här programmet kan {known}). "
        "Uppgifterna är inte förlorade och filen är orörd. Uppdatera programmet."
    ),
    "register.damaged": N_(
        "Registret {name} är skadat. Filen är orörd. Gör en kopia av den och återställ en säkerhetskopia."
    ),
    "register.busy": N_(
        "Registret {name} används av ett annat program just nu. Inget sparades. Försök igen om en stund."
    ),
    "register.disk_full": N_(
        "Disken är full. Inget sparades och registret är oförändrat. Frigör utrymme och spara igen."
    ),
    "register.disk_error": N_(
        "Disken svarade med ett fel. Inget sparades och registret är oförändrat. Kopiera filen {name} till en annan disk."
    ),
    "register.read_only": N_(
        "Registret {name} är skrivskyddat. Inget sparades. Ta bort skrivskyddet eller flytta filen."
    ),
    "register.exists": N_("Det finns redan en fil som heter {name}. Den är orörd. Välj ett annat namn."),
    "register.migration_failed": N_(
        "Registret kunde inte uppdateras och är som det var. Rader skulle ha gått förlorade i: {tables}."
    ),
    "register.backup_failed": N_(
        "Säkerhetskopian av {name} blev inte riktig. Registret är orört och uppdaterades inte."
    ),
}
