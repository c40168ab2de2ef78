"""The ways to look at what is read in: buttons of which one is down, each with how much there is behind it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from socialupph.i18n import _, formats
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.metrics import metrics


class _ViewButton(Button):
    """One view; ``picked`` carries its key."""

    picked = Signal(str)

    def __init__(self, key: str, words: str, icon: str) -> None:
        super().__init__(words, Role.QUIET, icon=icon, small=True)
        self.key, self._plain = key, words
        self.setCheckable(True)
        self.clicked.connect(self._pick)

    def _pick(self) -> None:
        self.picked.emit(self.key)

    def set_count(self, count: int) -> None:
        """How much there is."""
        told = _("{view} {n}").format(view=self._plain, n=formats.integer(count))
        self.set_words(told if count else self._plain)


class Views(QWidget):
    """``chosen`` when another view is asked for."""

    chosen = Signal(str)

    def __init__(self, views: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        """``views``: key, words and icon of each."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics().half)
        self._buttons: dict[str, _ViewButton] = {}
        for key, words, icon in views:
            button = _ViewButton(key, words, icon)
            button.picked.connect(self.choose)
            self._buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)
        self.current = ""

    def choose(self, key: str) -> None:
        """Let ``key`` be the one that is down."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)
            button.set_role(Role.SECONDARY if name == key else Role.QUIET)
        if key != self.current:
            self.current = key
            self.chosen.emit(key)

    def set_count(self, key: str, count: int) -> None:
        """How much there is behind a view; without anything only its words stand there."""
        self._buttons[key].set_count(count)

    def set_shown(self, key: str, *, shown: bool) -> None:
        """Whether a view is offered at all."""
        self._buttons[key].setVisible(shown)

    def button(self, key: str) -> Button:
        """The button of a view."""
        return self._buttons[key]
