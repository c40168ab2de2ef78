"""A record in full: where one is, title and status, actions, the five facts, cards at the left, what happened at the right."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from socialupph.domain.changes import Entity
from socialupph.specs.marks import Mark
from socialupph.ui.kit.buttons import Button
from socialupph.ui.kit.facts import Facts
from socialupph.ui.kit.header_bar import Breadcrumb, HeaderBar, PageHead
from socialupph.ui.kit.labels import Fact, Hairline
from socialupph.ui.kit.metrics import RING_SPACE, metrics
from socialupph.ui.kit.page_base import Page, PageContext
from socialupph.ui.kit.tab_order import tab_through

_ASIDE: Final = 300
_ONE_COLUMN_UNDER: Final = 860


class RecordPage(Page):
    """Base of record pages. ``reload`` reads the record and calls ``show_head``; cards are put in ``main`` and ``aside``.

    In a narrow window, or with large text, what stands aside comes under the cards.
    """

    def __init__(
        self,
        context: PageContext,
        title: str,
        *,
        record_id: int,
        watches: frozenset[Entity],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, title, watches=watches, parent=parent)
        self.record_id = record_id
        self.trail = Breadcrumb()
        self.trail.followed.connect(self.go_to)
        self.header = HeaderBar(title)
        self.facts = Facts()
        head = PageHead()
        head.rows.setSpacing(metrics().half - RING_SPACE)
        head.rows.addWidget(self.trail)
        head.rows.addWidget(self.header)
        head.rows.addWidget(self.facts)
        self.rows.addWidget(head)
        self.rows.addWidget(Hairline())
        self.rows.addWidget(self._body(), 1)

    def _body(self) -> QWidget:
        size = metrics()
        self.scroll_area = QScrollArea()
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, sheet)
        self._columns.setContentsMargins(size.page_left, size.px(14), size.page_right, size.gap)
        self._columns.setSpacing(size.gap)
        left, right = QWidget(), QWidget()
        self.main, self.aside = QVBoxLayout(), QVBoxLayout()
        for host, column in ((left, self.main), (right, self.aside)):
            column.setSpacing(size.grid)
            outer = QVBoxLayout(host)
            outer.setContentsMargins(0, 0, 0, 0)
            outer.addLayout(column)
            outer.addStretch(1)  # an alignment at the top would give wrapped texts less height than they need
        self._aside_host = right
        self._columns.addWidget(left, 1)
        self._columns.addWidget(right)
        self.scroll_area.setWidget(sheet)
        sheet.setAutoFillBackground(False)
        self.scroll_area.viewport().setAutoFillBackground(False)
        return self.scroll_area

    def add_action_button(self, button: Button) -> Button:
        """Put a button in the head: quiet ones first, the primary last."""
        return self.header.add_button(button)

    def show_head(
        self, title: str, *, trail: Sequence[tuple[str, object]], here: str, mark: Mark | None, facts: Sequence[Fact]
    ) -> None:
        """Say what record this is."""
        self.set_title(title)
        self.header.title.setText(title)
        self.header.pill.set_mark(mark)
        self.trail.set_trail(trail, here)
        self.facts.set_facts(facts)

    def refresh(self) -> None:
        super().refresh()
        self.scroll_area.setAccessibleName(self.title)
        tab_through((self.trail, self.header, self.scroll_area))  # cards and lines are made as the record needs them

    def panes(self) -> Sequence[QWidget]:
        return (self.header, self.scroll_area)

    def focus_first(self) -> None:
        self.scroll_area.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = metrics()
        narrow = self.width() < size.px(_ONE_COLUMN_UNDER)
        upright, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(upright if narrow else beside)
        wide = size.px(_ASIDE)
        self._aside_host.setMinimumWidth(0 if narrow else wide)
        self._aside_host.setMaximumWidth(16_777_215 if narrow else wide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)
