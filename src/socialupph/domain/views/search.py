"""What the search finds."""

from dataclasses import dataclass

from socialupph.domain.changes import Entity


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A record where every word typed occurs. ``title`` may hold a name, never that of a protected person.

    ``detail`` is what tells it from others of its kind: the supplier of a contact, the session of a sign-up.
    """

    entity: Entity
    id: int
    code: str
    title: str
    detail: str = ""
