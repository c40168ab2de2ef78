"""Which columns a list shows, how wide and in what order: by the user's choice, and by what fits."""

from collections.abc import Mapping
from typing import Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTableView

from socialupph.specs.tables import Column
from socialupph.ui.kit import fonts
from socialupph.ui.kit.metrics import metrics


class ColumnState(QObject):
    """Fits the columns to the window. Widths are kept in characters, so that they follow the text size."""

    changed = Signal()

    def __init__(self, view: QTableView, columns: tuple[Column[Any], ...]) -> None:
        super().__init__(view)
        self._view, self._columns = view, columns
        self._hidden = {column.key for column in columns if not column.shown}
        self._chars: dict[str, float] = {}
        self._lead = 0
        self._fitting = False
        header = view.horizontalHeader()
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(self._moved)

    def is_shown(self, key: str) -> bool:
        """Whether the user wants to see the column; a narrow window may still leave it out."""
        return key not in self._hidden

    def set_shown(self, key: str, shown: bool) -> None:
        """Show or hide a column; the last one stays."""
        if shown:
            self._hidden.discard(key)
        elif len(self._hidden) + 1 < len(self._columns):
            self._hidden.add(key)
        self.fit(self._view.viewport().width())
        self.changed.emit()

    def visible(self) -> list[int]:
        """Numbers of the columns on screen, from left to right."""
        header = self._view.horizontalHeader()
        order = (header.logicalIndex(place) for place in range(header.count()))
        return [number for number in order if not header.isSectionHidden(number)]

    def first(self) -> int:
        """The leftmost column on screen."""
        found = self.visible()
        return found[0] if found else 0

    def _wanted(self, column: Column[Any], extra: int) -> int:
        size, found = metrics(), fonts.measure("body")
        chars = self._chars.get(column.key, float(column.width))
        lead = size.mark + size.px(9) if column.mark else 0
        return round(chars * found.averageCharWidth()) + size.px(12) + lead + extra

    def fit(self, width: int, *, extra: int | None = None) -> None:
        """Leave out the least important columns until the rest fits; stretching ones take what is over.

        ``extra`` is the padding of the first column, kept from the last call when it is None.
        """
        if extra is not None:
            self._lead = extra
        lead = self._lead
        shown = [number for number, column in enumerate(self._columns) if column.key not in self._hidden]
        widths = {number: self._wanted(self._columns[number], 0) for number in shown}
        while shown and sum(widths[number] for number in shown) + lead > width > 0:
            droppable = [number for number in shown if self._columns[number].priority > 0]
            if not droppable:
                break
            shown.remove(max(droppable, key=self._priority))
        self._stretch(shown, widths, width - lead)
        self._set(shown, widths, lead)

    def _priority(self, number: int) -> tuple[int, int]:
        return self._columns[number].priority, number

    def _stretch(self, shown: list[int], widths: dict[int, int], width: int) -> None:
        spare = width - sum(widths[number] for number in shown)
        elastic = [number for number in shown if self._columns[number].stretch]
        if not elastic:
            return
        for number in elastic:
            share = spare // len(elastic)
            widths[number] = max(round(widths[number] * 0.6), widths[number] + share)

    def _set(self, shown: list[int], widths: dict[int, int], lead: int) -> None:
        self._fitting = True
        header = self._view.horizontalHeader()
        for number in range(len(self._columns)):
            header.setSectionHidden(number, number not in shown)
        first = self.first()
        for number in shown:
            header.resizeSection(number, widths[number] + (lead if number == first else 0))
        self._fitting = False

    def _resized(self, number: int, before: int, after: int) -> None:
        del before
        if self._fitting or after <= 0 or number >= len(self._columns):
            return
        column = self._columns[number]
        padding = self._wanted(column, 0) - round(
            self._chars.get(column.key, float(column.width)) * fonts.measure("body").averageCharWidth()
        )
        lead = self._lead if number == self.first() else 0
        self._chars[column.key] = max(3.0, (after - padding - lead) / fonts.measure("body").averageCharWidth())
        self.changed.emit()

    def _moved(self, number: int, before: int, after: int) -> None:
        del number, before, after
        if not self._fitting:
            self.fit(self._view.viewport().width())
            self.changed.emit()

    def save(self) -> dict[str, object]:
        """Plain values for the settings file."""
        header = self._view.horizontalHeader()
        order = [self._columns[header.logicalIndex(place)].key for place in range(header.count())]
        return {"order": order, "hidden": sorted(self._hidden), "widths": dict(self._chars)}

    def restore(self, state: Mapping[str, object]) -> None:
        """Take back what ``save`` gave; names that no longer exist are passed by."""
        keys = [column.key for column in self._columns]
        header = self._view.horizontalHeader()
        self._fitting = True
        place = 0
        for key in _texts(state.get("order")):
            if key in keys:
                header.moveSection(header.visualIndex(keys.index(key)), place)
                place += 1
        self._fitting = False
        if "hidden" in state:
            self._hidden = {key for key in _texts(state["hidden"]) if key in keys}
        widths = state.get("widths")
        if isinstance(widths, dict):
            for key, chars in cast("dict[object, object]", widths).items():
                if key in keys and isinstance(chars, int | float):
                    self._chars[str(key)] = float(chars)
        self.fit(self._view.viewport().width())


def _texts(value: object) -> list[str]:
    """The texts in a list read from a file that anyone may have edited."""
    if not isinstance(value, list):
        return []
    return [item for item in cast("list[object]", value) if isinstance(item, str)]
