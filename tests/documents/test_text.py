"""Measuring and breaking text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialupph.documents.text import Phrase, Typesetter
from socialupph.documents.theme import BODY, CELL, Cut
from tests.documents import samples

_ANY = st.text(max_size=80)


def setter() -> Typesetter:
    return Typesetter(samples.fonts())


@pytest.mark.parametrize(
    ("text", "room"),
    [
        ("Påhittade Bygg & Måleri i Exempelby AB", 49.0),
        ("Låtsas Lokalvård och Fönsterputs ek. för.", 40.0),
        ("Exempelbolaget med ett ganska långt namn HB", 60.0),
    ],
)
def test_form_of_a_company_never_starts_a_line(text: str, room: float) -> None:
    lines = setter().wrap(text, CELL, room)
    assert len(lines) > 1
    assert not any(line.startswith(("AB", "HB", "KB", "ek.", "för.")) for line in lines)


@pytest.mark.parametrize("room", range(14, 60, 3))
def test_dates_numbers_and_codes_stay_whole(room: int) -> None:
    wholes = (
        "P-0007",
        "2026-10-06",
        "75\u00a0%-regeln",
        "16,0 heltidsmånader",
        "25 sep",
        "84 500 kr",
        "kl. 09.00–16.00",
    )
    for whole in wholes:
        text = f"om {whole} och sedan {whole} igen"
        style = CELL
        if setter().width(whole, style) > room:
            continue
        assert any(whole in line for line in setter().wrap(text, style, room)), (whole, room)


def test_long_words_break_at_hyphen_slash_and_at() -> None:
    assert setter().wrap("Carina Fiktivsson-Platshållarbergsson", CELL, 40) == (
        "Carina Fiktivsson-",
        "Platshållarbergsson",
    )
    assert setter().wrap("fornamn.efternamn@exempelorganisationen.example", CELL, 62) == (
        "fornamn.efternamn@",
        "exempelorganisationen.example",
    )
    assert setter().wrap("Låtsasvägen/Fiktivgatan", CELL, 25) == ("Låtsasvägen/", "Fiktivgatan")


@given(_ANY, st.floats(6, 90))
def test_lines_hold_all_the_text_and_fit(text: str, room: float) -> None:
    it = setter()
    lines = it.wrap(text, BODY, room)
    assert "".join(lines) == it.clean(text)
    assert all(it.width(line.rstrip(" "), BODY) <= room + 0.02 or len(line) == 1 for line in lines)


@given(_ANY, st.floats(20, 90), st.integers(1, 3))
def test_a_cut_text_keeps_to_its_lines(text: str, room: float, most: int) -> None:
    it = setter()
    lines = it.cut(text, CELL, room, most)
    assert len(lines) <= most
    assert all(it.width(line.rstrip(" "), CELL) <= room + 0.02 for line in lines)


def test_a_cut_text_does_not_end_after_and() -> None:
    it = setter()
    ends = {it.cut("Teknik och fastighet i Exempelby & Låtsasby", CELL, room)[-1] for room in range(15, 70)}
    assert len(ends) > 3
    assert not any(re.search(r"\b(och|i|&) …$", end) for end in ends)


@given(st.lists(st.tuples(_ANY, st.booleans()), max_size=5), st.floats(20, 120))
def test_phrases_fit_and_keep_their_words(parts: list[tuple[str, bool]], room: float) -> None:
    it = setter()
    lines = it.wrap_phrases([Phrase(text, strong) for text, strong in parts], BODY, room)
    for line in lines:
        assert sum(it.width(piece.text, piece.style) for piece in line) <= room + it.width(" ", BODY) + 0.05
    drawn = "".join(piece.text for line in lines for piece in line)
    assert drawn.replace(" ", "") == "".join(it.clean(text) for text, _strong in parts).replace(" ", "")


def test_phrases_keep_their_cut() -> None:
    lines = setter().wrap_phrases([Phrase("minst "), Phrase("16,0", strong=True), Phrase(".")], BODY, 100)
    assert [(piece.text, piece.style.cut) for piece in lines[0]] == [
        ("minst ", Cut.REGULAR),
        ("16,0", Cut.SEMIBOLD),
        (".", Cut.REGULAR),
    ]


def test_a_cut_sentence_says_where_the_rest_is() -> None:
    it = setter()
    lines = it.cut_phrases([Phrase("Ett krav som är långt. " * 30)], BODY, 100, 2)
    assert len(lines) == 2
    assert lines[-1][-1].text.endswith("… fortsätter i registret")


def test_missing_characters_are_drawn_as_a_box_and_told() -> None:
    it = setter()
    assert it.clean("Påhitt \U0001f600 محمد") == "Påhitt □ □□□□"
    assert list(it.missing) == ["Påhitt \U0001f600 محمد"]


def test_text_is_composed_and_soft_hyphens_go() -> None:
    it = setter()
    assert it.clean("A\u030asa Nguye\u0302\u0303n fo\u00adreta\tg\r\n AB") == "Åsa Nguyễn foreta g AB"
    assert not it.missing
