"""The long lists of codes: the selection, the whole list from a file, what is found while one types, and what records keep."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from socialupph.domain.changes import Entity
from socialupph.domain.clock import FixedClock
from socialupph.domain.commands.code_lists import CodeRow
from socialupph.domain.commands.contracts import ContractFields
from socialupph.domain.commands.imports import RowError
from socialupph.domain.cpv_selection import SELECTION
from socialupph.domain.errors import RuleViolation
from socialupph.domain.kinds import AuditKind, CodeList, RegisterKind
from socialupph.domain.queries import ListQuery
from socialupph.domain.views.code_lists import CodeState
from socialupph.services.registers import create_register, open_register
from socialupph.services.registry import Services

CPV, OCCUPATION = CodeList.CPV, CodeList.OCCUPATION
TODAY = dt.date(2026, 9, 22)
DIVISIONS = [(code, swedish, english) for code, swedish, english in SELECTION if code.endswith("000000")]
MORE = [
    ("45214100", "Bygg- och anläggningsarbeten: förskolebyggnader", "Construction work for kindergarten buildings"),
    ("45262690", "Renovering av nedslitna byggnader", "Refurbishment of run-down buildings"),
    ("90911200", "Städning av byggnader", "Building-cleaning services"),
    ("90910000", "Städning", "Cleaning services"),
]


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = create_register(
        tmp_path / "prov.sup", RegisterKind.EXERCISE, "Exempelby", "Arbetsmarknad", FixedClock(TODAY)
    )
    yield made
    made.close()


def rows(*triples: tuple[str, str, str]) -> list[CodeRow]:
    return [CodeRow(number, *one) for number, one in enumerate(triples, start=2)]


WHOLE = rows(*DIVISIONS, *MORE)
PEOPLE = [
    CodeRow(2, "Ab1c_2De_f3G", "Målare", groups=("Bygg",)),
    CodeRow(3, "Hi4j_5Kl_m6N", "Arbetsledare, anläggning", groups=("Bygg", "Yrkessamling, chefsyrken")),
    CodeRow(4, "Op7q_8Rs_t9U", "Städare"),
]


def read(services: Services, what: Sequence[CodeRow] = WHOLE, which: CodeList = CPV, **more: object):
    changes, preview = services.code_lists.apply(which, what, source_name="hela.csv", **more)  # type: ignore[arg-type]
    return changes, preview


def found(services: Services, text: str, which: CodeList = CPV, limit: int = 5) -> list[str]:
    return [item.code for item in services.code_lists.find(which, text, limit)]


# ---------------------------------------------------------------- the selection


def test_the_selection_is_there_from_the_start(services: Services):
    in_use = services.code_lists.in_use(CPV)
    assert (in_use.shipped, in_use.read, in_use.whole, in_use.source) == (len(SELECTION), 0, False, "")
    assert services.code_lists.in_use(OCCUPATION).count == 0
    assert services.code_lists.label(CPV, "90910000") == "Städning"
    assert services.code_lists.label(CPV, "11111111") == ""


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("4521", "45210000"),
        ("45000000-7", "45000000"),
        ("städning", "90900000"),
        ("STÄDNING", "90900000"),
        ("cleaning", "90900000"),
        ("byggnader städning", "90911000"),
        ("skolor städ", "90919300"),
        ("trädgård", "77300000"),
        ("laundry", "98311000"),
        ("fönsterputs", "90911300"),
        ("79810000", "79810000"),
    ],
)
def test_every_word_is_looked_for_in_code_and_both_names(services: Services, typed: str, first: str):
    assert found(services, typed)[0] == first


def test_what_is_not_there_is_not_found(services: Services):
    assert found(services, "stadning") == []
    assert found(services, "malning") == []
    assert found(services, "städning xyz") == []
    assert found(services, "%") != []  # nothing but signs is no word, and asks for the first


def test_without_words_the_first_in_order_come(services: Services):
    assert found(services, "") == ["03000000", "09000000", "14000000", "15000000", "15300000"]
    assert len(found(services, "a", limit=12)) == 12


# ---------------------------------------------------------------- the whole list


def test_the_whole_list_takes_the_place_of_the_selection(services: Services):
    preview = services.code_lists.preview(CPV, WHOLE)
    assert (preview.new, preview.whole, preview.applied) == (49, True, False)
    assert services.code_lists.in_use(CPV).read == 0
    changes, preview = read(services)
    assert changes.entities == {Entity.CODE_LIST}
    assert (preview.new, preview.applied) == (49, True)
    in_use = services.code_lists.in_use(CPV)
    assert (in_use.shipped, in_use.read, in_use.whole, in_use.source) == (0, 49, True, "hela.csv")
    assert in_use.read_at is not None
    assert in_use.read_at.date() == TODAY
    assert found(services, "nedslitna") == ["45262690"]
    assert found(services, "79810000") == []
    assert services.code_lists.label(CPV, "79810000") == "Tryckning"  # still read where it stands
    assert services.audit.last(1)[0].kind is AuditKind.IMPORTED
    assert services.audit.last(1)[0].subject == "hela.csv"


def test_the_same_file_again_changes_nothing(services: Services):
    read(services)
    changes, preview = read(services)
    assert (preview.new, preview.changed, preview.unchanged, preview.closed) == (0, 0, 49, 0)
    assert changes.operation_id is None


def test_undo_brings_the_selection_back(services: Services):
    changes, _preview = read(services)
    assert changes.operation_id is not None
    services.undo.undo(changes.operation_id)
    assert services.code_lists.in_use(CPV).shipped == len(SELECTION)
    assert found(services, "nedslitna") == []
    assert services.code_lists.in_use(CPV).source == ""


def test_a_newer_list_changes_names_and_closes_what_it_lacks(services: Services):
    read(services)
    newer = [
        replace(row, label="Lokalvård") if row.code == "90910000" else row for row in WHOLE if row.code != "45262690"
    ]
    newer.append(CodeRow(99, "45262700", "Ombyggnad", "Building alteration work"))
    changes, preview = read(services, newer)
    assert (preview.new, preview.changed, preview.unchanged, preview.closed) == (1, 1, 47, 1)
    told = {row.code: row for row in preview.rows if row.state is CodeState.CHANGED}
    assert told["90910000"].changes == {"label": ("Städning", "Lokalvård")}
    [closed] = [row for row in preview.rows if row.state is CodeState.CLOSED]
    assert (closed.row, closed.code, closed.label) == (0, "45262690", "Renovering av nedslitna byggnader")
    assert found(services, "nedslitna") == []
    assert services.code_lists.label(CPV, "45262690") == "Renovering av nedslitna byggnader"
    assert services.code_lists.in_use(CPV).closed == 1
    _changes, again = read(services, [*newer, *[row for row in WHOLE if row.code == "45262690"]])
    assert [(row.code, row.changes) for row in again.rows if row.state is CodeState.CHANGED] == [
        ("45262690", {"closed": ("closed", "")})
    ]
    assert found(services, "nedslitna") == ["45262690"]
    assert changes.operation_id is not None


def test_undo_of_the_newer_list_opens_what_it_closed(services: Services):
    read(services)
    changes, _preview = read(services, WHOLE[:-1])
    assert found(services, "90910000") == []
    assert changes.operation_id is not None
    services.undo.undo(changes.operation_id)
    assert found(services, "90910000") == ["90910000"]


def test_a_part_of_the_list_closes_nothing_and_keeps_the_selection(services: Services):
    part = rows(("45262690", "Renovering av nedslitna byggnader", ""))
    _changes, preview = read(services, part)
    assert (preview.whole, preview.closed) == (False, 0)
    in_use = services.code_lists.in_use(CPV)
    assert (in_use.whole, in_use.shipped, in_use.read) == (False, len(SELECTION), 1)
    assert found(services, "nedslitna") == ["45262690"]
    assert found(services, "79810000") == ["79810000"]
    read(services)
    _changes, preview = read(services, part)
    assert (preview.whole, preview.missing, preview.closed) == (False, 48, 0)
    assert services.code_lists.in_use(CPV).whole


def test_the_user_says_whether_a_list_is_whole(services: Services):
    read(services)
    short = WHOLE[:-1]
    assert services.code_lists.preview(CPV, short).closed == 1
    assert services.code_lists.preview(CPV, short, whole=False).closed == 0
    assert services.code_lists.preview(CPV, WHOLE[:3], whole=True).closed == 46


def test_occupations_are_whole_when_few_are_gone(services: Services):
    many = [CodeRow(number, f"Ab{number:02d}_abc_def", f"Yrke {number}") for number in range(40)]
    read(services, many, OCCUPATION)
    assert services.code_lists.preview(OCCUPATION, many[:-4]).closed == 4
    assert services.code_lists.preview(OCCUPATION, many[:-5]).closed == 0


def test_a_language_that_a_list_lacks_is_not_erased(services: Services):
    read(services)
    swedish = [replace(row, label_en="") for row in WHOLE]
    english = [replace(row, label="") for row in WHOLE]
    assert services.code_lists.preview(CPV, swedish).unchanged == 49
    assert services.code_lists.preview(CPV, english).unchanged == 49


def test_english_alone_is_better_than_nothing(services: Services):
    read(services, [replace(row, label="") for row in WHOLE])
    assert services.code_lists.label(CPV, "90910000") == "Cleaning services"


def test_rows_that_cannot_stand_stop_the_list_or_are_left(services: Services):
    wrong = [*WHOLE, CodeRow(99, "bygg", errors=(RowError("import.cpv_shape", "code", "Kod", {"value": "bygg"}),))]
    with pytest.raises(RuleViolation, match=r"import\.has_errors"):
        read(services, wrong)
    assert services.code_lists.in_use(CPV).read == 0
    _changes, preview = read(services, wrong, skip_errors=True)
    assert (preview.new, preview.errors) == (49, 1)
    assert services.code_lists.in_use(CPV).read == 49


def test_another_window_s_list_is_seen(services: Services):
    other = open_register(services.path, FixedClock(TODAY))
    assert found(services, "nedslitna") == []
    read(other)
    other.close()
    assert found(services, "nedslitna") == ["45262690"]


def test_a_hundred_thousand_codes(services: Services):
    many = [CodeRow(number, f"{45000000 + number}", f"Namn å {number}") for number in range(100_000)]
    _changes, preview = read(services, [*rows(*[one for one in DIVISIONS if one[0] != "45000000"]), *many])
    assert preview.new == 100_044
    assert found(services, "99999") == ["45099999"]


# ---------------------------------------------------------------- what records say


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("45000000", "45000000"),
        ("45000000-7", "45000000"),
        ("45000000 Anläggningsarbete", "45000000"),
        ("anläggningsarbete", "45000000"),
        ("Construction work", "45000000"),
        ("45000000 - Anläggn", "45000000"),
        ("45262690", "45262690"),
        ("45000000, 90910000-9", "45000000 90910000"),
    ],
)
def test_what_is_typed_becomes_the_code(services: Services, typed: str, stored: str):
    assert services.code_lists.meant(CPV, typed) == stored


@pytest.mark.parametrize(
    ("typed", "code"),
    [("bygg", "no_cpv"), ("4521", "no_cpv"), ("45000000 Städning", "no_cpv"), ("45000000-1", "check_digit")],
)
def test_what_cannot_be_a_code_is_told(services: Services, typed: str, code: str):
    with pytest.raises(RuleViolation, match=rf"code_list\.{code}"):
        services.code_lists.meant(CPV, typed)


def test_a_code_is_shown_with_its_name(services: Services):
    shown = services.code_lists.shown
    assert shown(CPV, "45000000") == "45000000 Anläggningsarbete"
    assert shown(CPV, "45000000-7") == "45000000-7 Anläggningsarbete"
    assert shown(CPV, "45262690") == "45262690"
    assert shown(CPV, "som i förra avtalet") == "som i förra avtalet"
    assert shown(OCCUPATION, "Målare") == "Målare"


def test_a_contract_tells_the_name_of_its_code_and_keeps_it(services: Services):
    number = services.contracts.register(ContractFields("Lokalvård", cpv="90910000")).new_id(Entity.CONTRACT)
    assert services.contracts.view(number).cpv_name == "Städning"
    version = services.contracts.view(number).version
    read(services, [replace(row, label="Lokalvård") if row.code == "90910000" else row for row in WHOLE])
    view = services.contracts.view(number)
    assert (view.cpv, view.cpv_name, view.version) == ("90910000", "Lokalvård", version)
    read(services, WHOLE[:-1])
    assert services.contracts.view(number).cpv_name == "Lokalvård"  # closed, still read


def test_occupations_are_named_and_found(services: Services):
    read(services, PEOPLE, OCCUPATION)
    assert found(services, "anläggning", OCCUPATION) == ["Hi4j_5Kl_m6N"]
    assert found(services, "Op7q_8Rs_t9U", OCCUPATION) == ["Op7q_8Rs_t9U"]
    assert services.code_lists.meant(OCCUPATION, "målare") == "Målare"
    assert services.code_lists.meant(OCCUPATION, "  Alltiallo ") == "Alltiallo"
    assert services.code_lists.is_known(OCCUPATION, "Städare")
    assert not services.code_lists.is_known(OCCUPATION, "Alltiallo")
    assert services.code_lists.items(OCCUPATION)[1].groups == ("Bygg", "Yrkessamling, chefsyrken")


def test_all_codes_are_a_list(services: Services):
    read(services, PEOPLE, OCCUPATION)
    codes = services.codes
    assert codes.total() == len(SELECTION) + 3
    occupations = codes.rows(codes.ids(ListQuery("label", filters=(("which", ("occupation",)),))))
    assert [row.label for row in occupations] == ["Arbetsledare, anläggning", "Målare", "Städare"]
    searched = codes.rows(codes.ids(ListQuery("code", descending=True, search="städ")))
    assert searched[0].which is OCCUPATION
    assert {row.code for row in searched} >= {"90910000", "90919300", "Op7q_8Rs_t9U"}
    with pytest.raises(KeyError):
        codes.ids(ListQuery("skonummer"))
