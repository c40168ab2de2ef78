"""Every reason, field, table and doubt about duplicates has words."""

import datetime as dt
from decimal import Decimal

import pytest

from socialupph.domain.changes import Entity
from socialupph.domain.duplicates import Likeness
from socialupph.domain.kinds import CandidateStatus, Sex
from socialupph.domain.merging import FIELDS, FieldState, Settled
from socialupph.domain.views.duplicates import MergedLink, MergeDoubt, MergeWarning
from socialupph.persistence.merging import pointers_at
from socialupph.persistence.queries.duplicates import UNTOLD
from socialupph.persistence.queries.merged import RECORDS
from socialupph.specs import duplicates as specs


def test_every_word_is_there():
    assert set(specs.LIKENESS) == set(Likeness)
    assert set(specs.KIND) == set(specs.DONE) == set(FIELDS) == set(RECORDS)
    for fields in FIELDS.values():
        assert all(specs.field_label(one.key) for one in fields)
    for doubt in MergeDoubt:
        assert "{" not in specs.warning_text(MergeWarning(doubt, ("P-0001", "P-0002", "P-0003")))


def test_everything_that_can_hang_on_a_record_has_a_name():
    tables = {pointer.table.name for entity in RECORDS for pointer in pointers_at(RECORDS[entity])}
    assert tables - set(specs.HANGING) == UNTOLD


def test_codes_are_enumerated():
    told = specs.warning_text(MergeWarning(MergeDoubt.SAME_CONTRACT, ("K-1", "K-2", "K-3")))
    assert told == "Båda står på K-1, K-2 och K-3. De blir en part där."


@pytest.mark.parametrize(
    ("key", "values", "text"),
    [
        ("name", ("Rut",), "Rut"),
        ("name", (None,), "–"),
        ("sex", (Sex.WOMAN,), "Kvinna"),
        ("status", (CandidateStatus.CLOSED,), "Avslutad"),
        ("protected", (True,), "Ja"),
        ("protected", (False,), "Nej"),
        ("birth_year", (1990,), "1990"),
        ("extent_percent", (Decimal(75),), "75\N{NO-BREAK SPACE}%"),
        ("available_from", (dt.date(2026, 9, 1),), "2026-09-01"),
        ("wished_occupations", (["Målare", "Snickare"],), "Målare, Snickare"),
        ("wished_occupations", (["Städ, dagtid", "Snickare"],), "Städ, dagtid; Snickare"),
        ("certificate", ("AF", dt.date(2026, 1, 1)), "AF, 2026-01-01"),
        ("information", ("3", None, "Muntligt"), "text 3, Muntligt"),
        ("information", (None, None, None), "–"),
    ],
)
def test_a_value_in_words(key, values, text):
    assert specs.value_text(key, values) == text


@pytest.mark.parametrize(
    ("state", "kept", "becomes", "text"),
    [
        (FieldState.FILLED, None, "070-1", "Fylls i: 070-1"),
        (FieldState.FILLED, "070-1", "070-1", ""),
        (FieldState.SETTLED, "a", "a\n\nb", "Blir: a\n\nb"),
        (FieldState.SAME, "a", "a", ""),
        (FieldState.DIFFERS, "a", "a", ""),
    ],
)
def test_what_becomes_of_a_field_that_nobody_chooses_in(state, kept, becomes, text):
    assert specs.becomes_text(Settled("phone", state, (kept,), (None,), (becomes,))) == text


def test_the_pair_finds_its_way_to_the_comparison():
    filters = specs.pair_filter(Entity.CONTACT, 7, 3, either=True)
    assert specs.pair_of(filters) == (Entity.CONTACT, 7, 3, True)
    assert specs.pair_of(specs.pair_filter(Entity.SUPPLIER, 7, 3)) == (Entity.SUPPLIER, 7, 3, False)
    with pytest.raises(ValueError, match="kind"):
        specs.pair_of({"kind": ("company",)})


def test_where_a_record_went():
    link = MergedLink(Entity.CANDIDATE, 1, "KA-0017", dt.date(2026, 9, 22))
    assert specs.merged_text(link) == "Sammanslagen med KA-0017 2026-09-22"
    assert specs.merged_text(MergedLink(Entity.CONTACT, 1, "Rut", None)) == "Sammanslagen med Rut"
    assert [specs.found_text(count) for count in (1, 2)] == ["1 möjlig dubblett", "2 möjliga dubbletter"]
