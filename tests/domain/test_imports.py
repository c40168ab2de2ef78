"""What makes a row of a list the same contract the next time."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from socialupph.domain.commands.imports import ContractRow
from socialupph.domain.views.imports import ImportPreview, PreviewRow, RowState

ROW = ContractRow(
    2, number="2026-1", title="A", supplier_name="Prov AB", start=dt.date(2026, 1, 1), end=dt.date(2026, 12, 31)
)


def test_the_number_is_the_identity_whatever_the_title():
    assert ROW.identity == replace(ROW, number=" 2026-1", title="B", diary_number="KS 1").identity
    assert ROW.identity != replace(ROW, number="2026-2").identity


def test_else_diary_number_and_supplier():
    row = replace(ROW, number="", diary_number="KS 2026/1")
    assert row.identity == replace(row, diary_number="ks  2026/1", supplier_name="PROV AB").identity
    assert row.identity != replace(row, supplier_name="Annan AB").identity
    assert row.identity != replace(row, supplier_org_number="584459-1510").identity


def test_else_all_that_the_row_says():
    row = replace(ROW, number="")
    assert row.identity == replace(row, row=9, options=(12,)).identity
    assert row.identity != replace(row, title="B").identity
    assert row.identity != replace(row, value=Decimal(1)).identity


def test_drafts_and_titles():
    assert not ROW.is_draft
    assert replace(ROW, end=None).is_draft
    assert replace(ROW, number="").is_draft
    assert ROW.title_or_fallback == "A"
    assert replace(ROW, title="").title_or_fallback == "2026-1, Prov AB"
    assert replace(ROW, title="", number="", diary_number="KS 1").title_or_fallback == "KS 1, Prov AB"


def test_sums_of_a_preview():
    states = [RowState.NEW, RowState.NEW, RowState.CHANGED, RowState.UNCHANGED, RowState.ERROR]
    preview = ImportPreview(tuple(PreviewRow(number, state) for number, state in enumerate(states)))
    assert (preview.new, preview.changed, preview.unchanged, preview.errors) == (2, 1, 1, 1)
