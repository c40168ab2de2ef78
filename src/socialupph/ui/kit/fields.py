"""The widgets of a form: each reads and shows one value and says when it changed."""

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from socialupph.domain.errors import RuleViolation
from socialupph.i18n import _, translate
from socialupph.specs.tables import Choice
from socialupph.ui.kit import fonts
from socialupph.ui.kit.codecs import Codec
from socialupph.ui.kit.flow import ColumnsLayout
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.style import ERROR_PROPERTY, draw_field

Choices = tuple[Choice, ...] | Callable[[], tuple[Choice, ...]]


class Editor(QWidget):
    """One field's widget. ``draft`` gives what is typed as it stands, so that half a date survives a crash."""

    changed = Signal()
    left = Signal()  # focus went on: a good moment to say what is wrong

    def value(self) -> object:
        """What is meant; raises RuleViolation when it cannot be read."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show ``value``."""
        raise NotImplementedError

    def draft(self) -> object:
        """What is typed, as plain JSON values."""
        return self.value()

    def set_draft(self, draft: object) -> None:
        """Show again what ``draft`` gave."""
        self.set_value(draft)

    def target(self) -> QWidget:
        """The widget that takes the keyboard."""
        raise NotImplementedError

    def hint(self) -> str:
        """What the value is read as, to stand in place of the help."""
        return ""

    def set_error(self, wrong: bool) -> None:
        """Draw the edge red, or not."""
        target = self.target()
        target.setProperty(ERROR_PROPERTY, wrong)
        target.update()
        self.update()


def _filled(widget: QWidget, inner: QWidget) -> None:
    box = QVBoxLayout(widget)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(inner)


class LineEdit(QLineEdit):
    """A line that shows its beginning when not focused, and has a place for a watcher of its focus."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class LineEditor(Editor):
    """Everything that is typed on one line; a codec reads it."""

    def __init__(self, codec: Codec, limit: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codec = codec
        self._line = LineEdit()
        self._line.setMaxLength(limit)
        _filled(self, self._line)
        self._line.textEdited.connect(self._edited)
        self._line.left.connect(self._settle)
        self._measure()
        fonts.hub().changed.connect(self._measure)

    def _measure(self) -> None:
        self._line.setFixedHeight(metrics().control)
        if self._codec.chars:
            self._line.setMinimumWidth(self._codec.chars * fonts.measure().averageCharWidth())

    def _edited(self) -> None:
        self.changed.emit()

    def _settle(self) -> None:
        """Show what was read in its own form, once the field is left; what cannot be read stays as it is."""
        try:
            shown = self._codec.show(self._codec.parse(self._line.text()))
        except RuleViolation:
            shown = self._line.text()
        if shown != self._line.text():
            self._line.setText(shown)
        self._line.setCursorPosition(0)
        self.left.emit()

    def value(self) -> object:
        return self._codec.parse(self._line.text())

    def set_value(self, value: object) -> None:
        self._line.setText(self._codec.show(value))
        self._line.setCursorPosition(0)

    def draft(self) -> object:
        return self._line.text()

    def set_draft(self, draft: object) -> None:
        self._line.setText(draft if isinstance(draft, str) else "")
        self._line.setCursorPosition(0)

    def hint(self) -> str:
        try:
            return self._codec.hint(self._codec.parse(self._line.text()))
        except RuleViolation:
            return ""

    def target(self) -> QWidget:
        return self._line


class _Area(QPlainTextEdit):
    left = Signal()
    focus_moved = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit()
        self.left.emit()


class TextArea(Editor):
    """Several lines of text in the same box as any other field; Tab goes on to the next field."""

    def __init__(self, limit: int = 4000, lines: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit, self._lines = limit, lines
        self._area = _Area(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setTabChangesFocus(True)
        self._area.viewport().setAutoFillBackground(False)
        palette = self._area.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self._area.setPalette(palette)
        _filled(self, self._area)
        self._area.textChanged.connect(self._text_changed)
        self._area.left.connect(self.left)
        self._area.focus_moved.connect(self.update)
        self._measure()
        fonts.hub().changed.connect(self._measure)

    def _measure(self) -> None:
        size = metrics()
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(size.px(6), size.half, size.px(4), size.half)
        self.setFixedHeight(self._lines * size.unit + 2 * size.half + size.px(10))

    def _text_changed(self) -> None:
        text = self._area.toPlainText()
        if len(text) > self._limit:
            cursor = self._area.textCursor()
            at = min(cursor.position(), self._limit)
            self._area.setPlainText(text[: self._limit])
            cursor.setPosition(at)
            self._area.setTextCursor(cursor)
            return
        self.changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        wrong = bool(self._area.property(ERROR_PROPERTY))
        draw_field(QPainter(self), self.rect(), enabled=self.isEnabled(), focused=self._area.hasFocus(), error=wrong)

    def value(self) -> str | None:
        return self._area.toPlainText().strip() or None

    def set_value(self, value: object) -> None:
        self._area.setPlainText(value if isinstance(value, str) else "")

    def draft(self) -> str:
        return self._area.toPlainText()

    def target(self) -> QWidget:
        return self._area


class ComboBox(QComboBox):
    """A list of choices that the wheel does not change while one scrolls past it."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def resolve(choices: Choices) -> tuple[Choice, ...]:
    """The choices themselves, asked for now when they come from the register."""
    return choices() if callable(choices) else choices


class ChoiceEditor(Editor):
    """One of a few: a combo whose first line is empty, so that nothing is chosen by accident."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._combo = ComboBox()
        self._combo.addItem("", None)
        for choice in resolve(choices):
            self._combo.addItem(translate(choice.label), choice.value)
        self._combo.setPlaceholderText(_("Välj"))
        self._combo.setCurrentIndex(-1)
        _filled(self, self._combo)
        self._combo.currentIndexChanged.connect(self._chosen)
        self._combo.left.connect(self.left)
        self._measure()
        fonts.hub().changed.connect(self._measure)

    def _measure(self) -> None:
        self._combo.setFixedHeight(metrics().control)

    def _chosen(self) -> None:
        self.changed.emit()

    def value(self) -> str | None:
        return cast("str | None", self._combo.currentData())

    def set_value(self, value: object) -> None:
        self._combo.setCurrentIndex(self._combo.findData(value) if value is not None else -1)

    def target(self) -> QWidget:
        return self._combo


class ChoicesEditor(Editor):
    """Any of a few: ticks in columns."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: list[tuple[str, QCheckBox]] = []
        for choice in resolve(choices):
            box = QCheckBox(translate(choice.label).replace("&", "&&"))
            box.toggled.connect(self._toggled)
            self._boxes.append((choice.value, box))
        widest = max((box.sizeHint().width() for _key, box in self._boxes), default=0)
        least = max(200, round(widest * 18 / metrics().unit))  # the longest decides, so that none is cut
        layout = ColumnsLayout(3, least, parent=self)
        for _key, box in self._boxes:
            layout.addWidget(box)

    def _toggled(self) -> None:
        self.changed.emit()

    def value(self) -> tuple[str, ...]:
        return tuple(value for value, box in self._boxes if box.isChecked())

    def set_value(self, value: object) -> None:
        wanted = set(cast("Sequence[object]", value)) if isinstance(value, list | tuple) else set[object]()
        for key, box in self._boxes:
            box.setChecked(key in wanted)

    def draft(self) -> list[str]:
        return list(self.value())

    def target(self) -> QWidget:
        return self._boxes[0][1] if self._boxes else self


class FlagEditor(Editor):
    """Yes or no: a tick with its own words."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QCheckBox(label.replace("&", "&&"))
        _filled(self, self._box)
        self._box.toggled.connect(self._toggled)

    def _toggled(self) -> None:
        self.changed.emit()

    def value(self) -> bool:
        return self._box.isChecked()

    def set_value(self, value: object) -> None:
        self._box.setChecked(value is True)

    def target(self) -> QWidget:
        return self._box
