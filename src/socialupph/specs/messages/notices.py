"""Why a published notice cannot be read in. Nothing is ever written then."""

from collections.abc import Mapping

from socialupph.i18n import N_

TEXTS: Mapping[str, str] = {
    "notice.competition": N_(
        "Filen är en annons om upphandling: där finns ingen leverantör än. Inget är inläst. Vänta på annonsen om tilldelning och läs in "
        "den."
    ),
    "notice.planning": N_(
        "Filen är en förhandsannons: där finns ingen leverantör än. Inget är inläst. Vänta på annonsen om tilldelning och läs in den."
    ),
    "notice.not_award": N_(
        "Filen är en annan sorts annons än de som kan bli kontrakt. Inget är inläst. Välj en annons om tilldelning, om ändring av kontrakt "
        "eller om avsikt att tilldela."
    ),
    "notice.cancelled": N_(
        "Annonsen återkallar en tidigare annons. Inget är inläst. Har kontraktet lästs in tidigare, öppna det och makulera det."
    ),
    "notice.no_tenders": N_(
        "Annonsen säger att inga anbud kom in, så det finns inget kontrakt att läsa in. Inget är ändrat i registret."
    ),
    "notice.no_winner": N_(
        "Annonsen säger att ingen leverantör har valts, så det finns inget kontrakt att läsa in. Inget är ändrat i registret."
    ),
    "notice.winner_withheld": N_(
        "Annonsen håller inne om någon leverantör har valts, så det går inte att läsa in något kontrakt. Registrera kontraktet själv när "
        "du vet mer."
    ),
    "notice.invalid": N_(
        "Annonsen är inte giltig enligt standarden eForms. Det här saknas: {missing}. Inget är inläst. Hämta annonsen på nytt från "
        "annonsplatsen, eller fråga den som publicerade den."
    ),
    "notice.broken": N_(
        "Filen är skadad: dess XML går inte att läsa till slut. Inget är inläst. Hämta annonsen på nytt och välj den igen."
    ),
    "notice.hostile": N_(
        "Filen är byggd på ett sätt som kan skada datorn. Den läses inte in. Hämta annonsen på nytt från annonsplatsen."
    ),
    "notice.too_large": N_(
        "Filen är för stor för att vara en annons (högst {limit} MB). Den läses inte in. Kontrollera att det är rätt fil."
    ),
    "notice.too_much": N_(
        "Filen har fler än {limit} uppgifter, och så många har ingen annons. Den läses inte in. Kontrollera att det är rätt fil."
    ),
    "notice.not_xml": N_(
        "Filen är ingen annons i XML. Inget är inläst. Hämta annonsen som XML från annonsplatsen och välj den filen."
    ),
    "notice.html": N_(
        "Filen är en webbsida. Inget är inläst. Hämta annonsen som XML från annonsplatsen och välj den filen."
    ),
    "notice.not_eforms": N_(
        "Filen är XML men ingen annons enligt standarden eForms. Inget är inläst. Kontrollera att det är rätt fil."
    ),
    "notice.wrong_namespace": N_(
        "Filen liknar en annons om tilldelning men följer inte standarden eForms (fel namnrymd). Inget är inläst. Hämta annonsen på "
        "nytt från annonsplatsen."
    ),
    "notice.old_format": N_(
        "Filen är en annons i det äldre formatet, från tiden före eForms. Det går inte att läsa in. Registrera kontraktet själv."
    ),
}
