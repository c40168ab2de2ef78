"""What stands in the window while a register is being opened."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialupph.ui.kit.labels import ToneLabel


class Opening(QWidget):
    """One line: which register is being opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = ToneLabel("", "body", "text2")
        rows = QVBoxLayout(self)
        rows.addWidget(self._told, 0, Qt.AlignmentFlag.AlignCenter)

    def tell(self, text: str) -> None:
        """Say what is being done."""
        self._told.setText(text)
        self.setAccessibleName(text)
