"""The Swedish words and signs for candidates, openings, matches, placements and follow-ups."""

from collections.abc import Mapping
from enum import StrEnum

from socialupph.domain.commands.placements import OutcomeTime
from socialupph.domain.follow_ups import FollowUpKind, FollowUpStatus
from socialupph.domain.kinds import (
    CandidateStatus,
    Decliner,
    DeviationKind,
    FollowUpMeans,
    Question,
    Referrer,
    Respondent,
    SecrecyBasis,
    Sex,
)
from socialupph.domain.ledger import PlacementKind
from socialupph.domain.matching import MatchStep
from socialupph.domain.openings import OpeningStatus
from socialupph.domain.placements import PlacementStatus
from socialupph.domain.views.placements import SupervisorTraining
from socialupph.domain.views.timeline import EventKind
from socialupph.i18n import N_
from socialupph.specs.marks import Mark, Shape, Tone

Words = Mapping[StrEnum, str]

# ---------------------------------------------------------------- marks: word, shape and tone together

PLACEMENT_STATUS_MARK: Mapping[PlacementStatus, Mark] = {
    PlacementStatus.PLANNED: Mark(N_("Planerad"), Shape.RING, Tone.NEUTRAL),
    PlacementStatus.RUNNING: Mark(N_("Pågående"), Shape.DOT, Tone.ACCENT),
    PlacementStatus.PAUSED: Mark(N_("Pausad"), Shape.BARS, Tone.NEUTRAL),
    PlacementStatus.ENDED: Mark(N_("Avslutad"), Shape.CHECK, Tone.NEUTRAL),
    PlacementStatus.INTERRUPTED: Mark(N_("Avbruten"), Shape.CROSS, Tone.BAD),
}
SUPERVISOR_TRAINING_MARK: Mapping[SupervisorTraining, Mark] = {
    SupervisorTraining.MISSING: Mark(N_("Saknar kurs"), Shape.TRIANGLE, Tone.WARN),
    SupervisorTraining.SIGNED_UP: Mark(N_("Anmäld"), Shape.DOT, Tone.ACCENT),
    SupervisorTraining.CLEAR: Mark(N_("Kurs klar"), Shape.CHECK, Tone.NEUTRAL),
    SupervisorTraining.NOBODY: Mark(N_("Ingen handledare"), Shape.DASH, Tone.NEUTRAL),
}
OPENING_STATUS_MARK: Mapping[OpeningStatus, Mark] = {
    OpeningStatus.DRAFT: Mark(N_("Utkast"), Shape.DASH, Tone.NEUTRAL),
    OpeningStatus.OPEN: Mark(N_("Öppen"), Shape.RING, Tone.ACCENT),
    OpeningStatus.RESERVED: Mark(N_("Reserverad"), Shape.HALF, Tone.NEUTRAL),
    OpeningStatus.FILLED: Mark(N_("Tillsatt"), Shape.CHECK, Tone.GOOD),
    OpeningStatus.CLOSED: Mark(N_("Stängd"), Shape.CROSS, Tone.NEUTRAL),
}
MATCH_STEP_MARK: Mapping[MatchStep, Mark] = {
    MatchStep.SUGGESTED: Mark(N_("Föreslagen"), Shape.RING, Tone.NEUTRAL),
    MatchStep.CONTACTED: Mark(N_("Kontaktad"), Shape.DOT, Tone.ACCENT),
    MatchStep.PRESENTED: Mark(N_("Presenterad"), Shape.DOT, Tone.ACCENT),
    MatchStep.INTERVIEW: Mark(N_("Intervju"), Shape.DOT, Tone.ACCENT),
    MatchStep.OFFERED: Mark(N_("Erbjuden"), Shape.CLOCK, Tone.WARN),
    MatchStep.ACCEPTED: Mark(N_("Tackat ja"), Shape.CHECK, Tone.GOOD),
    MatchStep.DECLINED: Mark(N_("Tackat nej"), Shape.CROSS, Tone.NEUTRAL),
}
FOLLOW_UP_STATUS_MARK: Mapping[FollowUpStatus, Mark] = {
    FollowUpStatus.PLANNED: Mark(N_("Planerad"), Shape.RING, Tone.NEUTRAL),
    FollowUpStatus.DONE: Mark(N_("Genomförd"), Shape.CHECK, Tone.GOOD),
    FollowUpStatus.SKIPPED: Mark(N_("Överhoppad"), Shape.DASH, Tone.NEUTRAL),
    FollowUpStatus.NOT_ANSWERED: Mark(N_("Inget svar"), Shape.CLOCK, Tone.WARN),
}
CANDIDATE_STATUS_MARK: Mapping[CandidateStatus, Mark] = {
    CandidateStatus.ACTIVE: Mark(N_("Aktuell"), Shape.RING, Tone.ACCENT),
    CandidateStatus.PLACED: Mark(N_("Placerad"), Shape.DOT, Tone.ACCENT),
    CandidateStatus.CLOSED: Mark(N_("Avslutad"), Shape.CHECK, Tone.NEUTRAL),
}
OVERDUE_MARK = Mark(N_("Försenad"), Shape.EXCLAMATION, Tone.BAD)
SOON_MARK = Mark(N_("Snart"), Shape.CLOCK, Tone.WARN)
RETURN_MARK = Mark(N_("Återgång"), Shape.BARS, Tone.NEUTRAL)


def _words(marks: Mapping[StrEnum, Mark]) -> Words:
    return {value: mark.word for value, mark in marks.items()}


PLACEMENT_STATUS = _words({**PLACEMENT_STATUS_MARK})
SUPERVISOR_TRAINING = _words({**SUPERVISOR_TRAINING_MARK})
OPENING_STATUS = _words({**OPENING_STATUS_MARK})
MATCH_STEP = _words({**MATCH_STEP_MARK})
FOLLOW_UP_STATUS = _words({**FOLLOW_UP_STATUS_MARK})
CANDIDATE_STATUS = _words({**CANDIDATE_STATUS_MARK})

# ---------------------------------------------------------------- plain words

PLACEMENT_KIND: Words = {PlacementKind.EMPLOYMENT: N_("Anställning"), PlacementKind.INTERNSHIP: N_("Praktik")}
FOLLOW_UP_KIND: Words = {
    FollowUpKind.START_MEETING: N_("Startsamtal"),
    FollowUpKind.TWO_WEEKS: N_("Uppföljning efter 2 veckor"),
    FollowUpKind.MONTHLY: N_("Månadsuppföljning"),
    FollowUpKind.NEXT_STEP: N_("Nästa steg"),
    FollowUpKind.FINAL_MEETING: N_("Slutsamtal"),
    FollowUpKind.AFTER_90_DAYS: N_("90 dagar efter"),
    FollowUpKind.AFTER_6_MONTHS: N_("6 månader efter"),
    FollowUpKind.AFTER_12_MONTHS: N_("12 månader efter"),
    FollowUpKind.EXTRA: N_("Extra uppföljning"),
}
FOLLOW_UP_KIND_SHORT: Words = {
    **FOLLOW_UP_KIND,
    FollowUpKind.TWO_WEEKS: N_("2 veckor"),
    FollowUpKind.MONTHLY: N_("Månad"),
    FollowUpKind.AFTER_90_DAYS: N_("90 dagar"),
    FollowUpKind.AFTER_6_MONTHS: N_("6 månader"),
    FollowUpKind.AFTER_12_MONTHS: N_("12 månader"),
    FollowUpKind.EXTRA: N_("Uppföljning"),
}
MEANS: Words = {
    FollowUpMeans.VISIT: N_("Besök"),
    FollowUpMeans.PHONE: N_("Telefon"),
    FollowUpMeans.VIDEO: N_("Video"),
    FollowUpMeans.MAIL: N_("E-post"),
}
RESPONDENT: Words = {
    Respondent.PARTICIPANT: N_("Deltagaren"),
    Respondent.SUPERVISOR: N_("Handledaren"),
    Respondent.COORDINATOR: N_("Samordnaren"),
    Respondent.AF_OFFICER: N_("Handläggaren hos Arbetsförmedlingen"),
}
QUESTION: Words = {
    Question.ATTENDANCE: N_("Närvaro"),
    Question.TASKS: N_("Arbetsuppgifter"),
    Question.SUPERVISION: N_("Handledning"),
    Question.WELL_BEING: N_("Trivsel"),
    Question.LANGUAGE_AND_SKILLS: N_("Språk och kunskap"),
    Question.SAFETY: N_("Säkerhet"),
}
QUESTION_HELP: Words = {
    Question.ATTENDANCE: N_("Kommer och stannar som avtalat"),
    Question.TASKS: N_("Lagom svåra och tydliga"),
    Question.SUPERVISION: N_("Får hjälp när det behövs"),
    Question.WELL_BEING: N_("Mår bra, känner sig med"),
    Question.LANGUAGE_AND_SKILLS: N_("Förstår och blir förstådd"),
    Question.SAFETY: N_("Har skydd och vet reglerna"),
}
SEX: Words = {Sex.WOMAN: N_("Kvinna"), Sex.MAN: N_("Man"), Sex.UNKNOWN: N_("Uppgift saknas")}
REFERRER: Words = {
    Referrer.AF: N_("Arbetsförmedlingen"),
    Referrer.MUNICIPALITY: N_("Kommunens arbetsmarknadsenhet"),
    Referrer.OTHER: N_("Annan"),
}
SECRECY_BASIS: Words = {
    SecrecyBasis.OSL_26_1: N_("OSL 26 kap. 1 § (socialtjänst)"),
    SecrecyBasis.OSL_28_11: N_("OSL 28 kap. 11 § (arbetsmarknad)"),
}
DECLINER: Words = {
    Decliner.CANDIDATE: N_("Kandidaten"),
    Decliner.EMPLOYER: N_("Arbetsgivaren"),
    Decliner.AF: N_("Arbetsförmedlingen"),
    Decliner.COORDINATOR: N_("Samordnaren"),
}
OUTCOME_TIME: Words = {
    OutcomeTime.END: N_("Vid slutet"),
    OutcomeTime.AFTER_90_DAYS: N_("Efter 90 dagar"),
    OutcomeTime.AFTER_6_MONTHS: N_("Efter 6 månader"),
    OutcomeTime.AFTER_12_MONTHS: N_("Efter 12 månader"),
}
DEVIATION_KIND: Words = {
    DeviationKind.ABSENCE: N_("Frånvaro"),
    DeviationKind.SUPERVISION: N_("Handledning"),
    DeviationKind.SAFETY: N_("Säkerhet"),
    DeviationKind.CONFLICT: N_("Konflikt"),
    DeviationKind.REPORTING: N_("Rapportering"),
    DeviationKind.VOLUME: N_("Omfattning"),
    DeviationKind.OTHER: N_("Annat"),
}
EVENT: Words = {
    EventKind.SUGGESTED: N_("Kandidaten föreslogs"),
    EventKind.CONTACTED: N_("Arbetsgivaren kontaktades"),
    EventKind.PRESENTED: N_("Kandidaten presenterades"),
    EventKind.INTERVIEW: N_("Intervju"),
    EventKind.OFFERED: N_("Platsen erbjöds"),
    EventKind.ACCEPTED: N_("Kandidaten tackade ja"),
    EventKind.DECLINED: N_("Det blev nej"),
    EventKind.OPENING_OFFERED: N_("Leverantören erbjöd platsen"),
    EventKind.OPENING_REQUESTED: N_("Kandidater efterfrågades"),
    EventKind.OPENING_ANSWERED: N_("Svar om kandidater"),
    EventKind.UNION_CONSULTED: N_("Facket yttrade sig"),
    EventKind.STARTED: N_("Placeringen började"),
    EventKind.WORKING_TIME: N_("Ny omfattning"),
    EventKind.PAUSED: N_("Paus"),
    EventKind.RETURNED: N_("Tillbaka efter paus"),
    EventKind.PLANNED_END: N_("Planerat slut"),
    EventKind.ENDED: N_("Placeringen slutade"),
    EventKind.INTERRUPTED: N_("Placeringen avbröts"),
    EventKind.FOLLOW_UP: N_("Uppföljning"),
    EventKind.AGREED_STEP: N_("Överenskommet steg"),
    EventKind.DEVIATION: N_("Avvikelse"),
    EventKind.MERGED: N_("Sammanslagen"),
}
START_CHECKLIST: Mapping[str, str] = {
    "introduction": N_("Introduktion och skyddsregler"),
    "equipment": N_("Arbetskläder och skyddsutrustning"),
    "schedule": N_("Schema och vem man ringer"),
    "supervisor": N_("Handledare utsedd och informerad"),
    "insurance": N_("Försäkring kontrollerad"),
    "information": N_("Information om personuppgifter lämnad"),
}
