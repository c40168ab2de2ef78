"""What only the user can answer about sheets of their own: the questions as a list, and the chosen one with its answers."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socialupph.domain.commands.register_sheets import NEW
from socialupph.domain.views.register_sheets import ImportQuestion
from socialupph.i18n import _, translate
from socialupph.specs import register_sheet_preview as specs
from socialupph.specs.register_sheet_preview import QuestionLine
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.fields import ComboBox
from socialupph.ui.kit.labels import Card, ToneLabel
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.rows_model import RowsModel
from socialupph.ui.kit.wrapping_table import WrappingTable


class QuestionsView(QWidget):
    """``answered`` carries every answer that was chosen: key of the question → token, or an empty token to ask again."""

    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[int, QuestionLine] = {}
        self._key = ""
        size = metrics()
        self.model: RowsModel[QuestionLine] = RowsModel(specs.QUESTION_TABLE, self._fetch, self)
        self.table = WrappingTable(self.model, "text", first_pad=19)
        self.table.setAccessibleName(translate(specs.QUESTION_TABLE.title))
        self.table.current_id_changed.connect(self._show_current)
        self.table.activated_id.connect(self._go_to_answer)
        sheet = Card(flat=True)
        sheet.body.addWidget(self.table)
        self.asked = ToneLabel("", "section", wrap=True)
        self.rows_told = ToneLabel("", "small", "text2", wrap=True)
        self.answer = ComboBox()
        self.answer.setFixedHeight(size.control)
        self.answer.setMinimumWidth(size.px(320))
        self.answer.activated.connect(self._chosen)
        self.label = ToneLabel(_("Svar"), "label")
        self.label.setBuddy(self.answer)
        self.all_new = Button("", Role.SECONDARY, icon="add", small=True)
        self.all_new.clicked.connect(self._answer_all_new)
        self.all_taken = Button("", Role.SECONDARY, icon="checkmark_circle", small=True)
        self.all_taken.clicked.connect(self._take_all)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(size.grid)
        rows.addWidget(self._answer_card())
        rows.addWidget(sheet, 1)

    def _answer_card(self) -> Card:
        size = metrics()
        card = Card()
        card.body.addWidget(self.asked)
        card.body.addWidget(self.rows_told)
        line = QHBoxLayout()
        line.setSpacing(size.grid)
        line.addWidget(self.label)
        line.addWidget(self.answer, 1)
        line.addStretch(1)
        line.addWidget(self.all_taken)
        line.addWidget(self.all_new)
        card.body.addLayout(line)
        return card

    def _fetch(self, wanted: Sequence[int]) -> list[QuestionLine]:
        return [self._lines[number] for number in wanted]

    def show_questions(self, questions: Sequence[ImportQuestion]) -> None:
        """Show these; the one that was chosen stays chosen until it is answered, then the next that waits."""
        lines = specs.question_lines(questions)
        self._lines = {line.id: line for line in lines}
        stay = next((line for line in lines if line.question.key == self._key and not line.question.answer), None)
        first = stay or next((line for line in lines if not line.question.answer), lines[0] if lines else None)
        self.table.show_ids([line.id for line in lines])
        new = sum(map(specs.can_all_be_new, questions))
        self.all_new.setVisible(new > 1)
        self.all_new.set_words(specs.all_new_text(new))
        proposed = sum(bool(specs.proposal(question)) for question in questions)
        self.all_taken.setVisible(proposed > 1)
        self.all_taken.set_words(specs.all_taken_text(proposed))
        if first is not None:
            self.table.select_id(first.id)
            self._show(first)

    def _show_current(self, row: object) -> None:
        line = self._lines.get(row) if isinstance(row, int) else None
        if line is not None:
            self._show(line)

    def _show(self, line: QuestionLine) -> None:
        question = line.question
        self._key = question.key
        self.asked.setText(specs.question_text(question))
        self.rows_told.setText(specs.question_rows(question))
        self.answer.clear()
        for choice in specs.answer_choices(question):
            self.answer.addItem(choice.label, choice.value)
        self.answer.setCurrentIndex(max(0, self.answer.findData(question.answer)))
        self.answer.setAccessibleName(_("Svar på: {question}").format(question=specs.question_text(question)))

    def _go_to_answer(self, _row: int) -> None:
        self.answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> None:
        self.answered.emit({self._key: str(self.answer.currentData())})

    def _answer_all_new(self) -> None:
        questions = [line.question for line in self._lines.values()]
        self.answered.emit({one.key: NEW for one in questions if specs.can_all_be_new(one)})

    def _take_all(self) -> None:
        questions = [line.question for line in self._lines.values()]
        self.answered.emit({one.key: token for one in questions if (token := specs.proposal(one))})

    def choose(self, key: str, token: str) -> None:
        """Answer a question as by hand."""
        line = next(line for line in self._lines.values() if line.question.key == key)
        self.table.select_id(line.id)
        self._show(line)
        self.answer.setCurrentIndex(self.answer.findData(token))
        self._chosen()
