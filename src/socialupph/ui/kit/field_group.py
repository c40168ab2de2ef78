"""Fields that a page lays out itself: read, filled, kept as a draft and told of errors like a form's."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from socialupph.domain.errors import RuleViolation
from socialupph.specs.forms import Field
from socialupph.specs.messages import message
from socialupph.ui.kit.codecs import explain
from socialupph.ui.kit.field_box import FieldBox
from socialupph.ui.kit.form import FormIncomplete, Providers


class FieldGroup(QObject):
    """``changed`` is emitted at every change by hand. A field whose box is hidden is read as empty."""

    changed = Signal()

    def __init__(self, fields: Sequence[Field], providers: Providers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        parse: Callable[[str], dt.date] = providers.parse_date
        self._boxes = {field.key: FieldBox(field, parse, providers.lookups, providers.codes) for field in fields}
        self._filling = False
        for box in self._boxes.values():
            box.edited.connect(self._edited)

    def box(self, key: str) -> FieldBox:
        """The field called ``key`` with label and help, to be put somewhere; KeyError when there is none."""
        return self._boxes[key]

    def _edited(self) -> None:
        if not self._filling:
            self.changed.emit()

    def values(self) -> dict[str, object]:
        """The value of every field. Raises FormIncomplete after saying under each field what is wrong with it."""
        read: dict[str, object] = {}
        problems: dict[str, str] = {}
        for key, box in self._boxes.items():
            box.show_error("")
            if box.isHidden():
                read[key] = None
                continue
            try:
                read[key] = value = box.editor.value()
            except RuleViolation as violation:
                problems[key] = explain(violation)
            else:
                if box.field.required and value is None:
                    problems[key] = message(RuleViolation("field.missing"))
        for key in reversed(problems):
            self.show_error(key, problems[key])
        if problems:
            raise FormIncomplete(problems)
        return read

    def value(self, key: str) -> object:
        """The value of one field; None while it cannot be read."""
        try:
            return self._boxes[key].editor.value()
        except RuleViolation:
            return None

    def set_values(self, values: Mapping[str, object]) -> None:
        """Fill the fields that are named."""
        self._fill(values, draft=False)

    def draft(self) -> dict[str, object]:
        """What is typed, as plain JSON values."""
        return {key: box.editor.draft() for key, box in self._boxes.items()}

    def restore(self, draft: Mapping[str, object]) -> None:
        """Show again what ``draft`` gave."""
        self._fill(draft, draft=True)

    def _fill(self, values: Mapping[str, object], *, draft: bool) -> None:
        self._filling = True
        for key, value in values.items():
            box = self._boxes.get(key)
            if box is not None:
                if draft:
                    box.editor.set_draft(value)
                else:
                    box.editor.set_value(value)
                box.refresh()
        self._filling = False

    def has_field(self, key: str | None) -> bool:
        """Whether a broken rule can be said under a field here."""
        return key in self._boxes

    def show_error(self, field: str, text: str) -> None:
        """Say ``text`` under ``field`` and put the keyboard there. KeyError for an unknown field."""
        box = self._boxes[field]
        box.show_error(text)
        box.editor.target().setFocus(Qt.FocusReason.OtherFocusReason)
