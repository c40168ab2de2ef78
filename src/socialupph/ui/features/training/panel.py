"""The chosen session in short, beside the list."""

import datetime as dt

from socialupph.domain.views.training import SessionView
from socialupph.i18n import _
from socialupph.specs import training as specs
from socialupph.specs.sign_ups import offered_until
from socialupph.specs.training_page import days_text, hours_lines, next_step, waiting_text
from socialupph.specs.words_training import SESSION_MARK
from socialupph.ui.features.training.seats import day_of
from socialupph.ui.kit.labels import Fact
from socialupph.ui.kit.seats import Seats
from socialupph.ui.kit.side_panel import SidePanel


def fill(panel: SidePanel, view: SessionView, today: dt.date) -> None:
    """Put the session into ``panel``."""
    panel.begin(view.code, SESSION_MARK[view.status])
    panel.add_section_title(specs.heading(view, today))
    step = next_step(view, today)
    if step is not None:
        panel.add_next_step(step.title, step.detail, step.button, aside=step.aside)
    days, hours = days_text(view)
    several = len(view.days) > 1
    facts = [
        Fact(_("Dagar") if several else _("Dag"), "\n".join(hours_lines(view)) if several else f"{days}\n{hours}"),
        Fact(_("Plats"), view.venue or view.link or "–"),
        Fact(_("Kursledare"), view.trainers or "–"),
        Fact(_("Anmälan till"), f"{day_of(view.last_sign_up_on)}, {specs.closing_text(view, today)}"),
        Fact(_("Går före"), ", ".join(specs.first_text(view))),
    ]
    if view.least_number:
        facts.append(Fact(_("Minst"), _("{n} för att hållas").format(n=view.least_number)))
    if view.waiting:
        facts.append(Fact(_("Reservlista"), waiting_text(view)))
    panel.add_facts(facts)
    seats = Seats()
    seats.set_count(view.counts, until=offered_until(view))
    panel.add_section(seats)
    panel.finish()
