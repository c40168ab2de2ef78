"""Columns of sheets of suppliers with contacts and of candidates. The first name of a field is its heading in our own template."""

from socialupph.i18n import N_
from socialupph.specs.imports import Content, ListKind, TargetField

SUPPLIER_LIST = ListKind(
    "suppliers",
    N_("Leverantörer med kontakter"),
    (
        TargetField(
            "name", N_("Leverantör"), Content.COMPANY,
            ("Leverantör", "leverantörsnamn", "leverantörens namn", "företag", "företagsnamn", "företagets namn", "bolag", "bolagsnamn",
             "organisation", "organisationsnamn", "entreprenör", "arbetsgivare", "firma", "utförare", "anordnare", "värdföretag",
             "förening", "supplier", "supplier name", "company", "company name", "employer", "organisation name", "vendor"),
            ("namn", "name", "kund"),
            never_with=("kontaktperson", "kontakt", "kontakter", "epost", "e", "post", "mail", "mejl", "telefon", "tel", "mobil", "adress",
                        "nummer", "nr", "id", "ort", "postnr", "webb", "contact", "email", "phone", "address", "typ", "storlek"),
        ),
        TargetField(
            "org_number", N_("Organisationsnummer"), Content.ORG_NUMBER,
            ("Organisationsnummer", "orgnr", "org nr", "org nummer", "orgnummer", "organisationsnr", "vat", "vat no", "vat number",
             "momsnr", "company registration number", "org no", "organisation number", "organization number", "registreringsnummer"),
            ("personnummer",), limit=60,
        ),
        TargetField(
            "country", N_("Land"), Content.TEXT,
            ("Land", "landskod", "country", "country code", "hemland"), limit=60,
        ),
        TargetField(
            "kind", N_("Typ av organisation"), Content.WORD,
            ("Typ av organisation", "organisationstyp", "typ", "bolagsform", "företagsform", "juridisk form", "organisationsform",
             "type of organisation", "company type", "legal form"),
            ("slag", "form", "type"), words="supplier_kind", limit=100,
        ),
        TargetField(
            "size_class", N_("Storlek"), Content.WORD,
            ("Storlek", "storleksklass", "företagsstorlek", "antal anställda", "anställda", "size", "employees", "number of employees"),
            words="size_class", limit=60,
        ),
        TargetField(
            "branch", N_("Bransch"), Content.TEXT,
            ("Bransch", "branscher", "verksamhet", "verksamhetsområde", "näringsgren", "sni", "yrkesområde", "line of business",
             "industry"),
        ),
        TargetField(
            "address", N_("Adress"), Content.TEXT,
            ("Adress", "postadress", "besöksadress", "gatuadress", "utdelningsadress", "företagets adress", "address", "street",
             "leverantörens adress"),
            never_with=("arbetsplats", "arbetsplatsens", "arbetsställe", "e", "mejl", "mail"),
        ),
        TargetField("postcode", N_("Postnummer"), Content.TEXT, ("Postnummer", "postnr", "post nr", "postcode", "zip", "zip code"),
        limit=20),
        TargetField("city", N_("Postort"), Content.TEXT, ("Postort", "ort", "stad", "city", "town"), limit=100),
        TargetField(
            "phone", N_("Telefon"), Content.PHONE,
            ("Telefon", "tel", "telefonnummer", "tfn", "växel", "telefon växel", "företagets telefon", "telefon företag", "phone",
             "telephone", "switchboard", "telefon arbetsgivare"),
            never_with=("kontaktperson", "kontakt", "kontaktpersonens", "handledare", "handledarens", "direkt", "chef", "platschef"),
            limit=60,
        ),
        TargetField(
            "email", N_("E-post"), Content.EMAIL,
            ("E-post", "epost", "e-postadress", "mejl", "mejladress", "mail", "mailadress", "email", "e-mail", "företagets e-post",
             "e-post företag", "info-mejl", "e-post funktionsbrevlåda"),
            never_with=("kontaktperson", "kontakt", "kontaktpersonens", "handledare", "handledarens", "chef", "platschef"), limit=200,
        ),
        TargetField("web", N_("Webbplats"), Content.TEXT, ("Webbplats", "webb", "hemsida", "www", "url", "web", "website", "webbadress")),
        TargetField(
            "contact", N_("Kontaktperson (flera kolumner)"), Content.PERSON_NAME,
            ("Kontaktperson", "kontakt", "kontaktpersoner", "kontaktnamn", "kontaktperson namn", "kontaktpersonens namn", "ombud",
             "platschef", "arbetsledare",
             "handledare", "handledarens namn", "avtalskontakt", "kontaktperson avtal", "kontaktperson hr", "hr-kontakt", "vd",
             "personalansvarig", "projektledare", "kundansvarig", "contact", "contact person", "contact name", "supervisor",
             "leverantörens kontaktperson", "leverantörens ombud", "kontaktperson leverantör"),
            ("namn", "name", "person", "chef"),
            never_with=("telefon", "tel", "mobil", "e", "epost", "mejl", "mail", "email", "phone", "roll", "befattning", "titel",
                        "förnamn", "efternamn", "kommun", "kommunens"),
            many=True,
        ),
        TargetField(
            "contact_first", N_("Kontaktpersonens förnamn"), Content.PERSON_NAME,
            ("Kontaktperson förnamn", "förnamn", "first name", "förnamn kontaktperson", "tilltalsnamn"),
        ),
        TargetField(
            "contact_last", N_("Kontaktpersonens efternamn"), Content.PERSON_NAME,
            ("Kontaktperson efternamn", "efternamn", "last name", "surname", "efternamn kontaktperson"),
        ),
        TargetField(
            "contact_role", N_("Kontaktpersonens roll (flera kolumner)"), Content.WORD,
            ("Kontaktperson roll", "roll", "befattning", "titel", "funktion", "uppdrag", "role", "title", "position", "roll kontaktperson",
             "kontaktperson befattning", "kontaktperson titel"),
            many=True, words="contact_role", limit=100,
        ),
        TargetField(
            "contact_phone", N_("Kontaktpersonens telefon (flera kolumner)"), Content.PHONE,
            ("Kontaktperson telefon", "telefon kontaktperson", "kontaktpersonens telefon", "kontaktperson tel", "tel kontaktperson",
             "kontaktperson mobil", "kontakt telefon", "kontaktperson telefonnummer", "direkttelefon", "direktnummer", "mobil",
             "mobiltelefon", "mobilnummer", "mobilnr", "handledare telefon", "handledarens telefon", "telefon handledare",
             "tel handledare", "handledare mobil", "handledare tel", "mobile", "contact phone", "cell", "kontaktperson direkttelefon"),
            many=True, limit=60,
        ),
        TargetField(
            "contact_email", N_("Kontaktpersonens e-post (flera kolumner)"), Content.EMAIL,
            ("Kontaktperson e-post", "e-post kontaktperson", "kontaktpersonens e-post", "kontaktperson epost", "kontaktperson mejl",
             "kontaktperson mail", "kontaktperson e-postadress", "kontaktperson mejladress", "mejl kontaktperson", "mail kontaktperson",
             "kontakt e-post", "handledare e-post", "handledarens e-post", "e-post handledare", "handledare mejl", "handledare mail",
             "contact email", "contact e-mail", "kontaktperson email"),
            many=True, limit=200,
        ),
        TargetField(
            "workplace", N_("Arbetsplats"), Content.TEXT,
            ("Arbetsplats", "arbetsställe", "anläggning", "arbetsplatsens namn", "workplace", "site", "driftställe", "placeringsort"),
        ),
        TargetField(
            "workplace_address", N_("Arbetsplatsens adress"), Content.TEXT,
            ("Arbetsplatsens adress", "adress arbetsplats", "arbetsplats adress", "arbetsställets adress", "workplace address"),
        ),
    ),
    (("name",),),
    telling=("org_number", "contact", "contact_first", "contact_last", "contact_phone", "contact_email", "web", "branch", "size_class"),
    heads=(
        ("contact", "contact"), ("contact_last", "contact"), ("contact_first", "contact"), ("contact_role", "contact"),
        ("contact_phone", "contact"), ("contact_email", "contact"),
    ),
    lone=("name", "contact"),
    numbered=True,
)  # fmt: skip

CANDIDATE_LIST = ListKind(
    "candidates",
    N_("Kandidater"),
    (
        TargetField(
            "code", N_("Kod"), Content.CODE,
            ("Kod", "kandidatkod", "deltagar-id", "deltagarid", "deltagarkod", "deltagarnummer", "deltagarnr", "deltagare id",
             "kandidatnummer", "kandidatnr", "kandidat-id", "id-nummer", "löpnummer", "löpnr", "code", "candidate id", "participant id",
             "candidate code"),
            ("id", "nr", "nummer", "no", "ärendenummer"), never_with=("telefon", "tel", "mobil"), limit=60,
        ),
        TargetField(
            "name", N_("Namn"), Content.PERSON_NAME,
            ("Namn", "kandidat", "deltagare", "praktikant", "person", "sökande", "arbetssökande", "deltagarens namn", "kandidatens namn",
             "för- och efternamn", "fullständigt namn", "efternamn, förnamn", "efternamn förnamn", "förnamn efternamn",
             "namn (efternamn, förnamn)", "name", "full name", "candidate", "participant", "klient", "deltagare namn"),
            never_with=("handläggare", "id", "nr", "nummer", "kod", "kontaktperson", "företag", "telefon", "e", "mejl"),
        ),
        TargetField(
            "first_name", N_("Förnamn"), Content.PERSON_NAME,
            ("Förnamn", "tilltalsnamn", "first name", "given name", "firstname", "deltagarens förnamn"),
            never_with=("handläggare", "efternamn"),
        ),
        TargetField(
            "last_name", N_("Efternamn"), Content.PERSON_NAME,
            ("Efternamn", "last name", "surname", "family name", "lastname", "deltagarens efternamn"),
            never_with=("handläggare", "förnamn"),
        ),
        TargetField(
            "birth_year", N_("Födelseår"), Content.YEAR,
            ("Födelseår", "född", "födelsedatum", "född år", "födelsedag", "f-år", "birth year", "year of birth", "date of birth", "born"),
            limit=60,
        ),
        TargetField(
            "personal_number", N_("Personnummer"), Content.PERSONAL_NUMBER,
            ("Personnummer", "personnr", "person nr", "pnr", "pers nr", "persnr", "samordningsnummer", "personnummer/samordningsnummer",
             "person-/samordningsnummer", "födelsenummer", "personal number", "personal identity number", "identity number"),
            limit=60,
        ),
        TargetField(
            "sex", N_("Kön"), Content.WORD,
            ("Kön", "m/k", "k/m", "man/kvinna", "kvinna/man", "juridiskt kön", "sex", "gender"), words="sex", limit=60,
        ),
        TargetField(
            "phone", N_("Telefon"), Content.PHONE,
            ("Telefon", "tel", "telefonnummer", "tfn", "mobil", "mobiltelefon", "mobilnummer", "mobilnr", "phone", "mobile",
             "deltagarens telefon"),
            never_with=("handläggare", "handläggarens", "af", "arbetsförmedlare"), limit=60,
        ),
        TargetField(
            "email", N_("E-post"), Content.EMAIL,
            ("E-post", "epost", "e-postadress", "mejl", "mejladress", "mail", "mailadress", "email", "e-mail", "deltagarens e-post"),
            never_with=("handläggare", "handläggarens", "af", "arbetsförmedlare"), limit=200,
        ),
        TargetField(
            "referrer", N_("Anvisad av"), Content.WORD,
            ("Anvisad av", "anvisad från", "remitterad av", "remitterad från", "remittent", "remitterande", "aktualiserad av",
             "aktualiserad från", "inkommen från", "kommer från", "anvisande", "anvisare", "källa", "referred by", "referrer", "via"),
            words="referrer", limit=200,
        ),
        TargetField(
            "referring_officer", N_("Handläggare"), Content.PERSON,
            ("Handläggare", "AF-handläggare", "arbetsförmedlare", "handläggare af", "kontakt af", "kontaktperson af", "af-kontakt",
             "kontakt af/ame", "remitterande handläggare", "ansvarig handläggare", "handläggare ame", "coach", "jobbcoach", "matchare",
             "case worker", "officer", "referring officer"),
            ("kontaktperson", "kontakt"), never_with=("telefon", "tel", "mobil", "e", "mejl", "mail"),
        ),
        TargetField(
            "available_from", N_("Tillgänglig från"), Content.DATE,
            ("Tillgänglig från", "kan börja", "kan starta", "startklar", "tidigast start", "ledig från", "available from", "available",
             "kan börja från", "möjlig start"),
        ),
        TargetField(
            "extent_percent", N_("Omfattning i procent"), Content.PERCENT,
            ("Omfattning %", "omfattning", "tjänstgöringsgrad", "sysselsättningsgrad", "arbetstid", "arbetstid procent", "grad", "procent",
             "extent", "önskad omfattning", "kan arbeta", "working time"),
            limit=60,
        ),
        TargetField(
            "extent_hours", N_("Omfattning i timmar per vecka"), Content.HOURS,
            ("Timmar per vecka", "tim/v", "tim/vecka", "timmar/vecka", "h/v", "h/vecka", "veckoarbetstid", "timmar i veckan",
             "hours per week"),
            fills="extent_percent", limit=60,
        ),
        TargetField(
            "wished_occupations", N_("Önskade yrken"), Content.TEXT,
            ("Önskade yrken", "önskat yrke", "yrkesönskemål", "önskemål", "yrke", "yrken", "yrkesområde", "önskad arbetsuppgift",
             "önskade arbetsuppgifter", "intresse", "intressen", "vill jobba med", "wished occupations", "occupation", "önskad bransch",
             "yrkesinriktning", "inriktning"),
            never_with=("område", "ort"), many=True, limit=1000,
        ),
        TargetField(
            "wished_areas", N_("Önskade orter"), Content.TEXT,
            ("Önskade orter", "önskad ort", "önskat område", "ort", "område", "bostadsort", "var", "geografiskt område", "wished areas",
             "area", "stadsdel", "pendlingsområde"),
            many=True, limit=500,
        ),
        TargetField(
            "certified_by", N_("Intygat av"), Content.PERSON,
            ("Intygat av", "intygad av", "målgrupp intygad av", "målgruppen intygad av", "intygas av", "certified by", "styrkt av"),
        ),
        TargetField(
            "certified_on", N_("Intygat den"), Content.DATE,
            ("Intygat den", "intygat datum", "intygad den", "målgrupp intygad", "målgrupp intygad den", "certified on", "intygsdatum"),
        ),
        TargetField(
            "information_on", N_("Information lämnad"), Content.DATE,
            ("Information lämnad", "informerad", "informerad den", "information given", "gdpr-information",
             "information om personuppgifter",
             "informationsdatum", "gdpr information lämnad", "dataskyddsinformation"),
        ),
        TargetField(
            "status", N_("Status"), Content.WORD,
            ("Status", "läge", "aktuell status", "state", "fas"), words="candidate_status", limit=100,
        ),
        TargetField(
            "protected", N_("Skyddad identitet"), Content.YES_NO,
            ("Skyddad identitet", "skyddade personuppgifter", "skyddade uppgifter", "skyddad", "skydd", "sekretess", "sekretessmarkering",
             "sekretessmarkerad", "skyddad folkbokföring", "skyddad id", "protected", "protected identity"),
            limit=100,
        ),
        TargetField(
            "note", N_("Anteckning"), Content.NOTES,
            ("Anteckning", "anteckningar", "kommentar", "kommentarer", "notering", "noteringar", "övrigt", "övrig information", "info",
             "anm", "anmärkning", "obs", "note", "notes", "comment", "comments", "remark"),
            many=True, limit=20_000,
        ),
    ),
    (("name", "first_name", "last_name", "code"),),
    telling=("code", "birth_year", "personal_number", "sex", "referrer", "referring_officer", "available_from", "extent_percent",
             "extent_hours", "wished_occupations", "protected", "certified_by", "certified_on", "information_on"),
    heads=(("referring_officer", "referring_officer"),),
    lone=("name",),
)  # fmt: skip
