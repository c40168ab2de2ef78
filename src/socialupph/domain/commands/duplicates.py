"""Saying that two records are one, and which of their values stay."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from socialupph.domain.changes import Entity
from socialupph.domain.merging import Keep


@dataclass(frozen=True, slots=True)
class MergeRecords:
    """``merged_id`` goes up in ``kept_id``; both as they were read in their versions.

    ``choices`` say by the key of a compared field whose value stays; where nothing is said the kept record's does.
    """

    entity: Entity
    kept_id: int
    kept_version: int
    merged_id: int
    merged_version: int
    choices: Mapping[str, Keep] = field(default_factory=dict[str, Keep])
