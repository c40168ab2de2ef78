"""What other features show of duplicates: that some were found, where a record went, and the way to comparing two."""

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from socialupph.domain.changes import Entity
from socialupph.domain.errors import RuleViolation
from socialupph.domain.views.duplicates import MergedLink
from socialupph.i18n import _
from socialupph.specs import duplicates as specs
from socialupph.ui.kit.labels import LinkButton
from socialupph.ui.kit.link_line import LinkLine
from socialupph.ui.kit.page_base import Destination, Page, PageContext
from socialupph.ui.kit.reading import Reading


class FoundLine(QWidget):
    """*3 möjliga dubbletter*, a quiet link over a list; not there while there are none. Counted beside the window."""

    followed = Signal()

    def __init__(self, reading: Reading, count: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading, self._count = reading, count
        self._link = LinkButton("", step="small", icon="merge")
        self._link.clicked.connect(self.followed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._link)
        row.addStretch(1)
        self.hide()

    def ask(self) -> None:
        """Count again."""
        self._reading.ask(self._count, self._show)

    def _show(self, count: int) -> None:
        self._link.set_target(specs.found_text(count), None)
        self.setVisible(count > 0)


class MergedLine(QWidget):
    """Where a record went, or which ones went up in it, as links; hidden when neither."""

    followed = Signal(object)

    def __init__(self, areas: dict[Entity, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._areas = areas
        self._line = LinkLine()
        self._line.followed.connect(self.followed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._line, 1)
        self.hide()

    def show_links(self, into: MergedLink | None, merged: Sequence[MergedLink]) -> None:
        """Say it of the record that is shown."""
        parts: list[tuple[str, object]] = []
        if into is not None:
            parts = [(specs.merged_text(into), None), (_("Öppna {name}").format(name=into.label), self._place(into))]
        elif merged:
            parts = [(_("Hit hör också:"), None), *((link.label, self._place(link)) for link in merged)]
        self._line.set_parts(parts)
        self.setVisible(bool(parts))

    def _place(self, link: MergedLink) -> Destination | None:
        area = self._areas.get(link.entity)
        return None if area is None else Destination(area, link.id)


def open_suspects(page: Page) -> None:
    """Lay the page of possible duplicates over ``page``."""
    page.opened.emit(page.context.pages.make(specs.LIST))


def open_comparison(page: Page, entity: Entity, kept_id: int, merged_id: int, *, either: bool = False) -> None:
    """Lay the comparison of two records over ``page``; with ``either`` the one with more on it is kept."""
    comparison = page.context.pages.make(specs.COMPARE)
    comparison.narrow(specs.pair_filter(entity, kept_id, merged_id, either=either))
    page.opened.emit(comparison)


def ask_other(context: PageContext, entity: Entity, record_id: int) -> int | None:
    """Which other record this one is the same as; None when it was put away."""

    def other(values: dict[str, object]) -> int:
        chosen = values["other_id"]
        if not isinstance(chosen, int) or chosen == record_id:
            raise RuleViolation("duplicate.same", "other_id")
        return chosen

    found = context.dialogs.ask_form(specs.merge_with_form(entity), context.providers, other)
    return found if isinstance(found, int) else None


def ask_contacts(context: PageContext, names: Sequence[tuple[int, str]]) -> tuple[int, int] | None:
    """Which two contacts are the same person, the one to keep first; None when it was put away."""

    def two(values: dict[str, object]) -> tuple[int, int]:
        kept, merged = int(str(values["kept_id"])), int(str(values["other_id"]))
        if kept == merged:
            raise RuleViolation("duplicate.same", "other_id")
        return kept, merged

    found = context.dialogs.ask_form(specs.merge_contacts_form(tuple(names)), context.providers, two)
    return cast("tuple[int, int] | None", found)
