"""What stands once above a list of participants."""

import datetime as dt

import pytest

from socialupph.exchange.course_titles import CourseTitle, days_in, read_title

D, T = dt.date, dt.time


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2026-03-12", (D(2026, 3, 12),)),
        ("2026-03-12–13", (D(2026, 3, 12), D(2026, 3, 13))),
        ("2026-03-12 och 2026-04-02", (D(2026, 3, 12), D(2026, 4, 2))),
        ("2026-09-01–2026-09-03", (D(2026, 9, 1), D(2026, 9, 2), D(2026, 9, 3))),
        ("2026-09-04–2026-09-07", (D(2026, 9, 4), D(2026, 9, 7))),  # Friday to Monday
        ("12 mars 2026", (D(2026, 3, 12),)),
        ("12–13 mars 2026", (D(2026, 3, 12), D(2026, 3, 13))),
        ("12, 19 och 26 mars 2026", (D(2026, 3, 12), D(2026, 3, 19), D(2026, 3, 26))),
        ("30 mars–1 april 2026", (D(2026, 3, 30), D(2026, 3, 31), D(2026, 4, 1))),
        ("12/3 och 13/3 2026", (D(2026, 3, 12), D(2026, 3, 13))),
        ("3/9-26", (D(2026, 9, 3),)),
        ("260312", (D(2026, 3, 12),)),
        ("Kurs nr 12", ()),
        ("våren 2026", ()),
        ("12 mars", ()),
        ("070-174 06 10", ()),
        ("31 februari 2026", ()),
    ],
)
def test_days(text: str, days: tuple[dt.date, ...]):
    assert days_in(text) == days


def test_a_title_in_one_line():
    told = read_title(["Handledarutbildning 2026-03-12 kl. 9–16, Stadshuset"])
    assert told == CourseTitle("Handledarutbildning", "", (D(2026, 3, 12),), T(9), T(16), "Stadshuset")


@pytest.mark.parametrize(
    "title",
    [
        "Deltagarlista för Handledarutbildning den 12 mars 2026, kl 9.00-16.00 i Stadshuset",
        "12 mars 2026 kl 9–16 Handledarutbildning, Stadshuset",
        "Handledarutbildning torsdag 12/3 2026 (9.00–16.00), Stadshuset",
    ],
)
def test_the_same_in_other_words(title: str):
    told = read_title([title])
    assert (told.course, told.days, told.venue) == ("Handledarutbildning", (D(2026, 3, 12),), "Stadshuset")
    assert (told.starts_at, told.ends_at) == (T(9), T(16))


def test_labels_in_one_line_or_several():
    lines = [
        "Kurs: Handledarutbildning",
        "Datum: 2026-03-12",
        "Tid: 9–16",
        "Plats: Stadshuset",
        "Kursledare: Tuva K",
        "Antal platser: 20",
    ]
    expected = CourseTitle("Handledarutbildning", "", (D(2026, 3, 12),), T(9), T(16), "Stadshuset", "Tuva K", 20)
    assert read_title(lines) == expected
    assert read_title(["; ".join(lines)]) == expected
    assert read_title(["Kurstillfälle: Våren"]).session == "Våren"


def test_what_says_nothing_of_a_course():
    for line in ("Uppdaterad av Vera", "Får inte lämna rummet", "", "Kursledare:", "Datum: hösten", "Tid: förmiddag"):
        assert read_title([line]) == CourseTitle()


def test_the_first_word_is_believed_and_gaps_are_filled():
    told = read_title(["Handledarutbildning", "2026-03-12, Stadshuset", "Plats: Folkets hus"])
    assert (told.course, told.venue) == ("Handledarutbildning", "Stadshuset")
