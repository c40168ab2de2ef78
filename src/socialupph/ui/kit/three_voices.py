"""The same questions to three people, side by side; where their answers lie far apart the row says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from socialupph.i18n import N_, _, ngettext
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.feedback import announce
from socialupph.ui.kit.labels import Hairline, ToneLabel
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.notes import SignedLabel
from socialupph.ui.kit.paint import hairline
from socialupph.ui.kit.voice_cell import Given, VoiceCell

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


Key = tuple[str, str]
"""Whose answer (a voice's key) to which question."""


class _Row(QWidget):
    """A question with its three answers, side by side or one under another."""

    def __init__(self, question: VoiceQuestion, voices: Sequence[Voice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self.lined = True
        self.cells = {voice.key: VoiceCell() for voice in voices}
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
        if self.lined:
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
    entered = Signal(QWidget)  # the keyboard was put there: a page that scrolls brings it into view

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
        self._place()  # before the order of Tab is set: that takes widgets of one window
        self._connect()
        self.set_voices(voices)

    def _connect(self) -> None:
        self._walk = [(voice, question) for voice in self._voices for question in self._rows]
        order: list[QWidget] = []
        for key in self._walk:
            cell = self.cell(key)
            cell.changed.connect(self._cell_changed)
            cell.scale.question_asked.connect(self._question_asked)
            cell.scale.voice_asked.connect(self._voice_asked)
            order += [*cell.scale.figures(), cell.comment]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    # ---- contents

    def cell(self, key: Key) -> VoiceCell:
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
        self._go(next(open_ones, self._walk[0]))

    def _go(self, key: Key) -> None:
        cell = self.cell(key)
        cell.scale.take_focus()
        self.entered.emit(cell)

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
                self._go(self._walk[at])

    def _voice_asked(self, way: int) -> None:
        here = self._here()
        if here is not None:
            voice = self._voices[(self._voices.index(here[0]) + way) % len(self._voices)]
            self._go((voice, here[1]))

    # ---- room

    def _place(self) -> None:
        stacked = self.width() < metrics().px(_STACKED_UNDER)
        self._names.setVisible(not stacked)
        for number, row in enumerate(self._rows.values()):
            row.lined = bool(number) or not stacked  # without a head the first row has the edge of the card over it
            row.place(stacked=stacked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(300), super().minimumSizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.take_focus()
