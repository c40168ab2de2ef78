"""Commands as data: one entry feeds the menu bar, the palette, the keyboard and buttons."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from socialupph.ui.kit import icons


@dataclass(frozen=True, slots=True)
class Action:
    """Something the user can do. ``menu`` is the menu it stands in; without one it is on a key and in the palette only.

    ``text`` is already in the chosen language and begins with a verb; an ampersand marks its menu key.
    """

    id: str
    text: str
    handler: Callable[[], object]
    icon: str = ""
    shortcut: str = ""
    menu: str = ""
    in_palette: bool = True

    def words(self) -> str:
        """The text without the mark of its menu key."""
        return self.text.replace("&&", "\0").replace("&", "").replace("\0", "&")


class KitAction(QAction):
    """A QAction that calls the handler of its entry; lives and dies with its owner."""

    def __init__(self, entry: Action, owner: QObject) -> None:
        super().__init__(entry.text, owner)
        self.entry = entry
        if entry.icon:
            self.setIcon(icons.icon(entry.icon))
        if entry.shortcut:
            self.setShortcut(QKeySequence(entry.shortcut))
        self.triggered.connect(self._run)

    def _run(self) -> None:
        self.entry.handler()


class ActionSet(QObject):
    """The actions of one widget: the window's own, or those of a page, which work only while it is shown."""

    changed = Signal()

    def __init__(self, owner: QWidget, entries: Iterable[Action] = (), *, whole_window: bool = False) -> None:
        super().__init__(owner)
        self._owner = owner
        self._whole = whole_window
        self._actions: dict[str, KitAction] = {}
        self.add(entries)

    def add(self, entries: Iterable[Action]) -> None:
        """Take in more."""
        for entry in entries:
            action = KitAction(entry, self._owner)
            within = Qt.ShortcutContext.WidgetWithChildrenShortcut
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut if self._whole else within)
            self._owner.addAction(action)
            self._actions[entry.id] = action
        self.changed.emit()

    def entries(self) -> list[Action]:
        """Those that can be run now."""
        return [action.entry for action in self._actions.values() if action.isEnabled()]

    def action(self, action_id: str) -> KitAction:
        """The one called ``action_id``; KeyError when there is none."""
        return self._actions[action_id]

    def set_enabled(self, action_id: str, enabled: bool) -> None:
        """Let it be run, or not."""
        self._actions[action_id].setEnabled(enabled)

    def fill(self, menu: QMenu) -> None:
        """Put all of them in ``menu``."""
        for action in self._actions.values():
            menu.addAction(action)

    def fill_bar(self, bar: QMenuBar) -> None:
        """Put those that name a menu into it, making menus in the order they are first named."""
        menus: dict[str, QMenu] = {}
        for action in self._actions.values():
            title = action.entry.menu
            if not title:
                continue
            if title not in menus:
                menus[title] = bar.addMenu(title)
            menus[title].addAction(action)
