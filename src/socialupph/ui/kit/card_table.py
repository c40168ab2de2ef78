"""A short table inside a record: all rows visible, in a card, with a heading that says what they are."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from socialupph.specs.tables import TableSpec
from socialupph.ui.kit.labels import Card, ToneLabel, heading
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.plain_table import PlainTable

_FIRST_PAD = 19


class CardTable(QWidget):
    """Shows row views that are already read; each has an ``id``. Enter and double click emit ``activated_id``."""

    activated_id = Signal(int)

    def __init__(
        self, spec: TableSpec[Any], title: str = "", *actions: QWidget, empty: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.table = PlainTable(spec)
        self.table.home = self
        self.model = self.table.rows_model
        if title:
            self.table.setAccessibleName(title)
        self.table.activated_id.connect(self.activated_id)
        self._empty = ToneLabel(empty, tone="text2", wrap=True)
        self._empty.setContentsMargins(
            metrics().px(_FIRST_PAD), metrics().grid, metrics().px(_FIRST_PAD), metrics().grid
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(metrics().grid)
        if title:
            rows.addWidget(heading(title, "", *actions))
        card = Card()
        card.body.setContentsMargins(1, metrics().half, 1, metrics().half)  # the edge of the card stays visible
        card.body.addWidget(self.table)
        card.body.addWidget(self._empty)
        rows.addWidget(card)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these instead."""
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
