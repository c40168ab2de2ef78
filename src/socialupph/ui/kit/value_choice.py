"""One of several values to keep: a radio button whose text is the value, on as many lines as it needs."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from socialupph.ui.kit import fonts
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.metrics import LEAST_TARGET, RING_SPACE, metrics
from socialupph.ui.kit.paint import ring, rounded
from socialupph.ui.kit.wrapped_text import draw_wrapped, wrapped_height


class ValueChoice(QRadioButton):
    """Those in one ``QButtonGroup`` are gone between with the arrows, as radio buttons are. ``about`` is said before the value.

    ``picked`` gives back ``meant`` when it is chosen.
    """

    picked = Signal(object)

    def __init__(self, text: str, about: str, meant: object = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._meant = text, meant
        self._ring = False
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(f"{about}: {text}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._tell)
        fonts.hub().changed.connect(self.updateGeometry)

    def _tell(self, chosen: bool) -> None:
        if chosen:
            self.picked.emit(self._meant)

    def words(self) -> str:
        """The value as it is read."""
        return self._words

    def _lead(self) -> int:
        """Where the text begins: after the ring, the sign and a gap."""
        return metrics().px(8) + metrics().icon + metrics().grid

    @staticmethod
    def text_top() -> int:
        """How far down its first line stands, for a label beside it."""
        return RING_SPACE + metrics().px(5)

    def _text_room(self, width: int) -> QRect:
        size = metrics()
        lead = self._lead()
        return QRect(lead, self.text_top(), max(1, width - lead - size.grid - RING_SPACE), 10_000)

    def heightForWidth(self, width: int) -> int:
        high = wrapped_height(self._words, fonts.font("body", 600), self._text_room(width).width())
        return max(LEAST_TARGET, high + 2 * self.text_top())

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        wide = metrics().px(220)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(90), LEAST_TARGET)

    def hitButton(self, pos: object) -> bool:
        """All of it can be pressed."""
        del pos
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, size = QPainter(self), tokens(), metrics()
        box = QRectF(self.rect()).adjusted(RING_SPACE, RING_SPACE, -RING_SPACE, -RING_SPACE)
        chosen = self.isChecked()
        ground = now.chip if chosen else now.hover if self.underMouse() else None
        rounded(painter, box, size.radius, ground, now.accent if chosen else now.edge)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        side = size.icon
        option.rect = QRect(RING_SPACE + size.px(6), int(box.center().y() - side / 2), side, side)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorRadioButton, option, painter, self)
        font = fonts.font("body", 600 if chosen else 400)
        draw_wrapped(painter, self._text_room(self.width()), self._words, font, now.text)
        if self._ring and self.hasFocus():
            ring(painter, QRectF(self.rect()), size.radius + RING_SPACE, now.focus)
