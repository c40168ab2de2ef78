"""Working time and pauses of an opened placement, side by side: add, change with Enter, remove with Del."""

from PySide6.QtWidgets import QWidget

from socialupph.domain.views.placements import PlacementView
from socialupph.i18n import _
from socialupph.specs import placement_parts as parts
from socialupph.ui.features.placements.changes import PlacementChanges
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.card_table import CardTable
from socialupph.ui.kit.flow import ColumnsLayout


class Times(QWidget):
    """Two small tables over the same placement."""

    def __init__(self, changes: PlacementChanges, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes = changes
        self._first = 0
        new_time = Button(_("Ny omfattning"), Role.LINK, icon="add", small=True)
        self._drop_time = Button(_("Ta bort"), Role.QUIET, small=True)
        new_pause = Button(_("Ny paus"), Role.LINK, icon="add", small=True)
        self._drop_pause = Button(_("Ta bort"), Role.QUIET, small=True)
        self.times = CardTable(parts.WORKING_TIMES, _("Arbetstid"), self._drop_time, new_time)
        self.pauses = CardTable(parts.PAUSES, _("Pauser"), self._drop_pause, new_pause, empty=_("Inga pauser."))
        columns = ColumnsLayout(2, 300, gap=20, parent=self)
        columns.addWidget(self.times)
        columns.addWidget(self.pauses)
        self._drop_time.setAccessibleDescription(_("Tar bort den valda ändringen av arbetstid"))
        self._drop_pause.setAccessibleDescription(_("Tar bort den valda pausen"))
        new_time.clicked.connect(changes.new_time)
        new_pause.clicked.connect(changes.new_pause)
        self._drop_time.clicked.connect(self._remove_time)
        self._drop_pause.clicked.connect(self._remove_pause)
        self.times.activated_id.connect(changes.edit_time)
        self.pauses.activated_id.connect(changes.edit_pause)
        self.times.table.current_id_changed.connect(self._choose)
        self.pauses.table.current_id_changed.connect(self._choose)

    def show_placement(self, view: PlacementView) -> None:
        """Show its times and pauses."""
        self._first = view.facts.working_times[0].id if view.facts.working_times else 0
        self.times.show_rows(view.facts.working_times)
        self.pauses.show_rows(view.facts.pauses)
        self._choose()

    def _choose(self) -> None:
        time, pause = self.times.table.current_id(), self.pauses.table.current_id()
        self._drop_time.setVisible(time not in (None, self._first))
        self._drop_pause.setVisible(pause is not None)

    def _remove_time(self) -> None:
        current = self.times.table.current_id()
        if current is not None and current != self._first:
            self._changes.remove_time(current)

    def _remove_pause(self) -> None:
        current = self.pauses.table.current_id()
        if current is not None:
            self._changes.remove_pause(current)

    def remove_current(self) -> bool:
        """Remove what the keyboard is at; False when it is elsewhere."""
        if self.times.table.hasFocus():
            self._remove_time()
        elif self.pauses.table.hasFocus():
            self._remove_pause()
        else:
            return False
        return True
