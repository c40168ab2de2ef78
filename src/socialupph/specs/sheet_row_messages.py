"""What the user reads about the rows of sheets of one's own, beside what stands in ``import_messages`` for every list."""

from collections.abc import Mapping

from socialupph.i18n import N_

SHEET_ROW_MESSAGES: Mapping[str, str] = {
    "import.no_name": N_("Rad {row}: namn saknas. Skriv namnet i kolumnen {column}."),
    "import.no_person": N_(
        "Rad {row}: både namn och kod saknas. Skriv något av dem, så att personen går att känna igen."
    ),
    "import.nobody_placed": N_(
        "Rad {row}: raden säger inte vem som är placerad. Skriv deltagaren i kolumnen {column}, eller hur många leverantören själv har "
        "rekryterat."
    ),
    "import.no_start": N_("Rad {row}: startdatum saknas. Skriv det i kolumnen {column}, till exempel 2025-03-01."),
    "import.no_placement": N_(
        "Rad {row}: raden säger inte vad uppföljningen gäller. Skriv placeringens kod, deltagaren eller avtalet, till exempel i kolumnen "
        "{column}."
    ),
    "import.no_day": N_(
        "Rad {row}: uppföljningen saknar datum. Skriv det i kolumnen {column}, till exempel 2025-03-01."
    ),
    "import.no_course_day": N_(
        "Rad {row}: det står inte vilken dag kursen hölls. Skriv datumet i en kolumn som heter Kursdatum, eller på en rad ovanför listan."
    ),
    "import.personal_number": N_(
        "Rad {row}, kolumn {column}: personnumret ska ha tio eller tolv siffror, till exempel ÅÅÅÅMMDD-NNNN. Rätta det eller lämna rutan "
        "tom; ett personnummer behövs aldrig."
    ),
    "import.personal_number_date": N_(
        "Rad {row}, kolumn {column}: personnumret kan inte stämma, det börjar med en dag som inte finns. Rätta det eller lämna rutan tom."
    ),
    "import.personal_number_check": N_(
        "Rad {row}, kolumn {column}: personnumret kan inte stämma, kontrollsiffran är fel. Rätta det eller lämna rutan tom."
    ),
    "import.birth_year": N_(
        "Rad {row}, kolumn {column}: födelseåret går inte att läsa ({value}). Skriv det med fyra siffror, till exempel 1990."
    ),
    "import.birth_years_differ": N_(
        "Rad {row}, kolumn {column}: födelseåret {value} är ett annat än det i personnumret. Rätta det som är fel."
    ),
    "import.email": N_("Rad {row}, kolumn {column}: {value} är ingen e-postadress. Rätta den eller lämna rutan tom."),
    "import.country": N_(
        "Rad {row}, kolumn {column}: landet {value} känns inte igen. Skriv dess två bokstäver, till exempel NO."
    ),
    "import.percent": N_(
        "Rad {row}, kolumn {column}: omfattningen {value} går inte att läsa. Skriv den i procent av heltid, över 0 och högst 100."
    ),
    "import.count": N_("Rad {row}, kolumn {column}: {value} är inget antal. Skriv ett helt tal eller lämna rutan tom."),
    "import.yes_no": N_(
        "Rad {row}, kolumn {column}: {value} är varken ja eller nej. Skriv Ja eller Nej, eller lämna rutan tom."
    ),
    "import.score": N_(
        "Rad {row}, kolumn {column}: {value} är ingen skattning. Skriv 1, 2, 3, 4 eller 5, eller lämna rutan tom."
    ),
    "import.time": N_("Rad {row}, kolumn {column}: {value} är inget klockslag. Skriv det som 9.00–16.00."),
    "import.period": N_(
        "Rad {row}, kolumn {column}: perioden {value} går inte att läsa. Skriv den som 2025-03-01–2025-06-30."
    ),
    "import.date_week": N_(
        "Rad {row}, kolumn {column}: {value} är en vecka, inte en dag. Skriv dagen, till exempel 2025-03-01."
    ),
}

SHEET_NOTE_MESSAGES: Mapping[str, str] = {
    "note.sensitive": N_(
        "Kolumnen {column} läses inte. Uppgifter om hälsa, behov och målgrupp om en person tas aldrig in från en lista."
    ),
    "note.filled_down": N_("Tomma rutor i kolumnen {column} är lästa som det som står på raden ovanför."),
    "note.name_turned": N_("Namnen i kolumnen {column} står med efternamnet först. De är vända."),
    "note.words_unread": N_("Ord i kolumnen {column} som inte känns igen läses inte: {text}."),
    "note.hours": N_("Timmar i kolumnen {column} är räknade av 40 i veckan."),
    "note.several_follow_ups": N_("Varje rad har flera uppföljningar. Var och en är läst för sig."),
    "note.no_question": N_("Kolumnen {column} läses inte: rubriken säger inte vilken fråga skattningen gäller."),
    "note.no_respondent": N_("Kolumnen {column} säger inte vem som har svarat. Svaren är lästa som samordnarens."),
    "note.course_above": N_("Kursen är läst från det som står ovanför listan: {text}."),
    "note.groups": N_("Deltagarna står under rader med datum. Varje sådan rad är läst som ett kurstillfälle."),
}
