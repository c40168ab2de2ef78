"""Two records side by side: a line a field, with a choice where both say something and it differs."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from socialupph.domain.merging import FieldState, Keep, Settled
from socialupph.domain.views.duplicates import ComparedSide, Comparison
from socialupph.i18n import _, formats, translate
from socialupph.specs import duplicates as specs
from socialupph.ui.kit.labels import Hairline, LinkButton, ToneLabel
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.value_choice import ValueChoice

_NARROW_UNDER = 640  # at 100 %: the name of a field then stands over its two values


class CompareGrid(QWidget):
    """``picked`` gives a field's key and whose value stays; ``opened`` the side whose record is to be shown in full."""

    picked = Signal(str, object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._sheet = QWidget()
        outer.addWidget(self._sheet)
        self._grid = self._new_grid()
        self._lines: list[tuple[QWidget, tuple[QWidget, ...]]] = []
        self._groups: list[QButtonGroup] = []
        self._narrow: bool | None = None

    def show_comparison(self, found: Comparison, choices: Mapping[str, Keep]) -> None:
        """Show these two; ``choices`` are those made so far."""
        old, self._sheet = self._sheet, QWidget()
        self._grid = self._new_grid()
        self._lines, self._groups = [], []
        self._head(found)
        for one in found.fields:
            if one.state is not FieldState.EMPTY:
                self._field(one, choices.get(one.key, Keep.KEPT))
        ours, theirs = (specs.noted(found.entity, side) for side in (found.kept, found.merged))
        for (label, kept), (_label, merged) in zip(ours, theirs, strict=True):
            self._line(label, ToneLabel(kept, wrap=True), ToneLabel(merged, wrap=True))
        if found.hanging:
            self._lines.append((Hairline(), ()))
        for hanging in found.hanging:
            counts = (formats.integer(count) if count else specs.NONE for count in (hanging.kept, hanging.merged))
            self._line(translate(specs.HANGING[hanging.what]), *(ToneLabel(count) for count in counts))
        self._arrange()
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(old, self._sheet)
        old.hide()
        old.deleteLater()
        self._sheet.show()

    def first_choice(self) -> QWidget | None:
        """The first button of the first field that has to be chosen in; None when nothing has."""
        return next((group.checkedButton() for group in self._groups), None)

    def has_focus(self) -> bool:
        """Whether the keyboard is somewhere in it."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    # ---- lines

    def _head(self, found: Comparison) -> None:
        self._line(
            "",
            self._side(_("Behålls"), found.kept),
            self._side(_("Går upp i den andra"), found.merged),
        )
        self._lines.append((Hairline(), ()))

    def _side(self, told: str, side: ComparedSide) -> QWidget:
        host = QWidget()
        rows = QVBoxLayout(host)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(metrics().px(2))
        rows.addWidget(ToneLabel(told, "small", "text2", wrap=True))
        link = LinkButton(side.label, side, weight=600)
        link.followed.connect(self.opened)
        rows.addWidget(link)
        return host

    def _line(self, label: str, *values: QWidget) -> None:
        name = ToneLabel(label, "small", "text2", wrap=True)
        if isinstance(values[0], ValueChoice):
            name.setContentsMargins(0, ValueChoice.text_top(), 0, 0)
        for value in values:
            if isinstance(value, ToneLabel):
                value.setAccessibleName(_("{label}: {value}").format(label=label, value=value.text()))
        self._lines.append((name, values))

    def _field(self, one: Settled, choice: Keep) -> None:
        label = specs.field_label(one.key)
        kept, merged = (specs.value_text(one.key, values) for values in (one.kept, one.merged))
        if one.state is FieldState.DIFFERS:
            self._line(label, *self._choice(one.key, label, (kept, merged), choice))
            return
        self._line(label, *(ToneLabel(text, wrap=True, selectable=True) for text in (kept, merged)))
        becomes = specs.becomes_text(one)
        if becomes:
            name, values = self._lines[-1]
            self._lines[-1] = (name, (*values, ToneLabel(becomes, "small", "text2", wrap=True)))

    def _choice(self, key: str, label: str, texts: tuple[str, str], choice: Keep) -> tuple[ValueChoice, ...]:
        group = QButtonGroup(self._sheet)
        self._groups.append(group)
        made: list[ValueChoice] = []
        for side, text in zip((Keep.KEPT, Keep.MERGED), texts, strict=True):
            button = ValueChoice(text, label, (key, side))
            button.setChecked(side is choice)
            button.picked.connect(self._pick)
            group.addButton(button)
            made.append(button)
        return tuple(made)

    def _pick(self, meant: tuple[str, Keep]) -> None:
        self.picked.emit(*meant)

    # ---- where they stand

    def _new_grid(self) -> QGridLayout:
        size = metrics()
        grid = QGridLayout(self._sheet)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(size.px(16))
        grid.setVerticalSpacing(size.px(6))
        return grid

    def _arrange(self) -> None:
        size = metrics()
        narrow = self.width() < size.px(_NARROW_UNDER)
        self._narrow = narrow
        grid, first = self._grid, 0 if narrow else 1
        while grid.count():
            grid.takeAt(0)
        for column in range(3):
            grid.setColumnStretch(column, 1 if first <= column <= first + 1 else 0)
        grid.setColumnMinimumWidth(0, 0 if narrow else size.px(150))
        row = 0
        for name, values in self._lines:
            if not values:
                grid.addWidget(name, row, 0, 1, first + 2)
            elif narrow:
                grid.addWidget(name, row, 0, 1, 2)
                row += 1
            else:
                grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            for place, value in enumerate(values[:2]):
                grid.addWidget(value, row, first + place)
            for value in values[2:]:
                row += 1
                grid.addWidget(value, row, first, 1, 2)
            row += 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._narrow is not None and self._narrow != (self.width() < metrics().px(_NARROW_UNDER)):
            self._arrange()
