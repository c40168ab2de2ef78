"""The cards of an opened session: the step that is proposed, the reserve list, supervisors without the course, the papers."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socialupph.domain.views.training import SignUpEntry, UntrainedSupervisor
from socialupph.i18n import _
from socialupph.specs.training import late_mark
from socialupph.specs.training_page import NextStep, received_text, untrained_text
from socialupph.specs.training_papers import entry_reason
from socialupph.ui.kit.buttons import Button, IconButton, Role
from socialupph.ui.kit.flow import FlowLayout
from socialupph.ui.kit.labels import Card, Hairline, LinkButton, MarkLabel, ToneLabel
from socialupph.ui.kit.metrics import RING_SPACE, metrics
from socialupph.ui.kit.section_head import SectionHead

_NUMBER_WIDE: Final = 24


class _Listed(QWidget):
    """A heading over a card whose lines are made anew each time."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, metrics().px(6))
        rows.setSpacing(metrics().grid)
        self.head = SectionHead(title)
        self.card = Card()
        rows.addWidget(self.head)
        rows.addWidget(self.card)
        self._lines: QWidget | None = None

    def show_lines(self, lines: Sequence[QWidget]) -> None:
        """Show these, with hairlines between."""
        if self._lines is not None:
            self._lines.hide()
            self._lines.deleteLater()
        self._lines = QWidget()
        column = QVBoxLayout(self._lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics().grid)
        for number, line in enumerate(lines):
            if number:
                column.addWidget(Hairline())
            column.addWidget(line)
        self.card.body.addWidget(self._lines)


class StepBox(Card):
    """*Nästa steg*: nothing of it happens without the click. ``asked`` and ``aside_asked`` carry the step."""

    asked = Signal(object)
    aside_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tone="chip", parent=parent)
        size = metrics()
        self.body.setSpacing(size.px(3))
        self._title, self._detail = ToneLabel("", "section", wrap=True), ToneLabel("", "body", "text2", wrap=True)
        self.body.addWidget(ToneLabel(_("Nästa steg"), "small", "text2", weight=600))
        self.body.addWidget(self._title)
        self.body.addWidget(self._detail)
        host = QWidget()
        line = FlowLayout(host, size.grid)
        line.setContentsMargins(0, size.px(6), 0, 0)
        self.main, self.aside = Button("", Role.SECONDARY), Button("", Role.QUIET)
        line.addWidget(self.main)
        line.addWidget(self.aside)
        self.body.addWidget(host)
        self._step: NextStep | None = None
        self.main.clicked.connect(self._main)
        self.aside.clicked.connect(self._aside)
        self.hide()

    def show_step(self, step: NextStep | None) -> None:
        """Show this one; hidden without any."""
        self._step = step
        self.setVisible(step is not None)
        if step is None:
            return
        self._title.setText(step.title)
        self._detail.setText(step.detail)
        self._detail.setVisible(bool(step.detail))
        self.main.set_words(step.button)
        self.aside.set_words(step.aside)
        self.aside.setVisible(bool(step.aside))
        self.setAccessibleName(_("Nästa steg: {title}").format(title=step.title))

    def _main(self) -> None:
        self.asked.emit(self._step)

    def _aside(self) -> None:
        self.aside_asked.emit(self._step)


class _Waiting(QWidget):
    """One on the reserve list: number, name, when, organisation, and why just here."""

    opened = Signal(object)
    offered = Signal(object)
    more_asked = Signal(object, object)

    def __init__(self, entry: SignUpEntry, *, first: bool) -> None:
        super().__init__()
        self._entry = entry
        size = metrics()
        rows = QVBoxLayout(self)  # wrapped texts straight in it: nested in a grid they get too little height
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(size.px(2))
        top = QHBoxLayout()
        top.setSpacing(0)
        number = ToneLabel(str(entry.number), "body", "text2", weight=600)
        number.setFixedWidth(size.px(_NUMBER_WIDE))
        name = LinkButton(entry.label, entry, weight=600)
        name.followed.connect(self.opened)
        self._more = IconButton("more_horizontal", _("Mer för {name}").format(name=entry.label), small=True)
        self._more.clicked.connect(self._ask_more)
        top.addWidget(number)
        top.addWidget(name)
        top.addStretch(1)
        top.addWidget(self._more)
        rows.addLayout(top)
        where = ", ".join(part for part in (received_text(entry), entry.organisation) if part)
        texts = [ToneLabel(where, "small", "text2", wrap=True), ToneLabel(entry_reason(entry), "small", wrap=True)]
        for text in texts:
            text.setContentsMargins(size.px(_NUMBER_WIDE), 0, 0, 0)
            rows.addWidget(text)
        under = QHBoxLayout()
        under.setContentsMargins(size.px(_NUMBER_WIDE) - RING_SPACE, size.half, 0, 0)
        if first:
            offer = Button(_("Erbjud plats"), Role.SECONDARY, icon="seat", small=True)
            offer.clicked.connect(self._offer)
            under.addWidget(offer)
        if entry.late:
            under.addWidget(MarkLabel(late_mark()))
        if first or entry.late:
            under.addStretch(1)
            rows.addLayout(under)

    def _offer(self) -> None:
        self.offered.emit(self._entry)

    def _ask_more(self) -> None:
        self.more_asked.emit(self._entry, self._more)


class ReserveList(_Listed):
    """Those who wait, in the order they will be offered a seat. Each signal carries the sign-up."""

    opened = Signal(object)
    offered = Signal(object)
    more_asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Reservlista"), parent)

    def show_waiting(self, entries: Sequence[SignUpEntry], count: str) -> None:
        """Show these; hidden without any."""
        self.head.set_count(count)
        lines: list[QWidget] = []
        for number, entry in enumerate(entries):
            line = _Waiting(entry, first=number == 0)
            line.opened.connect(self.opened)
            line.offered.connect(self.offered)
            line.more_asked.connect(self.more_asked)
            lines.append(line)
        self.show_lines(lines)
        self.setVisible(bool(entries))


class _Untrained(QWidget):
    """A supervisor without the course who has someone there now."""

    followed = Signal(object)

    def __init__(self, one: UntrainedSupervisor) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(metrics().grid)
        top.addWidget(ToneLabel(one.label, weight=500, elide=True), 1)
        rows.addLayout(top)
        if untrained_text(one):
            rows.addWidget(ToneLabel(untrained_text(one), "small", "text2", wrap=True))
        if one.signed_up_to:
            return
        link = LinkButton(_("Anmäl"), one.contact_id, weight=500)
        link.setAccessibleDescription(one.label)
        link.followed.connect(self.followed)
        top.addWidget(link)


class UntrainedCard(_Listed):
    """*Handledare utan utbildning*; ``asked`` carries the contact to sign up."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Handledare utan utbildning"), parent)

    def show_supervisors(self, found: Sequence[UntrainedSupervisor]) -> None:
        """Show these; hidden without any."""
        self.head.set_count(str(len(found)))
        lines: list[QWidget] = []
        for one in found:
            line = _Untrained(one)
            line.followed.connect(self.asked)
            lines.append(line)
        self.show_lines(lines)
        self.setVisible(bool(found))


class PapersCard(_Listed):
    """The lists that can be printed; ``asked`` carries which."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Listor att skriva ut"), parent)

    def show_papers(self, papers: Sequence[tuple[str, str, str, str]]) -> None:
        """A line for each: key, icon, name and what there is about it."""
        lines: list[QWidget] = []
        for key, icon, name, told in papers:
            host = QWidget()
            row = QHBoxLayout(host)
            row.setContentsMargins(0, 0, 0, 0)
            link = LinkButton(name, key, icon=icon)
            link.followed.connect(self.asked)
            row.addWidget(link)
            row.addWidget(ToneLabel(told, "small", "text2", elide=True), 1)
            lines.append(host)
        self.show_lines(lines)
