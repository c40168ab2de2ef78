"""What a published notice leaves in the contract: source, lot, social objectives, what is kept back, the mark of an intention."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from socialupph.domain.changes import Entity
from socialupph.domain.commands.contracts import ContractFields
from socialupph.domain.contracts import ContractStatus
from socialupph.domain.kinds import SocialObjective
from socialupph.ui.features.contracts.forms import ContractForm
from tests.ui.features.contracts import making
from tests.ui.features.desk import seen

NOTICE = "11111111-2222-4333-8444-555555555555"


def from_notice(world, **fields):
    """A contract as a notice leaves it."""
    number = making.contract(world.services)
    view = world.services.contracts.view(number)
    given = {
        "source": "notice",
        "notice_id": f"{NOTICE}-02",
        "source_contract_id": "CON-0001",
        "procedure_id": "99999999-8888-4777-8666-555555555555",
        "lot": "LOT-0003",
        "social_objectives": (SocialObjective.EMPLOYMENT, SocialObjective.ACCESSIBILITY),
        "withheld": ("value", "tender_rank"),
        "value": None,
        **fields,
    }
    world.services.contracts.edit(number, view.version, replace(view.fields(), **given))
    return number


def test_the_record_tells_what_the_notice_said(world):
    page = world.open(from_notice(world, reserved_execution=True))
    told = seen(page.cards.procurement)
    for words in (
        NOTICE,
        "Version 2",
        "99999999-8888-4777-8666-555555555555",
        "LOT-0003",
        "Tillgänglighet för alla\nSysselsättning för dem som står utanför",
        "Reserverat utförande | ",
        "Undanhållet i annonsen | värdet, anbudets plats i rangordningen",
    ):
        assert words.split(" | ")[0] in told
        assert words.split(" | ")[-1] in told
    assert "Undanhållet i annonsen" in seen(page.facts)
    assert not page.draft.isVisible()


def test_a_contract_without_any_of_it_has_no_such_card(world):
    page = world.open(making.contract(world.services))
    assert not page.cards.procurement.isVisible()


def test_the_mark_of_an_intention_is_taken_away_in_the_form(world):
    number = from_notice(world, intended=True, awarded_on=dt.date(2026, 1, 10))
    page = world.open(number)
    assert page.header.pill.word() == "Avsikt att tilldela"
    assert page.draft.text() == "Avsikt att tilldela, ännu inget avtal. Kontraktet räknas inte förrän det är tilldelat."
    assert [line.title for line in page.timeline.timeline.model().lines] == ["Beslut om avsikt att tilldela"]
    world.key(Qt.Key.Key_F2)
    form = world.page
    assert isinstance(form, ContractForm)
    form.form.set_value("intended", False)
    world.control(Qt.Key.Key_S)
    view = world.services.contracts.view(number)
    assert (view.intended, view.status) == (False, ContractStatus.RUNNING)
    kept = (view.source, view.notice_id, view.source_contract_id, view.procedure_id, view.lot, view.withheld)
    assert kept == (
        "notice",
        f"{NOTICE}-02",
        "CON-0001",
        "99999999-8888-4777-8666-555555555555",
        "LOT-0003",
        ("value", "tender_rank"),
    )


@pytest.mark.parametrize(("before", "ticked", "after"), [(None, False, None), (None, True, True), (True, False, False)])
def test_reserved_execution_is_said_only_when_somebody_says_it(world, before, ticked, after):
    number = from_notice(world, reserved_execution=before)
    world.open(number)
    world.key(Qt.Key.Key_F2)
    world.page.form.set_value("reserved_execution", ticked)
    world.page.form.set_value("title", "Annan benämning")
    world.control(Qt.Key.Key_S)
    assert world.services.contracts.view(number).reserved_execution is after


def test_a_missing_supplier_that_is_kept_back_is_said_so(world):
    command = ContractFields("Utan namn", awarded_on=dt.date(2026, 2, 1), withheld=("supplier_name",))
    number = world.services.contracts.register(command).new_id(Entity.CONTRACT)
    assert "Undanhållet i annonsen" in seen(world.open(number).facts)
