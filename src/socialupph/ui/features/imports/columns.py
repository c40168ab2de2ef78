"""Which column of the file is which field: the heading, our field, and what stands in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from socialupph.i18n import _, ngettext, translate
from socialupph.specs.imports import ListKind, TargetField
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.fields import ComboBox
from socialupph.ui.kit.labels import Card, ToneLabel
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.section_head import SectionHead

Mapping = tuple[str, ...]
_SHOWN_ROWS = 6.5


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a list as they were read: headings, samples of what stands under them, and which field each is.

    ``missing`` are groups of needed fields without a column; ``remembered``: the choice is that of last time.
    """

    kind: ListKind
    headers: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...]
    mapping: Mapping
    missing: tuple[tuple[str, ...], ...] = ()
    remembered: bool = False


class _ColumnBox(ComboBox):
    """What one column is. ``picked`` tells which column it stands for."""

    picked = Signal(int)

    def __init__(self, number: int, heading: str, fields: Sequence[TargetField]) -> None:
        super().__init__()
        self._number = number
        self.addItem(_("Läses inte in"), "")
        for field in fields:
            self.addItem(translate(field.title), field.key)
        self.setAccessibleName(_("Kolumnen {column} är").format(column=heading))
        self.setFixedHeight(metrics().small)
        self.activated.connect(self._chosen)

    def _chosen(self) -> None:
        self.picked.emit(self._number)

    def key(self) -> str:
        """The field that is chosen; empty for none."""
        return str(self.currentData())

    def set_key(self, key: str) -> None:
        """Choose ``key``."""
        self.setCurrentIndex(max(0, self.findData(key)))


class ColumnsCard(QWidget):
    """Folded while everything needed was recognised. ``mapping_chosen`` carries the whole choice after a change."""

    mapping_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: list[_ColumnBox] = []
        self._shown: Columns | None = None
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(metrics().half)
        self.toggle = Button(_("Visa kolumnerna"), Role.LINK, icon="column_triple", small=True)
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._fold)
        self.head = SectionHead(_("Kolumner"), self.toggle)
        self.told = ToneLabel("", "small", "text2", wrap=True)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.viewport().setAutoFillBackground(False)
        self._card = Card(flat=True)
        self._card.body.addWidget(self._area)
        rows.addWidget(self.head)
        rows.addWidget(self.told)
        rows.addWidget(self._card)
        self._card.hide()

    def _fold(self, shown: bool) -> None:
        self._card.setVisible(shown)
        self.toggle.set_words(_("Dölj kolumnerna") if shown else _("Visa kolumnerna"))

    def show_columns(self, columns: Columns) -> None:
        """Show the columns of a list; they are unfolded when something needed has no column."""
        before, self._shown = self._shown, columns
        if before is None or (before.kind, before.headers) != (columns.kind, columns.headers):
            sheet = self._grid(columns)
            self._area.setWidget(sheet)
            sheet.setAutoFillBackground(False)
        for box, key in zip(self._boxes, columns.mapping, strict=True):
            box.set_key(key)
        read = sum(bool(key) for key in columns.mapping)
        told = ngettext("{read} av {n} läses in", "{read} av {n} läses in", len(columns.headers))
        self.head.set_count(told.format(read=read, n=len(columns.headers)))
        self._tell(columns)
        if columns.missing:
            self.toggle.setChecked(True)

    def _tell(self, columns: Columns) -> None:
        if columns.missing:
            wanted = [_either(columns.kind, group) for group in columns.missing]
            self.told.setTone("bad")
            self.told.setText(
                _("Välj vilken kolumn som är {fields}. Innan dess går listan inte att läsa in.").format(
                    fields=_(" och ").join(wanted)
                )
            )
        else:
            self.told.setTone("text2")
            self.told.setText(_("Valda som förra gången listan lästes in.") if columns.remembered else "")
        self.told.setVisible(bool(self.told.text()))

    def _grid(self, columns: Columns) -> QWidget:
        size = metrics()
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(size.px(19), size.half, size.px(19), size.half)
        grid.setHorizontalSpacing(size.gap)
        grid.setVerticalSpacing(size.half)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 4)
        for column, title in enumerate((_("Rubrik i filen"), _("Är hos oss"), _("Det som står i kolumnen"))):
            grid.addWidget(ToneLabel(title, "small", "text3", weight=600), 0, column)
        self._boxes = []
        for number, heading in enumerate(columns.headers):
            name = heading or _("Kolumn {n}, utan rubrik").format(n=number + 1)
            box = _ColumnBox(number, name, columns.kind.fields)
            box.picked.connect(self._picked)
            self._boxes.append(box)
            grid.addWidget(ToneLabel(name, "body", elide=True), number + 1, 0)
            grid.addWidget(box, number + 1, 1)
            grid.addWidget(ToneLabel(" · ".join(columns.samples[number]), "small", "text2", elide=True), number + 1, 2)
        grid.setRowStretch(len(columns.headers) + 1, 1)
        line = size.small + size.half
        self._area.setFixedHeight(round(line * min(_SHOWN_ROWS, len(self._boxes) + 1)) + size.grid)
        return sheet

    def _picked(self, number: int) -> None:
        """A field that only one column can fill is taken from the other."""
        chosen, columns = self._boxes[number].key(), self._shown
        if columns is not None and chosen and not columns.kind.field(chosen).many:
            target = columns.kind.field(chosen).target
            for other, box in enumerate(self._boxes):
                if other != number and box.key() and columns.kind.field(box.key()).target == target:
                    box.set_key("")
        self.mapping_chosen.emit(self.mapping())

    def mapping(self) -> Mapping:
        """What is chosen, one key a column."""
        return tuple(box.key() for box in self._boxes)

    def choose(self, number: int, key: str) -> None:
        """Let column ``number`` be ``key``, as by hand."""
        self._boxes[number].set_key(key)
        self._picked(number)


def _either(kind: ListKind, group: Sequence[str]) -> str:
    names = [translate(kind.field(key).title).lower() for key in group]
    if len(names) == 1:
        return names[0]
    return _("{some} eller {last}").format(some=", ".join(names[:-1]), last=names[-1])
