"""Keeps the side panel of a list: when it is shown, for which record, and whether beside the list or over it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.side_panel import SidePanel
from socialupph.ui.kit.table import TableView

_PAUSE: Final = 60  # ms: holding an arrow key down does not read a record for every row


class PanelKeeper(QObject):
    """``fill`` puts a record into the panel. Under 1180 wide the panel lies over ``page`` instead of beside the list."""

    width_changed = Signal()

    def __init__(
        self,
        page: QWidget,
        splitter: QSplitter,
        panel: SidePanel,
        table: TableView,
        fill: Callable[[SidePanel, int], None],
    ) -> None:
        super().__init__(page)
        self._page, self._splitter, self._panel, self._table, self._fill = page, splitter, panel, table, fill
        self._wanted = True
        self._enabled = True
        self._sized = False
        self._width = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.show_now)
        panel.close_asked.connect(self.close_panel)
        splitter.splitterMoved.connect(self._dragged)
        page.installEventFilter(self)
        panel.hide()

    def set_enabled(self, enabled: bool) -> None:
        """A list without a panel never shows one."""
        self._enabled = enabled

    def soon(self) -> None:
        """Show the current record when the keyboard has come to rest."""
        self._pause.start()

    def show_now(self) -> None:
        """Show the current record, or nothing when there is none."""
        current = self._table.current_id()
        if not self._enabled or not self._wanted or current is None:
            self._panel.hide()
            return
        self._fill(self._panel, current)
        self._place()
        self._panel.show()
        if self._panel.parentWidget() is self._splitter and not self._sized:
            self._sized = True
            wide = self._width or metrics().panel
            self._splitter.setSizes([self._splitter.width() - wide, wide])

    def width(self) -> int:
        """How wide the user made it; 0 for the usual width."""
        return self._width

    def set_width(self, width: int) -> None:
        """Take back a width from an earlier run."""
        self._width = width

    def _dragged(self) -> None:
        self._width = self._panel.width()
        self.width_changed.emit()

    def toggle(self) -> None:
        """Show it, or put it away."""
        self._wanted = not self._panel.isVisible()
        self.show_now()

    def close_panel(self) -> None:
        """Put it away until it is asked for again."""
        self._wanted = False
        self._panel.hide()
        self._table.setFocus()

    def _place(self) -> None:
        if self._page.window().width() < metrics().overlay_under:
            if self._panel.parentWidget() is not self._page:
                self._panel.setParent(self._page)
            wide = metrics().panel
            self._panel.setGeometry(self._page.width() - wide, 0, wide, self._page.height())
            self._panel.raise_()
        elif self._panel.parentWidget() is not self._splitter:
            self._splitter.addWidget(self._panel)
            self._splitter.setStretchFactor(0, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self._panel.isHidden():
            self._place()
            self._panel.show()
        return super().eventFilter(watched, event)
