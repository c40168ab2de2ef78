"""Candidates, openings waiting for somebody, and the matches under way."""

import datetime as dt
from decimal import Decimal

from socialupph.domain.kinds import CandidateStatus, Decliner, Referrer, SecrecyBasis, Sex
from socialupph.domain.ledger import PlacementKind
from socialupph.domain.matching import MatchStep
from socialupph.domain.openings import OpeningStatus
from socialupph.domain.periods import last_day_of
from socialupph.persistence.bulk import Row
from socialupph.persistence.records import (
    CandidateAdjustmentRecord,
    CandidateConsentRecord,
    CandidateRecord,
    ContactRecord,
    ContractRecord,
    ContractSupplierRecord,
    MatchRecord,
    OpeningAnswerRecord,
    OpeningRecord,
    RequirementRecord,
    SupplierRecord,
    WorkplaceRecord,
)
from socialupph.services.sample.words import TRADES, email, person, phone
from socialupph.services.sample.world import World

ADJUSTMENTS = 6
ORDER = tuple(MatchStep)
LIVE = (*(step for step in MatchStep if step is not MatchStep.ACCEPTED),)


def fill(world: World) -> None:
    """Add them."""
    for number in range(world.size.candidates):
        _candidate(world, number)
    waiting = [row for row in world.all(RequirementRecord) if row["volume"] is not None and runs(world, row)]
    for number, requirement in enumerate(waiting[-max(12, len(waiting) // 4) :]):
        opening = add_opening(world, requirement, _status(number))
        if opening["status"] in {OpeningStatus.OPEN, OpeningStatus.RESERVED}:
            _match(world, opening, number)


def _status(number: int) -> OpeningStatus:
    return (OpeningStatus.OPEN, OpeningStatus.OPEN, OpeningStatus.RESERVED, OpeningStatus.DRAFT, OpeningStatus.OPEN, OpeningStatus.CLOSED)[
        number % 6
    ]  # fmt: skip


def runs(world: World, requirement: Row) -> bool:
    """Whether the requirement's contract runs today."""
    contract = world.find(ContractRecord, requirement["contract_id"])
    return contract["starts_on"] <= world.today and (contract["ends_on"] or dt.date.min) >= world.today


def host_of(world: World, requirement: Row) -> Row:
    """The supplier that receives people under a requirement: now and then a subcontractor."""
    parties = [row for row in world.all(ContractSupplierRecord) if row["contract_id"] == requirement["contract_id"]]
    chosen = parties[-1] if world.chance(0.3) else parties[0]
    return world.find(SupplierRecord, chosen["supplier_id"])


def supervisors_of(world: World, supplier: Row) -> list[Row]:
    """The supervisors at a supplier: the second and third contact of each are."""
    return world.all(ContactRecord)[supplier["id"] * 3 - 2 : supplier["id"] * 3]


def _candidate(world: World, number: int) -> None:
    dice = world.dice
    name = person(dice)
    protected = number % 40 == 17
    candidate = world.add(
        CandidateRecord,
        code=world.code("KA", 4),
        alias=None,
        name=None if number % 6 == 0 else name,
        phone=phone(dice),
        email=email(name, number + 1),
        birth_year=dice.randint(1962, world.today.year - 18),
        sex=dice.choice((Sex.WOMAN, Sex.MAN, Sex.UNKNOWN)),
        referrer=dice.choice((Referrer.AF, Referrer.AF, Referrer.MUNICIPALITY)),
        referring_officer=person(dice),
        available_from=world.day(-world.size.years * 300, 40),
        extent_percent=Decimal(dice.choice((50, 75, 100, 100))),
        wished_occupations=[dice.choice(dice.choice(TRADES)[3])],
        wished_areas="Exempelby",
        target_group_id=world.words["target_group", "far_from_labour_market"],
        certified_by="Arbetsförmedlingen",
        certified_on=world.day(-world.size.years * 300, -1),
        information_version="2",
        information_on=world.day(-world.size.years * 300, -1),
        information_channel="Muntligt",
        secrecy_basis=SecrecyBasis.OSL_26_1,
        marking_provision="OSL 21:3" if protected else None,
        marking_on=world.day(-200, -20) if protected else None,
        marking_authority="Skatteverket" if protected else None,
        protected=protected,
        status=CandidateStatus.CLOSED if number % 31 == 3 else CandidateStatus.ACTIVE,
    )
    if number % 7 == 2:
        adjustments = sorted(item for (kind, _), item in world.words.items() if kind == "workplace_adjustment")
        world.add(
            CandidateAdjustmentRecord,
            candidate_id=candidate["id"],
            adjustment_id=adjustments[number % min(ADJUSTMENTS, len(adjustments))],
        )
    if number % 5 == 1:
        world.add(
            CandidateConsentRecord,
            candidate_id=candidate["id"],
            recipient="Arbetsgivaren på platsen",
            what="Att jag har truckkort och kan börja i oktober",
            given_on=world.day(-60, -5),
            until=world.day(60, 200),
        )


def add_opening(world: World, requirement: Row, status: OpeningStatus, start: dt.date | None = None) -> Row:
    """Add an opening under a requirement, at a workplace of its host."""
    dice = world.dice
    host = host_of(world, requirement)
    jobs = next(entry[3] for entry in TRADES if entry[0] == host["branch"])
    places = (
        [row for row in world.all(WorkplaceRecord) if row["supplier_id"] == host["id"]]
        if world.size.suppliers < 100
        else []
    )
    begins = start or world.workday(world.day(-20, 45))
    opening = world.add(
        OpeningRecord,
        code=world.code("PL", 4),
        requirement_id=requirement["id"],
        title=dice.choice(jobs),
        supplier_id=host["id"],
        workplace_id=places[0]["id"] if places else None,
        seats=2 if status is OpeningStatus.OPEN and dice.random() < 0.2 else 1,
        kind=PlacementKind.INTERNSHIP,
        extent_percent=Decimal(dice.choice((50, 75, 100, 100))),
        starts_on=begins,
        ends_on=last_day_of(begins, 4),
        tasks="Följer med arbetslaget och tar över enklare moment.",
        language_level="Förstår talade instruktioner",
        driving_licence="B" if dice.random() < 0.2 else None,
        physical_demands="Lyfter upp till 15 kg",
        working_hours="07.00–16.00",
        possible_adaptation="Kortare dagar går att ordna",
        supervisor_id=dice.choice(supervisors_of(world, host))["id"],
        status=status,
        offered_on=begins - dt.timedelta(days=dice.randint(20, 60)),
        requested_on=begins - dt.timedelta(days=dice.randint(10, 19)),
    )
    if status is OpeningStatus.OPEN and dice.random() < 0.5:
        world.add(
            OpeningAnswerRecord,
            opening_id=opening["id"],
            answered_on=min(begins - dt.timedelta(days=5), world.today),
            answered_by="Arbetsförmedlingen",
            candidate_found=False,
            text="Ingen som passar just nu. Vi söker vidare.",
        )
    return opening


def _match(world: World, opening: Row, number: int) -> None:
    """One or two candidates on the way towards an opening, at every step in turn."""
    for turn in range(1 + number % 2):
        step = LIVE[len(world.all(MatchRecord)) % len(LIVE)]
        candidate = world.all(CandidateRecord)[-1 - (number * 2 + turn) % (world.size.candidates // 4)]
        if candidate["status"] is CandidateStatus.CLOSED:
            continue
        reached = ORDER.index(step) if step is not MatchStep.DECLINED else 2
        first = world.day(-30, -12)
        days = [first + dt.timedelta(days=3 * place) for place in range(5)]
        world.add(
            MatchRecord,
            candidate_id=candidate["id"],
            opening_id=opening["id"],
            step=step,
            suggested_on=days[0],
            contacted_on=days[1] if reached >= 1 else None,
            presented_on=days[2] if reached >= 2 else None,
            interview_on=days[3] if reached >= 3 else None,
            offered_on=days[4] if reached >= 4 else None,
            offer_until=world.day(0, 6) if step is MatchStep.OFFERED else None,
            answered_on=days[3] if step is MatchStep.DECLINED else None,
            declined_by=Decliner.EMPLOYER if step is MatchStep.DECLINED else None,
            decline_reason="Söker någon med B-körkort" if step is MatchStep.DECLINED else None,
            told_employer="Kan börja i oktober, 75 %, har truckkort. Inget annat." if reached >= 2 else None,
        )
