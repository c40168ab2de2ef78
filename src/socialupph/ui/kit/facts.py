"""The strip under a record's title: the five things people ask about it."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialupph.i18n import _
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.flow import ColumnsLayout
from socialupph.ui.kit.labels import Fact, ToneLabel
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.notes import SignedLabel
from socialupph.ui.kit.paint import hairline


class Facts(QWidget):
    """Up to five facts with hairlines between, fewer beside one another where there is no room; long texts wrap."""

    def __init__(self, facts: Sequence[Fact] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = ColumnsLayout(5, 150, gap=32, parent=self)
        self.set_facts(facts)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show these instead."""
        self._layout.clear()
        for fact in facts:
            self._layout.addWidget(self._one(fact))
        self.updateGeometry()

    def _one(self, fact: Fact) -> QWidget:
        group = QWidget(self)
        rows = QVBoxLayout(group)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(metrics().px(2))
        rows.addWidget(ToneLabel(fact.label, "small", "text2"))
        value = ToneLabel(fact.value, "body", weight=600, wrap=True, selectable=True)
        value.setAccessibleName(_("{label}: {value}").format(label=fact.label, value=fact.value))
        rows.addWidget(value)
        if fact.mark is not None:
            rows.addWidget(SignedLabel(fact.detail, fact.mark, "small"))
        else:
            rows.addWidget(ToneLabel(fact.detail, "small", "text2", wrap=True, selectable=True))
        rows.addStretch(1)
        return group

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colour = QPainter(self), tokens().line
        gap = metrics().px(16)
        for number in range(1, self._layout.count()):
            item = self._layout.itemAt(number)
            if item is not None and item.geometry().x() > 0:
                box = item.geometry()
                hairline(painter, box.x() - gap, box.y() + 2, box.height() - 4, colour, vertical=True)
