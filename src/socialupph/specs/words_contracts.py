"""The Swedish words and signs for contracts, requirements and buyers."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from socialupph.domain.contracts import ContractStatus
from socialupph.domain.deadlines import ReportInterval
from socialupph.domain.kinds import Assessment, BuyerKind, ContractKind, ContractNature, SocialObjective
from socialupph.domain.ledger import MinimumTimeKind, RequirementUnit
from socialupph.domain.requirements import Standing
from socialupph.i18n import N_, _, formats, ngettext
from socialupph.specs.marks import Mark, Shape, Tone

Words = Mapping[StrEnum, str]

CONTRACT_STATUS_MARK: Mapping[ContractStatus, Mark] = {
    ContractStatus.DRAFT: Mark(N_("Uppgifter saknas"), Shape.TRIANGLE, Tone.WARN),
    ContractStatus.UPCOMING: Mark(N_("Kommande"), Shape.RING, Tone.NEUTRAL),
    ContractStatus.RUNNING: Mark(N_("Löpande"), Shape.DOT, Tone.ACCENT),
    ContractStatus.IN_OPTION: Mark(N_("I option"), Shape.DOT, Tone.ACCENT),
    ContractStatus.ENDED: Mark(N_("Avslutat"), Shape.CHECK, Tone.NEUTRAL),
}
STANDING_MARK: Mapping[Standing, Mark] = {
    Standing.PROPOSED: Mark(N_("Att bekräfta"), Shape.HALF, Tone.NEUTRAL),
    Standing.AT_RISK: Mark(N_("I riskzon"), Shape.TRIANGLE, Tone.WARN),
    Standing.NOT_YET: Mark(N_("Inte klart"), Shape.TRIANGLE, Tone.WARN),
    Standing.ON_TRACK: Mark(N_("Enligt plan"), Shape.DOT, Tone.ACCENT),
    Standing.MET: Mark(N_("Uppfyllt"), Shape.CHECK, Tone.GOOD),
    Standing.MET_WITHOUT_CANDIDATE: Mark(N_("Uppfyllt, erbjudet utan kandidat"), Shape.CHECK, Tone.GOOD),
    Standing.NOT_MET: Mark(N_("Inte uppfyllt"), Shape.CROSS, Tone.BAD),
    Standing.NOT_APPLICABLE: Mark(N_("Inte aktuellt"), Shape.DASH, Tone.NEUTRAL),
    Standing.NO_VOLUME: Mark(N_("Utan volym"), Shape.DASH, Tone.NEUTRAL),
    Standing.NOT_COMPUTED: Mark(N_("Bedöms för hand"), Shape.DASH, Tone.NEUTRAL),
}
LATE_MARK = Mark(N_("Försenad"), Shape.EXCLAMATION, Tone.BAD)
SOON_MARK = Mark(N_("Snart"), Shape.CLOCK, Tone.WARN)

CONTRACT_STATUS: Words = {status: mark.word for status, mark in CONTRACT_STATUS_MARK.items()}
STANDING: Words = {standing: mark.word for standing, mark in STANDING_MARK.items()}
CONTRACT_KIND: Words = {
    ContractKind.CONTRACT: N_("Kontrakt"),
    ContractKind.FRAMEWORK: N_("Ramavtal"),
    ContractKind.CALL_OFF: N_("Avrop"),
    ContractKind.RESERVED: N_("Reserverat kontrakt"),
    ContractKind.IOP: N_("IOP (idéburet offentligt partnerskap)"),
}
CONTRACT_NATURE: Words = {
    ContractNature.WORKS: N_("Entreprenad"),
    ContractNature.SERVICES: N_("Tjänster"),
    ContractNature.SUPPLIES: N_("Varor"),
}
SOCIAL_OBJECTIVE: Words = {
    SocialObjective.ACCESSIBILITY: N_("Tillgänglighet för alla"),
    SocialObjective.ETHNIC_EQUALITY: N_("Etnisk jämlikhet"),
    SocialObjective.GENDER_EQUALITY: N_("Jämställdhet"),
    SocialObjective.HUMAN_RIGHTS: N_("Mänskliga rättigheter i leveranskedjan"),
    SocialObjective.EMPLOYMENT: N_("Sysselsättning för dem som står utanför"),
    SocialObjective.OTHER: N_("Annat socialt mål"),
    SocialObjective.WORKING_CONDITIONS: N_("Skäliga arbetsvillkor"),
}
BUYER_KIND: Words = {
    BuyerKind.MUNICIPALITY: N_("Kommun"),
    BuyerKind.REGION: N_("Region"),
    BuyerKind.MUNICIPAL_COMPANY: N_("Kommunalt bolag"),
    BuyerKind.MUNICIPAL_ASSOCIATION: N_("Kommunalförbund"),
}
REQUIREMENT_UNIT: Words = {
    RequirementUnit.FULL_TIME_MONTHS: N_("Heltidsmånader"),
    RequirementUnit.PLACES: N_("Platser"),
    RequirementUnit.PERSONS: N_("Personer"),
    RequirementUnit.UNITS: N_("Enheter"),
    RequirementUnit.HOURS: N_("Timmar"),
    RequirementUnit.KRONOR: N_("Kronor"),
}
MINIMUM_TIME: Words = {
    MinimumTimeKind.CALENDAR: N_("Kalendermånader"),
    MinimumTimeKind.FULL_TIME: N_("Månader på heltid"),
}
REPORT_INTERVAL: Words = {
    ReportInterval.NONE: N_("Ingen rapport"),
    ReportInterval.MONTHLY: N_("Varje månad"),
    ReportInterval.QUARTERLY: N_("Varje kvartal"),
    ReportInterval.AT_MEETINGS: N_("Vid möten"),
}
ASSESSMENT: Words = {
    Assessment.MET: N_("Uppfyllt"),
    Assessment.MET_WITHOUT_CANDIDATE: N_("Uppfyllt, erbjudet utan kandidat"),
    Assessment.NOT_MET: N_("Inte uppfyllt"),
    Assessment.NOT_APPLICABLE: N_("Inte aktuellt"),
}
MISSING: Mapping[str, str] = {
    "award": N_("tilldelning"),
    "number": N_("nummer"),
    "supplier": N_("leverantör"),
    "start": N_("startdatum"),
    "end": N_("slutdatum"),
}
"""What a draft lacks, in a sentence."""


def volume_text(
    unit: RequirementUnit | None, volume: Decimal | None, places: int | None = None, minimum_months: int | None = None
) -> str:
    """*16 heltidsmånader*, *4 platser, minst 4 månader*, *12 heltidsmånader på 2 platser*; empty without volume."""
    parts: list[str] = []
    if unit is not None and volume is not None:
        parts.append(_amount(unit, volume))
    if places and unit is not RequirementUnit.PLACES:
        counted = ngettext("{n} plats", "{n} platser", places).format(n=formats.integer(places))
        parts = [_("{amount} på {places}").format(amount=parts[0], places=counted)] if parts else [counted]
    if minimum_months:
        text = ngettext("minst {n} månad", "minst {n} månader", minimum_months)
        parts.append(text.format(n=formats.integer(minimum_months)))
    return ", ".join(parts)


def _amount(unit: RequirementUnit, volume: Decimal) -> str:
    if unit is RequirementUnit.KRONOR:
        return formats.money(volume)
    number = 1 if volume == 1 else 2
    words = {
        RequirementUnit.FULL_TIME_MONTHS: ngettext("{n} heltidsmånad", "{n} heltidsmånader", number),
        RequirementUnit.PLACES: ngettext("{n} plats", "{n} platser", number),
        RequirementUnit.PERSONS: ngettext("{n} person", "{n} personer", number),
        RequirementUnit.UNITS: ngettext("{n} enhet", "{n} enheter", number),
        RequirementUnit.HOURS: ngettext("{n} timme", "{n} timmar", number),
    }
    return words[unit].format(n=formats.plain(volume.normalize()))
