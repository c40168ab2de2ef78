"""The registering page's own parts in their places: fields at the top, questions and what was agreed, the foot."""

from collections.abc import Mapping
from typing import Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from socialupph.domain.follow_ups import FollowUpStatus, is_settled
from socialupph.domain.kinds import Respondent
from socialupph.domain.views.follow_ups import FollowUpView
from socialupph.i18n import _, formats
from socialupph.specs import follow_ups as specs
from socialupph.specs.marks import Mark
from socialupph.specs.words import VOIDED, word
from socialupph.specs.words_placements import (
    FOLLOW_UP_KIND,
    FOLLOW_UP_STATUS_MARK,
    MEANS,
    OVERDUE_MARK,
    RESPONDENT,
)
from socialupph.ui.features.follow_ups import answers
from socialupph.ui.features.follow_ups.parts import NextBox, RegisterFoot
from socialupph.ui.features.follow_ups.steps import StepsCard
from socialupph.ui.kit.facts import Facts
from socialupph.ui.kit.field_group import FieldGroup
from socialupph.ui.kit.flow import ColumnsLayout
from socialupph.ui.kit.header_bar import Breadcrumb, HeaderBar, PageHead
from socialupph.ui.kit.labels import Card, Fact, Hairline, ToneLabel
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.page import Destination, PageContext
from socialupph.ui.kit.three_voices import ThreeVoices, Voice

_ASIDE: Final = 330
_ONE_COLUMN_UNDER: Final = 900
_LOW_UNDER: Final = 520
_TOP: Final = ("held_on", "means", "third_respondent", "third_name")


class FollowUpSheet(QWidget):
    """Shows one follow-up, to be filled in or to be read. ``changed`` at every change by hand."""

    changed = Signal()
    followed = Signal(object)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._view: FollowUpView | None = None
        self._low = False
        self.fields = FieldGroup(specs.FORM.fields(), context.providers, self)
        self.header = HeaderBar(_("Uppföljning"))
        self.voices = ThreeVoices(answers.questions(), _nobody())
        self.steps = StepsCard(context)
        self.foot = RegisterFoot()
        self._next = NextBox()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._head())
        rows.addWidget(Hairline())
        rows.addWidget(self._body(), 1)
        rows.addWidget(self.foot)
        self.fields.changed.connect(self._fields_changed)
        self.voices.changed.connect(self._answered)
        self.voices.entered.connect(self._bring)
        self.steps.changed.connect(self.changed)
        self._next.plan_asked.connect(self._plan_asked)

    # ---- building

    def _head(self) -> QWidget:
        size = metrics()
        head = PageHead()
        head.rows.setSpacing(size.half)
        top = QHBoxLayout()
        self._trail = Breadcrumb()
        self._trail.followed.connect(self.followed)
        self._draft = ToneLabel("", "small", "text2")
        top.addWidget(self._trail, 1)
        top.addWidget(self._draft)
        head.rows.addLayout(top)
        head.rows.addWidget(self.header)
        self._top_fields = QWidget()
        columns = ColumnsLayout(4, 150, gap=16, parent=self._top_fields)
        for key in _TOP:
            columns.addWidget(self.fields.box(key))
        self._top_fields.setMaximumWidth(size.px(900))
        self._high_slot = QVBoxLayout()
        self._high_slot.setContentsMargins(0, size.half, 0, 0)
        self._high_slot.addWidget(self._top_fields)
        head.rows.addLayout(self._high_slot)
        self._facts = Facts()
        head.rows.addWidget(self._facts)
        return head

    def _body(self) -> QWidget:
        size = metrics()
        area = self._area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet = QWidget()
        self._low_slot = QVBoxLayout(sheet)
        self._low_slot.setContentsMargins(size.page_left, size.px(12), size.page_right, size.px(12))
        self._low_slot.setSpacing(size.px(12))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(size.gap)
        self._low_slot.addLayout(self._columns, 1)
        self._card = Card(flat=True)
        self._card.body.setContentsMargins(0, 0, 0, size.half)
        self._card.body.addWidget(self.voices)
        left = QVBoxLayout()
        left.addWidget(self._card)
        left.addStretch(1)
        self._columns.addLayout(left, 1)
        self._aside = QWidget()
        rows = QVBoxLayout(self._aside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(size.px(12))
        for widget in (self.fields.box("summary"), self.steps, self._next):
            rows.addWidget(widget)
        rows.addStretch(1)
        self._columns.addWidget(self._aside)
        area.setWidget(sheet)
        sheet.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        return area

    # ---- showing

    def show_head(self, view: FollowUpView) -> None:
        """Say what this is, and of whom."""
        self._view = view
        place = _home(view)
        code = view.placement_code or view.contract_code
        self._trail.set_trail(((_("Uppföljningar"), Destination("follow_ups")), (code, place)), view.code)
        self.header.title.setText(word(FOLLOW_UP_KIND, view.kind))
        self.header.pill.set_mark(_mark(view))
        self.header.set_count(_about(view))
        self._next.show_coming(view.form)

    def set_editing(self, view: FollowUpView, *, editing: bool) -> None:
        """To be filled in, or to be read."""
        self._top_fields.setVisible(editing)
        self._facts.setVisible(not editing)
        if not editing:
            self._facts.set_facts(_facts(view))
        self.voices.set_read_only(not editing)
        self._card.setVisible(view.placement_id is not None)
        self.steps.set_read_only(not editing)
        text = cast("QPlainTextEdit", self.fields.box("summary").editor.target())
        text.setReadOnly(not editing)
        self.foot.setVisible(editing)
        self.foot.keys.setVisible(view.placement_id is not None)

    def follow_fields(self) -> None:
        """Let everything that hangs on the fields say what they say now."""
        view = self._view
        if view is None:
            return
        third = self.third()
        name = self.fields.value("third_name")
        self.fields.box("third_name").setVisible(third is Respondent.AF_OFFICER)
        named = str(name or "") if third is Respondent.AF_OFFICER else ""
        self.voices.set_voices(answers.voices(view.form, third, named))
        self.fields.box("held_on").set_note(self._held_note(view))
        self._tell_count()

    def third(self) -> Respondent:
        """Who the third person is, by what is chosen."""
        return Respondent(str(self.fields.value("third_respondent") or Respondent.COORDINATOR.value))

    def _held_note(self, view: FollowUpView) -> str:
        held = self.fields.value("held_on")
        if held is None:
            return ""
        if held == view.due_on:
            return _("på planerad dag")
        return _("planerad {day}").format(day=formats.short_date(view.due_on))

    def _tell_count(self) -> None:
        answered, of = self.voices.count()
        has_questions = self._view is not None and self._view.placement_id is not None
        self.foot.count.setVisible(has_questions)
        self.foot.set_count(answered, of)

    def say_draft(self, text: str) -> None:
        """Say that a draft is kept."""
        self._draft.setText(text)

    def _fields_changed(self) -> None:
        self.follow_fields()
        self.changed.emit()

    def _answered(self) -> None:
        self._tell_count()
        self.changed.emit()

    def _plan_asked(self) -> None:
        if self._view is not None:
            self.followed.emit(_home(self._view))

    # ---- drafts

    def draft(self) -> dict[str, object]:
        """What is typed, as plain JSON values."""
        return {
            "fields": self.fields.draft(),
            "answers": answers.draft(self.voices.answers()),
            "steps": self.steps.draft(),
        }

    def restore(self, draft: Mapping[str, object]) -> None:
        """Show again what ``draft`` gave."""
        fields = draft.get("fields")
        if isinstance(fields, dict):
            self.fields.restore(cast("Mapping[str, object]", fields))
        self.voices.set_answers(answers.from_draft(draft.get("answers")))
        self.steps.restore(draft.get("steps"))
        self.follow_fields()

    # ---- keyboard and room

    def take_focus(self, *, editing: bool) -> None:
        """Put the keyboard where work begins: at the first question that is not answered."""
        if not editing:
            self._area.setFocus()
        elif self._view is not None and self._view.placement_id is not None:
            self.voices.take_focus()
        else:
            self.fields.box("held_on").editor.target().setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring(self, cell: QWidget) -> None:
        self._area.ensureWidgetVisible(cell, 0, metrics().gap)

    def panes(self) -> list[QWidget]:
        """What F6 goes between."""
        first = self.fields.box("held_on").editor.target()
        return [first, self.voices, self.fields.box("summary").editor.target(), self.foot.save]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = metrics()
        self._place_fields(low=self.height() < size.px(_LOW_UNDER))
        narrow = self.width() < size.px(_ONE_COLUMN_UNDER)
        upright, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(upright if narrow else beside)
        wide = size.px(_ASIDE)
        self._aside.setMinimumWidth(0 if narrow else wide)
        self._aside.setMaximumWidth(16_777_215 if narrow else wide)

    def _place_fields(self, *, low: bool) -> None:
        """In a low window, or with large text, the fields scroll with the questions."""
        if low == self._low:
            return
        self._low = low
        if low:
            self._low_slot.insertWidget(0, self._top_fields)
        else:
            self._high_slot.addWidget(self._top_fields)


def _nobody() -> list[Voice]:
    """The three columns before anybody is known."""
    keys = (Respondent.PARTICIPANT.value, Respondent.SUPERVISOR.value, answers.THIRD)
    return [Voice(key, "") for key in keys]


def _home(view: FollowUpView) -> Destination:
    """The record the follow-up is of."""
    if view.placement_id is not None:
        return Destination("placements", view.placement_id)
    return Destination("contracts", view.contract_id)


def _mark(view: FollowUpView) -> Mark:
    if view.voided:
        return VOIDED
    late = view.days_late > 0 and not is_settled(view.status)
    return OVERDUE_MARK if late else FOLLOW_UP_STATUS_MARK[view.status]


def _about(view: FollowUpView) -> str:
    if view.placement_id is None:
        return view.contract_code
    person = view.form.person or view.placement_code
    return _("{person} hos {host}").format(person=person, host=view.form.host)


def _facts(view: FollowUpView) -> tuple[Fact, ...]:
    planned = Fact(_("Planerad"), formats.iso_date(view.due_on), formats.weekday_name(view.due_on))
    if view.status is FollowUpStatus.SKIPPED:
        return (planned, Fact(_("Varför den hoppades över"), view.skip_reason))
    held = "" if view.held_on is None else formats.iso_date(view.held_on)
    late = formats.late(view.days_late) if view.days_late else _("på planerad dag eller tidigare")
    third = word(RESPONDENT, view.third_respondent)
    return (
        Fact(_("Hölls"), held or formats.DASH, late if held else ""),
        planned,
        Fact(_("Sätt"), word(MEANS, view.means) or formats.DASH),
        Fact(_("Tredje perspektivet"), third, view.third_name),
    )
