"""The board: every match on its way, a column for each step. People by code only, whatever is shown elsewhere."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.matching import MatchStep
from socialupph.domain.queries import ListQuery
from socialupph.domain.views.matching import BoardColumn, MatchRow
from socialupph.i18n import _, ngettext
from socialupph.services.registry import Services
from socialupph.specs import matching as specs
from socialupph.specs.words import word
from socialupph.specs.words_placements import MATCH_STEP
from socialupph.ui.features.matching.board_foot import BoardFoot, BoardKeys
from socialupph.ui.features.matching.changes import MatchChanges
from socialupph.ui.features.matching.forms import SuggestForm
from socialupph.ui.features.matching.match_page import MatchPage
from socialupph.ui.features.matching.openings_page import CONTRACT, contract_choices
from socialupph.ui.features.matching.view_switch import BOARD, ViewSwitch
from socialupph.ui.features.matching.words import WATCHES, board_count, card_of
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.board import Board, BoardLane
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.empty_state import EmptyState, NothingFound, scrolled
from socialupph.ui.kit.filter_bar import FilterBar
from socialupph.ui.kit.header_bar import HeaderBar, PageHead
from socialupph.ui.kit.labels import Hairline, ToneLabel
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.page import Page, PageContext


class BoardPage(Page):
    """Arrows between cards, Ctrl+→ to the next step, Del for a no, Enter opens."""

    def __init__(self, context: PageContext, services: Services) -> None:
        super().__init__(context, _("Platser & matchning"), watches=WATCHES)
        self._services = services
        self._changes = MatchChanges(context, services, self.opened.emit, self.go_to.emit)
        self._rows: dict[int, MatchRow] = {}
        self._with_declined = False
        self.header = HeaderBar(self.title)
        self.filter_bar = FilterBar((CONTRACT,), context.dialogs, saves=False)
        self.board, self.foot, self.keys = Board(), BoardFoot(), BoardKeys()
        self.switch = ViewSwitch(self.header, BOARD)
        self._suggest_button = self.header.add_button(
            Button(_("Föreslå kandidat"), Role.PRIMARY, icon="person_add", key="Ctrl+N")
        )
        self._declined_button = Button("", Role.LINK, small=True)
        self.keys.row.addWidget(self._declined_button)
        self._build()
        self._connect()

    def _build(self) -> None:
        head, size = PageHead(), metrics()
        head.rows.addWidget(self.header)
        self._narrow_line = QWidget()
        line = QHBoxLayout(self._narrow_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.filter_bar, 1)
        self._codes_only = ToneLabel(_("Personer visas bara med kod på tavlan."), "small", "text2", elide=True)
        self._codes_only.hide()  # shown where there is room beside the filters
        line.addWidget(self._codes_only)
        head.rows.addWidget(self._narrow_line)
        self.rows.addWidget(head)
        self.rows.addWidget(Hairline())
        self._nothing = NothingFound()
        new = Action("board.new", _("Föreslå kandidat"), self._suggest, "person_add", "Ctrl+N")
        self._empty = EmptyState(specs.TABLE.empty, new)
        full = QWidget()
        rows = QVBoxLayout(full)
        rows.setContentsMargins(size.page_left - size.half, size.px(14), size.page_right - size.half, size.grid)
        rows.setSpacing(size.grid)
        for widget in (self.board, self.foot, self.keys):
            rows.addWidget(widget, 1 if widget is self.board else 0)
        self.keys.hide()  # shown where there is height for them
        self._stack = QStackedWidget()
        for widget in (full, scrolled(self._empty), scrolled(self._nothing)):
            self._stack.addWidget(widget)
        self.rows.addWidget(self._stack, 1)
        field = _("Filtrera på tavlan")
        self.filter_bar.field.setPlaceholderText(field)
        self.filter_bar.field.setAccessibleName(field)

    def _connect(self) -> None:
        self.filter_bar.changed.connect(self.refresh)
        self.filter_bar.down_asked.connect(self.board.take_focus)
        self._nothing.cleared.connect(self.filter_bar.clear)
        self.board.current_changed.connect(self._chosen)
        self.board.opened.connect(self._open)
        self.foot.open_asked.connect(self._open_current)
        self.foot.decline_asked.connect(self._decline)
        self.foot.step_asked.connect(self._step)
        self._suggest_button.clicked.connect(self._suggest)
        self._declined_button.clicked.connect(self._toggle_declined)
        self.add_actions(
            (
                Action("board.suggest", _("Föreslå kandidat"), self._suggest, "person_add", "Ctrl+N"),
                Action("board.step", _("Nästa steg"), self._step, "arrow_right", "Ctrl+Right"),
                Action("board.decline", _("Tackade nej …"), self._decline, "dismiss_circle", "Del"),
                Action("board.declined", _("Visa eller dölj tackat nej"), self._toggle_declined, "board"),
            )
        )

    # ---- reading

    def reload(self) -> None:
        """Read the columns anew; the chosen card stays chosen, also in its next column."""
        self.filter_bar.set_choices(CONTRACT.key, contract_choices(self._services))
        query = ListQuery("since", search=self.filter_bar.search(), filters=self.filter_bar.filters())
        columns = self._services.matching.board(query)
        declined = self._declined_ids(query)
        shown = (*columns, self._declined_column(declined)) if self._with_declined else columns
        self._rows = {row.id: row for column in shown for row in column.cards}
        today = self.context.clock.today()
        total = self._services.matching.total()
        self._narrow_line.setVisible(bool(total))
        nothing = total and not self._rows and not declined and self.filter_bar.is_narrowed()
        self._stack.setCurrentIndex(2 if nothing else 0 if total else 1)
        self.header.set_count(board_count(columns))
        self.header.setAccessibleDescription(self.header.count.text())
        self._tell_declined(len(declined))
        self.board.show_lanes(
            [
                BoardLane(
                    column.step.value, word(MATCH_STEP, column.step), tuple(card_of(r, today) for r in column.cards)
                )
                for column in shown
            ]
        )
        self._chosen(self.board.current_id())

    def _declined_ids(self, query: ListQuery) -> list[int]:
        wanted = (*query.filters, ("step", (MatchStep.DECLINED.value,)))
        return self._services.matching.ids(ListQuery("since", descending=True, search=query.search, filters=wanted))

    def _declined_column(self, ids: Sequence[int]) -> BoardColumn:
        return BoardColumn(MatchStep.DECLINED, tuple(self._services.matching.rows(ids[:_MOST_DECLINED])))

    def _tell_declined(self, count: int) -> None:
        """The column of those that came to nothing is put away until it is asked for."""
        told = ngettext("{n} tackat nej", "{n} tackat nej", count).format(n=count)
        verb = _("Dölj {declined}") if self._with_declined else _("Visa {declined}")
        self._declined_button.set_words(verb.format(declined=told))
        self._declined_button.setVisible(bool(count))

    def _toggle_declined(self) -> None:
        self._with_declined = not self._with_declined
        self.refresh()

    # ---- the chosen card

    def current(self) -> MatchRow | None:
        """The match the keyboard is at."""
        chosen = self.board.current_id()
        return None if chosen is None else self._rows.get(chosen)

    def _chosen(self, match_id: object) -> None:
        row = self._rows.get(match_id) if isinstance(match_id, int) else None
        self.foot.setVisible(row is not None)
        if row is not None:
            self.foot.show_match(row)
        going = row is not None and not row.step.is_final
        self.page_actions.set_enabled("board.step", going or (row is not None and row.placement_id is not None))
        self.page_actions.set_enabled("board.decline", going)

    def _open(self, match_id: int) -> None:
        self.opened.emit(MatchPage(self.context, self._services, match_id))

    def _open_current(self) -> None:
        row = self.current()
        if row is not None:
            self._open(row.id)

    def _step(self) -> None:
        row = self.current()
        if row is not None:
            self._changes.step(row.id)

    def _decline(self) -> None:
        row = self.current()
        if row is not None:
            self._changes.decline(row.id)

    def _suggest(self) -> None:
        form = SuggestForm(self.context, self._services)
        form.saved.connect(self._suggested)
        self.opened.emit(form)

    def _suggested(self, changes: Changes) -> None:
        self.refresh()
        self.board.select(changes.new_id(Entity.MATCH))

    # ---- keys

    def panes(self) -> Sequence[QWidget]:
        return (self.filter_bar.field, self.board.pane(), self.foot)

    def focus_first(self) -> None:
        if self._stack.currentIndex() == 1:
            self._empty.focus_first()
        else:
            self.board.take_focus()

    def focus_filter(self) -> bool:
        self.filter_bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_bar.field.selectAll()
        return True

    def narrow(self, filters: Mapping[str, tuple[str, ...]]) -> None:
        self.filter_bar.narrow(filters)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.keys.setVisible(self.height() >= metrics().px(_KEYS_FROM))
        self._codes_only.setVisible(self.width() >= metrics().px(_NOTE_FROM))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.filter_bar.field.hasFocus():
            self.board.take_focus()
        else:
            super().keyPressEvent(event)


_KEYS_FROM, _NOTE_FROM = 440, 640
"""A page lower or narrower than this has its room for the cards and the filters."""
_MOST_DECLINED = 50
"""The latest that said no; all of them are in the opening and the candidate."""
