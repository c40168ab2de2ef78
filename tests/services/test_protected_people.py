"""A marker in every text of a protected person and of the placement is in the opened record and nowhere else."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

from socialupph.domain.changes import Entity
from socialupph.domain.commands.candidates import CandidateFields, ConsentFields
from socialupph.domain.commands.follow_ups import AnswerFields, RegisterFollowUp, SkipFollowUp, StepFields
from socialupph.domain.commands.matching import AcceptMatch, AdvanceMatch, SuggestMatch
from socialupph.domain.commands.openings import OpeningFields
from socialupph.domain.commands.placements import EndPlacement, PlacementFields
from socialupph.domain.commands.suppliers import ContactFields, SupplierFields, WorkplaceFields
from socialupph.domain.follow_ups import FollowUpKind
from socialupph.domain.kinds import ContactRole, FollowUpMeans, Question, ReferenceList, Respondent
from socialupph.domain.ledger import PlacementKind
from socialupph.domain.matching import MatchStep
from socialupph.domain.queries import ListQuery
from socialupph.persistence.records import AuditRecord, OperationRecord, SearchItemRecord
from socialupph.services.base import ListService
from socialupph.specs import candidates, follow_ups, matching, openings, placements
from socialupph.specs.cells import cell_text
from tests.services.placement_world import TODAY, World, build

D = dt.date
MARK = "Zyxwvut"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = build(tmp_path / "prov.sup")
    yield made
    made.services.close()


def marked_host(world: World) -> tuple[int, int, int]:
    """A host whose every text is marked, with a marked workplace and a protected supervisor."""
    suppliers = world.services.suppliers
    host = suppliers.register(SupplierFields(f"{MARK} AB", address=MARK, branch=MARK)).new_id(Entity.SUPPLIER)
    workplace = suppliers.register_workplace(WorkplaceFields(host, MARK, MARK)).new_id(Entity.WORKPLACE)
    contact = ContactFields(
        host, MARK, ContactRole.SUPERVISOR, MARK, f"{MARK}@exempel.example", protected=True, alias="Sam"
    )
    return host, workplace, suppliers.register_contact(contact).new_id(Entity.CONTACT)


def marked_candidate(world: World) -> int:
    fields = CandidateFields(
        name=MARK,
        phone=MARK,
        email=f"{MARK}@exempel.example",
        personal_number=MARK,
        referring_officer=MARK,
        wished_occupations=f"{MARK}, {MARK}",
        wished_areas=MARK,
        adjustment_ids=(world.reference(ReferenceList.WORKPLACE_ADJUSTMENT, "quiet_environment"),),
        target_group_id=world.reference(ReferenceList.TARGET_GROUP, "young"),
        certified_by=MARK,
        information_version=MARK,
        information_channel=MARK,
        protected=True,
        alias="Robin",
        marking_provision=MARK,
        marking_authority=MARK,
        note=MARK,
    )
    candidate = world.services.candidates.register(fields).new_id(Entity.CANDIDATE)
    world.services.candidates.register_consent(ConsentFields(candidate, MARK, MARK, TODAY))
    return candidate


def marked_placement(world: World) -> tuple[int, int, int]:
    """A protected person matched, placed, followed up and broken off, with the mark wherever something can be written."""
    host, workplace, supervisor = marked_host(world)
    candidate = marked_candidate(world)
    opening = OpeningFields(
        world.requirement,
        "Målning",
        PlacementKind.INTERNSHIP,
        supplier_id=host,
        workplace_id=workplace,
        supervisor_id=supervisor,
    )
    opening_id = world.services.openings.register(opening).new_id(Entity.OPENING)
    service = world.services.matching
    match = service.suggest(SuggestMatch(candidate, opening_id, D(2026, 8, 20))).new_id(Entity.MATCH)
    service.advance(AdvanceMatch(match, 1, MatchStep.PRESENTED, D(2026, 8, 21), told_employer=MARK))
    accepted = AcceptMatch(
        match,
        service.view(match).version,
        world.form(),
        D(2026, 9, 1),
        D(2026, 12, 30),
        D(2026, 8, 27),
        Decimal(50),
        af_officer=MARK,
        decision_reference=MARK,
    )
    placement = service.accept(accepted).new_id(Entity.PLACEMENT)
    view = world.view(placement)
    fields = PlacementFields(
        world.form(),
        D(2026, 9, 1),
        D(2026, 12, 30),
        opening_id=opening_id,
        candidate_id=candidate,
        employer=MARK,
        decision_reference=MARK,
        af_officer=MARK,
        note=MARK,
    )
    world.services.placements.edit(placement, view.version, fields)
    plan = world.view(placement).plan
    world.services.follow_ups.register(
        RegisterFollowUp(
            D(2026, 9, 2),
            FollowUpMeans.VISIT,
            plan[0].id,
            plan[0].version,
            third_respondent=Respondent.AF_OFFICER,
            third_name=MARK,
            answers=(AnswerFields(Respondent.PARTICIPANT, Question.TASKS, 4, MARK),),
            summary=MARK,
            steps=(StepFields(MARK, MARK, TODAY),),
        )
    )
    world.services.follow_ups.skip(SkipFollowUp(plan[1].id, plan[1].version, MARK))
    return candidate, placement, plan[0].id


def test_the_mark_is_in_the_opened_record_and_nowhere_else(world: World):
    candidate, placement, follow_up = marked_placement(world)
    services = world.services
    asked = ListQuery(show_names=True)
    shown: list[object] = []
    lists: tuple[tuple[ListService[object], object], ...] = (
        (services.candidates, candidates.TABLE),  # type: ignore[assignment]
        (services.openings, openings.TABLE),
        (services.matching, matching.TABLE),
        (services.placements, placements.TABLE),
        (services.follow_ups, follow_ups.TABLE),
    )
    for service, table in lists:
        ids = service.ids(asked)
        assert ids
        assert service.ids(ListQuery(search=MARK)) == [] or table is openings.TABLE
        for row in service.rows(ids, show_names=True):
            # openings show the supplier that offers them; who was placed there is another matter
            if table is not openings.TABLE:
                shown.append(row)
            shown.append([cell_text(column, row) for column in table.columns if column.key != "supplier"])  # type: ignore[attr-defined]
    export = services.follow_ups.export_rows(services.follow_ups.ids(asked), show_names=True)
    shown += export
    shown += [[cell_text(column, row) for column in follow_ups.EXPORT_TABLE.columns] for row in export]
    shown += services.follow_ups.due(400, show_names=True)
    shown += services.matching.board()
    shown += [
        services.candidates.view(candidate).title,
        services.placements.view(placement).title,
        services.follow_ups.view(follow_up).title,
    ]
    assert MARK not in repr(shown)
    assert "KA-0001" not in services.candidates.view(candidate).title
    assert "Robin" in repr(shown)

    for view in (
        services.candidates.view(candidate),
        services.placements.view(placement),
        services.follow_ups.view(follow_up),
    ):
        assert MARK in repr(view)


def test_the_mark_is_in_no_index_log_or_operation(world: World):
    candidate, placement, follow_up = marked_placement(world)
    services = world.services
    version = services.placements.view(placement).version
    reason = world.reference(ReferenceList.END_REASON, "own_choice")
    services.placements.end(EndPlacement(placement, version, D(2026, 9, 21), reason))
    services.candidates.view(candidate)
    services.follow_ups.view(follow_up)
    with services._context.database.read() as session:
        items = session.scalars(select(SearchItemRecord)).all()
        own = [item for item in items if item.entity not in (Entity.SUPPLIER, Entity.WORKPLACE)]
        assert MARK not in repr([(item.code, item.title, item.text) for item in own])
        audit = [(line.kind, line.subject, line.detail) for line in session.scalars(select(AuditRecord))]
        operations = [(line.kind, line.subject) for line in session.scalars(select(OperationRecord))]
    assert MARK not in repr(audit)
    assert MARK not in repr(operations)
    assert ("viewed_protected", "KA-0001") in [(kind, subject) for kind, subject, _detail in audit]
    assert ("viewed_protected", "P-0001") in [(kind, subject) for kind, subject, _detail in audit]
    hits = services.search.find(MARK, show_names=True)
    assert {hit.entity for hit in hits} <= {Entity.SUPPLIER, Entity.WORKPLACE, Entity.OPENING}


def test_nobody_protected_is_found_filtered_or_sorted_by_what_is_withheld(world: World):
    _candidate, placement, _follow_up = marked_placement(world)
    other = world.placement()
    services = world.services
    marked = str(services.placements.view(placement).links.host_supplier_id)
    for service in (services.placements, services.follow_ups, services.matching):
        assert service.ids(ListQuery(filters=(("supplier", (marked,)),))) == []
        assert service.ids(ListQuery(search=MARK)) == []
        key = "supplier" if service is services.matching else "host"
        assert len(service.ids(ListQuery(key))) == service.total()
    assert services.placements.ids(ListQuery("host"))[-1] == placement
    assert services.placements.ids(ListQuery("host", descending=True))[-1] == placement
    assert other in services.placements.ids(ListQuery(search="fjällbyn"))


def test_an_alias_is_not_recognised_by_what_its_row_lacks(world: World):
    plain = world.candidate(name="Åsa Påhitt", wished_occupations="Målare")
    hidden = world.candidate(name="Siv Påhitt", protected=True, alias="KA-0900", wished_occupations="Målare")
    opening, services = world.opening(seats=2), world.services
    for candidate in (plain, hidden):
        services.matching.suggest(SuggestMatch(candidate, opening, D(2026, 9, 1)))
        world.placement(candidate_id=candidate)
    lists: tuple[tuple[ListService[object], object], ...] = (
        (services.matching, matching.TABLE),  # type: ignore[assignment]
        (services.placements, placements.TABLE),
        (services.follow_ups, follow_ups.TABLE),
    )
    for service, table in lists:
        shown = [column for column in table.columns if column.shown]  # type: ignore[attr-defined]
        lacks: dict[str, set[str]] = {"KA-0001": set(), "KA-0900": set()}
        for row in service.rows(service.ids(ListQuery())):
            lacks[row.person] |= {column.key for column in shown if not cell_text(column, row)}  # type: ignore[attr-defined]
        assert lacks["KA-0001"] == lacks["KA-0900"], table
    export = services.follow_ups.export_rows(services.follow_ups.ids(ListQuery()))
    empty = [
        {column.key for column in follow_ups.EXPORT_TABLE.columns if not cell_text(column, row)}
        for row in export
        if row.row.kind is FollowUpKind.START_MEETING
    ]
    assert len(empty) == 2
    assert empty[0] == empty[1]


def test_needs_are_only_in_the_opened_candidate(world: World):
    need = world.reference(ReferenceList.WORKPLACE_ADJUSTMENT, "quiet_environment")
    group = world.reference(ReferenceList.TARGET_GROUP, "young")
    candidate = world.candidate(name="Åsa Påhitt", adjustment_ids=(need,), target_group_id=group)
    placement = world.placement(candidate_id=candidate)
    services = world.services
    (row,) = services.candidates.rows([candidate], show_names=True)
    assert row.has_needs
    assert "Tyst" not in json.dumps(asdict(row), default=str)
    assert "Unga" not in json.dumps(asdict(row), default=str)
    assert "Tyst" not in repr(services.placements.view(placement))
    assert services.candidates.ids(ListQuery(search="tyst")) == []
    assert "Tyst miljö" in services.candidates.view(candidate).adjustments
    assert "noterat" in [cell_text(column, row) for column in candidates.TABLE.columns]
    assert not services.audit.last()  # nobody protected was opened


def test_turning_protection_on_takes_the_name_out_of_the_index(world: World):
    candidate = world.candidate(name="Åsa Påhitt")
    services = world.services
    assert services.candidates.ids(ListQuery(search="påhitt")) == [candidate]
    services.candidates.edit(candidate, 1, CandidateFields("Åsa Påhitt", protected=True, alias="Kim"))
    assert services.candidates.ids(ListQuery(search="påhitt")) == []
    assert services.candidates.rows([candidate], show_names=True)[0].label == "Kim"
