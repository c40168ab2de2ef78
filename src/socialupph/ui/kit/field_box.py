"""A field with all around it: label above, help or error beneath, and room kept for either."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from socialupph.domain.errors import RuleViolation
from socialupph.i18n import _, translate
from socialupph.specs.forms import Field, FieldKind
from socialupph.ui.kit import fonts
from socialupph.ui.kit.code_field import CodeEditor, CodeProvider, CodesEditor
from socialupph.ui.kit.codecs import codec_for, explain
from socialupph.ui.kit.fields import ChoiceEditor, ChoicesEditor, Editor, FlagEditor, LineEditor, TextArea
from socialupph.ui.kit.labels import ToneLabel
from socialupph.ui.kit.lookup import LookupEditor, LookupProvider, LookupsEditor
from socialupph.ui.kit.marks import draw_error_sign
from socialupph.ui.kit.metrics import metrics

_SHORT = 200  # the limit of a field that says none: too little for a long text
_LONG = 4000


def make_editor(
    field: Field, parse_date: Callable[[str], dt.date], lookups: LookupProvider, codes: CodeProvider
) -> Editor:
    """The widget that goes with the kind of ``field``."""
    if field.kind in (FieldKind.CODE, FieldKind.CODES):
        several = field.kind is FieldKind.CODES
        return (CodesEditor if several else CodeEditor)(field.lookup, codes, free=field.free, limit=field.limit)
    if field.kind in (FieldKind.LOOKUP, FieldKind.LOOKUPS):
        made = LookupEditor if field.kind is FieldKind.LOOKUP else LookupsEditor
        return made(field.key, field.lookup, lookups, creates=field.creates)
    if field.kind in (FieldKind.CHOICE, FieldKind.CHOICES):
        return (ChoiceEditor if field.kind is FieldKind.CHOICE else ChoicesEditor)(field.choices)
    if field.kind is FieldKind.LONG_TEXT:
        return TextArea(field.limit if field.limit != _SHORT else _LONG)
    if field.kind is FieldKind.FLAG:
        return FlagEditor(translate(field.label))
    return LineEditor(codec_for(field, parse_date), field.limit)


class _Under(QWidget):
    """The line beneath a field: help, what was read, or the error with its filled cross. Never without height."""

    def __init__(self) -> None:
        super().__init__()
        self._label = ToneLabel("", "small", "text2", wrap=True, parent=self)
        self._wrong = False
        # Not Fixed: the height of a narrower line, found at another width, would be its most.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, text: str, *, wrong: bool) -> None:
        """Show ``text``; with ``wrong`` as an error."""
        self._wrong = wrong
        self._label.set_step("small", 600 if wrong else 0)
        self._label.setTone("bad" if wrong else "text2")
        self._label.setText(text)
        self._place()
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def _lead(self) -> int:
        return metrics().icon + metrics().px(6) if self._wrong else 0

    def _place(self) -> None:
        lead = self._lead()
        self._label.setGeometry(lead, 0, max(0, self.width() - lead), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        least = max(fonts.measure("small").height(), metrics().icon) + 1
        if not self._label.text():
            return least
        return max(least, self._label.heightForWidth(max(40, width - self._lead())))

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(120), self.heightForWidth(max(self.width(), metrics().px(200))))

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(60), max(fonts.measure("small").height(), metrics().icon) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._wrong:
            side = metrics().px(14)
            top = (max(fonts.measure("small").height(), metrics().icon) - side) / 2
            draw_error_sign(QPainter(self), 1, top, side)


class FieldBox(QWidget):
    """Label, editor and the line beneath. ``edited`` is emitted for changes by hand."""

    edited = Signal()
    create_asked = Signal(str, str, str)
    list_asked = Signal(str)

    def __init__(
        self,
        field: Field,
        parse_date: Callable[[str], dt.date],
        lookups: LookupProvider,
        codes: CodeProvider,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.editor = make_editor(field, parse_date, lookups, codes)
        self._error = ""
        self._note = ""
        self._under = _Under()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(metrics().half)
        label = translate(field.label)
        if field.kind is not FieldKind.FLAG:
            words = _("{label} (måste fyllas i)").format(label=label) if field.required else label
            above = ToneLabel(words, "label", wrap=True)
            above.setBuddy(self.editor.target())
            rows.addWidget(above)
        rows.addWidget(self.editor)
        rows.addWidget(self._under)
        self.editor.target().setAccessibleName(label)
        self.editor.changed.connect(self._changed)
        self.editor.left.connect(self._left)
        if isinstance(self.editor, LookupEditor | LookupsEditor):
            self.editor.create_asked.connect(self._create)
        if isinstance(self.editor, CodeEditor | CodesEditor):
            self.editor.list_asked.connect(self.list_asked)
        self.refresh()

    def _create(self, kind: str, text: str) -> None:
        self.create_asked.emit(self.field.key, kind, text)

    def _changed(self) -> None:
        if self._error:
            self.show_error("")
        else:
            self.refresh()
        self.edited.emit()

    def _left(self) -> None:
        """Say at once when what was typed cannot be read; that it is empty is said only at saving."""
        try:
            self.editor.value()
        except RuleViolation as violation:
            self.show_error(explain(violation))
        else:
            self.refresh()

    def show_error(self, text: str) -> None:
        """Say ``text`` beneath with a red edge; an empty text takes the error away."""
        self._error = text
        self.editor.set_error(bool(text))
        self.refresh()

    def error(self) -> str:
        """The error that stands there now."""
        return self._error

    def set_note(self, text: str) -> None:
        """Say more after what was read, such as what it leads to; an empty text takes it away."""
        if text != self._note:
            self._note = text
            self.refresh()

    def refresh(self) -> None:
        """Write the line beneath again: error, else what was read, else help."""
        said = self.editor.hint() or translate(self.field.help)
        between = ". " if self._note[:1].isupper() else ", "
        text = self._error or between.join(part for part in (said, self._note) if part)
        self._under.say(text, wrong=bool(self._error))
        self.editor.target().setAccessibleDescription(text)

    def under(self) -> str:
        """What stands beneath."""
        return self._under.text()
