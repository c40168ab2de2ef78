"""Requirements as the coordinator meets them: proposed, confirmed, counted, judged."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from sqlalchemy import event

from socialupph.domain.changes import Entity
from socialupph.domain.commands.candidates import CandidateFields
from socialupph.domain.commands.contracts import OptionFields
from socialupph.domain.commands.placements import EndPlacement, PauseFields
from socialupph.domain.commands.requirements import AssessmentFields
from socialupph.domain.deadlines import ReportInterval
from socialupph.domain.errors import NotFound, RuleViolation, StaleRecord
from socialupph.domain.kinds import Assessment, ReferenceList
from socialupph.domain.ledger import LedgerVerdict, LineReason, MinimumTimeKind, PlaceState, RequirementUnit
from socialupph.domain.queries import ListQuery
from socialupph.domain.requirements import Standing, exact
from socialupph.specs import requirements as specs
from socialupph.specs.cells import cell_text
from socialupph.specs.contract_papers import summary_paper
from tests.services.contract_world import TODAY, World, build, told, touched

D = dt.date


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = build(tmp_path / "prov.sup")
    yield made
    made.services.close()


def _candidate(world: World) -> int:
    return world.services.candidates.register(CandidateFields()).new_id(Entity.CANDIDATE)


# ---------------------------------------------------------------- register, edit, confirm, assess


def test_a_requirement_is_kept_whole_and_gets_its_usual_days(world: World):
    contract = world.contract()
    group = world.reference(ReferenceList.TARGET_GROUP, "young")
    command = world.requirement_fields(
        contract, clause_text="Leverantören ska …", places=4, minimum_months=4, target_groups=(group,)
    )
    changes = world.services.requirements.register(command)
    view = world.requirement_view(changes.new_id(Entity.REQUIREMENT))
    assert (view.code, view.version, view.type_label, view.confirmed) == ("K-2026-001/1", 1, "Praktik", True)
    assert (view.first_meeting_by, view.first_start_by) == (D(2026, 2, 10), D(2026, 8, 2))
    assert (view.period_start, view.period_end) == (D(2026, 2, 2), D(2027, 6, 30))
    assert [one.label for one in view.target_groups] == ["Unga"]
    assert view.fields() == replace(command, first_meeting_by=D(2026, 2, 10), first_start_by=D(2026, 8, 2))


def test_days_that_are_typed_stay_and_a_dialogue_has_no_first_start(world: World):
    contract = world.contract()
    typed = world.requirement(contract, first_meeting_by=D(2026, 3, 1), first_start_by=D(2026, 6, 1))
    view = world.requirement_view(typed)
    assert (view.first_meeting_by, view.first_start_by) == (D(2026, 3, 1), D(2026, 6, 1))
    dialogue = world.requirement(contract, type_id=world.type("dialogue"), unit=None, volume=None)
    view = world.requirement_view(dialogue)
    assert (view.code, view.first_meeting_by, view.first_start_by) == ("K-2026-001/2", D(2026, 2, 10), None)
    assert (view.ledger.verdict, view.standing) == (LedgerVerdict.NO_VOLUME, Standing.NO_VOLUME)


def test_the_usual_days_come_when_the_contract_gets_its_dates(world: World):
    contract = world.contract(starts_on=None, awarded_on=None)
    number = world.requirement(contract)
    assert world.requirement_view(number).first_start_by is None
    view = world.view(contract)
    world.services.contracts.edit(contract, view.version, replace(view.fields(), starts_on=D(2026, 5, 1)))
    assert world.requirement_view(number).first_start_by == D(2026, 11, 1)


def test_the_code_of_a_requirement_is_never_used_twice(world: World):
    contract = world.contract()
    first = world.services.requirements.register(world.requirement_fields(contract))
    assert first.operation_id is not None
    world.services.undo.undo(first.operation_id)
    assert world.requirement_view(world.requirement(contract)).code == "K-2026-001/2"


def test_editing_tells_what_differs_and_refuses_an_older_form(world: World):
    number = world.requirement(world.contract())
    opened = world.requirement_view(number)
    before = world.content()
    group = world.reference(ReferenceList.TARGET_GROUP, "young")
    changes = world.services.requirements.edit(
        number, opened.version, replace(opened.fields(), volume=Decimal(12), target_groups=(group,))
    )
    assert told(changes) == touched(before, world.content()) == {("requirement", number)}
    with pytest.raises(StaleRecord):
        world.services.requirements.edit(number, opened.version, opened.fields())


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"volume": Decimal(0)}, "amount.range", "volume"),
        ({"volume": None}, "field.missing", "volume"),
        ({"unit": None}, "field.missing", "unit"),
        ({"unit": RequirementUnit.PLACES, "volume": Decimal("1.5")}, "requirement.whole", "volume"),
        ({"unit": RequirementUnit.UNITS}, "field.missing", "unit_employment_months"),
        ({"places": 0}, "requirement.places", "places"),
        ({"minimum_months": 0}, "requirement.minimum_months", "minimum_months"),
        ({"early_end_percent": Decimal(101)}, "percent.range", "early_end_percent"),
        ({"starts_on": D(2026, 5, 1), "ends_on": D(2026, 4, 1)}, "period.end_before_start", "ends_on"),
        ({"sanction_amount": Decimal(-1)}, "amount.range", "sanction_amount"),
        ({"type_id": 9999}, "field.missing", "type_id"),
        ({"target_groups": (9999,)}, "field.missing", "target_groups"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_kept(world: World, fields: dict[str, object], code: str, field: str):
    contract = world.contract()
    before = world.content()
    with pytest.raises(RuleViolation) as caught:
        world.requirement(contract, **fields)
    assert (caught.value.code, caught.value.field) == (code, field)
    assert world.content() == before


def test_a_dialogue_has_no_volume_and_a_void_contract_gets_no_requirements(world: World):
    contract = world.contract()
    with pytest.raises(RuleViolation, match=r"requirement\.no_volume"):
        world.requirement(contract, type_id=world.type("dialogue"))
    number = world.requirement(contract)
    other = world.contract(number="b")
    opened = world.requirement_view(number)
    with pytest.raises(RuleViolation, match=r"requirement\.other_contract"):
        world.services.requirements.edit(number, opened.version, replace(opened.fields(), contract_id=other))
    world.services.contracts.void(contract, world.view(contract).version, "Fel")
    with pytest.raises(RuleViolation, match=r"contract\.is_void"):
        world.requirement(contract)
    with pytest.raises(NotFound):
        world.requirement(99)


def test_a_named_person_judges(world: World):
    number = world.requirement(world.contract())
    view = world.requirement_view(number)
    judged = AssessmentFields(Assessment.MET_WITHOUT_CANDIDATE, "Tre svar från AF utan kandidat", "Siv Exempel")
    for wrong, code in [
        (replace(judged, reason=" "), "field.missing"),
        (replace(judged, assessed_by=""), "field.missing"),
        (replace(judged, assessed_on=D(2026, 10, 1)), r"assessment\.in_future"),
    ]:
        with pytest.raises(RuleViolation, match=code):
            world.services.requirements.assess(number, view.version, wrong)
    world.services.requirements.assess(number, view.version, judged)
    view = world.requirement_view(number)
    assert (view.assessment, view.assessed_by, view.assessed_on) == (judged.assessment, "Siv Exempel", TODAY)
    assert view.standing is Standing.MET_WITHOUT_CANDIDATE
    world.services.requirements.withdraw_assessment(number, view.version)
    assert world.requirement_view(number).assessment is None


# ---------------------------------------------------------------- reports


def test_reports_are_owed_by_the_interval_and_follow_the_contract(world: World):
    contract = world.contract()
    number = world.requirement(contract, report_interval=ReportInterval.QUARTERLY)
    reports = world.requirement_view(number).reports
    assert [(one.period_from, one.period_to, one.due_on) for one in reports][:2] == [
        (D(2026, 7, 1), D(2026, 9, 30), D(2026, 10, 15)),
        (D(2026, 10, 1), D(2026, 12, 31), D(2027, 1, 15)),
    ]
    assert len(reports) == 4, "what was over before today is not asked for"
    world.services.requirements.report_received(
        reports[0].id, reports[0].version, D(2026, 9, 29), nothing_to_report=True
    )
    view = world.view(contract)
    world.services.contracts.edit(contract, view.version, replace(view.fields(), ends_on=D(2026, 12, 15)))
    first, last = world.requirement_view(number).reports
    assert (first.received_on, first.nothing_to_report) == (D(2026, 9, 29), True)
    assert (last.period_to, last.due_on) == (D(2026, 12, 15), D(2026, 12, 30))
    opened = world.requirement_view(number)
    no_more = replace(opened.fields(), report_interval=ReportInterval.NONE)
    world.services.requirements.edit(number, opened.version, no_more)
    assert [one.received_on for one in world.requirement_view(number).reports] == [D(2026, 9, 29)]


# ---------------------------------------------------------------- ledger


def test_the_ledger_counts_what_is_registered(world: World):
    contract = world.contract()
    number = world.requirement(contract)
    first = world.placement(
        contract,
        number,
        D(2026, 3, 16),
        D(2026, 5, 15),
        candidate_id=_candidate(world),
        working_time_percent=Decimal(100),
    )
    world.placement(
        contract,
        number,
        D(2026, 3, 2),
        D(2026, 8, 31),
        candidate_id=_candidate(world),
        working_time_percent=Decimal(75),
    )
    view = world.requirement_view(number)
    months = {line.code: line.counted for line in view.ledger.lines}
    assert months == {"P-0001": Fraction(2), "P-0002": (Fraction(30, 31) + 5) * Fraction(3, 4)}
    assert view.people[first] == "KA-0001"
    assert view.extents[first] == (Decimal(100),)
    (row,) = world.services.requirements.rows([number])
    assert row.exact_months == exact(view.ledger.months) == "803/124"
    assert cell_text(specs.TABLE.column("delivered"), row) == "6,5 av 16,0"
    before = world.requirement_view(number, as_of=D(2026, 3, 1)).ledger
    assert before.months == 0
    assert before.lines[0].reason is LineReason.PLANNED


def test_one_person_counts_at_most_full_time_over_all_contracts(world: World):
    contract, other = world.contract(), world.contract(number="b")
    number, elsewhere = world.requirement(contract), world.requirement(other)
    person = _candidate(world)
    span = (D(2026, 4, 1), D(2026, 4, 30))
    world.placement(other, elsewhere, *span, candidate_id=person, working_time_percent=Decimal(60))
    world.placement(contract, number, *span, candidate_id=person, working_time_percent=Decimal(60))
    (line,) = world.requirement_view(number).ledger.lines
    assert (line.months, line.counted) == (Fraction(6, 10), Fraction(4, 10))
    rows = world.services.requirements.rows([number, elsewhere])
    assert [row.months for row in rows] == [Fraction(4, 10), Fraction(6, 10)]


def test_pauses_end_reasons_and_void_lines_are_told(world: World):
    contract = world.contract()
    number = world.requirement(contract, volume=Decimal(8))
    full = {"working_time_percent": Decimal(100)}
    paused = world.placement(contract, number, D(2026, 4, 1), D(2026, 4, 30), candidate_id=_candidate(world), **full)
    version = world.services.placements.view(paused).version
    world.services.placements.pause(PauseFields(paused, version, D(2026, 4, 16), D(2026, 4, 30)))
    left = world.placement(contract, number, D(2026, 3, 1), D(2026, 9, 30), candidate_id=_candidate(world), **full)
    reason = world.reference(ReferenceList.END_REASON, "own_choice")
    version = world.services.placements.view(left).version
    world.services.placements.end(EndPlacement(left, version, D(2026, 8, 31), end_reason_id=reason))
    void = world.placement(contract, number, D(2026, 5, 1), D(2026, 5, 31), candidate_id=_candidate(world), **full)
    world.services.placements.void(void, world.services.placements.view(void).version, "Fel kontrakt")
    ledger = world.requirement_view(number).ledger
    lines = {line.id: line for line in ledger.lines}
    assert lines[paused].counted == Fraction(1, 2)
    assert (lines[left].reason, lines[left].counted) == (LineReason.OPENS_EARLY_END, Fraction(6))
    assert (lines[void].reason, lines[void].counts) == (LineReason.VOID, False)
    assert (ledger.threshold, ledger.months, ledger.verdict) == (6, Fraction(13, 2), LedgerVerdict.MET_EARLY_END)


def test_places_follow_the_minimum_time(world: World):
    contract = world.contract()
    number = world.requirement(contract, unit=RequirementUnit.PLACES, volume=Decimal(2), minimum_months=4)
    world.placement(contract, number, D(2026, 2, 16), D(2026, 6, 15), candidate_id=_candidate(world))
    world.placement(contract, number, D(2026, 3, 2), D(2026, 6, 28), candidate_id=_candidate(world))
    ledger = world.requirement_view(number).ledger
    assert [(place.state, place.days_short) for place in ledger.places] == [
        (PlaceState.DELIVERED, 0),
        (PlaceState.SHORT, 3),
    ]
    (row,) = world.services.requirements.rows([number])
    assert (row.places_delivered, row.places_agreed, row.exact_delivered) == (1, 2, "1")
    assert cell_text(specs.TABLE.column("delivered"), row) == "1 av 2"


def test_a_used_option_adds_volume_and_time(world: World):
    contract = world.contract(options=(OptionFields(12, added_volume=Decimal(4)),))
    number = world.requirement(contract)
    second = world.requirement(contract, volume=Decimal(3))
    (option,) = world.view(contract).options
    used = OptionFields(12, used_on=D(2026, 9, 1), added_volume=Decimal(4))
    world.services.contracts.edit_option(option.id, option.version, used)
    view = world.requirement_view(number)
    assert (view.ledger.volume, view.period_end) == (20, D(2028, 6, 30))
    assert world.requirement_view(second).ledger.volume == 3


def test_minimum_and_conversion_are_the_requirements_own(world: World):
    contract = world.contract()
    number = world.requirement(
        contract,
        unit=RequirementUnit.UNITS,
        volume=Decimal(1),
        unit_employment_months=Decimal(12),
        unit_internship_months=Decimal(6),
        minimum_months=1,
        minimum_time=MinimumTimeKind.FULL_TIME,
        drop_under_minimum=True,
    )
    full = {"working_time_percent": Decimal(100)}
    world.placement(contract, number, D(2026, 3, 1), D(2026, 5, 31), candidate_id=_candidate(world), **full)
    world.placement(contract, number, D(2026, 6, 1), D(2026, 6, 10), candidate_id=_candidate(world), **full)
    ledger = world.requirement_view(number).ledger
    assert ledger.delivered == Fraction(1, 2)
    assert [line.reason for line in ledger.lines] == [LineReason.COMPLETED, LineReason.UNDER_MINIMUM]


# ---------------------------------------------------------------- standing and list


def test_standing_goes_from_risk_to_plan_to_met(world: World):
    contract = world.contract()
    number = world.requirement(contract, volume=Decimal(2))
    assert world.services.requirements.at_risk() == [number]
    world.placement(
        contract,
        number,
        D(2026, 9, 1),
        D(2026, 11, 30),
        candidate_id=_candidate(world),
        working_time_percent=Decimal(100),
    )
    assert world.requirement_view(number).standing is Standing.ON_TRACK
    world.clock.day = D(2026, 10, 31)
    assert world.requirement_view(number).standing is Standing.MET
    assert world.services.requirements.at_risk() == []


def test_a_requirement_is_at_risk_when_somebody_must_start_soon(world: World):
    contract = world.contract()
    number = world.requirement(
        contract,
        unit=RequirementUnit.PLACES,
        volume=Decimal(1),
        minimum_months=4,
        first_start_by=D(2027, 3, 1),
        first_offer_on=D(2026, 9, 1),
    )
    assert world.requirement_view(number).standing is Standing.NOT_YET
    world.clock.day = D(2027, 1, 15)
    assert world.requirement_view(number).standing is Standing.AT_RISK
    world.clock.day = D(2027, 7, 1)
    assert world.requirement_view(number).standing is Standing.NOT_MET


def test_the_list_sorts_and_filters_by_what_the_ledgers_say(world: World):
    contract = world.contract()
    months = world.requirement(contract, volume=Decimal(1))
    dialogue = world.requirement(contract, type_id=world.type("dialogue"), unit=None, volume=None)
    world.placement(
        contract,
        months,
        D(2026, 3, 1),
        D(2026, 3, 31),
        candidate_id=_candidate(world),
        working_time_percent=Decimal(100),
    )
    late = world.requirement(contract)
    everything = {months, dialogue, late}
    for column in specs.TABLE.columns:
        if column.sortable:
            for descending in (False, True):
                found = world.services.requirements.ids(ListQuery(sort=column.key, descending=descending))
                assert set(found) == everything
    assert world.services.requirements.ids(ListQuery(sort="standing"))[0] == late
    assert world.services.requirements.ids(ListQuery(sort="delivered", descending=True))[0] == months
    assert world.services.requirements.ids(ListQuery(filters=(("standing", ("met",)),))) == [months]
    for one in specs.TABLE.filters:
        for choice in one.choices:
            world.services.requirements.ids(ListQuery(filters=((one.key, (choice.value,)),)))
    assert world.services.requirements.ids(ListQuery(search="norrtull")) != []
    assert world.services.requirements.total() == 3


def test_the_summary_paper_tells_the_same_as_the_screen(world: World):
    contract = world.contract(options=(OptionFields(12, notice_by=D(2027, 1, 1)),))
    number = world.requirement(contract, places=4, minimum_months=4)
    world.placement(
        contract,
        number,
        D(2026, 3, 2),
        D(2026, 8, 31),
        candidate_id=_candidate(world),
        working_time_percent=Decimal(75),
    )
    paper = summary_paper(world.view(contract))
    (requirement,) = paper.requirements
    assert (paper.code, paper.supplier, paper.end) == ("K-2026-001", "Bygg & Mark i Exempelby AB", D(2027, 6, 30))
    assert paper.option == "option 12 månader, ej använd, besked senast 1 jan 2027"
    assert requirement.title == "Praktik, 16 heltidsmånader på 4 platser, minst 4 månader"
    assert requirement.ledger is not None
    (line,) = requirement.ledger.lines
    assert (line.code, line.extent, line.counted.text) == ("P-0001", "75\u00a0%", "4,5")
    assert [matter.late for matter in paper.open_matters] == [True, False, False]


def test_lists_ask_a_fixed_number_of_questions_however_many_there_are(world: World):
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        asked.append(statement)

    def count() -> tuple[int, int, int]:
        found = []
        everything = world.services.contracts.ids(ListQuery())
        requirements = world.services.requirements.ids(ListQuery())
        for run in (
            lambda: world.services.contracts.rows(everything),
            lambda: world.services.requirements.rows(requirements),
            world.services.requirements.at_risk,
        ):
            asked.clear()
            run()
            found.append(len(asked))
        return found[0], found[1], found[2]

    event.listen(world.services._context.database.engine, "before_cursor_execute", note)

    def fill(number: str) -> None:
        contract = world.contract(number=number)
        requirement = world.requirement(contract)
        for _time in range(2):
            world.placement(contract, requirement, D(2026, 3, 1), D(2026, 6, 30), candidate_id=_candidate(world))

    fill("a")
    few = count()
    for number in "bcdef":
        fill(number)
    assert count() == few


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(23, 2), "11.5"),
        (Fraction(16), "16"),
        (Fraction(2203, 186), "2203/186"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(0), "0"),
    ],
)
def test_exact_figures_as_strings(value: Fraction, text: str):
    assert exact(value) == text
