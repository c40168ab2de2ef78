"""A list about to be taken in, in words."""

import datetime as dt

from socialupph.domain.commands.imports import ContractRow, LeftOut, LeftOutReason, RowError
from socialupph.domain.views.imports import ImportPreview, PreviewRow, RowState
from socialupph.specs import import_preview as specs
from socialupph.specs.import_preview import LineState


def preview():
    rows = (
        PreviewRow(2, RowState.NEW, "A-1", "Skola", draft=True),
        PreviewRow(
            3, RowState.ERROR, "A-2", "Väg", errors=(RowError("import.no_supplier", "supplier_name", "Leverantör"),)
        ),
        PreviewRow(
            4, RowState.CHANGED, "K-2026-001", "Park", {"nature": ("works", "services"), "value": ("", "1500000")}
        ),
        PreviewRow(5, RowState.UNCHANGED, "K-2026-002", "Bad", voided=True),
    )
    return ImportPreview(rows, (LeftOut(6, LeftOutReason.SUM, "Summa"),))


def read():
    return (
        ContractRow(
            2, "A-1", supplier_name="Ren AB", options=(12, 12), requirement_text="1 lärling", start=dt.date(2026, 1, 1)
        ),
    )


def test_lines():
    lines = specs.lines_of(preview(), read(), (("note.until_further_notice", {"row": "2"}),))
    assert [line.id for line in lines] == [2, 3, 4, 5, 6]
    assert [line.state for line in lines] == [
        LineState.NEW,
        LineState.ERROR,
        LineState.CHANGED,
        LineState.UNCHANGED,
        LineState.LEFT_OUT,
    ]
    new, wrong, changed, void, out = lines
    assert new.supplier == "Ren AB"
    assert "Option att bekräfta: 12 + 12 månader." in new.message
    assert "tills vidare" in new.message
    assert wrong.message.startswith("Rad 3: leverantör saknas.")
    assert wrong.brief.startswith("Leverantör saknas.")
    assert changed.message == "Art: Entreprenad → Tjänster; Värde i kronor: – → 1\u00a0500\u00a0000"
    assert "makulerat" in void.message
    assert out.brief == "Lämnas utanför, den är en summarad: Summa"


def test_totals_in_words():
    lines = specs.lines_of(preview(), read())
    assert specs.total_text(lines) == (
        "4 rader: 1 nytt kontrakt, 1 ändras, 1 oförändrad, 1 med fel. 1 blir utkast. 1 rad lämnas utanför."
    )
    assert specs.total_text(()) == "Listan har inga rader att läsa in."
    assert specs.import_text(0) == "Importera"
    assert specs.import_text(39) == "Importera 39 kontrakt"
    assert specs.skip_text(8, 6) == "Ta in de 8 goda raderna och lämna 6 med fel"
    assert specs.done_text(1, 1) == "1 kontrakt är inläst. 1 rad med fel lämnades."


def test_notes_about_the_whole_list():
    notes = [("note.header_row", {"row": "4"}), ("note.until_further_notice", {"row": "7"})]
    assert specs.notes_text(notes) == "Rubrikerna står på rad 4."
    many = [("note.day_first", {"column": f"K{number}"}) for number in range(10)]
    assert specs.notes_text(many).endswith("Och 4 till.")
