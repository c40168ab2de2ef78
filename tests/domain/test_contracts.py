from dataclasses import replace

import pytest

from socialupph.domain.contracts import (
    ContractFacts,
    ContractStatus,
    OptionFacts,
    check_contract,
    contract_status,
    end_with_options,
    missing,
    next_option,
)
from socialupph.domain.errors import RuleViolation
from tests.domain.days import day

USED, UNUSED = OptionFacts(12, used_on=day("2026-10-01")), OptionFacts(12)
WHOLE = ContractFacts("K-1", True, day("2026-01-12"), day("2027-01-11"), (USED, UNUSED))


@pytest.mark.parametrize(
    ("today", "status"),
    [
        ("2026-01-11", ContractStatus.UPCOMING),
        ("2026-01-12", ContractStatus.RUNNING),
        ("2027-01-11", ContractStatus.RUNNING),
        ("2027-01-12", ContractStatus.IN_OPTION),
        ("2028-01-11", ContractStatus.IN_OPTION),
        ("2028-01-12", ContractStatus.ENDED),
    ],
)
def test_the_status_follows_the_days(today: str, status: ContractStatus):
    assert contract_status(WHOLE, day(today)) is status


def test_without_used_options_it_ends():
    facts = ContractFacts("K-1", True, day("2026-01-12"), day("2027-01-11"), (UNUSED,))
    assert contract_status(facts, day("2027-01-12")) is ContractStatus.ENDED


def test_a_draft_tells_what_it_lacks():
    empty = ContractFacts(" ", False, None, None)
    assert missing(empty) == ("number", "supplier", "start", "end")
    assert contract_status(empty, day("2026-01-12")) is ContractStatus.DRAFT
    assert missing(ContractFacts(None, True, day("2026-01-12"), day("2027-01-11"))) == ("number",)
    assert missing(WHOLE) == ()


def test_options_add_whole_months():
    assert end_with_options(day("2027-01-11"), [USED]) == day("2028-01-11")
    assert end_with_options(day("2027-02-28"), [USED]) == day("2028-02-29")
    assert end_with_options(day("2027-01-31"), [OptionFacts(1, used_on=day("2027-01-01"))]) == day("2027-02-28")
    assert end_with_options(day("2027-01-11"), [UNUSED]) == day("2027-01-11")


def test_the_next_option_is_the_first_unused():
    assert next_option([USED, UNUSED]) is UNUSED
    assert next_option([USED]) is None


def test_what_cannot_be():
    check_contract(WHOLE)
    check_contract(ContractFacts(None, False, None, day("2026-01-01")))
    with pytest.raises(RuleViolation, match=r"contract\.end_before_start"):
        check_contract(ContractFacts("K-1", True, day("2026-01-12"), day("2026-01-11")))
    with pytest.raises(RuleViolation, match=r"contract\.option_length"):
        check_contract(ContractFacts("K-1", True, None, None, (OptionFacts(0),)))


def test_what_is_only_meant_to_be_awarded_is_a_draft_whatever_it_has():
    meant = replace(WHOLE, intended=True)
    assert missing(meant) == ("award",)
    assert contract_status(meant, day("2026-06-01")) is ContractStatus.DRAFT
