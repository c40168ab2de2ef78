"""Candidates, openings, matches, placements and follow-ups."""

from collections.abc import Mapping

from socialupph.i18n import N_

TEXTS: Mapping[str, str] = {
    "placement.end_before_start": N_("Slutdagen kommer före startdagen {start}."),
    "placement.working_time_missing": N_("Skriv omfattningen i procent av heltid."),
    "placement.working_time_outside": N_("Omfattningen ska börja gälla mellan {start} och {end}."),
    "placement.working_time_twice": N_("Två omfattningar börjar gälla samma dag."),
    "placement.working_time_gap": N_("Den första omfattningen ska gälla från startdagen {start}."),
    "placement.pause_outside": N_("Pausen ska ligga mellan {start} och {end}."),
    "placement.pause_overlap": N_("Två pauser gäller samtidigt, från {day}."),
    "follow_up.held_on_missing": N_("Skriv vilken dag uppföljningen hölls."),
    "follow_up.held_on_unexpected": N_(
        "En dag hör bara till en uppföljning som är hållen. Ta bort dagen eller ändra status."
    ),
    "follow_up.held_in_future": N_("Uppföljningen kan inte vara hållen en dag som inte har varit än."),
    "follow_up.reason_missing": N_("Skriv varför uppföljningen hoppas över."),
    "opening.transition": N_("Platsen kan inte få den statusen nu."),
    "opening.not_open": N_("Platsen är inte öppen. Öppna den först."),
    "match.begins": N_("En matchning börjar med ett förslag."),
    "match.closed": N_("Matchningen är avslutad. Gör en ny om det blir aktuellt igen."),
    "match.back": N_("Matchningen har redan kommit längre."),
    "match.date_order": N_("Dagen kommer före förra steget, {day}."),
    "match.in_future": N_("Steget kan inte ha tagits en dag som inte har varit än."),
    "match.declined_by_missing": N_("Välj vem som tackade nej."),
    "match.reason_missing": N_("Skriv varför det blev nej."),
}
