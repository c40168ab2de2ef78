"""Text and the small painted things around it: labels with a tone, links, pills, key hints, cards, facts, hairlines."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from socialupph.i18n import translate
from socialupph.specs.marks import Mark
from socialupph.ui.kit import fonts, icons
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.marks import draw_mark, mark_colour, tone_ground, tone_text
from socialupph.ui.kit.metrics import RING_SPACE, metrics
from socialupph.ui.kit.paint import hairline, ring, rounded, text_in


class ToneLabel(QLabel):
    """A label that names its colour and its type step, and finds both again when theme or text size change.

    ``elide`` ends a too long line with … and gives the whole text as tooltip; ``selectable`` lets one copy it.
    """

    def __init__(
        self,
        text: str = "",
        step: fonts.Step = "body",
        tone: str = "text",
        *,
        weight: int = 0,
        wrap: bool = False,
        elide: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._step: fonts.Step = step
        self._weight, self._tone, self._elide = weight, tone, elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._refit()
        self._recolour()
        fonts.hub().changed.connect(self._refit)

    def setTone(self, tone: str) -> None:
        """Take the colour called ``tone`` in the palette."""
        self._tone = tone
        self._recolour()

    def set_step(self, step: fonts.Step, weight: int = 0) -> None:
        """Take another type step."""
        self._step = step
        self._weight = weight
        self._refit()

    def _refit(self) -> None:
        self.setFont(fonts.font(self._step, self._weight))

    def _recolour(self) -> None:
        now = tokens()
        colour = now.colour(self._tone)
        palette = self.palette()
        if palette.color(QPalette.ColorRole.WindowText) != colour:  # setting it brings another PaletteChange
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            palette.setColor(QPalette.ColorRole.Text, colour)
            palette.setColor(QPalette.ColorRole.Highlight, now.sel)
            palette.setColor(QPalette.ColorRole.HighlightedText, now.sel_text)
            self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._recolour()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), metrics().px(24)), hint.height()) if self._elide else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._elide:
            cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
            self.setToolTip(self.text() if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._elide or self.fontMetrics().horizontalAdvance(self.text()) <= self.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        text_in(painter, self.rect(), self.text(), tokens().colour(self._tone))


class LinkButton(QAbstractButton):
    """A link in running text, reachable by Tab; ``followed`` carries what it was given to point at."""

    followed = Signal(object)

    def __init__(
        self,
        text: str,
        target: object = None,
        *,
        step: fonts.Step = "body",
        weight: int = 0,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._step: fonts.Step = step
        self._target, self._weight, self._icon_name = target, weight, icon
        if icon:
            icons.require(icon)
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._by_keyboard = False
        self.clicked.connect(self._follow)
        fonts.hub().changed.connect(self.updateGeometry)

    def set_target(self, text: str, target: object) -> None:
        """Point at something else."""
        self._target = target
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def _follow(self) -> None:
        self.followed.emit(self._target)

    def sizeHint(self) -> QSize:
        size, found = metrics(), fonts.measure(self._step, self._weight)
        extra = size.icon + size.half if self._icon_name else 0
        return QSize(found.horizontalAdvance(self.accessibleName()) + extra + 2, found.height() + size.half)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), metrics().px(40)), self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        now, size, rect = tokens(), metrics(), self.rect()
        ink = now.link if self.isEnabled() else now.dis_text
        if self._icon_name:
            icons.draw_icon(painter, QRect(0, 0, size.icon, rect.height()), self._icon_name, ink)
            rect = rect.adjusted(size.icon + size.half, 0, 0, 0)
        font = fonts.font(self._step, self._weight)
        if self.underMouse():
            font.setUnderline(True)
        painter.setFont(font)
        text_in(painter, rect.adjusted(1, 0, -1, 0), self.accessibleName(), ink)
        font.setUnderline(False)
        if self._by_keyboard and self.hasFocus():
            ring(painter, QRectF(self.rect()), size.px(3), now.focus)


class Pill(QWidget):
    """Status on a tint: sign and word. Not pressable; the word is its accessible name."""

    def __init__(self, mark: Mark | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark: Mark | None = None
        self._word = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_mark(mark)
        fonts.hub().changed.connect(self.updateGeometry)

    def set_mark(self, mark: Mark | None, word: str = "") -> None:
        """Show ``mark``, with its own word or ``word``; None hides the pill."""
        self._mark = mark
        self._word = word or (translate(mark.word) if mark else "")
        self.setAccessibleName(self._word)
        self.setVisible(mark is not None and self.parentWidget() is not None)
        self.updateGeometry()
        self.update()

    def word(self) -> str:
        """What it says."""
        return self._word

    def sizeHint(self) -> QSize:
        size = metrics()
        wide = 2 * size.px(10) + size.mark + size.px(7) + fonts.measure("label", 600).horizontalAdvance(self._word)
        return QSize(wide, max(size.pill, fonts.measure("label", 600).height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()  # a status is read whole or not at all

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._mark is None:
            return
        now, size, box = tokens(), metrics(), self.rect()
        painter = QPainter(self)
        sign = mark_colour(self._mark.tone, now)
        edge = sign if now.high_contrast else None
        rounded(painter, QRectF(box), box.height() / 2, tone_ground(self._mark.tone, now), edge)
        left = box.left() + size.px(10)
        draw_mark(painter, left, box.center().y() - size.mark / 2 + 0.5, self._mark.shape, sign, size.mark)
        left += size.mark + size.px(7)
        painter.setFont(fonts.font("label", 600))
        ink = tone_text(self._mark.tone, now)
        text_in(painter, QRect(left, box.top(), box.right() - left, box.height()), self._word, ink, elide=False)


class MarkLabel(QWidget):
    """Sign and word without ground, as in lists and counters."""

    def __init__(
        self, mark: Mark | None = None, word: str = "", *, step: fonts.Step = "small", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._step: fonts.Step = step
        self._mark: Mark | None = None
        self._word = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_mark(mark, word)
        fonts.hub().changed.connect(self.updateGeometry)

    def set_mark(self, mark: Mark | None, word: str = "") -> None:
        """Show ``mark`` with ``word`` (its own when empty); without mark only the word is shown."""
        self._mark = mark
        self._word = word or (translate(mark.word) if mark else "")
        self.setAccessibleName(self._word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        size, found = metrics(), fonts.measure(self._step)
        lead = size.mark + size.px(8) if self._mark else 0
        return QSize(lead + found.horizontalAdvance(self._word) + 2, found.height() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(24), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        now, size, box = tokens(), metrics(), self.rect()
        left, ink = box.left(), now.text2
        if self._mark is not None:
            colour = mark_colour(self._mark.tone, now)
            draw_mark(painter, left, box.center().y() - size.mark / 2 + 0.5, self._mark.shape, colour, size.mark)
            left += size.mark + size.px(8)
            ink = tone_text(self._mark.tone, now)
        painter.setFont(fonts.font(self._step))
        text_in(painter, QRect(left, box.top(), box.right() - left + 1, box.height()), self._word, ink)


class KeyHint(QWidget):
    """One key in a small box."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        fonts.hub().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        size, found = metrics(), fonts.measure("key", 500)
        return QSize(max(size.px(20), found.horizontalAdvance(self._key) + 2 * size.px(6)), size.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        now, size = tokens(), metrics()
        rounded(painter, QRectF(self.rect()), size.px(4), now.base, now.edge)
        painter.setFont(fonts.font("key", 500))
        text_in(painter, self.rect(), self._key, now.text2, centre=True, elide=False)


class Hairline(QWidget):
    """A line one pixel thick; decoration, so a screen reader passes it by."""

    def __init__(self, *, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vertical = vertical
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        hairline(painter, 0, 0, max(self.width(), self.height()), tokens().line, vertical=self._vertical)


class Card(QWidget):
    """A white sheet with a hairline edge; put things in ``body``. ``flat``: no padding at the sides, for tables."""

    def __init__(self, *, flat: bool = False, tone: str = "base", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flat, self._tone = flat, tone
        self.body = QVBoxLayout(self)
        self._space()
        fonts.hub().changed.connect(self._space)

    def _space(self) -> None:
        size = metrics()
        # Four at the sides for the rings of buttons, six over and under a table for the round corners.
        side, ends = (1, size.px(5)) if self._flat else (size.card_x, size.card_y)
        self.body.setContentsMargins(side, ends, side, ends)
        self.body.setSpacing(size.grid)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = tokens()
        edge = None if self._tone == "chip" and not now.high_contrast else now.line
        rounded(QPainter(self), QRectF(self.rect()), metrics().radius_card, now.colour(self._tone), edge)


@dataclass(frozen=True, slots=True)
class Fact:
    """One of the five things people ask about a record: name, value, and a quieter line, maybe with a sign."""

    label: str
    value: str
    detail: str = ""
    mark: Mark | None = None


def heading(text: str, count: str = "", *actions: QWidget, step: fonts.Step = "section") -> QWidget:
    """A section heading: text, a quieter count in words, and actions to the right."""
    bar = QWidget()
    row = QHBoxLayout(bar)
    row.setContentsMargins(0, metrics().half, RING_SPACE, RING_SPACE)  # room for the rings of its buttons
    row.setSpacing(metrics().grid)
    row.addWidget(ToneLabel(text, step))
    if count:
        row.addWidget(ToneLabel(count, "body", "text2"))
    row.addStretch(1)
    for action in actions:
        row.addWidget(action)
    return bar
