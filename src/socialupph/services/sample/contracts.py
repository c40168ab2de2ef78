"""The contracts of Exempelby with their requirements: every status, every kind of clause."""

import datetime as dt
from decimal import Decimal

from socialupph.domain.deadlines import ReportInterval
from socialupph.domain.kinds import Assessment, ContractKind, ContractNature, ContractParty
from socialupph.domain.ledger import MinimumTimeKind, RequirementUnit
from socialupph.domain.periods import add_months, last_day_of
from socialupph.persistence.bulk import Row
from socialupph.persistence.records import (
    ContractBuyerRecord,
    ContractNoteRecord,
    ContractOptionRecord,
    ContractRecord,
    ContractSupplierRecord,
    RequirementRecord,
    RequirementTargetGroupRecord,
    SupplierRecord,
    SupplierReportRecord,
)
from socialupph.services.sample.words import PLACES, SUBJECTS, TRADES, UNITS, person, phone
from socialupph.services.sample.world import World

CLAUSE = (
    "Leverantören ska under kontraktstiden ta emot personer som står långt från arbetsmarknaden, {what}. "
    "Avslutar personen i förtid räcker tre fjärdedelar av den sammanlagda tiden."
)


def fill(world: World) -> None:
    """Add them, in the order they began, so that codes follow the years."""
    days = world.size.years * 365
    starts = sorted(world.workday(world.day(-days, 75)) for _ in range(world.size.contracts))
    for number, start in enumerate(starts):
        _contract(world, number, start)


def _contract(world: World, number: int, start: dt.date) -> None:
    dice = world.dice
    supplier = world.all(SupplierRecord)[(number * 7 + dice.randint(0, 3)) % world.size.suppliers]
    trade, nature, cpv, _jobs = next(entry for entry in TRADES if entry[0] == supplier["branch"])
    draft = number % 19 == 11
    end = last_day_of(start, dice.choice((12, 18, 24, 24, 36, 48)))
    title = dice.choice(SUBJECTS).format(place=dice.choice(PLACES), trade=trade.lower())
    year, serial = start.year, number % 997 + 1
    contract = world.add(
        ContractRecord,
        code=world.code(f"K-{year}", 3),
        number=None if draft and number % 2 else f"EX {year}-{serial:03d}",
        title=title,
        diary_number=f"AN {year}/{100 + serial:04d}",
        kind=ContractKind.RESERVED
        if number % 23 == 7
        else (ContractKind.IOP if number % 29 == 9 else ContractKind.CONTRACT),
        nature=ContractNature(nature),
        cpv=cpv,
        awarded_on=start - dt.timedelta(days=dice.randint(20, 60)),
        signed_on=start - dt.timedelta(days=dice.randint(5, 15)),
        starts_on=start,
        ends_on=None if draft else end,
        value=Decimal(dice.randint(12, 900) * 100_000),
        contract_manager=person(dice),
        manager_contact=f"{dice.choice(UNITS)}, {phone(dice)}",
        social_objectives=["opp"],
        pilot=number % 13 == 0,
    )
    _parties(world, contract, supplier, number)
    _options(world, contract, number, None if draft else end)
    _requirement(world, contract, number)
    if number % 3 == 0:
        world.add(
            ContractNoteRecord,
            contract_id=contract["id"],
            noted_on=min(start + dt.timedelta(days=20), world.today),
            with_whom=person(dice),
            text="Gick igenom kravet och vem som gör vad.",
        )


def _parties(world: World, contract: Row, supplier: Row, number: int) -> None:
    world.add(ContractBuyerRecord, contract_id=contract["id"], buyer_id=1 + (number % 9 == 4))
    world.add(
        ContractSupplierRecord,
        contract_id=contract["id"],
        supplier_id=supplier["id"],
        party=ContractParty.SUPPLIER,
        position=0,
    )
    if number % 4 == 1:
        other = world.all(SupplierRecord)[(number * 11 + 1) % world.size.suppliers]
        if other["id"] != supplier["id"]:
            world.add(
                ContractSupplierRecord,
                contract_id=contract["id"],
                supplier_id=other["id"],
                party=ContractParty.SUBCONTRACTOR,
                position=1,
            )


def _options(world: World, contract: Row, number: int, end: dt.date | None) -> None:
    if number % 3 or end is None:
        return
    answered = add_months(end, -3) < world.today
    world.add(
        ContractOptionRecord,
        contract_id=contract["id"],
        position=1,
        length_months=12,
        notice_by=add_months(end, -3),
        used_on=add_months(end, -4) if answered else None,
    )


def _terms(world: World, number: int) -> Row:
    """A clause of one of the kinds that occur, in the proportions they do: most are dialogue or a few places."""
    months = world.dice.choice((8, 12, 16, 24))
    places = world.dice.choice((1, 2, 3, 4))
    kinds: tuple[Row, ...] = (
        {
            "type": "internship",
            "unit": RequirementUnit.PLACES,
            "volume": Decimal(places),
            "places": places,
            "minimum_months": 4,
        },
        {"type": "employment_or_internship", "unit": RequirementUnit.FULL_TIME_MONTHS, "volume": Decimal(months)},
        {"type": "dialogue", "unit": None, "volume": None},
        {"type": "employment", "unit": RequirementUnit.FULL_TIME_MONTHS, "volume": Decimal(months)},
        {
            "type": "internship",
            "unit": RequirementUnit.FULL_TIME_MONTHS,
            "volume": Decimal(16),
            "places": 4,
            "minimum_months": 4,
        },
        {"type": "apprentice", "unit": RequirementUnit.PLACES, "volume": Decimal(1), "places": 1, "minimum_months": 6},
        {"type": "dialogue", "unit": None, "volume": None},
        {"type": "summer_job", "unit": RequirementUnit.PERSONS, "volume": Decimal(places + 2)},
    )
    return dict(kinds[number % len(kinds)])


def _what(terms: Row) -> str:
    if terms["type"] == "dialogue":
        return "efter dialog med kommunen"
    if terms.get("places"):
        return f"{terms['places']} platser om minst {terms.get('minimum_months', 4)} månader"
    if terms["unit"] is RequirementUnit.FULL_TIME_MONTHS:
        return f"sammanlagt minst {terms['volume']} heltidsmånader"
    return f"minst {terms['volume']} personer"


def _requirement(world: World, contract: Row, number: int) -> None:
    start, end = contract["starts_on"], contract["ends_on"]
    terms = _terms(world, number)
    kind = terms.pop("type")
    over = end is not None and end < world.today
    recent = start > world.today - dt.timedelta(days=45)
    held = start <= world.today and not (recent and world.chance(0.5))
    offered = start + dt.timedelta(days=world.dice.randint(20, 150))
    assessed = over and not world.chance(0.1)
    requirement = world.add(
        RequirementRecord,
        code=f"{contract['code']}/1",
        contract_id=contract["id"],
        number=1,
        type_id=world.words["requirement_type", kind],
        clause_text=CLAUSE.format(what=_what({"type": kind, **terms})),
        confirmed=number % 21 != 16,
        minimum_time=MinimumTimeKind.CALENDAR,
        place_may_be_shared=number % 10 == 4,
        first_meeting_by=add_months(contract["awarded_on"], 1),
        first_meeting_held_on=add_months(contract["awarded_on"], 1) - dt.timedelta(days=4) if held else None,
        first_start_by=add_months(start, 6),
        first_offer_on=offered if offered <= world.today else None,
        early_end_percent=Decimal(75),
        report_interval=(ReportInterval.NONE, ReportInterval.QUARTERLY, ReportInterval.MONTHLY)[number % 3],
        sanction_text="Rättelse inom 30 dagar, därefter vite" if number % 5 == 0 else None,
        sanction_amount=Decimal(50_000) if number % 5 == 0 else None,
        assessment=world.dice.choice(tuple(Assessment)) if assessed else None,
        assessment_reason="Bedömt på slutmötet." if assessed else None,
        assessed_on=end if assessed else None,
        assessed_by=person(world.dice) if assessed else None,
        **terms,
    )
    world.codes[contract["code"]] = 1
    world.add(
        RequirementTargetGroupRecord,
        requirement_id=requirement["id"],
        target_group_id=world.words["target_group", "far_from_labour_market"],
    )
    _reports(world, requirement, start, min(end or world.today, world.today))


def _reports(world: World, requirement: Row, start: dt.date, end: dt.date) -> None:
    """The reports of the last half year: those before are of no interest to anybody now."""
    step = {ReportInterval.QUARTERLY: 3, ReportInterval.MONTHLY: 1}.get(requirement["report_interval"])
    if step is None:
        return
    first = max(start, add_months(world.today, -6)).replace(day=1)
    while first <= end:
        last = last_day_of(first, step)
        due = last + dt.timedelta(days=10)
        recent = due > world.today - dt.timedelta(days=25)
        came = due < world.today and not (recent and world.chance(0.3))
        world.add(
            SupplierReportRecord,
            requirement_id=requirement["id"],
            period_from=first,
            period_to=last,
            due_on=due,
            received_on=due - dt.timedelta(days=2) if came else None,
            nothing_to_report=came and world.chance(0.3),
        )
        first = add_months(first, step)
