"""Award notices made for tests: small, whole, about nobody; every part can be replaced, left out or spoilt."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
EFORMS = "http://data.europa.eu/p27/eforms-ubl-"
ROOT = f"{UBL}ContractAwardNotice-2"
NAMESPACES = {
    "cac": f"{UBL}CommonAggregateComponents-2",
    "cbc": f"{UBL}CommonBasicComponents-2",
    "ext": f"{UBL}CommonExtensionComponents-2",
    "efext": f"{EFORMS}extensions/1",
    "efac": f"{EFORMS}extension-aggregate-components/1",
    "efbc": f"{EFORMS}extension-basic-components/1",
}
NOTICE = "11111111-2222-4333-8444-555555555555"
PROCEDURE = "99999999-8888-4777-8666-555555555555"


def tag(name: str, text: str = "", **attributes: str) -> str:
    """An element with text; nothing for none."""
    given = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items() if value)
    return f"<{name}{given}>{escape(text)}</{name}>" if text else ""


def inside(path: str, content: str) -> str:
    """``content`` within the elements of ``path``; nothing around nothing."""
    for name in reversed(path.split("/")):
        content = f"<{name}>{content}</{name}>" if content else ""
    return content


def withheld(*codes: str, until: str = "") -> str:
    """FieldsPrivacy for fields."""
    return "".join(
        inside(
            "efac:FieldsPrivacy",
            tag("efbc:FieldIdentifierCode", code, listName="non-publication-identifier")
            + tag("efbc:PublicationDate", until),
        )
        for code in codes
    )


@dataclass(frozen=True)
class Org:
    """An organisation; ``person`` true for a natural one."""

    id: str
    name: str
    number: str | tuple[str, ...] = ""
    country: str = "SWE"
    size: str = ""
    person: bool = False
    street: str = ""
    city: str = ""
    zone: str = ""
    phone: str = ""
    email: str = ""
    web: str = ""

    def xml(self) -> str:
        numbers = (self.number,) if isinstance(self.number, str) else self.number
        address = (
            tag("cbc:StreetName", self.street)
            + tag("cbc:CityName", self.city)
            + tag("cbc:PostalZone", self.zone)
            + inside("cac:Country", tag("cbc:IdentificationCode", self.country))
        )
        company = (
            tag("cbc:WebsiteURI", self.web)
            + tag("efbc:CompanySizeCode", self.size)
            + inside("cac:PartyIdentification", tag("cbc:ID", self.id))
            + inside("cac:PartyName", tag("cbc:Name", self.name, languageID="SWE"))
            + inside("cac:PostalAddress", address)
            + "".join(inside("cac:PartyLegalEntity", tag("cbc:CompanyID", number)) for number in numbers)
            + inside("cac:Contact", tag("cbc:Telephone", self.phone) + tag("cbc:ElectronicMail", self.email))
        )
        person = tag("efbc:NaturalPersonIndicator", "true") if self.person else ""
        return inside("efac:Organization", person + inside("efac:Company", company))


@dataclass(frozen=True)
class LotXml:
    """A lot. ``extra`` goes into its ProcurementProject, ``terms`` into its TenderingTerms."""

    id: str = "LOT-0001"
    title: str = "Städning av skolor"
    cpv: tuple[str, ...] = ("90911200",)
    nature: str = "services"
    description: str = ""
    start: str = ""
    end: str = ""
    duration: tuple[str, str] | None = None
    objectives: tuple[str, ...] = ()
    reserved_execution: str = ""
    reserved: str = ""
    framework: str = "none"
    renewals: tuple[str, str] | None = None
    extra: str = ""
    scheme: str = "Lot"

    def xml(self) -> str:
        terms = inside(
            "cac:TendererQualificationRequest/cac:SpecificTendererRequirement",
            tag("cbc:TendererRequirementTypeCode", self.reserved, listName="reserved-procurement"),
        ) + inside(
            "cac:ContractExecutionRequirement",
            tag("cbc:ExecutionRequirementCode", self.reserved_execution, listName="reserved-execution"),
        )
        system = tag("cbc:ContractingSystemTypeCode", self.framework, listName="framework-agreement")
        measure = tag("cbc:DurationMeasure", self.duration[0], unitCode=self.duration[1]) if self.duration else ""
        period = tag("cbc:StartDate", self.start) + tag("cbc:EndDate", self.end) + measure
        renewals = ""
        if self.renewals:
            renewals = tag("cbc:MaximumNumberNumeric", self.renewals[0]) + inside(
                "cac:Renewal/cac:Period", tag("cbc:Description", self.renewals[1], languageID="SWE")
            )
        project = (
            tag("cbc:Name", self.title, languageID="SWE")
            + tag("cbc:Description", self.description, languageID="SWE")
            + tag("cbc:ProcurementTypeCode", self.nature, listName="contract-nature")
            + "".join(
                inside(
                    "cac:ProcurementAdditionalType", tag("cbc:ProcurementTypeCode", code, listName="social-objective")
                )
                for code in self.objectives
            )
            + _cpv(self.cpv)
            + inside("cac:PlannedPeriod", period)
            + inside("cac:ContractExtension", renewals)
            + self.extra
        )
        return inside(
            "cac:ProcurementProjectLot",
            tag("cbc:ID", self.id, schemeName=self.scheme)
            + inside("cac:TenderingTerms", terms)
            + inside("cac:TenderingProcess/cac:ContractingSystem", system)
            + inside("cac:ProcurementProject", project),
        )


def _cpv(codes: tuple[str, ...]) -> str:
    kinds = ["cac:MainCommodityClassification", *["cac:AdditionalCommodityClassification"] * len(codes)]
    return "".join(
        inside(kind, tag("cbc:ItemClassificationCode", code, listName="cpv"))
        for kind, code in zip(kinds, codes, strict=False)
    )


@dataclass(frozen=True)
class TenderXml:
    """A tender. ``value`` with its currency, which may be empty; ``members`` with the leader's id in ``leader``."""

    id: str = "TEN-0001"
    lot: str = "LOT-0001"
    value: str = "1200000"
    currency: str = "SEK"
    members: tuple[str, ...] = ("ORG-0002",)
    leader: str = ""
    subcontractors: tuple[str, ...] = ()
    privacy: str = ""
    party: str = ""

    @property
    def party_id(self) -> str:
        return self.party or self.id.replace("TEN", "TPA")

    def xml(self) -> str:
        return inside(
            "efac:LotTender",
            self.privacy
            + tag("cbc:ID", self.id)
            + inside("cac:LegalMonetaryTotal", tag("cbc:PayableAmount", self.value, currencyID=self.currency))
            + inside("efac:TenderingParty", tag("cbc:ID", self.party_id))
            + inside("efac:TenderLot", tag("cbc:ID", self.lot)),
        )

    def party_xml(self) -> str:
        members = "".join(
            inside(
                "efac:Tenderer",
                tag("cbc:ID", one)
                + (tag("efbc:GroupLeadIndicator", str(one == self.leader).lower()) if self.leader else ""),
            )
            for one in self.members
        )
        below = "".join(inside("efac:SubContractor", tag("cbc:ID", one)) for one in self.subcontractors)
        return inside("efac:TenderingParty", tag("cbc:ID", self.party_id) + members + below)


@dataclass(frozen=True)
class ContractXml:
    """A settled contract."""

    id: str = "CON-0001"
    number: str = "2026-17"
    tenders: tuple[str, ...] = ("TEN-0001",)
    title: str = ""
    awarded: str = "2026-02-10+01:00"
    signed: str = "2026-03-02Z"
    framework: str = ""

    def xml(self) -> str:
        return inside(
            "efac:SettledContract",
            tag("cbc:ID", self.id)
            + tag("cbc:AwardDate", self.awarded)
            + tag("cbc:IssueDate", self.signed)
            + tag("cbc:Title", self.title, languageID="SWE")
            + tag("efbc:ContractFrameworkIndicator", self.framework)
            + inside("efac:ContractReference", tag("cbc:ID", self.number))
            + "".join(inside("efac:LotTender", tag("cbc:ID", one)) for one in self.tenders),
        )


@dataclass(frozen=True)
class OutcomeXml:
    """The outcome of a lot."""

    lot: str = "LOT-0001"
    status: str = "selec-w"
    reason: str = ""
    tenders: tuple[str, ...] = ("TEN-0001",)
    contracts: tuple[str, ...] = ("CON-0001",)
    privacy: str = ""

    def xml(self) -> str:
        return inside(
            "efac:LotResult",
            self.privacy
            + tag("cbc:TenderResultCode", self.status)
            + inside("efac:DecisionReason", tag("efbc:DecisionReasonCode", self.reason))
            + "".join(inside("efac:LotTender", tag("cbc:ID", one)) for one in self.tenders)
            + "".join(inside("efac:SettledContract", tag("cbc:ID", one)) for one in self.contracts)
            + inside("efac:TenderLot", tag("cbc:ID", self.lot)),
        )


BUYER = Org("ORG-0001", "Exempelby kommun", "212000-9994")
WINNER = Org(
    "ORG-0002", "Exempelstäd AB", "5560000167", size="medium", street="Storgatan 1", city="Exempelby", zone="831 00"
)


@dataclass(frozen=True)
class NoticeXml:
    """A whole award notice with one contract on one lot; parts are given to change it."""

    notice_id: str = NOTICE
    version: str = "01"
    procedure_id: str = PROCEDURE
    kind: str = "can-standard"
    customization: str = "eforms-sdk-1.13"
    language: str = "SWE"
    title: str = "Städtjänster"
    internal_id: str = "KS 2025/114"
    nature: str = "services"
    cpv: tuple[str, ...] = ("90910000",)
    buyer: str = "ORG-0001"
    buyer_type: str = "la"
    organisations: tuple[Org, ...] = (BUYER, WINNER)
    lots: tuple[LotXml, ...] = (LotXml(),)
    outcomes: tuple[OutcomeXml, ...] = (OutcomeXml(),)
    tenders: tuple[TenderXml, ...] = (TenderXml(),)
    contracts: tuple[ContractXml, ...] = (ContractXml(),)
    total: str = ""
    total_currency: str = "SEK"
    privacy: str = ""
    groups: str = ""
    extension: str = ""
    more: str = ""
    ubl_award: str = "2000-01-01Z"
    root: str = "ContractAwardNotice"
    namespace: str = ROOT
    prolog: str = '<?xml version="1.0" encoding="UTF-8"?>'
    result: bool = field(default=True)

    def xml(self) -> str:
        """The document."""
        results = (
            self.privacy
            + tag("cbc:TotalAmount", self.total, currencyID=self.total_currency)
            + "".join(one.xml() for one in (*self.outcomes, *self.tenders, *self.contracts))
            + "".join({one.party_id: one.party_xml() for one in self.tenders}.values())
        )
        extension = (
            self.extension
            + (f"<efac:NoticeResult>{results}</efac:NoticeResult>" if self.result else "")
            + inside("efac:Organizations", "".join(one.xml() for one in self.organisations))
        )
        buyer = inside(
            "cac:ContractingParty",
            inside("cac:ContractingPartyType", tag("cbc:PartyTypeCode", self.buyer_type, listName="buyer-legal-type"))
            + inside("cac:Party/cac:PartyIdentification", tag("cbc:ID", self.buyer)),
        )
        project = (
            tag("cbc:ID", self.internal_id)
            + tag("cbc:Name", self.title, languageID="SWE")
            + tag("cbc:ProcurementTypeCode", self.nature, listName="contract-nature")
            + _cpv(self.cpv)
        )
        declared = "".join(f" xmlns:{prefix}={quoteattr(uri)}" for prefix, uri in NAMESPACES.items())
        return (
            f"{self.prolog}<{self.root} xmlns={quoteattr(self.namespace)}{declared}>"
            + inside("ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension", extension)
            + tag("cbc:CustomizationID", self.customization)
            + tag("cbc:ID", self.notice_id)
            + tag("cbc:ContractFolderID", self.procedure_id)
            + tag("cbc:IssueDate", "2026-03-05+01:00")
            + tag("cbc:VersionID", self.version)
            + tag("cbc:NoticeTypeCode", self.kind)
            + tag("cbc:NoticeLanguageCode", self.language)
            + buyer
            + inside("cac:TenderingTerms/cac:LotDistribution", self.groups)
            + inside("cac:ProcurementProject", project)
            + "".join(lot.xml() for lot in self.lots)
            + inside("cac:TenderResult", tag("cbc:AwardDate", self.ubl_award))
            + self.more
            + f"</{self.root}>"
        )

    def write(self, folder: Path, name: str = "annons.xml") -> Path:
        """The document as a file."""
        path = folder / name
        path.write_text(self.xml(), "utf-8")
        return path

    def but(self, **changes: object) -> "NoticeXml":
        """The same with something else."""
        return replace(self, **changes)  # type: ignore[arg-type]
