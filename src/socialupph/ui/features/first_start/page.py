"""First start: try the sample, make a register, or open one that exists."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from socialupph.i18n import _
from socialupph.specs.marks import Tone
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.feedback import Banner, announce
from socialupph.ui.kit.icon_label import IconLabel
from socialupph.ui.kit.labels import Card, ToneLabel
from socialupph.ui.kit.metrics import metrics

_WIDTH = 760
_MARK = 48


@dataclass(frozen=True, slots=True)
class _Choice:
    icon: str
    title: str
    text: str
    button: str
    role: Role = Role.SECONDARY
    key: str = ""


class FirstStart(QScrollArea):
    """The first thing anybody sees; the keyboard is at *Prova*. Also where a register that could not be opened is told of."""

    demo_asked = Signal()
    new_asked = Signal()
    open_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(_("Välkommen till SocialUpph"))
        self.banner = Banner()
        self._told = ToneLabel("", tone="text2")
        self._first: Button | None = None
        page = QWidget()
        across = QHBoxLayout(page)
        column = QWidget()
        column.setMaximumWidth(metrics().px(_WIDTH))
        column.setMinimumWidth(metrics().px(320))
        across.addStretch(1)
        across.addWidget(column, 8)
        across.addStretch(1)
        rows = QVBoxLayout(column)
        rows.setSpacing(metrics().px(12))
        rows.addStretch(2)
        self._fill(rows)
        rows.addStretch(3)
        self.setWidget(page)
        page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def _fill(self, rows: QVBoxLayout) -> None:
        rows.addWidget(IconLabel("socialupph", _MARK, ""))
        rows.addWidget(ToneLabel(_("Välkommen till SocialUpph"), "display"))
        rows.addWidget(
            ToneLabel(
                _("Allt sparas i en fil på din dator. Ingenting skickas någonstans."), "section", "text2", weight=400
            )
        )
        rows.addWidget(self.banner)
        rows.addSpacing(metrics().grid)
        for choice, signal in (
            (
                _Choice(
                    "play",
                    _("Prova med exempeldata"),
                    _(
                        "Öppnas direkt, utan frågor. Påhittade kontrakt och personer i Exempelby kommun. Allt märks tydligt som exempel."
                    ),
                    _("Prova"),
                    Role.PRIMARY,
                    "Enter",
                ),
                self.demo_asked,
            ),
            (
                _Choice(
                    "document_add",
                    _("Nytt övningsregister"),
                    _("Kommunens namn, sedan är det klart. Filen är inte krypterad än: fyll inte i riktiga personer."),
                    _("Skapa"),
                ),
                self.new_asked,
            ),
            (
                _Choice(
                    "open",
                    _("Öppna ett register"),
                    _("Ett register som redan finns på den här datorn."),
                    _("Välj fil …"),
                ),
                self.open_asked,
            ),
        ):
            button = self._card(rows, choice)
            button.clicked.connect(signal)
        rows.addWidget(self._told)

    def _card(self, rows: QVBoxLayout, choice: _Choice) -> Button:
        size = metrics()
        card = Card()
        line = QHBoxLayout()
        line.setSpacing(size.px(16))
        line.addWidget(IconLabel(choice.icon), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(size.px(2))
        words.addWidget(ToneLabel(choice.title, "section"))
        words.addWidget(ToneLabel(choice.text, "body", "text2", wrap=True))
        line.addLayout(words, 1)
        button = Button(choice.button, choice.role, key=choice.key)
        button.setAccessibleDescription(f"{choice.title}. {choice.text}")
        button.setAutoDefault(True)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(line)
        rows.addWidget(card)
        if self._first is None:
            self._first = button
        return button

    def busy(self, text: str) -> None:
        """Say what is being done; the page stays."""
        self.banner.clear()
        self._told.setText(text)
        announce(self, text)

    def problem(self, text: str) -> None:
        """Say why a register was not opened."""
        self._told.setText("")
        self.banner.say(text, Tone.BAD)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.TabFocusReason)
