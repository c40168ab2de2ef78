"""A match opened in full: its steps, what was told to the employer, and the way on. Laid over what it was opened from."""

from socialupph.domain.changes import Entity
from socialupph.domain.matching import MatchStep
from socialupph.domain.views.matching import MatchView
from socialupph.i18n import _, formats
from socialupph.services.registry import Services
from socialupph.specs import opening_cards as cards
from socialupph.specs.words_placements import MATCH_STEP_MARK
from socialupph.ui.features.matching.changes import MatchChanges
from socialupph.ui.features.matching.words import trail
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.fact_card import FactCard
from socialupph.ui.kit.labels import Fact
from socialupph.ui.kit.link_line import LinkLine
from socialupph.ui.kit.page import Destination, PageContext, RecordPage

_WATCHES = frozenset({Entity.MATCH, Entity.CANDIDATE, Entity.OPENING, Entity.PLACEMENT})


class MatchPage(RecordPage):
    """Reads the match anew whenever it changes. Its title has codes only."""

    def __init__(self, context: PageContext, services: Services, match_id: int) -> None:
        super().__init__(context, _("Matchning"), record_id=match_id, watches=_WATCHES)
        self._services = services
        self._changes = MatchChanges(context, services, self.opened.emit, self.go_to.emit)
        self._links = LinkLine()
        self._links.followed.connect(self.go_to)
        self._steps = FactCard(_("Steg"))
        change = Button(_("Ändra"), Role.LINK, icon="edit", small=True)
        change.clicked.connect(self._tell)
        self._told = FactCard(_("Sagt till arbetsgivaren"), change, empty=_("Inget är noterat."))
        self._answer = FactCard(_("Svar"))
        for widget in (self._links, self._told, self._steps, self._answer):
            self.main.addWidget(widget)
        self.main.setSpacing(self.main.spacing() * 2)
        self._head()
        self.add_actions(
            (
                Action("match.step", _("Nästa steg"), self._step, "arrow_right", "Ctrl+Right"),
                Action("match.accept", _("Tackade ja …"), self._accept, "checkmark_circle"),
                Action("match.decline", _("Tackade nej …"), self._decline, "dismiss_circle", "Del"),
                Action("match.tell", _("Ändra vad som sagts till arbetsgivaren"), self._tell, "edit", "F2"),
            )
        )

    def _head(self) -> None:
        self._decline_button = self.add_action_button(Button(_("Tackade nej …"), Role.SECONDARY, key="Del"))
        self._accept_button = self.add_action_button(Button(_("Tackade ja …"), Role.SECONDARY))
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
        self._steps.show_facts(_facts(cards.steps(view)))
        self._answer.show_facts(_facts(cards.answer(view)))
        self._offer(view)

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
            (_("{code} {title}").format(code=view.opening_code, title=view.opening_title), self._opening(view)),
            (_("hos {supplier}").format(supplier=view.supplier), None),
        ]
        if view.placement_id is not None:
            parts += [(_("placering"), None), (view.placement_code, Destination("placements", view.placement_id))]
        self._links.set_parts(parts)

    def _opening(self, view: MatchView) -> Destination:
        return Destination("matching", view.opening_id)

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


def _facts(pairs: cards.Pairs) -> list[Fact]:
    return [Fact(label, value) for label, value in pairs]
