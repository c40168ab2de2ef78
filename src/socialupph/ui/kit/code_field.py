"""Choosing a code of a long list by typing: CPV, or occupations, of which one's own words are as good."""

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialupph.i18n import _
from socialupph.ui.kit.buttons import Chip
from socialupph.ui.kit.fields import Editor
from socialupph.ui.kit.flow import FlowLayout
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.search_line import LIMIT, LookupHit, SearchLine


class CodeProvider(Protocol):
    """Finds codes for a form. ``which`` is the ``lookup`` of the field, the name of a list."""

    def find(self, which: str, text: str, limit: int) -> Sequence[LookupHit]:
        """Codes that answer to ``text``, best first; ``value`` of a hit is what is stored."""
        ...

    def shown(self, which: str, value: str) -> str:
        """What is stored, as the field shows it."""
        ...

    def meant(self, which: str, text: str) -> str:
        """What is stored for a typed text; RuleViolation when it is nothing the list can take."""
        ...

    def hint(self, which: str, value: str) -> str:
        """What is worth knowing of a value, to stand under the field; empty when nothing is."""
        ...

    def knows(self, which: str, value: str) -> bool:
        """Whether the list has it."""
        ...

    def is_whole(self, which: str) -> bool:
        """Whether the whole list has been read in, so that there is nothing more to read."""
        ...


class NoCodes:
    """For forms that have no register behind them: nothing is found, and every text stands for itself."""

    def find(self, which: str, text: str, limit: int) -> Sequence[LookupHit]:
        """Nothing."""
        del which, text, limit
        return ()

    def shown(self, which: str, value: str) -> str:
        """The value itself."""
        del which
        return value

    def meant(self, which: str, text: str) -> str:
        """The text itself."""
        del which
        return text

    def hint(self, which: str, value: str) -> str:
        """Nothing."""
        del which, value
        return ""

    def knows(self, which: str, value: str) -> bool:
        """No."""
        del which, value
        return False

    def is_whole(self, which: str) -> bool:
        """Nothing can be read in either."""
        del which
        return True


class CodeLine(SearchLine):
    """Finds codes of one list. ``list_asked`` when the whole list is to be read in."""

    list_asked = Signal()

    def __init__(self, which: str, provider: CodeProvider, *, free: bool, parent: QWidget | None = None) -> None:
        super().__init__("arrow_import", parent)
        self._which, self._provider = which, provider
        self.last_chosen.connect(self._ask_list)
        self.setPlaceholderText(
            _("Skriv för att söka, eller med egna ord") if free else _("Skriv en kod eller ett ord, Enter väljer")
        )

    def _ask_list(self) -> None:
        self.list_asked.emit()

    def found(self, text: str) -> Sequence[LookupHit]:
        return self._provider.find(self._which, text, LIMIT)

    def last_line(self, text: str) -> str:
        del text
        return "" if self._provider.is_whole(self._which) else _("Läs in hela listan …")

    def first_row(self) -> int:
        """Enter never leads away from the form by itself."""
        return 0 if self.has_hits() else -1


class CodeEditor(Editor):
    """One code, or one's own words where the list allows them. Its value is what is stored."""

    list_asked = Signal(str)

    def __init__(self, which: str, provider: CodeProvider, *, free: bool, limit: int) -> None:
        super().__init__()
        self._which, self._provider = which, provider
        self._value = ""
        self._shown = ""
        self._line = CodeLine(which, provider, free=free)
        self._line.setMaxLength(limit)
        self._line.setFixedHeight(metrics().control)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._line)
        self._line.picked.connect(self._picked)
        self._line.list_asked.connect(self._ask_list)
        self._line.textEdited.connect(self._edited)
        self._line.left.connect(self.left)

    def _ask_list(self) -> None:
        self.list_asked.emit(self._which)

    def _edited(self) -> None:
        self.changed.emit()

    def _picked(self, hit: LookupHit) -> None:
        self._show(hit.value)
        self.changed.emit()

    def _show(self, value: str) -> None:
        self._value = value
        self._shown = self._provider.shown(self._which, value) if value else ""
        self._line.setText(self._shown)
        self._line.setCursorPosition(0)

    def _is_as_shown(self) -> bool:
        return self._line.text().strip() == self._shown.strip()

    def value(self) -> str | None:
        if not self._is_as_shown():
            text = self._line.text().strip()
            self._show(self._provider.meant(self._which, text) if text else "")
        return self._value or None

    def set_value(self, value: object) -> None:
        self._show(value if isinstance(value, str) else "")

    def draft(self) -> object:
        """A value in a list of its own, or what is typed and not read yet."""
        return [self._value] if self._value and self._is_as_shown() else self._line.text()

    def set_draft(self, draft: object) -> None:
        if isinstance(draft, list):
            self.set_value(next(iter(cast("list[object]", draft)), None))
        else:
            self._show("")
            self._line.setText(draft if isinstance(draft, str) else "")

    def hint(self) -> str:
        return self._provider.hint(self._which, self._value) if self._value and self._is_as_shown() else ""

    def target(self) -> QWidget:
        return self._line


class _CodeChip(Chip):
    """A chosen code or text; says which when its cross is pressed."""

    dropped = Signal(str)

    def __init__(self, value: str, label: str, lead: str) -> None:
        super().__init__(lead, label)
        self._value = value
        self.removed.connect(self._drop)

    def _drop(self) -> None:
        self.dropped.emit(self._value)


class CodesEditor(Editor):
    """Several codes, or one's own words: a chip for each, and a line for the next. Its value is a tuple of what is stored."""

    list_asked = Signal(str)

    def __init__(self, which: str, provider: CodeProvider, *, free: bool, limit: int) -> None:
        super().__init__()
        self._which, self._provider = which, provider
        self._values: list[str] = []
        self._line = CodeLine(which, provider, free=free)
        self._line.setMaxLength(limit)
        self._line.setFixedHeight(metrics().control)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(metrics().half)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, 6)
        rows.addWidget(self._chips)
        rows.addWidget(self._line)
        self._line.picked.connect(self._picked)
        self._line.list_asked.connect(self._ask_list)
        self._line.returnPressed.connect(self._entered)
        self._line.left.connect(self.left)
        self._chips.hide()

    def _ask_list(self) -> None:
        self.list_asked.emit(self._which)

    def _picked(self, hit: LookupHit) -> None:
        self._line.clear()
        self._add((hit.value,))

    def _entered(self) -> None:
        """Enter without a chosen row takes the words as they are."""
        if not self._line.is_open():
            self.value()

    def _add(self, values: Sequence[str]) -> None:
        new = [value for value in dict.fromkeys(values) if value and value not in self._values]
        if new:
            self._values += new
            self._refill()
            self.changed.emit()

    def _drop(self, value: str) -> None:
        self._values.remove(value)
        self._refill()
        self._line.setFocus()
        self.changed.emit()

    def _refill(self) -> None:
        self._flow.clear()
        for number, value in enumerate(self._values, 1):
            chip = _CodeChip(value, self._provider.shown(self._which, value), str(number))
            chip.dropped.connect(self._drop)
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._values))
        self.updateGeometry()

    def value(self) -> tuple[str, ...]:
        typed = self._line.text().strip()
        if typed:
            read = self._read(typed)
            self._line.clear()
            self._add(read)
        return tuple(self._values)

    def _read(self, typed: str) -> list[str]:
        """What was typed: one thing of the list, whose name may have a comma, else several apart by commas."""
        whole = self._provider.meant(self._which, typed)
        if "," not in typed or self._provider.knows(self._which, whole):
            return [whole]
        return [self._provider.meant(self._which, part.strip()) for part in typed.split(",") if part.strip()]

    def set_value(self, value: object) -> None:
        found = cast("Sequence[object]", value) if isinstance(value, list | tuple) else ()
        self._values = [item for item in found if isinstance(item, str)]
        self._line.clear()
        self._refill()

    def draft(self) -> list[str]:
        typed = self._line.text().strip()
        return [*self._values, typed] if typed else list(self._values)

    def target(self) -> QWidget:
        return self._line
