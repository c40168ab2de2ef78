"""One person's answer to one question: the scale, *vet inte* for the pointer, and a comment under it."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from socialupph.i18n import _
from socialupph.ui.kit import fonts
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.comment_line import CommentLine
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import text_in
from socialupph.ui.kit.scale import DONT_KNOW, Scale


@dataclass(frozen=True, slots=True)
class Given:
    """An answer: 1–5, ``DONT_KNOW``, or None while there is only a comment."""

    value: int | None
    comment: str = ""


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


class VoiceCell(QWidget):
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
