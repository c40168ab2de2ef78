"""What a committed command touched; open pages decide from it whether to reload."""

from dataclasses import dataclass, field
from enum import StrEnum


class Entity(StrEnum):
    """The registers. The values are stored in history and shown in ``--json``; never rename one."""

    BUYER = "buyer"
    SUPPLIER = "supplier"
    CONTACT = "contact"
    WORKPLACE = "workplace"
    PROCUREMENT = "procurement"
    CONTRACT = "contract"
    REQUIREMENT = "requirement"
    OPENING = "opening"
    CANDIDATE = "candidate"
    MATCH = "match"
    PLACEMENT = "placement"
    FOLLOW_UP = "follow_up"
    DEVIATION = "deviation"
    COURSE = "course"
    SESSION = "session"
    SIGN_UP = "sign_up"
    TASK = "task"
    GOAL = "goal"
    DOCUMENT = "document"
    REFERENCE = "reference"
    CODE_LIST = "code_list"
    DISTINCT_PAIR = "distinct_pair"
    SETTING = "setting"


@dataclass(frozen=True, slots=True)
class RecordRef:
    """Points at one record."""

    entity: Entity
    id: int


@dataclass(frozen=True, slots=True)
class Changes:
    """The entities and records of one committed transaction, taken from the flush.

    ``operation_id`` names it for undo; None when nothing was written. ``created`` are the new records in the order they were
    made, so that the caller can open the one it asked for.
    """

    entities: frozenset[Entity] = frozenset()
    operation_id: int | None = None
    created: tuple[RecordRef, ...] = ()
    touched: tuple[RecordRef, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.entities)

    def new_id(self, entity: Entity) -> int:
        """The id of the first record of ``entity`` that this command made; KeyError when it made none."""
        for ref in self.created:
            if ref.entity is entity:
                return ref.id
        raise KeyError(entity)
