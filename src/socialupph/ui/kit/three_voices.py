"""The same questions to three people, side by side; where their answers lie far apart the row says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from socialupph.i18n import N_, _, ngettext
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.ui.kit import fonts
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.comment_line import CommentLine
from socialupph.ui.kit.feedback import announce
from socialupph.ui.kit.labels import Hairline, ToneLabel
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.notes import SignedLabel
from socialupph.ui.kit.paint import hairline, text_in
from socialupph.ui.kit.scale import DONT_KNOW, Scale

APART: Final = 2  # steps between two answers from which the row says so
_STACKED_UNDER: Final = 620
_DIFFER: Final = Mark(N_("Skiljer sig åt"), Shape.TRIANGLE, Tone.WARN)
_PARTS: Final = (6, 5, 5, 5)  # how the width is shared between the question and the three


@dataclass(frozen=True, slots=True)
class VoiceQuestion:
    """A question: ``key`` names it, ``help`` says what is meant."""

    key: str
    title: str
    help: str


@dataclass(frozen=True, slots=True)
class Voice:
    """One of the three: ``title`` is the part they have, ``who`` the person."""

    key: str
    title: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer: 1–5, ``DONT_KNOW``, or None while there is only a comment."""

    value: int | None
    comment: str = ""


Key = tuple[str, str]
"""Whose answer (a voice's key) to which question."""


class _Unknown(QAbstractButton):
    """*Vet inte*, for the pointer: the keyboard has 0. Seen where it is chosen or could be now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(_("vet inte"))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.offered = False

    def sizeHint(self) -> QSize:
        found = fonts.measure("small", 600)
        return QSize(found.horizontalAdvance(self.text()) + metrics().half, metrics().px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self.offered or self.isChecked() or self.underMouse()):
            return
        painter, now = QPainter(self), tokens()
        painter.setFont(fonts.font("small", 600 if self.isChecked() else 400))
        text_in(painter, self.rect(), self.text(), now.text if self.isChecked() else now.link, right=True, elide=False)


class _Cell(QWidget):
    """One person's answer to one question."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scale, self.comment, self._unknown = Scale(), CommentLine(), _Unknown()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, metrics().grid, 0)
        rows.setSpacing(metrics().px(2))
        rows.addWidget(self.scale)
        under = QHBoxLayout()
        under.setSpacing(metrics().half)
        under.addWidget(self.comment, 1)
        under.addWidget(self._unknown)
        host = QWidget()
        host.setLayout(under)
        under.setContentsMargins(0, 0, 0, 0)
        host.setMaximumWidth(metrics().px(180))
        rows.addWidget(host)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.scale.changed.connect(self._answered)
        self.scale.looked_at.connect(self._looked_at)
        self.comment.looked_at.connect(self._looked_at)
        self.scale.comment_asked.connect(self._to_comment)
        self.comment.next_asked.connect(self._next)
        self.comment.textEdited.connect(self._edited)
        self._unknown.clicked.connect(self._dont_know)

    def given(self) -> Given | None:
        """What is answered and said; None for nothing."""
        value, comment = self.scale.value(), self.comment.text().strip()
        return None if value is None and not comment else Given(value, comment)

    def show_given(self, given: Given | None) -> None:
        """Show an answer."""
        self.scale.set_value(given.value if given else None)
        self.comment.setText(given.comment if given else "")
        self.comment.setCursorPosition(0)
        self.comment.setToolTip(self.comment.text())
        self._unknown.setChecked(self.scale.value() == DONT_KNOW)

    def set_about(self, about: str) -> None:
        """Question and person, for the screen reader."""
        self.scale.set_about(about)
        self.comment.setAccessibleName(_("{about}, kommentar").format(about=about))
        self._unknown.setAccessibleName(_("{about}, vet inte").format(about=about))

    def set_read_only(self, read_only: bool) -> None:
        """Only to be read, or to be answered."""
        self.scale.set_read_only(read_only)
        self.comment.setReadOnly(read_only)
        self._unknown.setEnabled(not read_only)
        self.comment.update()

    def _answered(self) -> None:
        self._unknown.setChecked(self.scale.value() == DONT_KNOW)
        self.changed.emit()

    def _edited(self) -> None:
        self.changed.emit()

    def _dont_know(self) -> None:
        self.scale.answer(None if self.scale.value() == DONT_KNOW else DONT_KNOW)
        self._unknown.setChecked(self.scale.value() == DONT_KNOW)
        self.scale.take_focus()

    def _looked_at(self) -> None:
        here = self.scale.has_focus() or self.scale.underMouse()
        self._unknown.offered = here and not self.scale.is_read_only()
        self._unknown.update()

    def _to_comment(self) -> None:
        self.comment.setFocus(Qt.FocusReason.TabFocusReason)

    def _next(self) -> None:
        self.scale.question_asked.emit(1)


class _Row(QWidget):
    """A question with its three answers, side by side or one under another."""

    def __init__(self, question: VoiceQuestion, voices: Sequence[Voice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self.cells = {voice.key: _Cell() for voice in voices}
        self._names = {voice.key: ToneLabel(voice.title, "small", "text2") for voice in voices}
        self.apart = 0
        self._head = QWidget()
        texts = QVBoxLayout(self._head)
        texts.setContentsMargins(0, 0, metrics().grid, 0)
        texts.setSpacing(1)
        texts.addWidget(ToneLabel(question.title, "body", weight=600, wrap=True))
        texts.addWidget(ToneLabel(question.help, "small", "text2", wrap=True))
        self._warning = SignedLabel("", _DIFFER, "small")
        self._warning.set_step("small", 600)
        texts.addWidget(self._warning)
        texts.addStretch(1)
        self._warning.hide()
        self._head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._grid = QGridLayout(self)
        self._stacked: bool | None = None

    def place(self, *, stacked: bool) -> None:
        """Put the parts where there is room for them."""
        if stacked == self._stacked:
            return
        self._stacked = stacked
        size, grid = metrics(), self._grid
        while grid.takeAt(0) is not None:
            pass
        grid.setContentsMargins(size.px(19), size.px(9), size.px(11), size.px(7))
        grid.setHorizontalSpacing(size.grid)
        grid.setVerticalSpacing(size.half)
        for column, part in enumerate(_PARTS):
            grid.setColumnStretch(column, part if not stacked or column < 2 else 0)
        grid.addWidget(self._head, 0, 0, 1, 2 if stacked else 1)
        for number, (key, cell) in enumerate(self.cells.items(), 1):
            name = self._names[key]
            name.setVisible(stacked)
            if stacked:
                grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(cell, number, 1)
            else:
                grid.addWidget(cell, 0, number, Qt.AlignmentFlag.AlignTop)

    def set_voices(self, voices: Sequence[Voice]) -> None:
        """Name the three anew."""
        for voice in voices:
            self._names[voice.key].setText(voice.title)
            about = _("{question}, {voice}").format(question=self.question.title, voice=voice.title.lower())
            self.cells[voice.key].set_about(about)

    def compare(self, *, tell: bool) -> None:
        """See how far the answers lie apart; ``tell`` says it aloud when they have come to."""
        found = [cell.scale.value() for cell in self.cells.values()]
        scores = [value for value in found if value]
        apart = max(scores) - min(scores) if scores else 0
        if apart == self.apart:
            return
        self.apart = apart
        far = apart >= APART
        text = ngettext("Skiljer {n} steg, prata om det", "Skiljer {n} steg, prata om det", apart).format(n=apart)
        self._warning.setText(text if far else "")
        self._warning.setVisible(far)
        if far and tell:
            announce(self, _("{question}: {text}").format(question=self.question.title, text=text))
        self.update()

    def warning(self) -> str:
        """What it says of the answers; empty when they agree."""
        return self._warning.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        if self.apart >= APART:
            painter.fillRect(self.rect(), now.warn_bg)
        hairline(painter, 0, 0, self.width(), now.line)


class _Names(QWidget):
    """The head of the columns."""

    def __init__(self, voices: Sequence[Voice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        size = metrics()
        grid = QHBoxLayout(self)
        grid.setContentsMargins(size.px(19), size.half, size.px(11), size.half)
        grid.setSpacing(size.grid)
        first = ToneLabel(_("Fråga"), "body", weight=600)
        first.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        grid.addWidget(first, _PARTS[0])
        self._labels: dict[str, tuple[ToneLabel, ToneLabel]] = {}
        for voice, part in zip(voices, _PARTS[1:], strict=True):
            host = QWidget()
            host.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            row = QHBoxLayout(host)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(size.grid)
            title, who = ToneLabel("", "body", weight=600), ToneLabel("", "small", "text2", elide=True)
            row.addWidget(title)
            row.addWidget(who, 1)
            grid.addWidget(host, part)
            self._labels[voice.key] = (title, who)

    def set_voices(self, voices: Sequence[Voice]) -> None:
        """Name the three."""
        for voice in voices:
            title, who = self._labels[voice.key]
            title.setText(voice.title)
            who.setText(voice.who)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), metrics().control + metrics().half)


class ThreeVoices(QWidget):
    """Tab goes from question to question, Ctrl+→ to the next person, and round to the next column at the end."""

    changed = Signal()

    def __init__(
        self, questions: Sequence[VoiceQuestion], voices: Sequence[Voice], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._voices = tuple(voice.key for voice in voices)
        self._names = _Names(voices)
        self._rows = {question.key: _Row(question, voices) for question in questions}
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self._names)
        for row in self._rows.values():
            column.addWidget(row)
        column.addWidget(Hairline())
        self._legend = ToneLabel("", "small", "text2", wrap=True)
        size = metrics()
        self._legend.setContentsMargins(size.px(19), size.grid, size.px(11), size.grid)
        column.addWidget(self._legend)
        self._connect()
        self.set_voices(voices)
        self._place()

    def _connect(self) -> None:
        self._walk = [(voice, question) for voice in self._voices for question in self._rows]
        order: list[QWidget] = []
        for key in self._walk:
            cell = self.cell(key)
            cell.changed.connect(self._cell_changed)
            cell.scale.question_asked.connect(self._question_asked)
            cell.scale.voice_asked.connect(self._voice_asked)
            order += [*cell.scale.figures(), cell.comment]
        for before, after in zip(order, order[1:], strict=False):
            QWidget.setTabOrder(before, after)

    # ---- contents

    def cell(self, key: Key) -> _Cell:
        """Where one person's answer to one question is given."""
        voice, question = key
        return self._rows[question].cells[voice]

    def set_voices(self, voices: Sequence[Voice]) -> None:
        """Name the three, for example when somebody else has come along."""
        self._names.set_voices(voices)
        for row in self._rows.values():
            row.set_voices(voices)

    def set_legend(self, text: str) -> None:
        """What stands under the rows."""
        self._legend.setText(text)

    def set_last(self, scores: Mapping[Key, int]) -> None:
        """What was answered last time."""
        for key in self._walk:
            self.cell(key).scale.set_last(scores.get(key))

    def set_answers(self, answers: Mapping[Key, Given]) -> None:
        """Show these answers and no others."""
        for key in self._walk:
            self.cell(key).show_given(answers.get(key))
        for row in self._rows.values():
            row.compare(tell=False)

    def answers(self) -> dict[Key, Given]:
        """Everything that is answered or said."""
        found = ((key, self.cell(key).given()) for key in self._walk)
        return {key: given for key, given in found if given is not None}

    def count(self) -> tuple[int, int]:
        """How many are answered, and of how many; *vet inte* is an answer."""
        values = [self.cell(key).scale.value() for key in self._walk]
        return sum(value is not None for value in values), len(values)

    def warnings(self) -> list[str]:
        """What the rows say of answers that lie far apart."""
        return [row.warning() for row in self._rows.values() if row.warning()]

    def set_read_only(self, read_only: bool) -> None:
        """Only to be read, or to be answered."""
        for key in self._walk:
            self.cell(key).set_read_only(read_only)

    def _cell_changed(self) -> None:
        for row in self._rows.values():
            row.compare(tell=True)
        self.changed.emit()

    # ---- the keyboard

    def take_focus(self) -> None:
        """Put the keyboard at the first question that is not answered, else at the first."""
        open_ones = (key for key in self._walk if self.cell(key).scale.value() is None)
        self.cell(next(open_ones, self._walk[0])).scale.take_focus()

    def _here(self) -> Key | None:
        for key in self._walk:
            cell = self.cell(key)
            if cell.scale.has_focus() or cell.comment.hasFocus():
                return key
        return None

    def _question_asked(self, way: int) -> None:
        here = self._here()
        if here is not None:
            at = self._walk.index(here) + way
            if 0 <= at < len(self._walk):
                self.cell(self._walk[at]).scale.take_focus()

    def _voice_asked(self, way: int) -> None:
        here = self._here()
        if here is not None:
            voice = self._voices[(self._voices.index(here[0]) + way) % len(self._voices)]
            self.cell((voice, here[1])).scale.take_focus()

    # ---- room

    def _place(self) -> None:
        stacked = self.width() < metrics().px(_STACKED_UNDER)
        self._names.setVisible(not stacked)
        for row in self._rows.values():
            row.place(stacked=stacked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(300), super().minimumSizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.take_focus()
