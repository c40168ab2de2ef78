"""Parts of the registering page: the box with what comes next, and the row at the foot that never scrolls away."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from socialupph.domain.views.follow_ups import FollowUpForm
from socialupph.i18n import _, formats
from socialupph.specs.words import word
from socialupph.specs.words_placements import FOLLOW_UP_KIND
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.flow import FlowLayout
from socialupph.ui.kit.form import FormFoot
from socialupph.ui.kit.labels import Card, KeyHint, ToneLabel
from socialupph.ui.kit.metrics import metrics

_MOST_NAMED = 4


class NextBox(Card):
    """What comes after this one; ``plan_asked`` to see all of it."""

    plan_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tone="chip", parent=parent)
        size = metrics()
        self.body.setContentsMargins(size.px(14), size.px(12), size.px(14), size.px(12))
        self.body.setSpacing(size.px(3))
        self.body.addWidget(ToneLabel(_("Nästa uppföljning"), "small", "text2", weight=600))
        self._title = ToneLabel("", "section", wrap=True)
        self._rest = ToneLabel("", "small", "text2", wrap=True)
        self._button = Button(_("Visa planen"), Role.SECONDARY, icon="calendar_clock")
        self._button.clicked.connect(self.plan_asked)
        host = QWidget()
        line = FlowLayout(host, 8)
        line.setContentsMargins(0, size.half, 0, 0)
        line.addWidget(self._button)
        for widget in (self._title, self._rest, host):
            self.body.addWidget(widget)

    def show_coming(self, form: FollowUpForm) -> None:
        """Show what comes; without anything the box is hidden."""
        self.setVisible(bool(form.coming))
        if not form.coming:
            return
        (kind, day), *rest = form.coming
        self._title.setText(
            _("{kind}, {weekday} {day}").format(
                kind=word(FOLLOW_UP_KIND, kind), weekday=formats.weekday_short(day), day=formats.day_and_month(day)
            )
        )
        named = [formats.day_and_month(later, day) for _kind, later in rest[:_MOST_NAMED]]
        text = _("Sedan {days}.").format(days=_listed(named)) if named else ""
        self._rest.setText(text)
        self._rest.setVisible(bool(text))


def _listed(parts: Sequence[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return _("{some} och {last}").format(some=", ".join(parts[:-1]), last=parts[-1])


class KeyHelp(QWidget):
    """Which keys do what; shown only where there is room for all of it."""

    def __init__(self, hints: Sequence[tuple[Sequence[str], str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = QWidget(self)
        size = metrics()
        row = QHBoxLayout(self._inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(size.px(6))
        for keys, text in hints:
            for key in keys:
                row.addWidget(KeyHint(key))
            row.addWidget(ToneLabel(text, "small", "text2"))
            row.addSpacing(size.px(6))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(size.control)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self._inside.sizeHint().width()
        self._inside.setVisible(wide <= self.width())
        self._inside.setGeometry(0, 0, wide, self.height())


class RegisterFoot(FormFoot):
    """Keys to the left, how many are answered, then *Avbryt* and *Spara*."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.keys = KeyHelp(
            (
                ((_("1–5"),), _("sätter svaret")),
                ((_("Tab"),), _("nästa fråga")),
                ((_("Ctrl"), "→"), _("nästa perspektiv")),
                (("0",), _("vet inte")),
                ((_("Enter"),), _("kommentar")),
            )
        )
        self.count = ToneLabel("", "small", "text2")
        self.row.removeWidget(self.note)
        self.note.hide()
        self.row.insertWidget(0, self.keys, 1)
        self.row.insertWidget(1, self.count)
        self.row.insertSpacing(2, metrics().grid)

    def set_count(self, answered: int, of: int) -> None:
        """*17 av 18 svar*."""
        self.count.setText(_("{answered} av {of} svar").format(answered=answered, of=of))
