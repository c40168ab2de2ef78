"""Every row of a list can be explained in one line."""

import re
from pathlib import Path

import pytest

import socialupph.exchange
from socialupph.domain.commands.imports import LeftOut, LeftOutReason, RowError
from socialupph.domain.errors import FileProblem
from socialupph.domain.views.imports import ImportPreview, PreviewRow, RowState
from socialupph.specs.import_messages import (
    NOTE_MESSAGES,
    ROW_MESSAGES,
    described,
    left_out_message,
    note_message,
    preview_line,
    row_message,
)
from socialupph.specs.imports import CONTRACT_LIST
from socialupph.specs.messages import TEXTS, message

SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in Path(socialupph.exchange.__file__).parent.glob("*.py"))


@pytest.mark.parametrize("code", ROW_MESSAGES)
def test_a_row_message_says_where_and_what(code: str):
    text = row_message(7, [RowError(code, "end", "Till", {"value": "{x} 100 %", "first": "3", "limit": "5"})])
    assert text.startswith("Rad 7")
    assert text.endswith(".")
    assert re.findall(r"\{\w+\}", text) in ([], ["{x}"])


def test_every_code_of_the_readers_has_a_text():
    used = set(re.findall(r'"((?:import|file|list|note)\.\w+)"', SOURCES))
    assert used
    assert used <= {*ROW_MESSAGES, *TEXTS, *NOTE_MESSAGES}


def test_several_errors_are_one_message():
    text = row_message(
        4, [RowError("import.no_supplier", "", "Lev"), RowError("import.date", "", "Från", {"value": "x"})]
    )
    assert text.count("Rad 4") == 1
    assert "Kolumn Från: x är inget datum." in text


def test_what_is_left_out():
    for reason in LeftOutReason:
        assert "Rad 9" in left_out_message(LeftOut(9, reason, "Summa"))


def test_notes_are_filled():
    facts = {"row": "4", "column": "Från", "sheet": "Avtal", "text": "Kurs"}
    for code in NOTE_MESSAGES:
        assert "{" not in note_message(code, facts)


def test_a_preview_is_described():
    rows = (
        PreviewRow(2, RowState.NEW, "2026-1", "Städ", draft=True),
        PreviewRow(
            3, RowState.CHANGED, "K-2026-001", "Golv", {"value": ("1", "2"), "notes": ("", "x"), "strange": ("a", "b")}
        ),
        PreviewRow(4, RowState.UNCHANGED, "K-2026-002", "Tak"),
        PreviewRow(5, RowState.ERROR, errors=(RowError("import.no_supplier", "supplier_name", "Lev"),)),
    )
    said = described(ImportPreview(rows))
    assert [row.message for row in said.rows] == [
        "Blir ett utkast: nummer, start eller slut saknas.",
        "Värde i kronor: 1 → 2; Anteckningar: – → x; strange: a → b",
        "",
        "Rad 5: leverantör saknas. Skriv leverantörens namn i kolumnen Lev.",
    ]
    assert preview_line(rows[0]) == "Rad 2: ny – 2026-1 Städ (Blir ett utkast: nummer, start eller slut saknas.)"
    assert preview_line(rows[2]) == "Rad 4: oförändrad – K-2026-002 Tak"
    assert preview_line(rows[3]).startswith("Rad 5: leverantör")


def test_file_problems_are_whole_sentences():
    assert message(FileProblem("file.too_large", {"limit": 20})) == (
        "Filen är för stor. Den får vara högst 20 MB. Ta bort bilder eller dela upp listan."
    )


def test_names_of_columns_are_told_once():
    keys = [field.key for field in CONTRACT_LIST.fields]
    assert len(keys) == len(set(keys))
    assert {key for group in CONTRACT_LIST.needed for key in group} <= set(keys)
