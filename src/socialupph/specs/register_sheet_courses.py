"""Columns of sheets of courses that were held, with their participants. The first name of a field is its heading in our own template."""

from socialupph.i18n import N_
from socialupph.specs.imports import Content, ListKind, TargetField

COURSE_LIST = ListKind(
    "courses",
    N_("Kurser med deltagare"),
    (
        TargetField(
            "course", N_("Kurs"), Content.TEXT,
            ("Kurs", "kursnamn", "kursens namn", "kurstitel", "utbildning", "utbildningens namn", "kursbenämning", "course", "course name",
             "course title", "training"),
            never_with=("datum", "dag", "plats", "lokal", "ledare", "kursledare", "tid", "intyg", "deltagare"),
        ),
        TargetField(
            "session", N_("Kurstillfälle"), Content.REFERENCE,
            ("Kurstillfälle", "tillfälle", "kurskod", "omgång", "kursomgång", "grupp", "kursnummer", "session", "occasion", "termin"),
            limit=100,
        ),
        TargetField(
            "days", N_("Kursdag (flera kolumner)"), Content.DAYS,
            ("Kursdag", "kursdatum", "kursdagar", "datum", "dag", "utbildningsdatum", "utbildningsdag", "dagar", "date", "dates",
             "course date", "day"),
            never_with=("intyg", "anmäld", "anmälan", "anmälningsdatum", "närvaro"), many=True, limit=300,
        ),
        TargetField(
            "time", N_("Tid (från och till i samma ruta)"), Content.TIME,
            ("Tid", "kurstid", "tider", "klockslag", "klockan", "kl", "time"), fills="time", limit=60,
        ),
        TargetField(
            "starts_at", N_("Börjar"), Content.TIME,
            ("Börjar", "starttid", "start", "börjar kl", "från kl", "start time"), limit=60,
        ),
        TargetField(
            "ends_at", N_("Slutar"), Content.TIME, ("Slutar", "sluttid", "slut", "slutar kl", "till kl", "end time"), limit=60,
        ),
        TargetField(
            "venue", N_("Plats"), Content.TEXT,
            ("Plats", "lokal", "kurslokal", "kursplats", "sal", "ort", "var", "venue", "place", "location", "room"),
            never_with=("antal", "arbetsplats"),
        ),
        TargetField(
            "trainers", N_("Kursledare"), Content.TEXT,
            ("Kursledare", "utbildare", "föreläsare", "lärare", "ledare", "kursansvarig", "trainer", "trainers", "teacher"),
        ),
        TargetField(
            "capacity", N_("Antal platser"), Content.COUNT,
            ("Antal platser", "platser", "kapacitet", "max antal", "max antal deltagare", "capacity", "seats"), limit=20,
        ),
        TargetField(
            "name", N_("Deltagare"), Content.PERSON_NAME,
            ("Deltagare", "namn", "kursdeltagare", "handledare", "deltagarens namn", "för- och efternamn", "efternamn, förnamn",
             "efternamn förnamn", "name", "participant", "participant name", "deltagarnamn", "anmäld person"),
            never_with=("antal", "nr", "id", "företag", "telefon", "e", "mejl", "närvaro"),
        ),
        TargetField(
            "first_name", N_("Förnamn"), Content.PERSON_NAME, ("Förnamn", "first name", "given name"), never_with=("efternamn",),
        ),
        TargetField(
            "last_name", N_("Efternamn"), Content.PERSON_NAME, ("Efternamn", "last name", "surname"), never_with=("förnamn",),
        ),
        TargetField(
            "organisation", N_("Organisation"), Content.COMPANY,
            ("Organisation", "företag", "arbetsgivare", "leverantör", "arbetsplats", "förvaltning", "enhet", "arbetsgivare/organisation",
             "företag/organisation", "företagsnamn", "company", "employer", "organization", "från"),
            never_with=("orgnr", "nummer", "nr", "telefon", "e", "mejl"),
        ),
        TargetField(
            "org_number", N_("Organisationsnummer"), Content.ORG_NUMBER,
            ("Organisationsnummer", "orgnr", "org nr", "orgnummer", "organisation number"), limit=60,
        ),
        TargetField(
            "email", N_("E-post"), Content.EMAIL,
            ("E-post", "epost", "e-postadress", "mejl", "mejladress", "mail", "mailadress", "email", "e-mail"), limit=200,
        ),
        TargetField(
            "phone", N_("Telefon"), Content.PHONE,
            ("Telefon", "tel", "telefonnummer", "tfn", "mobil", "mobiltelefon", "mobilnummer", "mobilnr", "phone", "mobile"), limit=60,
        ),
        TargetField(
            "attended", N_("Närvaro (flera kolumner)"), Content.YES_NO,
            ("Närvaro", "närvarade", "närvarande", "deltog", "deltagit", "genomgått", "genomgången", "genomförd", "genomfört",
             "gått kursen",
             "närvaro dag", "närvarande dag", "kom", "attended", "attendance", "present"),
            ("status", "dag"), never_with=("intyg", "datum"), many=True, limit=60,
        ),
        TargetField(
            "certificate_number", N_("Intygets nummer"), Content.CODE,
            ("Intyg nr", "intygsnummer", "intygsnr", "intyg", "intygets nummer", "certifikat", "certificate", "certificate number"),
             limit=60,
        ),
        TargetField(
            "certificate_on", N_("Intygets datum"), Content.DATE,
            ("Intygsdatum", "intyg datum", "intyg utfärdat", "intyg den", "utfärdat", "certificate date"),
        ),
    ),
    (("name", "first_name", "last_name"),),
    telling=("course", "session", "days", "time", "starts_at", "trainers", "attended", "certificate_number", "certificate_on"),
    lone=("name",),
    numbered=True,
    grouped=True,
)  # fmt: skip
