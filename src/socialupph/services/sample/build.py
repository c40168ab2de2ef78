"""Makes the sample register, deterministic for a size and a day, with every state a record can have.

*small* is a year of one municipality, *medium* ten years of one, *large* ten times that.
"""

from enum import StrEnum
from random import Random

from socialupph.domain.changes import Changes
from socialupph.persistence.bulk import insert_many
from socialupph.persistence.codes import reserve
from socialupph.persistence.queries.reference_ids import ids_by_key
from socialupph.services.base import Context
from socialupph.services.sample import contracts, matching, parties, placements, training
from socialupph.services.sample.world import Size, World


class SampleSize(StrEnum):
    """How large a sample register is made."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


SIZES = {
    SampleSize.SMALL: Size(years=2, contracts=32, suppliers=18, placements=44, candidates=70, sessions=6),
    SampleSize.MEDIUM: Size(years=10, contracts=1_000, suppliers=500, placements=3_000, candidates=3_400, sessions=100),
    SampleSize.LARGE: Size(
        years=10, contracts=10_000, suppliers=5_000, placements=30_000, candidates=34_000, sessions=1_000
    ),
}


def fill_sample(context: Context, size: SampleSize) -> Changes:
    """Fill a new, empty register with Exempelby, ending today by the context's clock."""
    today = context.clock.today()
    with context.database.write("sample.create", size.value) as work:
        world = World(
            dice=Random(f"{size}:{today.isoformat()}"),
            today=today,
            calendar=context.calendar,
            size=SIZES[size],
            words=ids_by_key(work.session),
        )
        for step in (parties.fill, contracts.fill, matching.fill, placements.fill, training.fill):
            step(world)
        for table, rows in world.rows.items():
            insert_many(work, table, rows)
        for prefix, last in world.codes.items():
            reserve(work.session, prefix, last)
    return work.changes
