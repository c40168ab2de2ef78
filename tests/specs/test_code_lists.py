"""What is said of the long lists of codes."""

import datetime as dt

import pytest

from socialupph.domain.commands.imports import LeftOut, LeftOutReason, RowError
from socialupph.domain.kinds import CodeList
from socialupph.domain.views.code_lists import CodeListInUse, CodeListPreview, CodePreviewRow, CodeState
from socialupph.specs import code_lists as specs
from socialupph.specs.import_preview import LineState

CPV, OCCUPATION = CodeList.CPV, CodeList.OCCUPATION
READ = dt.datetime(2026, 9, 22, 12, tzinfo=dt.UTC)
ROWS = (
    CodePreviewRow(2, CodeState.NEW, "45000000", "Anläggningsarbete", "Construction work"),
    CodePreviewRow(3, CodeState.CHANGED, "90910000", "Lokalvård", "", {"label": ("Städning", "Lokalvård")}),
    CodePreviewRow(4, CodeState.CHANGED, "90911200", "Städ", "", {"closed": ("closed", "")}),
    CodePreviewRow(5, CodeState.UNCHANGED, "77300000", "Trädgård", same_as=2),
    CodePreviewRow(6, CodeState.ERROR, "bygg", errors=(RowError("import.cpv_shape", "code", "Kod", {"value": "bygg"}),)),
    CodePreviewRow(
        7, CodeState.NEW, "45214200", "Skolor",
        remarks=(RowError("import.cpv_digit_odd", "code", "Kod", {"value": "45214200-3", "first": "2"}),),
    ),
    CodePreviewRow(0, CodeState.CLOSED, "55524000", "Skolbespisning"),
)  # fmt: skip
PREVIEW = CodeListPreview(CPV, ROWS, (LeftOut(9, LeftOutReason.FOOTER, "Källa: EU"),), whole=True, missing=1)


@pytest.mark.parametrize(
    ("in_use", "text"),
    [
        (CodeListInUse(CPV, False, 242), "Nu används urvalet som följer med programmet: 242 koder."),
        (
            CodeListInUse(CPV, True, 0, 9454, 3, "cpv.csv", READ),
            "Nu används hela listan: 9\u00a0454 koder ur cpv.csv, inläst 22 sep 2026. "
            "3 koder till är stängda: de går att läsa men föreslås inte.",
        ),
        (
            CodeListInUse(CPV, False, 242, 1, 0, "egna.csv", READ),
            "Nu används urvalet som följer med programmet, 242 koder, och 1 kod ur egna.csv, inläst 22 sep 2026.",
        ),
        (
            CodeListInUse(OCCUPATION, False),
            "Ingen yrkeslista är inläst. Yrken skrivs med egna ord tills du läser in Arbetsförmedlingens lista.",
        ),
    ],
)
def test_what_is_in_use_is_one_sentence(in_use: CodeListInUse, text: str):
    assert specs.in_use_text(in_use) == text


def test_the_list_as_a_whole_in_words():
    assert specs.total_text(PREVIEW) == (
        "6 rader: 2 nya koder, 2 ändras, 1 oförändrad, 1 med fel. 1 kod stängs. 1 rad lämnas utanför."
    )
    assert specs.done_text(PREVIEW) == (
        "CPV-koder är inlästa: 2 nya koder, 2 ändras. 1 kod stängdes. 1 rad med fel lämnades."
    )
    assert specs.total_text(CodeListPreview(CPV, ())) == "Listan har inga koder att läsa in."


def test_every_row_says_what_becomes_of_it():
    said = [row.message for row in specs.described(PREVIEW).rows]
    assert said == [
        "",
        "Namn: Städning → Lokalvård",
        "Föreslås igen.",
        "Samma som rad 2.",
        "Rad 6, kolumn Kod: bygg är ingen CPV-kod. En CPV-kod har åtta siffror, till exempel 45000000.",
        "Rad 7, kolumn Kod: kontrollsiffran i 45214200-3 följer inte regeln, som ger 2. Några koder i EU:s egen lista är sådana, så "
        "raden tas in.",
        "Koden finns inte i filen. Den föreslås inte längre, men går att läsa där den redan står.",
    ]
    assert specs.preview_line(ROWS[0]) == "Rad 2: ny – 45000000 Anläggningsarbete"
    assert specs.preview_line(ROWS[1]) == "Rad 3: ändras – 90910000 Lokalvård (Namn: Städning → Lokalvård)"
    assert specs.preview_line(ROWS[4]).startswith("Rad 6, kolumn Kod: bygg")
    assert specs.preview_line(ROWS[6]) == "stängs – 55524000 Skolbespisning"


def test_lines_stand_in_the_order_of_the_file():
    lines = specs.lines_of(specs.described(PREVIEW))
    assert [(line.id, line.row, line.state) for line in lines] == [
        (1, 2, LineState.NEW),
        (2, 3, LineState.CHANGED),
        (3, 4, LineState.CHANGED),
        (4, 5, LineState.UNCHANGED),
        (5, 6, LineState.ERROR),
        (6, 7, LineState.NEW),
        (7, 9, LineState.LEFT_OUT),
        (8, 0, LineState.CLOSED),
    ]
    assert lines[4].brief.startswith("Kolumn Kod: bygg är ingen CPV-kod.")
    assert lines[-1].place == "Inte i filen"


def test_what_stands_under_a_field():
    shipped, whole = CodeListInUse(CPV, False, 242), CodeListInUse(CPV, True, 0, 9454)
    assert specs.hint_text(shipped, known=True) == ""
    assert specs.hint_text(shipped, known=False) == "Finns inte i urvalet, sparas som den är"
    assert specs.hint_text(whole, known=False) == "Finns inte i listan, sparas som den är"
    none, some = CodeListInUse(OCCUPATION, False), CodeListInUse(OCCUPATION, True, 0, 770)
    assert specs.hint_text(none, known=False) == ""
    assert specs.hint_text(some, known=True) == "Ur Arbetsförmedlingens lista"
    assert specs.hint_text(some, known=False) == "Egna ord, finns inte i Arbetsförmedlingens lista"
