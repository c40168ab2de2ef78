"""The menu bar that is there for Alt and for screen readers, and out of sight until then."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from socialupph.ui.kit.actions import ActionSet


class MenuKey(QObject):
    """Shows the menu bar of ``window`` when Alt is pressed and let go alone; hides it when a menu closes.

    ``always`` keeps it shown, by the user's choice.
    """

    def __init__(self, window: QMainWindow, button: QWidget) -> None:
        super().__init__(window)
        self._window, self._button = window, button
        self._alone = False
        self._always = False
        window.menuBar().hide()
        window.installEventFilter(self)

    def set_always(self, always: bool) -> None:
        """Keep the bar in sight, or not."""
        self._always = always
        self._window.menuBar().setVisible(always)

    def fill(self, *sets: ActionSet) -> None:
        """Make the menus anew."""
        bar = self._window.menuBar()
        bar.clear()
        for actions in sets:
            actions.fill_bar(bar)
        for menu in bar.findChildren(QMenu):
            menu.aboutToHide.connect(self._hide)

    def show_bar(self) -> None:
        """Alt and F10: show the bar with its first menu chosen."""
        bar = self._window.menuBar()
        bar.show()
        bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
        if bar.actions():
            bar.setActiveAction(bar.actions()[0])

    def popup(self) -> None:
        """The ☰ button: the same menus as one, under it."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in self._window.menuBar().actions():
            menu.addAction(action)
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))

    def _hide(self) -> None:
        if not self._always:
            self._window.menuBar().hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._alone = event.key() == Qt.Key.Key_Alt
        elif event.type() == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            if self._alone and event.key() == Qt.Key.Key_Alt and not event.isAutoRepeat():
                self._alone = False
                self._toggle()
                return True
            self._alone = False
        return super().eventFilter(watched, event)

    def _toggle(self) -> None:
        if self._window.menuBar().isVisible() and not self._always:
            self._hide()
        else:
            self.show_bar()
