"""The window: sidebar, top bar, pages, status. It knows pages by their areas only."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from socialupph.domain.clock import Clock
from socialupph.i18n import _
from socialupph.ui.kit.actions import Action, ActionSet
from socialupph.ui.kit.changes import ChangeBus
from socialupph.ui.kit.menu_key import MenuKey
from socialupph.ui.kit.navigation import Area, AreaOpener, Sidebar
from socialupph.ui.kit.page import Destination, ViewSettings
from socialupph.ui.kit.palette import Palette, PaletteHit
from socialupph.ui.kit.panes import next_pane
from socialupph.ui.kit.router import Router
from socialupph.ui.kit.status_line import StatusLine
from socialupph.ui.kit.toast import Toast
from socialupph.ui.kit.top_bar import TopBar

Find = Callable[[str], Sequence[PaletteHit]]
_COUNT_PAUSE = 150  # ms: several changes in a row count once


class MainWindow(QMainWindow):
    """Made first and filled afterwards: pages need its notices and dialogs, and it needs the pages.

    It is the ``Notices`` of the commands: ``done`` becomes a toast, ``problem`` a banner on the page that is shown.
    """

    closing = Signal()
    undo_asked = Signal()
    help_asked = Signal(str)

    def __init__(self, bus: ChangeBus, clock: Clock, settings: ViewSettings) -> None:
        super().__init__()
        self._settings = settings
        self._find: Find | None = None
        self.sidebar, self.top_bar, self.status_line = Sidebar(), TopBar(), StatusLine(clock)
        self.stack = QStackedWidget()
        self.router = Router(self.stack, self)
        centre = self._build()
        self.toast = Toast(self.stack)
        self.palette_box = Palette(centre, self._hits)
        self._menu = MenuKey(self)
        self.commands_menu = ActionSet(self, self._own_actions(), whole_window=True)
        self._new: ActionSet | None = None
        self._count_pause = QTimer(self)
        self._count_pause.setSingleShot(True)
        self._count_pause.setInterval(_COUNT_PAUSE)
        self._count_pause.timeout.connect(self.sidebar.refresh_counts)
        bus.changed.connect(self._count_pause.start)
        self._connect()
        self.set_register("")

    def _build(self) -> QWidget:
        centre = QWidget()
        rows = QVBoxLayout(centre)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.sidebar)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.stack, 1)
        across.addLayout(column, 1)
        rows.addLayout(across, 1)
        rows.addWidget(self.status_line)
        self.setCentralWidget(centre)
        return centre

    def _connect(self) -> None:
        self.sidebar.area_chosen.connect(self.go_to_area)
        self.sidebar.menu_asked.connect(self._menu_asked)
        self.sidebar.help_asked.connect(self.ask_help)
        self.top_bar.back_asked.connect(self.router.back)
        self.top_bar.ahead_asked.connect(self.router.ahead)
        self.top_bar.search.opened.connect(self.palette_box.open)
        self.palette_box.chosen.connect(self._palette_chosen)
        self.palette_box.chosen_aside.connect(self._palette_aside)
        self.router.moved.connect(self._moved)
        self.router.status_changed.connect(self.status_line.note.setText)
        self.toast.undo_asked.connect(self.undo_asked)

    def _own_actions(self) -> list[Action]:
        go, view = _("&Gå till"), _("&Visa")
        return [
            Action("window.find", _("Sök eller gå till"), self.palette_box.open, "search", "Ctrl+K", go, False),
            Action("window.back", _("Tillbaka"), self.router.back, "arrow_left", "Alt+Left", go, False),
            Action("window.ahead", _("Framåt"), self.router.ahead, "arrow_right", "Alt+Right", go, False),
            Action("window.new", _("Nytt"), self.top_bar.open_new, "add", "Ctrl+Shift+N", "", False),
            Action("window.undo", _("Ångra det senaste"), self.undo_asked.emit, "arrow_undo", "Ctrl+Z", _("&Redigera")),
            Action("window.filter", _("Filtrera listan"), self.focus_filter, "filter", "Ctrl+F", view),
            Action("window.reload", _("Läs om"), self.reload_page, shortcut="F5", menu=view),
            Action("window.pane", _("Nästa del av fönstret"), self.next_pane, shortcut="F6", menu=view),
            Action("window.menu", _("Visa menyn"), self._menu.show_bar, shortcut="F10", in_palette=False),
            Action("window.help", _("Hjälp om det här"), self.ask_help, "question_circle", "F1", _("&Hjälp")),
        ]

    # ---- filling

    def set_areas(self, areas: Sequence[Area]) -> None:
        """Show these areas in the sidebar, each on its key. Nothing is built until it is visited."""
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
        self.sidebar.refresh_counts()

    def set_finder(self, find: Find) -> None:
        """What the palette finds besides commands."""
        self._find = find

    def set_new_actions(self, entries: Sequence[Action]) -> None:
        """What *Nytt* offers, everywhere."""
        self._new = ActionSet(self, entries, whole_window=True)
        self.top_bar.set_new_actions(self._new)

    def set_register(self, name: str) -> None:
        """Name the open register in title and status line."""
        self.setWindowTitle(_("SocialUpph – {name}").format(name=name) if name else _("SocialUpph"))
        self.status_line.set_register(name)

    # ---- going about

    def go_to_area(self, key: str) -> None:
        """Show an area's page; its mark in the sidebar follows where one really is."""
        self.router.go(Destination(key))
        self._moved()

    def _moved(self) -> None:
        self.sidebar.set_current(self.router.area())
        self.top_bar.back.setEnabled(self.router.can_go_back())
        self.top_bar.ahead.setEnabled(self.router.history.can_step(1))
        self.status_line.note.setText("")
        self.toast.raise_()  # the page that is shown now was laid over it

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
        page = self.router.page()
        next_pane([self.sidebar, self.top_bar.search, *(page.panes() if page is not None else ()), self.toast])

    def _menu_asked(self) -> None:
        self._menu.popup_under(self.sidebar.menu_button())

    # ---- palette

    def _hits(self, text: str) -> list[PaletteHit]:
        only_commands = text.startswith(">")
        needle = text.removeprefix(">").strip().casefold()
        found = [] if only_commands or self._find is None else list(self._find(text))
        page = self.router.page()
        sets = [page.page_actions if page is not None else None, self._new, self.commands_menu]
        for entry in (entry for group in sets if group is not None for entry in group.entries()):
            if entry.in_palette and needle in entry.words().casefold():
                found.append(PaletteHit(_("Gör"), entry.icon, "", entry.words(), "", entry.shortcut, entry))
        return found

    def _palette_chosen(self, payload: object) -> None:
        if isinstance(payload, Destination):
            self.router.go(payload)
        elif isinstance(payload, Action):
            payload.handler()

    def _palette_aside(self, payload: object) -> None:
        """Ctrl+Enter: the record in the side panel of its list."""
        if not isinstance(payload, Destination):
            self._palette_chosen(payload)
        elif self.router.go(Destination(payload.area)):
            page = self.router.page()
            if page is not None and payload.record is not None:
                page.select(payload.record)

    # ---- Notices

    def done(self, text: str, *, undo: bool) -> None:
        """Say in a toast what was carried out."""
        self.toast.say(text, undo=undo)

    def problem(self, text: str) -> None:
        """Say in a banner on the page what was not."""
        page = self.router.page()
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
        if not self.router.may_close():
            event.ignore()
            return
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self._settings.save("window", {"geometry": geometry, "area": self.router.area()})
        self.closing.emit()
        self.router.close()
        self.palette_box.let_go()
        self.toast.let_go()
        super().closeEvent(event)
