"""*Läs in*: what can be brought in, each with its way. A file that is dropped here finds its way by what it holds."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from socialupph.i18n import _
from socialupph.ui.features.imports.guess import Guess, What
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.drop_page import DropPage
from socialupph.ui.kit.flow import ColumnsLayout
from socialupph.ui.kit.header_bar import HeaderBar, PageHead
from socialupph.ui.kit.icon_label import IconLabel
from socialupph.ui.kit.labels import Card, Hairline, ToneLabel
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.page import Page, PageContext

Opener = Callable[[What, Sequence[Path]], Page]
_CARD_WIDTH = 420


class _Way(Card):
    """One kind of thing to bring in."""

    asked = Signal(object)

    def __init__(self, what: What, icon: str, title: str, text: str, button: str) -> None:
        super().__init__()
        self._what = what
        head = QHBoxLayout()
        head.setSpacing(metrics().grid)
        head.addWidget(IconLabel(icon))
        head.addWidget(ToneLabel(title, "section"), 1)
        self.body.addLayout(head)
        self.body.addWidget(ToneLabel(text, "body", "text2", wrap=True))
        self.body.addStretch(1)
        self.button = Button(button, Role.SECONDARY, icon="arrow_import")
        self.button.setAccessibleDescription(text)
        self.button.clicked.connect(self._ask)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def _ask(self) -> None:
        self.asked.emit(self._what)


class ImportStartPage(DropPage):
    """Offers every way in; ``opener`` makes the page that takes what was chosen or dropped."""

    def __init__(self, context: PageContext, opener: Opener) -> None:
        super().__init__(context, _("Läs in"))
        self._opener = opener
        self._job = -1
        self.setAcceptDrops(True)
        head = PageHead()
        head.rows.addWidget(HeaderBar(self.title))
        self.rows.addWidget(head)
        self.rows.addWidget(Hairline())
        self.told = ToneLabel(
            _(
                "Börja inte från noll. Dra hit en fil eller en hel mapp, så ser programmet vad det är, eller välj nedan. Inget "
                "skrivs i registret innan du har sett varje rad, och allt går att ångra."
            ),
            "body",
            "text2",
            wrap=True,
        )
        self.ways = tuple(self._ways())
        self.rows.addWidget(self._sheet(), 1)

    def _ways(self) -> list[_Way]:
        return [
            _Way(
                What.CONTRACTS,
                "document_text",
                _("Kontraktslista"),
                _(
                    "Listan ur avtalssystemet eller Excel: avtal med leverantör, tid och värde. Krav och förlängningar som står i "
                    "den blir förslag att bekräfta."
                ),
                _("Läs in en kontraktslista"),
            ),
            _Way(
                What.SHEETS,
                "column_triple",
                _("Egna listor"),
                _(
                    "Leverantörer med kontakter, kandidater, pågående placeringar, uppföljningar och hållna kurser. En fil, flera "
                    "eller en hel mapp. Här finns också mallar att fylla i."
                ),
                _("Läs in egna listor"),
            ),
            _Way(
                What.NOTICE,
                "handshake",
                _("Publicerad annons"),
                _(
                    "En tilldelningsannons (eForms, XML) blir kontrakt med leverantörer, värde, avtalstid, CPV och sociala mål. Även "
                    "ändringar av kontrakt."
                ),
                _("Läs in en annons"),
            ),
            _Way(
                What.CODES,
                "document_bullet_list",
                _("CPV-koder och yrken"),
                _(
                    "Programmet har ett urval av koder. Här läser du in hela CPV-listan eller Arbetsförmedlingens yrken."
                ),
                _("Läs in hela listan"),
            ),
        ]

    def _sheet(self) -> QScrollArea:
        size = metrics()
        sheet = QWidget()
        rows = QVBoxLayout(sheet)
        rows.setContentsMargins(size.page_left, size.gap, size.page_right, size.gap)
        rows.setSpacing(size.gap)
        rows.addWidget(self.told)
        host = QWidget()
        columns = ColumnsLayout(2, _CARD_WIDTH, parent=host)
        for way in self.ways:
            way.asked.connect(self._open)
            columns.addWidget(way)
        rows.addWidget(host)
        rows.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(sheet)
        sheet.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        return area

    def reload(self) -> None:
        """Nothing here comes from the register."""

    def _open(self, what: What) -> None:
        self.opened.emit(self._opener(what, ()))

    def take_paths(self, paths: Sequence[Path]) -> None:
        """Find out what these are, and open the page that takes them."""
        self.context.tasks.forget(self._job)
        self.told.setText(_("Ser efter vad det är …"))
        self._job = self.context.tasks.run(Guess(tuple(paths)), self._guessed, self._failed)

    def _guessed(self, found: tuple[What, tuple[Path, ...]]) -> None:
        self._job = -1
        what, paths = found
        self.opened.emit(self._opener(what, paths))

    def _failed(self, error: Exception) -> None:
        self._job = -1
        self.context.commands.tell(error)

    def release(self) -> None:
        self.context.tasks.forget(self._job)
        super().release()

    def focus_first(self) -> None:
        self.ways[0].button.setFocus(Qt.FocusReason.OtherFocusReason)
