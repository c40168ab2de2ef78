"""SU-08."""

import dataclasses
from fractions import Fraction

import pytest

from socialupph.documents.bars import VolumeBar, spread
from socialupph.documents.contract_summary import contract_summary
from socialupph.documents.paper import Paper
from socialupph.documents.text import Typesetter
from socialupph.domain.views.papers import (
    Amount,
    ContractSummaryPaper,
    LedgerBar,
    LedgerLinePaper,
    PaperPhrase,
    RequirementPaper,
)
from tests.documents import reading, samples


def printed(paper: ContractSummaryPaper) -> tuple[Paper, reading.Watcher]:
    seen = reading.Watcher.new()
    done = contract_summary(paper, samples.setting(), samples.fonts(), watch=seen)
    assert reading.outside(seen.marks) == []
    assert reading.overlapping(seen.marks) == []
    return done, seen


def lines(count: int) -> tuple[LedgerLinePaper, ...]:
    """Counting lines of one month each, but every ninth does not count."""
    return tuple(
        dataclasses.replace(
            samples.LEDGER_LINES[0],
            code=f"P-{index:04d}",
            volume=samples.amount(10),
            counted=samples.amount(0 if index % 9 == 8 else 10),
            counts=index % 9 != 8,
        )
        for index in range(count)
    )


def test_reads_in_order() -> None:
    text = reading.text(printed(samples.contract())[0])
    places = [
        text.index(part)
        for part in (
            "Kontraktssammanfattning K-2026-014 · Ombyggnad av Palissadens förskola",
            "Leverantör Påhittade Bygg",
            "Avtalstid 2026-01-12 – 2027-01-11",
            "Kravet Leverantören",
            "minst 16,0 heltidsmånader",
            "Inte uppfyllt ännu: 11,5 av 16,0 heltidsmånader (72 %).",
            "75 % = 12,0",
            "P-0004 2026",
            "Summa 15,5 11,5 av 16,0 heltidsmånader",
            "Målare 1, Palissaden",
            "Öppna frågor",
            "försenad 15 sep",
            "12 okt Besked",
        )
    ]
    assert places == sorted(places)


def test_tags() -> None:
    tags = reading.tags(printed(samples.contract())[0])
    kept = [tag for tag in tags if tag in {"H1", "H2", "BlockQuote", "Figure", "Table", "L"}]
    assert kept == ["H1", "L", "H2", "BlockQuote", "H2", "Figure", "Table", "H2", "Table", "H2", "L"]


@pytest.mark.parametrize("count", [1, 5, 8, 14, 22, 60])
def test_one_page_however_long_the_ledger(count: int) -> None:
    done, _seen = printed(samples.contract(samples.requirement(lines(count))))
    assert done.pages == 1 or count == 60


def test_a_long_ledger_tells_how_many_more_and_what_they_give() -> None:
    text = reading.text(printed(samples.contract(samples.requirement(lines(22))))[0])
    assert "och 14 till 14,0 14,0" in text
    assert "P-0005" in text
    assert "P-0006" not in text
    assert "P-0008" in text  # does not count, stays
    assert "Summa 15,5 11,5" in text


def test_a_long_clause_is_cut_at_a_word() -> None:
    clause = (PaperPhrase("Leverantören ska ta emot en låtsad person till. " * 40),)
    requirement = dataclasses.replace(samples.requirement(), clause=clause)
    done, _seen = printed(samples.contract(requirement))
    assert done.pages == 1
    assert "… fortsätter i registret" in reading.text(done)


def test_a_page_for_each_requirement() -> None:
    other = RequirementPaper("K-2026-014/2", "Dialog", (PaperPhrase("Leverantören ska delta i en dialog."),))
    done, _seen = printed(samples.contract(samples.requirement(), other))
    pages = reading.page_texts(done)
    assert len(pages) == 2
    assert "Krav K-2026-014/1" in pages[0]
    assert "Krav K-2026-014/2" in pages[1]
    assert "Öppna frågor" in pages[0]


def test_little_to_tell() -> None:
    bare = ContractSummaryPaper("K-2026-001", "Påhittat", "Fiktiva Fasader AB", None, None, (), ())
    text = reading.text(printed(bare)[0])
    assert "Kontraktet har inga krav." in text
    assert "Inget väntar på svar." in text
    assert "Avtalstid" not in text
    ledger = samples.requirement().ledger
    assert ledger is not None
    waiting = dataclasses.replace(samples.requirement(), ledger=dataclasses.replace(ledger, lines=()), places=())
    assert "Ingen placering ännu." in reading.text(printed(samples.contract(waiting))[0])


@pytest.mark.parametrize(
    ("agreed", "delivered", "planned", "threshold"),
    [
        (160, 115, 135, 120),
        (160, 0, 0, None),
        (160, 5, 155, 120),
        (160, 5, 160, 120),
        (160, 160, 160, None),
        (160, 200, 240, 120),
        (160, 161, 161, 120),
        (50, 1, 2, 37),
        (10_000, 9_999, 10_000, 7_500),
    ],
)
def test_bars_of_every_kind(agreed: int, delivered: int, planned: int, threshold: int | None) -> None:
    bar = LedgerBar(
        samples.amount(agreed),
        samples.amount(delivered),
        samples.amount(planned),
        samples.amount(threshold) if threshold else None,
        f"75 % = {threshold}" if threshold else "",
    )
    ledger = samples.requirement().ledger
    assert ledger is not None
    requirement = dataclasses.replace(samples.requirement(), ledger=dataclasses.replace(ledger, bar=bar))
    done, _seen = printed(samples.contract(requirement))
    text = reading.text(done)
    assert f"{samples.amount(delivered).text} levererat" in text
    assert (f"{samples.amount(planned).text} planerat" in text) == (planned > delivered)
    words = VolumeBar(Typesetter(samples.fonts()), bar, "heltidsmånader", 175).alternative()
    assert words.startswith(f"Skala från 0 till {samples.amount(agreed).text} heltidsmånader. Levererat")
    assert ("Gräns 75 %" in words) == bool(threshold)


def test_nothing_agreed_has_no_bar() -> None:
    nought = Amount(Fraction(0), "0")
    assert VolumeBar(Typesetter(samples.fonts()), LedgerBar(nought, nought, nought), "platser", 175).strips(4) == []


def test_texts_in_a_row_do_not_cover_one_another() -> None:
    starts = spread([(10, 30), (12, 30), (100, 20)], 0, 100)
    assert starts[0] >= 0
    assert starts[1] >= starts[0] + 30
    assert starts[2] == 80
