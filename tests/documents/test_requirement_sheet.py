"""The ledger that the domain counts, on paper."""

import datetime as dt
from dataclasses import replace

from socialupph.documents.contract_summary import contract_summary
from socialupph.documents.requirement_sheet import requirement_sheet
from socialupph.domain.ledger import (
    EndCause,
    LedgerPlace,
    LedgerPlacement,
    RequirementTerms,
    RequirementUnit,
    ledger_of,
)
from tests.documents import reading, samples

TODAY = dt.date(2026, 9, 22)
TERMS = RequirementTerms(volume=16, places=4, minimum_months=4, period_start=dt.date(2026, 1, 12))
PLACEMENTS = (
    LedgerPlacement(1, "P-0004", dt.date(2026, 1, 12), dt.date(2026, 5, 11), person=1, place="a"),
    LedgerPlacement(
        2,
        "P-0007",
        dt.date(2026, 1, 12),
        dt.date(2026, 5, 11),
        person=2,
        actual_end=dt.date(2026, 3, 27),
        opens_75=True,
        interrupted=True,
        end_cause=EndCause.PARTICIPANT,
    ),
    LedgerPlacement(3, "P-0009", dt.date(2026, 2, 2), dt.date(2026, 5, 31), person=3, was_there_at_contract_start=True),
    LedgerPlacement(4, "P-0016", dt.date(2026, 7, 23), dt.date(2026, 11, 22), person=4),
)


def test_the_ledger_becomes_a_page() -> None:
    ledger = ledger_of(TERMS, PLACEMENTS, TODAY, places=(LedgerPlace("a", "Målare 1"), LedgerPlace("b", "Lager")))
    sheet = requirement_sheet("K-2026-014/1", "Praktik", "Låtsat krav.", ledger, {1: "100\u00a0%"})
    assert sheet.ledger is not None
    assert sheet.ledger.bar is not None
    assert sheet.ledger.bar.threshold_label == "75\u00a0% = 12,0"
    assert [line.counts for line in sheet.ledger.lines] == [True, True, False, True]
    seen = reading.Watcher.new()
    done = contract_summary(samples.contract(sheet), samples.setting(), samples.fonts(), watch=seen)
    assert reading.outside(seen.marks) == []
    text = reading.text(done)
    assert "av 16,0 heltidsmånader" in text
    assert "P-0007 avbröts av deltagaren" in text
    assert "2026-07-23 – pågår" in text
    assert "100 %" in text
    assert "Lager" in text


def test_units_without_decimals_and_requirements_without_volume() -> None:
    whole = ledger_of(replace(TERMS, unit=RequirementUnit.PERSONS, volume=4, places=None), PLACEMENTS, TODAY)
    sheet = requirement_sheet("K-2026-014/2", "Antal", "Fyra personer.", whole)
    assert sheet.ledger is not None
    assert sheet.ledger.bar is not None
    assert sheet.ledger.bar.agreed.text == "4"
    assert sheet.ledger.sum_note == ""
    dialogue = ledger_of(RequirementTerms(), (), TODAY)
    bare = requirement_sheet("K-2026-014/3", "Dialog", "En dialog.", dialogue)
    assert bare.ledger is None
    done = contract_summary(samples.contract(sheet, bare), samples.setting(), samples.fonts())
    assert done.pages == 2
