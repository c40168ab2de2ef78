"""Those who signed up for a session: the tables, and what can be done with the one that is chosen."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialupph.domain.views.training import SessionView, SignUpEntry
from socialupph.i18n import _, ngettext
from socialupph.specs.training_page import SEATED, WITHDRAWN
from socialupph.ui.features.training.seats import STEPS, SeatActions, may
from socialupph.ui.kit.actions import Action, ActionSet
from socialupph.ui.kit.buttons import Button, IconButton
from socialupph.ui.kit.card_table import CardTable
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.more_menu import MoreMenu
from socialupph.ui.kit.table import TableView

_DOES: Final = ("confirm", "accept", "pass_on", "offer", "to_reserve", "withdraw", "restore")
_MENU: Final = ("person.open", *(f"person.{name}" for name in _DOES))


class PeopleTables(QWidget):
    """*Anmälda* and *Avanmälda*. ``opened`` carries the id of a sign-up that is to be shown in full."""

    opened = Signal(int)

    def __init__(self, seats: SeatActions, *buttons: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seats = seats
        self._people: dict[int, SignUpEntry] = {}
        self._pointed: int | None = None
        self._actions: ActionSet | None = None
        self._menu: MoreMenu | None = None
        self._more = IconButton("more_horizontal", _("Mer för den valda anmälan"), small=True)
        self.seated = CardTable(SEATED, _("Anmälda"), *buttons, self._more, empty=_("Ingen har någon plats ännu."))
        self.withdrawn = CardTable(WITHDRAWN, _("Avanmälda"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(metrics().gap)
        for table in (self.seated, self.withdrawn):
            table.table.keeps_choice = True  # what is done is done with the one that was chosen last
            rows.addWidget(table)
            table.activated_id.connect(self.opened)
            table.table.current_id_changed.connect(self.point_at)
            table.table.entered.connect(self.point_at)
            table.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.seated.table.customContextMenuRequested.connect(self._seated_menu)
        self.withdrawn.table.customContextMenuRequested.connect(self._withdrawn_menu)
        self._more.clicked.connect(self._more_menu)

    def actions_of_page(self) -> tuple[Action, ...]:
        """What the page adds to its own."""
        words = {
            "confirm": (_("Bekräfta"), "checkmark_circle"),
            "accept": (_("Svarade ja"), "checkmark_circle"),
            "pass_on": (_("Låt platsen gå vidare"), "arrow_right"),
            "offer": (_("Erbjud plats …"), "seat"),
            "to_reserve": (_("Flytta till reservlistan"), "snooze"),
            "withdraw": (_("Avmäl"), "delete"),
            "restore": (_("Ta tillbaka avanmälan"), "arrow_undo"),
        }
        keys = {"withdraw": "Del"}
        return (
            Action("person.open", _("Öppna anmälan"), self.open_chosen, "open", in_palette=False),
            Action("person.step", _("Nästa steg för den valda"), self.step, "", "Ctrl+Return", in_palette=False),
            *(
                Action(f"person.{name}", text, _Do(self, name), icon, keys.get(name, ""), in_palette=False)
                for name, (text, icon) in words.items()
            ),
        )

    def use(self, actions: ActionSet) -> None:
        """The page's actions, which the menu shows."""
        self._actions = actions
        self._menu = MoreMenu(actions, _MENU, self)
        self._allow()

    # ---- what is shown

    def show_session(self, view: SessionView) -> None:
        """Show its people."""
        self._people = {entry.id: entry for entry in (*view.seated, *view.waiting, *view.withdrawn)}
        self.seated.show_rows(view.seated)
        self.withdrawn.show_rows(view.withdrawn)
        self.withdrawn.setVisible(bool(view.withdrawn))
        if self._pointed not in self._people:
            self._pointed = self.seated.table.current_id()
        self._allow()

    def chosen(self) -> SignUpEntry | None:
        """The sign-up that the keyboard or the pointer chose last."""
        return self._people.get(self._pointed or 0)

    def point_at(self, sign_up_id: int | None) -> None:
        """Choose a sign-up, wherever it is shown."""
        self._pointed = sign_up_id
        for table in (self.seated.table, self.withdrawn.table):
            if table.current_id() != sign_up_id:
                table.clearSelection()
        self._allow()

    def _allow(self) -> None:
        if self._actions is None:
            return
        entry = self.chosen()
        for name in _DOES:
            self._actions.set_enabled(f"person.{name}", may(name, entry))
        self._actions.set_enabled("person.step", entry is not None and entry.status in STEPS)
        self._actions.set_enabled("person.open", entry is not None)
        self._more.setVisible(bool(self._people))
        told = ngettext("{n} vald", "{n} valda", 1).format(n=1)
        self._more.setAccessibleDescription(entry.label if entry else told)

    # ---- what is done

    def do(self, name: str) -> None:
        """Do it with the chosen sign-up, if it stands so that it can be done."""
        entry = self.chosen()
        if entry is not None and may(name, entry):
            self._seats.do(name, entry)

    def step(self) -> None:
        """What is usually done next with the chosen sign-up."""
        entry = self.chosen()
        if entry is not None and entry.status in STEPS:
            self._seats.do(STEPS[entry.status], entry)

    def open_chosen(self) -> None:
        """Show the chosen sign-up in full."""
        entry = self.chosen()
        if entry is not None:
            self.opened.emit(entry.id)

    # ---- the menu

    def open_menu(self, at: QPoint) -> None:
        """What can be done with the chosen sign-up, at a point of the screen; only what can be."""
        if self._menu is None or self.chosen() is None:
            return
        for action in self._menu.actions():
            action.setVisible(action.isEnabled())
        self._menu.popup(at)

    def open_menu_under(self, widget: QWidget) -> None:
        """The same under a button."""
        self.open_menu(widget.mapToGlobal(QPoint(0, widget.height())))

    def _more_menu(self) -> None:
        self.open_menu_under(self._more)

    def _seated_menu(self, at: QPoint) -> None:
        self._menu_of(self.seated.table, at)

    def _withdrawn_menu(self, at: QPoint) -> None:
        self._menu_of(self.withdrawn.table, at)

    def _menu_of(self, table: TableView, at: QPoint) -> None:
        self.point_at(table.current_id())
        self.open_menu(table.viewport().mapToGlobal(at))


class _Do:
    """The handler of one entry of the menu."""

    def __init__(self, people: PeopleTables, name: str) -> None:
        self._people, self._name = people, name

    def __call__(self) -> None:
        self._people.do(self._name)
