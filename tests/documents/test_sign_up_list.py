"""SU-01."""

import dataclasses
import datetime as dt
import re
import zlib

import pytest

from socialupph.documents.seats import Seats
from socialupph.documents.sign_up_list import sign_up_list
from socialupph.documents.text import Typesetter
from socialupph.domain.sign_ups import SeatCounts
from socialupph.domain.views.papers import SignUpListPaper
from tests.documents import reading, samples


def told(paper: SignUpListPaper) -> str:
    return reading.text(sign_up_list(paper, samples.setting(), samples.fonts()))


@pytest.mark.parametrize("count", [0, 1, 18, 60, 500])
def test_everybody_is_there_once_and_no_row_is_split(count: int) -> None:
    seen = reading.Watcher.new()
    paper = sign_up_list(samples.sign_ups(count), samples.setting(), samples.fonts(), watch=seen)
    assert reading.outside(seen.marks) == []
    numbers = [int(mark.text) for mark in seen.marks if mark.left == 20 and mark.text.isdecimal()]
    assert numbers == [*range(1, count + 1), 1, 2, 3]
    heads = [mark.page for mark in seen.marks if mark.text == "Organisation"]
    assert set(heads) == set(range(1, paper.pages + 1)) or count == 0
    assert reading.tags(paper).count("THead") == (2 if count else 1)


def test_no_row_is_cut_by_the_end_of_a_page() -> None:
    seen = reading.Watcher.new()
    sign_up_list(samples.sign_ups(60), samples.setting(), samples.fonts(), watch=seen)
    body = [mark for mark in seen.marks if mark.kind == "text" and 34 < mark.top < 277]
    assert max(mark.bottom for mark in body) < 272


def test_reads_in_order() -> None:
    text = told(samples.sign_ups())
    places = [
        text.index(part)
        for part in (
            "Anmälningslista Handledarutbildning",
            "Tillfälle S-0003",
            "tis 6 och ons 7 oktober 2026 kl. 09.00–16.00",
            "17 av 18 platser tagna",
            "Platser i turordning",
            "Ingrid Låtsasson",
            "Reservlista",
            "Nadia Påhittbar",
            "Avanmälda",
            "1 person har avanmält sig",
        )
    ]
    assert places == sorted(places)
    assert "väntelista" not in text.lower()
    assert "Låtsas Lokalvård och Fönsterputs ek. för." in text


def test_times_are_swedish_and_late_ones_say_so() -> None:
    lines = tuple(
        dataclasses.replace(samples.seated(1)[0], received_at=moment, late=late)
        for moment, late in (
            (dt.datetime(2026, 7, 1, 22, 30, tzinfo=dt.UTC), False),
            (dt.datetime(2026, 12, 1, 22, 30, tzinfo=dt.UTC), True),
        )
    )
    text = told(dataclasses.replace(samples.sign_ups(), seated=lines, waiting=()))
    assert "Anmäld 2026" in text
    assert "2 jul 00.30" in text
    assert "1 dec 23.30 sen" in text


def test_sign_ups_of_two_years_carry_theirs() -> None:
    one, other = samples.seated(2)
    other = dataclasses.replace(other, received_at=dt.datetime(2025, 12, 1, 8, tzinfo=dt.UTC))
    text = told(dataclasses.replace(samples.sign_ups(), seated=(one, other), waiting=()))
    assert "1 dec 2025 09.00" in text
    assert "Anmäld 20" not in text


def test_empty_lists_are_sentences() -> None:
    text = told(dataclasses.replace(samples.sign_ups(0), waiting=(), withdrawn=0))
    assert "Ingen har fått en plats ännu." in text
    assert "Ingen står på reservlistan." in text
    assert "Avanmälda" not in text


def test_long_names_are_whole_and_long_organisations_two_lines() -> None:
    name = "Maximiliana-Alexandra Exempelsson von und zu Fiktivsson-Låtsas"
    organisation = ("Påhittade Exempelbolaget för Lokalvård och Fönsterputs i Norra Exempelby med omnejd " * 2)[:120]
    line = dataclasses.replace(samples.seated(1)[0], name=name, organisation=organisation)
    seen = reading.Watcher.new()
    paper = dataclasses.replace(samples.sign_ups(1), seated=(line,))
    sign_up_list(paper, samples.setting(), samples.fonts(), watch=seen)
    assert "".join(mark.text for mark in seen.marks if 28 < mark.left < 29 and mark.text != "Namn").startswith(name)
    column = [mark.text for mark in seen.marks if 71 < mark.left < 72.5]
    assert column[0] == "Organisation"
    assert column[2].endswith(" …")
    assert reading.outside(seen.marks) == []


def test_waiting_list_never_leaves_its_heading() -> None:
    for count in range(14, 24):
        seen = reading.Watcher.new()
        sign_up_list(samples.sign_ups(count, in_line=9), samples.setting(), samples.fonts(), watch=seen)
        heading = next(mark for mark in seen.marks if mark.text == "Reservlista")
        first_two = [mark.page for mark in seen.marks if mark.text in {"Nadia Påhittbar", "Per-Olof Fiktivsi"}][:2]
        assert first_two == [heading.page] * 2


@pytest.mark.parametrize(
    ("count", "until", "words"),
    [
        (
            SeatCounts(18, 14, 3, 1, 3, 0),
            dt.date(2026, 9, 25),
            "17 av 18 platser tagna, 1 erbjuden till och med 25 september, 0 lediga, 3 på reservlistan",
        ),
        (SeatCounts(18, 0, 0, 0, 0, 0), None, "0 av 18 platser tagna, 0 erbjudna, 18 lediga, 0 på reservlistan"),
        (SeatCounts(60, 30, 10, 3, 0, 0), None, "40 av 60 platser tagna"),
        (SeatCounts(2, 3, 0, 0, 30, 0), None, "3 av 2 platser tagna"),
        (SeatCounts(0, 0, 0, 0, 4, 0), None, "0 av 0 platser tagna"),
        (SeatCounts(1, 1, 0, 0, 0, 0), None, "1 av 1 plats tagen"),
        (SeatCounts(3, 1, 0, 1, 20, 0), dt.date(2026, 9, 25), "1 av 3 platser tagna"),
    ],
)
def test_seats_are_told_in_words_and_drawn_in_place(count: SeatCounts, until: dt.date | None, words: str) -> None:
    assert words in Seats(Typesetter(samples.fonts()), count, until, 175).alternative()
    seen = reading.Watcher.new()
    paper = dataclasses.replace(samples.sign_ups(), seats=count, offered_until=until)
    done = sign_up_list(paper, samples.setting(), samples.fonts(), watch=seen)
    assert reading.outside(seen.marks) == []
    assert reading.overlapping(seen.marks) == []
    assert "Figure" in reading.tags(done)
    assert re.search(rb"/S/Figure/P \d+ 0 R/Alt<feff", _unpacked(done.bytes))


def _unpacked(data: bytes) -> bytes:
    parts = [
        zlib.decompress(part) for part in re.findall(rb"/ObjStm[^>]*>>\nstream\n(.*?)\nendstream", data, re.DOTALL)
    ]
    return b"\n".join(parts)
