"""Tasks, goals, documents, reference data and the register's settings."""

import datetime as dt
from decimal import Decimal

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from socialupph.domain.changes import Entity
from socialupph.domain.kinds import CodeList, ReferenceList
from socialupph.domain.ledger import PlacementKind
from socialupph.persistence.records.base import Record, Tracked, Voidable, opened, personal
from socialupph.persistence.types import Scaled, Word

_ABOUT_PEOPLE = frozenset(
    {
        Entity.CANDIDATE,
        Entity.CONTACT,
        Entity.DEVIATION,
        Entity.FOLLOW_UP,
        Entity.MATCH,
        Entity.PLACEMENT,
        Entity.SIGN_UP,
    }
)


class TaskRecord(Tracked, Voidable, Record):
    """Anything with a date that no other register has; may point at a record.

    A task about a person is not found by searching: what it says may name somebody who is protected.
    """

    __tablename__ = "task"
    entity = Entity.TASK

    title: Mapped[str] = personal()
    due_on: Mapped[dt.date] = opened(index=True)
    done_on: Mapped[dt.date | None] = opened()
    about: Mapped[Entity | None] = opened(Word(Entity))
    about_id: Mapped[int | None] = opened()
    note: Mapped[str | None] = personal()

    def searched(self) -> tuple[str, str] | None:
        return None if self.about in _ABOUT_PEOPLE else (self.title, "")


class GoalRecord(Tracked, Record):
    """A goal of a year."""

    __tablename__ = "goal"
    entity = Entity.GOAL

    year: Mapped[int] = opened(index=True)
    measure: Mapped[str] = opened()
    target: Mapped[Decimal] = opened(Scaled(4))


class DocumentRecord(Tracked, Voidable, Record):
    """A file kept inside the register, at most 20 MB."""

    __tablename__ = "document"
    entity = Entity.DOCUMENT

    about: Mapped[Entity] = opened(Word(Entity))
    about_id: Mapped[int] = opened(index=True)
    name: Mapped[str] = personal()
    media_type: Mapped[str] = opened()
    size: Mapped[int] = opened()
    content: Mapped[bytes] = personal(deferred=True)


class ReferenceItemRecord(Tracked, Record):
    """A word of a reference list. Users add and close; nothing that history points at is ever removed.

    ``max_months`` is a placement form's longest time; ``max_days`` where it is counted in days. ``opens_early_end`` is the flag
    of end reasons that open the 75 % rule; ``public_host_only`` of forms a private host cannot take.
    """

    __tablename__ = "reference_item"
    entity = Entity.REFERENCE
    __table_args__ = (UniqueConstraint("list", "key"), {"sqlite_autoincrement": True})

    list: Mapped[ReferenceList] = opened(Word(ReferenceList), index=True)
    key: Mapped[str] = opened()
    label: Mapped[str] = opened()
    position: Mapped[int] = opened()
    valid_from: Mapped[dt.date | None] = opened()
    valid_to: Mapped[dt.date | None] = opened()
    placement_kind: Mapped[PlacementKind | None] = opened(Word(PlacementKind))
    max_months: Mapped[int | None] = opened()
    max_days: Mapped[int | None] = opened()
    public_host_only: Mapped[bool] = opened(default=False)
    opens_early_end: Mapped[bool] = opened(default=False)
    has_volume: Mapped[bool] = opened(default=True)
    note: Mapped[str | None] = opened()


class CodeListItemRecord(Tracked, Record):
    """A code of one of the long lists: CPV, or occupations with Arbetsförmedlingen's concept ids.

    ``code`` has no check digit. ``groups`` are the collections of the list that it belongs to, with `` | `` between. A code that a newer
    list lacks is ``closed``: readable, no longer proposed.
    """

    __tablename__ = "code_list_item"
    entity = Entity.CODE_LIST
    __table_args__ = (UniqueConstraint("list", "code"), {"sqlite_autoincrement": True})

    list: Mapped[CodeList] = opened(Word(CodeList), index=True)
    code: Mapped[str] = opened()
    label: Mapped[str] = opened()
    label_en: Mapped[str] = opened(default="")
    groups: Mapped[str] = opened(default="")
    closed: Mapped[bool] = opened(default=False)


class SettingRecord(Tracked, Record):
    """A setting of the register: municipality, unit, kind of register."""

    __tablename__ = "setting"
    entity = Entity.SETTING

    key: Mapped[str] = opened(unique=True)
    value: Mapped[str] = opened()
