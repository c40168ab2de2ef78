"""Pages: they reload when they should, keep their place, are freed, and everything in a list is reached by keyboard."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.errors import RegisterProblem, RuleViolation
from socialupph.specs.forms import Field, FormSpec, Section
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.empty_state import EmptyState, NothingFound
from socialupph.ui.kit.labels import Fact, LinkButton
from socialupph.ui.kit.page import Destination, FormPage, ListPage, Page, RecordPage
from tests.ui.kit.fakes import RUNNING, SPEC, Things, changed

WATCHED = frozenset({Entity.PLACEMENT})


class Counting(Page):
    loads = 0

    def reload(self):
        self.loads += 1


class ThingsPage(ListPage):
    filled = ()

    def fill_panel(self, panel, record_id):
        self.filled = (*self.filled, record_id)
        panel.begin(f"S-{record_id:04d}", RUNNING)
        panel.add_links(("KA-0042", Destination("candidates", 42)), ("hos", None))
        panel.add_next_step("Besök", "i morgon", "Registrera", key="Ctrl+R", aside="Flytta")
        panel.add_facts([Fact("Period", "7 sep – 30 dec"), Fact("Handledare", "Rut", "Saknar kurs", RUNNING)])
        panel.add_section(QWidget())
        panel.finish()


@pytest.fixture
def service():
    return Things(500)


@pytest.fixture
def made():
    return []


@pytest.fixture
def page(context, service, shown, made):
    first = Action("new", "Ny sak", lambda: made.append("new"), "add", "Ctrl+N")
    other = Action("read", "Läs in från Excel", lambda: made.append("read"), "arrow_import")
    return shown(
        ThingsPage(context, SPEC, service, area="things", watches=WATCHED, first=first, other=other), 1300, 700
    )


# ---- every page


def test_a_page_loads_when_it_is_first_seen(context, shown):
    page = Counting(context, "Sida", watches=WATCHED)
    assert page.loads == 0
    shown(page)
    assert page.loads == 1


def test_a_visible_page_reloads_at_once_and_only_for_what_it_watches(context, shown):
    page = shown(Counting(context, "Sida", watches=WATCHED))
    context.bus.publish(changed(Entity.SESSION))
    assert page.loads == 1
    context.bus.publish(changed(Entity.PLACEMENT))
    assert page.loads == 2
    context.bus.publish(Changes())
    assert page.loads == 2


def test_a_hidden_page_waits_until_it_is_seen(context, shown):
    page = shown(Counting(context, "Sida", watches=WATCHED))
    page.hide()
    context.bus.publish(changed())
    context.bus.publish(changed())
    assert page.loads == 1
    page.show()
    assert page.loads == 2
    page.hide()
    page.show()
    assert page.loads == 2


def test_a_register_that_cannot_be_read_is_said_in_the_page(page, service):
    service.problem = RegisterProblem("register.busy", {"name": "a.sup"})
    page.refresh()
    assert page.banner.text()
    page.hide()
    assert page.banner.text() == ""


@pytest.mark.parametrize("kind", [ThingsPage, Counting])
def test_a_released_page_is_freed_and_hears_nothing(context, qtbot, kind):
    page = (
        ThingsPage(context, SPEC, Things(3), area="things", watches=WATCHED)
        if kind is ThingsPage
        else Counting(context, "Sida", watches=WATCHED)
    )
    page.show()
    with qtbot.waitSignal(page.destroyed):
        page.release()
    context.bus.publish(changed())


def test_a_page_has_a_name(context, qtbot):
    page = Counting(context, "Sida")
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.title_changed):
        page.set_title("P-0007")
    assert page.title == page.accessibleName() == "P-0007"
    assert page.may_leave()
    assert not page.focus_filter()
    assert page.panes() == (page,)
    page.focus_first()


# ---- lists


def count_of(page):
    return page.header.count.text()


def test_counts_are_told_in_words(page, service):
    assert count_of(page) == "500 st"
    page.filter_bar.narrow({"state": ("on",), "counts": ("yes",)})
    assert count_of(page) == "500 av 500 visas, 2 filter"
    page.filter_bar.narrow({}, "äng")
    assert count_of(page) == "250 av 500 visas"
    assert page.filter_bar.told() == "sökord: äng"


def test_typing_filters(page, service, qtbot):
    assert page.focus_filter()
    assert page.filter_bar.field.hasFocus()
    qtbot.keyClicks(page.filter_bar.field, "bygg")
    qtbot.waitUntil(lambda: count_of(page) == "250 av 500 visas")
    assert service.asked[-1].search == "bygg"
    qtbot.keyClick(page.filter_bar.field, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    page.focus_filter()
    qtbot.keyClick(page.filter_bar.field, Qt.Key.Key_Escape)
    assert count_of(page) == "500 st"


def test_filters_are_sorted_out_and_asked_for(page, service):
    page.filter_bar.narrow({"state": ("on", "nonsense"), "gone": ("x",)})
    assert service.asked[-1].filters == (("state", ("on",)),)
    page.filter_bar.toggle("state", "off")
    assert service.asked[-1].filters == (("state", ("on", "off")),)
    page.filter_bar.toggle("state", "on")
    page.filter_bar.toggle("state", "off")
    assert service.asked[-1].filters == ()


def test_a_chip_is_removed_with_delete(page, service, qtbot):
    page.filter_bar.narrow({"state": ("on",)})
    chip = page.filter_bar._chips[0]
    assert chip.words() == "Status: aktuella"
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert service.asked[-1].filters == ()


def test_a_chip_opens_its_choice_with_enter(page, qtbot):
    page.filter_bar.narrow({"state": ("on",)})
    qtbot.keyClick(page.filter_bar._chips[0], Qt.Key.Key_Return)
    menu = page.filter_bar._menu
    assert [(a.text(), a.isChecked()) for a in menu.actions()] == [("aktuella", True), ("avslutade", False)]
    menu.actions()[1].trigger()
    menu.hide()
    assert page.filter_bar.filters() == (("state", ("on", "off")),)


def test_plus_filter_offers_every_filter(page):
    page.filter_bar._add.click()
    assert [action.text() for action in page.filter_bar._menu.actions()] == ["Status", "Räknas mot"]
    page.filter_bar._menu.hide()


def test_filters_are_saved_under_a_name(page, context, service):
    page.filter_bar.narrow({"state": ("on",)}, "äng")
    context.dialogs.queue.append("Mina i höst")
    page.filter_bar._open_saved()
    save = page.filter_bar._saved_menu.actions()[0]
    assert save.isEnabled()
    save.trigger()
    page.filter_bar.clear()
    page.filter_bar._open_saved()
    page.filter_bar._saved_menu.actions()[0].trigger()
    page.filter_bar._saved_menu.hide()
    assert (service.asked[-1].search, service.asked[-1].filters) == ("äng", (("state", ("on",)),))
    assert "Mina i höst" in context.settings.load("list.things")["saved"]
    page.filter_bar._open_saved()
    page.filter_bar._saved_menu.actions()[-1].menu().actions()[0].trigger()
    page.filter_bar._saved_menu.hide()
    assert context.settings.load("list.things")["saved"] == {}


def test_order_and_columns_are_remembered(page, context, service, shown):
    page.table.sort_changed.emit("code", True)
    assert service.asked[-1].descending
    page.table.columns.set_shown("hidden", True)
    page.filter_bar._saved["En"] = {"filters": {"state": ["on"]}, "search": ""}
    page.filter_bar.saved_changed.emit()
    page.hide()
    other = ThingsPage(context, SPEC, service, area="things", watches=WATCHED)
    assert other.sort_order() == ("code", True)
    assert other.table.columns.is_shown("hidden")
    assert list(other.filter_bar.saved()) == ["En"]
    other.deleteLater()


def test_nonsense_in_the_settings_is_passed_by(context, service, qtbot):
    context.settings.save("list.things", {"sort": "gone", "columns": 3, "saved": [1], "panel": "wide"})
    other = ThingsPage(context, SPEC, service, area="things", watches=WATCHED)
    qtbot.addWidget(other)
    assert other.sort_order() == ("code", False)


def test_enter_opens_in_full(page, qtbot):
    page.focus_first()
    with qtbot.waitSignal(page.go_to) as gone:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert gone.args == [Destination("things", 1)]
    with qtbot.waitSignal(page.go_to) as gone:
        page.panel.open_asked.emit()
    assert gone.args == [Destination("things", 1)]


def test_the_panel_follows_when_the_keyboard_rests(page, qtbot):
    page.focus_first()
    for _ in range(5):
        qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.waitUntil(page.panel.isVisible)
    assert page.filled == (6,)
    assert page.panel.parentWidget() is page._splitter
    assert page.panel.width() >= page.panel.minimumWidth()


def test_the_panel_is_put_away_with_esc_and_comes_back_with_space(page, qtbot):
    page.focus_first()
    qtbot.waitUntil(page.panel.isVisible)
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.wait(120)
    assert not page.panel.isVisible()
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert page.panel.isVisible()


def test_in_a_narrow_window_the_panel_lies_over_the_list(page, qtbot):
    page.focus_first()
    qtbot.waitUntil(page.panel.isVisible)
    page.resize(900, 600)
    qtbot.waitUntil(lambda: page.panel.parentWidget() is page)
    assert page.panel.geometry().right() == page.width() - 1
    assert page.table.width() > 700
    page.resize(1400, 700)
    qtbot.waitUntil(lambda: page.panel.parentWidget() is page._splitter)
    assert page.panel.isVisible()


def test_a_link_in_the_panel_leads_on(page, qtbot):
    page.focus_first()
    qtbot.waitUntil(page.panel.isVisible)
    link = page.panel.findChildren(LinkButton)[0]
    with qtbot.waitSignal(page.go_to) as gone:
        qtbot.keyClick(link, Qt.Key.Key_Return)
    assert gone.args == [Destination("candidates", 42)]


def test_copy_export_and_print_take_what_is_shown(page, context, qtbot):
    page.filter_bar.narrow({}, "äng")
    page.focus_first()
    with qtbot.waitSignal(page.status_changed) as told:
        page.copy()
    assert told.args == ["1 rad kopierad."]
    assert QGuiApplication.clipboard().text().startswith("Status\tKod\tVärdföretag")
    page.files.export()
    page.files.print()
    assert context.outputs.told == [("export", 250, "sökord: äng"), ("print", 250, "sökord: äng")]


def test_the_columns_menu_shows_and_sorts(page, service):
    page._columns_button.click()
    menu = page._columns_menu
    named = {action.text(): action for action in menu.actions()}
    named["Anteckning"].trigger()
    assert page.table.columns.is_shown("hidden")
    order = {action.text(): action for action in named["Sortera efter"].menu().actions()}
    assert "Anteckning" not in order
    order["Månader"].trigger()
    assert service.asked[-1].sort == "months"
    page._columns_button.click()
    order = {a.text(): a for a in menu.actions()[-1].menu().actions()}
    order["Fallande ordning"].trigger()
    assert service.asked[-1].descending
    menu.hide()


def test_an_empty_list_says_what_it_is_and_starts_it(context, shown, made):
    first = Action("new", "Ny sak", lambda: made.append("new"), "add", "Ctrl+N")
    other = Action("read", "Läs in", lambda: made.append("read"), "arrow_import")
    page = shown(ThingsPage(context, SPEC, Things(0), area="things", watches=WATCHED, first=first, other=other))
    empty = page.findChild(EmptyState)
    assert empty.isVisible()
    assert count_of(page) == "inga än"
    assert not page._export_button.isVisible()
    for button in empty.findChildren(type(page._export_button)):
        button.click()
    assert made == ["new", "read"]
    page.grab()


def test_a_filter_that_hits_nothing_can_be_taken_away(page):
    page.filter_bar.narrow({}, "zzz")
    nothing = page.findChild(NothingFound)
    assert nothing.isVisible()
    nothing.cleared.emit()
    assert page.table.isVisible()


def test_building_a_list_shows_no_window_of_its_own(context, qapp, qtbot):
    seen = []

    class Watch(QObject):
        def eventFilter(self, watched, event):  # noqa: N802 -- Qt's own name
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                seen.append(watched)
            return False

    watch = Watch()
    qapp.installEventFilter(watch)
    page = ThingsPage(context, SPEC, Things(9), area="things", watches=WATCHED)
    qtbot.addWidget(page)
    page.refresh()
    qapp.removeEventFilter(watch)
    assert seen == []


def test_select_works_before_the_first_look(context, qtbot):
    page = ThingsPage(context, SPEC, Things(9), area="things", watches=WATCHED)
    qtbot.addWidget(page)
    assert page.select(5)
    assert page.table.current_id() == 5
    assert not page.select(50)


def test_header_buttons_lose_their_words_before_anything_is_cut(page):
    assert page._export_button.sizeHint().width() > 60
    page.resize(420, 500)
    assert page._export_button.toolTip() == "Exportera (Ctrl+E)"
    assert page.minimumSizeHint().width() < 900


@pytest.mark.parametrize("mode", ["light", "dark", "contrast"])
def test_a_list_page_paints(page, qapp, theme, qtbot, mode):
    page.focus_first()
    qtbot.waitUntil(page.panel.isVisible)
    page.filter_bar.narrow({"state": ("on",)})
    theme.apply(qapp, mode)
    qtbot.wait(10)
    assert not page.grab().isNull()


# ---- records


class Record(RecordPage):
    def reload(self):
        facts = [Fact("Värde", "84 500 kr", "entreprenad"), Fact("Frist", "30 sep", "om 8 dagar", RUNNING)]
        trail = [("Kontrakt", Destination("contracts"))]
        self.show_head("Norrtullsskolan", trail=trail, here="K-2026-014", mark=RUNNING, facts=facts)


def test_a_record_says_what_it_is_and_leads_back(context, shown, qtbot):
    page = shown(Record(context, "K", record_id=1, watches=WATCHED), 1200, 600)
    assert page.title == "Norrtullsskolan"
    assert page.header.pill.word() == "Pågående"
    page.refresh()
    with qtbot.waitSignal(page.go_to) as gone:
        page.trail.followed.emit(Destination("contracts"))
    assert gone.args == [Destination("contracts")]
    page.focus_first()
    with qtbot.waitSignal(page.back_asked):
        qtbot.keyClick(page.scroll_area, Qt.Key.Key_Escape)
    assert len(page.panes()) == 2


def test_in_a_narrow_window_what_is_aside_comes_below(context, shown, qtbot):
    page = shown(Record(context, "K", record_id=1, watches=WATCHED), 1200, 600)
    page.main.addWidget(QLabel("kort"))
    page.aside.addWidget(QLabel("tidslinje"))
    page.resize(600, 600)
    qtbot.wait(20)
    left, right = page.main.parentWidget(), page.aside.parentWidget()
    assert right.mapTo(page, QPoint(0, 0)).y() > left.mapTo(page, QPoint(0, 0)).y()
    page.resize(1200, 600)
    qtbot.wait(20)
    assert right.mapTo(page, QPoint(0, 0)).y() == left.mapTo(page, QPoint(0, 0)).y()


# ---- forms


FORM = FormSpec("thing", "Ny sak", (Section("", (Field("name", "Namn", required=True), Field("note", "Not"))),))


class ThingForm(FormPage):
    sent = ()
    problem = None

    def submit(self, values):
        if self.problem is not None:
            raise self.problem
        self.sent = (*self.sent, values)
        return changed()

    def done_text(self, changes):
        return f"Saken är sparad, {changes.operation_id}."


@pytest.fixture
def form_page(context, shown):
    return shown(ThingForm(context, FORM, trail=[("Saker", Destination("things"))]))


def write(qtbot, page, text):
    qtbot.keyClicks(page.form.box("name").editor.target(), text)


def test_save_by_key_tells_and_goes_back(form_page, qtbot, said):
    assert form_page.form.box("name").editor.target().hasFocus()
    write(qtbot, form_page, "Nytt")
    with qtbot.waitSignals([form_page.saved, form_page.back_asked]):
        qtbot.keyClick(form_page.form.box("name").editor.target(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert form_page.sent == ({"name": "Nytt", "note": None},)
    assert said.toasts == [("Saken är sparad, 7.", True)]
    assert form_page.may_leave()


def test_a_broken_rule_keeps_the_form(form_page, qtbot, said):
    write(qtbot, form_page, "Nytt")
    form_page.problem = RuleViolation("field.missing", "note")
    with qtbot.assertNotEmitted(form_page.back_asked):
        form_page.save()
    assert form_page.form.box("note").error()
    assert form_page.form.box("name").editor.value() == "Nytt"
    form_page.problem = RuleViolation("field.missing", "elsewhere")
    form_page.save()
    assert len(said.problems) == 1


@pytest.mark.parametrize(
    ("answer", "leaves", "sent"), [("stay", False, 0), ("", False, 0), ("discard", True, 0), ("save", True, 1)]
)
def test_leaving_a_changed_form_asks_once(form_page, context, qtbot, answer, leaves, sent):
    assert form_page.may_leave()
    assert context.dialogs.questions == []
    write(qtbot, form_page, "x")
    context.dialogs.queue.append(answer)
    assert form_page.may_leave() is leaves
    assert len(form_page.sent) == sent


def test_a_form_that_cannot_be_saved_is_not_left(form_page, context, qtbot):
    write(qtbot, form_page, "x")
    form_page.problem = RuleViolation("field.missing", "note")
    context.dialogs.queue.append("save")
    assert not form_page.may_leave()


def test_a_draft_is_kept_and_offered_next_time(form_page, context, qtbot, shown):
    write(qtbot, form_page, "halv")
    form_page.form.drafted.emit(form_page.form.draft_values())
    assert "14.00" in form_page.foot.note.text()
    form_page.hide()
    other = ThingForm(context, FORM)
    qtbot.addWidget(other)
    other.show()
    assert other.form.box("name").editor.value() == "halv"
    assert other.form.is_changed()
    other.save()
    assert not context.settings.load("draft.thing.new")
    assert len(other.panes()) == 2


def test_esc_asks_to_go_back(form_page, qtbot):
    with qtbot.waitSignal(form_page.back_asked):
        qtbot.keyClick(form_page.form.box("name").editor.target(), Qt.Key.Key_Escape)
