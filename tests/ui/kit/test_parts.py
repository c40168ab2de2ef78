"""The painted parts: buttons, chips, pills, ledger bar, seats, calendar, timeline, Idag, counters, papers."""

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QEnterEvent, QHelpEvent, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from reportlab.pdfgen.canvas import Canvas

from socialupph.domain.clock import FixedClock
from socialupph.domain.sign_ups import SeatCounts
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.ui.kit import fonts
from socialupph.ui.kit.buttons import Button, Chip, IconButton, Role
from socialupph.ui.kit.calendar import MonthCalendar, months_away
from socialupph.ui.kit.counters import Counter, Counters
from socialupph.ui.kit.day_list import DayGroup, DayList, DayRow
from socialupph.ui.kit.document_page import DocumentPage
from socialupph.ui.kit.document_view import DocumentView, PdfPages, print_pages
from socialupph.ui.kit.facts import Facts
from socialupph.ui.kit.feedback import Banner
from socialupph.ui.kit.flow import ColumnsLayout, FlowLayout
from socialupph.ui.kit.header_bar import HeaderBar
from socialupph.ui.kit.labels import (
    Card,
    Fact,
    Hairline,
    KeyHint,
    LinkButton,
    MarkLabel,
    Pill,
    ToneLabel,
    heading,
)
from socialupph.ui.kit.ledger_bar import LedgerBar, LedgerFigures, LedgerPiece
from socialupph.ui.kit.metrics import LEAST_TARGET, RING_SPACE, metrics
from socialupph.ui.kit.paint import beside
from socialupph.ui.kit.seats import Seats
from socialupph.ui.kit.side_panel import SidePanel
from socialupph.ui.kit.timeline import Timeline, TimelineEntry
from tests.ui.kit.fakes import LATE, RUNNING, TODAY

MODES = ["light", "dark", "contrast"]


def head_of_a_page(button):
    bar = HeaderBar("Kontrakt")
    bar.add_button(button)
    return bar


def head_of_a_section(button):
    return heading("Krav", "", button)


def host_of(*widgets):
    host = QWidget()
    rows = QVBoxLayout(host)
    for widget in widgets:
        rows.addWidget(widget)
    return host


# ---- buttons


@pytest.mark.parametrize("mode", MODES)
def test_every_role_paints_in_every_state(shown, qapp, theme, mode):
    theme.apply(qapp, mode)
    buttons = [Button("Spara", role, icon="add", key="Ctrl+S", menu=True) for role in Role]
    host = shown(host_of(*buttons))
    at = QPointF(5, 5)
    for button in buttons:
        QApplication.sendEvent(button, QEnterEvent(at, at, at))
        assert button.is_hot()
        button.grab()
        button.setDown(True)
        button.grab()
        QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
        button.setFocus(Qt.FocusReason.TabFocusReason)
        button.grab()
        button.setEnabled(False)
        assert not button.is_hot()
    assert not host.grab().isNull()


def test_enter_and_space_press(shown, qtbot):
    button = Button("Spara & stäng")
    shown(host_of(button))
    assert button.words() == "Spara & stäng"
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, key)


def test_a_button_is_a_button_to_a_screen_reader(qtbot):
    button = Button("Platser & saker")
    qtbot.addWidget(button)
    spoken = QAccessible.queryAccessibleInterface(button)
    assert spoken.role() == QAccessible.Role.Button
    assert spoken.text(QAccessible.Text.Name) == "Platser & saker"
    icon = IconButton("print", "Skriv ut", key="Ctrl+P")
    qtbot.addWidget(icon)
    assert QAccessible.queryAccessibleInterface(icon).text(QAccessible.Text.Name) == "Skriv ut"
    assert icon.toolTip() == "Skriv ut (Ctrl+P)"
    icon.set_words_shown(True)
    assert icon.sizeHint().width() == icon.sizeHint().height()


def test_layouts_do_not_see_the_room_for_the_ring(shown):
    button = Button("Spara", Role.PRIMARY)
    host = QWidget()
    row = QHBoxLayout(host)
    row.setContentsMargins(20, 20, 20, 20)
    row.addWidget(button)
    shown(host, 300, 80)
    assert button.geometry().x() == 20 - RING_SPACE
    assert button.mapTo(host, button.box().topLeft()).x() == 20
    assert button.box().height() == metrics().control


def test_without_margins_the_box_is_not_cut(shown):
    button = Button("Spara", Role.PRIMARY)
    host = QWidget()
    row = QHBoxLayout(host)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(button)
    row.addStretch(1)
    shown(host, 300, button.sizeHint().height() - 2 * RING_SPACE)
    assert button.box().width() == button.sizeHint().width() - 2 * RING_SPACE
    assert button.box().height() >= metrics().control


def test_role_and_key_can_change(qtbot):
    button = Button("Öppna", Role.LINK)
    qtbot.addWidget(button)
    before = button.sizeHint().width()
    button.set_role(Role.PRIMARY)
    button.set_key("Enter")
    button.set_words("Öppna kontraktet")
    assert button.role is Role.PRIMARY
    assert button.sizeHint().width() > before
    button.set_words_shown(False)
    assert button.toolTip() == ""  # it has no icon to stand for the words


@pytest.mark.parametrize("large", [False, True])
def test_targets_are_large_enough(qtbot, request, large):
    if large:
        request.getfixturevalue("large_text")
    for widget in (
        Button("Spara", small=True),
        IconButton("add", "Ny", small=True),
        Chip("Status", "på"),
        LinkButton("x"),
    ):
        qtbot.addWidget(widget)
        least = LEAST_TARGET if not isinstance(widget, LinkButton) else 16
        assert widget.sizeHint().height() >= least


def test_a_chip_is_removed_by_key_and_by_its_cross(shown, qtbot):
    chip = Chip("Status", "pågående")
    shown(host_of(chip))
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        with qtbot.waitSignal(chip.removed):
            qtbot.keyClick(chip, key)
    with qtbot.waitSignal(chip.removed), qtbot.assertNotEmitted(chip.clicked):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip._cross().center())
    with qtbot.waitSignal(chip.clicked):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))


def test_a_plain_chip_cannot_be_removed(shown, qtbot):
    chip = Chip("Filter", add=True)
    shown(host_of(chip, Chip("Mina", on=False)))
    with qtbot.assertNotEmitted(chip.removed):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)
    chip.grab()


# ---- labels


def test_a_long_line_ends_with_dots_and_is_told_in_full(shown):
    label = ToneLabel("Fjällbyns Fastighetsskötsel och Markentreprenad AB", elide=True)
    shown(host_of(label), 120, 60)
    assert label.toolTip() == label.text()
    label.grab()


def test_a_link_carries_its_target(shown, qtbot):
    link = LinkButton("K-2026-014 & co", ("contract", 14), icon="open")
    shown(host_of(link))
    with qtbot.waitSignal(link.followed) as followed:
        qtbot.keyClick(link, Qt.Key.Key_Return)
    assert followed.args == [("contract", 14)]
    link.set_target("P-0001", 1)
    assert link.accessibleName() == "P-0001"
    with qtbot.waitSignal(link.followed) as followed:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert followed.args == [1]
    link.grab()


@pytest.mark.parametrize("mode", MODES)
def test_small_parts_paint(shown, qapp, theme, mode):
    theme.apply(qapp, mode)
    pill, word = Pill(RUNNING), MarkLabel(LATE, "5 dagar försenad")
    assert (pill.accessibleName(), pill.word(), word.accessibleName()) == ("Pågående", "Pågående", "5 dagar försenad")
    box = Card(tone="chip")
    box.body.addWidget(KeyHint("Ctrl"))
    facts = Facts([Fact("Värde", "84 500 kr", "entreprenad"), Fact("Frist", "30 sep", "snart", LATE)])
    host = host_of(pill, word, box, Card(flat=True), facts, Hairline(), Hairline(vertical=True), heading("Krav", "2"))
    assert not shown(host).grab().isNull()


def test_facts_become_fewer_in_a_row(shown):
    facts = Facts([Fact(str(number), "värde") for number in range(5)])
    shown(host_of(facts), 1100, 200)
    assert facts.heightForWidth(320) > facts.heightForWidth(1100)


@pytest.mark.parametrize("make", [head_of_a_page, head_of_a_section])
def test_a_ring_in_a_heading_is_not_cut(shown, make):
    button = Button("Redigera", Role.SECONDARY)
    bar = make(button)
    shown(host_of(bar), 600, 100)
    assert bar.rect().contains(button.geometry())


def test_a_panel_tells_the_whole_code(shown):
    panel = SidePanel()
    panel.begin("S-0005", Mark("Öppen för anmälan till och med i morgon", Shape.DOT, Tone.ACCENT))
    panel.finish()
    shown(panel, panel.minimumWidth(), 400)
    code = next(label for label in panel.findChildren(ToneLabel) if label.text() == "S-0005")
    assert code.width() >= code.fontMetrics().horizontalAdvance("S-0005")


def test_a_long_fact_is_read_whole(shown):
    short = Facts([Fact("Kursledare", "Örjan Påhitt", "kontakt: Klara")])
    long = Facts([Fact("Kursledare", "Örjan Påhittlund och Carina Påhittlund-Exempel", "rapport om 18 dagar", LATE)])
    shown(host_of(short, long), 240, 400)
    assert long.heightForWidth(200) > short.heightForWidth(200)
    assert not [label.toolTip() for label in long.findChildren(QLabel) if label.toolTip()]  # nothing is cut


def test_what_happened_is_read_whole(shown):
    timeline = Timeline()
    timeline.set_entries(
        [
            TimelineEntry("24 mar 27", LATE, "Kandidaten presenterades för arbetsgivaren"),
            TimelineEntry("1 jan", LATE, "Intervju"),
        ]
    )
    shown(host_of(timeline), 260, 300)
    long, short = (timeline.sizeHintForRow(row) for row in (0, 1))
    assert long >= short + fonts.measure("body").height()
    timeline.setFixedWidth(700)
    QApplication.processEvents()
    assert timeline.sizeHintForRow(0) == short


def test_a_banner_says_offers_and_goes(shown, qtbot):
    banner = Banner()
    shown(host_of(banner))
    assert banner.text() == ""
    for tone in (Tone.BAD, Tone.WARN, Tone.GOOD):
        banner.say("Filen är öppen. Stäng den och försök igen.", tone, button="Försök igen")
        banner.grab()
    with qtbot.waitSignal(banner.acted):
        banner._button.click()
    with qtbot.waitSignal(banner.closed):
        banner._close.click()
    assert banner.text() == ""


def test_flow_wraps_and_columns_give_way(shown):
    host = QWidget()
    flow = FlowLayout(host, 8)
    for number in range(6):
        flow.addWidget(QPushButton(f"Knapp {number}"))
    assert flow.heightForWidth(2000) < flow.heightForWidth(200)
    assert flow.minimumSize().width() < 200
    assert flow.itemAt(99) is None
    assert flow.takeAt(99) is None
    flow.clear()
    assert flow.count() == 0
    columns = ColumnsLayout(3, 100)
    assert [columns.columns_for(width) for width in (2000, 250, 10)] == [3, 2, 1]


def test_texts_of_two_sizes_share_a_baseline():
    assert beside(fonts.measure("body"), fonts.measure("body")) == 0
    assert beside(fonts.measure("title"), fonts.measure("small")) >= 0


@pytest.mark.parametrize("mode", MODES)
def test_ticks_and_rounds_are_ours(shown, qapp, theme, mode):
    theme.apply(qapp, mode)
    partly = QCheckBox("delvis")
    partly.setTristate(True)
    partly.setCheckState(Qt.CheckState.PartiallyChecked)
    boxes = [QCheckBox("på"), QCheckBox("av"), partly, QRadioButton("en"), QRadioButton("två")]
    boxes[0].setChecked(True)
    boxes[3].setChecked(True)
    boxes[4].setEnabled(False)
    assert not shown(host_of(*boxes)).grab().isNull()
    assert boxes[0].sizeHint().height() >= LEAST_TARGET


# ---- ledger bar

FIGURES = LedgerFigures(
    volume=16.0,
    pieces=(LedgerPiece("P-0003", 6.0, "P-0003: 6,0 månader"), LedgerPiece("P-0005", 2.0), LedgerPiece("P-9", 0.2)),
    planned=4.0,
    mark_at=12.0,
    delivered_text="8,2 levererat",
    planned_text="planerat till 12,2",
    mark_text="75 % = 12,0",
    volume_text="16,0 heltidsmånader",
    verdict="Levererat 8,2 av 16,0 heltidsmånader.",
    planned_tip="4,0 månader planerade",
)


@pytest.fixture
def bar(shown):
    made = LedgerBar()
    made.set_figures(FIGURES)
    shown(host_of(made), 800, 120)
    return made


def test_pieces_lie_side_by_side_and_to_scale(bar):
    first, second, third = bar.piece_rects()
    assert first.left() == 0
    assert first.width() == pytest.approx(bar.width() * 6 / 16, abs=2)
    assert second.left() > first.right()
    assert bar.planned_rect().left() >= third.right()
    assert FIGURES.delivered == pytest.approx(8.2)


def test_the_verdict_is_what_is_said(bar):
    assert bar.accessibleName() == "Levererat 8,2 av 16,0 heltidsmånader."
    assert bar.tip_at(bar.piece_rects()[0].center().toPoint()) == "P-0003: 6,0 månader"
    assert bar.tip_at(bar.planned_rect().center().toPoint()) == "4,0 månader planerade"
    assert bar.tip_at(QPoint(1, 1)) == ""
    for at in (bar.piece_rects()[0].center().toPoint(), QPoint(1, 1)):
        QApplication.sendEvent(bar, QHelpEvent(QEvent.Type.ToolTip, at, bar.mapToGlobal(at)))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("width", [80, 300, 900])
def test_the_bar_paints_at_any_width(shown, qapp, theme, mode, width):
    theme.apply(qapp, mode)
    for figures in (FIGURES, LedgerFigures(4.0), LedgerFigures(1.0, (LedgerPiece("P-1", 3.0),), mark_at=0.75)):
        large, small = LedgerBar(), LedgerBar(small=True)
        for made in (large, small):
            made.set_figures(figures)
            made.resize(width, made.sizeHint().height())
            assert not made.grab().isNull()
            assert all(rect.right() <= width + 1 for rect in made.piece_rects())
            made.deleteLater()


# ---- seats


def test_seats_are_told_in_words(shown):
    seats = Seats()
    seats.set_count(SeatCounts(20, 14, 3, 1, 3, 0), least=8, until=dt.date(2026, 9, 24))
    shown(host_of(seats), 700, 200).grab()
    assert seats.accessibleName() == "17 av 20 platser tagna"
    words = [label.accessibleName() for label in seats.findChildren(MarkLabel) if label.isVisible()]
    assert words == ["14 bekräftade", "3 anmälda", "1 erbjuden till 24 sep", "2 lediga"]
    assert seats._boxes.heightForWidth(200) > seats._boxes.heightForWidth(900)
    seats.set_count(SeatCounts(0, 0, 0, 0, 0, 0))
    seats.grab()


# ---- calendar


class Holidays:
    def is_day_off(self, day):
        return self.name_of(day) is not None

    def name_of(self, day):
        return "Julafton" if (day.month, day.day) == (12, 24) else None


@pytest.fixture
def month(shown):
    made = MonthCalendar(FixedClock(TODAY), Holidays())
    made.set_dots({TODAY: [Tone.BAD, Tone.ACCENT, Tone.WARN, Tone.GOOD]})
    shown(host_of(made), 320, 420)
    made.grid.setFocus()
    return made


def test_the_calendar_moves_by_keyboard(month, qtbot):
    for key, day in (
        (Qt.Key.Key_Right, dt.date(2026, 9, 23)),
        (Qt.Key.Key_Down, dt.date(2026, 9, 30)),
        (Qt.Key.Key_Down, dt.date(2026, 10, 7)),
        (Qt.Key.Key_Up, dt.date(2026, 9, 30)),
        (Qt.Key.Key_PageDown, dt.date(2026, 10, 30)),
        (Qt.Key.Key_PageUp, dt.date(2026, 9, 30)),
        (Qt.Key.Key_Home, TODAY),
        (Qt.Key.Key_Left, dt.date(2026, 9, 21)),
    ):
        qtbot.keyClick(month.grid, key)
        assert month.grid.day == day
    with qtbot.waitSignal(month.chosen) as chosen:
        qtbot.keyClick(month.grid, Qt.Key.Key_Return)
    assert chosen.args == [dt.date(2026, 9, 21)]
    assert "måndag" in month.grid.accessibleName() or "mån" in month.grid.accessibleName()


def test_the_calendar_by_mouse(month, qtbot):
    at = month.grid._rect(0).center()
    assert month.grid.day_at(at) == dt.date(2026, 8, 31)
    assert month.grid.day_at(QPoint(1, 1)) is None
    with qtbot.waitSignal(month.chosen) as chosen:
        qtbot.mouseClick(month.grid, Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == [dt.date(2026, 8, 31)]
    month._ahead.click()
    month._back.click()
    assert month.grid.day == dt.date(2026, 8, 30)


def test_days_off_are_named(month):
    month.go(dt.date(2026, 12, 1))
    assert month._names.text() == "24 Julafton"
    month.go(dt.date(2026, 12, 24))
    assert "Julafton" in month.grid.accessibleName()
    at = month.grid._rect((dt.date(2026, 12, 24) - month.grid.first_shown()).days).center()
    assert "Julafton" in month.grid.tip_at(at)
    QApplication.sendEvent(month.grid, QHelpEvent(QEvent.Type.ToolTip, at, month.grid.mapToGlobal(at)))


def test_what_is_due_is_counted(month):
    month.go(TODAY)
    assert month.grid.accessibleDescription() == "4 saker"
    assert month.grid.tip_at(QPoint(1, 1)) == ""


@pytest.mark.parametrize("mode", MODES)
def test_the_calendar_paints(month, qapp, theme, mode):
    theme.apply(qapp, mode)
    assert not month.grab().isNull()


@pytest.mark.parametrize(
    ("day", "months", "there"),
    [
        (dt.date(2026, 1, 31), 1, dt.date(2026, 2, 28)),
        (dt.date(2026, 1, 31), -1, dt.date(2025, 12, 31)),
        (dt.date(2026, 12, 24), 1, dt.date(2027, 1, 24)),
    ],
)
def test_months_away(day, months, there):
    assert months_away(day, months) == there


# ---- timeline and Idag


@pytest.fixture
def timeline(shown):
    made = Timeline()
    made.set_entries(
        [
            TimelineEntry("30 sep", Mark("Snart", Shape.CLOCK, Tone.WARN), "Kvartalsrapport ska in", "Leverantören", 1),
            TimelineEntry("7 sep", RUNNING, "P-0007 började"),
        ]
    )
    shown(host_of(made), 320, 300)
    made.setFocus()
    return made


def test_a_timeline_is_read_followed_and_copied(timeline, qtbot):
    model = timeline.model()
    assert model.index(0, 0).data() == "30 sep, Snart: Kvartalsrapport ska in. Leverantören"
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "7 sep, Pågående: P-0007 började"
    timeline.setCurrentIndex(model.index(0, 0))
    with qtbot.waitSignal(timeline.followed) as followed:
        qtbot.keyClick(timeline, Qt.Key.Key_Return)
    assert followed.args == [1]
    qtbot.keyClick(timeline, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().startswith("30 sep, Snart")
    qtbot.keyClick(timeline, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(timeline.followed):
        qtbot.keyClick(timeline, Qt.Key.Key_Return)


def test_a_timeline_is_as_high_as_its_entries(timeline, qtmodeltester):
    qtmodeltester.check(timeline.model())
    assert timeline.height() >= sum(timeline.sizeHintForRow(row) for row in range(2))


@pytest.fixture
def day(shown):
    made = DayList()
    made.set_lines(
        [
            DayGroup("Försenat", 1, Tone.BAD),
            DayRow(
                "tors 17 sep",
                "5 dagar försenad",
                LATE,
                "clipboard_checkmark",
                "Uppföljning, P-0012",
                "KA-0038",
                "Registrera",
                12,
            ),
            DayGroup("I dag", 1),
            DayRow("kl. 09.30", "besök", None, "location", "Startsamtal, P-0019", "KA-0051", "Boka möte", 19),
        ]
    )
    shown(host_of(made), 900, 300)
    made.setFocus()
    return made


def test_idag_by_keyboard(day, qtbot):
    assert day.currentIndex().row() == 1
    assert day.model().index(0, 0).data() == "Försenat, 1"
    with qtbot.waitSignal(day.acted) as acted:
        qtbot.keyClick(day, Qt.Key.Key_Return)
    assert acted.args == [12]
    qtbot.keyClick(day, Qt.Key.Key_Down)
    assert day.currentIndex().row() == 3
    with qtbot.waitSignal(day.acted) as acted:
        qtbot.keyClick(day, Qt.Key.Key_Return)
    assert acted.args == [19]


def test_idag_by_mouse(day, qtbot):
    index = day.model().index(3, 0)
    line = day.model().lines[3]
    at = day._painter.action_rect(day.visualRect(index), line, True).center()
    with qtbot.waitSignal(day.acted) as acted:
        qtbot.mouseClick(day.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert acted.args == [19]
    with qtbot.assertNotEmitted(day.acted):
        qtbot.mouseClick(day.viewport(), Qt.MouseButton.LeftButton, pos=day.visualRect(index).topLeft() + QPoint(30, 9))
    with qtbot.waitSignal(day.opened) as opened:
        qtbot.mouseDClick(day.viewport(), Qt.MouseButton.LeftButton, pos=day.visualRect(index).center())
    assert opened.args == [19]


def test_the_action_is_also_in_the_menu(day, qtbot):
    at = QPoint(40, 60)
    QApplication.sendEvent(day, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, day.mapToGlobal(at)))
    assert [action.text() for action in day._menu.actions()] == ["Registrera"]
    with qtbot.waitSignal(day.acted):
        day._menu.actions()[0].trigger()
    day._menu.hide()


def test_idag_stays_at_its_row(day):
    day.setCurrentIndex(day.model().index(3, 0))
    day.set_lines(list(day.model().lines))
    assert day.currentIndex().row() == 3
    day.set_lines(day.model().lines[:2])
    assert day.currentIndex().row() == 1
    day.set_lines([])
    assert not day.currentIndex().isValid()


@pytest.mark.parametrize("mode", MODES)
def test_lists_of_lines_paint(day, timeline, qapp, theme, mode):
    theme.apply(qapp, mode)
    assert not day.grab().isNull()
    timeline.setCurrentIndex(timeline.model().index(0, 0))
    assert not timeline.grab().isNull()


# ---- counters


def test_counters_lead_to_their_lists(shown, qtbot):
    strip = Counters()
    strip.set_counters([Counter("3", "Krav i riskzon", "1 har gått ut", LATE, "risk"), Counter("7", "Öppna platser")])
    shown(host_of(strip), 500, 150).grab()
    first = strip.findChildren(QAbstractButton)[0]
    assert first.accessibleName() == "3 Krav i riskzon, 1 har gått ut"
    with qtbot.waitSignal(strip.followed) as followed:
        qtbot.keyClick(first, Qt.Key.Key_Return)
    assert followed.args == ["risk"]
    at = QPointF(4, 4)
    QApplication.sendEvent(first, QEnterEvent(at, at, at))
    first.setFocus(Qt.FocusReason.TabFocusReason)
    first.grab()
    QApplication.sendEvent(first, QEvent(QEvent.Type.Leave))


# ---- papers


@pytest.fixture
def paper(tmp_path):
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    for number in range(3):
        canvas.drawString(100, 700, f"Sida {number}")
        canvas.showPage()
    canvas.save()
    return (tmp_path / "a.pdf").read_bytes()


def test_pages_are_drawn_when_seen_and_can_be_made_larger(shown, paper, qtbot):
    pages = PdfPages(paper)
    view = shown(DocumentView(pages), 800, 600)
    assert view._views[0].accessibleName() == "Sida 1 av 3"
    assert not view.grab().isNull()
    fitted = view.zoom()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() > fitted
    for _ in range(12):
        qtbot.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() == pytest.approx(0.5)
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() == pytest.approx(fitted)
    view.hide()
    pages.close()


def test_a_paper_is_kept_and_printed(context, shown, paper, tmp_path, qtbot):
    page = shown(DocumentPage(context, "Sammanfattning", paper, file_name="a.pdf"), 900, 700)
    context.dialogs.queue += [tmp_path / "kopia.pdf", None, tmp_path / "gone" / "x.pdf", None]
    with qtbot.waitSignal(page.kept):
        page.save_document()
    assert (tmp_path / "kopia.pdf").read_bytes() == paper
    page.save_document()
    page.save_document()
    assert "x.pdf" in page.banner.text()
    with qtbot.assertNotEmitted(page.printed):
        page.print_document()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "ut.pdf"))
    context.dialogs.queue.append(printer)
    with qtbot.waitSignal(page.printed):
        page.print_document()
    printed = PdfPages((tmp_path / "ut.pdf").read_bytes())
    assert printed.count() == 3
    printed.close()
    page._larger()
    page._smaller()
    page.focus_first()
    page.refresh()
    assert page.panes() == (page.view,)
    with qtbot.waitSignal(page.back_asked):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    page.hide()
    page.release()


def test_chosen_pages_are_printed(paper, tmp_path):
    pages = PdfPages(paper)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "ut.pdf"))
    printer.setFromTo(2, 2)
    print_pages(pages, printer)
    printed = PdfPages((tmp_path / "ut.pdf").read_bytes())
    assert printed.count() == 1
    image = printed.image(0, 1.0)
    assert image.format() in (QImage.Format.Format_RGB888, QImage.Format.Format_RGBX8888)
    printed.close()  # the image owns its bytes
    assert image.pixelColor(1, 1).isValid()
    pages.close()
