"""A placement in full: its plan, its times, what it counts for, what became of it, and everything that happened."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialupph.domain.placements import PlacementStatus
from socialupph.domain.views.placements import PlacementView
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.specs import placement_parts as parts
from socialupph.specs.marks import Tone
from socialupph.specs.words import VOIDED
from socialupph.specs.words_placements import PLACEMENT_STATUS_MARK
from socialupph.ui.features.placements import words
from socialupph.ui.features.placements.cards import ChecklistCard, OutcomesCard, detail_facts
from socialupph.ui.features.placements.changes import PlacementChanges
from socialupph.ui.features.placements.forms import EndForm, PlacementForm
from socialupph.ui.features.placements.requirement import RequirementGlance
from socialupph.ui.features.placements.times import Times
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.card_table import CardTable
from socialupph.ui.kit.events import timeline_entries
from socialupph.ui.kit.fact_card import FactCard
from socialupph.ui.kit.flow import ColumnsLayout
from socialupph.ui.kit.labels import Card, Fact, ToneLabel
from socialupph.ui.kit.link_line import LinkLine
from socialupph.ui.kit.more_menu import MoreButton, MoreMenu
from socialupph.ui.kit.page import Destination, PageContext, RecordPage
from socialupph.ui.kit.timeline_card import TimelineCard

_OVER = (PlacementStatus.ENDED, PlacementStatus.INTERRUPTED)


class PlacementRecordPage(RecordPage):
    """Reads the placement anew whenever it or what it leans on changes."""

    def __init__(self, context: PageContext, services: Services, placement_id: int) -> None:
        super().__init__(context, _("Placering"), record_id=placement_id, watches=words.WATCHES)
        self._services = services
        self._view: PlacementView | None = None
        self._changes = PlacementChanges(context, services, self._shown)
        self._head()
        self._links = LinkLine()
        self._links.followed.connect(self.go_to)
        self._glance = Card()
        self._glance_host: QWidget | None = None
        self._plan = CardTable(parts.PLAN, _("Uppföljningar"), empty=_("Ingen uppföljning är planerad."))
        self._times = Times(self._changes)
        self._outcomes, self._checklist = OutcomesCard(), ChecklistCard()
        self._details = FactCard(_("Uppgifter"))
        self._timeline = TimelineCard()
        self._fill()
        self._plan.activated_id.connect(self._open_follow_up)
        self._timeline.followed.connect(self.go_to)
        self._outcomes.change_asked.connect(self._changes.set_outcome)
        self._checklist.ticked.connect(self._changes.tick)
        self.add_actions(self._actions())
        more = ("placement.end", "placement.pause", "placement.time", "placement.reopen", "placement.void")
        self._more.set_more(MoreMenu(self.page_actions, more, self))

    def _head(self) -> None:
        edit = self.add_action_button(Button(_("Redigera"), Role.QUIET, icon="edit", key="F2"))
        edit.clicked.connect(self._edit)
        self._end_button = self.add_action_button(Button(_("Avsluta …"), Role.QUIET, icon="archive"))
        self._end_button.clicked.connect(self._end)
        self._more = MoreButton()
        self.add_action_button(self._more)
        self._register = self.add_action_button(
            Button(_("Registrera uppföljning"), Role.PRIMARY, icon="clipboard_task", key="Ctrl+R")
        )
        self._register.clicked.connect(self._follow_up)

    def _fill(self) -> None:
        beside = QWidget()
        columns = ColumnsLayout(2, 300, gap=20, parent=beside)
        columns.addWidget(self._outcomes)
        columns.addWidget(self._checklist)
        for widget in (self._links, self._glance, self._plan, self._times, beside, self._details):
            self.main.addWidget(widget)
        self.main.setSpacing(self.main.spacing() * 2)
        self.aside.addWidget(self._timeline)

    def _actions(self) -> tuple[Action, ...]:
        return (
            Action(
                "placement.follow_up", _("Registrera uppföljning"), self._follow_up, "clipboard_checkmark", "Ctrl+R"
            ),
            Action("placement.edit", _("Redigera placeringen"), self._edit, "edit", "F2"),
            Action("placement.end", _("Avsluta placeringen …"), self._end, "archive"),
            Action("placement.pause", _("Pausa …"), self._changes.new_pause, "snooze"),
            Action("placement.time", _("Ny omfattning …"), self._changes.new_time, "calendar_clock"),
            Action("placement.reopen", _("Ta tillbaka slutet"), self._changes.reopen, "arrow_undo"),
            Action("placement.void", _("Makulera …"), self._void, "delete", "Del"),
        )

    # ---- reading

    def _shown(self) -> PlacementView:
        if self._view is None:
            self._view = self._services.placements.view(self.record_id)
        return self._view

    def reload(self) -> None:
        """Read the placement and show it."""
        view = self._view = self._services.placements.view(self.record_id)
        today = self.context.clock.today()
        self.show_head(
            view.title,
            trail=((_("Placeringar"), Destination("placements")),),
            here=view.code,
            mark=VOIDED if view.voided else PLACEMENT_STATUS_MARK[view.status],
            facts=self._facts(view),
        )
        self._show_links(view)
        self._show_requirement(view)
        self._plan.show_rows(view.plan)
        self._times.show_placement(view)
        self._outcomes.show_outcomes(view.outcomes)
        self._checklist.show_done(view.facts.start_checklist)
        self._details.show_facts(detail_facts(view))
        self._timeline.set_entries(timeline_entries(view.timeline, today, words.AREAS))
        over = view.status in _OVER or view.facts.ended_on is not None
        self._end_button.setVisible(not over and not view.voided)
        self._register.setVisible(view.next_step is not None and not view.voided)
        for name in ("end", "pause", "time"):
            self.page_actions.set_enabled(f"placement.{name}", not over and not view.voided)
        self.page_actions.set_enabled("placement.reopen", view.facts.ended_on is not None and not view.voided)
        self.page_actions.set_enabled("placement.void", not view.voided)

    def _facts(self, view: PlacementView) -> tuple[Fact, ...]:
        today, links = self.context.clock.today(), view.links
        return (
            Fact(_("Period"), words.period(view), words.extent(view, today)),
            Fact(_("Form"), view.facts.form, view.facts.decision_reference or ""),
            Fact(_("Arbetsplats"), links.workplace or links.host, links.host if links.workplace else ""),
            words.supervisor_head(view),
            words.next_fact(view, today),
        )

    def _show_links(self, view: PlacementView) -> None:
        links = view.links
        person = None if links.candidate_id is None else Destination("candidates", links.candidate_id)
        self._links.set_parts(
            (
                (words.who(view), person),
                (_("hos"), None),
                (links.host, Destination("suppliers", links.host_supplier_id)),
                (_("enligt"), None),
                (links.contract_code, Destination("contracts", links.contract_id)),
            )
        )

    def _show_requirement(self, view: PlacementView) -> None:
        if self._glance_host is not None:
            self._glance_host.hide()
            self._glance_host.deleteLater()
        host = QWidget()
        rows = QVBoxLayout(host)
        rows.setContentsMargins(0, 0, 0, 0)
        if view.links.requirement_id is None:
            rows.addWidget(ToneLabel(_("Placeringen räknas inte mot något krav."), tone="text2", wrap=True))
        else:
            glance = RequirementGlance(self._services.requirements.view(view.links.requirement_id), small=False)
            glance.followed.connect(self.go_to)
            rows.addWidget(glance)
        self._glance.body.addWidget(host)
        self._glance_host = host

    # ---- commands

    def _open_follow_up(self, follow_up_id: int) -> None:
        self.go_to.emit(Destination("follow_ups", follow_up_id))

    def _follow_up(self) -> None:
        step = self._shown().next_step
        if step is None:
            self.banner.say(_("Placeringen har ingen uppföljning kvar i planen."), Tone.WARN)
        else:
            self._open_follow_up(step.id)

    def _edit(self) -> None:
        self.opened.emit(PlacementForm(self.context, self._services, self._shown()))

    def _end(self) -> None:
        self.opened.emit(EndForm(self.context, self._services, self._shown()))

    def _void(self) -> None:
        if not self._times.remove_current():
            self._changes.void()
