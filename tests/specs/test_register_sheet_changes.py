"""What a batch of own sheets would do, in words: every code has its text, and nothing of a protected person is told."""

import re
from pathlib import Path

import pytest

import socialupph.services
from socialupph.domain.commands.imports import RowError
from socialupph.domain.commands.register_sheets import SheetKind
from socialupph.domain.placements import WarningCode
from socialupph.domain.views.imports import PreviewRow, RowState
from socialupph.domain.views.register_sheets import BatchPreview, SheetPreview
from socialupph.specs.import_messages import ROW_MESSAGES, row_message
from socialupph.specs.register_sheet_changes import described, field_title, sheet_message
from socialupph.specs.register_sheet_row_messages import REGISTER_ROW_MESSAGES, REGISTER_WARNINGS

FOLDER = Path(socialupph.services.__file__).parent
SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("register_sheet*.py"))
FACTS: dict[str, str] = dict.fromkeys(
    ["value", "sheet", "first", "start", "end", "code", "contract", "last_day", "day"], "7"
)


def test_every_code_has_a_text_and_every_text_a_use():
    errors = {f"import.{code}" for code in re.findall(r'(?:turn|self\.turn)\.error\(\s*"(\w+)"', SOURCES)}
    errors |= {f"import.{code}" for code in re.findall(r': "(follow_up_\w+)"', SOURCES)} | {"import.ask"}
    errors |= set(re.findall(r'RowError\(\s*"(import\.\w+)"', SOURCES))
    warnings = {f"import.{code}" for code in re.findall(r'\.warn\(\s*"(\w+)"', SOURCES)}
    warnings |= {f"import.warn_{code}" for code in WarningCode} | {"import.warn_overlap_row"}
    assert len(errors) > 25
    assert errors <= {*ROW_MESSAGES}
    assert {*REGISTER_ROW_MESSAGES} <= errors
    assert warnings == {*REGISTER_WARNINGS}


@pytest.mark.parametrize("code", REGISTER_WARNINGS)
def test_a_warning_is_a_whole_sentence(code: str):
    row = PreviewRow(4, RowState.NEW, warnings=(RowError(code, "form", "", FACTS),))
    text = sheet_message(SheetKind.PLACEMENTS, row)
    assert text.endswith(".")
    assert "{" not in text


def test_what_the_register_finds_wrong_names_no_column():
    text = row_message(
        4, [RowError("import.end_before_start", "ended_on", "", {"start": "2026-01-01", "end": "2025-01-01"})]
    )
    assert text == "Rad 4: slutdatum 2025-01-01 ligger före startdatum 2026-01-01. Rätta det som är fel."


def test_changes_are_told_before_and_after_in_the_words_of_the_program():
    row = PreviewRow(
        3,
        RowState.CHANGED,
        "U-0001",
        changes={"status": ("planned", "done"), "means": ("", "visit"), "held_on": ("", "2026-10-06")},
        warnings=(RowError("import.warn_said_otherwise", "summary", "", {"sheet": "a.xlsx", "first": "2"}),),
    )
    assert sheet_message(SheetKind.FOLLOW_UPS, row) == (
        f"{field_title(SheetKind.FOLLOW_UPS, 'status')}: Planerad → Genomförd; "
        f"{field_title(SheetKind.FOLLOW_UPS, 'means')}: – → Besök; "
        f"{field_title(SheetKind.FOLLOW_UPS, 'held_on')}: – → 2026-10-06. "
        f"{field_title(SheetKind.FOLLOW_UPS, 'summary')} står redan annorlunda på rad 2 i a.xlsx. Den raden gäller."
    )


def test_of_a_protected_person_only_that_something_changes():
    row = PreviewRow(3, RowState.CHANGED, "KA-0001", changes={"phone": ("", "")})
    assert sheet_message(SheetKind.CANDIDATES, row) == "Telefon ändras."


def test_fields_are_called_without_hints_about_columns():
    assert field_title(SheetKind.COURSES, "attended") == "Närvaro"
    for kind in SheetKind:
        assert "(" not in field_title(kind, "contact")


def test_a_batch_is_described_row_by_row():
    rows = (
        PreviewRow(2, RowState.NEW),
        PreviewRow(3, RowState.ERROR, errors=(RowError("import.ask", "form", "", {"value": "Praktik"}),)),
        PreviewRow(4, RowState.UNCHANGED, voided=True),
    )
    preview = described(BatchPreview((SheetPreview(SheetKind.PLACEMENTS, "a.xlsx", rows),)))
    assert [row.message for row in preview.sheets[0].rows] == [
        "",
        "Rad 3: svara på frågan om Praktik, så går raden att läsa in.",
        "Makulerad i registret. Den lämnas som den är.",
    ]
    contract = PreviewRow(2, RowState.NEW, draft=True)
    (sheet,) = described(BatchPreview((SheetPreview(SheetKind.CONTRACTS, "b.xlsx", (contract,)),))).sheets
    assert sheet.rows[0].message.startswith("Blir ett utkast")
