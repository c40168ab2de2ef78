"""Award notices read from XML: what each part becomes, what is kept back, what cannot stand, and what is refused unread."""

import datetime as dt
import tracemalloc
from dataclasses import replace
from decimal import Decimal

import pytest

from socialupph.domain.commands.notices import NoticeKind, Withheld, notice_of, version_of
from socialupph.domain.errors import FileProblem
from socialupph.domain.kinds import BuyerKind, SizeClass, SocialObjective
from socialupph.exchange.notices import read_notice, xml
from socialupph.exchange.notices.countries import two_letters
from socialupph.specs.messages import message
from tests.exchange.notice_building import (
    BUYER,
    NOTICE,
    PROCEDURE,
    WINNER,
    ContractXml,
    LotXml,
    NoticeXml,
    Org,
    OutcomeXml,
    TenderXml,
    inside,
    tag,
    withheld,
)

D = dt.date


@pytest.fixture
def read(tmp_path):
    """Reads a notice that is built; the one contract of it where ``one`` is asked for."""

    def made(notice=None, **changes):
        return read_notice((notice or NoticeXml(**changes)).write(tmp_path))

    return made


@pytest.fixture
def one(read):
    def made(notice=None, **changes):
        (contract,) = read(notice, **changes).contracts
        return contract

    return made


@pytest.fixture
def refused(tmp_path):
    """The code and the text of why a file is refused."""

    def made(content):
        path = tmp_path / "annons.xml"
        if isinstance(content, bytes):
            path.write_bytes(content)
        elif isinstance(content, str):
            path.write_text(content, "utf-8")
        else:
            content.write(tmp_path)
        with pytest.raises(FileProblem) as caught:
            read_notice(path)
        return caught.value.code, message(caught.value)

    return made


# ---------------------------------------------------------------- what is read


def test_a_notice_with_one_contract(read):
    notice = read()
    assert (notice.notice_id, notice.version, notice.reference) == (NOTICE, "01", f"{NOTICE}-01")
    assert (notice.procedure_id, notice.kind, notice.notice_type) == (PROCEDURE, NoticeKind.AWARD, "can-standard")
    assert (notice.title, notice.issued_on) == ("Städtjänster", D(2026, 3, 5))
    (buyer,) = notice.buyers
    assert (buyer.name, buyer.org_number, buyer.country, buyer.kind) == (
        "Exempelby kommun",
        "212000-9994",
        "SE",
        BuyerKind.MUNICIPALITY,
    )
    (contract,) = notice.contracts
    assert (contract.row, contract.source_id, contract.number) == (1, "CON-0001", "2026-17")
    assert (contract.title, contract.diary_number, contract.lot) == ("Städtjänster", "KS 2025/114", "LOT-0001")
    assert (contract.nature, contract.cpv, contract.kind) == ("services", "90911200", "")
    assert (contract.awarded_on, contract.signed_on) == (D(2026, 2, 10), D(2026, 3, 2))
    assert (contract.value, contract.currency) == (Decimal(1200000), "SEK")
    (supplier,) = contract.suppliers
    assert (supplier.name, supplier.org_number, supplier.country) == ("Exempelstäd AB", "556000-0167", "SE")
    assert (supplier.size_class, supplier.address) == (SizeClass.MEDIUM, "Storgatan 1\n831 00 Exempelby")
    assert (contract.errors, contract.remarks, contract.withheld) == ((), (), ())


def test_references_to_notices():
    assert notice_of(f"{NOTICE.upper()}-03") == notice_of(NOTICE) == NOTICE
    assert (version_of(f"{NOTICE}-03"), version_of(NOTICE), version_of("342558-2018")) == (3, 0, 0)
    assert notice_of("342558-2018") == "342558-2018"


def test_a_contract_for_every_settled_contract(read):
    other = Org("ORG-0003", "Andra Städ AB", "559999-1113")
    notice = read(
        organisations=(BUYER, WINNER, other),
        outcomes=(OutcomeXml(tenders=("TEN-0001", "TEN-0002"), contracts=("CON-0001", "CON-0002")),),
        tenders=(TenderXml(), TenderXml("TEN-0002", value="900000.50", members=("ORG-0003",))),
        contracts=(ContractXml(), ContractXml("CON-0002", "2026-18", ("TEN-0002",), title="Städning, lott två")),
    )
    first, second = notice.contracts
    assert [one.name for one in first.suppliers] == ["Exempelstäd AB"]
    assert [one.name for one in second.suppliers] == ["Andra Städ AB"]
    assert (second.number, second.title, second.value) == ("2026-18", "Städning, lott två", Decimal("900000.50"))


def test_without_settled_contract_every_winning_tender_is_one(read):
    notice = read(
        lots=(LotXml(), LotXml("LOT-0002", "Fönsterputs"), LotXml("LOT-0003")),
        outcomes=(
            OutcomeXml(contracts=()),
            OutcomeXml("LOT-0002", tenders=("TEN-0002",), contracts=()),
            OutcomeXml("LOT-0003", "clos-nw", "all-rej", ("TEN-0003",), ()),
        ),
        tenders=(TenderXml(), TenderXml("TEN-0002", "LOT-0002"), TenderXml("TEN-0003", "LOT-0003")),
        contracts=(),
    )
    assert [(one.source_id, one.lot, one.number) for one in notice.contracts] == [
        ("TEN-0001", "LOT-0001", ""),
        ("TEN-0002", "LOT-0002", ""),
    ]
    assert [one.title for one in notice.contracts] == [
        "Städtjänster – Städning av skolor",
        "Städtjänster – Fönsterputs",
    ]
    assert notice.contracts[0].awarded_on is None


def test_the_leader_of_a_group_stands_first_and_subcontractors_apart(one):
    others = (Org("ORG-0003", "Ledande AB"), Org("ORG-0004", "Under AB"), Org("ORG-0005", "Med AB"))
    contract = one(
        organisations=(BUYER, WINNER, *others),
        tenders=(
            TenderXml(
                members=("ORG-0002", "ORG-0005", "ORG-0003"),
                leader="ORG-0003",
                subcontractors=("ORG-0004", "ORG-0002"),
            ),
        ),
    )
    assert [party.name for party in contract.suppliers] == ["Ledande AB", "Exempelstäd AB", "Med AB"]
    assert [party.name for party in contract.subcontractors] == ["Under AB"]


def test_of_a_natural_person_only_name_and_number_are_kept(one):
    person = Org(
        "ORG-0002",
        "Exempla Exempelsson",
        "900101-0017",
        person=True,
        street="Hemma 1",
        phone="070-000 00 00",
        email="e@exempel.se",
    )
    (supplier,) = one(organisations=(BUYER, person)).suppliers
    assert (supplier.name, supplier.org_number, supplier.natural_person) == ("Exempla Exempelsson", "900101-0017", True)
    kept = (supplier.address, supplier.phone, supplier.email, supplier.web, supplier.size_class)
    assert kept == ("", "", "", "", None)


@pytest.mark.parametrize(
    ("number", "country", "kept"),
    [
        ("5560000167", "SWE", ("556000-0167", "SE")),
        ("SE556000016701", "SWE", ("556000-0167", "SE")),
        (("okänt", "16556000-0167"), "SWE", ("556000-0167", "SE")),
        ("", "SWE", ("", "SE")),
        ("n/a", "FIN", ("", "FI")),
        ("not available", "GBR", ("", "GB")),
        ("FI 12 34", "FIN", ("FI 12 34", "FI")),
        ("999 888", "", ("", "SE")),
    ],
)
def test_numbers_of_organisations(one, number, country, kept):
    contract = one(organisations=(BUYER, replace(WINNER, number=number, country=country)))
    (supplier,) = contract.suppliers
    assert (supplier.org_number, supplier.country) == kept
    assert bool(contract.errors) == (number == "999 888")


def test_countries():
    assert [two_letters(code) for code in ("SWE", "fin", "GRC", "1A0", "SE", "", "QQQ")] == [
        "SE",
        "FI",
        "GR",
        "XK",
        "SE",
        "",
        "QQQ",
    ]


@pytest.mark.parametrize(
    ("name", "legal", "kind"),
    [
        ("Exempelby kommun", "la", BuyerKind.MUNICIPALITY),
        ("Region Exempel", "", BuyerKind.REGION),
        ("Exempel", "ra", BuyerKind.REGION),
        ("Exempelbostäder AB", "body-pl", BuyerKind.MUNICIPAL_COMPANY),
        ("Exempel avfall", "pub-undert-la", BuyerKind.MUNICIPAL_COMPANY),
        ("Räddningstjänstförbundet Exempel", "la", BuyerKind.MUNICIPAL_ASSOCIATION),
        ("Exempelmyndigheten", "cga", BuyerKind.MUNICIPALITY),
    ],
)
def test_what_kind_of_buyer_it_is(read, name, legal, kind):
    (buyer,) = read(organisations=(replace(BUYER, name=name), WINNER), buyer_type=legal).buyers
    assert buyer.kind is kind


def test_a_buyers_number_that_cannot_be_right_is_left_and_told(read):
    notice = read(organisations=(replace(BUYER, number="212000-9990"), WINNER))
    assert notice.buyers[0].org_number == ""
    assert [one.code for one in notice.contracts[0].remarks] == ["notice.buyer_number"]


def test_swedish_goes_before_the_language_of_the_notice(read):
    several = (
        tag("cbc:Name", "Cleaning", languageID="ENG")
        + tag("cbc:Name", "Nettoyage", languageID="FRA")
        + tag("cbc:Name", "Städning", languageID="SWE")
    )
    xml_text = NoticeXml(language="FRA").xml()
    own = tag("cbc:Name", "Städtjänster", languageID="SWE")
    assert read(_Raw(xml_text.replace(own, several))).title == "Städning"
    assert read(_Raw(xml_text.replace(own, several.replace("SWE", "DAN")))).title == "Nettoyage"
    assert read(_Raw(xml_text.replace(own, several.replace("SWE", "DAN").replace("FRA", "FIN")))).title == "Cleaning"


class _Raw:
    """A document that is there already."""

    def __init__(self, text):
        self.text = text

    def write(self, folder):
        path = folder / "rå.xml"
        path.write_text(self.text, "utf-8")
        return path


@pytest.mark.parametrize(
    ("lot", "start", "end"),
    [
        ({"start": "2026-04-01+02:00", "end": "2028-03-31Z"}, D(2026, 4, 1), D(2028, 3, 31)),
        ({"start": "2026-04-01", "duration": ("24", "MONTH")}, D(2026, 4, 1), D(2028, 3, 31)),
        ({"start": "2026-01-31", "duration": ("1", "MONTH")}, D(2026, 1, 31), D(2026, 2, 27)),
        ({"start": "2026-04-01", "duration": ("2", "YEAR")}, D(2026, 4, 1), D(2028, 3, 31)),
        ({"start": "2026-04-01", "duration": ("4", "WEEK")}, D(2026, 4, 1), D(2026, 4, 28)),
        ({"start": "2026-04-01", "duration": ("10", "DAY")}, D(2026, 4, 1), D(2026, 4, 10)),
        ({"start": "2026-04-01", "duration": ("0", "MONTH")}, D(2026, 4, 1), None),
        ({"start": "2000-01-01+01:00", "end": "2000-01-01Z"}, None, None),
        ({"end": "2027-05-31"}, None, D(2027, 5, 31)),
    ],
)
def test_first_and_last_day(one, lot, start, end):
    contract = one(lots=(LotXml(**lot),))
    assert (contract.starts_on, contract.ends_on, contract.errors) == (start, end, ())


def test_a_length_without_a_start_is_told_and_kept(one):
    contract = one(lots=(LotXml(duration=("48", "MONTH"), description="Skolor och förskolor."),))
    assert (contract.starts_on, contract.ends_on) == (None, None)
    assert [remark.code for remark in contract.remarks] == ["notice.duration"]
    assert (
        contract.description
        == "Skolor och förskolor.\n\nAvtalstiden är 48 månader men startdagen står inte i annonsen."
    )


def test_a_day_of_the_standard_that_is_not_given(one):
    contract = one(contracts=(ContractXml(awarded="2000-01-01+02:00", signed="2000-01-01"),))
    assert (contract.awarded_on, contract.signed_on) == (None, None)
    fallback = one(contracts=(ContractXml(awarded=""),), ubl_award="2026-02-01Z")
    assert fallback.awarded_on == D(2026, 2, 1)


def test_the_only_contract_has_the_value_of_the_notice_when_its_tender_has_none(one, read):
    contract = one(tenders=(TenderXml(value=""),), total="350000", total_currency="EUR")
    assert (contract.value, contract.currency) == (Decimal(350000), "EUR")
    two = read(
        tenders=(TenderXml(value=""), TenderXml("TEN-0002", value="")),
        outcomes=(OutcomeXml(tenders=("TEN-0001", "TEN-0002"), contracts=("CON-0001", "CON-0002")),),
        contracts=(ContractXml(), ContractXml("CON-0002", "2", ("TEN-0002",))),
        total="350000",
    )
    assert [contract.value for contract in two.contracts] == [None, None]


def test_a_contract_on_several_lots_sums_its_tenders(one):
    def several(second):
        return one(
            lots=(LotXml(objectives=("opp",)), LotXml("LOT-0002", "Fönsterputs", objectives=("gen-eq",))),
            outcomes=(OutcomeXml(), OutcomeXml("LOT-0002", tenders=("TEN-0002",))),
            tenders=(TenderXml(), second),
            contracts=(ContractXml(tenders=("TEN-0001", "TEN-0002")),),
        )

    contract = several(TenderXml("TEN-0002", "LOT-0002", value="300000", party="TPA-0001"))
    assert (contract.value, contract.currency, contract.lot) == (Decimal(1500000), "SEK", "LOT-0001, LOT-0002")
    assert [party.name for party in contract.suppliers] == ["Exempelstäd AB"]
    assert contract.social_objectives == (SocialObjective.EMPLOYMENT, SocialObjective.GENDER_EQUALITY)
    mixed = several(TenderXml("TEN-0002", "LOT-0002", currency="EUR"))
    assert (mixed.value, [remark.code for remark in mixed.remarks]) == (None, ["notice.currencies"])
    part = several(TenderXml("TEN-0002", "LOT-0002", value=""))
    assert (part.value, [remark.code for remark in part.remarks]) == (None, ["notice.value_in_part"])


def test_a_group_of_lots(one):
    group = (
        tag("cbc:LotsGroupID", "GLO-0001")
        + inside("cac:ProcurementProjectLotReference", tag("cbc:ID", "LOT-0001"))
        + inside("cac:ProcurementProjectLotReference", tag("cbc:ID", "LOT-0002"))
    )
    contract = one(
        lots=(
            LotXml("GLO-0001", "Grupp", (), "", scheme="LotsGroup"),
            LotXml(start="2026-04-01", end="2028-03-31"),
            LotXml("LOT-0002", start="2026-09-01"),
        ),
        groups=inside("cac:LotsGroup", group),
        outcomes=(OutcomeXml(), OutcomeXml("LOT-0002", "clos-nw", tenders=(), contracts=())),
        tenders=(TenderXml(lot="GLO-0001"),),
    )
    assert (contract.lot, contract.starts_on, contract.errors) == ("GLO-0001", D(2026, 4, 1), ())


@pytest.mark.parametrize(
    ("lot", "contract", "kind"),
    [
        ({}, {}, ""),
        ({"framework": "fa-wo-rc"}, {"framework": "false"}, "framework"),
        ({}, {"framework": "true"}, "call_off"),
        ({"framework": "fa-mix"}, {"framework": "true"}, "framework"),
        ({"framework": "fa-mix", "reserved": "res-ws"}, {}, "reserved"),
        ({"reserved": "none"}, {}, ""),
    ],
)
def test_what_kind_of_contract_it_is(one, lot, contract, kind):
    assert one(lots=(LotXml(**lot),), contracts=(ContractXml(**contract),)).kind == kind


def test_social_objectives_and_reserved_execution_propose_without_volume(one):
    contract = one(lots=(LotXml(objectives=("opp", "acc-all", "none"), reserved_execution="yes"),))
    assert contract.social_objectives == (SocialObjective.EMPLOYMENT, SocialObjective.ACCESSIBILITY)
    assert contract.reserved_execution is True
    assert [(one.type_key, one.unit, one.volume, one.certain) for one in contract.requirements] == [
        ("reserved_execution", None, None, False),
        ("other_social", None, None, False),
    ]
    assert one(lots=(LotXml(reserved_execution="no", objectives=("gen-eq",)),)).requirements == ()
    assert one(lots=(LotXml(reserved_execution="no"),)).reserved_execution is False
    assert one(lots=(LotXml(reserved_execution="not-known"),)).reserved_execution is None
    strange = one(lots=(LotXml(objectives=("rymd",)),))
    assert [(remark.code, remark.facts["value"]) for remark in strange.remarks] == [("notice.objective", "rymd")]


@pytest.mark.parametrize(
    ("most", "text", "options"),
    [
        ("2", "1+1 år", (12, 12)),
        ("3", "Kan förlängas med 12 månader i taget", (12, 12, 12)),
        ("1", "24 månader", (24,)),
        ("3", "1+1 år", ()),
        ("2", "Högst 24 månader", ()),
        ("2", "Enligt avtalet", ()),
    ],
)
def test_renewals_propose_options_when_they_are_understood(one, most, text, options):
    contract = one(lots=(LotXml(renewals=(most, text)),))
    assert (contract.extension_text, contract.options) == (text, options)


def test_several_cpv_codes_are_joined_main_first(one):
    assert one(lots=(LotXml(cpv=("90911200", "90911300")),)).cpv == "90911200 90911300"
    assert one(lots=(LotXml(cpv=()),)).cpv == "90910000"


def test_a_contract_that_points_at_a_tender_that_did_not_win(one):
    contract = one(
        lots=(LotXml(), LotXml("LOT-0002", "Fönsterputs")),
        outcomes=(OutcomeXml(status="clos-nw", contracts=()), OutcomeXml("LOT-0002", tenders=("TEN-0002",))),
        tenders=(TenderXml(value=""), TenderXml("TEN-0002", "LOT-0002", "500000")),
    )
    assert (contract.lot, contract.value) == ("LOT-0002", Decimal(500000))
    (remark,) = contract.remarks
    assert (remark.code, dict(remark.facts)) == ("notice.contradiction", {"value": "TEN-0001", "winner": "TEN-0002"})


# ---------------------------------------------------------------- other kinds of notices


def test_a_voluntary_ex_ante_notice_needs_no_outcome(read):
    notice = read(kind="veat", outcomes=(OutcomeXml(status=""),))
    assert (notice.kind, len(notice.contracts)) == (NoticeKind.INTENT, 1)
    assert len(read(kind="veat", outcomes=(OutcomeXml(status="", contracts=()),), contracts=()).contracts) == 1


@pytest.mark.parametrize("kind", ["can-standard", "can-social", "can-desg", "can-tran"])
def test_every_kind_of_award(read, kind):
    assert read(kind=kind).kind is NoticeKind.AWARD


def test_a_modification(read):
    told = (
        tag("efbc:ChangedNoticeIdentifier", f"{NOTICE}-01")
        + tag("efbc:ModifiedContractIdentifier", "CON-0002")
        + inside("efac:Change", tag("efbc:ChangeDescription", "Höjt värde", languageID="SWE"))
        + inside("efac:ChangeReason", tag("efbc:ReasonDescription", "Fler skolor", languageID="SWE"))
    )
    notice = read(
        kind="can-modif",
        notice_id=NOTICE.replace("1", "2"),
        extension=inside("efac:ContractModification", told),
        outcomes=(OutcomeXml(status="", contracts=("CON-0001", "CON-0002")),),
        contracts=(ContractXml(), ContractXml("CON-0002", "2026-18")),
    )
    assert (notice.kind, notice.refers_to) == (NoticeKind.MODIFICATION, (f"{NOTICE}-01",))
    assert notice.change_text == "Höjt värde\nFler skolor"
    assert [contract.source_id for contract in notice.contracts] == ["CON-0002"]


def test_a_corrected_notice_names_the_one_it_corrects(read):
    extension = inside("efac:Changes", tag("efbc:ChangedNoticeIdentifier", f"{NOTICE}-01"))
    assert read(extension=extension).refers_to == (f"{NOTICE}-01",)


# ---------------------------------------------------------------- kept back


def test_what_is_kept_back_is_never_read(one):
    contract = one(tenders=(TenderXml(privacy=withheld("win-ten-val", "ten-ran", until="2027-12-31Z"), value="9.99"),))
    assert (contract.value, contract.withheld) == (None, (Withheld.VALUE, Withheld.TENDER_RANK))
    assert [(remark.code, remark.facts["day"]) for remark in contract.remarks] == [
        ("notice.withheld_until", "2027-12-31")
    ]


def test_what_stands_for_something_kept_back(one):
    masked = replace(WINNER, name="unpublished")
    contract = one(
        organisations=(BUYER, masked),
        tenders=(TenderXml(value="-1"),),
        contracts=(ContractXml(awarded="1970-01-01Z", title="unpublished", number="unpublished"),),
    )
    assert (contract.value, contract.suppliers, contract.awarded_on, contract.number) == (None, (), None, "")
    assert (contract.title, contract.errors) == ("Städtjänster", ())
    assert contract.withheld == (Withheld.VALUE, Withheld.SUPPLIER_NAME)


def test_the_value_of_a_notice_with_one_contract_is_that_contracts(one, read):
    contract = one(privacy=withheld("not-val"), total="1200000")
    assert (contract.value, contract.withheld) == (None, (Withheld.VALUE, Withheld.NOTICE_VALUE))
    two = read(
        privacy=withheld("not-val"),
        tenders=(TenderXml(), TenderXml("TEN-0002", value="5")),
        outcomes=(OutcomeXml(tenders=("TEN-0001", "TEN-0002"), contracts=("CON-0001", "CON-0002")),),
        contracts=(ContractXml(), ContractXml("CON-0002", "2", ("TEN-0002",))),
    )
    assert [one.value for one in two.contracts] == [Decimal(1200000), Decimal(5)]
    assert {one.withheld for one in two.contracts} == {(Withheld.NOTICE_VALUE,)}


def test_what_is_kept_back_of_another_lot_is_not_told(one):
    contract = one(
        lots=(LotXml(), LotXml("LOT-0002", extra=withheld("awa-cri-num"))),
        outcomes=(
            OutcomeXml(),
            OutcomeXml("LOT-0002", "clos-nw", tenders=(), contracts=(), privacy=withheld("win-cho")),
        ),
    )
    assert contract.withheld == ()


def test_a_field_of_the_standard_that_is_new_to_us(one):
    assert one(privacy=withheld("zzz-new")).withheld == (Withheld.OTHER,)


# ---------------------------------------------------------------- what cannot stand


@pytest.mark.parametrize(
    ("changes", "code", "facts"),
    [
        ({"tenders": (TenderXml(currency=""),)}, "notice.currency_missing", {"value": "1200000"}),
        ({"tenders": (TenderXml(currency="kronor"),)}, "notice.currency", {"value": "kronor"}),
        ({"tenders": (TenderXml(value="1 200 000"),)}, "notice.amount", {"value": "1 200 000"}),
        ({"tenders": (TenderXml(value="-5"),)}, "notice.amount", {"value": "-5"}),
        ({"tenders": (TenderXml(value="9" * 40),)}, "notice.amount", {"value": "9" * 40}),
        ({"contracts": (ContractXml(signed="2026-02-30"),)}, "notice.date", {"value": "2026-02-30"}),
        ({"contracts": (ContractXml(signed="3/2 2026"),)}, "notice.date", {"value": "3/2 2026"}),
        (
            {"lots": (LotXml(start="2026-04-01", end="2026-03-01"),)},
            "notice.end_before_start",
            {"start": "2026-04-01", "end": "2026-03-01"},
        ),
        (
            {"organisations": (BUYER, replace(WINNER, number="5560000168"))},
            "notice.org_check_digit",
            {"who": "Exempelstäd AB"},
        ),
        ({"organisations": (BUYER, replace(WINNER, number="123"))}, "notice.org_shape", {"who": "Exempelstäd AB"}),
        (
            {"organisations": (BUYER, replace(WINNER, number="556000-0001"))},
            "notice.org_placeholder",
            {"who": "Exempelstäd AB"},
        ),
        (
            {"organisations": (BUYER, replace(WINNER, name="Exempla", number="900101-0018", person=True))},
            "notice.org_check_digit",
            {"who": ""},
        ),
        ({"organisations": (BUYER, replace(WINNER, name=""))}, "notice.no_name", {}),
        ({"organisations": (BUYER,)}, "notice.reference", {"value": "ORG-0002"}),
        ({"organisations": (BUYER, WINNER, WINNER)}, "notice.id_twice", {"value": "ORG-0002"}),
        (
            {"contracts": (ContractXml(tenders=("TEN-0009",)),), "outcomes": ()},
            "notice.reference",
            {"value": "TEN-0009"},
        ),
        ({"tenders": (TenderXml(), TenderXml())}, "notice.id_twice", {"value": "TEN-0001"}),
        ({"tenders": (TenderXml(lot="LOT-0009"),)}, "notice.reference", {"value": "LOT-0009"}),
        ({"lots": (LotXml(), LotXml(title="En till"))}, "notice.lot_twice", {"value": "LOT-0001"}),
    ],
)
def test_what_cannot_stand_is_told_by_contract(one, changes, code, facts):
    (error,) = one(**changes).errors
    assert (error.code, dict(error.facts)) == (code, facts)


def test_a_lot_that_is_there_twice_does_not_touch_the_others(read):
    notice = read(
        lots=(LotXml(), LotXml(), LotXml("LOT-0002")),
        outcomes=(OutcomeXml(), OutcomeXml("LOT-0002", tenders=("TEN-0002",), contracts=("CON-0002",))),
        tenders=(TenderXml(), TenderXml("TEN-0002", "LOT-0002")),
        contracts=(ContractXml(), ContractXml("CON-0002", "2", ("TEN-0002",))),
    )
    assert [[error.code for error in contract.errors] for contract in notice.contracts] == [["notice.lot_twice"], []]


def test_two_contracts_with_the_same_id_both_fail(read):
    notice = read(contracts=(ContractXml(), ContractXml(number="2")))
    assert [[error.code for error in contract.errors] for contract in notice.contracts] == [["notice.id_twice"]] * 2


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("root", "namespace", "code"),
    [
        ("ContractNotice", "urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2", "notice.competition"),
        (
            "PriorInformationNotice",
            "urn:oasis:names:specification:ubl:schema:xsd:PriorInformationNotice-2",
            "notice.planning",
        ),
        (
            "BusinessRegistrationInformationNotice",
            "http://data.europa.eu/p27/eforms-business-registration-information-notice/ubl/1",
            "notice.not_award",
        ),
        ("ContractAwardNotice", "urn:nagot:annat", "notice.wrong_namespace"),
        ("TED_EXPORT", "http://publications.europa.eu/resource/schema/ted/R2.0.9/publication", "notice.old_format"),
        ("Invoice", "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2", "notice.not_eforms"),
        ("ContractNotice", "urn:nagot:annat", "notice.not_eforms"),
        ("html", "http://www.w3.org/1999/xhtml", "notice.html"),
    ],
)
def test_another_kind_of_document_is_refused_by_name(refused, root, namespace, code):
    assert refused(NoticeXml(root=root, namespace=namespace))[0] == code


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"kind": "cn-standard"}, "notice.not_award"),
        ({"kind": "compl"}, "notice.not_award"),
        ({"customization": "urn:www.peppol.eu:award"}, "notice.not_eforms"),
        (
            {"outcomes": (OutcomeXml(status="clos-nw", reason="no-rece", tenders=(), contracts=()),), "tenders": (),
             "contracts": ()},
            "notice.no_tenders",
        ),
        (
            {"outcomes": (OutcomeXml(status="clos-nw", reason="all-rej", contracts=()),), "contracts": ()},
            "notice.no_winner",
        ),
        ({"outcomes": (OutcomeXml(status="open-nw", contracts=()),), "contracts": ()}, "notice.no_winner"),
        (
            {"outcomes": (OutcomeXml(status="unpublished", contracts=(), privacy=withheld("win-cho")),), "contracts": ()},
            "notice.winner_withheld",
        ),
        (
            {"extension": inside("efac:Changes/efac:ChangeReason", tag("cbc:ReasonCode", "cancel"))},
            "notice.cancelled",
        ),
    ],
)  # fmt: skip
def test_a_notice_without_anything_to_take_in_is_refused(refused, changes, code):
    assert refused(NoticeXml(**changes))[0] == code


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"notice_id": ""}, "annonsens id (BT-701)"),
        ({"version": ""}, "annonsens version (BT-757)"),
        ({"procedure_id": ""}, "upphandlingens id (BT-04)"),
        ({"kind": ""}, "annonsens slag (BT-02)"),
        ({"customization": ""}, "standardens version (OPT-002)"),
        ({"title": ""}, "upphandlingens namn (BT-21)"),
        ({"buyer": "ORG-0099"}, "beställaren (BT-500)"),
        ({"organisations": (replace(BUYER, name=""), WINNER)}, "beställaren (BT-500)"),
        ({"result": False}, "upphandlingens resultat"),
        ({"lots": ()}, "delarnas id (BT-137)"),
        ({"lots": (LotXml(""),)}, "delarnas id (BT-137)"),
        ({"tenders": (TenderXml(""),)}, "kontraktens, anbudens eller leverantörernas id"),
    ],
)
def test_an_invalid_notice_says_what_it_lacks(refused, changes, words):
    code, text = refused(NoticeXml(**changes))
    assert code == "notice.invalid"
    assert f"Det här saknas: {words}." in text
    assert "Inget är inläst." in text


def test_a_notice_cut_short(refused):
    whole = NoticeXml().xml()
    assert refused(whole[: len(whole) // 2])[0] == "notice.broken"
    assert refused(whole.replace("</cbc:IssueDate>", "</cbc:Annat>"))[0] == "notice.broken"
    assert refused('<?xml version="1.0" encoding="x-finns-inte"?><a/>')[0] == "notice.broken"
    assert refused(b"<?xml version='1.0' encoding='utf-8'?><a>\xff\xfe</a>")[0] == "notice.not_eforms"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file.empty"),
        (b" \r\n", "file.empty"),
        (b"PK\x03\x04 arbetsbok", "notice.not_xml"),
        (b"%PDF-1.7", "notice.not_xml"),
        ("Nummer;Leverantör\n1;Exempel AB\n", "notice.not_xml"),
        ("<!DOCTYPE html><html><body/></html>", "notice.html"),
        ("<?xml version='1.0'?><rss/>", "notice.not_eforms"),
    ],
)
def test_a_file_that_is_no_notice(refused, content, code):
    assert refused(content)[0] == code


def test_files_that_are_not_there(tmp_path):
    for path, code in ((tmp_path / "saknas.xml", "file.missing"), (tmp_path, "file.folder")):
        with pytest.raises(FileProblem) as caught:
            read_notice(path)
        assert caught.value.code == code


# ---------------------------------------------------------------- what means harm

BOMB = "<!DOCTYPE a [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(12)
)


@pytest.mark.parametrize(
    "prolog",
    [
        f"{BOMB}]>",
        "<!DOCTYPE ContractAwardNotice SYSTEM 'http://127.0.0.1:9/elak.dtd'>",
        "<!DOCTYPE ContractAwardNotice PUBLIC '-//x//y' 'file:///etc/passwd'>",
        "<!DOCTYPE ContractAwardNotice [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE ContractAwardNotice [<!ENTITY % x SYSTEM 'http://127.0.0.1:9/x'> %x;]>",
        "<!DOCTYPE ContractAwardNotice>",
    ],
)
def test_document_types_and_entities_are_refused_and_nothing_is_fetched(refused, prolog, monkeypatch):
    def fetched(*_arguments, **_options):
        raise AssertionError("fetched")

    monkeypatch.setattr("socket.socket.connect", fetched)
    code, text = refused(NoticeXml(prolog=f"<?xml version='1.0'?>{prolog}"))
    assert code == "notice.hostile"
    assert "läses inte in" in text


def test_an_entity_in_another_encoding_is_refused_too(refused):
    document = f"<?xml version='1.0' encoding='utf-16'?>{BOMB}]><a>&m;</a>"
    assert refused(document.encode("utf-16"))[0] == "notice.hostile"


def test_what_is_included_from_elsewhere_is_never_fetched(one):
    included = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
    assert one(more=included).errors == ()


def test_a_file_of_fifty_megabytes_is_refused_unread(tmp_path):
    path = tmp_path / "annons.xml"
    with path.open("wb") as stream:
        stream.write(NoticeXml().xml().encode())
        stream.truncate(50 * 1024 * 1024)
    tracemalloc.start()
    with pytest.raises(FileProblem) as caught:
        read_notice(path)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (caught.value.code, caught.value.facts) == ("notice.too_large", {"limit": 25})
    assert most < 1_000_000


def test_a_large_file_of_another_kind_is_refused_before_the_rest_of_it_is_read(refused):
    filling = "<a/>" * 100_000 + "här slutar den mitt i"
    assert refused(f"<ContractNotice xmlns='urn:oasis:x:ubl:y'>{filling}")[0] == "notice.competition"


def test_too_many_elements_and_too_deep_nesting_are_refused(refused, monkeypatch):
    monkeypatch.setattr(xml, "MAX_ELEMENTS", 500)
    assert refused(NoticeXml(more="<a/>" * 1000))[0] == "notice.too_much"
    assert refused(NoticeXml(more="<a>" * 400 + "</a>" * 400))[0] == "notice.hostile"


def test_text_is_cleaned_and_cut(one):
    number = "2026-17\u200b\u202e"
    contract = one(contracts=(ContractXml(number=number, title="Städ " * 100),))
    assert contract.number == "2026-17"
    assert len(contract.title) == 200
    assert contract.title.endswith("…")
