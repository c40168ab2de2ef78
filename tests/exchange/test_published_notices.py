"""The notices that were handed to the project, read as somebody who looked into each says they should be. They are not ours to keep
here, so this is skipped where they are not.
"""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from socialupph.domain.commands.notices import NoticeKind, Withheld
from socialupph.domain.errors import FileProblem
from socialupph.domain.kinds import SizeClass, SocialObjective
from socialupph.exchange.notices import read_notice
from socialupph.specs.messages import message

FOLDER = Path(__file__).parents[2].parent / "shared" / "data" / "eforms"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the notices are not here")
D = dt.date


def read(name):
    return read_notice(FOLDER / f"{name}.xml")


def only(name):
    (contract,) = read(name).contracts
    return contract


IMPORTED = {
    "can-modif_24_value": 1,
    "can-social_24": 1,
    "can_23_contracts": 2,
    "can_24_LSBU": 1,
    "can_24_maximal": 2,
    "can_24_minimal": 1,
    "can_25_ENG": 1,
    "can_25_withheld": 1,
    "veat_24": 1,
}
REFUSED = {
    "INVALID_can_24_stage-1": ("notice.invalid", "annonsens id (BT-701)"),
    "can_24_no_tenders": ("notice.no_tenders", "inga anbud kom in"),
    "cn_24_minimal": ("notice.competition", "annons om upphandling"),
}


def test_all_of_them_are_there():
    assert {*IMPORTED, *REFUSED} <= {path.stem for path in FOLDER.glob("*.xml")}


@pytest.mark.parametrize(("name", "contracts"), IMPORTED.items())
def test_nine_are_read(name, contracts):
    notice = read(name)
    assert len(notice.contracts) == contracts
    assert [contract.errors for contract in notice.contracts] == [()] * contracts


@pytest.mark.parametrize(("name", "why"), REFUSED.items())
def test_three_are_refused(name, why):
    with pytest.raises(FileProblem) as caught:
        read(name)
    assert caught.value.code == why[0]
    assert why[1] in message(caught.value)


def test_minimal():
    notice = read("can_24_minimal")
    assert notice.reference == "65667997-031a-4198-bd25-7225449ef479-01"
    assert notice.procedure_id == "022d0ef9-6338-42d9-afa4-a87709128061"
    (buyer,) = notice.buyers
    assert (buyer.name, buyer.org_number, buyer.country) == ("Rouen Habitat", "123 456 789", "FR")
    contract = only("can_24_minimal")
    assert (contract.number, contract.source_id, contract.lot) == ("SCN DEF:2020-12", "CON-0001", "LOT-0000")
    assert contract.title.startswith("Service d'entretien de remise en état")
    assert (contract.value, contract.currency) == (Decimal("95414.00"), "EUR")
    assert (contract.awarded_on, contract.signed_on) == (None, D(2019, 9, 3))
    assert (contract.nature, contract.cpv) == ("services", "77310000")
    assert (contract.starts_on, contract.ends_on) == (None, None)
    (winner,) = contract.suppliers
    assert (winner.name, winner.org_number, winner.country) == ("Espaces Verts Lemire", "326 912 557", "FR")
    assert winner.size_class is SizeClass.MICRO


def test_two_contracts_of_one_lot():
    first, second = read("can_23_contracts").contracts
    assert [(one.number, one.value, one.currency) for one in (first, second)] == [
        ("DF JDHF/2020-05", Decimal(2000000), "GBP"),
        ("DF DFGH/2020-07", Decimal(1000000), "GBP"),
    ]
    assert [one.suppliers[0].name for one in (first, second)] == ["Jacobs", "Phoenix commercial collections"]
    assert first.awarded_on == second.awarded_on == D(2020, 2, 19)
    assert first.cpv == "75242110 75000000 79940000 98351110"
    assert read("can_23_contracts").buyers[0].name == "The Council of the City of Wakefield"


def test_maximal():
    notice = read("can_24_maximal")
    assert notice.version == "03"
    first, second = notice.contracts
    assert (first.number, first.title) == ("REF RST-678", "This is the title of the contract ---")
    assert [party.name for party in first.suppliers] == ["Gyro Soft SA", "The best App Ltd."]
    assert [party.name for party in first.subcontractors] == ["Ayuda"]
    assert [party.natural_person for party in first.suppliers] == [False, True]
    assert (first.suppliers[1].address, first.suppliers[1].email) == ("", "")
    assert (second.number, second.suppliers[0].name, second.lot) == ("KLM FGH/912", "Competitor", "LOT-0001")
    assert first.lot == "GLO-0001"
    for contract in (first, second):
        assert (contract.awarded_on, contract.signed_on) == (D(2023, 3, 23), D(2023, 3, 24))
        assert (contract.starts_on, contract.ends_on) == (D(2023, 1, 1), D(2023, 5, 23))
        assert (contract.value, contract.currency) == (Decimal("9999999.99"), "EUR")
        assert contract.social_objectives == (SocialObjective.ACCESSIBILITY,)
        assert contract.extension_text.startswith("Renewal description")
        assert contract.options == ()


def test_social():
    contract = only("can-social_24")
    assert (contract.lot, contract.value, contract.currency) == ("LOT-0002", Decimal(100000), "EUR")
    assert (contract.title, contract.suppliers[0].name) == ("March of the Penguins vol3 LOT2", "Kapa")
    assert [one.code for one in contract.remarks] == ["notice.contradiction"]


def test_a_framework():
    contract = only("can_24_LSBU")
    assert (contract.kind, contract.number, contract.diary_number) == ("framework", "CRN ABC-123/2020", "17/044")
    assert (contract.value, contract.currency, contract.signed_on) == (Decimal(4500000), "GBP", D(2018, 7, 31))
    assert [party.name for party in contract.suppliers] == ["PwC UK LLP"]


def test_modification():
    notice = read("can-modif_24_value")
    assert (notice.kind, notice.refers_to) == (NoticeKind.MODIFICATION, ("342558-2018",))
    assert notice.change_text.startswith("Increase in framework value")
    contract = only("can-modif_24_value")
    assert (contract.number, contract.value, contract.currency) == ("MOD/CON/02-CHG/2021/PWC", Decimal(6430000), "GBP")
    assert (contract.suppliers[0].name, contract.suppliers[0].org_number) == ("PwC UK LLP", "")


def test_intent():
    notice = read("veat_24")
    assert notice.kind is NoticeKind.INTENT
    contract = only("veat_24")
    assert [party.name for party in contract.suppliers] == [
        "Invacare Ltd",
        "Direct Healthcare Services Ltd",
        "Harvest Healthcare Ltd",
    ]
    assert (contract.value, contract.currency, contract.awarded_on) == (Decimal(350000), "EUR", D(2020, 4, 15))
    assert contract.nature == "supplies"


def test_kept_back():
    contract = only("can_25_withheld")
    assert contract.value is None
    assert contract.withheld[:2] == (Withheld.VALUE, Withheld.WINNER)
    assert {Withheld.NOTICE_VALUE, Withheld.SUBCONTRACTING, Withheld.AWARD_CRITERIA} < set(contract.withheld)
    open_one = only("can_25_ENG")
    assert (open_one.value, open_one.currency, open_one.withheld) == (Decimal("9.99"), "GBP", ())
    assert contract.suppliers == open_one.suppliers
    assert (open_one.number, contract.number) == ("CN ABC/2020/001", "CRN 2021/02/ABC")
