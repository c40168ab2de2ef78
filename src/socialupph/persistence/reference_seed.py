"""The reference data a new register starts with. Users add to it and close words of it; keys are never changed or reused.

Placement forms, their longest times and when they began or ended follow the ordinances as they stood in 2026. A limit
that the sources do not agree on is left out, so that nobody is warned on a guess.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from socialupph.domain.kinds import ReferenceList
from socialupph.domain.ledger import PlacementKind
from socialupph.persistence.records import ReferenceItemRecord

Day = dt.date
EMPLOYMENT, INTERNSHIP = PlacementKind.EMPLOYMENT, PlacementKind.INTERNSHIP


@dataclass(frozen=True, slots=True)
class Seed:
    """One word. ``until`` is the last day something new could begin under it."""

    key: str
    label: str
    kind: PlacementKind | None = None
    months: int | None = None
    days: int | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    public_host_only: bool = False
    opens_early_end: bool = False
    has_volume: bool = True
    note: str | None = None


REQUIREMENT_TYPES = (
    Seed("dialogue", "Dialog", has_volume=False),
    Seed("employment", "Anställning"),
    Seed("internship", "Praktik"),
    Seed("employment_or_internship", "Anställning eller praktik"),
    Seed("apprentice", "Lärling"),
    Seed("training", "Utbildning"),
    Seed("summer_job", "Sommarjobb"),
    Seed("bonus", "Bonus"),
    Seed("reserved_execution", "Reserverat utförande"),
    Seed("iop_commitment", "IOP-åtagande"),
    Seed(
        "other_social",
        "Annan social hänsyn",
        has_volume=False,
        note="Rättvis handel, lika rättigheter, tillgänglighet, arbetsrättsliga villkor, uppförandekod",
    ),
)

TARGET_GROUPS = (
    Seed("long_term_unemployed", "Långtidsarbetslösa"),
    Seed("young", "Unga"),
    Seed("newly_arrived", "Nyanlända"),
    Seed("foreign_born", "Utrikes födda"),
    Seed("foreign_born_women", "Utrikes födda kvinnor med kort utbildning"),
    Seed("reduced_work_ability", "Personer med funktionsnedsättning eller nedsatt arbetsförmåga"),
    Seed("far_from_labour_market", "Personer som står långt från arbetsmarknaden"),
    Seed("place_in_education", "Elever som riskerar att sakna praktik- eller lärlingsplats"),
)

PLACEMENT_FORMS = (
    Seed("work_practice", "Arbetspraktik", INTERNSHIP, months=6, note="Högst 3 månader inom jobbgarantin för ungdomar"),
    Seed("skill_assessment", "Yrkeskompetensbedömning", INTERNSHIP, days=21, note="Från 1 dag till 3 veckor"),
    Seed("work_training", "Arbetsträning", INTERNSHIP, months=6, note="12 månader efter 450 ersättningsdagar"),
    Seed("reinforced_work_training", "Förstärkt arbetsträning", INTERNSHIP, months=12, note="Högst 6 månader för unga"),
    Seed("new_start_job", "Nystartsjobb", EMPLOYMENT, months=24, note="Beslut för högst 12 månader i taget"),
    Seed("introduction_job", "Introduktionsjobb", EMPLOYMENT, months=24, since=Day(2018, 5, 1)),
    Seed("establishment_job", "Etableringsjobb", EMPLOYMENT, months=24, since=Day(2024, 1, 1)),
    Seed("wage_subsidy_development", "Lönebidrag för utveckling i anställning", EMPLOYMENT, months=24),
    Seed("wage_subsidy_employment", "Lönebidrag för anställning", EMPLOYMENT, note="Längsta tid står i beslutet"),
    Seed("wage_subsidy_security", "Lönebidrag för trygghet i anställning", EMPLOYMENT),
    Seed("sheltered_public_work", "Skyddat arbete hos offentlig arbetsgivare (OSA)", EMPLOYMENT, public_host_only=True),
    Seed("municipal_internship", "Kommunal praktik", INTERNSHIP),
    Seed("language_internship", "Språkpraktik", INTERNSHIP),
    Seed("language_training", "Språkträning", INTERNSHIP),
    Seed("summer_job", "Sommarjobb", EMPLOYMENT),
    Seed("holiday_work", "Feriepraktik", EMPLOYMENT),
    Seed("school_placement", "APL (arbetsplatsförlagt lärande)", INTERNSHIP),
    Seed("vocational_placement", "LIA (lärande i arbete)", INTERNSHIP),
    Seed("apprenticeship", "Lärling", EMPLOYMENT),
    Seed("ordinary_employment", "Anställning utan stöd", EMPLOYMENT),
    Seed(
        "extra_job", "Extratjänst", EMPLOYMENT, until=Day(2021, 12, 31), note="Inga nya beslut från den 1 januari 2022"
    ),
    Seed("modern_relief_job", "Modernt beredskapsjobb", EMPLOYMENT, until=Day(2018, 12, 31)),
    Seed("trainee_job", "Traineejobb", EMPLOYMENT, until=Day(2018, 4, 30), note="Ersattes av introduktionsjobb"),
    Seed("step_in_job", "Instegsjobb", EMPLOYMENT, until=Day(2018, 4, 30), note="Ersattes av introduktionsjobb"),
    Seed(
        "special_employment_support",
        "Särskilt eller förstärkt särskilt anställningsstöd",
        EMPLOYMENT,
        until=Day(2018, 4, 30),
        note="Ersattes av introduktionsjobb",
    ),
    Seed("vocational_introduction", "Yrkesintroduktionsanställning", EMPLOYMENT, until=Day(2023, 12, 31)),
    Seed(
        "try_out_place",
        "Prova på-plats",
        INTERNSHIP,
        until=Day(2017, 12, 31),
        note="Finns inte längre hos Arbetsförmedlingen; sista dagen är inte säkert känd",
    ),
)

END_REASONS = (
    Seed("completed", "Slutförd enligt plan"),
    Seed("own_choice", "Avbruten av deltagaren", opens_early_end=True),
    Seed("got_job", "Fick annat arbete", opens_early_end=True, note="Deltagarens eget val"),
    Seed("moved", "Flyttade", opens_early_end=True, note="Deltagarens eget val"),
    Seed("objective_grounds", "Saklig grund för uppsägning", opens_early_end=True),
    Seed("sickness", "Sjukdom"),
    Seed(
        "misconduct", "Misskötsamhet", note="Välj saklig grund för uppsägning när anställningen sades upp av det skälet"
    ),
    Seed("workplace_changed", "Arbetsplatsen ändrades eller lades ned"),
    Seed("conflict", "Konflikt på arbetsplatsen"),
    Seed("contract_ended", "Kontraktet upphörde"),
    Seed("supplier_ended", "Avslutad av leverantören"),
    Seed("decision_withdrawn", "Anvisningen eller beslutet togs tillbaka"),
    Seed("unknown", "Okänt"),
)

OUTCOMES = (
    Seed("employed_without_support", "Anställd utan stöd"),
    Seed("employed_with_support", "Anställd med stöd"),
    Seed("new_period", "Förlängd eller ny period"),
    Seed("studies", "Studier"),
    Seed("other_measure", "Annan insats"),
    Seed("back_to_af", "Åter till Arbetsförmedlingen"),
    Seed("back_to_municipality", "Åter till kommunen"),
    Seed("interrupted", "Avbruten"),
    Seed("unknown", "Okänt"),
)

WORKPLACE_ADJUSTMENTS = (
    Seed("sit_at_times", "Kunna sitta ned ibland"),
    Seed("stand_at_times", "Kunna stå och röra sig ibland"),
    Seed("no_heavy_lifts", "Inga tunga lyft"),
    Seed("no_heights", "Inget arbete på höjd"),
    Seed("quiet_environment", "Tyst miljö"),
    Seed("own_spot", "Avskild plats att arbeta på"),
    Seed("shorter_shifts", "Kortare pass"),
    Seed("fixed_hours", "Fasta tider"),
    Seed("day_time_only", "Bara dagtid"),
    Seed("extra_breaks", "Extra pauser"),
    Seed("gradual_start", "Börja med kortare tid och öka"),
    Seed("one_task_at_a_time", "En uppgift i taget"),
    Seed("written_instructions", "Skriftliga instruktioner"),
    Seed("picture_instructions", "Instruktioner med bilder"),
    Seed("shown_instructions", "Få uppgiften visad"),
    Seed("interpreter", "Tolk"),
    Seed("easy_swedish", "Enkel svenska"),
    Seed("same_supervisor", "Samma handledare hela tiden"),
    Seed("accessible_entrance", "Tillgänglig entré"),
    Seed("accessible_toilet", "Tillgänglig toalett"),
    Seed("adapted_tools", "Anpassade hjälpmedel"),
    Seed("scent_free", "Doftfri miljö"),
    Seed("no_driving", "Ingen bilkörning"),
    Seed("public_transport", "Går att nå med buss eller tåg"),
)

SEEDS = {
    ReferenceList.REQUIREMENT_TYPE: REQUIREMENT_TYPES,
    ReferenceList.TARGET_GROUP: TARGET_GROUPS,
    ReferenceList.PLACEMENT_FORM: PLACEMENT_FORMS,
    ReferenceList.END_REASON: END_REASONS,
    ReferenceList.OUTCOME: OUTCOMES,
    ReferenceList.WORKPLACE_ADJUSTMENT: WORKPLACE_ADJUSTMENTS,
}


def records() -> Iterator[ReferenceItemRecord]:
    """New rows for everything above, in the order in which a field offers them."""
    for which, seeds in SEEDS.items():
        for position, seed in enumerate(seeds, start=1):
            yield ReferenceItemRecord(
                list=which,
                key=seed.key,
                label=seed.label,
                position=position,
                valid_from=seed.since,
                valid_to=seed.until,
                placement_kind=seed.kind,
                max_months=seed.months,
                max_days=seed.days,
                public_host_only=seed.public_host_only,
                opens_early_end=seed.opens_early_end,
                has_volume=seed.has_volume,
                note=seed.note,
            )
