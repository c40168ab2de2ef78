"""Every list of the program by its name on the command line: the service that asks and the columns that show."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from socialupph.services.base import ListService
from socialupph.services.registry import Services
from socialupph.specs import (
    buyers,
    candidates,
    code_lists,
    contracts,
    deviations,
    follow_ups,
    matching,
    openings,
    placements,
    requirements,
    suppliers,
    tasks,
    training,
)
from socialupph.specs.tables import TableSpec


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: how to reach its service, and what it shows on screen and paper."""

    service: Callable[[Services], ListService[Any]]
    table: TableSpec[Any]


LISTINGS: dict[str, Listing] = {
    "contracts": Listing(lambda services: services.contracts, contracts.TABLE),
    "requirements": Listing(lambda services: services.requirements, requirements.TABLE),
    "suppliers": Listing(lambda services: services.suppliers, suppliers.TABLE),
    "buyers": Listing(lambda services: services.buyers, buyers.TABLE),
    "candidates": Listing(lambda services: services.candidates, candidates.TABLE),
    "openings": Listing(lambda services: services.openings, openings.TABLE),
    "matches": Listing(lambda services: services.matching, matching.TABLE),
    "placements": Listing(lambda services: services.placements, placements.TABLE),
    "follow-ups": Listing(lambda services: services.follow_ups, follow_ups.TABLE),
    "sessions": Listing(lambda services: services.training, training.TABLE),
    "sign-ups": Listing(lambda services: services.sign_ups, training.SIGN_UP_TABLE),
    "deviations": Listing(lambda services: services.deviations, deviations.TABLE),
    "codes": Listing(lambda services: services.codes, code_lists.CODES),
    "tasks": Listing(lambda services: services.tasks, tasks.TABLE),
}
