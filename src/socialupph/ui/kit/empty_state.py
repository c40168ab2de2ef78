"""What stands in a list that has nothing: what this is, and the one button that starts it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from socialupph.i18n import _, translate
from socialupph.specs.marks import Shape
from socialupph.specs.tables import EmptyText
from socialupph.ui.kit import fonts
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.labels import ToneLabel
from socialupph.ui.kit.marks import draw_mark
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import rounded


class _Drawing(QWidget):
    """Three rows of a list that is not there yet."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        fonts.hub().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(168), metrics().px(74))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, size = QPainter(self), tokens(), metrics()
        for number, share in enumerate((0.68, 0.45, 0.56)):
            top = number * size.px(26)
            row = QRectF(0, top, self.width(), size.px(21))
            rounded(painter, row, size.half, now.window, now.line)
            colour = now.mark_run if number == 0 else now.neutral_mark
            draw_mark(painter, size.px(9), top + size.px(7), Shape.DOT, colour, size.px(7))
            bar = QRectF(size.px(26), top + size.px(8), self.width() * share, size.px(5))
            rounded(painter, bar, size.px(2), now.track)


class EmptyState(QWidget):
    """Heading, two sentences, one primary, one quiet, and what must exist first. A third of the way down."""

    def __init__(
        self, text: EmptyText, first: Action | None = None, other: Action | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._first, self._other = first, other
        self._buttons_shown: list[Button] = []
        size = metrics()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(size.page_left, size.page_left, size.page_right, size.page_left)
        column = QWidget()
        column.setMaximumWidth(size.empty_width)
        outer.addStretch(1)
        outer.addWidget(column, 4)
        outer.addStretch(1)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(4, 4, 4, 4)
        rows.setSpacing(size.px(6))
        rows.addStretch(1)
        rows.addWidget(_Drawing())
        rows.addSpacing(size.px(22))
        rows.addWidget(ToneLabel(translate(text.heading), "panel", wrap=True))
        rows.addWidget(ToneLabel(translate(text.body), "body", "text2", wrap=True))
        rows.addSpacing(size.px(10))
        rows.addLayout(self._buttons())
        if text.note:
            rows.addSpacing(size.half)
            rows.addWidget(ToneLabel(translate(text.note), "small", "text2", wrap=True))
        rows.addStretch(2)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(metrics().grid)
        if self._first is not None:
            first = Button(self._first.words(), Role.PRIMARY, icon=self._first.icon or "add", key=self._first.shortcut)
            first.clicked.connect(self._run_first)
            row.addWidget(first)
            self._buttons_shown.append(first)
        if self._other is not None:
            other = Button(self._other.words(), Role.QUIET, icon=self._other.icon)
            other.clicked.connect(self._run_other)
            row.addWidget(other)
            self._buttons_shown.append(other)
        row.addStretch(1)
        return row

    def focus_first(self) -> None:
        """Put the keyboard on what starts the list."""
        target = self._buttons_shown[0] if self._buttons_shown else self
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _run_first(self) -> None:
        if self._first is not None:
            self._first.handler()

    def _run_other(self) -> None:
        if self._other is not None:
            self._other.handler()


class NothingFound(QWidget):
    """The filter let nothing through: says so, and takes it away."""

    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        size = metrics()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(size.page_left, size.px(60), size.page_right, size.page_left)
        rows.setSpacing(size.grid)
        rows.addWidget(ToneLabel(_("Inget i listan passar filtret"), "panel"))
        rows.addWidget(ToneLabel(_("Ta bort något filter eller skriv ett annat ord."), "body", "text2", wrap=True))
        row = QHBoxLayout()
        button = Button(_("Rensa filter"), Role.SECONDARY)
        button.clicked.connect(self.cleared)
        row.addWidget(button)
        row.addStretch(1)
        rows.addLayout(row)
        rows.addStretch(1)


def scrolled(widget: QWidget) -> QScrollArea:
    """What stands in for a list may be higher than a low window; it must not decide how low."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setBackgroundRole(QPalette.ColorRole.Base)
    area.setWidget(widget)
    widget.setAutoFillBackground(False)
    return area
