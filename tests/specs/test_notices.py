"""What the user reads of a notice: every code has its sentence, drafts say why, changes are told before and after."""

import ast
from pathlib import Path

import pytest

import socialupph
from socialupph.domain.commands.imports import RowError
from socialupph.domain.commands.notices import Withheld
from socialupph.domain.views.imports import ImportPreview, PreviewRow, RowState
from socialupph.exchange.notices import reader
from socialupph.specs.messages import TEXTS
from socialupph.specs.notices import (
    REMARKS,
    ROW_MESSAGES,
    WITHHELD,
    described,
    draft_text,
    error_text,
    preview_line,
    withheld_text,
)

SRC = Path(socialupph.__file__).parent
FACTS = {"value": "X", "who": "Exempel AB", "start": "2026-01-02", "end": "2026-01-01", "code": "K-1", "winner": "Y",
         "day": "2027-01-01", "unit": "MONTH"}  # fmt: skip


def codes():
    """The codes that the modules of notices give rows."""
    found = set()
    for path in (*SRC.glob("exchange/notices/*.py"), *SRC.glob("services/notice*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("notice."):
                found.add(node.value)
    return found


def test_every_code_has_one_text_and_every_text_is_used():
    texts = [*ROW_MESSAGES, *REMARKS, *(code for code in TEXTS if code.startswith("notice."))]
    assert sorted(texts) == sorted(codes())


@pytest.mark.parametrize("code", sorted(ROW_MESSAGES))
def test_an_error_says_which_contract_and_what_to_do(code):
    row = PreviewRow(2, RowState.ERROR, errors=(RowError(code, "", "", FACTS),))
    text = error_text(row)
    assert text.startswith("Kontrakt 2: ")
    assert text.endswith(".")
    assert "{" not in text
    assert any(word in text for word in ("Kontrollera", "Registrera", "Välj"))


@pytest.mark.parametrize("code", sorted(REMARKS))
def test_a_remark_is_a_sentence(code):
    facts = {**FACTS, "value": "48"}
    preview = described(ImportPreview((PreviewRow(1, RowState.NEW, warnings=(RowError(code, "", "", facts),)),)))
    text = preview.rows[0].message
    assert text[0].isupper()
    assert text.endswith(".")
    assert "{" not in text


def test_several_errors_stand_one_after_the_other():
    row = PreviewRow(
        1,
        RowState.ERROR,
        errors=(RowError("notice.no_name"), RowError("notice.org_shape", "", "", {"who": ""})),
    )
    assert error_text(row) == (
        "Kontrakt 1: leverantören saknar namn i annonsen. Registrera kontraktet själv. Organisationsnumret för en av leverantörerna ska "
        "ha tio siffror. Kontrollera annonsen med den som publicerade den."
    )


@pytest.mark.parametrize(
    ("missing", "text"),
    [
        (("end",), "Utkast: slutdatum saknas."),
        (("number", "start", "end"), "Utkast: nummer, startdatum och slutdatum saknas."),
        (("award",), "Utkast: avsikt att tilldela, ännu inget avtal."),
        (
            ("award", "supplier"),
            "Utkast: avsikt att tilldela, ännu inget avtal. Dessutom saknas leverantör.",
        ),
    ],
)
def test_a_draft_says_why(missing, text):
    assert draft_text(missing) == text


def test_changes_are_told_before_and_after_in_words():
    row = PreviewRow(
        1,
        RowState.CHANGED,
        "K-2026-001",
        "Städning",
        {
            "value": ("4500000", "6430000.5"),
            "currency": ("SEK", "GBP"),
            "end": ("", "2028-03-31"),
            "nature": ("", "services"),
            "social_objectives": ("acc-all", "acc-all, opp"),
            "reserved_execution": ("", "true"),
            "withheld": ("value", ""),
            "intended": ("true", "false"),
        },
    )
    (told,) = described(ImportPreview((row,))).rows
    assert told.message.replace("\u00a0", " ") == (
        "Avsikt att tilldela: ja → nej; Värde: 4 500 000 kr → 6 430 000,50 GBP; Slut: – → 2028-03-31; Art: – → Tjänster; "
        "Sociala mål: Tillgänglighet för alla → Tillgänglighet för alla, Sysselsättning för dem som står utanför; "
        "Reserverat utförande: – → ja; Undanhållet i annonsen: värdet → –."
    )
    assert preview_line(told).startswith("Kontrakt 1: ändras – K-2026-001 Städning (Avsikt att tilldela: ja → nej;")


def test_a_void_contract_says_that_it_is_left():
    row = PreviewRow(1, RowState.UNCHANGED, "K-1", voided=True)
    assert described(ImportPreview((row,))).rows[0].message == (
        "Kontraktet är makulerat i registret och lämnas som det är."
    )


def test_everything_that_can_be_kept_back_has_a_word():
    assert set(WITHHELD) == {one.value for one in Withheld}
    assert withheld_text(("value", "supplier_name")) == "värdet, leverantörens namn"
    assert withheld_text(("from_a_later_version",)) == "annan uppgift"


def test_the_docstrings_name_the_fields_of_the_standard():
    told = "\n".join(path.read_text("utf-8") for path in Path(reader.__file__).parent.glob("*.py"))
    told += (SRC / "domain" / "commands" / "notices.py").read_text("utf-8")
    for field in ("BT-04", "BT-150", "BT-21", "BT-262", "BT-500", "BT-501", "BT-514", "BT-701", "BT-720", "BT-736",
                  "BT-757", "BT-775", "BT-1451", "BT-195", "BT-71", "OPT-316", "OPT-310"):  # fmt: skip
        assert field in told
