"""Undo: whatever was done comes back as it was, and is refused in time where something was built on it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.clause_text import propose_requirements
from socialupph.domain.commands.candidates import CandidateFields
from socialupph.domain.commands.contracts import ContractNoteFields, OptionFields
from socialupph.domain.commands.imports import ContractRow
from socialupph.domain.commands.requirements import AssessmentFields
from socialupph.domain.commands.suppliers import SupplierFields
from socialupph.domain.commands.tasks import TaskFields
from socialupph.domain.deadlines import ReportInterval
from socialupph.domain.errors import NotFound, StaleRecord, UndoRefused
from socialupph.domain.kinds import Assessment
from socialupph.domain.queries import ListQuery
from tests.services.contract_world import Content, World, build, told, touched

D = dt.date


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = build(tmp_path / "prov.sup")
    yield made
    made.services.close()


def _id(changes: Changes) -> int:
    assert changes.operation_id is not None
    return changes.operation_id


def test_operations_are_taken_back_one_after_the_other(world: World):
    empty = world.content()
    first = world.services.contracts.register(world.contract_fields())
    number = first.new_id(Entity.CONTRACT)
    made = world.content()
    view = world.view(number)
    second = world.services.contracts.edit(number, view.version, replace(view.fields(), title="Ny titel"))
    view = world.view(number)
    third = world.services.contracts.edit(
        number, view.version, replace(view.fields(), title="Nyast", buyers=(), options=(OptionFields(12),))
    )
    operations = [_id(first), _id(second), _id(third)]
    last = world.services.undo.last_undoable(operations)
    assert last is not None
    assert (last.id, last.kind, last.subject) == (operations[2], "contract.edit", "K-2026-001")
    undone = world.services.undo.undo(operations[2])
    assert told(undone) == {("contract", number)}
    assert world.view(number).title == "Ny titel"
    assert world.services.contracts.ids(ListQuery(search="nyast")) == []
    world.services.undo.undo(operations[1])
    assert world.content() == made
    world.services.undo.undo(operations[0])
    assert world.content() == empty
    assert world.services.undo.last_undoable(operations) is None


def test_a_form_opened_before_an_undo_is_stale(world: World):
    number = world.contract()
    changes = world.services.contracts.add_option(number, OptionFields(12))
    opened = world.view(number)
    world.services.undo.undo(_id(changes))
    with pytest.raises(StaleRecord):
        world.services.contracts.edit(number, opened.version, opened.fields())


@pytest.mark.parametrize("twice", ["again", "the undo itself"])
def test_nothing_is_undone_twice(world: World, twice: str):
    changes = world.services.contracts.register(world.contract_fields())
    undone = world.services.undo.undo(_id(changes))
    code, operation = ("undo.already", _id(changes)) if twice == "again" else ("undo.is_undo", _id(undone))
    with pytest.raises(UndoRefused) as caught:
        world.services.undo.undo(operation)
    assert caught.value.code == code


def test_there_is_nothing_to_undo(world: World):
    assert world.services.undo.last_undoable([]) is None
    with pytest.raises(NotFound):
        world.services.undo.undo(9999)


def test_what_something_was_built_on_stays(world: World):
    changes = world.services.contracts.register(world.contract_fields())
    number = changes.new_id(Entity.CONTRACT)
    world.requirement(number)
    before = world.content()
    with pytest.raises(UndoRefused) as caught:
        world.services.undo.undo(_id(changes))
    assert (caught.value.code, caught.value.facts) == ("undo.later_change", {"later": "K-2026-001/1"})
    assert world.content() == before


def test_what_was_changed_later_is_named(world: World):
    number = world.contract()
    view = world.view(number)
    first = world.services.contracts.edit(number, view.version, replace(view.fields(), title="Ett"))
    view = world.view(number)
    second = world.services.contracts.edit(number, view.version, replace(view.fields(), title="Två"))
    with pytest.raises(UndoRefused) as caught:
        world.services.undo.undo(_id(first))
    assert caught.value.facts == {"later": "K-2026-001"}
    world.services.undo.undo(_id(second))
    world.services.undo.undo(_id(first))
    assert world.view(number).title == "Norrtullsskolan, ombyggnad"


def test_a_task_about_a_record_holds_it_too(world: World):
    changes = world.services.contracts.register(world.contract_fields())
    number = changes.new_id(Entity.CONTRACT)
    task = world.services.tasks.register(TaskFields("Ring", D(2026, 10, 1), about=Entity.CONTRACT, about_id=number))
    with pytest.raises(UndoRefused):
        world.services.undo.undo(_id(changes))
    world.services.undo.undo(_id(task))
    world.services.undo.undo(_id(changes))


def test_other_changes_to_the_same_contract_do_not_stand_in_the_way(world: World):
    number = world.contract()
    view = world.view(number)
    renamed = world.services.contracts.edit(number, view.version, replace(view.fields(), title="Fel titel"))
    world.services.contracts.add_note(ContractNoteFields(number, D(2026, 9, 1), "Samtal"))
    world.services.undo.undo(_id(renamed))
    view = world.view(number)
    assert (view.title, len(view.log)) == ("Norrtullsskolan, ombyggnad", 1)


def test_a_sole_traders_number_is_not_found_after_an_undo_either(world: World):
    number = world.services.suppliers.register(SupplierFields("Eva Exempel", "811218-9876")).new_id(Entity.SUPPLIER)
    view = world.services.suppliers.view(number)
    changes = world.services.suppliers.edit(number, view.version, SupplierFields("Eva Exempel AB", "556036-0793"))
    world.services.undo.undo(_id(changes))
    assert world.services.suppliers.view(number).org_number == "811218-9876"
    assert world.services.suppliers.ids(ListQuery(search="811218")) == []
    assert world.services.suppliers.ids(ListQuery(search="eva exempel")) == [number]


# ---------------------------------------------------------------- whatever a coordinator does


class Coordinator(RuleBasedStateMachine):
    """Does things in any order, then takes the last one back: the register must be as it was before it."""

    @initialize()
    def open_register(self) -> None:
        self._folder = TemporaryDirectory()
        self.world = build(Path(self._folder.name) / "prov.sup")
        self.done: list[tuple[int, Content]] = []
        self.contracts: list[int] = []

    def _did(self, before: Content, changes: Changes) -> None:
        assert told(changes) == touched(before, self.world.content())
        if changes.operation_id is not None:
            self.done.append((changes.operation_id, before))

    def _living(self) -> list[int]:
        return self.world.services.contracts.ids(ListQuery(sort="code"))

    def _requirements(self) -> list[int]:
        return [one.id for number in self._living() for one in self.world.view(number).requirements]

    @rule(number=st.integers(1, 500), interval=st.sampled_from(ReportInterval), draft=st.booleans())
    def register_contract(self, number: int, interval: ReportInterval, draft: bool) -> None:
        taken = {row.number for row in self.world.services.contracts.rows(self._living())}
        if f"N{number}" in taken:
            return
        before = self.world.content()
        fields = self.world.contract_fields(number=f"N{number}", ends_on=None if draft else D(2027, 6, 30))
        changes = self.world.services.contracts.register(fields)
        self._did(before, changes)
        before = self.world.content()
        command = self.world.requirement_fields(changes.new_id(Entity.CONTRACT), report_interval=interval)
        self._did(before, self.world.services.requirements.register(command))

    @rule(data=st.data(), title=st.sampled_from(["Åbro", "äng", "x"]), options=st.lists(st.integers(1, 24), max_size=2))
    @precondition(lambda self: self._living())
    def edit_contract(self, data: st.DataObject, title: str, options: list[int]) -> None:
        view = self.world.view(data.draw(st.sampled_from(self._living())))
        before = self.world.content()
        parties = data.draw(st.sampled_from([(1,), (2,), (1, 2), ()]))
        fields = replace(
            view.fields(),
            title=title,
            suppliers=parties,
            options=tuple(OptionFields(months) for months in options),
            ends_on=data.draw(st.sampled_from([D(2027, 6, 30), D(2028, 1, 31), None])),
        )
        self._did(before, self.world.services.contracts.edit(view.id, view.version, fields))

    @rule(data=st.data())
    @precondition(lambda self: self._living())
    def write_note(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(self._living()))
        before = self.world.content()
        self._did(before, self.world.services.contracts.add_note(ContractNoteFields(number, D(2026, 9, 1), "Samtal")))

    @rule(data=st.data(), volume=st.integers(1, 20))
    @precondition(lambda self: self._requirements())
    def edit_requirement(self, data: st.DataObject, volume: int) -> None:
        number = data.draw(st.sampled_from(self._requirements()))
        view = self.world.requirement_view(number)
        before = self.world.content()
        if view.confirmed:
            changes = self.world.services.requirements.edit(
                number, view.version, replace(view.fields(), volume=Decimal(volume), unit=view.unit or "places")
            )
        else:
            changes = self.world.services.requirements.confirm(number, view.version)
        self._did(before, changes)

    @rule(data=st.data(), void=st.booleans())
    @precondition(lambda self: self._requirements())
    def judge_or_void(self, data: st.DataObject, void: bool) -> None:
        number = data.draw(st.sampled_from(self._requirements()))
        view = self.world.requirement_view(number)
        before = self.world.content()
        if void or not view.confirmed:
            changes = self.world.services.requirements.void(number, view.version, "Fel")
        else:
            command = AssessmentFields(Assessment.MET, "Klart", "Siv Exempel")
            changes = self.world.services.requirements.assess(number, view.version, command)
        self._did(before, changes)

    @rule(data=st.data())
    @precondition(lambda self: self._requirements())
    def place_somebody(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(self._requirements()))
        view = self.world.requirement_view(number)
        before = self.world.content()
        changes = self.world.services.candidates.register(CandidateFields())
        self._did(before, changes)
        before = self.world.content()
        person = changes.new_id(Entity.CANDIDATE)
        self.world.placement(view.contract_id, number, D(2026, 9, 1), D(2026, 12, 31), candidate_id=person)
        with self.world.services._context.database.read() as session:
            operation = session.connection().exec_driver_sql("SELECT max(id) FROM operation").scalar_one()
        self.done.append((operation, before))

    @rule(rows=st.lists(st.integers(1, 30), unique=True, max_size=4), title=st.sampled_from(["Skola", "Bro"]))
    def import_list(self, rows: list[int], title: str) -> None:
        words = "2 praktikplatser" if title == "Bro" else ""
        listed = [
            ContractRow(
                number,
                number=f"N{number}",
                title=f"{title} {number}",
                supplier_name="Åsa Städ AB" if number % 2 else f"Ny {number % 3} AB",
                supplier_org_number="556036-0793" if number % 2 else "",
                start=D(2026, 1, 1),
                options=(12,) if words else (),
                extension_text="1 år" if words else "",
                requirements=propose_requirements(words),
            )
            for number in rows
        ]
        before = self.world.content()
        changes, _preview = self.world.services.imports.apply(listed, skip_errors=True)
        self._did(before, changes)

    @rule()
    @precondition(lambda self: self.done)
    def undo_the_last(self) -> None:
        operation, before = self.done.pop()
        last = self.world.services.undo.last_undoable([one for one, _content in self.done] + [operation])
        assert last is not None
        assert last.id == operation
        now = self.world.content()
        changes = self.world.services.undo.undo(operation)
        assert self.world.content() == before
        assert told(changes) == touched(now, before)

    @rule(data=st.data())
    @precondition(lambda self: len(self.done) > 1)
    def undo_an_earlier_one_or_be_refused(self, data: st.DataObject) -> None:
        place = data.draw(st.integers(0, len(self.done) - 2))
        now = self.world.content()
        refused = ""
        try:
            self.world.services.undo.undo(self.done[place][0])
        except UndoRefused as error:
            refused = error.code
        if refused:
            assert refused == "undo.later_change"
            assert self.world.content() == now
        else:
            self.done.clear()

    @invariant()
    def codes_are_unique_and_search_is_whole(self) -> None:
        if not hasattr(self, "world"):
            return
        with self.world.services._context.database.read() as session:
            for name in ("search_trigram", "search_word"):
                session.connection().exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('integrity-check')")
            session.rollback()

    def teardown(self) -> None:
        if hasattr(self, "world"):
            self.world.services.close()
            self._folder.cleanup()


TestCoordinator = Coordinator.TestCase
TestCoordinator.settings = settings(
    max_examples=6,
    stateful_step_count=16,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
