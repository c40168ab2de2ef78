"""Words that users add, rename and close; settings; drafts; saved filters; the search."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from socialupph.domain.changes import Entity, RecordRef
from socialupph.domain.commands.candidates import CandidateFields
from socialupph.domain.commands.reference import ReferenceFields
from socialupph.domain.errors import NotFound, RuleViolation, StaleRecord
from socialupph.domain.kinds import ReferenceList, RegisterKind
from socialupph.domain.ledger import PlacementKind
from socialupph.domain.queries import ListQuery
from tests.services.training_world import TODAY, Course, D, build

GROUPS = ReferenceList.TARGET_GROUP


@pytest.fixture
def world(tmp_path: Path) -> Iterator[Course]:
    made = build(tmp_path / "prov.sup")
    yield made
    made.services.close()


def test_a_word_is_added_last_with_a_key_of_its_own(world: Course):
    reference = world.services.reference
    reference.add(ReferenceFields(GROUPS, "Föräldrar på väg åter"))
    added = reference.items(GROUPS)[-1]
    assert (added.key, added.label) == ("foraldrar_pa_vag_ater", "Föräldrar på väg åter")
    with pytest.raises(RuleViolation, match=r"reference\.label_taken"):
        reference.add(ReferenceFields(GROUPS, "föräldrar på väg åter"))
    reference.rename(added.id, added.version, "Föräldrar")
    reference.add(ReferenceFields(GROUPS, "Föräldrar på väg åter"))
    assert [item.key for item in reference.items(GROUPS)[-2:]] == ["foraldrar_pa_vag_ater", "foraldrar_pa_vag_ater_2"]


def test_a_closed_word_is_offered_no_more_but_read_for_ever(world: Course):
    reference = world.services.reference
    item = reference.by_key(GROUPS, "young")
    reference.close(item.id, item.version, D(2026, 9, 21))
    assert item.id not in dict(reference.choices(GROUPS))
    assert dict(reference.choices(GROUPS, chosen=item.id))[item.id] == "Unga"
    assert "young" in {one.key for one in reference.items(GROUPS, on=D(2026, 9, 21))}
    with pytest.raises(StaleRecord):
        reference.close(item.id, item.version, TODAY)
    reference.reopen(item.id, item.version + 1)
    assert item.id in dict(reference.choices(GROUPS))


def test_a_form_needs_its_kind_and_days_in_order(world: Course):
    add, forms = world.services.reference.add, ReferenceList.PLACEMENT_FORM
    with pytest.raises(RuleViolation) as error:
        add(ReferenceFields(forms, "Jobbspår"))
    assert error.value.field == "placement_kind"
    backwards = ReferenceFields(
        forms, "Jobbspår", D(2026, 2, 1), D(2026, 1, 1), placement_kind=PlacementKind.INTERNSHIP
    )
    with pytest.raises(RuleViolation, match=r"reference\.ends_before_start"):
        add(backwards)
    add(replace(backwards, valid_to=None, max_months=9))
    assert world.services.reference.by_key(forms, "jobbspar").max_months == 9


def test_settings_are_saved_but_the_kind_of_a_register_never_changes(world: Course):
    settings = world.services.settings
    wanted = replace(
        settings.load(),
        kind=RegisterKind.EXERCISE,
        unit="Matchning",
        july_to_august=True,
        information=(("SU-01", "Egen rad"),),
    )
    changes = settings.save(wanted)
    assert changes.entities == {Entity.SETTING}
    assert settings.load() == replace(wanted, kind=RegisterKind.SAMPLE)
    paper = settings.paper("SU-01")
    assert (paper.municipality, paper.unit, paper.information) == ("Exempelby kommun", "Matchning", "Egen rad")
    assert settings.paper("SU-02").information == ""
    assert not settings.save(settings.load())


@pytest.mark.parametrize(
    ("field", "value"), [("ahead_days", 0), ("needs_erased_after_days", 91), ("municipality", " ")]
)
def test_a_setting_that_cannot_be_is_refused(world: Course, field: str, value: object):
    settings = world.services.settings
    with pytest.raises(RuleViolation) as error:
        settings.save(replace(settings.load(), **{field: value}))  # type: ignore[arg-type]
    assert error.value.field == field


def test_a_draft_is_kept_replaced_and_thrown_away(world: Course):
    drafts = world.services.drafts
    assert not drafts.exists("supplier")
    drafts.save("supplier", 0, {"name": "Påhi"})
    drafts.save("supplier", 0, {"name": "Påhitt"})
    drafts.save("supplier", 7, {"name": "Annan"})
    assert drafts.load("supplier").values == {"name": "Påhitt"}
    assert {draft.record_id for draft in drafts.every()} == {0, 7}
    drafts.discard("supplier")
    with pytest.raises(NotFound):
        drafts.load("supplier")


def test_filters_are_saved_under_a_name(world: Course):
    saved = world.services.saved_filters
    query = ListQuery("start", descending=True, search="ön", filters=(("status", ("running", "paused")),))
    saved.save("placements", "Pågående", query, ("code", "status"))
    saved.save("placements", "Pågående", query)
    (kept,) = saved.of("placements")
    assert (kept.name, kept.query, kept.columns) == ("Pågående", query, ())
    assert saved.of("contracts") == ()
    with pytest.raises(RuleViolation):
        saved.save("placements", " ", query)
    saved.delete(kept.id)
    assert saved.of("placements") == ()


def test_the_search_finds_over_all_registers_and_tells_them_apart(world: Course):
    number = world.session()
    world.contact("Åke Önnerby")
    world.sign_up(number, "Åke Önnerby", organisation="Vård")
    hits = {(hit.entity, hit.title, hit.detail) for hit in world.services.search.find("önner")}
    assert hits == {
        (Entity.CONTACT, "Åke Önnerby", "Påhittade Bygg AB"),
        (Entity.SIGN_UP, "Åke Önnerby", "S-0001"),
    }
    (session,) = world.services.search.find("S-0001")
    assert (session.code, session.title) == ("S-0001", "Handledarutbildning")
    assert world.services.search.find("onner") == ()
    assert world.services.search.find("  ") == ()


def test_a_candidate_is_found_by_name_and_shown_by_code(world: Course):
    fields = CandidateFields(name="Ingrid Exempel")
    number = world.services.candidates.register(fields).new_id(Entity.CANDIDATE)
    (hit,) = world.services.search.find("ingrid")
    assert (hit.id, hit.code, hit.title) == (number, "KA-0001", "")
    assert world.services.search.find("ingrid", show_names=True)[0].title == "Ingrid Exempel"


def test_a_code_leads_to_its_record_and_parts_to_their_page(world: Course):
    number = world.session()
    search = world.services.search
    assert search.locate(" s-0001 ") == RecordRef(Entity.SESSION, number)
    with pytest.raises(NotFound) as error:
        search.locate("P-9999")
    assert error.value.facts == {"code": "P-9999"}
    contact = world.contact("Åke Önnerby")
    assert search.home(RecordRef(Entity.CONTACT, contact)) == RecordRef(Entity.SUPPLIER, world.supplier)
    person = world.sign_up(number, "Åke")
    assert search.home(RecordRef(Entity.SIGN_UP, person)) == RecordRef(Entity.SESSION, number)
    assert search.home(RecordRef(Entity.SUPPLIER, world.supplier)) == RecordRef(Entity.SUPPLIER, world.supplier)
