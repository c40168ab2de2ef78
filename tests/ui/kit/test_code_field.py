"""Fields for codes of a long list: found by typing, picked by Enter, one's own words where they are allowed."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QListView

from socialupph.domain.errors import RuleViolation
from socialupph.specs.forms import Field, FieldKind, FormSpec, Section
from socialupph.ui.kit.code_field import CodeLine
from socialupph.ui.kit.form import Form, Providers
from socialupph.ui.kit.search_line import LookupHit
from tests.ui.kit.fakes import Lookups, parse_date

CPV = {"45000000": "Anläggningsarbete", "90910000": "Städning", "90919300": "Städning av skolor"}
WORK = ("Målare", "Arbetsledare, anläggning", "Städare")
SPEC = FormSpec(
    "codes",
    "Koder",
    (
        Section(
            "",
            (
                Field("title", "Benämning"),
                Field("cpv", "CPV-kod", FieldKind.CODE, lookup="cpv"),
                Field("work", "Yrke", FieldKind.CODE, lookup="work", free=True),
                Field("wishes", "Yrken", FieldKind.CODES, lookup="work", free=True),
            ),
        ),
    ),
)


class Codes:
    """Three codes and three occupations."""

    def __init__(self):
        self.whole = {"work"}

    def find(self, which, text, limit):
        needle = text.casefold()
        if which == "cpv":
            hits = [LookupHit(0, f"{code} {name}", "x", code) for code, name in CPV.items()]
        else:
            hits = [LookupHit(0, name, "Bygg", name) for name in WORK]
        return [hit for hit in hits if needle in hit.text.casefold()][:limit]

    def shown(self, which, value):
        return f"{value} {CPV[value]}" if value in CPV else value

    def meant(self, which, text):
        if which == "work":
            return next((name for name in WORK if name.casefold() == text.casefold()), text)
        if text[:8] in CPV:
            return text[:8]
        raise RuleViolation("code_list.no_cpv", "cpv")

    def hint(self, which, value):
        return "" if self.knows(which, value) else "Egna ord"

    def knows(self, which, value):
        return value in CPV or value in WORK

    def is_whole(self, which):
        return which in self.whole


@pytest.fixture
def codes():
    return Codes()


@pytest.fixture
def form(shown, codes):
    return shown(Form(SPEC, Providers(parse_date, Lookups(), codes)), 800, 700)


def line(form, key) -> CodeLine:
    found = form.box(key).editor.target()
    assert isinstance(found, CodeLine)
    return found


def write(widget, text):
    """Type, also what no key of a test has: å, ä and ö."""
    for sign in text:
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign))


def typed(qtbot, form, key, text):
    """The line after typing, with its list open."""
    found = line(form, key)
    found.setFocus()
    write(found, text)
    found.search()
    return found


def offered(found):
    model = found._popup.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_enter_picks_the_first_and_the_name_is_shown(qtbot, form):
    found = typed(qtbot, form, "cpv", "städ")
    assert offered(found) == ["90910000 Städning", "90919300 Städning av skolor", "Läs in hela listan …"]
    qtbot.keyClick(found._popup, Qt.Key.Key_Return)
    assert found.text() == "90910000 Städning"
    assert form.values()["cpv"] == "90910000"
    assert form.is_changed()
    assert not found._popup.isVisible()


def test_arrows_go_through_what_was_found(qtbot, form):
    found = typed(qtbot, form, "cpv", "städ")
    qtbot.keyClick(found._popup, Qt.Key.Key_Down)
    qtbot.keyClick(found._popup, Qt.Key.Key_Return)
    assert form.values()["cpv"] == "90919300"


def test_a_code_may_be_typed_whole(qtbot, form):
    found = line(form, "cpv")
    found.setFocus()
    write(found, "45000000")
    qtbot.keyClick(found, Qt.Key.Key_Tab)
    assert found.text() == "45000000 Anläggningsarbete"
    assert form.values()["cpv"] == "45000000"


def test_what_is_no_code_is_told_and_kept(qtbot, form):
    found = line(form, "cpv")
    found.setFocus()
    write(found, "skridskor")
    qtbot.keyClick(found, Qt.Key.Key_Tab)
    assert form.box("cpv").error() == "Välj i listan, eller skriv en CPV-kod med åtta siffror."
    assert found.text() == "skridskor"
    found.setFocus()
    qtbot.keyClick(found, Qt.Key.Key_Backspace)
    assert form.box("cpv").error() == ""


def test_what_a_record_says_already_is_never_refused(form):
    form.set_values({"cpv": "som i förra avtalet", "work": "Alltiallo"})
    assert form.values()["cpv"] == "som i förra avtalet"
    assert form.values()["work"] == "Alltiallo"


def test_an_empty_field_is_none(qtbot, form):
    form.set_values({"cpv": "45000000"})
    found = line(form, "cpv")
    found.setFocus()
    found.selectAll()
    qtbot.keyClick(found, Qt.Key.Key_Delete)
    assert form.values()["cpv"] is None
    assert form.values()["wishes"] == ()


def test_one_s_own_words_are_kept_by_tab(qtbot, form):
    found = typed(qtbot, form, "work", "Mål")
    assert found._popup.isVisible()
    qtbot.keyClick(found._popup, Qt.Key.Key_Tab)
    assert form.values()["work"] == "Mål"
    assert form.box("work").under() == "Egna ord"


def test_the_list_s_own_spelling_is_taken(qtbot, form):
    found = line(form, "work")
    found.setFocus()
    write(found, "målare")
    qtbot.keyClick(found, Qt.Key.Key_Tab)
    assert found.text() == "Målare"
    assert form.box("work").under() == ""


def test_escape_closes_the_list_and_keeps_the_words(qtbot, form):
    found = typed(qtbot, form, "work", "Måla")
    qtbot.keyClick(found._popup, Qt.Key.Key_Escape)
    assert not found._popup.isVisible()
    assert form.values()["work"] == "Måla"


def test_the_last_line_asks_for_the_whole_list(qtbot, form, codes):
    found = typed(qtbot, form, "cpv", "anlägg")
    qtbot.keyClick(found._popup, Qt.Key.Key_Down)
    with qtbot.waitSignal(form.list_asked) as asked:
        qtbot.keyClick(found._popup, Qt.Key.Key_Return)
    assert asked.args == ["cpv"]
    assert found.text() == "anlägg"
    codes.whole.add("cpv")
    found.search()
    assert offered(found) == ["45000000 Anläggningsarbete"]
    found._popup.hide()


def test_enter_alone_never_leads_away(qtbot, form):
    found = typed(qtbot, form, "cpv", "skridskor")
    assert offered(found) == ["Läs in hela listan …"]
    with qtbot.assertNotEmitted(form.list_asked):
        qtbot.keyClick(found._popup, Qt.Key.Key_Return)
    assert found.text() == "skridskor"


def test_several_are_picked_typed_and_dropped_by_keyboard(qtbot, form):
    editor = form.box("wishes").editor
    found = typed(qtbot, form, "wishes", "anlägg")
    qtbot.keyClick(found._popup, Qt.Key.Key_Return)
    assert found.text() == ""
    write(found, "alltiallo")
    qtbot.keyClick(found, Qt.Key.Key_Return)
    assert editor.value() == ("Arbetsledare, anläggning", "alltiallo")
    write(found, "målare, Bagare, målare")
    qtbot.keyClick(found, Qt.Key.Key_Tab)
    assert form.values()["wishes"] == ("Arbetsledare, anläggning", "alltiallo", "Målare", "Bagare")
    chip = editor._flow.itemAt(1).widget()
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert editor.value() == ("Arbetsledare, anläggning", "Målare", "Bagare")
    assert found.hasFocus()


def test_a_name_with_a_comma_is_one(qtbot, form):
    found = line(form, "wishes")
    found.setFocus()
    write(found, "arbetsledare, anläggning")
    qtbot.keyClick(found, Qt.Key.Key_Return)
    assert form.values()["wishes"] == ("Arbetsledare, anläggning",)


def test_a_draft_keeps_what_is_chosen_and_what_is_typed(qtbot, form, shown, codes):
    form.set_values({"cpv": "konstigt", "work": "Målare", "wishes": ("Städare",)})
    line(form, "work").end(False)
    write(line(form, "work"), " och snickare")
    write(line(form, "wishes"), "alltiall")
    draft = form.draft_values()
    other = shown(Form(SPEC, Providers(parse_date, Lookups(), codes)), 800, 700)
    other.restore_draft(draft)
    assert other.values()["cpv"] == "konstigt"
    assert other.values()["work"] == "Målare och snickare"
    assert other.values()["wishes"] == ("Städare", "alltiall")


def test_a_screen_reader_hears_the_field_and_what_was_found(qtbot, form):
    found = typed(qtbot, form, "cpv", "skolor")
    assert found.accessibleName() == "CPV-kod"
    model = found._popup.model()
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert said == ["90919300 Städning av skolor, x", "Läs in hela listan …"]
    found._popup.hide()


@pytest.mark.parametrize("mode", ["light", "dark", "contrast"])
def test_it_paints_in_every_theme(qtbot, form, qapp, theme, mode):
    theme.apply(qapp, mode)
    form.set_values({"cpv": "45000000", "wishes": WORK})
    found = typed(qtbot, form, "cpv", "")
    assert isinstance(found._popup, QListView)
    assert not found._popup.grab().isNull()
    assert not form.grab().isNull()
    found._popup.hide()


def test_without_a_register_nothing_is_found(shown, qtbot):
    form = shown(Form(SPEC, Providers(parse_date, Lookups())), 800, 700)
    found = typed(qtbot, form, "cpv", "städ")
    assert not found._popup.isVisible()
    assert form.values()["cpv"] == "städ"
