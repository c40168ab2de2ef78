"""Two records side by side: which is kept, whose values stay, what hangs on each, and *Slå ihop* or *Inte samma*."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.commands.duplicates import MergeRecords
from socialupph.domain.errors import SocialUpphError
from socialupph.domain.merging import Keep
from socialupph.domain.views.duplicates import ComparedSide, Comparison, MergeWarning
from socialupph.i18n import _, translate
from socialupph.services.duplicates import KINDS
from socialupph.services.registry import Services
from socialupph.specs import duplicates as specs
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.ui.features.duplicates.grid import CompareGrid
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.header_bar import HeaderBar, PageHead
from socialupph.ui.kit.labels import Card, Hairline, ToneLabel
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.notes import SignedLabel
from socialupph.ui.kit.page import Destination, Page, PageContext
from socialupph.ui.kit.tab_order import tab_through

_WIDEST = 1040  # at 100 %: two values that stand further apart are harder to compare

AREAS = {Entity.SUPPLIER: "suppliers", Entity.CONTACT: "suppliers", Entity.CANDIDATE: "candidates"}


class ComparePage(Page):
    """Shows the pair it was narrowed to. Choices are kept by record, so that they stand when the two change places."""

    def __init__(self, context: PageContext, services: Services) -> None:
        super().__init__(context, _("Slå ihop"), watches=frozenset(KINDS))
        self._services = services
        self._pair: tuple[Entity, int, int] | None = None
        self._either = self._done = False
        self._found: Comparison | None = None
        self._picked: dict[str, int] = {}
        self.header = HeaderBar(self.title)
        self._swap = self.header.add_button(Button(_("Byt håll"), Role.QUIET, icon="arrow_swap"))
        self._apart = self.header.add_button(Button(_("Inte samma"), Role.SECONDARY, icon="dismiss"))
        self._merge = self.header.add_button(Button(_("Slå ihop"), Role.PRIMARY, icon="merge", key="Ctrl+S"))
        self._swap.clicked.connect(self._turn)
        self._apart.clicked.connect(self._not_the_same)
        self._merge.clicked.connect(self._make_one)
        self.grid = CompareGrid()
        self.grid.picked.connect(self._pick)
        self.grid.opened.connect(self._open)
        self._build()
        self.add_actions(
            (
                Action("compare.merge", _("Slå ihop"), self._make_one, "merge", "Ctrl+S"),
                Action("compare.swap", _("Byt håll"), self._turn, "arrow_swap"),
                Action("compare.apart", _("Inte samma"), self._not_the_same, "dismiss"),
            )
        )

    def _build(self) -> None:
        size = metrics()
        head = PageHead()
        head.rows.addWidget(self.header)
        self.rows.addWidget(head)
        self.rows.addWidget(Hairline())
        self.scroll_area = QScrollArea()
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet = QWidget()
        rows = QVBoxLayout(sheet)
        rows.setContentsMargins(size.page_left, size.px(14), size.page_right, size.gap)
        rows.setSpacing(size.px(12))
        self._told = ToneLabel(
            _(
                "Välj vilka uppgifter som ska stå kvar. Allt som hör till den ena flyttas till den andra, och det går att ångra."
            ),
            "body",
            "text2",
            wrap=True,
        )
        rows.addWidget(self._told)
        self._doubts = QVBoxLayout()
        self._doubts.setSpacing(size.half)
        rows.addLayout(self._doubts)
        self._card = Card()
        self._card.setMaximumWidth(size.px(_WIDEST))
        self._card.body.addWidget(self.grid)
        rows.addWidget(self._card)
        rows.addStretch(1)
        self.scroll_area.setWidget(sheet)
        sheet.setAutoFillBackground(False)
        self.scroll_area.viewport().setAutoFillBackground(False)
        self.rows.addWidget(self.scroll_area, 1)

    # ---- reading

    def narrow(self, filters: Mapping[str, tuple[str, ...]]) -> None:
        """Compare these two."""
        entity, kept, merged, self._either = specs.pair_of(filters)
        self._pair = entity, kept, merged

    def reload(self) -> None:
        """Read both."""
        if self._pair is None or self._done:
            return
        try:
            found = self._services.duplicates.compare(*self._pair)
        except SocialUpphError:
            self._show_nothing()
            raise  # told in the banner
        if self._either and found.merged_has_more:
            entity, kept, merged = self._pair
            self._pair = entity, merged, kept
            found = self._services.duplicates.compare(*self._pair)
        self._either = False
        self._show(found)

    def _show_nothing(self) -> None:
        self._found = None
        for part in (self._card, self._told, self._swap, self._apart, self._merge):
            part.hide()
        self._offer()

    def _show(self, found: Comparison) -> None:
        self._found = found
        inside = self.grid.has_focus()
        which = specs.which(found)
        self.set_title(_("Slå ihop {which}").format(which=which) if which else _("Slå ihop"))
        self.header.set_count(which)
        self.grid.show_comparison(found, self._choices(found))
        self._say(found.warnings)
        self.scroll_area.setAccessibleName(self.title)
        tab_through((self.header, self.scroll_area))
        self._offer()
        if inside:
            self.focus_first()  # what had the keyboard was made anew

    def _offer(self) -> None:
        for name in ("merge", "swap", "apart"):
            self.page_actions.set_enabled(f"compare.{name}", self._found is not None)

    def _say(self, warnings: Sequence[MergeWarning]) -> None:
        while (item := self._doubts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for warning in sorted(warnings, key=lambda one: not one.doubt.is_strong):
            text = specs.warning_text(warning)
            strong = warning.doubt.is_strong
            mark = Mark(text, Shape.EXCLAMATION if strong else Shape.TRIANGLE, Tone.BAD if strong else Tone.WARN)
            self._doubts.addWidget(SignedLabel(text, mark))

    # ---- choosing

    def _pick(self, key: str, side: Keep) -> None:
        if self._found is not None:
            self._picked[key] = self._found.kept.id if side is Keep.KEPT else self._found.merged.id

    def _choices(self, found: Comparison) -> dict[str, Keep]:
        """What was picked, as sides of the pair as it stands now."""
        return {
            key: Keep.KEPT if record_id == found.kept.id else Keep.MERGED for key, record_id in self._picked.items()
        }

    def _turn(self) -> None:
        """Keep the other one."""
        if self._pair is not None and self._found is not None:
            entity, kept, merged = self._pair
            self._pair = entity, merged, kept
            self.refresh()
            self.focus_first()

    def _open(self, side: ComparedSide) -> None:
        if self._found is not None:
            self.go_to.emit(Destination(AREAS[self._found.entity], side.home_id))

    # ---- commands

    def _make_one(self) -> None:
        found = self._found
        if found is None:
            return
        command = MergeRecords(
            found.entity,
            found.kept.id,
            found.kept.version,
            found.merged.id,
            found.merged.version,
            self._choices(found),
        )
        self._finish(lambda: self._services.duplicates.merge(command), translate(specs.DONE[found.entity]))

    def _not_the_same(self) -> None:
        found = self._found
        if found is not None:
            service, pair = self._services.duplicates, (found.kept.id, found.merged.id)
            self._finish(lambda: service.not_the_same(found.entity, *pair), _("Paret visas inte igen."))

    def _finish(self, action: Callable[[], Changes], done_text: str) -> None:
        """Carry it out and go back to where one came from."""

        def carry_out() -> Changes:
            changes = action()
            self._done = True  # the pair is no longer two: there is nothing here to read again
            return changes

        if self.context.commands.run(carry_out, done_text=done_text) is not None:
            self.back_asked.emit()

    # ---- keys

    def focus_first(self) -> None:
        (self.grid.first_choice() or self.scroll_area).setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        return (self.header, self.scroll_area)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)
