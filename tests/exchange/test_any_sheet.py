"""Whatever stands in a sheet: it is read as any kind without stopping, and no row of it is lost."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialupph.domain.commands.register_sheets import FollowUpRow, SheetKind
from socialupph.exchange.lists import OpenedList
from socialupph.exchange.recognise import recognise
from socialupph.exchange.register_sheets import OpenedSheet, read_sheet
from socialupph.exchange.sheets import Cell, Grid, Sheet, is_blank
from socialupph.specs.import_messages import left_out_message, note_message, row_message
from socialupph.specs.register_sheets import LIST_KINDS

ODD: tuple[Cell, ...] = (
    None, "", "-", "x", "Ja", "Summa", "Anna Exempel", "Exempel, Anna", "A AB", "2026-09-01", "1/9–31/12 2026", "v. 36", "30 tim/v", "0,5",
    "0/0", 75, 0.75, 1e300, -1, 10**18, "1" * 2000, dt.date(2026, 1, 1), dt.time(9),
    dt.timedelta(hours=30), True, "#REF!", "å" * 400, "a@b.c", "@", "880101-2384", "19881301-1234", "12 mars 2026", "31/2 2026",
    "kl 9-16", "16–9", "(", ",,,", ";", "Kurs:", "Datum: 99", "4/5", "7", "0000-00-00", "654321 och 2026-13-40", "12–99 mars 2026",
    "36526", "99999", "١٢٣٤", "½",
)  # fmt: skip


@st.composite
def sheets(draw: st.DrawFn, kind: SheetKind) -> Sheet:
    fields = draw(st.lists(st.sampled_from(LIST_KINDS[kind].fields), min_size=2, max_size=10))
    headings: list[Cell] = [
        draw(st.sampled_from(field.names)) + draw(st.sampled_from(("", " 1", " (x)"))) for field in fields
    ]
    cells = st.one_of(st.sampled_from(ODD), st.text(max_size=20), st.integers(), st.floats(allow_nan=True))
    rows = draw(st.lists(st.lists(cells, max_size=len(headings) + 1), max_size=8))
    above = draw(st.lists(st.lists(cells, max_size=3), max_size=2))
    return Sheet("Blad1", [*above, headings, *rows])


@pytest.mark.parametrize("kind", SheetKind)
def test_every_row_is_somewhere_and_every_message_can_be_read(kind: SheetKind):
    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
    @given(sheets(kind))
    def check(sheet: Sheet) -> None:
        spec = LIST_KINDS[kind]
        opened = OpenedSheet(
            Path("a.xlsx"), "a", kind, lists={kind: OpenedList(Grid((sheet,)), recognise(sheet, spec), spec)}
        )
        draft = read_sheet(opened)
        for code, facts in draft.notes:
            assert note_message(code, facts)
        for row in draft.rows:
            assert not row.errors or row_message(row.row, row.errors).startswith(f"Rad {row.row}")
        if draft.missing:
            return
        start = draft.opened.recognised.data_start
        below = enumerate(sheet.rows[start:], start=start + 1)
        filled = {number for number, row in below if not all(map(is_blank, row[: len(draft.headers)]))}
        found = {row.row for row in draft.rows} | {left.row for left in draft.left_out}
        assert found <= filled
        if kind not in {
            SheetKind.FOLLOW_UPS,
            SheetKind.COURSES,
        }:  # a placement without any talk yet; a row that heads others
            assert found == filled
        if kind is not SheetKind.FOLLOW_UPS:
            assert len({row.row for row in draft.rows}) == len(draft.rows)
        assert all(isinstance(row, FollowUpRow) == (kind is SheetKind.FOLLOW_UPS) for row in draft.rows)
        assert all(left_out_message(left) for left in draft.left_out)

    check()
