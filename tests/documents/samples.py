"""Made-up people, firms and courses for the papers. Nobody here exists."""

import datetime as dt
import io
from fractions import Fraction
from pathlib import Path

from PIL import Image, ImageDraw

from socialupph.documents.fonts import Fonts, load_fonts
from socialupph.domain.sign_ups import SeatCounts
from socialupph.domain.views.papers import (
    Amount,
    AttendanceLine,
    AttendanceListPaper,
    ContractSummaryPaper,
    LedgerBar,
    LedgerLinePaper,
    LedgerPaper,
    OpenMatter,
    PaperMarker,
    PaperPhrase,
    PaperSession,
    PaperSetting,
    PlaceLine,
    RequirementPaper,
    SeatedLine,
    SessionDay,
    SignUpListPaper,
    WaitingLine,
)

FONT_FOLDER = Path(__file__).parents[2] / "resources" / "fonts"
PEOPLE = (
    ("Ingrid Låtsasson", "Påhittade Bygg & Måleri i Exempelby AB", "K-2026-014"),
    ("Łukasz Žižek", "Fiktiva Fasader AB", "K-2026-009"),
    ("Nguyễn Thị Ánh Påhitt", "Påhittade Bygg & Måleri i Exempelby AB", "K-2026-014"),
    ("Bo Exempelman", "Låtsasbackens Park & Mark HB", "K-2025-031"),
    ("Amina Exempelsson", "Låtsas Lokalvård och Fönsterputs ekonomisk förening", "K-2026-002"),
    ("Carina Fiktivsson-Platshållare", "Fiktiva Fasader AB", "K-2026-009"),
    ("Göran Påhittqvist", "Fiktivbyns Storkök AB", "K-2025-040"),
    ("Hanna Låtsasberg", "Fiktivbyns Storkök AB", "K-2025-040"),
    ("Olle Fiktivén", "Stiftelsen Provverkstaden", "K-2026-017"),
    ("Fatima Exempelén", "Låtsasbackens Park & Mark HB", "K-2025-031"),
    ("Kim Fiktivqvist", "Uppges på plats", "–"),
    ("Pernilla Påhitt", "Låtsas Lokalvård och Fönsterputs ekonomisk förening", "K-2026-002"),
    ("Ivan Exempelin", "Hittepå Flytt & Lager AB", "K-2026-021"),
    ("Karl-Erik Låtsaslund", "Hittepå Flytt & Lager AB", "K-2026-021"),
    ("Johanna Exempelgren", "Teknik- och fastighetsförvaltningen", "Egen personal"),
    ("Mohammed Låtsaszadeh", "Äldreomsorgen", "Egen personal"),
    ("Lena Påhittsdotter", "Kost och lokalvård", "Egen personal"),
    ("Sven Fiktivlig", "Kultur och fritid", "Egen personal"),
)
MANAGER_PHONE = "0980-319 207"


def fonts() -> Fonts:
    """The typeface of the papers."""
    return load_fonts(FONT_FOLDER)


def logo(side: int = 240) -> bytes:
    """Three white trees on blue."""
    picture = Image.new("RGB", (side, side), "#17506B")
    draw = ImageDraw.Draw(picture)
    for left, top in ((30, 110), (85, 60), (150, 110)):
        draw.polygon([(left, 195), (left + 32, top), (left + 64, 195)], fill="white")
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def setting(**changes: object) -> PaperSetting:
    """A sample register of a made-up municipality."""
    given: dict[str, object] = {
        "municipality": "Exempelby kommun",
        "unit": "Arbetsmarknadsenheten",
        "printed_on": dt.date(2026, 9, 22),
        "logo": logo(),
        "marker": PaperMarker.SAMPLE,
    }
    return PaperSetting(**(given | changes))  # type: ignore[arg-type]


def session(days: int = 2) -> PaperSession:
    """A course that starts on a Tuesday."""
    first = dt.date(2026, 10, 6)
    return PaperSession(
        code="S-0003",
        course="Handledarutbildning hösten 2026",
        days=tuple(SessionDay(first + dt.timedelta(day), dt.time(9), dt.time(16)) for day in range(days)),
        place="Exempelsalen, Påhittsgatan 3, Exempelby",
        last_sign_up_day=dt.date(2026, 9, 28),
        leader="Ruth Exempel",
    )


def seated(count: int = 18) -> tuple[SeatedLine, ...]:
    """People with a seat, the last but one only offered hers."""
    start = dt.datetime(2026, 9, 2, 7, 12, tzinfo=dt.UTC)
    lines: list[SeatedLine] = []
    for index in range(count):
        name, organisation, right = PEOPLE[index % len(PEOPLE)]
        offered = index % len(PEOPLE) == 16
        lines.append(
            SeatedLine(
                number=index + 1,
                name=name,
                organisation=organisation,
                right=right,
                received_at=start + dt.timedelta(hours=5 * index, minutes=7 * index),
                status="Erbjuden t.o.m. 25 sep" if offered else "Bekräftad",
                late=index == 13,
            )
        )
    return tuple(lines)


def waiting(count: int = 3) -> tuple[WaitingLine, ...]:
    """People on the reserve list."""
    given = (
        ("Nadia Påhittbar", "Fiktivbyns Storkök AB", "Leverantör, kursen var full när anmälan kom"),
        ("Per-Olof Fiktivsi", "Barn och utbildning", "Egen personal efter leverantörer, först av egna"),
        ("Siv Exempel", "Kansliet", "Egen personal, anmäld efter nummer 2"),
    )
    start = dt.datetime(2026, 9, 18, 6, 20, tzinfo=dt.UTC)
    return tuple(
        WaitingLine(index + 1, *given[index % 3][:2], start + dt.timedelta(hours=index), given[index % 3][2])
        for index in range(count)
    )


def sign_ups(count: int = 18, in_line: int = 3, withdrawn: int = 1) -> SignUpListPaper:
    """SU-01 with so many people."""
    offered = 1 if count >= 17 else 0
    capacity = max(count, 18)
    return SignUpListPaper(
        session=session(),
        seats=SeatCounts(capacity, count - offered, 0, offered, in_line, withdrawn),
        order_rule="Vinnande leverantörer före egen personal, därefter i den ordning anmälan kom in",
        seated=seated(count),
        waiting=waiting(in_line),
        withdrawn=withdrawn,
        offered_until=dt.date(2026, 9, 25) if offered else None,
    )


def attendance(count: int = 18, days: int = 2, **changes: object) -> AttendanceListPaper:
    """SU-02 with so many people and days."""
    lines = tuple(
        AttendanceLine(name, organisation, f"person{index + 1}@fiktiv.example", f"070-174 06 {5 + index % 95:02d}")
        for index, (name, organisation, _right) in enumerate(PEOPLE[index % len(PEOPLE)] for index in range(count))
    )
    return AttendanceListPaper(session(days), lines, **changes)  # type: ignore[arg-type]


def amount(tenths: int) -> Amount:
    """A volume of so many tenths."""
    return Amount(Fraction(tenths, 10), f"{tenths // 10},{tenths % 10}")


LEDGER_LINES = (
    LedgerLinePaper(
        "P-0004", "2026-01-12 – 2026-05-11", "100 %", amount(40), amount(40), "Hel placering, målgrupp styrkt av AF"
    ),
    LedgerLinePaper(
        "P-0007",
        "2026-01-12 – 2026-03-27",
        "100 %",
        amount(25),
        amount(25),
        "Avbruten av deltagaren, öppnar 75 %-regeln",
    ),
    LedgerLinePaper(
        "P-0009",
        "2026-02-02 – 2026-05-31",
        "100 %",
        amount(40),
        amount(0),
        "Nej: anställd där redan vid kontraktets start",
        counts=False,
    ),
    LedgerLinePaper(
        "P-0011", "2026-04-01 – 2026-07-31", "75 %", amount(30), amount(30), "Fyra månader, delar plats med P-0007"
    ),
    LedgerLinePaper(
        "P-0016", "2026-07-23 – pågår", "100 %", amount(20), amount(20), "Till i dag, planerad till 2026-11-22"
    ),
)
PLACES = (
    PlaceLine("Målare 1, Palissaden", "Levererad", "4,0", ""),
    PlaceLine("Snickeri, Palissaden (får delas)", "Levererad", "5,5", ""),
    PlaceLine("Målare 2, Palissaden", "Pågår", "2,0", "2,0 månader; klar 2026-11-22"),
    PlaceLine("Lager, Verkstadsvägen", "Öppen", "0,0", "Begärd från AF 2026-05-04, två svar utan kandidat"),
)
CLAUSE = (
    PaperPhrase(
        "Leverantören ska under kontraktstiden ta emot personer som står långt från arbetsmarknaden i praktik eller "
    ),
    PaperPhrase("anställning, sammanlagt minst "),
    PaperPhrase("16,0 heltidsmånader", strong=True),
    PaperPhrase(" fördelat på "),
    PaperPhrase("4 platser om minst 4 månader", strong=True),
    PaperPhrase(". Avslutar personen i förtid räcker tre fjärdedelar av den sammanlagda tiden."),
)
MATTERS = (
    OpenMatter(dt.date(2026, 10, 12), "Besked om option ska lämnas. Optionen ger 8,0 heltidsmånader till."),
    OpenMatter(dt.date(2026, 10, 15), "Kvartalsrapport från leverantören."),
    OpenMatter(dt.date(2026, 9, 15), "Rättelse: ersättare till P-0007 ska föreslås (avvikelse A-0031).", late=True),
)


def requirement(lines: tuple[LedgerLinePaper, ...] = LEDGER_LINES) -> RequirementPaper:
    """A requirement close to its threshold."""
    return RequirementPaper(
        code="K-2026-014/1",
        title="Praktik eller anställning",
        clause=CLAUSE,
        ledger=LedgerPaper(
            unit="heltidsmånader",
            as_of=dt.date(2026, 9, 22),
            verdict="Inte uppfyllt ännu: 11,5 av 16,0 heltidsmånader (72 %). Eftersom P-0007 avbröts av deltagaren "
            "räcker 12,0 (75 %); 0,5 saknas.",
            bar=LedgerBar(amount(160), amount(115), amount(135), amount(120), "75 % = 12,0"),
            lines=lines,
            volume_sum="15,5",
            counted_sum="11,5",
            sum_note="av 16,0 heltidsmånader",
        ),
        places=PLACES,
        places_note="2 av 4 levererade (minst 4 månader var)",
    )


def contract(*requirements: RequirementPaper) -> ContractSummaryPaper:
    """SU-08 of the contract everything else refers to."""
    return ContractSummaryPaper(
        code="K-2026-014",
        title="Ombyggnad av Palissadens förskola",
        supplier="Påhittade Bygg & Måleri i Exempelby AB",
        start=dt.date(2026, 1, 12),
        end=dt.date(2027, 1, 11),
        requirements=requirements or (requirement(),),
        open_matters=MATTERS,
        option="option 12 mån, besked senast 12 okt",
        reference="AN 2025/0183",
        manager="Siv Fiktiv",
        manager_phone=MANAGER_PHONE,
    )
