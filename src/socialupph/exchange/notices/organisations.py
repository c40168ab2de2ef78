"""The organisations of a notice: buyers, winners and subcontractors, by the ids other parts refer to them with.

Ultimate owners and contact persons are people and never read.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from socialupph.domain.commands.notices import NoticeBuyer, NoticeSupplier, Withheld
from socialupph.domain.errors import RuleViolation
from socialupph.domain.kinds import BuyerKind, SizeClass
from socialupph.domain.values import clean_line, normalise_email
from socialupph.exchange.cell_values import EMPTY_WORDS, CellError
from socialupph.exchange.notices.countries import two_letters
from socialupph.exchange.notices.values import Findings, flag, is_masked, plain, told
from socialupph.exchange.notices.xml import Node
from socialupph.exchange.parties import read_org_number

_SWEDEN = "SE"
_NO_NUMBER = EMPTY_WORDS | {
    "not available",
    "not applicable",
    "unknown",
    "unpublished",
    "ej tillgängligt",
    "ej tillämpligt",
    "x",
    "0",
}
_NUMBER_CODES = {
    "import.org_check_digit": "notice.org_check_digit",
    "import.org_placeholder": "notice.org_placeholder",
}
_LEGAL_TYPES: Mapping[str, BuyerKind] = {
    "la": BuyerKind.MUNICIPALITY,
    "ra": BuyerKind.REGION,
    "pub-undert-la": BuyerKind.MUNICIPAL_COMPANY,
    "body-pl-la": BuyerKind.MUNICIPAL_COMPANY,
}
_ASSOCIATION = "förbund"
_COMPANY = re.compile(r"\b(?:ab|aktiebolag|aktiebolaget)\b")


@dataclass(frozen=True, slots=True)
class Organisation:
    """One efac:Organization. ``numbers`` are all its ids (BT-501); ``masked`` says that its name is kept back."""

    name: str
    numbers: tuple[str, ...]
    country: str
    natural_person: bool
    masked: bool
    size_class: SizeClass | None
    address: str
    phone: str
    email: str
    web: str


class Organisations:
    """Finds organisations by id (OPT-200), also by the id of one of their touch points (OPT-201)."""

    def __init__(self, extension: Node, language: str) -> None:
        self._by_id: dict[str, list[Organisation]] = {}
        for node in extension.all("efac:Organizations/efac:Organization"):
            organisation = _read(node, language)
            for path in ("efac:Company", "efac:TouchPoint"):
                for text in node.values(f"{path}/cac:PartyIdentification/cbc:ID"):
                    self._by_id.setdefault(text, []).append(organisation)

    def find(self, reference: str, found: Findings) -> Organisation | None:
        """The organisation of that id; None and told when there is none, or when two have it."""
        alike = self._by_id.get(reference, [])
        if len(alike) == 1:
            return alike[0]
        found.fail("notice.id_twice" if alike else "notice.reference", "supplier_name", value=reference)
        return None

    def buyers(self, root: Node, found: Findings) -> list[NoticeBuyer]:
        """The buyers (OPT-300-Procedure-Buyer) that have a name; a number that cannot be right is left out and told."""
        buyers: dict[str, NoticeBuyer] = {}
        for party in root.all("cac:ContractingParty"):
            reference = party.value("cac:Party/cac:PartyIdentification/cbc:ID")
            for one in self._by_id.get(reference, [])[:1]:
                if one.name:
                    wrong = Findings()
                    number, country = _number(one, _SWEDEN, wrong)
                    if wrong.errors:
                        found.remark("notice.buyer_number", "buyer", who=one.name)
                    buyers.setdefault(reference, NoticeBuyer(one.name, number, country, _buyer_kind(party, one.name)))
        return list(buyers.values())


def supplier(organisation: Organisation, home: str, found: Findings) -> NoticeSupplier | None:
    """The organisation as a supplier; ``home`` is the country of one that names none. None where its name is kept back or missing."""
    if organisation.masked:
        found.withhold((Withheld.SUPPLIER_NAME,))
        return None
    if not organisation.name:
        found.fail("notice.no_name", "supplier_name")
        return None
    number, country = _number(organisation, home, found)
    if organisation.natural_person:
        return NoticeSupplier(organisation.name, number, country, natural_person=True)
    return NoticeSupplier(
        organisation.name,
        number,
        country,
        size_class=organisation.size_class,
        address=organisation.address,
        phone=organisation.phone,
        email=organisation.email,
        web=organisation.web,
    )


def _read(node: Node, language: str) -> Organisation:
    company = node.first("efac:Company") or Node("efac:Company", {})
    names = company.all("cac:PartyName/cbc:Name")
    return Organisation(
        name=plain(told(company, "cac:PartyName/cbc:Name", language)),
        numbers=tuple(
            text for text in company.values("cac:PartyLegalEntity/cbc:CompanyID") if text.casefold() not in _NO_NUMBER
        ),
        country=two_letters(company.value("cac:PostalAddress/cac:Country/cbc:IdentificationCode")),
        natural_person=flag(node.value("efbc:NaturalPersonIndicator")) is True,
        masked=bool(names) and all(is_masked(name.value()) for name in names),
        size_class=_size(company.value("efbc:CompanySizeCode")),
        address=_address(company.first("cac:PostalAddress"), language),
        phone=_shown(company, "cac:Contact/cbc:Telephone"),
        email=_email(_shown(company, "cac:Contact/cbc:ElectronicMail")),
        web=_shown(company, "cbc:WebsiteURI"),
    )


def _shown(node: Node, path: str) -> str:
    text = plain(node.value(path))
    return "" if is_masked(text) else text


def _email(text: str) -> str:
    try:
        return normalise_email(text)
    except RuleViolation:
        return ""


def _size(code: str) -> SizeClass | None:
    return SizeClass(code) if code in {one.value for one in SizeClass} else None


def _address(node: Node | None, language: str) -> str:
    """Street and the place with its postal code, each on a line (BT-510, BT-512, BT-513)."""
    if node is None:
        return ""
    streets = [_shown(node, path) for path in ("cbc:StreetName", "cbc:AdditionalStreetName")]
    streets += [text for line in node.all("cac:AddressLine/cbc:Line") if (text := plain(line.value()))]
    place = " ".join(
        part for part in (_shown(node, "cbc:PostalZone"), plain(told(node, "cbc:CityName", language))) if part
    )
    lines = dict.fromkeys(line for line in (*streets, place) if line and not is_masked(line))
    return "\n".join(lines)


def _number(organisation: Organisation, home: str, found: Findings) -> tuple[str, str]:
    """(number, country): a Swedish one checked, a foreign one as it stands. A Swedish one that cannot be right is told.

    Of several ids the first that can be right counts. The number itself is never quoted, since it may be a person's.
    """
    country = organisation.country or home
    if country != _SWEDEN:
        return (clean_line(organisation.numbers[0])[:100] if organisation.numbers else ""), country
    wrong = ""
    for text in organisation.numbers:
        read = read_org_number(text)
        if isinstance(read, CellError):
            wrong = wrong or _NUMBER_CODES.get(read.code, "notice.org_shape")
        elif read is not None and read.country == _SWEDEN:
            return read.text, _SWEDEN
        elif read is not None:
            wrong = wrong or "notice.org_shape"
    if wrong:
        who = "" if organisation.natural_person else organisation.name
        found.fail(wrong, "supplier_org_number", who=who)
    return "", country


def _buyer_kind(party: Node, name: str) -> BuyerKind:
    """What kind of buyer it is, from its name and its legal type (BT-11); a municipality where neither tells."""
    words = name.casefold()
    if _ASSOCIATION in words:
        return BuyerKind.MUNICIPAL_ASSOCIATION
    if words.startswith("region "):
        return BuyerKind.REGION
    if _COMPANY.search(words):
        return BuyerKind.MUNICIPAL_COMPANY
    code = party.value("cac:ContractingPartyType/cbc:PartyTypeCode", listName="buyer-legal-type")
    return _LEGAL_TYPES.get(code, BuyerKind.MUNICIPALITY)
