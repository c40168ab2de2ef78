"""Kinds of lists that can be read in, as data: their target fields and how columns of real lists are called.

The machinery of ``exchange`` knows no list by name; a new reader is a new ``ListKind`` here. Column names are compared without case,
spaces, dots and hyphens; the order of fields settles a draw.
"""

from dataclasses import dataclass
from enum import Enum

from socialupph.i18n import N_


class Content(Enum):
    """What the cells of a field hold; decides how they are read and how a column is recognised by its content."""

    TEXT = "text"
    NUMBER = "number"
    DIARY_NUMBER = "diary_number"
    TITLE = "title"
    COMPANY = "company"
    PERSON = "person"
    ORG_NUMBER = "org_number"
    DATE = "date"
    AMOUNT = "amount"
    CPV = "cpv"
    KIND = "kind"
    NATURE = "nature"
    EXTENSION = "extension"
    REQUIREMENT = "requirement"
    NOTES = "notes"
    CODE = "code"
    REFERENCE = "reference"
    PERSON_NAME = "person_name"
    PERSONAL_NUMBER = "personal_number"
    YEAR = "year"
    EMAIL = "email"
    PHONE = "phone"
    WORD = "word"
    YES_NO = "yes_no"
    PERCENT = "percent"
    HOURS = "hours"
    COUNT = "count"
    SCORE = "score"
    TIME = "time"
    PERIOD = "period"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class TargetField:
    """A field that a column can fill. ``many`` columns may fill the same one; ``limit`` is the longest text.

    ``names`` are how the column is called when it is this and nothing else, ``hints`` words that also occur elsewhere.
    ``never_with`` are words that make it something else unless the whole name is known. ``factor`` multiplies amounts (thousand
    kronor). ``fills`` is the field of the row when it is not ``key`` itself. ``words`` names the vocabulary of a ``Content.WORD``.
    """

    key: str
    title: str
    content: Content
    names: tuple[str, ...]
    hints: tuple[str, ...] = ()
    never_with: tuple[str, ...] = ()
    many: bool = False
    limit: int = 300
    factor: int = 1
    fills: str = ""
    words: str = ""

    @property
    def target(self) -> str:
        """The field of the row that is filled."""
        return self.fills or self.key


@dataclass(frozen=True, slots=True)
class ListKind:
    """A kind of list. Of each group in ``needed`` at least one field must have a column, else it is no such list.

    ``telling`` are fields that other kinds of sheets have not; empty where ``needed`` tells enough. ``heads`` are fields of people
    (or days), each with the field by whose first name it is called: a bare *Telefon* to the right of one is that person's.
    ``lone`` are fields that make a row by themselves; else a lone cell is a footer. ``numbered``: *Kontaktperson 1* and *2* are
    the same kind of column. ``grouped``: a thin row with a day in it heads the rows below it.
    """

    name: str
    title: str
    fields: tuple[TargetField, ...]
    needed: tuple[tuple[str, ...], ...]
    telling: tuple[str, ...] = ()
    heads: tuple[tuple[str, str], ...] = ()
    lone: tuple[str, ...] = ()
    numbered: bool = False
    grouped: bool = False

    def field(self, key: str) -> TargetField:
        """The field named ``key``; KeyError when there is none."""
        for field in self.fields:
            if field.key == key:
                return field
        raise KeyError(key)


_SUPPLIERS = (
    "leverantör",
    "leverantörens",
    "leverantörs",
    "lev",
    "supplier",
    "entreprenör",
    "entreprenörens",
    "vendor",
)
_ABOUT_A_SUPPLIER = (
    "kontaktperson", "kontakt", "epost", "e", "post", "mail", "telefon", "tel", "adress", "nummer", "nr", "id", "ref", "ombud", "ort",
    "postnr", "webb", "kontaktuppgifter", "contact", "email", "phone", "address", "no", "number",
)  # fmt: skip
_BUYERS = (
    "beställare",
    "beställarens",
    "köpare",
    "köparens",
    "kommun",
    "kommunens",
    "myndighet",
    "myndighetens",
    "buyer",
)
_OTHER_DAYS = ("option", "optioner", "förlängning", "uppsägning", "uppföljning", "annonsering", "garanti", "faktura")

CONTRACT_LIST = ListKind(
    "contracts",
    N_("Kontraktslista"),
    (
        TargetField(
            "number", N_("Avtalsnummer"), Content.NUMBER,
            ("avtalsnummer", "avtalsnr", "avtal nr", "avtals-id", "avtalsid", "kontraktsnummer", "kontraktsnr", "kontrakt nr",
             "kontraktsid", "kontrakts-id", "avtalsnummer id", "upphandlingsnummer", "upphandlingsnr", "upphandlings-id",
             "contract number", "contract no", "contract id", "contract nr", "contract reference", "avtalskod", "avtalsbeteckning"),
            ("id", "nummer", "nr", "avtal", "kontrakt", "referens", "referensnummer", "ref", "löpnr", "löpnummer", "number", "no"),
            never_with=(*_SUPPLIERS, "projekt", "telefon", "tel", "konto", "version"), limit=100,
        ),
        TargetField(
            "diary_number", N_("Diarienummer"), Content.DIARY_NUMBER,
            ("diarienummer", "diarienr", "dnr", "diarie nr", "diarie", "diariet", "ärendenummer", "ärendenr", "ärende nr",
             "upphandlingens diarienummer", "file number", "case number", "registration number", "record number"),
            ("ärende", "case"), limit=100,
        ),
        TargetField(
            "title", N_("Benämning"), Content.TITLE,
            ("benämning", "avtalsnamn", "avtalstitel", "avtalsbenämning", "kontraktsnamn", "kontraktstitel", "titel", "objekt",
             "objektsnamn", "upphandling", "upphandlingens namn", "avtalsområde", "contract title", "contract name", "projekt",
             "projektnamn", "avtalets namn", "rubrik", "ärendemening", "vad avtalet gäller"),
            ("namn", "avser", "beskrivning", "område", "kategori", "tjänst", "title", "name", "subject", "description",
             "avtal", "kontrakt", "gäller", "entreprenad", "project"),
        ),
        TargetField(
            "supplier_org_number", N_("Organisationsnummer"), Content.ORG_NUMBER,
            ("organisationsnummer", "orgnr", "org nr", "org nummer", "orgnummer", "organisationsnr", "lev orgnr",
             "leverantörens organisationsnummer", "leverantör orgnr", "vat", "vat no", "vat number", "momsnr", "vatnr",
             "company registration number", "org no", "organisation number", "organization number", "registreringsnummer",
             "corporate identity number", "org id"),
            ("personnummer",), never_with=_BUYERS, limit=60,
        ),
        TargetField(
            "supplier_name", N_("Leverantör"), Content.COMPANY,
            ("leverantör", "leverantörsnamn", "leverantörens namn", "leverantörer", "entreprenör", "entreprenörsnamn", "utförare",
             "avtalspart", "motpart", "avtalsleverantör", "företag", "företagsnamn", "bolag", "bolagsnamn", "supplier",
             "supplier name", "contractor", "vendor", "vendor name", "company", "company name", "kontraktspart", "konsult",
             "avtalad leverantör", "antagen leverantör", "vinnande leverantör", "winner", "firma", "antagen anbudsgivare"),
            ("anbudsgivare", "part", "lev"), never_with=(*_ABOUT_A_SUPPLIER, "underleverantör", "underleverantörer"),
        ),
        TargetField(
            "start", N_("Startdatum"), Content.DATE,
            ("startdatum", "avtalsstart", "giltigt fr.o.m.", "giltig fr.o.m.", "giltigt från", "giltig från", "fr.o.m.", "from",
             "fr o m", "från", "från och med", "från datum", "avtalsstartdatum", "avtalstid från", "avtalsperiod från", "start",
             "gäller från", "gäller fr.o.m.", "kontraktsstart", "avtal från", "start date", "valid from", "begins", "starts",
             "startar", "börjar", "avtalets start", "period start", "contract start", "effective date", "startdag"),
            never_with=_OTHER_DAYS,
        ),
        TargetField(
            "end", N_("Slutdatum"), Content.DATE,
            ("slutdatum", "avtalsslut", "giltigt t.o.m.", "giltig t.o.m.", "giltigt till", "giltig till", "t.o.m.", "tom", "t o m",
             "till", "till och med", "till datum", "avtalsslutdatum", "avtalstid till", "avtalsperiod till", "slut", "gäller till",
             "gäller t.o.m.", "kontraktsslut", "avtal till", "utgår", "upphör", "löper ut", "utlöper", "förfaller", "end",
             "end date", "valid to", "valid until", "ends", "expires", "expiry date", "expiration date", "avtalets slut",
             "contract end", "slutar", "ordinarie slutdatum", "to", "slutdag", "avtalet upphör"),
            never_with=_OTHER_DAYS,
        ),
        TargetField(
            "extension_text", N_("Förlängning"), Content.EXTENSION,
            ("förlängning", "förlängningar", "option", "optioner", "förlängningsoption", "förlängningsoptioner",
             "förlängningsmöjlighet", "möjlig förlängning", "optionstid", "option på förlängning", "extension", "options",
             "renewal", "option år", "förlängs", "option/förlängning"),
            limit=500,
        ),
        TargetField(
            "value", N_("Värde i kronor"), Content.AMOUNT,
            ("kontraktsvärde", "avtalsvärde", "värde", "belopp", "summa", "kontraktssumma", "avtalssumma", "summa exkl moms",
             "totalt värde", "totalvärde", "uppskattat värde", "beräknat värde", "kontraktsbelopp", "takbelopp", "pris", "anbudssumma",
             "värde exkl moms", "värde sek", "värde kr", "contract value", "value", "amount", "total value", "price", "takvolym",
             "estimated value", "volym kr", "omsättning", "värde inkl optioner", "kontraktspris", "ordersumma"),
            ("volym", "kostnad", "sek", "kr", "kronor"),
            never_with=("utfall", "fakturerat", "budget", "förbrukat", "avrop", "vite", "bonus", "per", "timpris"),
        ),
        TargetField(
            "value_in_thousands", N_("Värde i tusental kronor"), Content.AMOUNT,
            ("värde i tusental kronor", "tkr", "värde tkr", "belopp tkr"), factor=1000, fills="value",
        ),
        TargetField(
            "value_in_millions", N_("Värde i miljoner kronor"), Content.AMOUNT,
            ("värde i miljoner kronor", "mkr", "mnkr", "värde mkr", "belopp mkr"), factor=1_000_000, fills="value",
        ),
        TargetField(
            "contract_manager", N_("Kontraktsansvarig"), Content.PERSON,
            ("avtalsansvarig", "kontraktsansvarig", "handläggare", "avtalsförvaltare", "avtalscontroller", "ansvarig",
             "avtalsägare", "kontraktsägare", "ansvarig handläggare", "avtalshandläggare", "contract manager", "responsible", "owner",
             "kontaktperson kommun", "kommunens kontaktperson", "beställarens ombud", "inköpare", "upphandlare"),
            ("kontaktperson", "kontakt", "manager"), never_with=_SUPPLIERS,
        ),
        TargetField(
            "cpv", N_("CPV-kod"), Content.CPV,
            ("cpv", "cpv-kod", "cpv kod", "cpv-koder", "cpv nr", "cpv-nummer", "cpv code", "huvud-cpv", "main cpv"), limit=100,
        ),
        TargetField(
            "kind", N_("Avtalsform"), Content.KIND,
            ("avtalsform", "avtalstyp", "kontraktsform", "typ av avtal", "contract type", "kontraktstyp", "form av avtal"),
            ("typ", "form", "type"), limit=100,
        ),
        TargetField(
            "nature", N_("Art"), Content.NATURE,
            ("art", "upphandlingens art", "kontraktets art", "entreprenad/tjänst/vara", "vara/tjänst", "varor/tjänster", "nature",
             "slag", "typ av upphandling", "upphandlingstyp", "kontraktsslag"),
            ("typ", "type", "kategori"), limit=100,
        ),
        TargetField(
            "requirement_text", N_("Krav"), Content.REQUIREMENT,
            ("sociala krav", "socialt krav", "krav", "sysselsättningskrav", "sociala villkor", "särskilda kontraktsvillkor",
             "sysselsättning",
             "social hänsyn", "sociala hänsyn", "socialt hänsynstagande", "social clause", "social requirements", "employment clause",
             "social klausul", "sociala klausuler", "krav på sysselsättning", "sysselsättningsfrämjande krav", "soc krav",
             "sociala krav i avtalet", "praktikplatser", "employment requirement", "kontraktsvillkor", "sociala åtaganden"),
            ("villkor", "requirement", "requirements", "clause", "social", "sociala"), many=True, limit=4000,
        ),
        TargetField(
            "notes", N_("Anteckningar"), Content.NOTES,
            ("kommentar", "kommentarer", "anteckning", "anteckningar", "anmärkning", "notering", "noteringar", "övrigt", "info",
             "övrig information", "comment", "comments", "anm", "not", "notes", "note", "remark", "remarks", "obs"),
            ("information", "fritext"), many=True, limit=20_000,
        ),
        TargetField(
            "buyer", N_("Beställare"), Content.TEXT,
            ("beställare", "köpare", "upphandlande myndighet", "upphandlande organisation", "förvaltning", "nämnd", "enhet",
             "avtalstecknare", "buyer", "contracting authority", "organisation", "beställande enhet", "avdelning", "kommun", "verksamhet"),
        ),
        TargetField(
            "awarded_on", N_("Tilldelat"), Content.DATE,
            ("tilldelat", "tilldelningsdatum", "tilldelning", "tilldelningsbeslut", "datum för tilldelning", "award date", "awarded",
             "beslutsdatum"),
        ),
        TargetField(
            "signed_on", N_("Undertecknat"), Content.DATE,
            ("undertecknat", "tecknat", "avtalsdatum", "tecknades", "signerat", "signeringsdatum", "avtalet tecknat", "kontraktsdatum",
             "datum för undertecknande", "signed", "date signed", "signing date", "avtal tecknat", "påskrivet"),
        ),
    ),
    (("supplier_name",), ("number", "diary_number", "title")),
)  # fmt: skip
