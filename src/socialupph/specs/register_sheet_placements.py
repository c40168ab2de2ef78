"""Columns of sheets of placements and of follow-ups. The first name of a field is its heading in our own template."""

from socialupph.i18n import N_
from socialupph.specs.imports import Content, ListKind, TargetField

PLACEMENT_LIST = ListKind(
    "placements",
    N_("Placeringar"),
    (
        TargetField(
            "code", N_("Placeringens kod"), Content.CODE,
            ("Placering", "placeringsnummer", "placeringsnr", "placeringskod", "placerings-id", "praktik-id", "praktiknummer", "löpnummer",
             "löpnr", "placement", "placement id", "placement code"),
            ("id", "nr", "nummer", "kod", "no"), never_with=("telefon", "tel", "mobil", "avtal", "deltagare", "personnummer"), limit=60,
        ),
        TargetField(
            "candidate_code", N_("Deltagarens kod"), Content.CODE,
            ("Deltagarkod", "deltagar-id", "deltagarid", "deltagarnummer", "deltagarnr", "deltagare id", "kandidatkod", "kandidat-id",
             "kandidatnummer", "kandidatnr", "candidate id", "candidate code", "participant id"),
            ("id",), fills="candidate_code", limit=60,
        ),
        TargetField(
            "candidate", N_("Deltagare"), Content.PERSON_NAME,
            ("Deltagare", "praktikant", "kandidat", "namn", "person", "deltagarens namn", "praktikantens namn", "anställd", "den anställde",
             "lärling", "för- och efternamn", "efternamn, förnamn", "efternamn förnamn", "name", "participant", "candidate", "trainee",
             "employee", "deltagare namn", "den placerade"),
            never_with=("handledare", "handläggare", "id", "nr", "nummer", "kod", "antal", "företag", "företagets", "från", "telefon"),
        ),
        TargetField(
            "candidate_first", N_("Deltagarens förnamn"), Content.PERSON_NAME,
            ("Förnamn", "deltagarens förnamn", "first name", "given name"), never_with=("handledare", "efternamn"),
        ),
        TargetField(
            "candidate_last", N_("Deltagarens efternamn"), Content.PERSON_NAME,
            ("Efternamn", "deltagarens efternamn", "last name", "surname"), never_with=("handledare", "förnamn"),
        ),
        TargetField(
            "birth_year", N_("Födelseår"), Content.YEAR,
            ("Födelseår", "född", "födelsedatum", "född år", "birth year", "year of birth", "date of birth", "born"), limit=60,
        ),
        TargetField(
            "personal_number", N_("Personnummer"), Content.PERSONAL_NUMBER,
            ("Personnummer", "personnr", "person nr", "pnr", "pers nr", "samordningsnummer", "personal number", "identity number"),
             limit=60,
        ),
        TargetField(
            "heads", N_("Antal som leverantören rekryterat"), Content.COUNT,
            ("Antal egna rekryteringar", "antal", "antal personer", "antal rekryterade", "antal anställda", "egen rekrytering",
             "egna rekryteringar", "rekryterade av leverantören", "antal rekryterade av leverantören", "heads", "number of people"),
            limit=20,
        ),
        TargetField(
            "statement", N_("Leverantörens intyg om målgrupp"), Content.TEXT,
            ("Leverantörens intyg om målgrupp", "intyg om målgrupp", "målgruppsintyg", "leverantörens intyg", "intyg målgrupp",
             "statement of target group"),
            limit=1000,
        ),
        TargetField(
            "contract", N_("Avtalsnummer"), Content.NUMBER,
            ("Avtalsnummer", "avtalsnr", "avtal nr", "avtals-id", "avtal", "kontrakt", "kontraktsnummer", "kontraktsnr", "diarienummer",
             "dnr", "diarienr", "upphandlingsnummer", "upphandlingsnr", "contract", "contract number", "contract no", "enligt avtal"),
            never_with=("från", "till", "start", "slut"), limit=100,
        ),
        TargetField(
            "contract_name", N_("Avtalets namn"), Content.TITLE,
            ("Avtalets namn", "avtalsnamn", "upphandling", "upphandlingens namn", "avtalsområde", "projekt", "projektnamn", "entreprenad",
             "objekt", "benämning", "ramavtal", "contract name", "contract title", "project", "avtalstitel"),
            ("avtal", "kontrakt", "contract"),
        ),
        TargetField(
            "requirement", N_("Krav"), Content.REFERENCE,
            ("Krav", "kravnummer", "kravnr", "krav nr", "typ av krav", "sysselsättningskrav", "åtagande", "requirement", "enligt krav"),
            limit=100,
        ),
        TargetField(
            "host", N_("Företag"), Content.COMPANY,
            ("Företag", "arbetsgivare", "leverantör", "anordnare", "värdföretag", "värd", "praktikanordnare", "entreprenör",
             "underentreprenör", "organisation", "företagsnamn", "placeringsföretag", "praktikföretag", "bolag", "host", "employer",
             "company", "supplier", "mottagande företag", "praktikvärd"),
            ("praktikplats",),
            never_with=("kontaktperson", "kontakt", "telefon", "tel", "e", "mejl", "orgnr", "organisationsnummer", "adress", "handledare"),
        ),
        TargetField(
            "host_org_number", N_("Företagets organisationsnummer"), Content.ORG_NUMBER,
            ("Organisationsnummer", "orgnr", "org nr", "org nummer", "orgnummer", "företagets organisationsnummer", "organisation number"),
            limit=60,
        ),
        TargetField(
            "workplace", N_("Arbetsplats"), Content.TEXT,
            ("Arbetsplats", "arbetsställe", "placerad på", "praktikplats", "placeringsplats", "placeringsort", "enhet", "workplace",
             "site"),
            ("placering", "plats", "ort"), never_with=("kod", "nr", "form"),
        ),
        TargetField(
            "form", N_("Form"), Content.REFERENCE,
            ("Form", "placeringsform", "insats", "typ", "anställningsform", "åtgärd", "program", "typ av placering", "stödform",
             "typ av insats", "typ av anställning", "praktikform", "placement type", "measure", "type"),
            ("slag",), limit=200,
        ),
        TargetField(
            "decision_reference", N_("Beslut"), Content.REFERENCE,
            ("Beslut", "beslutsnummer", "beslutsnr", "af-beslut", "anvisning", "anvisningsnummer", "beslut af", "ärendenummer af",
             "decision",
             "decision reference", "af ärendenummer"),
            limit=100,
        ),
        TargetField(
            "starts_on", N_("Start"), Content.DATE,
            ("Start", "startdatum", "startdag", "från", "fr.o.m.", "from", "fr o m", "från och med", "börjar", "började", "påbörjad",
             "praktikstart", "anställd från", "placerad från", "start date", "starts", "begins", "startade", "datum från",
             "placeringsstart"),
            never_with=("avtal", "avtalets", "avtalsstart", "kontrakt", "uppföljning"),
        ),
        TargetField(
            "planned_end_on", N_("Planerat slut"), Content.DATE,
            ("Planerat slut", "planerat slutdatum", "slut", "slutdatum", "slutdag", "till", "t.o.m.", "tom", "t o m", "till och med",
             "beräknat slut", "beräknat slutdatum", "slutar", "beslut t.o.m.", "anställd till", "end date", "planned end", "end", "ends",
             "datum till", "planerad avslutning", "praktikslut", "placeringsslut"),
            never_with=("avtal", "avtalets", "avtalsslut", "kontrakt", "uppföljning", "faktiskt", "verkligt"),
        ),
        TargetField(
            "ended_on", N_("Faktiskt slut"), Content.DATE,
            ("Faktiskt slut", "faktiskt slutdatum", "verkligt slut", "avslutad", "avslutades", "avslutad den", "avbruten", "avbröts",
             "avslutsdatum", "slutade", "sista dag", "avbrottsdatum", "actual end", "ended", "ended on"),
        ),
        TargetField(
            "period", N_("Period (båda dagarna i samma ruta)"), Content.PERIOD,
            ("Period", "placeringsperiod", "praktikperiod", "tid", "datum", "anställningstid", "placeringstid", "period from-to"),
            fills="period", limit=100,
        ),
        TargetField(
            "percent", N_("Omfattning i procent"), Content.PERCENT,
            ("Omfattning %", "omfattning", "tjänstgöringsgrad", "sysselsättningsgrad", "arbetstid", "arbetstid procent", "grad", "procent",
             "extent", "working time", "working time percent", "anställningsgrad"),
            limit=60,
        ),
        TargetField(
            "hours", N_("Omfattning i timmar per vecka"), Content.HOURS,
            ("Timmar per vecka", "tim/v", "tim/vecka", "timmar/vecka", "h/v", "h/vecka", "veckoarbetstid", "timmar i veckan",
             "hours per week"),
            fills="percent", limit=60,
        ),
        TargetField(
            "supervisor", N_("Handledare"), Content.PERSON_NAME,
            ("Handledare", "handledarens namn", "handledare namn", "handledare på arbetsplatsen", "handledare hos företaget",
             "kontaktperson", "kontaktperson företag", "arbetsledare", "supervisor", "mentor", "kontakt på företaget"),
            ("kontakt",), never_with=("af", "telefon", "tel", "mobil", "e", "mejl", "mail", "epost", "utbildad", "kurs"),
        ),
        TargetField(
            "supervisor_phone", N_("Handledarens telefon"), Content.PHONE,
            ("Handledare telefon", "handledarens telefon", "telefon handledare", "tel handledare", "handledare tel", "handledare mobil",
             "handledare telefonnummer", "mobil handledare", "supervisor phone", "handledare mobiltelefon", "handledare mobilnummer"),
            limit=60,
        ),
        TargetField(
            "supervisor_email", N_("Handledarens e-post"), Content.EMAIL,
            ("Handledare e-post", "handledarens e-post", "e-post handledare", "handledare epost", "handledare mejl", "handledare mail",
             "mejl handledare", "mail handledare", "handledare e-postadress", "supervisor email"),
            limit=200,
        ),
        TargetField(
            "af_officer", N_("Handläggare hos Arbetsförmedlingen"), Content.PERSON,
            ("AF-handläggare", "handläggare", "arbetsförmedlare", "handläggare af", "kontakt af", "af-kontakt", "kontaktperson af",
             "arbetsförmedlingens handläggare", "af officer", "case worker"),
            never_with=("telefon", "tel", "mobil", "e", "mejl", "mail"),
        ),
        TargetField(
            "end_reason", N_("Avslutsorsak"), Content.REFERENCE,
            ("Avslutsorsak", "orsak", "orsak till avslut", "avbrottsorsak", "avslutsanledning", "anledning", "anledning till avslut",
             "orsak till avbrott", "end reason", "reason"),
            limit=200,
        ),
        TargetField(
            "outcome", N_("Utfall"), Content.REFERENCE,
            ("Utfall", "resultat", "utfall vid slut", "resultat vid avslut", "efter placeringen", "gick vidare till", "gått till",
             "outcome",
             "result"),
            limit=200,
        ),
        TargetField(
            "status", N_("Status"), Content.WORD,
            ("Status", "läge", "state"), words="placement_status", limit=100,
        ),
        TargetField(
            "note", N_("Anteckning"), Content.NOTES,
            ("Anteckning", "anteckningar", "kommentar", "kommentarer", "notering", "noteringar", "övrigt", "info", "anm", "anmärkning",
             "obs",
             "övrig information", "note", "notes", "comment", "comments"),
            many=True, limit=20_000,
        ),
    ),
    (
        ("candidate", "candidate_code", "candidate_first", "candidate_last", "personal_number", "heads"),
        ("contract", "contract_name", "host", "workplace"),
        ("starts_on", "period"),
    ),
    heads=(
        ("supervisor", "supervisor"), ("candidate", "candidate"), ("candidate_last", "candidate"), ("candidate_first", "candidate"),
        ("af_officer", "af_officer"), ("host", "host"), ("workplace", "host"), ("supervisor_phone", "supervisor"),
        ("supervisor_email", "supervisor"),
    ),
)  # fmt: skip

FOLLOW_UP_LIST = ListKind(
    "follow-ups",
    N_("Uppföljningar"),
    (
        TargetField(
            "placement", N_("Placeringens kod"), Content.CODE,
            ("Placering", "placeringsnummer", "placeringsnr", "placeringskod", "placerings-id", "placering nr", "praktik-id",
             "praktiknummer", "placement", "placement id", "placement code"),
            ("id", "nr", "kod"), limit=60,
        ),
        TargetField(
            "candidate_code", N_("Deltagarens kod"), Content.CODE,
            ("Deltagarkod", "deltagar-id", "deltagarid", "deltagarnummer", "deltagarnr", "deltagare id", "kandidatkod", "kandidat-id",
             "kandidatnummer", "candidate id", "candidate code", "participant id"),
            fills="candidate_code", limit=60,
        ),
        TargetField(
            "candidate", N_("Deltagare"), Content.PERSON_NAME,
            ("Deltagare", "praktikant", "kandidat", "namn", "person", "deltagarens namn", "anställd", "lärling", "för- och efternamn",
             "efternamn, förnamn", "efternamn förnamn", "name", "participant", "candidate", "trainee"),
            never_with=("handledare", "handläggare", "id", "nr", "kod", "närvaro", "trivsel", "uppgifter", "handledning", "språk",
                        "säkerhet", "kommentar", "företag", "telefon"),
        ),
        TargetField(
            "candidate_first", N_("Deltagarens förnamn"), Content.PERSON_NAME,
            ("Förnamn", "deltagarens förnamn", "first name"), never_with=("handledare", "efternamn"),
        ),
        TargetField(
            "candidate_last", N_("Deltagarens efternamn"), Content.PERSON_NAME,
            ("Efternamn", "deltagarens efternamn", "last name", "surname"), never_with=("handledare", "förnamn"),
        ),
        TargetField(
            "birth_year", N_("Födelseår"), Content.YEAR,
            ("Födelseår", "född", "födelsedatum", "född år", "birth year", "year of birth", "date of birth", "born"), limit=60,
        ),
        TargetField(
            "personal_number", N_("Personnummer"), Content.PERSONAL_NUMBER,
            ("Personnummer", "personnr", "pnr", "pers nr", "samordningsnummer", "personal number", "identity number"), limit=60,
        ),
        TargetField(
            "host", N_("Företag"), Content.COMPANY,
            ("Företag", "arbetsgivare", "leverantör", "arbetsplats", "värdföretag", "anordnare", "entreprenör", "organisation",
             "företagsnamn",
             "praktikplats", "host", "employer", "company", "supplier", "workplace"),
            never_with=("kontaktperson", "telefon", "e", "mejl", "handledare"),
        ),
        TargetField(
            "contract", N_("Avtal"), Content.REFERENCE,
            ("Avtalsnummer", "avtalsnr", "avtal", "kontrakt", "kontraktsnummer", "diarienummer", "dnr", "upphandling", "projekt",
             "contract",
             "contract number", "avtal nr", "ramavtal"),
            limit=300,
        ),
        TargetField(
            "kind", N_("Typ av uppföljning"), Content.WORD,
            ("Typ av uppföljning", "typ", "uppföljningstyp", "typ av samtal", "samtal", "tillfälle", "moment", "type", "follow-up type",
             "vilken uppföljning", "slags uppföljning"),
            ("uppföljning", "slag"), words="follow_up_kind", limit=200,
        ),
        TargetField(
            "due_on", N_("Planerad dag"), Content.DATE,
            ("Planerad", "planerad dag", "planerat datum", "planerad den", "ska göras", "senast", "bokad", "bokad den", "due", "due date",
             "planned", "planned on", "ska följas upp", "förfallodag", "uppföljning planerad"),
        ),
        TargetField(
            "held_on", N_("Genomförd dag"), Content.DATE,
            ("Genomförd", "genomförd den", "genomfört datum", "genomfört", "genomförd dag", "hölls", "hållen", "hållen den", "utförd",
             "utfört",
             "besöksdatum", "samtalsdatum", "gjord", "klar den", "held", "held on", "done on", "uppföljd", "uppföljning genomförd"),
        ),
        TargetField(
            "held", N_("Genomförd (ja/nej)"), Content.YES_NO,
            ("Genomförd ja/nej", "genomförd", "klar", "klart", "utförd", "gjord", "avklarad", "done"), limit=60,
        ),
        TargetField(
            "day", N_("Datum"), Content.DATE,
            ("Datum", "dag", "uppföljningsdatum", "datum för uppföljning", "uppföljningsdag", "date", "follow-up date", "tid"),
            ("uppföljning",), never_with=("klart", "senast", "nästa", "planerad"),
        ),
        TargetField(
            "wide_day", N_("Dag för en uppföljning (flera kolumner)"), Content.DATE,
            ("Uppföljning", "uppföljningar", "uppf", "avstämning", "startsamtal", "uppstart", "startmöte", "uppföljning efter veckor",
             "2 veckor", "uppföljning 2 veckor", "månadsuppföljning", "månad", "mån", "nästa steg-samtal", "nästa steg", "slutsamtal",
             "slutmöte", "avslutningssamtal", "90 dagar", "uppföljning 90 dagar", "3 månader efter", "6 månader", "6 mån",
             "uppföljning 6 månader", "12 månader", "12 mån", "uppföljning 12 månader", "besök", "trepartssamtal", "follow-up", "samtal"),
            never_with=("typ", "anteckning", "anteckningar", "kommentar", "status", "sätt", "planerad", "genomförd"), many=True,
        ),
        TargetField(
            "wide_note", N_("Anteckning till en av flera uppföljningar (flera kolumner)"), Content.NOTES,
            ("Uppföljning anteckning", "anteckning uppföljning", "kommentar uppföljning", "uppföljning kommentar", "uppföljning notering"),
            many=True, limit=20_000,
        ),
        TargetField(
            "next_on", N_("Nästa uppföljning"), Content.DATE,
            ("Nästa uppföljning", "nästa datum", "nästa samtal", "nästa avstämning", "nästa besök", "nästa kontakt", "ny uppföljning",
             "next follow-up", "boka nästa", "följs upp nästa gång"),
        ),
        TargetField(
            "means", N_("Sätt"), Content.WORD,
            ("Sätt", "hur", "kontaktsätt", "form", "kanal", "typ av kontakt", "mötesform", "samtalsform", "means", "how", "på vilket sätt"),
            words="means", limit=100,
        ),
        TargetField(
            "status", N_("Status"), Content.WORD,
            ("Status", "läge", "state", "utfört/planerat"), words="follow_up_status", limit=100,
        ),
        TargetField(
            "reason", N_("Orsak till att den inte hölls"), Content.TEXT,
            ("Orsak", "orsak till inställd", "anledning", "varför inte", "skäl", "reason", "orsak om ej genomförd"), limit=1000,
        ),
        TargetField(
            "summary", N_("Sammanfattning"), Content.NOTES,
            ("Sammanfattning", "anteckning", "anteckningar", "kommentar", "kommentarer", "notering", "noteringar", "minnesanteckning",
             "minnesanteckningar", "vad sades", "resultat", "övrigt", "summary", "notes", "note", "comment", "comments"),
            many=True, limit=20_000,
        ),
        TargetField(
            "answers", N_("Skattning 1–5 (frågan och vem som svarat står i rubriken, flera kolumner)"), Content.SCORE,
            ("Närvaro", "arbetsuppgifter", "uppgifter", "handledning", "trivsel", "mående", "språk och kunskap", "språk", "kunskap",
             "säkerhet", "arbetsmiljö", "attendance", "tasks", "supervision", "well-being", "language and skills", "safety"),
            many=True, limit=4000,
        ),
        TargetField(
            "comments", N_("Kommentar till en skattning (flera kolumner)"), Content.NOTES,
            ("Kommentar närvaro", "kommentar arbetsuppgifter", "kommentar handledning", "kommentar trivsel", "kommentar språk och kunskap",
             "kommentar säkerhet", "närvaro kommentar", "arbetsuppgifter kommentar", "handledning kommentar", "trivsel kommentar",
             "språk och kunskap kommentar", "språk kommentar", "säkerhet kommentar", "kommentar språk"),
            many=True, limit=4000,
        ),
        TargetField(
            "step_what", N_("Överenskommet: vad (flera kolumner)"), Content.NOTES,
            ("Vad", "överenskommet", "överenskommelse", "överenskommelser", "överenskomna steg", "åtgärd", "åtgärder", "nästa steg", "steg",
             "vad ska göras", "att göra", "beslutade åtgärder", "agreed", "agreed step", "action", "next step", "what"),
            many=True, limit=1000,
        ),
        TargetField(
            "step_who", N_("Överenskommet: vem (flera kolumner)"), Content.PERSON,
            ("Vem", "ansvarig", "vem gör", "ansvarig för åtgärd", "ansvarig person", "who", "responsible"), many=True, limit=300,
        ),
        TargetField(
            "step_due", N_("Överenskommet: när (flera kolumner)"), Content.DATE,
            ("När", "klart senast", "klart", "senast klart", "ska vara klart", "åtgärd senast", "åtgärdas senast", "when", "by when"),
             many=True,
        ),
        TargetField(
            "step_done", N_("Överenskommet: klart den (flera kolumner)"), Content.DATE,
            ("Klart den", "åtgärdat", "åtgärdat den", "åtgärd klar", "utfört den", "steg klart", "completed on"), many=True,
        ),
    ),
    (
        ("placement", "candidate", "candidate_code", "candidate_first", "candidate_last", "personal_number", "contract", "host"),
        ("due_on", "held_on", "day", "wide_day", "next_on"),
    ),
    heads=(("wide_day", "wide_day"),),
    numbered=True,
)  # fmt: skip
