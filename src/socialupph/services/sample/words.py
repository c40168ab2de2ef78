"""Invented people, firms and places. Nobody of these names is meant; telephone numbers are those kept free for fiction."""

from random import Random

FIRST = (
    "Ingrid", "Łukasz", "Ánh", "Bo", "Amina", "Carina", "Göran", "Hanna", "Olle", "Fatima", "Kim", "Pernilla", "Ivan",
    "Karl-Erik", "Johanna", "Mohammed", "Lena", "Sven", "Ruth", "Siv", "Åsa", "Örjan", "Älva", "Zahra", "Mikko", "Eszter",
    "Tove", "Nils", "Birgitta", "Yusuf", "Maja", "Dragan", "Elsa", "Per", "Samira", "Jörgen", "Klara", "Abdi", "Wilma", "Ture",
)  # fmt: skip
LAST = (
    "Exempelsson", "Låtsasson", "Påhittsdotter", "Fiktivsson", "Exempelgren", "Påhittad", "Låtsaszadeh", "Fiktivén",
    "Exempelström", "Påhittlund", "Låtsasberg", "Fiktivqvist", "Exempelić", "Žižek-Påhitt", "Nguyễn Påhitt", "Låtsasén",
    "Exempelstedt", "Påhittmark", "Fiktivsson-Platshållare", "Öbergsexempel", "Ängslåtsas", "Åkerfiktiv",
)  # fmt: skip
PLACES = (
    "Sagobacken", "Drömbyn", "Hittepåviken", "Exempelängen", "Låtsasåsen", "Fiktivmon", "Påhittstorp", "Ingenstansvallen",
    "Önskelunden", "Ängslåtsas", "Åttonde Exempelgården", "Provsjön", "Skissbodarna", "Utkastnäs", "Mallberget", "Fabelmyren",
)  # fmt: skip
TRADES = (
    ("Bygg", "works", "45214200", ("Byggarbetare", "Rivning och återbruk", "Byggstäd och logistik")),
    ("Måleri", "works", "45442100", ("Målare", "Målning inomhus", "Slipning och spackling")),
    ("Städ & Service", "services", "90919300", ("Lokalvårdare", "Städ, dagtid", "Fönsterputs")),
    ("Park & Mark", "services", "77310000", ("Grönytor, höst", "Parkarbetare", "Trädgårdsarbete")),
    ("Storkök", "services", "55520000", ("Köksbiträde", "Diskare", "Måltidsbiträde")),
    ("Fastighetsskötsel", "services", "50700000", ("Fastighetsskötare", "Vaktmästare", "Enklare reparationer")),
    ("Transport", "services", "60130000", ("Lagerarbete 75 %", "Lager och verktyg", "Budkörning")),
    ("El", "works", "45311000", ("Elektrikerbiträde", "Kabeldragning")),
    ("Golv", "works", "45432100", ("Golvläggarbiträde", "Materialhantering")),
    ("Återbruk", "services", "50850000", ("Möbelrenovering", "Sortering", "Butik")),
    ("Vintervägar", "services", "90620000", ("Vinterunderhåll", "Snöröjning")),
    ("Tvätt", "services", "98310000", ("Tvättbiträde", "Pressning")),
)
FORMS = ("AB", "AB", "AB", "HB", "ek. för.")
SUBJECTS = (
    "Ombyggnad av {place}s förskola", "Drift och skötsel {place}", "Lokalvård i skolor, {place}", "Ramavtal {trade}, {place}",
    "Underhåll av idrottshallen i {place}", "Nytt äldreboende i {place}", "Gator och gångvägar {place}",
    "Måltider till {place}s äldreboende", "Takbyte {place}sskolan", "Flytt och återbruk, {place}",
)  # fmt: skip
UNITS = ("Tekniska förvaltningen", "Vård och omsorg", "Barn och utbildning", "Kultur och fritid", "Kost och lokalvård")
SUMMARIES = (
    "Går bra på plats. Vill prova fler uppgifter.",
    "Kommer i tid och trivs med arbetslaget.",
    "Handledningen räcker inte på förmiddagarna, vi ordnar en ersättare.",
    "Behöver längre tid för skriftliga instruktioner.",
    "Klarar uppgifterna själv. Vi talade om nästa steg.",
)
STEPS = (
    "Ordna ersättare för handledaren på förmiddagar",
    "Prova en ny arbetsuppgift en dag",
    "Beställa skyddsskor i rätt storlek",
    "Boka samtal om fortsättningen",
)
VENUES = ("Exempelsalen, Påhittsgatan 3, Exempelby", "Sal Låtsassjön, Stadshuset, Exempelby")


def person(dice: Random) -> str:
    """An invented name."""
    return f"{dice.choice(FIRST)} {dice.choice(LAST)}"


def email(name: str, number: int) -> str:
    """An address at a domain that can never exist."""
    first = name.split(maxsplit=1)[0].lower().translate(str.maketrans("åäöáłéšž", "aaoalesz"))
    return f"{''.join(sign for sign in first if sign.isascii())}.{number}@pahitt.example"


def phone(dice: Random) -> str:
    """A number of the series kept free for fiction."""
    return f"070-174 06 {dice.randint(5, 99):02d}"


def org_number(serial: int) -> str:
    """A number with a right check digit in a series that has not been given out."""
    digits = f"5599{serial:05d}"
    total = 0
    for place, digit in enumerate(digits):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return f"{digits[:6]}-{digits[6:]}{-total % 10}"
