"""A register with one course for tests of training: short ways to make sessions and sign-ups."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from socialupph.domain.changes import Entity
from socialupph.domain.commands.contracts import ContractFields
from socialupph.domain.commands.suppliers import ContactFields, SupplierFields
from socialupph.domain.commands.training import CourseFields, SessionDayFields, SessionFields, SignUpFields
from socialupph.domain.kinds import ContactRole, RegisterKind
from socialupph.domain.views.training import SessionView, SignUpEntry
from socialupph.services.registers import create_register
from socialupph.services.registry import Services
from tests.services.placement_world import MovingClock

D = dt.date
TODAY = D(2026, 9, 22)
DAY = SessionDayFields(D(2026, 10, 2), dt.time(8, 30), dt.time(16))


@dataclass(slots=True)
class Course:
    """The services, the clock, a course, and a supplier with a contract that runs."""

    services: Services
    clock: MovingClock
    course: int
    supplier: int
    contract: int

    def fields(self, **fields: object) -> SessionFields:
        command = SessionFields(self.course, (DAY,), 3, D(2026, 9, 25), venue="Sal Exempel")
        return replace(command, **fields)  # type: ignore[arg-type]

    def session(self, **fields: object) -> int:
        return self.services.training.register(self.fields(**fields)).new_id(Entity.SESSION)

    def contact(self, name: str, **fields: object) -> int:
        command = replace(ContactFields(self.supplier, name, ContactRole.SUPERVISOR), **fields)  # type: ignore[arg-type]
        return self.services.suppliers.register_contact(command).new_id(Entity.CONTACT)

    def sign_up(self, session: int, name: str, day: int = 10, **fields: object) -> int:
        moment = dt.datetime(2026, 9, day, 8, 12, tzinfo=dt.UTC)
        command = replace(SignUpFields(session, name, received_at=moment), **fields)  # type: ignore[arg-type]
        return self.services.sign_ups.register(command).new_id(Entity.SIGN_UP)

    def view(self, session: int) -> SessionView:
        return self.services.training.view(session)

    def entry(self, session: int, sign_up: int) -> SignUpEntry:
        view = self.view(session)
        return next(one for one in (*view.seated, *view.waiting, *view.withdrawn) if one.id == sign_up)


def labels(entries: Sequence[SignUpEntry]) -> list[str]:
    return [entry.label for entry in entries]


def build(path: Path) -> Course:
    clock = MovingClock(TODAY)
    services = create_register(path, RegisterKind.SAMPLE, "Exempelby kommun", "Arbetsmarknadsenheten", clock)
    supplier = services.suppliers.register(SupplierFields("Påhittade Bygg AB")).new_id(Entity.SUPPLIER)
    contract = services.contracts.register(
        ContractFields(
            "Ombyggnad",
            number="UH-1",
            starts_on=D(2026, 1, 1),
            ends_on=D(2027, 12, 31),
            suppliers=(supplier,),
        )
    ).new_id(Entity.CONTRACT)
    course = services.training.register_course(CourseFields("Handledarutbildning")).new_id(Entity.COURSE)
    return Course(services, clock, course, supplier, contract)
