"""A match opened in full: its steps, what was told to the employer, and the way on. Laid over what it was opened from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from socialupph.domain.changes import Entity
from socialupph.domain.matching import MatchStep
from socialupph.domain.views.matching import MatchView
from socialupph.i18n import _, formats
from socialupph.services.registry import Services
from socialupph.specs import opening_cards as cards
from socialupph.specs.timeline import short_day
from socialupph.specs.words import word
from socialupph.specs.words_placements import MATCH_STEP, MATCH_STEP_MARK
from socialupph.ui.features.matching.changes import MatchChanges
from socialupph.ui.features.matching.words import trail
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.fact_card import FactCard
from socialupph.ui.kit.flow import ColumnsLayout
from socialupph.ui.kit.labels import Fact
from socialupph.ui.kit.link_line import LinkLine
from socialupph.ui.kit.page import Destination, PageContext, RecordPage
from socialupph.ui.kit.timeline import TimelineEntry
from socialupph.ui.kit.timeline_card import TimelineCard

_WATCHES = frozenset({Entity.MATCH, Entity.CANDIDATE, Entity.OPENING, Entity.PLACEMENT})


class MatchPage(RecordPage):
    """Reads the match anew whenever it changes. Its title has codes only."""

    def __init__(self, context: PageContext, services: Services, match_id: int) -> None:
        super().__init__(context, _("Matchning"), record_id=match_id, watches=_WATCHES)
        self._services = services
        self._compared = False
        self._changes = MatchChanges(context, services, self.opened.emit, self.go_to.emit)
        self._links = LinkLine()
        self._links.followed.connect(self.go_to)
        self._timeline = TimelineCard()
        change = Button(_("Ändra"), Role.LINK, icon="edit", small=True)
        change.clicked.connect(self._tell)
        self._told = FactCard(_("Sagt till arbetsgivaren"), change, empty=_("Inget är noterat."))
        self._answer = FactCard(_("Svar"))
        self._compare_button = Button(_("Jämför behov"), Role.SECONDARY, icon="people_chat")
        self._compare_button.clicked.connect(self._toggle_comparison)
        self._candidate, self._opening = FactCard(_("Kandidaten")), FactCard(_("Platsen"))
        self._fill()
        self._head()
        self.add_actions(
            (
                Action("match.step", _("Nästa steg"), self._step, "arrow_right", "Ctrl+Right"),
                Action("match.accept", _("Tackade ja …"), self._accept, "checkmark_circle"),
                Action("match.decline", _("Tackade nej …"), self._decline, "dismiss_circle", "Del"),
                Action("match.compare", _("Jämför behov"), self._toggle_comparison, "people_chat"),
                Action("match.tell", _("Ändra vad som sagts till arbetsgivaren"), self._tell, "edit", "F2"),
            )
        )

    def _fill(self) -> None:
        self._sides = QWidget()
        columns = ColumnsLayout(2, 300, gap=20, parent=self._sides)
        for card in (self._candidate, self._opening):
            columns.addWidget(card)
        for widget in (self._links, self._told, self._answer):
            self.main.addWidget(widget)
        self.main.addWidget(self._compare_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.main.addWidget(self._sides)
        self.main.setSpacing(self.main.spacing() * 2)
        self._sides.hide()
        self.aside.addWidget(self._timeline)

    def _head(self) -> None:
        self._decline_button = self.add_action_button(
            Button(_("Tackade nej …"), Role.SECONDARY, icon="dismiss_circle", key="Del")
        )
        self._accept_button = self.add_action_button(Button(_("Tackade ja …"), Role.SECONDARY, icon="checkmark_circle"))
        self._step_button = self.add_action_button(Button("", Role.PRIMARY, icon="arrow_right", key="Ctrl+→"))
        self._decline_button.clicked.connect(self._decline)
        self._accept_button.clicked.connect(self._accept)
        self._step_button.clicked.connect(self._step)

    # ---- reading

    def reload(self) -> None:
        """Read the match and show it."""
        view = self._services.matching.view(self.record_id)
        coded = _("{candidate} till {opening}").format(candidate=view.candidate_code, opening=view.opening_code)
        # The page's own title is told outside the record, where a protected person does not occur.
        title = _("Matchning till {opening}").format(opening=view.opening_code) if view.protected else coded
        self.show_head(
            title,
            trail=trail(view.opening_code, view.opening_id),
            here=view.candidate_code,
            mark=MATCH_STEP_MARK[view.step],
            facts=_head_facts(view),
        )
        shown = _("{person} till {opening}").format(person=view.person, opening=view.opening_code)
        self.header.title.setText(shown)
        self._show_links(view)
        self._told.show_facts([Fact(_("Sagt"), view.told_employer)] if view.told_employer else [])
        today = self.context.clock.today()
        self._timeline.set_entries(
            [
                TimelineEntry(short_day(day, today), MATCH_STEP_MARK[step], word(MATCH_STEP, step))
                for step, day in cards.steps(view)
            ]
        )
        self._answer.show_pairs(cards.answer(view))
        self._offer(view)
        if self._compared:
            self._compare(view)

    def _offer(self, view: MatchView) -> None:
        """Show what can be done now."""
        over, placed = view.step.is_final, view.placement_id is not None
        self._decline_button.setVisible(not over)
        words = _("Öppna placeringen") if placed else cards.next_words(view.step)
        self._step_button.setVisible(bool(words))
        self._step_button.set_words(words)
        self._accept_button.setVisible(not over and view.step is not MatchStep.OFFERED)
        self.header.refit()
        self.page_actions.set_enabled("match.step", bool(words))
        for name in ("accept", "decline"):
            self.page_actions.set_enabled(f"match.{name}", not over)

    def _show_links(self, view: MatchView) -> None:
        parts: list[tuple[str, object]] = [
            (view.candidate_code, Destination("candidates", view.candidate_id)),
            (_("till"), None),
            (
                _("{code} {title}").format(code=view.opening_code, title=view.opening_title),
                Destination("matching", view.opening_id),
            ),
            (_("hos {supplier}").format(supplier=view.supplier), None),
        ]
        if view.placement_id is not None:
            parts += [(_("placering"), None), (view.placement_code, Destination("placements", view.placement_id))]
        self._links.set_parts(parts)

    # ---- needs, only with both opened together

    def _toggle_comparison(self) -> None:
        self._compared = not self._compared
        self._compare_button.set_words(_("Dölj jämförelsen") if self._compared else _("Jämför behov"))
        self._sides.setVisible(self._compared)
        if self._compared:
            self._compare(self._services.matching.view(self.record_id))

    def _compare(self, view: MatchView) -> None:
        """Side by side, for a person to judge: nothing is ordered or left out by it."""
        candidate = self._services.candidates.view(view.candidate_id)
        opening = self._services.openings.view(view.opening_id)
        self._candidate.show_pairs(cards.candidate_side(candidate))
        self._opening.show_pairs(cards.opening_side(opening))

    # ---- commands

    def _step(self) -> None:
        self._changes.step(self.record_id)

    def _accept(self) -> None:
        self._changes.accept(self.record_id)

    def _decline(self) -> None:
        self._changes.decline(self.record_id)

    def _tell(self) -> None:
        self._changes.tell(self.record_id)


def _head_facts(view: MatchView) -> tuple[Fact, ...]:
    since = view.answered_on or view.offered_on or view.interview_on or view.presented_on or view.contacted_on
    return (
        Fact(_("Kandidat"), view.candidate_code),
        Fact(_("Plats"), view.opening_title, view.opening_code),
        Fact(_("Leverantör"), view.supplier),
        Fact(_("Senaste steget"), formats.iso_date(since or view.suggested_on)),
        Fact(_("Svar senast"), formats.iso_date(view.offer_until) if view.offer_until else "–"),
    )
