"""A candidate opened in full: the only place where name, needs, target group and protection are told."""

from PySide6.QtWidgets import QWidget

from socialupph.domain.changes import Entity
from socialupph.domain.kinds import CandidateStatus
from socialupph.domain.views.candidates import CandidateView
from socialupph.i18n import N_, _, formats
from socialupph.services.registry import Services
from socialupph.specs import candidate_cards as cards
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.specs.words import VOIDED, word
from socialupph.specs.words_placements import CANDIDATE_STATUS_MARK, REFERRER
from socialupph.ui.features.candidates.changes import CandidateChanges
from socialupph.ui.features.candidates.forms import AREA, CandidateForm, ConsentForm
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.card_table import CardTable
from socialupph.ui.kit.events import timeline_entries
from socialupph.ui.kit.fact_card import FactCard
from socialupph.ui.kit.flow import ColumnsLayout
from socialupph.ui.kit.labels import Fact
from socialupph.ui.kit.merging import MergedLine, ask_other, open_comparison
from socialupph.ui.kit.more_menu import MoreButton, MoreMenu
from socialupph.ui.kit.page import Destination, PageContext, RecordPage
from socialupph.ui.kit.timeline_card import TimelineCard

WATCHES = frozenset(
    {
        Entity.CANDIDATE,
        Entity.MATCH,
        Entity.PLACEMENT,
        Entity.OPENING,
        Entity.SUPPLIER,
        Entity.REFERENCE,
    }
)
_MERGED = Mark(N_("Sammanslagen"), Shape.DASH, Tone.NEUTRAL)
_AREAS = {Entity.PLACEMENT: "placements", Entity.CANDIDATE: AREA}


class CandidateRecordPage(RecordPage):
    """Reads the candidate anew whenever something about the person changes. Its title is a code, never a name."""

    def __init__(self, context: PageContext, services: Services, candidate_id: int) -> None:
        super().__init__(context, _("Kandidat"), record_id=candidate_id, watches=WATCHES)
        self._services = services
        self._changes = CandidateChanges(context, services)
        self._view: CandidateView | None = None
        self._head()
        self._matches = CardTable(cards.MATCHES, _("Matchningar"), empty=_("Inte föreslagen till någon plats än."))
        self._placements = CardTable(cards.PLACEMENTS, _("Placeringar"), empty=_("Ingen placering än."))
        self._consent_button = Button(_("Nytt samtycke"), Role.LINK, icon="add", small=True)
        self._consent_button.clicked.connect(self._new_consent)
        self._consents = CardTable(
            cards.consents(context.clock.today()), _("Samtycken"), self._consent_button, empty=_("Inga samtycken än.")
        )
        self._merged = MergedLine({Entity.CANDIDATE: AREA})
        self._contact, self._wishes = FactCard(_("Person")), FactCard(_("Önskemål"), empty=_("Inget noterat."))
        self._needs = FactCard(_("Anpassningsbehov på arbetsplatsen"), empty=_("Inga behov noterade."))
        self._group = FactCard(_("Målgrupp"), empty=_("Inget intyg än."))
        self._information = FactCard(_("Information och skydd"))
        self._timeline = TimelineCard()
        self._fill()
        self._matches.activated_id.connect(self._open_match)
        self._placements.activated_id.connect(self._open_placement)
        self._consents.activated_id.connect(self._edit_consent)
        self._timeline.followed.connect(self.go_to)
        self._merged.followed.connect(self.go_to)
        self.add_actions(self._actions())
        names = ("candidate.consent", "candidate.merge", "candidate.close", "candidate.reopen", "candidate.void")
        self._more.set_more(MoreMenu(self.page_actions, names, self))

    def _head(self) -> None:
        self._edit_button = self.add_action_button(Button(_("Redigera"), Role.QUIET, icon="edit", key="F2"))
        self._edit_button.clicked.connect(self._edit)
        self._close_button = self.add_action_button(Button(_("Avsluta"), Role.QUIET, icon="archive"))
        self._close_button.clicked.connect(self._close)
        self._reopen_button = self.add_action_button(Button(_("Öppna igen"), Role.QUIET, icon="arrow_undo"))
        self._reopen_button.clicked.connect(self._reopen)
        self._more = MoreButton()
        self.add_action_button(self._more)
        self._suggest_button = self.add_action_button(
            Button(_("Föreslå till plats"), Role.PRIMARY, icon="board", key="Ctrl+N")
        )
        self._suggest_button.clicked.connect(self._suggest)

    def _fill(self) -> None:
        facts = QWidget()
        columns = ColumnsLayout(2, 300, gap=20, parent=facts)
        columns.setSpacing(self.main.spacing() * 2)
        for card in (self._contact, self._wishes, self._needs, self._group):
            columns.addWidget(card)
        for widget in (self._merged, self._matches, self._placements, facts, self._consents, self._information):
            self.main.addWidget(widget)
        self.main.setSpacing(self.main.spacing() * 2)
        self.aside.addWidget(self._timeline)

    def _actions(self) -> tuple[Action, ...]:
        return (
            Action("candidate.suggest", _("Föreslå till plats"), self._suggest, "board", "Ctrl+N"),
            Action("candidate.edit", _("Redigera kandidaten"), self._edit, "edit", "F2"),
            Action("candidate.consent", _("Nytt samtycke"), self._new_consent, "document_ribbon"),
            Action("candidate.merge", _("Slå ihop med …"), self._merge, "merge"),
            Action("candidate.close", _("Avsluta kandidaten"), self._close, "archive"),
            Action("candidate.reopen", _("Öppna kandidaten igen"), self._reopen, "arrow_undo"),
            Action("candidate.void", _("Makulera …"), self._void, "delete", "Del"),
        )

    # ---- reading

    def _shown(self) -> CandidateView:
        if self._view is None:
            self._view = self._services.candidates.view(self.record_id)
        return self._view

    def reload(self) -> None:
        """Read the candidate and show it."""
        view = self._view = self._services.candidates.view(self.record_id)
        self.show_head(
            view.title or _("Kandidat"),
            trail=((_("Kandidater"), Destination(AREA)),),
            here=view.code,
            mark=_mark(view),
            facts=self._facts(view),
        )
        self.header.title.setText(view.label)  # the page's own title is told outside the record, this is not
        self._merged.show_links(view.merged_into, view.merged)
        self._matches.show_rows(view.matches)
        self._placements.show_rows(view.placements)
        self._consents.show_rows(view.consents)
        self._contact.show_pairs(cards.contact(view))
        self._wishes.show_pairs(cards.wishes(view))
        self._needs.show_facts([Fact(_("Behov"), text) for text in view.adjustments])
        self._group.show_pairs(cards.target_group(view))
        self._information.show_pairs(cards.information(view))
        self._timeline.set_entries(timeline_entries(view.timeline, self.context.clock.today(), _AREAS))
        self._offer(view)

    def _offer(self, view: CandidateView) -> None:
        """Show what can be done now."""
        closed = view.status is CandidateStatus.CLOSED
        self._close_button.setVisible(not closed and not view.voided)
        self._reopen_button.setVisible(closed and not view.voided)
        self._suggest_button.setVisible(not closed and not view.voided)
        for name in ("suggest", "close"):
            self.page_actions.set_enabled(f"candidate.{name}", not closed and not view.voided)
        self.page_actions.set_enabled("candidate.reopen", closed and not view.voided)
        for name in ("void", "merge"):
            self.page_actions.set_enabled(f"candidate.{name}", not view.voided)
        merged = view.merged_into is not None
        for name in ("edit", "consent"):
            self.page_actions.set_enabled(f"candidate.{name}", not merged)
        for button in (self._edit_button, self._consent_button, self._more):
            button.setVisible(not merged)

    def _facts(self, view: CandidateView) -> tuple[Fact, ...]:
        running = [one for one in view.matches if cards.is_open(one)]
        placement = view.placements[0] if view.placements else None
        extent = formats.percent_plain(view.extent_percent) if view.extent_percent is not None else ""
        return (
            Fact(_("Kan börja"), formats.iso_date(view.available_from) if view.available_from else "–", extent),
            Fact(_("Anvisad av"), word(REFERRER, view.referrer), view.referring_officer or ""),
            Fact(_("Telefon"), view.phone or "–", view.email or ""),
            Fact(_("Matchningar"), formats.integer(len(running)), running[0].opening_title if running else ""),
            Fact(_("Placering"), placement.code if placement else "–", placement.host if placement else ""),
        )

    # ---- where one goes

    def _open_match(self, match_id: int) -> None:
        match = next(one for one in self._shown().matches if one.id == match_id)
        self.go_to.emit(Destination("matching", match.opening_id))

    def _open_placement(self, placement_id: int) -> None:
        self.go_to.emit(Destination("placements", placement_id))

    # ---- commands

    def _edit(self) -> None:
        self.opened.emit(CandidateForm(self.context, self._services, self._shown()))

    def _suggest(self) -> None:
        self._changes.suggest(self.record_id)

    def _new_consent(self) -> None:
        self.opened.emit(ConsentForm(self.context, self._services, self._shown()))

    def _edit_consent(self, consent_id: int) -> None:
        view = self._shown()
        if view.merged_into is not None:
            return  # it is the other candidate's now
        consent = next(one for one in view.consents if one.id == consent_id)
        self.opened.emit(ConsentForm(self.context, self._services, view, consent))

    def _close(self) -> None:
        self._changes.close(self.record_id, self._shown().version)

    def _reopen(self) -> None:
        self._changes.reopen(self.record_id, self._shown().version)

    def _void(self) -> None:
        self._changes.void(self.record_id, self._shown().version)

    def _merge(self) -> None:
        other = ask_other(self.context, Entity.CANDIDATE, self.record_id)
        if other is not None:
            open_comparison(self, Entity.CANDIDATE, self.record_id, other)


def _mark(view: CandidateView) -> Mark:
    if view.merged_into is not None:
        return _MERGED
    return VOIDED if view.voided else CANDIDATE_STATUS_MARK[view.status]
