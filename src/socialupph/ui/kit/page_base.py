"""What every page is: it knows what it watches, loads when it is looked at, and is freed when it is closed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialupph.domain.errors import SocialUpphError
from socialupph.specs.marks import Tone
from socialupph.specs.messages import message
from socialupph.ui.kit.actions import Action, ActionSet
from socialupph.ui.kit.feedback import Banner
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.places import Destination, ViewSettings
from socialupph.ui.kit.reading import Reading

if TYPE_CHECKING:  # reportlab is not read before the first paper is made, forms not before the first form
    from socialupph.documents.fonts import Fonts
    from socialupph.documents.paper import Paper
    from socialupph.domain.changes import Changes, Entity
    from socialupph.domain.clock import Clock
    from socialupph.specs.tables import TableSpec
    from socialupph.ui.kit.changes import ChangeBus
    from socialupph.ui.kit.commands import Commands
    from socialupph.ui.kit.dialogs import Dialogs
    from socialupph.ui.kit.form import Providers
    from socialupph.ui.kit.tasks import Tasks

__all__ = ["Destination", "ListOutputs", "Page", "PageContext", "PageMaker", "PaperDesk", "ViewSettings"]


class ListOutputs(Protocol):
    """Makes files and paper of a list as it is shown."""

    def export(self, spec: "TableSpec[Any]", rows: Callable[[], Sequence[Any]], told: str) -> None:
        """Write the rows to a file the user chooses; ``told`` says in words what is shown."""
        ...

    def print(self, spec: "TableSpec[Any]", rows: Callable[[], Sequence[Any]], told: str) -> None:
        """Show the rows as paper."""
        ...


class PaperDesk(Protocol):
    """Where papers are shown before they are printed or saved."""

    def fonts(self) -> "Fonts":
        """The fonts that papers are set in."""
        ...

    def show(self, paper: "Paper", subject: str) -> None:
        """Lay a preview of ``paper`` over the page; ``subject`` is a code for the log, never a name."""
        ...


class PageMaker(Protocol):
    """Pages that features offer one another by key, so that none needs to know the other (``Feature.pages``)."""

    def make(self, key: str) -> "Page":
        """A new page, to be laid over the present one; KeyError when no feature offers it."""
        ...


@dataclass(frozen=True, slots=True)
class PageContext:
    """What the window hands to every page it makes."""

    bus: "ChangeBus"
    commands: "Commands"
    tasks: "Tasks"
    dialogs: "Dialogs"
    clock: "Clock"
    providers: "Providers"
    settings: ViewSettings
    outputs: ListOutputs
    papers: PaperDesk
    pages: PageMaker


class Page(QWidget):
    """Base of all pages. Subclasses build their widgets in ``self.rows`` and read in ``reload``.

    It reloads when it is first shown, when it comes back after something it watches has changed, and at once when that
    happens while it is visible.
    """

    go_to = Signal(object)  # Destination
    opened = Signal(object)  # a Page to lay on top of this one, such as a form
    back_asked = Signal()
    title_changed = Signal(str)
    status_changed = Signal(str)

    def __init__(
        self,
        context: PageContext,
        title: str,
        *,
        watches: "frozenset[Entity]" = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.watches = watches
        self.help_topic = ""
        self._title = title
        self._stale = True
        self._readings: list[Reading] = []
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(0)
        self.banner = Banner()
        host = QVBoxLayout()
        size = metrics()
        host.setContentsMargins(size.page_left, 0, size.page_right, 0)
        host.addWidget(self.banner)
        self.rows.addLayout(host)
        self.page_actions = ActionSet(self)
        context.bus.changed.connect(self._heard)

    @property
    def title(self) -> str:
        """What history and the screen reader call it."""
        return self._title

    def set_title(self, title: str) -> None:
        """Rename, as when a record is loaded."""
        self._title = title
        self.setAccessibleName(title)
        self.title_changed.emit(title)

    def reload(self) -> None:
        """Read everything that is shown anew."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Reload, and say in the banner when the register cannot be read."""
        self._stale = False
        try:
            self.reload()
        except SocialUpphError as error:
            self._not_read(error)

    def reading(self) -> Reading:
        """A way to read beside the window, for ``reload``; what is still asked when the page is released is forgotten."""
        made = Reading(self.context.tasks, self._not_read)
        self._readings.append(made)
        return made

    def settle(self) -> None:
        """Wait for what is being read, for what cannot be done without it."""
        for one in self._readings:
            one.settle()

    def _not_read(self, error: Exception) -> None:
        if isinstance(error, SocialUpphError):
            self.banner.say(message(error), Tone.BAD)
        else:
            self.context.commands.tell(error)

    def may_leave(self) -> bool:
        """Whether it can be closed; a changed form asks first."""
        return True

    def focus_first(self) -> None:
        """Put the keyboard where work begins."""
        self.setFocus()

    def panes(self) -> Sequence[QWidget]:
        """What F6 goes between, in order."""
        return (self,)

    def focus_filter(self) -> bool:
        """Ctrl+F: put the keyboard in the filter; whether there is one."""
        return False

    def select(self, record_id: int) -> bool:
        """Make a record the chosen one, in pages that have a list; whether it is there."""
        del record_id
        return False

    def narrow(self, filters: Mapping[str, tuple[str, ...]]) -> None:
        """Show only what these filters let through, in pages that have a list."""
        del filters

    def add_actions(self, entries: Iterable[Action]) -> None:
        """Commands that work while this page is shown; the palette finds them too."""
        self.page_actions.add(entries)

    def release(self) -> None:
        """Called when it leaves the window for good."""
        for one in self._readings:
            one.forget()
        self.context.bus.changed.disconnect(self._heard)
        self.deleteLater()

    def _heard(self, changes: "Changes") -> None:
        if not changes.entities & self.watches:
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.banner.clear()
