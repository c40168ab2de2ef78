"""The chosen placement in short, beside the list."""

import datetime as dt

from PySide6.QtWidgets import QHBoxLayout

from socialupph.domain.views.placements import PlacementView
from socialupph.domain.views.requirements import RequirementView
from socialupph.i18n import _
from socialupph.specs.words_placements import PLACEMENT_STATUS_MARK
from socialupph.ui.features.placements import words
from socialupph.ui.features.placements.requirement import RequirementGlance
from socialupph.ui.kit.events import nearest, timeline_entries
from socialupph.ui.kit.labels import Fact, heading
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.page import Destination
from socialupph.ui.kit.side_panel import SidePanel
from socialupph.ui.kit.timeline import Timeline

_MOST_EVENTS = 8
_TIMELINE_LEFT = 7  # its signs stand under the text of the panel


def fill(
    panel: SidePanel, view: PlacementView, person: str, requirement: RequirementView | None, today: dt.date
) -> None:
    """Put the placement into ``panel``. ``person`` is what the list calls the person now."""
    links = view.links
    panel.begin(view.code, PLACEMENT_STATUS_MARK[view.status])
    candidate = None if links.candidate_id is None else Destination("candidates", links.candidate_id)
    parts: list[tuple[str, object]] = [(person, candidate)]
    if links.host:
        parts += [(_("hos"), None), (links.host, Destination("suppliers", links.host_supplier_id))]
    panel.add_links(*parts)
    if view.next_step is not None:
        panel.add_next_step(
            words.step_title(view.next_step),
            words.step_day(view.next_step),
            _("Registrera uppföljning"),
            key=_("Ctrl+R"),
            aside=_("Flytta"),
        )
    panel.add_facts(_facts(view, today))
    if requirement is not None:
        glance = RequirementGlance(requirement, small=True)
        glance.followed.connect(panel.link_followed)
        panel.add_section(glance)
    timeline = Timeline()
    timeline.set_entries(timeline_entries(nearest(view.timeline, _MOST_EVENTS), today, words.AREAS))
    timeline.followed.connect(panel.link_followed)
    panel.add_section(heading(_("Tidslinje")))
    inset = QHBoxLayout()
    inset.setContentsMargins(metrics().px(_TIMELINE_LEFT), 0, metrics().half, 0)
    inset.addWidget(timeline)
    panel.body.addLayout(inset)
    panel.finish()


def _facts(view: PlacementView, today: dt.date) -> list[Fact]:
    links = view.links
    facts = [
        Fact(_("Period"), _("{period}, {extent}").format(period=words.period(view), extent=words.extent(view, today))),
        Fact(_("Form"), words.form_text(view)),
    ]
    if not links.host:
        return [*facts, Fact(_("Värd"), _("Visas bara i den öppnade placeringen."))]
    if links.workplace:
        facts.append(Fact(_("Arbetsplats"), links.workplace))
    facts.append(words.supervisor_fact(view))
    if view.facts.af_officer:
        facts.append(Fact(_("AF"), view.facts.af_officer))
    return facts
