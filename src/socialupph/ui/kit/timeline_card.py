"""What happened to a record, under its heading; where nothing has, there is no heading either."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialupph.i18n import _
from socialupph.ui.kit.labels import Card
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.section_head import SectionHead
from socialupph.ui.kit.timeline import Timeline, TimelineEntry


class TimelineCard(QWidget):
    """``actions`` stand beside the heading and keep it there. ``followed`` carries where an entry leads."""

    followed = Signal(object)

    def __init__(self, *actions: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        size = metrics()
        self._always = bool(actions)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(size.grid)
        rows.addWidget(SectionHead(_("Tidslinje"), *actions))
        self._card = Card()
        self._card.body.setContentsMargins(size.px(10), size.grid, size.grid, size.grid)
        self.timeline = Timeline()
        self._card.body.addWidget(self.timeline)
        rows.addWidget(self._card)
        self.timeline.followed.connect(self.followed)

    def set_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Show these, newest first as they come."""
        self.timeline.set_entries(entries)
        self._card.setVisible(bool(entries))
        self.setVisible(self._always or bool(entries))
