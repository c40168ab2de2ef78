"""*Platser & matchning*: the list of openings and the board of matches, whichever was looked at last."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.ui.features.matching.board_page import BoardPage
from socialupph.ui.features.matching.openings_page import OpeningsPage
from socialupph.ui.features.matching.view_switch import BOARD, LIST
from socialupph.ui.features.matching.words import AREA
from socialupph.ui.kit.page import Page, PageContext


class MatchingPage(Page):
    """Holds both views; each is a page of its own with the same title and the same two buttons."""

    def __init__(self, context: PageContext, services: Services) -> None:
        super().__init__(context, _("Platser & matchning"))
        self.openings = OpeningsPage(context, services)
        self.board = BoardPage(context, services)
        self._stack = QStackedWidget()
        for page in (self.openings, self.board):
            self._stack.addWidget(page)
            page.go_to.connect(self.go_to)
            page.opened.connect(self.opened)
            page.back_asked.connect(self.back_asked)
            page.status_changed.connect(self.status_changed)
            page.switch.asked.connect(self._switch)
        self.rows.addWidget(self._stack, 1)
        kept = context.settings.load(AREA).get("view")
        self._stale = False  # the views read by themselves when they are shown
        self._show(LIST if kept == LIST else BOARD)

    def _show(self, view: str) -> None:
        page = self.openings if view == LIST else self.board
        self.page_actions = page.page_actions  # the palette offers what the view that is shown can do
        self.help_topic = page.help_topic
        self._stack.setCurrentWidget(page)

    def _switch(self, view: str) -> None:
        """The user asked for the other view; it is shown next time too."""
        self._show(view)
        self.context.settings.save(AREA, {"view": view})
        self.shown().focus_first()

    def shown(self) -> OpeningsPage | BoardPage:
        """The view that is shown."""
        return self.openings if self._stack.currentWidget() is self.openings else self.board

    def reload(self) -> None:
        """F5: read the view that is shown."""
        if self.shown().isVisible():
            self.shown().refresh()

    def select(self, record_id: int) -> bool:
        """Choose an opening in the list."""
        self._show(LIST)
        return self.openings.select(record_id)

    def narrow(self, filters: Mapping[str, tuple[str, ...]]) -> None:
        """Narrow the list of openings."""
        self._show(LIST)
        self.openings.narrow(filters)

    def panes(self) -> Sequence[QWidget]:
        return self.shown().panes()

    def focus_first(self) -> None:
        self.shown().focus_first()

    def focus_filter(self) -> bool:
        return self.shown().focus_filter()

    def release(self) -> None:
        """Let go of both views."""
        for page in (self.openings, self.board):
            page.release()
        super().release()
