"""The people beside a deadline: candidate, host and supervisor of a placement; ``persistence/due`` shows them."""

from typing import Any

from sqlalchemy import Select, func
from sqlalchemy.orm import aliased

from socialupph.persistence.queries import people
from socialupph.persistence.queries.contract_facts import main_supplier_id
from socialupph.persistence.records import CandidateRecord, ContactRecord, PlacementRecord, SupplierRecord

Columns = Select[*tuple[Any, ...]]
"""A select whose columns are read by name."""

Host = aliased(SupplierRecord)
Party = aliased(SupplierRecord)
Supervisor = aliased(ContactRecord)


def with_people(query: Columns, *, contract: bool) -> Columns:
    """``query``, which has the placement and, with ``contract``, the contract in it, with the columns of the people."""
    columns: list[Any] = [
        *(column.label(name) for name, column in people.CANDIDATE.items()),
        Supervisor.name.label("_supervisor"),
        Supervisor.protected.label("_supervisor_protected"),
    ]
    joined = (
        query.outerjoin(CandidateRecord, CandidateRecord.id == PlacementRecord.candidate_id)
        .outerjoin(Host, Host.id == PlacementRecord.host_supplier_id)
        .outerjoin(Supervisor, Supervisor.id == PlacementRecord.supervisor_id)
    )
    if not contract:
        return joined.add_columns(*columns, Host.name.label("_host"))
    joined = joined.outerjoin(Party, Party.id == main_supplier_id())
    return joined.add_columns(*columns, func.coalesce(Host.name, Party.name).label("_host"))
