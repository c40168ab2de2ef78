"""Sentences above a save row that are worth knowing but stop nothing: each with its sign, in amber."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.ui.kit import fonts
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.labels import ToneLabel
from socialupph.ui.kit.marks import draw_mark, mark_colour
from socialupph.ui.kit.metrics import metrics

_LEAD = 17
_TEXTS = frozenset({Tone.GOOD, Tone.WARN, Tone.BAD})


class SignedLabel(ToneLabel):
    """A sentence with a sign before its first line; wraps where there is little room."""

    def __init__(self, text: str, mark: Mark, step: fonts.Step = "body", parent: QWidget | None = None) -> None:
        super().__init__(text, step, mark.tone.value if mark.tone in _TEXTS else "text", wrap=True, parent=parent)
        self._mark = mark
        self.setContentsMargins(metrics().px(_LEAD), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size, line = metrics(), self.fontMetrics().height()
        colour = mark_colour(self._mark.tone, tokens())
        draw_mark(QPainter(self), 1, (line - size.mark) / 2 + 0.5, self._mark.shape, colour, size.mark)


class Notes(QWidget):
    """Empty it takes no room. What it says is read out as its description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ()
        self._rows = QVBoxLayout(self)
        size = metrics()
        self._rows.setContentsMargins(size.half, size.grid, 0, size.grid)
        self._rows.setSpacing(size.half)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setMaximumWidth(size.px(760))
        self.hide()

    def say(self, texts: Sequence[str]) -> None:
        """Show these instead."""
        if tuple(texts) == self._texts:
            return
        self._texts = tuple(texts)
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for text in texts:
            self._rows.addWidget(SignedLabel(text, Mark(text, Shape.TRIANGLE, Tone.WARN)))
        self.setAccessibleName(" ".join(texts))
        self.setVisible(bool(texts))

    def texts(self) -> tuple[str, ...]:
        """What it says."""
        return self._texts
