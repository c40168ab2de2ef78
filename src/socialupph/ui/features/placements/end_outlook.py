"""What another last day gives, told before it is saved: under the date, and in a card what the requirement lacks and who fits."""

import datetime as dt
from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialupph.domain.errors import NotFound, RuleViolation
from socialupph.domain.views.placements import PlacementView
from socialupph.domain.views.what_if import WhatIfEnd
from socialupph.i18n import _, formats
from socialupph.services.registry import Services
from socialupph.specs import what_if as words
from socialupph.ui.kit.flow import FlowLayout
from socialupph.ui.kit.form import Form
from socialupph.ui.kit.form_reading import readable
from socialupph.ui.kit.labels import Card, ToneLabel
from socialupph.ui.kit.link_line import LinkLine
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.page import Destination


class EndOutlook(Card):
    """Follows the date field ``key`` of a form; ``followed`` carries the opening or candidate that was chosen.

    Hidden while the day cannot be read or is the planned one.
    """

    followed = Signal(object)

    def __init__(
        self, services: Services, placement: PlacementView, form: Form, key: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(tone="chip", parent=parent)
        self._services, self._placement, self._form, self._key = services, placement, form, key
        self._title = ToneLabel("", "section", wrap=True)
        self._left, self._replacement = (
            ToneLabel("", wrap=True, selectable=True),
            ToneLabel("", wrap=True, selectable=True),
        )
        self._openings, self._candidates = _Fits(_("Öppna platser i kravet")), _Fits(_("Kan börja i tid"))
        self.body.setSpacing(metrics().half)
        for widget in (self._title, self._left, self._replacement, self._openings, self._candidates):
            self.body.addWidget(widget)
        for line in (self._openings, self._candidates):
            line.followed.connect(self.followed)
        self.hide()

    def tell(self, today: dt.date) -> None:
        """Say it anew."""
        day = readable(self._form)[self._key]
        found = self._found(day) if isinstance(day, dt.date) else None
        self._form.box(self._key).set_note("" if found is None else words.ending_text(found.ending))
        if found is not None:
            self._show(found, today)
        self.setVisible(found is not None and any(self.texts()))

    def texts(self) -> tuple[str, str]:
        """What the card says of the requirement and of a replacement."""
        return self._left.text(), self._replacement.text()

    def fits(self) -> tuple[str, str]:
        """The openings and the candidates, as they are read."""
        return self._openings.text(), self._candidates.text()

    def _found(self, day: dt.date) -> WhatIfEnd | None:
        if day == self._placement.facts.planned_end_on:
            return None
        try:
            return self._services.placements.what_if(self._placement.id, day)
        except (RuleViolation, NotFound):
            return None  # what is wrong is said when it is saved

    def _show(self, found: WhatIfEnd, today: dt.date) -> None:
        self._title.setText(
            _("Om {code} slutar {day}").format(code=self._placement.code, day=formats.long_date(found.last_day))
        )
        for label, text in (
            (self._left, words.left_text(found)),
            (self._replacement, words.replacement_text(found, today)),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self._openings.show_fits((one.code, one.title, Destination("matching", one.id)) for one in found.openings)
        self._candidates.show_fits(
            (one.label, words.candidate_text(one, today), Destination("candidates", one.id)) for one in found.candidates
        )


class _Fits(QWidget):
    """What fits, each a link and a few words that stay beside it."""

    followed = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, metrics().half, 0, 0)
        rows.setSpacing(metrics().px(2))
        self._title = title
        rows.addWidget(ToneLabel(title, "small", "text2", weight=600))
        host = QWidget()
        self._flow = FlowLayout(host, 6)
        rows.addWidget(host)

    def show_fits(self, fits: Iterable[tuple[str, str, object]]) -> None:
        """Show these: link, words and where it leads; without any it is hidden."""
        self._flow.clear()
        told = [self._add(*one) for one in fits]
        self.setAccessibleName(": ".join((self._title, "; ".join(told))) if told else "")
        self.setVisible(bool(told))
        self.updateGeometry()

    def text(self) -> str:
        """What it says."""
        return self.accessibleName()

    def _add(self, link: str, more: str, target: object) -> str:
        line = LinkLine()
        line.set_parts(((link, target), (more, None)) if more else ((link, target),))
        line.followed.connect(self.followed)
        self._flow.addWidget(line)
        return line.text()
