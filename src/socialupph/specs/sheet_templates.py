"""Our own templates to fill in: which columns each has, what to write in them, and made-up examples.

A heading is the first name its field is known by, so that what the program gives out it also knows when it comes back.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from socialupph.domain.commands.register_sheets import SheetKind
from socialupph.domain.kinds import Respondent
from socialupph.i18n import N_
from socialupph.specs.imports import TargetField
from socialupph.specs.register_sheets import LIST_KINDS
from socialupph.specs.words import CONTACT_ROLE, SIZE_CLASS, SUPPLIER_KIND
from socialupph.specs.words_contracts import CONTRACT_KIND, CONTRACT_NATURE
from socialupph.specs.words_placements import (
    CANDIDATE_STATUS,
    FOLLOW_UP_KIND,
    FOLLOW_UP_STATUS,
    MEANS,
    QUESTION,
    REFERRER,
    RESPONDENT,
    SEX,
)

YES_NO = (N_("Ja"), N_("Nej"))
WORDS: Mapping[str, tuple[str, ...]] = {
    "supplier_kind": tuple(SUPPLIER_KIND.values()),
    "size_class": tuple(SIZE_CLASS.values()),
    "contact_role": tuple(CONTACT_ROLE.values()),
    "sex": tuple(SEX.values()),
    "referrer": tuple(REFERRER.values()),
    "candidate_status": tuple(CANDIDATE_STATUS.values()),
    "follow_up_kind": tuple(FOLLOW_UP_KIND.values()),
    "means": tuple(MEANS.values()),
    "follow_up_status": tuple(FOLLOW_UP_STATUS.values()),
    "contract_kind": tuple(CONTRACT_KIND.values()),
    "contract_nature": tuple(CONTRACT_NATURE.values()),
    "yes_no": YES_NO,
}
"""The words to choose among, by vocabulary. Those of the register's own lists (``OWN_WORDS``) are given when a template is written."""

OWN_WORDS = ("form", "end_reason", "outcome")
"""Fields of placements whose words are the register's own reference data."""


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """A column of a template. ``heading`` is as it stands; ``words`` names what there is to choose among, empty where anything goes."""

    field: TargetField
    heading: str
    help: str = ""
    words: str = ""
    must: bool = False
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """A template: ``sheet`` is what its sheet and file are called."""

    kind: SheetKind
    sheet: str
    about: str
    columns: tuple[TemplateColumn, ...]


def _column(
    kind: SheetKind, key: str, help_: str = "", *examples: str, words: str = "", must: bool = False, number: int = 0
) -> TemplateColumn:
    field = LIST_KINDS[kind].field(key)
    heading = field.names[0] if field.names[0][:1].isupper() else field.title
    if number:
        first, _space, rest = heading.partition(" ")
        heading = " ".join(part for part in (first, str(number), rest) if part)
    return TemplateColumn(field, heading, help_, words or field.words, must, examples)


def _suppliers() -> Template:
    kind = SheetKind.SUPPLIERS
    contacts = tuple(
        _column(kind, key, help_, example, number=number)
        for number, named in ((1, N_("Vera Påhittsdotter")), (2, N_("Olle Låtsasson")))
        for key, help_, example in (
            ("contact", N_("En person hos leverantören. Fler än två? Skriv leverantören på en rad till."), named),
            ("contact_role", N_("Välj i listan"), N_("Avtal") if number == 1 else N_("Handledare")),
            ("contact_phone", "", "070-174 06 1" + str(number)),
            ("contact_email", "", f"person{number}@exempelfirman.example"),
        )
    )
    return Template(
        kind, N_("Leverantörer"), N_("En rad för varje leverantör, med dem du har kontakt med där."),
        (
            _column(kind, "name", N_("Leverantörens namn"), N_("Exempelfirman AB"), must=True),
            _column(kind, "org_number", N_("Tio siffror. Med numret blandas två med samma namn aldrig ihop."), "559990-0049"),
            _column(kind, "kind", N_("Välj i listan"), N_("Företag")),
            _column(kind, "size_class", N_("Välj i listan"), N_("Litet")),
            _column(kind, "branch", "", N_("Städ")),
            _column(kind, "address", "", N_("Påhittsgatan 1")),
            _column(kind, "postcode", "", "123 45"),
            _column(kind, "city", "", N_("Exempelby")),
            _column(kind, "phone", N_("Växeln"), "010-174 06 10"),
            _column(kind, "email", "", "info@exempelfirman.example"),
            _column(kind, "web", "", "exempelfirman.example"),
            *contacts,
            _column(kind, "workplace", N_("Där någon kan vara placerad"), N_("Exempelskolan")),
            _column(kind, "workplace_address", "", N_("Skolgatan 2, Exempelby")),
        ),
    )  # fmt: skip


def _contracts() -> Template:
    kind = SheetKind.CONTRACTS
    return Template(
        kind, N_("Kontrakt"), N_("En rad för varje kontrakt."),
        (
            _column(kind, "number", N_("Numret gör att samma kontrakt känns igen nästa gång"), "2026-140", must=True),
            _column(kind, "diary_number", "", "KS 2026/00123"),
            _column(kind, "title", N_("Vad kontraktet gäller"), N_("Städning av Exempelskolan")),
            _column(kind, "supplier_name", N_("Leverantörens namn"), N_("Exempelfirman AB"), must=True),
            _column(kind, "supplier_org_number", "", "559990-0049"),
            _column(kind, "start", N_("Dag som 2026-09-01"), "2026-01-01"),
            _column(kind, "end", N_("Dag som 2026-09-01"), "2027-12-31"),
            _column(kind, "extension_text", N_("Som i kontraktet, till exempel 1+1 år"), N_("1+1 år")),
            _column(kind, "value", N_("I kronor"), "3 500 000"),
            _column(kind, "contract_manager", "", N_("Karin Exempelsson")),
            _column(kind, "cpv", "", "90911200"),
            _column(kind, "kind", N_("Välj i listan"), N_("Ramavtal"), words="contract_kind"),
            _column(kind, "nature", N_("Välj i listan"), N_("Tjänster"), words="contract_nature"),
            _column(kind, "requirement_text", N_("Kravet som det står i kontraktet. Programmet föreslår, du bekräftar."),
                    N_("2 praktikplatser")),
            _column(kind, "buyer", N_("Förvaltning eller nämnd"), N_("Tekniska nämnden")),
            _column(kind, "awarded_on", N_("Dag som 2026-09-01"), "2025-11-20"),
            _column(kind, "signed_on", N_("Dag som 2026-09-01"), "2025-12-10"),
            _column(kind, "notes", ""),
        ),
    )  # fmt: skip


def _candidates() -> Template:
    kind = SheetKind.CANDIDATES
    return Template(
        kind, N_("Kandidater"),
        N_("En rad för varje kandidat. Skriv aldrig diagnoser, behov eller målgrupp här; sådana kolumner läses inte."),
        (
            _column(kind, "code", N_("Ditt eget nummer på personen. Skriv samma kod i de andra mallarna."), "D-01", "D-02"),
            _column(kind, "first_name", "", N_("Ingrid"), N_("Bo"), must=True),
            _column(kind, "last_name", "", N_("Exempelsson"), N_("Låtsasson"), must=True),
            _column(kind, "birth_year", N_("Fyra siffror. Skiljer två med samma namn åt."), "1988", "1995"),
            _column(kind, "personal_number", N_("Behövs aldrig. Tolv siffror om du har skäl att ha det.")),
            _column(kind, "sex", N_("Bara för statistik"), N_("Kvinna"), N_("Man")),
            _column(kind, "phone", "", "070-174 06 21", "070-174 06 22"),
            _column(kind, "email", "", "ingrid@pahitt.example"),
            _column(kind, "referrer", N_("Välj i listan"), N_("Arbetsförmedlingen"), N_("Kommunens arbetsmarknadsenhet")),
            _column(kind, "referring_officer", "", N_("Kerstin Handläggarsdotter"), N_("Petra Låtsashandläggare")),
            _column(kind, "available_from", N_("Dag som 2026-09-01"), "2026-09-01", "2026-10-01"),
            _column(kind, "extent_percent", N_("Procent av heltid"), "75", "100"),
            _column(kind, "wished_occupations", N_("Skilj flera åt med komma"), N_("Lokalvård, kök"), N_("Lager")),
            _column(kind, "wished_areas", "", N_("Exempelby")),
            _column(kind, "certified_by", N_("Vem som intygat att personen hör till målgruppen, inte vilken grupp"),
                    N_("Kerstin Handläggarsdotter")),
            _column(kind, "certified_on", N_("Dag som 2026-09-01"), "2026-08-20"),
            _column(kind, "information_on", N_("Dagen då personen fick information om personuppgifter"), "2026-08-20"),
            _column(kind, "status", N_("Välj i listan"), N_("Aktuell"), N_("Placerad")),
            _column(kind, "protected", N_("Ja för den som har sekretessmarkering eller skyddad folkbokföring"), N_("Nej"), N_("Nej"),
                    words="yes_no"),
            _column(kind, "note", ""),
        ),
    )  # fmt: skip


def _placements() -> Template:
    kind = SheetKind.PLACEMENTS
    return Template(
        kind, N_("Placeringar"), N_("En rad för varje placering, pågående eller avslutad."),
        (
            _column(kind, "code", N_("Ditt eget nummer på placeringen. Skriv samma kod vid uppföljningarna."), N_("Plac 01"),
                    N_("Plac 02")),
            _column(kind, "candidate_code", N_("Samma kod som bland kandidaterna, eller skriv namnet i nästa kolumn"), "D-02"),
            _column(kind, "candidate", N_("Namnet, om du inte har någon kod")),
            _column(kind, "birth_year", N_("Om två har samma namn")),
            _column(kind, "heads", N_("Hur många, om leverantören själv har rekryterat och ingen kandidat finns"), "", "2"),
            _column(kind, "statement", N_("Vad leverantören intygat om dem den rekryterat själv"), "", N_("Intyg den 1 september")),
            _column(kind, "contract", N_("Avtalets nummer, diarienummer eller namn"), "2026-140", "2026-140", must=True),
            _column(kind, "requirement", N_("Kravets nummer i kontraktet, om det har flera"), "1", "1"),
            _column(kind, "host", N_("Där personen arbetar, om det är någon annan än leverantören"), N_("Exempelfirman AB")),
            _column(kind, "host_org_number", ""),
            _column(kind, "workplace", "", N_("Exempelskolan")),
            _column(kind, "form", N_("Välj i listan"), N_("Arbetspraktik"), N_("Anställning utan stöd"), words="form", must=True),
            _column(kind, "decision_reference", N_("Arbetsförmedlingens beslut, om det finns")),
            _column(kind, "starts_on", N_("Dag som 2026-09-01"), "2026-09-01", "2026-09-15", must=True),
            _column(kind, "planned_end_on", N_("Dag som 2026-09-01"), "2026-12-31", "2027-03-14", must=True),
            _column(kind, "ended_on", N_("Bara för den som har slutat")),
            _column(kind, "percent", N_("Procent av heltid"), "75", "100"),
            _column(kind, "supervisor", "", N_("Olle Låtsasson")),
            _column(kind, "supervisor_phone", "", "070-174 06 12"),
            _column(kind, "supervisor_email", "", "person2@exempelfirman.example"),
            _column(kind, "af_officer", "", N_("Petra Låtsashandläggare")),
            _column(kind, "end_reason", N_("Bara för den som har slutat"), words="end_reason"),
            _column(kind, "outcome", N_("Bara för den som har slutat"), words="outcome"),
            _column(kind, "note", ""),
        ),
    )  # fmt: skip


_ASKED = (Respondent.PARTICIPANT, Respondent.SUPERVISOR, Respondent.COORDINATOR)


def _follow_ups() -> Template:
    kind = SheetKind.FOLLOW_UPS
    answers = LIST_KINDS[kind].field("answers")
    scores = tuple(
        TemplateColumn(
            answers, f"{asked} {RESPONDENT[respondent].casefold()}", N_("1–5, gärna med några ord: 4 – trivs")
        )
        for respondent in _ASKED
        for asked in QUESTION.values()
    )
    steps = tuple(
        _column(kind, key, help_, example if number == 1 else "", number=number)
        for number in (1, 2)
        for key, help_, example in (
            ("step_what", N_("Vad ni kom överens om"), N_("Beställa skyddsskor")),
            ("step_who", N_("Vem som gör det"), N_("Olle Låtsasson")),
            ("step_due", N_("Dag som 2026-09-01"), "2026-09-20"),
        )
    )
    return Template(
        kind, N_("Uppföljningar"), N_("En rad för varje uppföljning, hållen eller planerad."),
        (
            _column(kind, "placement", N_("Samma kod som bland placeringarna, eller skriv vem och var"), N_("Plac 01"), N_("Plac 01"),
                    must=True),
            _column(kind, "candidate_code", N_("Om placeringen inte har någon kod")),
            _column(kind, "candidate", N_("Namnet, om du inte har någon kod")),
            _column(kind, "birth_year", N_("Om två har samma namn")),
            _column(kind, "host", N_("Företaget, om placeringen inte har någon kod")),
            _column(kind, "contract", N_("För en uppföljning av ett avtal, inte av en placering")),
            _column(kind, "kind", N_("Välj i listan"), N_("Startsamtal"), N_("Månadsuppföljning")),
            _column(kind, "due_on", N_("Dag som 2026-09-01"), "2026-09-01", "2026-10-01", must=True),
            _column(kind, "held_on", N_("Dagen då den hölls"), "2026-09-02"),
            _column(kind, "means", N_("Välj i listan"), N_("Besök")),
            _column(kind, "status", N_("Välj i listan"), N_("Genomförd"), N_("Planerad")),
            _column(kind, "reason", N_("Bara om den inte hölls")),
            _column(kind, "summary", "", N_("Kommer i tid och trivs.")),
            *scores,
            *steps,
        ),
    )  # fmt: skip


def _courses() -> Template:
    kind = SheetKind.COURSES
    days = tuple(
        _column(
            kind,
            "days",
            N_("Dag som 2026-09-01"),
            *(("2026-03-12", "2026-03-12") if number == 1 else ()),
            number=number,
        )
        for number in (1, 2, 3)
    )
    return Template(
        kind, N_("Kurser"),
        N_("En rad för varje deltagare. Kursens egna uppgifter får stå bara på den första raden. Skriv aldrig kost eller allergier här."),
        (
            _column(kind, "course", N_("Vad kursen heter"), N_("Handledarutbildning")),
            _column(kind, "session", N_("Skiljer två tillfällen åt"), N_("Våren")),
            *days,
            _column(kind, "starts_at", N_("Klockslag som 9.00"), "9.00"),
            _column(kind, "ends_at", N_("Klockslag som 16.00"), "16.00"),
            _column(kind, "venue", "", N_("Stadshuset")),
            _column(kind, "trainers", "", N_("Tuva Kursledarsson")),
            _column(kind, "capacity", "", "20"),
            _column(kind, "name", "", N_("Olle Låtsasson"), N_("Vera Påhittsdotter"), must=True),
            _column(kind, "organisation", N_("Leverantör eller egen enhet"), N_("Exempelfirman AB"), N_("Exempelfirman AB")),
            _column(kind, "org_number", ""),
            _column(kind, "email", "", "person2@exempelfirman.example"),
            _column(kind, "phone", "", "070-174 06 12"),
            _column(kind, "attended", N_("Ja för den som var där"), N_("Ja"), N_("Nej"), words="yes_no"),
            _column(kind, "certificate_number", N_("Bara om intyget redan är utfärdat")),
            _column(kind, "certificate_on", N_("Dag som 2026-09-01")),
        ),
    )  # fmt: skip


TEMPLATES: Mapping[SheetKind, Template] = {
    template.kind: template
    for template in (_suppliers(), _contracts(), _candidates(), _placements(), _follow_ups(), _courses())
}
