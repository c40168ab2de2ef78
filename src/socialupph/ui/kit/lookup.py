"""Choosing a record by typing: a short list under the field, Enter picks, and a last line that makes a new one."""

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialupph.i18n import _
from socialupph.ui.kit.buttons import Chip
from socialupph.ui.kit.codecs import FieldProblem
from socialupph.ui.kit.fields import Editor
from socialupph.ui.kit.flow import FlowLayout
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.search_line import LIMIT, LookupHit, SearchLine

__all__ = ["LookupEditor", "LookupHit", "LookupLine", "LookupProvider", "LookupsEditor"]


class LookupProvider(Protocol):
    """Finds records for a form. ``kind`` is the ``lookup`` of the field."""

    def find(self, kind: str, text: str, limit: int) -> Sequence[LookupHit]:
        """Records that answer to ``text``, best first; with an empty text the likeliest."""
        ...

    def label(self, kind: str, record_id: int) -> str:
        """How the record is named in the field."""
        ...


class LookupLine(SearchLine):
    """Finds records of one kind. ``create_asked`` gives the typed text when a new one is to be made."""

    create_asked = Signal(str)

    def __init__(self, kind: str, provider: LookupProvider, *, creates: bool, parent: QWidget | None = None) -> None:
        super().__init__("add", parent)
        self._kind, self._provider, self._creates = kind, provider, creates
        self.last_chosen.connect(self.create_asked)
        self.setPlaceholderText(_("Skriv för att söka, Enter väljer"))

    def set_kind(self, kind: str) -> None:
        """Look for something else from now on, such as the workplaces of another supplier."""
        self._kind = kind

    def found(self, text: str) -> Sequence[LookupHit]:
        return self._provider.find(self._kind, text, LIMIT)

    def last_line(self, text: str) -> str:
        return _("Skapa {name} …").format(name=text or _("ny")) if self._creates else ""

    def only_hit(self) -> LookupHit | None:
        """The record that is meant when exactly one bears the typed name."""
        text = self.text().strip().casefold()
        same = [hit for hit in self.found(text) if hit.text.casefold() == text]
        return same[0] if len(same) == 1 else None


class LookupEditor(Editor):
    """One record found by typing."""

    create_asked = Signal(str, str)  # kind, typed text

    def __init__(self, key: str, kind: str, provider: LookupProvider, *, creates: bool) -> None:
        super().__init__()
        self._key, self._kind, self._provider = key, kind, provider
        self._id: int | None = None
        self._label = ""
        self._line = LookupLine(kind, provider, creates=creates)
        self._line.setFixedHeight(metrics().control)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._line)
        self._line.picked.connect(self._picked)
        self._line.create_asked.connect(self._create)
        self._line.textEdited.connect(self._edited)
        self._line.left.connect(self.left)

    def set_kind(self, kind: str) -> None:
        """Look for another kind, or the same narrowed by something else; what is chosen stays."""
        self._kind = kind
        self._line.set_kind(kind)

    def _edited(self) -> None:
        if self._line.text().strip() != self._label:
            self._id = None
        self.changed.emit()

    def _create(self, text: str) -> None:
        self.create_asked.emit(self._kind, text)

    def _picked(self, hit: LookupHit) -> None:
        self._show(hit.id, hit.text)
        self.changed.emit()

    def _show(self, record_id: int | None, label: str) -> None:
        self._id, self._label = record_id, label
        self._line.setText(label)
        self._line.setCursorPosition(0)

    def value(self) -> int | None:
        if self._id is not None or not self._line.text().strip():
            return self._id
        only = self._line.only_hit()
        if only is None:
            raise FieldProblem(self._key, _("Välj i listan. Skriv några bokstäver och tryck Enter på rätt rad."))
        self._show(only.id, only.text)
        return only.id

    def set_value(self, value: object) -> None:
        if isinstance(value, int):
            self._show(value, self._provider.label(self._kind, value))
        else:
            self._show(None, "")

    def draft(self) -> object:
        return self._id if self._id is not None else self._line.text()

    def set_draft(self, draft: object) -> None:
        if isinstance(draft, str):
            self._show(None, "")
            self._line.setText(draft)
        else:
            self.set_value(draft)

    def target(self) -> QWidget:
        return self._line


class _LookupChip(Chip):
    """A chosen record; says which when its cross is pressed."""

    dropped = Signal(int)

    def __init__(self, record_id: int, label: str, lead: str) -> None:
        super().__init__(lead, label)
        self._id = record_id
        self.removed.connect(self._drop)

    def _drop(self) -> None:
        self.dropped.emit(self._id)


class LookupsEditor(Editor):
    """Several records: a chip for each, and a line to find the next."""

    create_asked = Signal(str, str)

    def __init__(self, key: str, kind: str, provider: LookupProvider, *, creates: bool) -> None:
        super().__init__()
        self._key, self._kind, self._provider = key, kind, provider
        self._ids: list[int] = []
        self._line = LookupLine(kind, provider, creates=creates)
        self._line.setFixedHeight(metrics().control)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(metrics().half)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, 6)
        rows.addWidget(self._chips)
        rows.addWidget(self._line)
        self._line.picked.connect(self._picked)
        self._line.create_asked.connect(self._create)
        self._line.left.connect(self.left)
        self._chips.hide()

    def _create(self, text: str) -> None:
        self.create_asked.emit(self._kind, text)

    def _picked(self, hit: LookupHit) -> None:
        self._line.clear()
        if hit.id not in self._ids:
            self._ids.append(hit.id)
            self._refill()
            self.changed.emit()

    def _drop(self, record_id: int) -> None:
        self._ids.remove(record_id)
        self._refill()
        self._line.setFocus()
        self.changed.emit()

    def _refill(self) -> None:
        self._flow.clear()
        for number, record_id in enumerate(self._ids, 1):
            chip = _LookupChip(record_id, self._provider.label(self._kind, record_id), str(number))
            chip.dropped.connect(self._drop)
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._ids))
        self.updateGeometry()

    def value(self) -> tuple[int, ...]:
        if self._line.text().strip():
            only = self._line.only_hit()
            if only is None:
                raise FieldProblem(self._key, _("Välj i listan. Skriv några bokstäver och tryck Enter på rätt rad."))
            self._picked(only)
        return tuple(self._ids)

    def set_value(self, value: object) -> None:
        found = cast("Sequence[object]", value) if isinstance(value, list | tuple) else ()
        self._ids = [item for item in found if isinstance(item, int)]
        self._line.clear()
        self._refill()

    def draft(self) -> list[int]:
        return list(self._ids)

    def target(self) -> QWidget:
        return self._line
