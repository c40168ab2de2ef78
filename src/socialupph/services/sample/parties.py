"""The buyers, suppliers, contacts and workplaces of Exempelby."""

from socialupph.domain.kinds import BuyerKind, ContactRole, SizeClass, SupplierKind
from socialupph.persistence.records import BuyerRecord, ContactRecord, SupplierRecord, WorkplaceRecord
from socialupph.services.sample.words import FORMS, PLACES, TRADES, email, org_number, person, phone
from socialupph.services.sample.world import World


def fill(world: World) -> None:
    """Add them."""
    for name, kind in (
        ("Exempelby kommun", BuyerKind.MUNICIPALITY),
        ("Påhittsbostäder AB", BuyerKind.MUNICIPAL_COMPANY),
        ("Låtsasbygdens upphandlingsnämnd", BuyerKind.MUNICIPAL_ASSOCIATION),
    ):
        world.add(BuyerRecord, name=name, kind=kind, org_number=org_number(90_000 + len(world.all(BuyerRecord))))
    for number in range(world.size.suppliers):
        _supplier(world, number)


def _supplier(world: World, number: int) -> None:
    dice = world.dice
    place = PLACES[number % len(PLACES)]
    trade, _nature, _cpv, _jobs = TRADES[(number * 5 + number // len(PLACES)) % len(TRADES)]
    form = "ek. för." if trade == "Återbruk" else FORMS[number % len(FORMS)]
    round_ = number // (len(PLACES) * len(TRADES))
    suffix = f" {round_ + 1}" if round_ else ""
    supplier = world.add(
        SupplierRecord,
        name=f"{place}s {trade}{suffix} {form}",
        org_number=org_number(number),
        country="SE",
        kind=SupplierKind.CIVIL_SOCIETY if form == "ek. för." else SupplierKind.COMPANY,
        size_class=dice.choice(tuple(SizeClass)),
        branch=trade,
        phone=phone(dice),
        email=f"info.{number + 1}@latsas.example",
        address=f"{place}svägen {dice.randint(1, 90)}, Exempelby",
    )
    for _ in range(dice.randint(1, 2)):
        world.add(
            WorkplaceRecord,
            supplier_id=supplier["id"],
            name=f"{dice.choice(PLACES)}, port {dice.choice('ABCD')}",
            address=f"Påhittsgatan {dice.randint(1, 60)}, Exempelby",
        )
    for role in (ContactRole.CONTRACT, ContactRole.SUPERVISOR, ContactRole.SUPERVISOR):
        name = person(dice)
        protected = role is ContactRole.SUPERVISOR and number % 17 == 5
        world.add(
            ContactRecord,
            supplier_id=supplier["id"],
            name=name,
            alias="Kim Granqvist" if protected else None,
            role=role,
            phone=phone(dice),
            email=email(name, len(world.all(ContactRecord)) + 1),
            active=not world.chance(0.04),
            protected=protected,
        )
