"""*Lista* and *Tavla*: the two ways to look at the same area."""

from PySide6.QtCore import QObject, Signal

from socialupph.i18n import _
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.header_bar import HeaderBar

LIST, BOARD = "list", "board"


class ViewSwitch(QObject):
    """Two buttons in the head of a page; the one for ``here`` stays down. ``asked`` carries the other."""

    asked = Signal(str)

    def __init__(self, header: HeaderBar, here: str) -> None:
        super().__init__(header)
        self._here = here
        self._list = Button(_("Lista"), _role(here == LIST), icon="text_bullet_list", small=True)
        self._board = Button(_("Tavla"), _role(here == BOARD), icon="board", small=True)
        for button, key in ((self._list, LIST), (self._board, BOARD)):
            button.setCheckable(True)
            button.setChecked(key == here)
        self._list.clicked.connect(self._ask_list)
        self._board.clicked.connect(self._ask_board)
        header.add_button(self._list)
        header.add_button(self._board)

    def _ask_list(self) -> None:
        self._ask(LIST)

    def _ask_board(self) -> None:
        self._ask(BOARD)

    def _ask(self, key: str) -> None:
        self._list.setChecked(self._here == LIST)  # each page has its own pair, which always says where it is
        self._board.setChecked(self._here == BOARD)
        if key != self._here:
            self.asked.emit(key)


def _role(current: bool) -> Role:
    return Role.SECONDARY if current else Role.QUIET
