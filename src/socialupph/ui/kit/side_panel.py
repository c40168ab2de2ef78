"""The frame beside a list: the chosen record in short, its next step as a button. Head and foot never scroll away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from socialupph.i18n import _
from socialupph.specs.marks import Mark
from socialupph.ui.kit.buttons import Button, IconButton, Role
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.flow import FlowLayout
from socialupph.ui.kit.labels import Card, Fact, Hairline, LinkButton, MarkLabel, Pill, ToneLabel
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import hairline


class SidePanel(QWidget):
    """Fill it between ``begin`` and ``finish``: links, next step, facts, own widgets; foot buttons are added once.

    ``open_asked`` for *Öppna i helbild*, ``more_asked`` for ⋯, ``close_asked`` for × and Esc.
    """

    open_asked = Signal()
    more_asked = Signal()
    close_asked = Signal()
    link_followed = Signal(object)
    next_asked = Signal()
    aside_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Sidopanel"))
        size = metrics()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(1, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._head())
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.viewport().setAutoFillBackground(False)
        rows.addWidget(self._area, 1)
        rows.addWidget(Hairline())
        foot = QWidget()
        self._foot = QHBoxLayout(foot)
        self._foot.setContentsMargins(size.px(12), size.px(6), size.px(12), size.px(6))
        self._foot.setSpacing(size.half)
        self._open = Button(_("Öppna i helbild"), Role.QUIET, icon="open", key=_("Enter"))
        self._open.clicked.connect(self.open_asked)
        self._foot.addWidget(self._open)
        self._foot.addStretch(1)
        rows.addWidget(foot)
        self.setMinimumWidth(size.panel_least)
        self.setMaximumWidth(size.panel_most)
        self.begin("")

    def _head(self) -> QWidget:
        size = metrics()
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(size.gap, size.px(14), size.px(12), size.half)
        row.setSpacing(size.grid)
        self._code = ToneLabel("", "panel", elide=True, selectable=True)
        self._pill = Pill(parent=head)
        self._more = IconButton("more_horizontal", _("Mer"))
        self._close = IconButton("dismiss", _("Stäng sidopanelen"), key="Esc")
        told = QWidget()
        line = FlowLayout(told, size.grid)  # the code is read whole: the status comes under it where there is no room
        line.addWidget(self._code)
        line.addWidget(self._pill)
        row.addWidget(told, 1)
        row.addWidget(self._more)
        row.addWidget(self._close)
        self._more.clicked.connect(self.more_asked)
        self._close.clicked.connect(self.close_asked)
        return head

    def more_button(self) -> IconButton:
        """Where a menu for ⋯ opens."""
        return self._more

    def add_foot(self, button: Button) -> Button:
        """Put an icon button at the right of the foot."""
        self._foot.addWidget(button)
        return button

    # ---- contents

    def begin(self, code: str, mark: Mark | None = None) -> None:
        """Start on another record; the old contents are let go."""
        size = metrics()
        self._code.setText(code)
        self._pill.set_mark(mark)
        old = self._area.takeWidget()
        if old is not None:  # pyright: ignore[reportUnnecessaryComparison] -- None the first time
            old.deleteLater()
        body = QWidget()
        self.body = QVBoxLayout(body)
        self.body.setContentsMargins(size.grid, 0, size.grid, size.gap)
        self.body.setSpacing(size.px(12))
        self._body = body

    def finish(self) -> None:
        """Show what was put in since ``begin``."""
        self.body.addStretch(1)
        self._area.setWidget(self._body)
        self._body.setAutoFillBackground(False)

    def add_section_title(self, text: str) -> None:
        """What the record is called, where the code says too little."""
        host = QHBoxLayout()
        host.setContentsMargins(metrics().px(12), 0, metrics().px(12), 0)
        host.addWidget(ToneLabel(text, "section", wrap=True, selectable=True))
        self.body.addLayout(host)

    def add_links(self, *parts: tuple[str, object]) -> None:
        """A line of words and links: those with a target can be followed."""
        host = QWidget()
        line = FlowLayout(host, metrics().half)
        line.setContentsMargins(metrics().px(12), 0, metrics().px(12), 0)
        for words, target in parts:
            if target is None:
                line.addWidget(ToneLabel(words))
                continue
            link = LinkButton(words, target)
            link.followed.connect(self.link_followed)
            line.addWidget(link)
        self.body.addWidget(host)

    def add_next_step(
        self, title: str, detail: str, button: str, *, key: str = "", aside: str = "", label: str = ""
    ) -> None:
        """The box with the one primary button; ``aside`` is a quieter second."""
        size = metrics()
        box = Card(tone="chip")
        box.body.setContentsMargins(size.px(12), size.px(12), size.px(12), size.px(12))
        box.body.setSpacing(size.px(3))
        box.body.addWidget(ToneLabel(label or _("Nästa steg"), "small", "text2", weight=600))
        box.body.addWidget(ToneLabel(title, "section", wrap=True))
        if detail:
            box.body.addWidget(ToneLabel(detail, "body", "text2", wrap=True))
        host = QWidget()
        row = FlowLayout(host, size.grid)
        row.setContentsMargins(0, size.px(6), 0, 0)
        main = Button(button, Role.PRIMARY, key=key)
        main.clicked.connect(self.next_asked)
        row.addWidget(main)
        if aside:
            other = Button(aside, Role.SECONDARY)
            other.clicked.connect(self.aside_asked)
            row.addWidget(other)
        box.body.addWidget(host)
        self.body.addWidget(box)

    def add_facts(self, facts: Sequence[Fact]) -> None:
        """Names at the left, values at the right; a mark stands under its value."""
        size = metrics()
        host = QWidget()
        grid = QGridLayout(host)
        grid.setContentsMargins(size.px(12), 0, size.px(12), 0)
        grid.setHorizontalSpacing(size.px(16))
        grid.setVerticalSpacing(size.px(5))
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, size.px(84))
        row = 0
        for fact in facts:
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(ToneLabel(fact.label, "small", "text2"), row, 0, top)
            value = ToneLabel(fact.value, "body", wrap=True, selectable=True)
            value.setAccessibleName(_("{label}: {value}").format(label=fact.label, value=fact.value))
            grid.addWidget(value, row, 1)
            if fact.mark is not None:
                row += 1
                grid.addWidget(MarkLabel(fact.mark, fact.detail, step="body"), row, 1)
            row += 1
        self.body.addWidget(host)

    def add_section(self, widget: QWidget) -> None:
        """An own widget, inset like the text, with a hairline above."""
        size = metrics()
        line = QHBoxLayout()
        line.setContentsMargins(size.px(12), 0, size.px(12), 0)
        line.addWidget(Hairline())
        self.body.addLayout(line)
        host = QHBoxLayout()
        host.setContentsMargins(size.px(12), 0, size.px(12), 0)
        host.addWidget(widget)
        self.body.addLayout(host)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        painter.fillRect(self.rect(), now.base)
        hairline(painter, 0, 0, self.height(), now.line, vertical=True)
