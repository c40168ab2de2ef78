"""A candidate as a row of a list has it. The only way from a candidate's columns to a text is ``shown``, which asks ``domain/privacy``."""

from collections.abc import Mapping
from typing import Any

from socialupph.domain.privacy import PersonFacts, Place, ShownPerson, shown_person


def facts(row: Mapping[Any, Any]) -> PersonFacts:
    """The candidate of a row that selected ``queries.people.CANDIDATE``; nobody where there is none."""
    return PersonFacts(
        code=row["_code"] or "",
        alias=row["_alias"] or "",
        name=row["_name"] or "",
        protected=bool(row["_protected"]),
    )


def shown(row: Mapping[Any, Any], show_names: bool, place: Place = Place.LIST) -> ShownPerson:
    """What may be shown of the candidate of a row; an empty label where there is none (the supplier recruited)."""
    if row["_code"] is None:
        return ShownPerson("", may_link_workplace=True)
    return shown_person(facts(row), place=place, show_names=show_names)
