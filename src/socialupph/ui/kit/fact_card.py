"""A card under a heading, and one of facts: names at the left, values at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from socialupph.i18n import _
from socialupph.specs.pairs import Pairs
from socialupph.ui.kit.labels import Card, Fact, MarkLabel, ToneLabel, heading
from socialupph.ui.kit.metrics import metrics


class HeadedCard(QWidget):
    """A heading with its actions over a card; ``body`` is the card's."""

    def __init__(self, title: str, *actions: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(metrics().grid)
        rows.addWidget(heading(title, "", *actions))
        card = Card()
        rows.addWidget(card)
        rows.addStretch(1)
        self.body = card.body


class FactCard(HeadedCard):
    """Shows what it is given; values can be copied. ``empty`` stands there when nothing is known."""

    def __init__(self, title: str, *actions: QWidget, empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, *actions, parent=parent)
        self._empty = empty
        self._host: QWidget | None = None

    def show_pairs(self, pairs: Pairs) -> None:
        """Show these names and values instead."""
        self.show_facts([Fact(label, value) for label, value in pairs])

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these instead; without any, and without a text for that, the card is hidden."""
        if self._host is not None:
            self._host.hide()
            self._host.deleteLater()
        self._host = QWidget()
        grid = QGridLayout(self._host)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(metrics().px(16))
        grid.setVerticalSpacing(metrics().px(6))
        grid.setColumnStretch(1, 1)
        for row, fact in enumerate(facts):
            grid.addWidget(ToneLabel(fact.label, "small", "text2"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(_value(fact), row, 1)
        if not facts:
            grid.addWidget(ToneLabel(self._empty, "body", "text2", wrap=True), 0, 0, 1, 2)
        self.body.addWidget(self._host)
        self._host.show()  # at once: a layout shows what it is given only when the next event comes
        self.setVisible(bool(facts) or bool(self._empty))


def _value(fact: Fact) -> QVBoxLayout:
    value = ToneLabel(fact.value, "body", wrap=True, selectable=True)
    value.setAccessibleName(_("{label}: {value}").format(label=fact.label, value=fact.value))
    line = QHBoxLayout()
    line.addWidget(value, 1)
    if fact.mark is not None:
        line.addWidget(MarkLabel(fact.mark))
    cell = QVBoxLayout()
    cell.setSpacing(metrics().px(1))
    cell.addLayout(line)
    if fact.detail:
        cell.addWidget(ToneLabel(fact.detail, "small", "text2", wrap=True, selectable=True))
    return cell
