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
    "candidate.adjustment": N_("Välj praktiska behov ur listan."),
    "candidate.birth_year": N_("Kontrollera födelseåret."),
    "candidate.in_use": N_("Kandidaten har en placering och kan inte makuleras. Makulera placeringen först."),
    "opening.seats": N_("Skriv hur många personer platsen är för, minst en."),
    "opening.in_use": N_("Någon är placerad eller erbjuden här. Platsen kan inte makuleras, men den kan stängas."),
    "match.candidate_closed": N_("Kandidaten är avslutad. Öppna kandidaten igen först."),
    "match.exists": N_("Kandidaten är redan föreslagen till platsen."),
    "match.own_command": N_("Välj Tackade ja eller Tackade nej."),
    "match.no_seat": N_("Alla platser är tagna. Öka antalet på platsen om en till får plats."),
    "match.offer_until": N_("Sista svarsdag kommer före erbjudandet, {day}."),
    "placement.other_contract": N_("Kravet hör till ett annat kontrakt."),
    "placement.heads": N_("Skriv hur många personer det gäller, minst en."),
    "placement.statement_missing": N_("Skriv hur leverantören har intygat målgruppen, eller välj en kandidat."),
    "follow_up.settled": N_("Uppföljningen är redan hållen eller överhoppad."),
    "follow_up.of_one": N_("Välj en placering eller ett kontrakt, inte båda."),
    "follow_up.third_respondent": N_("Det tredje perspektivet är samordnarens eller handläggarens."),
    "follow_up.answer_twice": N_("Varje fråga har ett svar från var och en av de tre."),
    "follow_up.score_range": N_("Svara med 1 till 5."),
    "follow_up.step_in_future": N_("Steget kan inte vara klart en dag som inte har varit än."),
}
