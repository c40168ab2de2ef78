"""A form from its description: labels above, help or error beneath, values read back as a mapping."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from socialupph.domain.errors import RuleViolation
from socialupph.i18n import _, ngettext, translate
from socialupph.specs.forms import FILLED, SEVERAL, Field, FieldKind, FormSpec, Section
from socialupph.specs.messages import message
from socialupph.ui.kit import fonts
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.code_field import CodeProvider, NoCodes
from socialupph.ui.kit.codecs import explain
from socialupph.ui.kit.field_box import FieldBox
from socialupph.ui.kit.flow import ColumnsLayout
from socialupph.ui.kit.labels import Hairline, ToneLabel
from socialupph.ui.kit.lookup import LookupEditor, LookupProvider, LookupsEditor
from socialupph.ui.kit.metrics import metrics


class FormIncomplete(RuleViolation):
    """Fields cannot be read or are empty; the form has already said so under each of them."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__("field.missing", next(iter(problems), None))
        self.problems = dict(problems)


_NO_CODES = NoCodes()


@dataclass(frozen=True, slots=True)
class Providers:
    """What fields need from outside. ``parse_date`` reads all that a date may be typed as, and knows today."""

    parse_date: Callable[[str], dt.date]
    lookups: LookupProvider
    codes: CodeProvider = _NO_CODES


class Form(QWidget):
    """All fields of a spec in a scroll area. Knows nothing of saving: a page or dialog reads ``values`` and saves.

    ``changed`` is emitted at every change by hand, ``drafted`` some seconds after the last of them with what is typed.
    """

    changed = Signal()
    drafted = Signal(object)
    create_asked = Signal(str, str, str)  # key of the field, kind, typed text
    list_asked = Signal(str)  # the list of codes that is to be read in whole

    def __init__(self, spec: FormSpec, providers: Providers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self._providers = providers
        self._boxes: dict[str, FieldBox] = {}
        self._sections: list[tuple[QWidget, tuple[str, ...]]] = []
        self._dirty = False
        self._filling = False
        self._draft_timer = QTimer(self)
        self._draft_timer.setSingleShot(True)
        self._draft_timer.setInterval(3000)
        self._draft_timer.timeout.connect(self._tell_draft)
        self._build()
        self._show_conditional()

    # ---- building

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet = QWidget()
        self._rows = QVBoxLayout(sheet)
        area.setWidget(sheet)
        # setWidget turns the ground of its widget on, which would be a slab in another colour.
        sheet.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        self._area, self._sheet = area, sheet
        outer.addWidget(area)
        self._summary = ToneLabel("", "body", "bad", weight=600, wrap=True)
        self._summary.hide()
        self._rows.addWidget(self._summary)
        for section in self.spec.sections:
            self._rows.addWidget(self._section(section))
        self._rows.addStretch(1)
        self._space()
        fonts.hub().changed.connect(self._space)

    def _space(self) -> None:
        size = metrics()
        self._rows.setContentsMargins(size.half, size.half, size.grid, size.grid)
        self._rows.setSpacing(size.px(14))
        self._sheet.setMaximumWidth(size.px(760))

    def _section(self, section: Section) -> QWidget:
        group = QWidget()
        rows = QVBoxLayout(group)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(metrics().px(6))
        if section.title:
            rows.addWidget(ToneLabel(translate(section.title), "section"))
        grid_host = QWidget()
        grid = ColumnsLayout(2, 240, gap=20, parent=grid_host)
        for field in section.fields:
            box = self._box(field)
            if field.half:
                grid.addWidget(box)
            else:
                grid.add_wide(box)
        rows.addWidget(grid_host)
        self._sections.append((group, tuple(field.key for field in section.fields)))
        return group

    def _box(self, field: Field) -> FieldBox:
        providers = self._providers
        box = FieldBox(field, providers.parse_date, providers.lookups, providers.codes)
        box.edited.connect(self._edited)
        box.list_asked.connect(self.list_asked)
        if isinstance(box.editor, LookupEditor | LookupsEditor):
            box.create_asked.connect(self.create_asked)
        self._boxes[field.key] = box
        return box

    # ---- reading and showing

    def values(self) -> dict[str, object]:
        """The value of every field. Raises FormIncomplete after saying under each field what is wrong with it."""
        read: dict[str, object] = {}
        problems: dict[str, str] = {}
        for field in self.spec.fields():
            box = self._boxes[field.key]
            if not self._applies(field):
                read[field.key] = _nothing(field)
                continue
            try:
                read[field.key] = value = box.editor.value()
            except RuleViolation as violation:
                problems[field.key] = explain(violation)
            else:
                if field.required and (value is None or value == ()):
                    problems[field.key] = message(RuleViolation("field.missing"))
        self.clear_errors()
        if problems:
            self.show_errors(problems)
            raise FormIncomplete(problems)
        return read

    def set_values(self, values: Mapping[str, object]) -> None:
        """Fill the fields that are named; the form counts as unchanged afterwards."""
        self._fill(values, draft=False)
        self._dirty = False

    def draft_values(self) -> dict[str, object]:
        """What is typed, as plain JSON values, also where it cannot be read yet."""
        return {key: box.editor.draft() for key, box in self._boxes.items()}

    def restore_draft(self, draft: Mapping[str, object]) -> None:
        """Show again what ``draft_values`` gave; the form counts as changed."""
        self._fill(draft, draft=True)
        self._dirty = True
        self.changed.emit()

    def _fill(self, values: Mapping[str, object], *, draft: bool) -> None:
        self._filling = True
        for key, value in values.items():
            box = self._boxes.get(key)
            if box is None:
                continue  # a draft from another version
            if draft:
                box.editor.set_draft(value)
            else:
                box.editor.set_value(value)
            box.refresh()
        self._filling = False
        self._show_conditional()

    def set_value(self, key: str, value: object) -> None:
        """Fill one field as if by hand, as after creating a record on the spot. KeyError for an unknown field."""
        self._boxes[key].editor.set_value(value)
        self._boxes[key].refresh()
        self._edited()

    def box(self, key: str) -> FieldBox:
        """The field called ``key`` with all around it; KeyError when there is none."""
        return self._boxes[key]

    def is_changed(self) -> bool:
        """Whether anything was changed by hand since it was filled."""
        return self._dirty

    def mark_saved(self) -> None:
        """Count as unchanged, as after a save that keeps the form open."""
        self._dirty = False
        self._draft_timer.stop()

    # ---- errors

    def show_error(self, field: str, text: str) -> None:
        """Say ``text`` under ``field`` and put the keyboard there. KeyError for an unknown field."""
        self.show_errors({field: text})

    def show_errors(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong under each field; with more than one, how many above them. Focus goes to the first."""
        first: FieldBox | None = None
        for key, box in self._boxes.items():
            if key in problems:
                box.show_error(problems[key])
                first = first or box
        count = len(problems)
        self._summary.setVisible(count > 1)
        self._summary.setText(ngettext("{n} fält behöver rättas.", "{n} fält behöver rättas.", count).format(n=count))
        if first is None:
            raise KeyError(*problems)
        self._area.ensureWidgetVisible(first)
        first.editor.target().setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_errors(self) -> None:
        """Take away every error."""
        self._summary.hide()
        for box in self._boxes.values():
            box.show_error("")

    def natural_height(self) -> int:
        """How high it is with every field in view, so that a short form gets a low dialog."""
        self._show_conditional()
        return self._sheet.sizeHint().height()

    def has_field(self, key: str | None) -> bool:
        """Whether a broken rule can be said under a field here."""
        return key in self._boxes

    def focus_first(self) -> None:
        """Put the keyboard in the first field."""
        for box in self._boxes.values():
            if box.isVisibleTo(self):
                box.editor.target().setFocus(Qt.FocusReason.OtherFocusReason)
                return

    # ---- changes

    def _edited(self) -> None:
        if self._filling:
            return
        self._dirty = True
        self._show_conditional()
        self._draft_timer.start()
        self.changed.emit()

    def _tell_draft(self) -> None:
        self.drafted.emit(self.draft_values())

    def _applies(self, field: Field) -> bool:
        if field.shown_when is None:
            return True
        other, wanted = field.shown_when
        if not self._applies(self._boxes[other].field):
            return False  # what it hangs on is not asked either
        words = _as_words(self._boxes[other].editor.draft())
        return bool(words - {""}) if wanted == FILLED else bool(wanted & words)

    def _show_conditional(self) -> None:
        for field in self.spec.fields():
            self._boxes[field.key].setVisible(self._applies(field))
        for group, keys in self._sections:
            group.setVisible(any(not self._boxes[key].isHidden() for key in keys))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_conditional()


def _as_words(value: object) -> frozenset[str]:
    if isinstance(value, bool):
        return frozenset({"true" if value else "false"})
    if isinstance(value, list | tuple):
        return frozenset(str(item) for item in value)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType] -- a draft is plain JSON
    return frozenset() if value is None else frozenset({str(value)})


def _nothing(field: Field) -> object:
    if field.kind is FieldKind.FLAG:
        return False
    return () if field.kind in SEVERAL else None


class FormFoot(QWidget):
    """The row under a form that never scrolls away: what is quiet to the left, *Avbryt* and *Spara* to the right."""

    save_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, save: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline())
        self.row = QHBoxLayout()
        size = metrics()
        self.row.setContentsMargins(size.page_left, size.grid, size.page_right, size.grid)
        self.row.setSpacing(size.grid)
        column.addLayout(self.row)
        self.note = ToneLabel("", "small", "text2", elide=True)
        self.cancel = Button(_("Avbryt"), Role.QUIET, key="Esc")
        self.save = Button(save or _("Spara"), Role.PRIMARY, key="Ctrl+S")
        self.row.addWidget(self.note, 1)
        self.row.addWidget(self.cancel)
        self.row.addWidget(self.save)
        self.cancel.clicked.connect(self.cancel_asked)
        self.save.clicked.connect(self.save_asked)

    def add(self, button: Button) -> None:
        """Put a secondary button between *Avbryt* and *Spara*."""
        self.row.insertWidget(self.row.count() - 1, button)
