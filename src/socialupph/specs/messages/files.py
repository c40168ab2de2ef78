"""What a file that is read or written can answer."""

from collections.abc import Mapping

from socialupph.i18n import N_

TEXTS: Mapping[str, str] = {
    "file.missing": N_("Filen {name} finns inte. Välj den igen."),
    "file.folder": N_("Det där är en mapp. Välj en fil."),
    "file.folder_empty": N_("Mappen är tom. Välj mappen med dina listor."),
    "file.folder_inside": N_("En mapp i mappen. Den läses inte; välj den för sig om den har listor."),
    "file.lock_file": N_("Excel har lagt den här filen medan listan är öppen. Den läses inte, och det gör inget."),
    "file.hidden": N_("Filen är dold och läses inte. Gör den synlig om den är en av dina listor."),
    "file.no_permission": N_(
        "Filen får inte läsas eller skrivas med din behörighet. Spara en kopia i Dokument och välj den, eller välj en annan mapp."
    ),
    "file.unreadable": N_("Filen gick inte att läsa från disken. Kontrollera att platsen är ansluten och försök igen."),
    "file.empty": N_("Filen är tom. Det finns inget att läsa in."),
    "file.too_large": N_("Filen är för stor. Den får vara högst {limit} MB. Ta bort bilder eller dela upp listan."),
    "file.unpacks_too_large": N_(
        "Filen packar upp till mer än vad en lista kan vara (högst {limit} MB). Den läses inte in. Spara bara listan i en ny arbetsbok."
    ),
    "file.hostile": N_(
        "Filen är byggd på ett sätt som kan skada datorn. Den läses inte in. Fråga den som skickade den."
    ),
    "file.encrypted": N_(
        "Filen är skyddad med lösenord. Öppna den i Excel, ta bort lösenordet, spara och välj den igen."
    ),
    "file.damaged": N_(
        "Filen är skadad och går inte att läsa. Öppna den i Excel, spara den som ny arbetsbok och välj den."
    ),
    "file.html": N_(
        "Filen är en webbsida som fått namnet av en kalkylfil. Öppna den i Excel, spara som Excel-arbetsbok (.xlsx) och välj den."
    ),
    "file.kind_pdf": N_("Filen är en PDF. Listor läses in från xlsx, ods, csv, tsv och txt."),
    "file.kind_word": N_("Filen är ett textdokument. Listor läses in från xlsx, ods, csv, tsv och txt."),
    "file.kind_program": N_("Filen är ett program. Listor läses in från xlsx, ods, csv, tsv och txt."),
    "file.kind_picture": N_("Filen är en bild. Listor läses in från xlsx, ods, csv, tsv och txt."),
    "file.kind_archive": N_("Filen är ett arkiv och ingen lista. Packa upp den och välj kalkylfilen i den."),
    "file.kind_database": N_("Filen är en databas och ingen lista. Listor läses in från xlsx, ods, csv, tsv och txt."),
    "file.kind_xls": N_(
        "Filen är i Excels gamla format (xls). Öppna den i Excel, spara som Excel-arbetsbok (.xlsx) och välj den."
    ),
    "file.kind_xml": N_("Filen är en XML-fil. Öppna den i Excel, spara som Excel-arbetsbok (.xlsx) och välj den."),
    "file.kind_xlsb": N_(
        "Filen är en binär arbetsbok (xlsb). Öppna den i Excel, spara som Excel-arbetsbok (.xlsx) och välj den."
    ),
    "file.kind_other": N_("Filen är något annat än en lista. Listor läses in från xlsx, ods, csv, tsv och txt."),
    "file.too_many_rows": N_("Filen har fler än {limit} rader. Dela upp listan i flera filer."),
    "file.too_many_columns": N_("Filen har fler än {limit} kolumner. Ta bort kolumner som inte behövs."),
    "file.too_many_cells": N_(
        "Bladet sträcker sig över för många tomma rutor. Kopiera listan till en ny arbetsbok och välj den i stället."
    ),
    "file.no_such_sheet": N_("Bladet {sheet} finns inte i filen."),
    "file.locked": N_("Filen är öppen i ett annat program. Stäng filen i Excel och försök igen."),
    "file.disk_full": N_("Disken är full. Filen skrevs inte; det som fanns tidigare är kvar."),
    "file.cannot_write": N_("Filen gick inte att skriva. Välj en annan mapp. Det som fanns tidigare är kvar."),
    "file.too_many_rows_out": N_(
        "Listan har fler rader än ett kalkylblad rymmer. Begränsa urvalet eller exportera till csv."
    ),
    "list.not_recognised": N_(
        "Ingen kolumn för {missing} kändes igen. Välj själv vilken kolumn som är vad, eller kontrollera att det är rätt lista."
    ),
    "list.no_cpv": N_(
        "Filen är ingen CPV-lista. Den ska ha en kolumn med CPV-koder (åtta siffror) och en med namn, i xlsx, ods, csv, tsv eller "
        "Genericode (.gc). Inget är inläst."
    ),
    "list.no_occupations": N_(
        "Filen är ingen yrkeslista. Den ska ha en kolumn med Arbetsförmedlingens id (som Ab1c_2De_f3G) och en med namn, i xlsx, ods, "
        "csv, tsv eller JSON. Inget är inläst."
    ),
    "list.no_codes": N_(
        "Filen är varken en CPV-lista eller en yrkeslista. Den ska ha en kolumn med koder (CPV med åtta siffror, eller "
        "Arbetsförmedlingens id som Ab1c_2De_f3G) och en med namn. Inget är inläst."
    ),
    "list.xml_other": N_(
        "XML-filen är ingen kodlista i Genericode. CPV-listan går också att läsa in från xlsx, ods, csv och tsv. Inget är inläst."
    ),
    "list.damaged": N_(
        "Filen är trasig och går inte att läsa till slutet. Inget är inläst. Hämta den på nytt och försök igen."
    ),
    "import.mapping_twice": N_("Två kolumner kan inte båda vara {field}."),
    "import.mapping_unknown": N_("Kolumnvalet passar inte listan."),
    "import.mapping_sensitive": N_(
        "Kolumnen {column} kan inte läsas in. Uppgifter om hälsa, behov och målgrupp om en person tas aldrig in från en lista."
    ),
    "import.cancelled": N_("Importen stoppades. Inget är skrivet, registret är som det var."),
    "import.nothing_to_read": N_(
        "Ingen av filerna är en lista som går att läsa in. Välj andra filer, eller säg vad filen är."
    ),
    "import.answer_unknown": N_(
        "Ingen fråga gäller {word}, eller så är svaret inget av dem som finns att välja. Inget är skrivet."
    ),
    "import.no_kind": N_("Välj vad bladet {name} är innan det läses."),
    "export.unknown_kind": N_(
        "Filen {name} har en ändelse som inte går att skriva. Välj .xlsx, .csv eller .pdf. Inget är sparat."
    ),
    "paper.logo_unreadable": N_(
        "Bilden till pappershuvudet gick inte att läsa. Välj en PNG- eller JPEG-bild i Inställningar."
    ),
}
