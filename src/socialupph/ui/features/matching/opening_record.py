"""An opening in full: what it asks for, who is on the way to it, what AF answered, and everything that happened."""

from socialupph.domain.changes import Entity
from socialupph.domain.openings import OpeningStatus, may_become
from socialupph.domain.views.openings import OpeningView
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.specs import opening_cards as cards
from socialupph.specs.words import VOIDED
from socialupph.specs.words_placements import OPENING_STATUS_MARK
from socialupph.ui.features.matching.changes import MatchChanges
from socialupph.ui.features.matching.forms import OpeningForm, SuggestForm
from socialupph.ui.features.matching.match_page import MatchPage
from socialupph.ui.features.matching.opening_changes import OpeningChanges
from socialupph.ui.features.matching.words import AREA, WATCHES
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.card_table import CardTable
from socialupph.ui.kit.events import timeline_entries
from socialupph.ui.kit.fact_card import FactCard
from socialupph.ui.kit.labels import Fact
from socialupph.ui.kit.link_line import LinkLine
from socialupph.ui.kit.more_menu import MoreButton, MoreMenu
from socialupph.ui.kit.page import Destination, PageContext, RecordPage
from socialupph.ui.kit.timeline_card import TimelineCard

_TAKING = (OpeningStatus.OPEN, OpeningStatus.RESERVED)
_AREAS = {Entity.PLACEMENT: "placements"}


class OpeningRecordPage(RecordPage):
    """Reads the opening anew whenever it or a match on it changes."""

    def __init__(self, context: PageContext, services: Services, opening_id: int) -> None:
        super().__init__(context, _("Plats"), record_id=opening_id, watches=WATCHES)
        self._services = services
        self._view: OpeningView | None = None
        self._changes = OpeningChanges(context, services, self._shown)
        self._steps = MatchChanges(context, services, self.opened.emit, self.go_to.emit)
        self._head()
        self._links = LinkLine()
        self._step_button = Button("", Role.SECONDARY, icon="arrow_right", key="Ctrl+→", small=True)
        self._matches = CardTable(
            cards.MATCHES, _("Matchningar"), self._step_button, empty=_("Ingen är föreslagen än.")
        )
        answer = Button(_("Nytt svar"), Role.LINK, icon="add", small=True)
        self._answers = CardTable(cards.ANSWERS, _("Svar om kandidater"), answer, empty=_("Inga svar än."))
        self._profile = FactCard(_("Kravprofil"), empty=_("Ingen kravprofil än."))
        self._evidence = FactCard(_("Uppgifter"))
        self._timeline = TimelineCard()
        for widget in (self._links, self._matches, self._profile, self._answers, self._evidence):
            self.main.addWidget(widget)
        self.main.setSpacing(self.main.spacing() * 2)
        self.aside.addWidget(self._timeline)
        self._links.followed.connect(self.go_to)
        self._timeline.followed.connect(self.go_to)
        self._matches.activated_id.connect(self._open_match)
        self._matches.table.current_id_changed.connect(self._match_chosen)
        self._step_button.clicked.connect(self._step)
        self._answers.activated_id.connect(self._changes.edit_answer)
        answer.clicked.connect(self._changes.new_answer)
        self.add_actions(self._actions())
        names = ("request", "answer", "open", "reserve", "close", "void")
        self._more.set_more(MoreMenu(self.page_actions, [f"opening.{name}" for name in names], self))

    def _head(self) -> None:
        edit = self.add_action_button(Button(_("Redigera"), Role.QUIET, icon="edit", key="F2"))
        edit.clicked.connect(self._edit)
        self._request_button = self.add_action_button(Button(_("Begär kandidater"), Role.QUIET, icon="people_chat"))
        self._request_button.clicked.connect(self._changes.request)
        self._more = MoreButton()
        self.add_action_button(self._more)
        self._open_button = self.add_action_button(Button(_("Öppna platsen"), Role.PRIMARY, icon="board"))
        self._open_button.clicked.connect(self._changes.open)
        self._suggest_button = self.add_action_button(
            Button(_("Föreslå kandidat"), Role.PRIMARY, icon="person_add", key="Ctrl+N")
        )
        self._suggest_button.clicked.connect(self._suggest)

    def _actions(self) -> tuple[Action, ...]:
        return (
            Action("opening.suggest", _("Föreslå kandidat"), self._suggest, "person_add", "Ctrl+N"),
            Action("opening.edit", _("Redigera platsen"), self._edit, "edit", "F2"),
            Action("opening.step", _("Nästa steg i matchningen"), self._step, "arrow_right", "Ctrl+Right"),
            Action("opening.decline", _("Tackade nej …"), self._decline, "dismiss_circle"),
            Action("opening.request", _("Begär kandidater …"), self._changes.request, "people_chat"),
            Action("opening.answer", _("Nytt svar om kandidater …"), self._changes.new_answer, "comment"),
            Action("opening.open", _("Öppna platsen"), self._changes.open, "board"),
            Action("opening.reserve", _("Reservera platsen"), self._changes.reserve, "calendar_clock"),
            Action("opening.close", _("Stäng platsen"), self._changes.close, "archive"),
            Action("opening.void", _("Makulera …"), self._void, "delete", "Del"),
        )

    # ---- reading

    def _shown(self) -> OpeningView:
        if self._view is None:
            self._view = self._services.openings.view(self.record_id)
        return self._view

    def reload(self) -> None:
        """Read the opening and show it."""
        view = self._view = self._services.openings.view(self.record_id)
        self.show_head(
            _("{code} {title}").format(code=view.code, title=view.title),
            trail=((_("Platser & matchning"), Destination(AREA)),),
            here=view.code,
            mark=VOIDED if view.voided else OPENING_STATUS_MARK[view.status],
            facts=_head_facts(view),
        )
        self._links.set_parts(
            (
                (_("Krav"), None),
                (view.requirement_code, Destination("contracts", view.contract_id)),
                (_("i {title} hos").format(title=view.contract_title), None),
                (view.supplier, Destination("suppliers", view.supplier_id)),
            )
        )
        self._matches.show_rows(view.matches)
        self._answers.show_rows(view.answers)
        self._profile.show_pairs(cards.profile(view))
        self._evidence.show_pairs(cards.evidence(view))
        self._timeline.set_entries(timeline_entries(view.timeline, self.context.clock.today(), _AREAS))
        self._offer(view)
        self._match_chosen(self._matches.table.current_id())

    def _offer(self, view: OpeningView) -> None:
        """Show what can be done now."""
        taking = view.status in _TAKING and not view.voided
        self._suggest_button.setVisible(taking)
        self._request_button.setVisible(taking and view.requested_on is None)
        self._open_button.setVisible(view.status in (OpeningStatus.DRAFT, OpeningStatus.CLOSED) and not view.voided)
        self.header.refit()
        self.page_actions.set_enabled("opening.suggest", taking)
        for name, status in (
            ("open", OpeningStatus.OPEN),
            ("reserve", OpeningStatus.RESERVED),
            ("close", OpeningStatus.CLOSED),
        ):
            possible = may_become(view.status, status) and view.status is not status and not view.voided
            self.page_actions.set_enabled(f"opening.{name}", possible)
        self.page_actions.set_enabled("opening.void", not view.voided)

    # ---- matches

    def _match_chosen(self, match_id: object) -> None:
        """The button over the table does the next step of the chosen match."""
        found = next((one for one in self._shown().matches if one.id == match_id), None)
        words = cards.next_words(found.step) if found else ""
        self._step_button.set_words(words)
        self._step_button.setVisible(bool(words))
        self.page_actions.set_enabled("opening.step", bool(words))
        self.page_actions.set_enabled("opening.decline", bool(words))

    def _open_match(self, match_id: int) -> None:
        self.opened.emit(MatchPage(self.context, self._services, match_id))

    def _step(self) -> None:
        current = self._matches.table.current_id()
        if current is not None:
            self._steps.step(current)

    def _decline(self) -> None:
        current = self._matches.table.current_id()
        if current is not None:
            self._steps.decline(current)

    # ---- commands

    def _edit(self) -> None:
        self.opened.emit(OpeningForm(self.context, self._services, self._shown()))

    def _suggest(self) -> None:
        self.opened.emit(SuggestForm(self.context, self._services, opening=self._shown()))

    def _void(self) -> None:
        """Del at a match is its no; elsewhere it voids the opening."""
        if self._matches.table.hasFocus():
            self._decline()
        else:
            self._changes.void()


def _head_facts(view: OpeningView) -> tuple[Fact, ...]:
    return (
        Fact(_("Krav"), view.requirement_code, view.contract_title),
        Fact(_("Leverantör"), view.supplier),
        Fact(_("Arbetsplats"), view.workplace or "–", view.workplace_address),
        Fact(_("Platser fria"), cards.seats(view), cards.open_for(view.days_open)),
        Fact(_("Period"), cards.period(view) or "–", cards.kind_and_extent(view)),
    )
