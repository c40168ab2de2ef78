"""Occupations by typing, in the forms of openings and candidates."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from socialupph.domain.commands.code_lists import CodeRow
from socialupph.domain.kinds import CodeList
from socialupph.domain.queries import ListQuery
from socialupph.ui.features.candidates.forms import CandidateForm
from socialupph.ui.features.matching.forms import OpeningForm

PEOPLE = [CodeRow(2, "Ab1c_2De_f3G", "Målare"), CodeRow(3, "Hi4j_5Kl_m6N", "Arbetsledare, anläggning")]


@pytest.fixture
def read_in(world):
    world.services.code_lists.apply(CodeList.OCCUPATION, PEOPLE, source_name="yrken.csv")


def write(line, text):
    line.setFocus()
    for sign in text:
        QApplication.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign))


def pick(desk, line, text):
    write(line, text)
    line.search()
    desk.qtbot.keyClick(line._popup, Qt.Key.Key_Return)


def test_a_picked_occupation_keeps_its_concept_id_and_own_words_none(desk, world, read_in):
    start = {"requirement_id": world.requirement, "title": "Målning"}
    form = OpeningForm(desk.page.context, world.services, start=start)
    desk.page.opened.emit(form)
    desk.idle()
    line: Any = form.form.box("occupation").editor.target()
    pick(desk, line, "anlägg")
    assert (line.text(), form.form.box("occupation").under()) == (
        "Arbetsledare, anläggning",
        "Ur Arbetsförmedlingens lista",
    )
    desk.control(Qt.Key.Key_S)
    desk.idle()
    [opening] = world.services.openings.ids(ListQuery("code"))
    view = world.services.openings.view(opening)
    assert (view.occupation, view.occupation_concept_id) == ("Arbetsledare, anläggning", "Hi4j_5Kl_m6N")
    form = OpeningForm(desk.page.context, world.services, view)
    desk.page.opened.emit(form)
    desk.idle()
    line = form.form.box("occupation").editor.target()
    line.selectAll()
    write(line, "Alltiallo")
    desk.control(Qt.Key.Key_S)
    desk.idle()
    view = world.services.openings.view(opening)
    assert (view.occupation, view.occupation_concept_id) == ("Alltiallo", None)


def test_a_candidate_wishes_for_several(desk, world, read_in):
    form = CandidateForm(desk.page.context, world.services)
    desk.page.opened.emit(form)
    desk.idle()
    line = form.form.box("wished_occupations").editor.target()
    pick(desk, line, "anlägg")
    write(line, "alltiallo, målare")
    desk.control(Qt.Key.Key_S)
    desk.idle()
    [candidate] = world.services.candidates.ids(ListQuery("code"))
    view = world.services.candidates.view(candidate)
    assert view.wishes == ("Arbetsledare, anläggning", "alltiallo", "Målare")
    form = CandidateForm(desk.page.context, world.services, view)
    assert form.form.values()["wished_occupations"] == view.wishes
    form.deleteLater()
