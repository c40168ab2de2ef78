"""What stands under the board: the chosen match, what was said to the employer, and the way on; and the keys."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from socialupph.domain.matching import MatchStep
from socialupph.domain.views.matching import MatchRow
from socialupph.i18n import _
from socialupph.specs.opening_cards import next_words
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.labels import Card, KeyHint, ToneLabel
from socialupph.ui.kit.metrics import metrics

_TEXTS: Final = 420


class BoardFoot(Card):
    """Shows one match. What was said of a protected person is told only when the match is opened."""

    open_asked = Signal()
    decline_asked = Signal()
    step_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        size = metrics()
        self.body.setContentsMargins(size.card_x, size.px(10), size.px(12), size.px(10))
        row = QHBoxLayout()
        row.setSpacing(size.grid)
        texts = QVBoxLayout()
        texts.setSpacing(size.px(2))
        first = QHBoxLayout()
        first.setSpacing(size.grid)
        self._who = ToneLabel("", "section", selectable=True)
        self._what = ToneLabel("", "body", "text2", elide=True)
        first.addWidget(self._who)
        first.addWidget(self._what, 1)
        self._told = ToneLabel("", "body", elide=True, selectable=True)
        texts.addLayout(first)
        texts.addWidget(self._told)
        row.addLayout(texts, 1)
        self._open = Button(_("Öppna"), Role.QUIET, icon="open", key=_("Enter"))
        self._decline = Button(_("Tackade nej …"), Role.SECONDARY, icon="dismiss_circle", key=_("Del"))
        self._step = Button("", Role.PRIMARY, icon="arrow_right", key=_("Ctrl+→"))
        for button in (self._open, self._decline, self._step):
            row.addWidget(button)
        self.body.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._open.clicked.connect(self.open_asked)
        self._decline.clicked.connect(self.decline_asked)
        self._step.clicked.connect(self.step_asked)

    def show_match(self, row: MatchRow) -> None:
        """Show this one."""
        self._who.setText(_("{candidate} till {opening}").format(candidate=row.person, opening=row.opening_code))
        self._what.setText(row.opening_title)
        self._told.setText(_said(row))
        over = row.step.is_final
        self._decline.setVisible(not over)
        words = _("Öppna placeringen") if row.placement_id is not None else next_words(row.step)
        self._step.set_words(words)
        self._step.setVisible(bool(words))
        self._fit()

    def _fit(self) -> None:
        """In a narrow window the quieter buttons lose their words, so that what was told can be read."""
        buttons = [button for button in (self._open, self._decline, self._step) if not button.isHidden()]
        for button in buttons:
            button.set_words_shown(True)
        for button in buttons[:-1]:
            if self.width() - sum(one.sizeHint().width() for one in buttons) >= metrics().px(_TEXTS):
                break
            button.set_words_shown(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def told(self) -> str:
        """What it says was told to the employer."""
        return self._told.text()


def _said(row: MatchRow) -> str:
    if row.step is MatchStep.DECLINED:
        return _("Det blev nej. Öppna matchningen för att se vem och varför.")
    if row.told_employer:
        return _("Sagt till arbetsgivaren: {told}").format(told=" ".join(row.told_employer.split()))
    return _("Sagt till arbetsgivaren: inget som visas här.")


class BoardKeys(QWidget):
    """The keys of the board, in small."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        size = metrics()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(size.half, 0, 0, 0)
        self.row.setSpacing(size.px(6))
        for keys, words in (
            (("←", "→"), _("byt kolumn")),
            (("↑", "↓"), _("byt kort")),
            ((_("Ctrl"), "→"), _("nästa steg")),
            ((_("Del"),), _("tackade nej")),
        ):
            for key in keys:
                self.row.addWidget(KeyHint(key))
            self.row.addWidget(ToneLabel(words, "small", "text2"))
            self.row.addSpacing(size.px(10))
        self.row.addStretch(1)
