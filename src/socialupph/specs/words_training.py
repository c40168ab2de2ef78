"""The words for sessions, sign-ups, deviations and registers, with the marks of those that are a status."""

from collections.abc import Mapping
from enum import StrEnum

from socialupph.domain.kinds import (
    DeviationKind,
    LadderStep,
    ReferenceList,
    RegisterKind,
    SessionStatus,
    Severity,
    SignUpChannel,
)
from socialupph.domain.sign_ups import SignUpStatus
from socialupph.domain.views.deviations import DeviationState
from socialupph.i18n import N_
from socialupph.specs.marks import Mark, Shape, Tone

SESSION_MARK: Mapping[StrEnum, Mark] = {
    SessionStatus.PLANNED: Mark(N_("Planerad"), Shape.RING, Tone.NEUTRAL),
    SessionStatus.OPEN: Mark(N_("Öppen för anmälan"), Shape.DOT, Tone.ACCENT),
    SessionStatus.CLOSED: Mark(N_("Anmälan stängd"), Shape.BARS, Tone.NEUTRAL),
    SessionStatus.HELD: Mark(N_("Genomförd"), Shape.CHECK, Tone.NEUTRAL),
    SessionStatus.CANCELLED: Mark(N_("Inställd"), Shape.CROSS, Tone.BAD),
}

SIGN_UP_MARK: Mapping[StrEnum, Mark] = {
    SignUpStatus.SIGNED_UP: Mark(N_("Anmäld"), Shape.DOT, Tone.ACCENT),
    SignUpStatus.CONFIRMED: Mark(N_("Bekräftad"), Shape.CHECK, Tone.GOOD),
    SignUpStatus.WAITING: Mark(N_("Reservplats"), Shape.RING, Tone.NEUTRAL),
    SignUpStatus.OFFERED: Mark(N_("Erbjuden"), Shape.CLOCK, Tone.WARN),
    SignUpStatus.WITHDRAWN: Mark(N_("Avanmäld"), Shape.CROSS, Tone.NEUTRAL),
    SignUpStatus.ATTENDED: Mark(N_("Deltog"), Shape.CHECK, Tone.GOOD),
    SignUpStatus.ABSENT: Mark(N_("Frånvarande"), Shape.DASH, Tone.NEUTRAL),
    SignUpStatus.NO_RECORD: Mark(N_("Uppgift saknas"), Shape.DASH, Tone.NEUTRAL),
}

TRAINED_MARK: Mapping[bool, Mark] = {
    True: Mark(N_("Kurs klar"), Shape.CHECK, Tone.NEUTRAL),
    False: Mark(N_("Saknar kurs"), Shape.TRIANGLE, Tone.WARN),
}

DEVIATION_MARK: Mapping[StrEnum, Mark] = {
    DeviationState.OPEN: Mark(N_("Öppen"), Shape.RING, Tone.ACCENT),
    DeviationState.CLOSED: Mark(N_("Avslutad"), Shape.CHECK, Tone.NEUTRAL),
}

SEVERITY_MARK: Mapping[StrEnum, Mark] = {
    Severity.MINOR: Mark(N_("Mindre"), Shape.RING, Tone.NEUTRAL),
    Severity.SERIOUS: Mark(N_("Allvarlig"), Shape.TRIANGLE, Tone.WARN),
    Severity.CRITICAL: Mark(N_("Mycket allvarlig"), Shape.EXCLAMATION, Tone.BAD),
}

REGISTER_MARK: Mapping[StrEnum, Mark] = {
    RegisterKind.SAMPLE: Mark(N_("Exempeldata"), Shape.TRIANGLE, Tone.WARN),
    RegisterKind.EXERCISE: Mark(N_("Övningsregister"), Shape.TRIANGLE, Tone.WARN),
}

REGISTER_NOTE: Mapping[StrEnum, str] = {
    RegisterKind.SAMPLE: N_("Exempeldata. Alla personer och företag är påhittade."),
    RegisterKind.EXERCISE: N_("Övningsregister. Fyll inte i riktiga personer."),
}

CHANNEL: Mapping[StrEnum, str] = {
    SignUpChannel.EMAIL: N_("E-post"),
    SignUpChannel.PHONE: N_("Telefon"),
    SignUpChannel.IMPORT: N_("Inläst fil"),
    SignUpChannel.OWN: N_("På plats"),
}

DEVIATION_KIND: Mapping[StrEnum, str] = {
    DeviationKind.ABSENCE: N_("Frånvaro"),
    DeviationKind.SUPERVISION: N_("Handledning"),
    DeviationKind.SAFETY: N_("Arbetsmiljö och säkerhet"),
    DeviationKind.CONFLICT: N_("Konflikt"),
    DeviationKind.REPORTING: N_("Utebliven rapport"),
    DeviationKind.VOLUME: N_("För få platser eller månader"),
    DeviationKind.OTHER: N_("Annat"),
}

LADDER: Mapping[StrEnum, str] = {
    LadderStep.REMARK: N_("Påpekande"),
    LadderStep.CORRECTION: N_("Rättelse"),
    LadderStep.REMEDY: N_("Avhjälpande"),
    LadderStep.PENALTY: N_("Vite"),
    LadderStep.TERMINATION: N_("Hävning"),
}

REFERENCE_LIST: Mapping[StrEnum, str] = {
    ReferenceList.REQUIREMENT_TYPE: N_("Kravtyper"),
    ReferenceList.TARGET_GROUP: N_("Målgrupper"),
    ReferenceList.PLACEMENT_FORM: N_("Former"),
    ReferenceList.END_REASON: N_("Avslutsorsaker"),
    ReferenceList.OUTCOME: N_("Utfall"),
    ReferenceList.WORKPLACE_ADJUSTMENT: N_("Anpassningsbehov"),
}


def words_of(marks: Mapping[StrEnum, Mark]) -> Mapping[StrEnum, str]:
    """The words alone, for filters and fields."""
    return {value: mark.word for value, mark in marks.items()}
