"""Forms: every kind of field read and shown, errors where they belong, drafts, and the keyboard."""

import datetime as dt
import json
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit

from socialupph.domain.errors import RuleViolation
from socialupph.specs.forms import Field, FieldKind, FormSpec, Section
from socialupph.specs.tables import Choice
from socialupph.ui.kit.form import Form, FormFoot, FormIncomplete, Providers
from socialupph.ui.kit.lookup import LookupLine
from socialupph.ui.kit.style import ERROR_PROPERTY
from tests.ui.kit.fakes import Lookups, parse_date

CHOICES = (Choice("practice", "Arbetspraktik"), Choice("job", "Anställning"))
SPEC = FormSpec(
    "placement",
    "Placering",
    (
        Section(
            "Period",
            (
                Field("start", "Start", FieldKind.DATE, required=True, half=True, help="Till exempel 3/9"),
                Field("met", "Mötet", FieldKind.MOMENT, half=True),
                Field("form", "Form", FieldKind.CHOICE, choices=CHOICES, half=True),
                Field("share", "Omfattning", FieldKind.PERCENT, half=True),
            ),
        ),
        Section(
            "Annat",
            (
                Field("title", "Rubrik", limit=12),
                Field("org", "Organisationsnummer", FieldKind.ORG_NUMBER),
                Field("mail", "E-post", FieldKind.EMAIL),
                Field("phone", "Telefon", FieldKind.PHONE),
                Field("note", "Anteckning", FieldKind.LONG_TEXT),
                Field("count", "Antal", FieldKind.INTEGER),
                Field("months", "Månader", FieldKind.DECIMAL),
                Field("value", "Värde", FieldKind.MONEY),
                Field("needs", "Anpassningar", FieldKind.CHOICES, choices=lambda: CHOICES),
                Field("protected", "Skyddade uppgifter", FieldKind.FLAG),
                Field("alias", "Kod", required=True, shown_when=("protected", frozenset({"true"}))),
                Field("supplier", "Leverantör", FieldKind.LOOKUP, lookup="supplier", creates=True),
                Field("people", "Med", FieldKind.LOOKUPS, lookup="supplier"),
            ),
        ),
    ),
)
VALUES = {
    "start": dt.date(2026, 9, 7),
    "met": dt.datetime(2026, 9, 7, 11, 0, tzinfo=dt.UTC),
    "form": "job",
    "share": Decimal("37.5"),
    "title": "Grönytor",
    "org": "556000-0167",
    "mail": "a@b.se",
    "phone": "070-000 00 17",
    "note": "Två\nrader",
    "count": 12,
    "months": Decimal("11.1"),
    "value": Decimal(84500),
    "needs": ("practice",),
    "protected": True,
    "alias": "KA-1",
    "supplier": 3,
    "people": (1, 2),
}


@pytest.fixture
def form(shown):
    return shown(Form(SPEC, Providers(parse_date, Lookups())), 800, 900)


def target(form, key, kind: type = QLineEdit) -> Any:
    found = form.box(key).editor.target()
    assert isinstance(found, kind)
    return found


def type_in(qtbot, form, key, text):
    line = target(form, key)
    line.setFocus()
    line.clear()
    if text.isascii():
        qtbot.keyClicks(line, text)
    else:  # QTest can only press keys of ASCII
        line.setText(text)
        line.textEdited.emit(text)
    return line


def test_every_kind_gives_back_what_it_was_given(form):
    form.set_values(VALUES)
    assert form.values() == VALUES
    assert not form.is_changed()


def test_values_are_shown_the_swedish_way(form):
    form.set_values(VALUES)
    shown = {key: target(form, key).text() for key in ("start", "met", "share", "count", "months", "value", "supplier")}
    assert shown == {
        "start": "2026-09-07",
        "met": "2026-09-07 13.00",
        "share": "37,5\u00a0%",
        "count": "12",
        "months": "11,1",
        "value": "84\u00a0500\u00a0kr",
        "supplier": "Ängsbacka Måleri HB",
    }


def test_an_empty_form_gives_nothing_and_says_what_is_missing(form):
    with pytest.raises(FormIncomplete) as caught:
        form.values()
    assert list(caught.value.problems) == ["start"]
    assert form.box("start").error()
    form.set_values({"start": dt.date(2026, 9, 7)})
    empty = form.values()
    assert {key for key, value in empty.items() if value is not None} == {"start", "needs", "protected", "people"}
    assert (empty["needs"], empty["protected"], empty["people"]) == ((), False, ())


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("start", "idag", dt.date(2026, 9, 22)),
        ("met", "2026-09-07 8.30", dt.datetime(2026, 9, 7, 6, 30, tzinfo=dt.UTC)),
        ("met", "idag kl. 0830", dt.datetime(2026, 9, 22, 6, 30, tzinfo=dt.UTC)),
        ("share", "75 %", Decimal(75)),
        ("count", "1 234", 1234),
        ("count", "\u22123", -3),
        ("months", "0,5", Decimal("0.5")),
        ("months", "0.5", Decimal("0.5")),
        ("value", "84 500 kr", Decimal(84500)),
        ("org", "5560000167", "556000-0167"),
        ("title", "  Snö  ", "Snö"),
        ("title", "   ", None),
    ],
)
def test_what_may_be_typed(qtbot, form, key, typed, value):
    form.set_values(VALUES)
    type_in(qtbot, form, key, typed)
    assert form.values()[key] == value
    assert form.is_changed()


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("start", "2026-02-30"),
        ("met", "2026-09-07"),
        ("met", "2026-09-07 25.00"),
        ("share", "halvtid"),
        ("count", "1,5"),
        ("months", "nan"),
        ("value", "mycket"),
        ("supplier", "Bygg"),
        ("people", "Bygg"),
    ],
)
def test_what_cannot_be_read_stands_under_its_field(qtbot, form, key, typed):
    form.set_values(VALUES)
    line = type_in(qtbot, form, key, typed)
    with pytest.raises(RuleViolation) as caught:
        form.values()
    assert caught.value.field == key
    assert line.text() == typed
    assert line.property(ERROR_PROPERTY)
    assert line.hasFocus()
    assert form.box(key).under() == form.box(key).error() == line.accessibleDescription()
    assert line.accessibleDescription()


def test_several_problems_are_counted_and_the_first_gets_the_keyboard(qtbot, form):
    type_in(qtbot, form, "count", "x")
    with pytest.raises(FormIncomplete) as caught:
        form.values()
    assert set(caught.value.problems) == {"start", "count"}
    assert target(form, "start").hasFocus()
    assert "2 fält" in " ".join(label.text() for label in form.findChildren(QLabel) if label.isVisible())


def test_an_error_goes_when_one_types(qtbot, form):
    form.show_error("title", "Så får den inte heta.")
    assert target(form, "title").hasFocus()
    qtbot.keyClicks(target(form, "title"), "x")
    assert form.box("title").error() == ""
    assert not target(form, "title").property(ERROR_PROPERTY)


def test_an_error_for_an_unknown_field_is_a_fault(form):
    assert not form.has_field("nothing")
    assert not form.has_field(None)
    with pytest.raises(KeyError):
        form.show_error("nothing", "x")


def test_leaving_a_field_shows_the_date_as_it_was_read(qtbot, form):
    line = type_in(qtbot, form, "start", "idag")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert line.text() == "2026-09-22"
    assert form.box("start").under() == "tisdag, v.\u00a039"
    assert form.box("start").error() == ""


def test_leaving_a_field_says_at_once_what_cannot_be_read(qtbot, form):
    line = type_in(qtbot, form, "count", "x")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert form.box("count").error()


def test_help_stands_until_there_is_something_to_say(form):
    assert form.box("start").under() == "Till exempel 3/9"
    form.show_error("start", "Fel.")
    assert form.box("start").under() == "Fel."
    form.clear_errors()
    assert form.box("start").under() == "Till exempel 3/9"


def test_labels_say_what_must_be_filled_in_and_belong_to_their_field(form):
    labels = {label.text(): label for label in form.findChildren(QLabel)}
    assert labels["Start (måste fyllas i)"].buddy() is target(form, "start")
    assert target(form, "start").accessibleName() == "Start"


def test_a_field_comes_and_goes_with_another(qtbot, form):
    box = form.box("alias")
    assert box.isHidden()
    form.set_values({"start": dt.date(2026, 9, 7)})
    assert form.values()["alias"] is None
    flag = target(form, "protected", QCheckBox)
    flag.setChecked(True)
    assert not box.isHidden()
    with pytest.raises(FormIncomplete):
        form.values()


def test_text_has_a_longest_length(qtbot, form):
    type_in(qtbot, form, "title", "0123456789abcdef")
    assert target(form, "title").text() == "0123456789ab"
    area = target(form, "note", QPlainTextEdit)
    area.setPlainText("x" * 5000)
    assert len(area.toPlainText()) == 4000


def test_tab_leaves_a_long_text(qtbot, form):
    area = target(form, "note", QPlainTextEdit)
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert not area.hasFocus()
    assert area.toPlainText() == ""


def test_the_wheel_does_not_change_a_choice_one_scrolls_past(form):
    combo = target(form, "form", QComboBox)
    form.set_values({"form": "practice"})
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(combo, wheel)
    assert form.box("form").editor.value() == "practice"
    combo.setFocus()
    QApplication.sendEvent(combo, wheel)
    assert form.box("form").editor.value() == "job"


# ---- drafts


def test_a_draft_keeps_what_is_only_half_typed(qtbot, form):
    form.set_values(VALUES)
    type_in(qtbot, form, "start", "2026-1")
    type_in(qtbot, form, "supplier", "Byg")
    draft = form.draft_values()
    other = Form(SPEC, Providers(parse_date, Lookups()))
    qtbot.addWidget(other)
    other.restore_draft({**draft, "gone": 1})
    assert other.draft_values() == draft
    assert other.is_changed()


def test_a_draft_is_plain_json(form):
    form.set_values(VALUES)
    assert json.loads(json.dumps(form.draft_values())) == form.draft_values()


def test_a_draft_is_told_some_seconds_after_the_last_key(qtbot, form):
    form._draft_timer.setInterval(20)
    with qtbot.waitSignal(form.drafted) as told:
        type_in(qtbot, form, "title", "Snö")
    assert told.args[0]["title"] == "Snö"


def test_saving_counts_as_unchanged(qtbot, form):
    type_in(qtbot, form, "title", "x")
    form.mark_saved()
    assert not form.is_changed()


# ---- look-ups


def lookup(form, key):
    return target(form, key, LookupLine)


def hits(line):
    popup = line.findChild(QAbstractItemView) or line._popup
    return [popup.model().index(n, 0).data() for n in range(popup.model().rowCount())]


def test_typing_finds_and_enter_picks(qtbot, form):
    line = lookup(form, "supplier")
    line.setFocus()
    qtbot.keyClicks(line, "ygg")
    line.search()
    assert hits(line) == ["Bygg & Mark AB", "Byggkraft HB", "Skapa ygg …"]
    assert line._popup.isVisible()
    qtbot.keyClick(line._popup, Qt.Key.Key_Down)
    qtbot.keyClick(line._popup, Qt.Key.Key_Return)
    assert form.box("supplier").editor.value() == 2
    assert line.text() == "Byggkraft HB"
    assert not line._popup.isVisible()


def test_the_search_waits_for_a_pause(qtbot, form):
    line = lookup(form, "supplier")
    line.setFocus()
    qtbot.keyClicks(line, "kraft")
    qtbot.waitUntil(line._popup.isVisible)
    assert hits(line)[0] == "Byggkraft HB"
    line._popup.hide()


def test_arrow_down_opens_the_list(qtbot, form):
    line = lookup(form, "people")
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert line._popup.isVisible()
    assert len(hits(line)) == 3
    line._popup.grab()
    line._popup.hide()


def test_the_last_line_makes_a_new_one(qtbot, form):
    line = lookup(form, "supplier")
    line.setFocus()
    qtbot.keyClicks(line, "Nya")
    line.search()
    with qtbot.waitSignal(form.create_asked) as asked:
        line.pick(0)
    assert asked.args == ["supplier", "supplier", "Nya"]
    form.set_value("supplier", 1)
    assert form.box("supplier").editor.value() == 1
    assert form.is_changed()
    line._popup.hide()


def test_the_whole_name_is_enough(qtbot, form):
    type_in(qtbot, form, "supplier", "byggkraft hb")
    assert form.box("supplier").editor.value() == 2


def test_changing_the_text_forgets_the_record(qtbot, form):
    form.set_values({"supplier": 1})
    qtbot.keyClicks(lookup(form, "supplier"), "x")
    with pytest.raises(RuleViolation):
        form.box("supplier").editor.value()


def test_several_are_picked_and_dropped(qtbot, form):
    line = lookup(form, "people")
    line.setFocus()
    for name in ("Bygg &", "kraft"):
        qtbot.keyClicks(line, name)
        line.search()
        line.pick(0)
        line._popup.hide()
    editor = form.box("people").editor
    assert editor.value() == (1, 2)
    chip = editor._flow.itemAt(0).widget()
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert editor.value() == (2,)
    assert line.hasFocus()


# ---- look


def test_the_foot_has_keys_and_asks(qtbot):
    foot = FormFoot()
    qtbot.addWidget(foot)
    with qtbot.waitSignal(foot.save_asked):
        foot.save.click()
    with qtbot.waitSignal(foot.cancel_asked):
        foot.cancel.click()


@pytest.mark.parametrize("mode", ["light", "dark", "contrast"])
def test_it_paints_with_errors_in_every_theme(form, qapp, theme, mode):
    theme.apply(qapp, mode)
    form.show_errors({"start": "Fel.", "note": "Fel.", "form": "Fel.", "people": "Fel."})
    assert not form.grab().isNull()


def test_nothing_is_cut_at_200_percent(large_text, shown, qtbot):
    form = shown(Form(SPEC, Providers(parse_date, Lookups())), 760, 620)
    form.show_error("start", "Februari 2026 har 28 dagar, så den trettionde finns inte det året.")
    qtbot.wait(50)
    for label in form.findChildren(QLabel):
        if label.isVisible() and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= needed - 1, label.text()
            assert label.wordWrap() or label.width() >= label.sizeHint().width() - 1, label.text()
    for key in ("start", "form", "supplier"):
        line = form.box(key).editor.target()
        assert line.height() >= line.fontMetrics().height() + 6
