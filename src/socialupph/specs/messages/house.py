"""Reference data, settings, tasks, deviations, documents, goals and drafts."""

from collections.abc import Mapping

from socialupph.i18n import N_

TEXTS: Mapping[str, str] = {
    "reference.unknown": N_("Ordet {key} finns inte i listan."),
    "reference.label_taken": N_("Det finns redan ett ord som heter {label} i listan."),
    "reference.ends_before_start": N_("Sista dagen kommer före den första. Rätta en av dem."),
    "code_list.no_cpv": N_("Välj i listan, eller skriv en CPV-kod med åtta siffror."),
    "code_list.check_digit": N_(
        "Kontrollsiffran {digit} hör inte till {code}. Jämför med källan, eller skriv koden utan den."
    ),
    "setting.out_of_range": N_("Skriv ett tal från {least} till {most}."),
    "draft.none": N_("Det finns inget sparat utkast."),
    "record.no_code": N_("Ingen post har koden {code}."),
    "task.about_half": N_("Välj vilken post uppgiften gäller, eller ingen alls."),
    "deviation.about_missing": N_("Välj en placering, en uppföljning eller ett kontrakt."),
    "deviation.ladder_without_contract": N_("Trappan gäller kontrakt. Välj kontraktet på avvikelsen först."),
    "deviation.ladder_backwards": N_("Ett senare steg i trappan är redan taget. Välj det eller ett ännu senare."),
    "deviation.steps_left": N_("Det finns steg som inte är klara. Markera dem som klara först."),
    "deviation.closed_before_reported": N_("Avvikelsen kan inte avslutas innan den rapporterades."),
    "deviation.is_closed": N_("Avvikelsen {code} är avslutad. Öppna den igen för att lägga till steg."),
    "document.too_large": N_("Filen {name} är {size} MB. Högst {most} MB kan sparas i registret."),
    "document.empty": N_("Filen {name} är tom och sparades inte."),
    "document.kind": N_(
        "Filen {name} är inte av ett slag som kan sparas: pdf, docx, xlsx, jpg, png, txt, eml eller msg."
    ),
    "document.not_what_it_says": N_("Filen {name} är inte det som namnet säger. Den sparades inte."),
    "goal.year": N_("Skriv ett år från 2000 till 2100."),
    "goal.target": N_("Målet ska vara större än noll."),
    "goal.taken": N_("Det finns redan ett mål med det måttet för {year}."),
    "procurement.value": N_("Ett värde kan inte vara mindre än noll."),
    "procurement.decision_reason": N_("Skriv skälet till beslutet."),
}
