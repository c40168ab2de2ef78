"""The window: sidebar, top bar, pages, status. It knows pages by their areas only.

What it is made of is read when it is furnished: before that it is bare, and quick to be seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from socialupph.domain.errors import SocialUpphError
from socialupph.i18n import _
from socialupph.ui.kit.places import Destination

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from socialupph.domain.clock import Clock
    from socialupph.ui.kit.actions import Action, ActionSet
    from socialupph.ui.kit.changes import ChangeBus
    from socialupph.ui.kit.finding import Finding
    from socialupph.ui.kit.menu_key import MenuKey
    from socialupph.ui.kit.navigation import Area, Counts, Sidebar
    from socialupph.ui.kit.palette import Palette
    from socialupph.ui.kit.places import ViewSettings
    from socialupph.ui.kit.reading import Reading
    from socialupph.ui.kit.router import Router
    from socialupph.ui.kit.status_line import StatusLine
    from socialupph.ui.kit.tasks import Tasks
    from socialupph.ui.kit.toast import Toast
    from socialupph.ui.kit.top_bar import TopBar

_COUNT_PAUSE = 150  # ms: several changes in a row count once


class MainWindow(QMainWindow):
    """Made bare, then furnished, then filled: pages need its notices and dialogs, and it needs the pages.

    It is the ``Notices`` of the commands: ``done`` becomes a toast, ``problem`` a banner on the page that is shown.
    """

    closing = Signal()
    undo_asked = Signal()
    help_asked = Signal(str)

    sidebar: Sidebar
    top_bar: TopBar
    status_line: StatusLine
    stack: QStackedWidget
    router: Router
    commands_menu: ActionSet
    _menu: MenuKey
    finding: Finding

    def __init__(self, settings: ViewSettings) -> None:
        super().__init__()
        self._settings = settings
        self._new: ActionSet | None = None
        self._counts: Counts | None = None
        self._counting: Reading | None = None
        self._furnished = False
        self.setWindowTitle(_("SocialUpph"))

    # ---- furnishing

    def furnish(self, bus: ChangeBus, clock: Clock) -> None:
        """Put in everything that stands around the pages, and the place for the pages."""
        self.furnish_frame(bus, clock)
        self.furnish_commands()

    def furnish_frame(self, bus: ChangeBus, clock: Clock) -> None:
        """The first half: what is seen."""
        from socialupph.ui.kit.finding import Finding  # noqa: PLC0415 -- read on another thread while the window is bare
        from socialupph.ui.kit.navigation import Sidebar  # noqa: PLC0415 -- as above
        from socialupph.ui.kit.router import Router  # noqa: PLC0415 -- as above
        from socialupph.ui.kit.status_line import StatusLine  # noqa: PLC0415 -- as above
        from socialupph.ui.kit.top_bar import TopBar  # noqa: PLC0415 -- as above

        self.sidebar, self.top_bar, self.status_line = Sidebar(), TopBar(), StatusLine(clock)
        self.stack = QStackedWidget()
        self.router = Router(self.stack, self)
        centre = _centre_of(self)
        self.finding = Finding(centre, self.router, self._sets)
        self._count_pause = QTimer(self)
        self._count_pause.setSingleShot(True)
        self._count_pause.setInterval(_COUNT_PAUSE)
        self._count_pause.timeout.connect(self.count)
        bus.changed.connect(self._count_pause.start)
        self._connect()
        self.set_register("")

    def furnish_commands(self) -> None:
        """The second half: keys and menus."""
        from socialupph.ui.kit.actions import ActionSet  # noqa: PLC0415 -- read on another thread while the window is bare
        from socialupph.ui.kit.menu_key import MenuKey  # noqa: PLC0415 -- as above

        self._menu = MenuKey(self, self.sidebar.menu_button())
        self.sidebar.menu_asked.connect(self._menu.popup)
        self.commands_menu = ActionSet(self, _own_actions(self, self._menu), whole_window=True)
        self._furnished = True

    def _connect(self) -> None:
        self.sidebar.area_chosen.connect(self.go_to_area)
        self.sidebar.help_asked.connect(self.ask_help)
        self.top_bar.back_asked.connect(self.router.back)
        self.top_bar.ahead_asked.connect(self.router.ahead)
        self.top_bar.search.opened.connect(self.finding.open)
        self.router.moved.connect(self._moved)
        self.router.status_changed.connect(self.status_line.note.setText)
        self.router.gate.waited.connect(self.status_line.show_waiting)

    @cached_property
    def toast(self) -> Toast:
        """What was carried out, in a box over the page; made when there is something to say."""
        from socialupph.ui.kit.toast import Toast  # noqa: PLC0415 -- not needed before the window is painted

        made = Toast(self.stack)
        made.undo_asked.connect(self.undo_asked)
        return made

    @property
    def palette_box(self) -> Palette:
        """The palette; made when it is first opened."""
        return self.finding.box

    # ---- filling

    def show_frame(self, *, shown: bool) -> None:
        """Show what stands around the pages, or the page alone."""
        for part in (self.sidebar, self.top_bar, self.status_line):
            part.setVisible(shown)

    def set_areas(self, areas: Sequence[Area], tasks: Tasks) -> None:
        """Show these areas in the sidebar, each on its key. Nothing is built until it is visited.

        How much waits in each is asked with ``tasks``, at every change and by ``count``.
        """
        from socialupph.ui.kit.actions import Action  # noqa: PLC0415 -- read when the window is furnished
        from socialupph.ui.kit.navigation import AreaOpener, Counts  # noqa: PLC0415 -- as above
        from socialupph.ui.kit.reading import Reading  # noqa: PLC0415 -- as above

        self._counts, self._counting = Counts(areas), Reading(tasks, self._not_counted)
        self.sidebar.set_areas(areas)
        self.router.set_areas(areas)
        self.commands_menu.add(
            Action(
                f"go.{area.key}",
                area.title.replace("&", "&&"),
                AreaOpener(area, self.go_to_area),
                area.icon,
                area.shortcut,
                _("&Gå till"),
            )
            for area in areas
        )
        self._menu.fill(self.commands_menu)

    def count(self) -> None:
        """Ask again how much waits in each area."""
        if self._counting is not None and self._counts is not None:
            self._counting.ask(self._counts, self.sidebar.show_counts, ahead=True)

    def _not_counted(self, error: Exception) -> None:
        if not isinstance(error, SocialUpphError):
            raise error  # kept and told as what nobody foresaw
        from socialupph.specs.messages import message  # noqa: PLC0415 -- read when something is wrong

        self.problem(message(error))

    def set_new_actions(self, entries: Sequence[Action]) -> None:
        """What *Nytt* offers, everywhere."""
        from socialupph.ui.kit.actions import ActionSet  # noqa: PLC0415 -- read when the window is furnished

        self._new = ActionSet(self, entries, whole_window=True)
        self.top_bar.set_new_actions(self._new)

    def set_register(self, name: str) -> None:
        """Name the open register in title and status line."""
        self.setWindowTitle(_("SocialUpph – {name}").format(name=name) if name else _("SocialUpph"))
        self.status_line.set_register(name)

    # ---- going about

    def go_to_area(self, key: str) -> None:
        """Show an area's page; its mark in the sidebar follows where one really is."""
        if not self.router.go(Destination(key)):
            self.sidebar.set_current(self.router.area())

    def _moved(self) -> None:
        self.sidebar.set_current(self.router.area())
        self.top_bar.back.setEnabled(self.router.can_go_back())
        self.top_bar.ahead.setEnabled(self.router.history.can_step(1))
        self.status_line.note.setText("")
        if "toast" in self.__dict__:
            self.toast.raise_()  # the page that is shown now was laid over it

    def _sets(self) -> tuple[ActionSet | None, ...]:
        """The commands of this moment: those of the page, of *Nytt*, and of the window."""
        page = self.router.page()
        return (page.page_actions if page is not None else None, self._new, self.commands_menu)

    def focus_filter(self) -> None:
        """Ctrl+F."""
        page = self.router.page()
        if page is not None:
            page.focus_filter()

    def reload_page(self) -> None:
        """F5."""
        page = self.router.page()
        if page is not None:
            page.refresh()

    def ask_help(self) -> None:
        """F1, about the page that is shown."""
        page = self.router.page()
        self.help_asked.emit(page.help_topic if page is not None else "")

    def next_pane(self) -> None:
        """F6: sidebar, search, the panes of the page, toast, and round again."""
        from socialupph.ui.kit.panes import next_pane  # noqa: PLC0415 -- not needed before the window is painted

        page = self.router.page()
        toast = (self.toast,) if "toast" in self.__dict__ else ()
        next_pane([self.sidebar, self.top_bar.search, *(page.panes() if page is not None else ()), *toast])

    # ---- Notices

    def done(self, text: str, *, undo: bool) -> None:
        """Say in a toast what was carried out."""
        self.toast.say(text, undo=undo)

    def problem(self, text: str) -> None:
        """Say in a banner on the page what was not."""
        page = self.router.page() if self._furnished else None
        if page is not None:
            page.banner.say(text)

    def clear_problem(self) -> None:
        """Put the banner away."""
        page = self.router.page()
        if page is not None:
            page.banner.clear()

    # ---- between runs

    def restore(self, first_area: str) -> None:
        """Take back size and place, and show the area one left from, or ``first_area``."""
        state = self._settings.load("window")
        geometry = state.get("geometry")
        if isinstance(geometry, str):
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii")))
        else:
            self.resize(1440, 900)
        area = state.get("area")
        known = isinstance(area, str) and self.router.knows(area)
        self.go_to_area(str(area) if known else first_area)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._furnished:
            super().closeEvent(event)
            return
        if not self.router.may_close():
            event.ignore()
            return
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self._settings.save("window", {"geometry": geometry, "area": self.router.area()})
        self.closing.emit()
        if self._counting is not None:
            self._counting.forget()
        self.router.close()
        self.finding.let_go()
        if "toast" in self.__dict__:
            self.toast.let_go()
        super().closeEvent(event)


def _centre_of(window: MainWindow) -> QWidget:
    """Everything in its place."""
    centre = QWidget()
    rows = QVBoxLayout(centre)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    across = QHBoxLayout()
    across.setSpacing(0)
    across.addWidget(window.sidebar)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(window.top_bar)
    column.addWidget(window.stack, 1)
    across.addLayout(column, 1)
    rows.addLayout(across, 1)
    rows.addWidget(window.status_line)
    window.setCentralWidget(centre)
    return centre


def _own_actions(window: MainWindow, menu: MenuKey) -> list[Action]:
    from socialupph.ui.kit.actions import Action  # noqa: PLC0415 -- read when the window is furnished

    go, view = _("&Gå till"), _("&Visa")
    return [
        Action("window.find", _("Sök eller gå till"), window.finding.open, "search", "Ctrl+K", go, False),
        Action("window.back", _("Tillbaka"), window.router.back, "arrow_left", "Alt+Left", go, False),
        Action("window.ahead", _("Framåt"), window.router.ahead, "arrow_right", "Alt+Right", go, False),
        Action("window.new", _("Nytt"), window.top_bar.open_new, "add", "Ctrl+Shift+N", "", False),
        Action("window.undo", _("Ångra det senaste"), window.undo_asked.emit, "arrow_undo", "Ctrl+Z", _("&Redigera")),
        Action("window.filter", _("Filtrera listan"), window.focus_filter, "filter", "Ctrl+F", view),
        Action("window.reload", _("Läs om"), window.reload_page, shortcut="F5", menu=view),
        Action("window.pane", _("Nästa del av fönstret"), window.next_pane, shortcut="F6", menu=view),
        Action("window.menu", _("Visa menyn"), menu.show_bar, shortcut="F10", in_palette=False),
        Action("window.help", _("Hjälp om det här"), window.ask_help, "question_circle", "F1", _("&Hjälp")),
    ]
