"""A register from the first second: made, filled with words, opened, refused, and never left half-made."""

from pathlib import Path

import pytest

from socialupph.domain.clock import FixedClock
from socialupph.domain.commands.settings import RegisterSettings
from socialupph.domain.errors import NotFound, RegisterProblem, RuleViolation
from socialupph.domain.kinds import AuditKind, ReferenceList, RegisterKind
from socialupph.domain.queries import ListQuery
from socialupph.domain.views.papers import PaperMarker
from socialupph.persistence import reference_seed
from socialupph.services import registers
from tests.services.training_world import TODAY, D

CLOCK = FixedClock(TODAY)


def test_a_new_register_is_an_exercise_register_with_its_words(tmp_path: Path):
    services = registers.create_register(tmp_path / "ny.sup", RegisterKind.EXERCISE, " Exempelby ", "AME", CLOCK)
    assert services.settings.load() == RegisterSettings("Exempelby", "AME", RegisterKind.EXERCISE)
    assert services.settings.marker() is PaperMarker.PRACTICE
    for which, seeds in reference_seed.SEEDS.items():
        items = services.reference.items(which, include_closed=True)
        assert [item.key for item in items] == [seed.key for seed in seeds]
        assert all(item.label for item in items)
    services.close()


def test_what_was_saved_is_there_the_next_time(tmp_path: Path):
    path = tmp_path / "ny.sup"
    registers.create_register(path, RegisterKind.SAMPLE, "Exempelby", "AME", CLOCK).close()
    services = registers.open_register(path, CLOCK)
    registers.note_opened(services)
    assert services.settings.marker() is PaperMarker.SAMPLE
    assert [(line.kind, line.subject) for line in services.audit.last()] == [(AuditKind.OPENED_REGISTER, "ny.sup")]
    services.close()


def test_a_register_is_never_made_over_another(tmp_path: Path):
    path = tmp_path / "ny.sup"
    registers.create_register(path, RegisterKind.EXERCISE, "Exempelby", "", CLOCK).close()
    before = path.read_bytes()
    with pytest.raises(RegisterProblem, match=r"register\.exists"):
        registers.create_register(path, RegisterKind.EXERCISE, "Annan by", "", CLOCK)
    assert path.read_bytes() == before


def test_a_municipality_is_needed_before_anything_is_made(tmp_path: Path):
    with pytest.raises(RuleViolation) as error:
        registers.create_register(tmp_path / "ny.sup", RegisterKind.EXERCISE, "  ", "", CLOCK)
    assert (error.value.code, error.value.field) == ("field.missing", "municipality")
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_when_filling_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full() -> object:
        raise RegisterProblem("register.disk_full", {"name": "ny.sup"})

    monkeypatch.setattr(reference_seed, "records", full)
    with pytest.raises(RegisterProblem):
        registers.create_register(tmp_path / "ny.sup", RegisterKind.EXERCISE, "Exempelby", "", CLOCK)
    assert list(tmp_path.iterdir()) == []


def test_the_sample_register_is_marked_and_filled(tmp_path: Path):
    services = registers.create_sample(tmp_path / "demo.sup", "small", CLOCK)
    assert services.settings.load().kind is RegisterKind.SAMPLE
    assert services.training.total() > 0
    assert services.sign_ups.rows(services.sign_ups.ids(ListQuery("name"))[:5])
    services.close()
    assert registers.migrate(tmp_path / "demo.sup") >= 1
    with pytest.raises(RegisterProblem):
        registers.migrate(tmp_path / "finns-inte.sup")


def test_forms_are_offered_by_the_day(tmp_path: Path):
    services = registers.create_register(tmp_path / "ny.sup", RegisterKind.EXERCISE, "Exempelby", "", CLOCK)
    forms = ReferenceList.PLACEMENT_FORM
    now = {item.key for item in services.reference.items(forms)}
    then = {item.key for item in services.reference.items(forms, on=D(2018, 1, 1))}
    assert now - then == {"introduction_job", "establishment_job"}
    ended = {"modern_relief_job", "trainee_job", "step_in_job", "special_employment_support", "extra_job"}
    assert ended | {"vocational_introduction"} == then - now
    assert services.reference.by_key(forms, "work_practice").max_months == 6
    assert services.reference.by_key(forms, "skill_assessment").max_days == 21
    assert services.reference.by_key(forms, "sheltered_public_work").public_host_only
    assert not services.reference.by_key(ReferenceList.REQUIREMENT_TYPE, "dialogue").has_volume
    opening = {item.key for item in services.reference.items(ReferenceList.END_REASON) if item.opens_early_end}
    assert {"own_choice", "objective_grounds"} <= opening
    assert not opening & {"sickness", "misconduct", "conflict", "workplace_changed", "contract_ended", "unknown"}
    with pytest.raises(NotFound):
        services.reference.by_key(forms, "no_such")
    services.close()
