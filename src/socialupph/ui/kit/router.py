"""Which page is shown: areas built when first visited, records made and freed as they are visited, forms on top."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from socialupph.ui.kit.gate import Gate
from socialupph.ui.kit.places import Destination

if TYPE_CHECKING:
    from socialupph.ui.kit.navigation import Area
    from socialupph.ui.kit.page_base import Page


class History:
    """Where one has been, as in a browser: going somewhere new forgets what lay ahead."""

    def __init__(self) -> None:
        self._places: list[Destination] = []
        self._at = -1

    def visit(self, place: Destination) -> None:
        """Add ``place`` after the present one; being there already adds nothing."""
        if self.current() == place:
            return
        self._places[self._at + 1 :] = [place]
        self._at += 1

    def current(self) -> Destination | None:
        """Where one is."""
        return self._places[self._at] if self._at >= 0 else None

    def can_step(self, way: int) -> bool:
        """Whether there is a place one step back (-1) or ahead (1)."""
        return 0 <= self._at + way < len(self._places)

    def step(self, way: int) -> Destination:
        """Go there. IndexError when there is none."""
        if not self.can_step(way):
            raise IndexError(way)
        self._at += way
        return self._places[self._at]


class Router(QObject):
    """Shows pages in ``stack``. List pages are kept; a record's page is freed when one leaves it.

    Nobody goes anywhere while ``gate`` is shut.
    """

    moved = Signal()
    status_changed = Signal(str)

    def __init__(self, stack: QStackedWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stack = stack
        self.gate = Gate(self)
        self._areas: dict[str, Area] = {}
        self._lists: dict[str, Page] = {}
        self._record: Page | None = None
        self._over: list[Page] = []
        self.history = History()

    def set_areas(self, areas: "Sequence[Area]") -> None:
        """These can be gone to."""
        self._areas = {area.key: area for area in areas}

    def knows(self, key: str) -> bool:
        """Whether there is such an area."""
        return key in self._areas

    def page(self) -> "Page | None":
        """What is shown now."""
        shown = self._stack.currentWidget()
        return next((page for page in (*self._over, *self._lists.values(), self._record) if page is shown), None)

    def area(self) -> str:
        """The area one is in; empty before the first."""
        current = self.history.current()
        return current.area if current else ""

    def go(self, place: Destination) -> bool:
        """Show ``place``; False when a form would not be left, or when it must wait. KeyError for an unknown area."""
        if place.area not in self._areas:
            raise KeyError(place.area)
        if self.gate.is_shut():
            self.gate.when_open(lambda: self.go(place))
            return False
        if not self._leave_all():
            return False
        self.history.visit(place)
        self._show(place)
        return True

    def back(self) -> None:
        """Close what lies on top, or go to where one was."""
        if self._over:
            if self._over[-1].may_leave():
                self._drop(self._over.pop())
                self._show_top()
            return
        if self.history.can_step(-1) and self._leave_all():
            self._show(self.history.step(-1))

    def ahead(self) -> None:
        """Take back a step back."""
        if self.history.can_step(1) and self._leave_all():
            self._show(self.history.step(1))

    def can_go_back(self) -> bool:
        """Whether ``back`` would do anything."""
        return bool(self._over) or self.history.can_step(-1)

    def push(self, page: "Page") -> None:
        """Lay ``page`` on top, as a form; ``back`` closes it."""
        self._join(page)
        self._over.append(page)
        self._show_top()

    def may_close(self) -> bool:
        """Whether everything open lets itself be left."""
        pages = [*reversed(self._over), *([self._record] if self._record else [])]
        return all(page.may_leave() for page in pages)

    def close(self) -> None:
        """Free every page."""
        pages = [*self._over, *self._lists.values(), *([self._record] if self._record else [])]
        self._over, self._lists, self._record = [], {}, None
        for page in pages:
            self._drop(page)

    def _leave_all(self) -> bool:
        while self._over:
            if not self._over[-1].may_leave():
                self._show_top()
                return False
            self._drop(self._over.pop())
        return self._record is None or self._record.may_leave()

    def _show(self, place: Destination) -> None:
        old, self._record = self._record, None
        area = self._areas[place.area]
        if place.record is not None and area.record_factory is not None:
            self._record = area.record_factory(place.record)
            self._join(self._record)
        elif place.area not in self._lists:
            self._lists[place.area] = area.page_factory()
            self._join(self._lists[place.area])
        self._show_top()
        if old is not None:
            self._drop(old)
        shown = self.page()
        if shown is not None and place.filters:
            shown.narrow(dict(place.filters))
        if shown is not None and place.record is not None:
            shown.select(place.record)

    def _show_top(self) -> None:
        top = self._over[-1] if self._over else self._record or self._lists.get(self.area())
        if top is not None:
            self._stack.setCurrentWidget(top)
            top.focus_first()
        self.moved.emit()

    def _join(self, page: "Page") -> None:
        page.go_to.connect(self.go)
        page.opened.connect(self.push)
        page.back_asked.connect(self.back)
        page.status_changed.connect(self.status_changed)
        self._stack.addWidget(page)

    def _drop(self, page: "Page") -> None:
        self._stack.removeWidget(page)
        page.release()
