"""A section heading whose count changes: text, how many in words, and actions to the right."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from socialupph.ui.kit.labels import ToneLabel
from socialupph.ui.kit.metrics import RING_SPACE, metrics


class SectionHead(QWidget):
    """Like ``labels.heading``, but for pages that show another count later."""

    def __init__(self, text: str, *actions: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, metrics().half, RING_SPACE, RING_SPACE)  # room for the rings of its buttons
        row.setSpacing(metrics().grid)
        self.title = ToneLabel(text, "section")
        self.count = ToneLabel("", "body", "text2", elide=True)
        row.addWidget(self.title)
        row.addWidget(self.count, 1)
        for action in actions:
            row.addWidget(action)

    def set_count(self, text: str) -> None:
        """How many, in words."""
        self.count.setText(text)
