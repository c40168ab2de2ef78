"""What the coordinator can say about documents kept in the register."""

from dataclasses import dataclass

from socialupph.domain.changes import Entity


@dataclass(frozen=True, slots=True)
class DocumentFields:
    """A file to keep beside a record, with its name and its bytes."""

    about: Entity
    about_id: int
    name: str
    content: bytes
