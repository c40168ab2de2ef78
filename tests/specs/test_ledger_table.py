"""The ledger as tables and as the figures of its bar."""

import datetime as dt
from fractions import Fraction

from socialupph.domain.ledger import LedgerPlace, LedgerPlacement, RequirementTerms, RequirementUnit, ledger_of
from socialupph.specs import ledger_table

TODAY = dt.date(2026, 9, 22)


def placement(number, start, end, **more):
    return LedgerPlacement(number, f"P-{number:04d}", dt.date.fromisoformat(start), dt.date.fromisoformat(end), **more)


def ledger(terms, *placements, places=()):
    return ledger_of(terms, placements, TODAY, places=places)


def months(*placements, volume=16):
    return ledger(RequirementTerms(volume=volume, period_end=dt.date(2027, 6, 30)), *placements)


def test_the_bar_has_a_piece_for_each_placement_that_counts():
    made = months(
        placement(1, "2026-03-16", "2026-05-15", person=1),
        placement(2, "2026-02-02", "2026-07-31", person=2, was_there_at_contract_start=True),
        placement(3, "2026-09-01", "2026-12-31", person=3),
    )
    figures = ledger_table.bar_figures(made)
    assert figures is not None
    assert [piece.code for piece in figures.pieces] == ["P-0001", "P-0003"]
    assert sum((piece.amount for piece in figures.pieces), Fraction(0)) == made.delivered
    assert figures.planned == made.planned - made.delivered
    assert figures.delivered_text == "2,7 levererat"
    assert figures.planned_text == "planerat till 6,0"
    assert (figures.threshold, figures.threshold_text) == (Fraction(12), "75\u00a0% = 12,0")
    assert figures.volume_text == "16,0 heltidsmånader"


def test_places_have_a_piece_each_and_no_mark():
    terms = RequirementTerms(RequirementUnit.PLACES, 4, minimum_months=4, period_end=dt.date(2027, 6, 30))
    made = ledger(
        terms, placement(1, "2026-02-16", "2026-06-15", person=1), placement(2, "2026-09-01", "2026-10-01", person=2)
    )
    figures = ledger_table.bar_figures(made)
    assert figures is not None
    assert [(piece.code, piece.amount) for piece in figures.pieces] == [("P-0001", 1)]
    assert figures.threshold is None
    assert (figures.delivered_text, figures.volume_text) == ("1 levererat", "4 platser")
    assert ledger_table.counts_places(made)
    rows = ledger_table.place_rows(made.places)
    assert [(row.codes, row.mark.word, row.done) for row in rows[:1]] == [("P-0001", "Levererad", "4 mån")]


def test_no_bar_without_volume_or_for_hours():
    assert ledger_table.bar_figures(ledger(RequirementTerms(volume=None))) is None
    assert ledger_table.bar_figures(ledger(RequirementTerms(RequirementUnit.HOURS, 100))) is None


def test_one_is_one():
    figures = ledger_table.bar_figures(ledger(RequirementTerms(RequirementUnit.PLACES, 1)))
    assert figures is not None
    assert figures.volume_text == "1 plats"


def test_the_sum_tells_what_is_missing():
    assert ledger_table.sum_note(months(placement(1, "2026-03-16", "2026-05-15", person=1))) == "saknas 14,0 till 16,0"
    opened = months(
        placement(
            1, "2026-01-01", "2026-12-31", person=1, actual_end=dt.date(2026, 6, 30), opens_75=True, interrupted=True
        )
    )
    assert ledger_table.sum_note(opened) == "saknas 6,0 till 12,0 och 10,0 till 16,0"
    enough = months(
        placement(
            1, "2026-01-01", "2026-12-31", person=1, actual_end=dt.date(2026, 6, 30), opens_75=True, interrupted=True
        ),
        volume=7,
    )
    assert ledger_table.sum_note(enough) == "räcker; 1,0 till 7,0 saknas"
    assert ledger_table.sum_note(months(placement(1, "2026-03-16", "2026-05-15", person=1), volume=2)) == ""


def test_seats_of_one_opening_are_numbered():
    terms = RequirementTerms(RequirementUnit.PLACES, 2, minimum_months=4)
    made = ledger(terms, places=(LedgerPlace("PL-1", "Snickare", 2), LedgerPlace("PL-2", "Målare", 1)))
    assert [row.title for row in ledger_table.place_rows(made.places)] == ["Snickare 1", "Snickare 2", "Målare"]
