"""A short table inside a record: all rows visible, in a card, with a heading that says what they are."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from socialupph.i18n import translate
from socialupph.specs.tables import TableSpec
from socialupph.ui.kit import fonts
from socialupph.ui.kit.labels import Card, ToneLabel, heading
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.rows_model import RowsModel
from socialupph.ui.kit.table import TableView

_FIRST_PAD = 19


class CardTable(QWidget):
    """Shows row views that are already read; each has an ``id``. Enter and double click emit ``activated_id``."""

    activated_id = Signal(int)

    def __init__(
        self, spec: TableSpec[Any], title: str = "", *actions: QWidget, empty: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows: dict[int, Any] = {}
        self.model: RowsModel[Any] = RowsModel(spec, self._fetch, self)
        self.table = TableView(self.model, first_pad=_FIRST_PAD, dense=True)
        self.table.setAccessibleName(title or translate(spec.title))
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        fonts.hub().changed.connect(self._fit)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these instead."""
        self._rows = {row.id: row for row in rows}
        self.table.show_ids([row.id for row in rows])
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._fit()

    def _fetch(self, wanted: Sequence[int]) -> list[Any]:
        return [self._rows[number] for number in wanted]

    def _fit(self) -> None:
        size = metrics()
        self.table.setFixedHeight(size.header + size.row_dense * len(self._rows))
