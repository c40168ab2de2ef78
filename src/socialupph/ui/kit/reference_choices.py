"""What a field offers of the register's own lists of words."""

from socialupph.domain.kinds import ReferenceList
from socialupph.services.registry import Services
from socialupph.specs.tables import Choice


def offered(services: Services, which: ReferenceList, chosen: int | None = None) -> tuple[Choice, ...]:
    """The words of a list, their ids as values; a closed one only where it is ``chosen`` already."""
    return tuple(Choice(str(number), label) for number, label in services.reference.choices(which, chosen=chosen))


def number_of(value: object) -> int | None:
    """The id that a choice of ``offered`` stands for."""
    return int(value) if isinstance(value, str) and value else None
