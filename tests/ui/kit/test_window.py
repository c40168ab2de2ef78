"""The window: areas, history, keys, palette, toast and what is remembered."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from socialupph.domain.changes import Entity
from socialupph.domain.clock import FixedClock
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.ui.kit.actions import Action, ActionSet
from socialupph.ui.kit.navigation import Area, NavButton
from socialupph.ui.kit.page import Destination, Page
from socialupph.ui.kit.palette import Palette, PaletteHit
from socialupph.ui.kit.router import History
from socialupph.ui.kit.toast import Toast
from socialupph.ui.main_window import MainWindow
from tests.ui.kit.fakes import SPEC, TODAY, Things, changed
from tests.ui.kit.test_pages import ThingsPage

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Plain(Page):
    leaves = True

    def reload(self):
        pass

    def may_leave(self):
        return self.leaves


@pytest.fixture
def done():
    return []


@pytest.fixture
def window(context, shown, done):
    made = MainWindow(context.settings)
    made.furnish(context.bus, FixedClock(TODAY))

    def today():
        return Plain(context, "Idag")

    def things():
        return ThingsPage(context, SPEC, Things(50), area="things", watches=frozenset({Entity.PLACEMENT}))

    def record(number):
        return Plain(context, f"S-{number:04d}")

    made.set_areas(
        [
            Area("today", "Idag", "calendar_today", today, lambda: 7, shortcut="Ctrl+1", urgent=True),
            Area("things", "Platser & saker", "board", things, lambda: 0, record, shortcut="Ctrl+2", group=1),
            Area("settings", "Inställningar", "settings", today, foot=True, group=2),
        ],
        context.tasks,
    )
    made.count()
    made.set_new_actions([Action("new", "Ny sak", lambda: done.append("new"), "add")])
    made.set_register("ostersund.sup")
    shown(made, 1300, 800)
    made.restore("today")
    yield made
    made.router.close()


def here(window):
    page = window.router.page()
    return page.title if page is not None else ""


def test_it_begins_where_it_is_told(window):
    assert here(window) == "Idag"
    assert window.windowTitle() == "SocialUpph – ostersund.sup"
    assert window.status_line.register.text() == "Register: ostersund.sup"
    assert window.status_line.day.text() == "tisdag 22 september 2026, v.\u00a039"


def test_keys_go_to_areas(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert here(window) == "Saker"
    checked = [button.area.key for button in window.findChildren(NavButton) if button.isChecked()]
    assert checked == ["things"]


def test_back_and_ahead(window, qtbot):
    window.go_to_area("things")
    window.router.go(Destination("things", 7))
    assert here(window) == "S-0007"
    record = window.router.page()
    with qtbot.waitSignal(record.destroyed):
        qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert here(window) == "Saker"
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert here(window) == "Idag"
    assert not window.top_bar.back.isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_Right, ALT)
    assert here(window) == "Saker"
    assert window.top_bar.ahead.isEnabled()


def test_a_list_is_built_once_and_a_page_asks_to_go(window):
    window.go_to_area("things")
    page = window.router.page()
    page.go_to.emit(Destination("things", 3))
    assert here(window) == "S-0003"
    window.router.page().back_asked.emit()
    assert window.router.page() is page


def test_an_unknown_area_is_a_fault(window):
    with pytest.raises(KeyError):
        window.router.go(Destination("gone"))


def test_what_lies_on_top_goes_first(window, context, qtbot):
    form = Plain(context, "Form")
    window.router.page().opened.emit(form)
    assert here(window) == "Form"
    assert window.top_bar.back.isEnabled()
    form.leaves = False
    window.router.back()
    assert here(window) == "Form"
    assert not window.router.go(Destination("things"))
    form.leaves = True
    with qtbot.waitSignal(form.destroyed):
        window.go_to_area("things")
    assert here(window) == "Saker"


def test_closing_waits_for_a_form(window, context, qtbot):
    form = Plain(context, "Form")
    form.leaves = False
    window.router.push(form)
    assert not window.close()
    assert window.isVisible()
    form.leaves = True
    window.router.back()
    window.go_to_area("things")
    with qtbot.waitSignal(window.closing):
        assert window.close()
    assert context.settings.load("window")["area"] == "things"
    assert context.settings.load("window")["geometry"]


def test_it_comes_back_where_it_was(context, window):
    context.settings.save("window", {"area": "things"})
    window.restore("today")
    assert here(window) == "Saker"
    context.settings.save("window", {"area": "gone"})
    window.restore("today")
    assert here(window) == "Idag"


def test_counts_are_shown_said_and_asked_for_after_changes(window, context, qtbot):
    today = window.findChildren(NavButton)[0]
    qtbot.waitUntil(lambda: today.accessibleName() == "Idag, 7 väntar")
    today.set_count(0)
    context.bus.publish(changed())
    qtbot.waitUntil(lambda: today.accessibleName() == "Idag, 7 väntar")


def test_the_sidebar_by_keyboard(window, qtbot):
    window.sidebar.take_focus()
    first, second, last = window.findChildren(NavButton)
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert here(window) == "Saker"
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Up)
    qtbot.keyClick(first, Qt.Key.Key_Up)
    assert last.hasFocus()


def test_f6_goes_round_the_window(window, qtbot):
    window.go_to_area("things")
    seen = []
    for _ in range(4):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    page = window.router.page()
    assert {window.top_bar.search, page.filter_bar.field, page.table} <= set(seen)
    window.done("Sparat.", undo=True)
    for _ in range(5):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert any(window.toast.isAncestorOf(widget) for widget in seen)


def test_ctrl_f_and_f5_reach_the_page(window, qtbot):
    window.go_to_area("things")
    page = window.router.page()
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    assert page.filter_bar.field.hasFocus()
    before = len(page.service.asked)
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert len(page.service.asked) == before + 1


def test_f1_tells_where(window, qtbot):
    window.router.page().help_topic = "idag"
    with qtbot.waitSignal(window.help_asked) as asked:
        qtbot.keyClick(window, Qt.Key.Key_F1)
    assert asked.args == ["idag"]


def test_ctrl_z_undoes_the_last_operation_but_not_while_typing(window, qtbot):
    window.go_to_area("things")
    window.router.page().table.setFocus()
    with qtbot.waitSignal(window.undo_asked):
        qtbot.keyClick(window.router.page().table, Qt.Key.Key_Z, CONTROL)
    field = window.router.page().filter_bar.field
    field.setFocus()
    qtbot.keyClicks(field, "abc")
    with qtbot.assertNotEmitted(window.undo_asked):
        qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert field.text() == ""


def test_what_went_wrong_stands_on_the_page(window):
    window.problem("Filen är öppen.")
    assert window.router.page().banner.text() == "Filen är öppen."
    window.clear_problem()
    assert window.router.page().banner.text() == ""


def test_the_menu_bar_is_hidden_until_alt(window, qtbot):
    bar = window.menuBar()
    assert not bar.isVisible()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(window, QKeyEvent(kind, Qt.Key.Key_Alt, Qt.KeyboardModifier.NoModifier))
    assert bar.isVisible()
    assert [action.text() for action in bar.actions()] == ["&Gå till", "&Redigera", "&Visa", "&Hjälp"]
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(window, QKeyEvent(kind, Qt.Key.Key_Alt, Qt.KeyboardModifier.NoModifier))
    assert not bar.isVisible()


def test_the_menu_button_opens_the_same_menus(window):
    window.sidebar.menu_asked.emit()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert len(popup.actions()) == 4
    popup.close()


def test_menu_letters_are_unique(window):
    letters = [action.text().split("&")[1][0].casefold() for action in window.menuBar().actions()]
    assert len(set(letters)) == len(letters)


def test_new_anything(window, done, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    popup = QApplication.activePopupWidget()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert done == ["new"]


def test_the_register_can_be_marked(window):
    window.status_line.set_marker(Mark("Exempeldata", Shape.TRIANGLE, Tone.WARN))
    assert window.status_line.marker.word() == "Exempeldata"
    window.status_line.set_marker(None)
    assert window.status_line.marker.isHidden()
    window.status_line.set_backup(Mark("Kopia", Shape.CHECK, Tone.GOOD), "Säkerhetskopia i dag")
    window.grab()


@pytest.mark.parametrize("mode", ["dark", "contrast"])
def test_it_paints(window, qapp, theme, qtbot, mode):
    theme.apply(qapp, mode)
    window.go_to_area("things")
    qtbot.wait(10)
    assert not window.grab().isNull()


def test_it_fits_a_small_screen_with_large_text(window, large_text, qtbot):
    window.go_to_area("things")
    window.resize(1366, 768)
    qtbot.wait(10)
    assert (window.width(), window.height()) == (1366, 768)
    settings = window.findChildren(NavButton)[-1]
    assert settings.mapTo(window, settings.rect().bottomLeft()).y() < 768
    window.grab()


def test_a_long_status_line_does_not_widen_the_window(window, large_text, qtbot):
    window.go_to_area("things")
    window.status_line.set_register("ovningsregister-for-arbetsmarknadsenheten-i-exempelby-kommun-2026.sup")
    window.status_line.set_marker(Mark("Exempeldata", Shape.TRIANGLE, Tone.WARN), "Exempeldata, påhittade uppgifter")
    window.status_line.set_backup(Mark("Kopia", Shape.CHECK, Tone.GOOD), "Säkerhetskopia i dag 08.12")
    window.status_line.note.setText("14 valda, 12,3 heltidsmånader")
    window.resize(1366, 768)
    qtbot.wait(10)
    assert (window.width(), window.height()) == (1366, 768)
    assert window.status_line.register.toolTip().startswith("Register: ovningsregister")


# ---- palette


def press(window, qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(window.palette_box._input, key, modifier)


def hits_for(text):
    found = [
        PaletteHit("Gå till", "board", "S-0003", "Norrtullsskolan", "ombyggnad", "Sak", Destination("things", 3)),
        PaletteHit("Gå till", "board", "", "Norrsken Livs AB", "2 kontrakt", "", Destination("things", 4)),
    ]
    return [hit for hit in found if text.casefold() in hit.text.casefold()]


@pytest.fixture
def palette(window, qtbot):
    window.finding.find = hits_for
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    return window.palette_box


def test_the_palette_opens_with_its_first_hit_chosen(palette):
    assert palette.isVisible()
    assert palette._input.hasFocus()
    assert palette.current().code == "S-0003"


def test_typing_and_enter_go_there(window, palette, qtbot):
    qtbot.keyClicks(palette._input, "norrsk")
    press(window, qtbot, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert here(window) == "S-0004"


def test_arrows_pass_by_headings_and_stop_at_the_ends(window, palette, qtbot):
    press(window, qtbot, Qt.Key.Key_Up)
    assert palette.current().code == "S-0003"
    press(window, qtbot, Qt.Key.Key_Down)
    press(window, qtbot, Qt.Key.Key_Down)
    assert palette.current().section == "Gör"
    press(window, qtbot, Qt.Key.Key_PageDown)
    press(window, qtbot, Qt.Key.Key_PageUp)
    assert palette.current() is not None
    palette.grab()


def test_only_commands_and_running_one(window, palette, done, qtbot):
    qtbot.keyClicks(palette._input, ">ny sak")
    palette.search()
    assert [line.text for line in palette._model.lines if isinstance(line, PaletteHit)] == ["Ny sak"]
    press(window, qtbot, Qt.Key.Key_Return)
    assert done == ["new"]


def test_ctrl_enter_shows_it_aside(window, palette, qtbot):
    press(window, qtbot, Qt.Key.Key_Return, CONTROL)
    assert here(window) == "Saker"
    assert window.router.page().table.current_id() == 3


def test_esc_gives_the_keyboard_back(window, qtbot):
    window.go_to_area("things")
    table = window.router.page().table
    table.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    press(window, qtbot, Qt.Key.Key_Tab)
    press(window, qtbot, Qt.Key.Key_Escape)
    assert table.hasFocus()


def test_no_hit_is_said_and_enter_does_nothing(palette, window, qtbot):
    qtbot.keyClicks(palette._input, "zzzz")
    palette.search()
    assert palette.current() is None
    assert palette._count.text() == "0 träffar"
    press(window, qtbot, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_a_click_chooses_and_a_click_outside_closes(window, palette, qtbot):
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().bottomLeft() - palette.rect().topLeft())
    assert not palette.isVisible()
    palette.open("norr")
    palette._list.clicked.emit(palette._model.index(2, 0))
    assert here(window) == "S-0004"


def test_a_letter_on_the_search_field_comes_along(window, qtbot):
    window.top_bar.search.setFocus()
    qtbot.keyClick(window.top_bar.search, Qt.Key.Key_N)
    assert window.palette_box._input.text() == "n"
    press(window, qtbot, Qt.Key.Key_Escape)
    qtbot.keyClick(window.top_bar.search, Qt.Key.Key_Return)
    assert window.palette_box.isVisible()


def test_a_palette_of_its_own_is_freed_with_its_window(qtbot):
    host = QLineEdit()
    made = Palette(host, hits_for)
    with qtbot.waitSignal(made.destroyed):
        host.deleteLater()


# ---- toast


@pytest.fixture
def toast(shown):
    return Toast(shown(QLineEdit(), 700, 400))


def test_a_toast_offers_to_undo(toast, qtbot):
    toast.say("Uppföljningen är sparad.", undo=True)
    assert toast.text() == toast.accessibleName() == "Uppföljningen är sparad."
    assert not toast._undo.hasFocus()
    assert toast.take_focus()
    with qtbot.waitSignal(toast.undo_asked):
        qtbot.keyClick(toast._undo, Qt.Key.Key_Return)
    assert toast.text() == ""
    assert not toast.take_focus()


def test_without_undo_there_is_only_the_cross(toast, qtbot):
    toast.say("Ångrat.", undo=False)
    assert toast._undo.isHidden()
    toast.take_focus()
    qtbot.keyClick(toast._close, Qt.Key.Key_Escape)
    assert toast.text() == ""


def test_it_goes_by_itself_but_not_under_the_keyboard(toast, qtbot):
    toast._timer.setInterval(10)
    toast.say("Sparat.", undo=True)
    toast.take_focus()
    qtbot.wait(40)
    assert toast.text()
    toast.parentWidget().setFocus()
    qtbot.waitUntil(lambda: not toast.text())


def test_a_long_text_is_not_cut_and_stays_in_the_corner(toast, large_text):
    toast.say("Uppföljningen för P-0012 är sparad, och nästa är planerad till den 1 oktober.", undo=True)
    assert toast._label.height() >= toast._label.heightForWidth(toast._label.width()) - 1
    toast.parentWidget().resize(600, 300)
    assert toast.geometry().bottom() < 300
    toast.grab()


# ---- parts


def test_history():
    history = History()
    assert history.current() is None
    first, second = Destination("a"), Destination("b", 2)
    history.visit(first)
    history.visit(first)
    assert not history.can_step(-1)
    history.visit(second)
    assert history.step(-1) == first
    with pytest.raises(IndexError):
        history.step(-1)
    history.visit(Destination("c"))
    assert not history.can_step(1)


def test_actions_feed_menus_and_can_be_switched_off(shown, done, qtbot):
    host = shown(QLineEdit())
    actions = ActionSet(host, [Action("a", "&Platser && annat", lambda: done.append("a"), "board", "F7", "&Meny")])
    assert actions.entries()[0].words() == "Platser & annat"
    qtbot.keyClick(host, Qt.Key.Key_F7)
    assert done == ["a"]
    actions.set_enabled("a", False)
    assert actions.entries() == []
    assert not actions.action("a").isEnabled()
    with pytest.raises(KeyError):
        actions.action("b")
