"""What the user reads about a row that was compared with the register: why it cannot stand, or what to look at though it can.

The column is told where the reader knew it; what only the register knows is told by row alone. ``{sheet}`` and ``{first}`` are another
row of the same batch.
"""

from collections.abc import Mapping

from socialupph.i18n import N_

REGISTER_ROW_MESSAGES: Mapping[str, str] = {
    "import.ask": N_("Rad {row}: svara på frågan om {value}, så går raden att läsa in."),
    "import.waits_for_row": N_(
        "Rad {row}: raden hör ihop med {value} på rad {first} i {sheet}, som inte går att läsa in. Rätta den raden först."
    ),
    "import.void": N_(
        "Rad {row}: {value} är makulerad i registret. Ta bort raden eller skriv det som gäller i stället."
    ),
    "import.supplier_no_name": N_("Rad {row}: leverantörens namn saknas. Skriv namnet."),
    "import.contract_told_elsewhere": N_(
        "Rad {row}: avtalet {value} står redan på rad {first} i {sheet}. Den raden gäller; ta bort den här."
    ),
    "import.candidate_nobody": N_("Rad {row}: både namn och kod saknas. Skriv något av dem."),
    "import.candidate_code_twice": N_(
        "Rad {row}: koden {value} står redan på rad {first} i {sheet}. Den raden gäller; ge den här en annan kod eller ta bort den."
    ),
    "import.candidate_two": N_(
        "Rad {row}: koden {value} är en kandidat och personnumret en annan. Rätta det som är fel."
    ),
    "import.candidate_unknown": N_(
        "Rad {row}: kandidaten {value} finns inte i registret. Rätta namnet eller koden, eller läs in kandidaterna samtidigt."
    ),
    "import.birth_year_impossible": N_(
        "Rad {row}: födelseåret {value} kan inte stämma. Den som placeras är mellan 13 och 110 år. Rätta det eller lämna rutan tom."
    ),
    "import.placement_nobody": N_(
        "Rad {row}: placeringen saknar deltagare. Skriv kandidaten, eller hur många leverantören själv har rekryterat."
    ),
    "import.placement_heads": N_("Rad {row}: antalet {value} måste vara minst 1."),
    "import.placement_both": N_(
        "Rad {row}: raden har både en kandidat och antalet {value}. En kandidat är en person; ta bort antalet eller dela upp raden."
    ),
    "import.placement_no_contract": N_(
        "Rad {row}: det går inte att se vilket kontrakt placeringen hör till. Skriv kontraktets nummer."
    ),
    "import.placement_no_host": N_(
        "Rad {row}: det går inte att se var placeringen är. Skriv leverantören som tar emot; kontraktet har ingen."
    ),
    "import.placement_no_start": N_("Rad {row}: placeringens startdatum saknas. Skriv det, till exempel 2025-03-01."),
    "import.placement_no_end": N_(
        "Rad {row}: placeringens slutdatum saknas. Skriv den dag då den är tänkt att sluta, till exempel 2025-06-30."
    ),
    "import.placement_twice": N_(
        "Rad {row}: samma placering står redan på rad {first} i {sheet}. Den raden gäller; ta bort den här."
    ),
    "import.placement_unknown": N_(
        "Rad {row}: placeringen {value} finns inte i registret. Rätta raden, eller läs in placeringarna samtidigt."
    ),
    "import.follow_up_of_nobody": N_(
        "Rad {row}: det går inte att se vad uppföljningen gäller. Skriv placeringen, kandidaten eller kontraktet."
    ),
    "import.follow_up_no_date": N_("Rad {row}: uppföljningen saknar datum. Skriv det, till exempel 2025-03-01."),
    "import.follow_up_held_in_future": N_(
        "Rad {row}: uppföljningen kan inte vara genomförd {value}, den dagen har inte varit än. Rätta datumet eller läget."
    ),
    "import.follow_up_held_missing": N_("Rad {row}: uppföljningen är genomförd men saknar datum. Skriv när den hölls."),
    "import.follow_up_held_unexpected": N_(
        "Rad {row}: uppföljningen är inte genomförd men har ett datum då den hölls ({value}). Rätta det som är fel."
    ),
    "import.follow_up_no_reason": N_("Rad {row}: uppföljningen hoppades över. Skriv varför."),
    "import.follow_up_before": N_(
        "Rad {row}: uppföljningen {value} ligger före placeringen, som börjar {start}. Rätta det som är fel."
    ),
    "import.follow_up_twice": N_(
        "Rad {row}: samma uppföljning står redan på rad {first} i {sheet}. Den raden gäller; ta bort den här."
    ),
    "import.follow_up_answers": N_(
        "Rad {row}: samma fråga är besvarad två gånger. Den tredje som svarar är samordnaren eller Arbetsförmedlingens handläggare, "
        "inte båda."
    ),
    "import.follow_up_score": N_("Rad {row}: {value} är ingen skattning. Skriv 1, 2, 3, 4 eller 5."),
    "import.participant_no_name": N_("Rad {row}: deltagarens namn saknas. Skriv namnet."),
    "import.attended_ahead": N_(
        "Rad {row}: kursen är inte slut förrän {end}, så ingen kan ha deltagit än. Rätta datumet eller lämna närvaron tom."
    ),
    "import.course_no_title": N_("Rad {row}: kursens namn saknas. Skriv det."),
    "import.course_no_date": N_(
        "Rad {row}: det står inte vilken dag kursen hölls. Skriv datumet, till exempel 2025-03-01."
    ),
    "import.session_ends_before_start": N_("Rad {row}: kursen slutar {end} men börjar {start}. Rätta det som är fel."),
}

REGISTER_WARNINGS: Mapping[str, str] = {
    "import.warn_said_otherwise": N_("{field} står redan annorlunda på rad {first} i {sheet}. Den raden gäller."),
    "import.warn_host_of_contract": N_("Raden säger inte var; kontraktets leverantör används: {value}."),
    "import.warn_contract_of_host": N_("Raden säger inte vilket kontrakt; leverantörens eget används: {value}."),
    "import.warn_no_requirement": N_("Kontraktet har inget krav {value}. Placeringen räknas inte mot något krav."),
    "import.warn_no_statement": N_(
        "Det står inte vem som intygar att de som leverantören rekryterat hör till målgruppen. Skriv det i placeringen."
    ),
    "import.warn_no_percent": N_("Omfattningen saknas. Placeringen räknas på heltid."),
    "import.warn_working_times": N_(
        "Omfattningen {value} ändras inte: registret har flera, från olika dagar. Ändra den i placeringen."
    ),
    "import.warn_not_ended": N_("Orsak och resultat tas inte in, eftersom placeringen inte har slutat."),
    "import.warn_no_end_reason": N_("Det står inte varför placeringen slutade. Orsaken blir okänd."),
    "import.warn_of_contract": N_(
        "Ingen placering hos företaget hör till kontraktet. Uppföljningen gäller kontraktet {value}."
    ),
    "import.warn_follow_up_early": N_("Uppföljningen {value} ligger före placeringen, som börjar {start}."),
    "import.warn_taken_as_held": N_(
        "Det står inte om uppföljningen hölls. Dagen {value} har varit, så den räknas som genomförd."
    ),
    "import.warn_times": N_("Tiderna saknas. Kursdagen läggs in {start}–{end}."),
    "import.warn_no_supervisor_training": N_(
        "Kursen {value} räknas inte som handledarutbildning, eftersom namnet inte säger det. Ändra i kursen om den är det."
    ),
    "import.warn_overlap": N_("Personen har redan {code} samma tid, {start} – {end}."),
    "import.warn_overlap_row": N_("Personen har samma tid placeringen på rad {first} i {sheet}, {start} – {end}."),
    "import.warn_longer_than_form": N_("Längre än formen tillåter. Sista möjliga dag är {last_day}."),
    "import.warn_form_ended": N_("Formen upphörde {day}."),
    "import.warn_form_not_yet": N_("Formen gäller först från {day}."),
    "import.warn_public_host_only": N_("Den här formen är bara för offentliga arbetsgivare."),
    "import.warn_supervisor_without_course": N_("Handledaren har inte gått handledarutbildningen."),
}
