"""*Möjliga dubbletter*: pairs that may be one record, by kind, the likeliest first."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from socialupph.domain.changes import Entity
from socialupph.domain.views.duplicates import SuspectPair
from socialupph.i18n import N_, _, formats, ngettext
from socialupph.services.duplicates import KINDS
from socialupph.services.registry import Services
from socialupph.specs.tables import EmptyText
from socialupph.ui.features.duplicates.pair_list import PairList
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.empty_state import EmptyState, scrolled
from socialupph.ui.kit.header_bar import HeaderBar, PageHead
from socialupph.ui.kit.labels import Hairline, ToneLabel
from socialupph.ui.kit.merging import open_comparison
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.page import Page, PageContext

WATCHES = frozenset({*KINDS, Entity.DISTINCT_PAIR})
NOTHING = EmptyText(
    N_("Inga möjliga dubbletter"),
    N_(
        "Här visas leverantörer, kontaktpersoner och kandidater som kan vara samma: samma nummer, samma eller liknande namn. "
        "Ingenting slås ihop av sig självt."
    ),
    N_("Vet du att två är samma fast de inte står här? Öppna den ena och välj Slå ihop med under ⋯."),
)

Found = Mapping[Entity, Sequence[SuspectPair]]


class DuplicatesPage(Page):
    """Enter opens a pair side by side; *Inte samma* puts it away."""

    def __init__(self, context: PageContext, services: Services) -> None:
        super().__init__(context, _("Möjliga dubbletter"), watches=WATCHES)
        self._services = services
        self._asked = self.reading()
        self.header = HeaderBar(self.title)
        self._apart = self.header.add_button(Button(_("Inte samma"), Role.QUIET, icon="dismiss"))
        self._open = self.header.add_button(Button(_("Jämför"), Role.PRIMARY, icon="merge", key=_("Enter")))
        self.list = PairList()
        self._build()
        self._apart.clicked.connect(self._not_the_same)
        self._open.clicked.connect(self._compare)
        self.list.opened.connect(self._compare)
        self.list.chosen_changed.connect(self._offer)
        self.add_actions(
            (
                Action("duplicates.open", _("Jämför paret"), self._compare, "merge"),
                Action("duplicates.apart", _("Inte samma"), self._not_the_same, "dismiss"),
            )
        )

    def _build(self) -> None:
        size = metrics()
        head = PageHead()
        head.rows.addWidget(self.header)
        told = _("Öppna ett par för att se båda bredvid varandra. Ingenting ändras förrän du väljer Slå ihop.")
        self._told = ToneLabel(told, "small", "text2", wrap=True)
        head.rows.addWidget(self._told)
        self.rows.addWidget(head)
        self.rows.addWidget(Hairline())
        host = QWidget()
        column = QVBoxLayout(host)
        column.setContentsMargins(size.page_left - size.px(20), 0, size.page_right - size.px(20), 0)
        column.addWidget(self.list)
        self._empty = EmptyState(NOTHING)
        self._empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stack = QStackedWidget()
        self._stack.addWidget(host)
        self._stack.addWidget(scrolled(self._empty))
        self.rows.addWidget(self._stack, 1)

    # ---- reading

    def reload(self) -> None:
        """Look again, beside the window."""
        self._asked.ask(self._find, self._show)

    def _find(self) -> Found:
        return {entity: self._services.duplicates.suspects(entity) for entity in KINDS}

    def _show(self, found: Found) -> None:
        count = sum(len(pairs) for pairs in found.values())
        moves = self.list.hasFocus() or self._empty.hasFocus() or self._apart.hasFocus()
        self.list.show_pairs(found)
        self._stack.setCurrentIndex(0 if count else 1)
        self.header.set_count(
            ngettext("{n} par", "{n} par", count).format(n=formats.integer(count)) if count else _("inga")
        )
        for part in (self._apart, self._open, self._told):
            part.setVisible(bool(count))
        self.header.refit()
        if moves:
            self.focus_first()

    def _offer(self) -> None:
        """Only a chosen pair can be compared or put away."""
        chosen = self.list.chosen() is not None
        for name in ("duplicates.open", "duplicates.apart"):
            self.page_actions.set_enabled(name, chosen)
        self._apart.setEnabled(chosen)
        self._open.setEnabled(chosen)

    # ---- commands

    def _compare(self) -> None:
        pair = self.list.chosen()
        if pair is not None:
            open_comparison(self, pair.entity, pair.first.id, pair.second.id, either=True)

    def _not_the_same(self) -> None:
        pair = self.list.chosen()
        if pair is not None:
            service = self._services.duplicates
            self.context.commands.run(
                lambda: service.not_the_same(pair.entity, pair.first.id, pair.second.id),
                done_text=_("Paret visas inte igen."),
            )

    # ---- keys

    def focus_first(self) -> None:
        (self.list if self.list.pairs() else self._empty).setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        return (self.header, self.list) if self.list.pairs() else (self._empty,)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)
