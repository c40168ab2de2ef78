"""What every mapped table shares: names of constraints, identity, stamps, version, voiding and privacy classes."""

import datetime as dt
from typing import Any, ClassVar

from sqlalchemy import MetaData, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from socialupph.domain.changes import Entity, RecordRef
from socialupph.domain.privacy import Privacy
from socialupph.persistence.types import Moment

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def col(privacy: Privacy, *args: Any, **options: Any) -> Any:
    """A mapped column with its privacy class, which masks, exports and logs read."""
    return mapped_column(*args, info={"privacy": privacy}, **options)


def opened(*args: Any, **options: Any) -> Any:
    """A column that tells nothing about a person."""
    return col(Privacy.OPEN, *args, **options)


def personal(*args: Any, **options: Any) -> Any:
    """A column with personal data, or with free text that may hold it."""
    return col(Privacy.PERSONAL, *args, **options)


def sensitive(*args: Any, **options: Any) -> Any:
    """A column that is never a list column, filter, sort key, search text or export."""
    return col(Privacy.SENSITIVE, *args, **options)


def shielded(*args: Any, **options: Any) -> Any:
    """A column about protection itself; shown only in the opened record."""
    return col(Privacy.PROTECTED, *args, **options)


class Record(DeclarativeBase):
    """Base of all mapped tables."""

    metadata = MetaData(naming_convention=NAMING)


class Tracked:
    """A row of a register, or a part of one: versioned, stamped, and with every change kept in history.

    ``entity`` is the register the row belongs to; a part names in ``part_of`` the column with the id of the record it is part
    of. ``sort_keys`` maps stored Swedish sort keys to the texts they are made of.
    """

    __tablename__: ClassVar[str]
    entity: ClassVar[Entity]
    part_of: ClassVar[str | None] = None
    sort_keys: ClassVar[dict[str, str]] = {}
    __table_args__: ClassVar[Any] = {"sqlite_autoincrement": True}

    id: Mapped[int] = opened(primary_key=True)
    created_at: Mapped[dt.datetime] = opened(Moment)
    changed_at: Mapped[dt.datetime] = opened(Moment)
    version: Mapped[int] = opened(default=1)

    def ref(self) -> RecordRef:
        """The record a reader would name when this row changes: itself, or the one it is part of."""
        return RecordRef(self.entity, self.id if self.part_of is None else getattr(self, self.part_of))

    @classmethod
    def table(cls) -> Table:
        """The table itself, for Core statements."""
        found: Table = cls.__dict__["__table__"]
        return found

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.table().c.version}

    def searched(self) -> tuple[str, str] | None:
        """Title and text for the search index, beside the code; None for a record that must not be found at all."""
        return None

    @classmethod
    def is_findable(cls) -> bool:
        """Whether records of this kind are in the search index at all."""
        return cls.searched is not Tracked.searched


class Voidable:
    """A record that can be voided with a reason: it stays readable, counts nowhere and can be taken back."""

    voided_on: Mapped[dt.date | None] = opened()
    void_reason: Mapped[str | None] = personal()
