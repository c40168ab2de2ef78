"""Suppliers: the list, and one opened with its contacts and workplaces."""

import datetime as dt

from sqlalchemy import ColumnElement, RowMapping, Select, case, func, select
from sqlalchemy.orm import Session

from socialupph.domain.changes import Entity
from socialupph.domain.kinds import ContactRole, SupplierKind
from socialupph.domain.sign_ups import SignUpStatus
from socialupph.domain.views.duplicates import MergedLink
from socialupph.domain.views.suppliers import ContactView, SupplierRow, SupplierView, WorkplaceView
from socialupph.persistence.queries import merged
from socialupph.persistence.queries.lists import Condition, ListSource, one_of
from socialupph.persistence.records import (
    ContactRecord,
    ContractSupplierRecord,
    CourseRecord,
    PlacementRecord,
    SessionRecord,
    SignUpRecord,
    SupplierRecord,
    WorkplaceRecord,
)

Supplier = SupplierRecord


def source(today: dt.date) -> ListSource[SupplierRow]:
    """All suppliers that are not void. Contracts are those it is party to; placements those it hosts now."""
    contracts = (
        select(func.count())
        .where(ContractSupplierRecord.supplier_id == Supplier.id)
        .correlate(Supplier)
        .scalar_subquery()
    )
    last_day = func.coalesce(PlacementRecord.ended_on, PlacementRecord.planned_end_on)
    running = (PlacementRecord.starts_on <= today) & (last_day >= today)
    placements = (
        select(func.count())
        .where(PlacementRecord.host_supplier_id == Supplier.id, running, PlacementRecord.voided_on.is_(None))
        .correlate(Supplier)
        .scalar_subquery()
    )
    untrained = (
        select(func.count())
        .where(
            ContactRecord.supplier_id == Supplier.id,
            ContactRecord.role == ContactRole.SUPERVISOR,
            ContactRecord.active,
            ContactRecord.id.not_in(trained_contact_ids()),
        )
        .correlate(Supplier)
        .scalar_subquery()
    )
    number = case((Supplier.kind == SupplierKind.SOLE_TRADER, ""), else_=func.coalesce(Supplier.org_number, ""))
    return ListSource(
        id=Supplier.id,
        tables=Supplier.__table__,
        columns={
            "name": Supplier.name,
            "org_number": number,
            "kind": Supplier.kind,
            "branch": func.coalesce(Supplier.branch, ""),
            "contracts": contracts,
            "placements": placements,
            "untrained_supervisors": untrained,
        },
        build=_row,
        sorts={"name": (Supplier.name_key,)},
        filters={"kind": one_of(Supplier.kind), "supervisors": _with_untrained(untrained)},
        base=(Supplier.voided_on.is_(None),),
        search=((Entity.SUPPLIER, Supplier.id),),
    )


def _with_untrained(count: ColumnElement[int]) -> Condition:
    """Those with a supervisor who lacks the course; the filter has that one choice."""

    def condition(chosen: tuple[str, ...]) -> ColumnElement[bool]:
        del chosen
        return count > 0

    return condition


def _row(row: RowMapping, show_names: bool) -> SupplierRow:
    del show_names
    return SupplierRow(
        id=row["_id"],
        name=row["name"],
        org_number=row["org_number"],
        kind=row["kind"],
        branch=row["branch"],
        contracts=row["contracts"],
        placements=row["placements"],
        untrained_supervisors=row["untrained_supervisors"],
    )


def trained_contact_ids() -> Select[int | None]:
    """Ids of contacts who attended a session of a course that trains supervisors."""
    return (
        select(SignUpRecord.contact_id)
        .join(SessionRecord, SessionRecord.id == SignUpRecord.session_id)
        .join(CourseRecord, CourseRecord.id == SessionRecord.course_id)
        .where(
            SignUpRecord.contact_id.is_not(None),
            SignUpRecord.status == SignUpStatus.ATTENDED,
            CourseRecord.gives_supervisor_training,
        )
    )


def view(session: Session, supplier_id: int) -> SupplierView | None:
    """A supplier with its contacts (active first) and workplaces; None when there is none."""
    supplier = session.get(Supplier, supplier_id)
    if supplier is None:
        return None
    own = merged.former(session, Entity.SUPPLIER, supplier_id)
    return SupplierView(
        id=supplier.id,
        version=supplier.version,
        name=supplier.name,
        org_number=supplier.org_number,
        country=supplier.country,
        kind=supplier.kind,
        size_class=supplier.size_class,
        branch=supplier.branch,
        address=supplier.address,
        phone=supplier.phone,
        email=supplier.email,
        web=supplier.web,
        voided=supplier.voided_on is not None,
        contacts=tuple(contacts(session, supplier_id, own)),
        workplaces=tuple(_workplaces(session, supplier_id, own)),
        merged_into=merged.link_from(session, Entity.SUPPLIER, supplier),
        merged=(*merged.links_into(session, Entity.SUPPLIER, supplier_id), *_merged_contacts(session, supplier_id)),
    )


def _workplaces(session: Session, supplier_id: int, own: merged.Former) -> list[WorkplaceView]:
    """The workplaces of a supplier, of a merged one those that were its own; one that stood twice is told from history."""
    place = WorkplaceRecord
    found = session.scalars(
        select(place)
        .where((place.supplier_id == supplier_id) | place.id.in_(own.of(place.__tablename__)))
        .order_by(place.name_key)
    )
    gone = own.removed.get(place.__tablename__, [])
    return [
        *(WorkplaceView(one.id, one.version, one.name, one.address or "") for one in found),
        *(WorkplaceView(one["id"], one["version"], one["name"], one["address"] or "") for one in gone),
    ]


def _merged_contacts(session: Session, supplier_id: int) -> list[MergedLink]:
    """Contacts that turned out to be others of the same supplier, as the opened record names them."""
    contact = ContactRecord
    found = session.scalars(
        select(contact.id)
        .where(contact.supplier_id == supplier_id, contact.merged_into_id.is_not(None))
        .order_by(contact.id)
    )
    return [merged.link_to(session, Entity.CONTACT, number, None) for number in found]


def contacts(session: Session, supplier_id: int, own: merged.Former | None = None) -> list[ContactView]:
    """The contacts of a supplier, active first, in Swedish order. In the opened record a protected one is shown by name.

    Of a merged supplier those that were its own; contacts that turned out to be others are left out.
    """
    before: set[int] = set() if own is None else own.of(ContactRecord.__tablename__)
    trained = set(session.scalars(trained_contact_ids()))
    found = session.scalars(
        select(ContactRecord)
        .where(
            (ContactRecord.supplier_id == supplier_id) | ContactRecord.id.in_(before),
            ContactRecord.merged_into_id.is_(None),
        )
        .order_by(ContactRecord.active.desc(), ContactRecord.name_key)
    )
    return [
        ContactView(
            id=person.id,
            version=person.version,
            label=person.name,
            role=person.role,
            phone=person.phone or "",
            email=person.email or "",
            active=person.active,
            protected=person.protected,
            alias=person.alias or "",
            trained=person.id in trained,
        )
        for person in found
    ]
