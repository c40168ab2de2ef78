"""What ⋯ opens: the actions of a page that have no button of their own."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from socialupph.i18n import _
from socialupph.ui.kit.actions import ActionSet
from socialupph.ui.kit.buttons import IconButton


class MoreMenu(QMenu):
    """Shows the actions called ``names``; those that cannot be run now are greyed there only."""

    def __init__(self, actions: ActionSet, names: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        for name in names:
            self.addAction(actions.action(name))

    def open_under(self, widget: QWidget) -> None:
        """Open it under ``widget``."""
        self.popup(widget.mapToGlobal(QPoint(0, widget.height())))


class MoreButton(IconButton):
    """⋯ in the head of a record. Its menu is given once the actions are known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("more_horizontal", _("Mer"), parent=parent)
        self._more: MoreMenu | None = None
        self.clicked.connect(self._open)

    def set_more(self, menu: MoreMenu) -> None:
        """What it opens."""
        self._more = menu

    def _open(self) -> None:
        if self._more is not None:
            self._more.open_under(self)
