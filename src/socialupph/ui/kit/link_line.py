"""A line of words and links that wraps: who, where and under what, at the top of a record."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from socialupph.ui.kit.flow import FlowLayout
from socialupph.ui.kit.labels import LinkButton, ToneLabel


class LinkLine(QWidget):
    """``followed`` carries the target of the link that was followed."""

    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = FlowLayout(self, 4)
        self._parts: tuple[str, ...] = ()

    def set_parts(self, parts: Sequence[tuple[str, object]]) -> None:
        """Words, each with where it leads; None leads nowhere."""
        self._line.clear()
        self._parts = tuple(text for text, _target in parts)
        for text, target in parts:
            if target is None:
                self._line.addWidget(ToneLabel(text, tone="text2"))
                continue
            link = LinkButton(text, target)
            link.followed.connect(self.followed)
            self._line.addWidget(link)
        self.setAccessibleName(self.text())
        self.updateGeometry()

    def text(self) -> str:
        """What it says."""
        return " ".join(self._parts)
