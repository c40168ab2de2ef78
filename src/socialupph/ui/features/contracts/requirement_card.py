"""A requirement as a card: verdict in words, the bar that explains it, the ledger that proves it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socialupph.domain.views.requirements import ReportView, RequirementView
from socialupph.i18n import _
from socialupph.specs import contract_cards as cards
from socialupph.specs import ledger_table
from socialupph.specs.ledger import outlook_text, places_text, verdict_text
from socialupph.specs.ledger_table import LedgerRow
from socialupph.specs.words_contracts import STANDING_MARK
from socialupph.ui.kit.buttons import Button, IconButton, Role
from socialupph.ui.kit.header_bar import HeaderBar
from socialupph.ui.kit.labels import Card, Hairline, ToneLabel
from socialupph.ui.kit.ledger_bar import LedgerBar
from socialupph.ui.kit.ledger_figures import ledger_figures
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.plain_table import PlainTable


class RequirementCard(Card):
    """Shows one requirement; what is asked of it is told with the requirement's id."""

    edit_asked = Signal(int)
    confirm_asked = Signal(int)
    assess_asked = Signal(int)
    withdraw_asked = Signal(int)
    void_asked = Signal(int)
    report_asked = Signal(int)
    placement_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(flat=True, parent=parent)
        self._id = 0
        self.head = HeaderBar("")
        self.head.title.set_step("section")
        self.clause_button = Button(_("Klausulen"), Role.QUIET, icon="document_text", small=True)
        self.clause_button.setCheckable(True)
        self.edit_button = IconButton("edit", _("Redigera kravet"), small=True)
        self.assess_button = Button(_("Bedöm kravet"), Role.SECONDARY, icon="checkmark_circle", small=True)
        self.confirm_button = Button(_("Bekräfta kravet"), Role.PRIMARY, icon="checkmark_circle", small=True)
        self._void_button = IconButton("delete", _("Makulera kravet"), small=True)
        self.clause = ToneLabel("", "body", "text2", wrap=True, selectable=True)
        self.figure = ToneLabel("", "section", wrap=True, selectable=True)
        self.verdict = ToneLabel("", "body", wrap=True, selectable=True)
        self.bar = LedgerBar()
        self.assessment = ToneLabel("", "body", wrap=True, selectable=True)
        self._withdraw = Button(_("Ta tillbaka bedömningen"), Role.LINK, small=True)
        self.report = ToneLabel("", "body", "text2", wrap=True)
        self.report_button = Button(_("Rapporten har kommit"), Role.LINK, small=True)
        self.ledger = PlainTable(ledger_table.LINES, wraps="reason", strong="months", loud=_is_sum, span=4)
        self.places = PlainTable(ledger_table.PLACES, wraps="missing")
        self._places_title = ToneLabel("", "body", weight=600)
        self._build()
        self._connect()

    def _build(self) -> None:
        size = metrics()
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(size.px(19), size.half, size.px(19), size.half)
        rows.setSpacing(size.grid)
        for button in (
            self._void_button,
            self.edit_button,
            self.clause_button,
            self.assess_button,
            self.confirm_button,
        ):
            self.head.add_button(button)
        rows.addWidget(self.head)
        for widget in (self.clause, self.figure, self.verdict, self.bar):
            rows.addWidget(widget)
        rows.addLayout(_line(self.assessment, self._withdraw))
        rows.addLayout(_line(self.report, self.report_button))
        self.body.setSpacing(0)
        self.body.addWidget(inner)
        self._rule = Hairline()
        self.body.addWidget(self._rule)
        self.body.addWidget(self.ledger)
        self._places_host = QWidget()
        host = QHBoxLayout(self._places_host)
        host.setContentsMargins(size.px(19), size.px(12), size.px(19), size.half)
        host.addWidget(self._places_title)
        self.body.addWidget(self._places_host)
        self.body.addWidget(self.places)

    def _connect(self) -> None:
        self.clause_button.toggled.connect(self.clause.setVisible)
        self.edit_button.clicked.connect(self._ask_edit)
        self.assess_button.clicked.connect(self._ask_assess)
        self.confirm_button.clicked.connect(self._ask_confirm)
        self._void_button.clicked.connect(self._ask_void)
        self._withdraw.clicked.connect(self._ask_withdraw)
        self.report_button.clicked.connect(self._ask_report)
        self.ledger.activated_id.connect(self._open_line)

    # ---- showing

    def show_requirement(self, requirement: RequirementView) -> None:
        """Show it as it stands."""
        self._id = requirement.id
        confirmed, ledger = requirement.confirmed, requirement.ledger
        self.setAccessibleName(cards.requirement_title(requirement))
        self.head.title.setText(cards.requirement_title(requirement))
        self.head.pill.set_mark(STANDING_MARK[requirement.standing])
        clause = requirement.clause_text or requirement.original_text or ""
        self.clause.setText(clause)
        self.clause_button.setVisible(bool(clause))
        self.clause.setVisible(bool(clause) and self.clause_button.isChecked())
        self.edit_button.setVisible(confirmed)
        self.assess_button.setVisible(confirmed)
        self.confirm_button.setVisible(not confirmed)
        self.head.refit()
        self._show_verdict(requirement)
        self._show_more(requirement)
        rows = ledger_table.ledger_rows(requirement) if confirmed else []
        self.ledger.show_rows(rows)
        self.ledger.setVisible(bool(rows))
        self._rule.setVisible(bool(rows))
        places = ledger_table.place_rows(ledger.places) if confirmed and ledger_table.counts_places(ledger) else []
        self.places.show_rows(places)
        self.ledger.set_closed(not places)
        self.places.setVisible(bool(places))
        self._places_host.setVisible(bool(places))
        self._places_title.setText(_("Platser, {done}").format(done=places_text(ledger)))

    def _show_verdict(self, requirement: RequirementView) -> None:
        if not requirement.confirmed:
            self.figure.setText(cards.original_text(requirement))
            self.verdict.setText(_("Kravet räknas först när du har bekräftat det."))
            self.verdict.show()
            self.bar.hide()
            return
        ledger = requirement.ledger
        figure, stop, why = verdict_text(ledger).partition(". ")
        self.figure.setText(figure + stop.strip())
        more = " ".join(part for part in (why, outlook_text(ledger)) if part)
        self.verdict.setText(more)
        self.verdict.setVisible(bool(more))
        figures = ledger_figures(ledger)
        self.bar.setVisible(figures is not None)
        if figures is not None:
            self.bar.set_figures(figures)

    def _show_more(self, requirement: RequirementView) -> None:
        judged = cards.assessment_text(requirement)
        self.assessment.setText(judged)
        self.assessment.setVisible(bool(judged))
        self._withdraw.setVisible(bool(judged))
        report = next_report(requirement)
        self.report.setVisible(report is not None)
        self.report_button.setVisible(report is not None)
        if report is not None:
            told = _("Nästa rapport gäller {period} och ska in senast {day}.").format(
                period=cards.period_text(report.period_from, report.period_to), day=cards.day_with_year(report.due_on)
            )
            self.report.setText(told)

    # ---- asking

    def _ask_edit(self) -> None:
        self.edit_asked.emit(self._id)

    def _ask_assess(self) -> None:
        self.assess_asked.emit(self._id)

    def _ask_confirm(self) -> None:
        self.confirm_asked.emit(self._id)

    def _ask_void(self) -> None:
        self.void_asked.emit(self._id)

    def _ask_withdraw(self) -> None:
        self.withdraw_asked.emit(self._id)

    def _ask_report(self) -> None:
        self.report_asked.emit(self._id)

    def _open_line(self, placement_id: int) -> None:
        if placement_id != ledger_table.SUM_ID:
            self.placement_opened.emit(placement_id)


def next_report(requirement: RequirementView) -> ReportView | None:
    """The first report that has not come."""
    if not requirement.confirmed:
        return None
    return next((report for report in requirement.reports if report.received_on is None), None)


def _is_sum(row: LedgerRow) -> bool:
    return row.is_sum


def _line(*widgets: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(metrics().grid)
    line.addWidget(widgets[0], 1)
    for widget in widgets[1:]:
        line.addWidget(widget)
    return line
