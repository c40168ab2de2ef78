"""Sign-ups: the list, what the queue needs to know of them, and one opened."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import RowMapping, case, func, null, select
from sqlalchemy.orm import Session

from socialupph.domain.changes import Entity
from socialupph.domain.privacy import PersonFacts, PersonKind, Place, ShownPerson, shown_person
from socialupph.domain.sign_ups import QueuePlace, SignUpFacts, SignUpGroup
from socialupph.domain.swedish_time import swedish_day
from socialupph.domain.views.training import SignUpEntry, SignUpRow, SignUpView
from socialupph.persistence.queries.lists import ListSource, one_of
from socialupph.persistence.records import (
    AttendanceRecord,
    ContractRecord,
    SessionDayRecord,
    SessionRecord,
    SignUpRecord,
    SupplierRecord,
)

SignUp = SignUpRecord

_organisation = func.coalesce(SignUp.organisation, SupplierRecord.name, "")
_joined = (
    SignUp.__table__.join(SessionRecord, SessionRecord.id == SignUp.session_id)
    .outerjoin(SupplierRecord, SupplierRecord.id == SignUp.supplier_id)
    .outerjoin(ContractRecord, ContractRecord.id == SignUp.contract_id)
)


def source() -> ListSource[SignUpRow]:
    """All sign-ups of sessions that are not void. A protected person is sorted by the alias and found by nothing else."""
    return ListSource(
        id=SignUp.id,
        tables=_joined,
        columns={
            "session_id": SignUp.session_id,
            "session": SessionRecord.code,
            "name": SignUp.name,
            "alias": SignUp.alias,
            "protected": SignUp.protected,
            "organisation": _organisation,
            "right": ContractRecord.code,
            "received_at": SignUp.received_at,
            "last_sign_up_on": SessionRecord.last_sign_up_on,
            "status": SignUp.status,
            "offered_until": SignUp.offered_until,
            "has_needs": SignUp.needs.is_not(None),
        },
        build=_row,
        sorts={
            "name": (case((SignUp.protected, SignUp.alias_key), else_=SignUp.name_key),),
            "organisation": (
                case((SignUp.protected, ""), else_=SupplierRecord.name_key),
                _unless_protected(_organisation),
            ),
            "right": (_unless_protected(ContractRecord.code),),
            "session": (SessionRecord.code, SignUp.received_at),
        },
        filters={
            "status": one_of(SignUp.status),
            "session": one_of(SessionRecord.code),
            "session_id": one_of(SignUp.session_id),
        },
        base=(SessionRecord.voided_on.is_(None),),
        search=(
            (Entity.SIGN_UP, SignUp.id),
            (Entity.SESSION, SignUp.session_id),
            (Entity.SUPPLIER, _unless_protected(SignUp.supplier_id)),
        ),
    )


def _unless_protected(column: Any) -> Any:
    return case((SignUp.protected, null()), else_=column)


def _row(row: RowMapping, show_names: bool) -> SignUpRow:
    del show_names
    person = _shown(row["name"], row["alias"], row["organisation"], protected=row["protected"])
    return SignUpRow(
        id=row["_id"],
        session_id=row["session_id"],
        session=row["session"],
        name=person.label,
        organisation=person.organisation,
        right=(row["right"] or "") if person.may_link_workplace else "",
        received_at=row["received_at"],
        late=swedish_day(row["received_at"]) > row["last_sign_up_on"],
        status=row["status"],
        offered_until=row["offered_until"],
        has_needs=bool(row["has_needs"]),
    )


def _shown(name: str, alias: str | None, organisation: str, *, protected: bool) -> ShownPerson:
    facts = PersonFacts(
        alias=alias or "", name=name, protected=bool(protected), organisation=organisation, kind=PersonKind.SIGN_UP
    )
    return shown_person(facts, place=Place.LIST, show_names=True)


def group_of(contract_id: int | None, *, own_staff: bool) -> SignUpGroup:
    """Where somebody comes from, as far as the order of seats is concerned."""
    if contract_id is not None:
        return SignUpGroup.SUPPLIER
    return SignUpGroup.OWN_STAFF if own_staff else SignUpGroup.OTHER


def facts(record: SignUpRecord) -> SignUpFacts:
    """A sign-up as the rules of the queue need it."""
    return SignUpFacts(
        id=record.id,
        received_at=record.received_at,
        received_on=swedish_day(record.received_at),
        group=group_of(record.contract_id, own_staff=record.own_staff),
        status=record.status,
        offered_until=record.offered_until,
        name=record.name,
        email=record.email or "",
        passed_on=record.passed_on,
    )


def of_session(session: Session, session_id: int) -> list[SignUpRecord]:
    """Everyone who ever signed up for a session, in the order it came in."""
    return list(
        session.scalars(select(SignUp).where(SignUp.session_id == session_id).order_by(SignUp.received_at, SignUp.id))
    )


class Entries:
    """Makes the entries of a session's page from its records, with one query for what stands around them."""

    def __init__(self, session: Session, records: Sequence[SignUpRecord], last_sign_up_on: dt.date) -> None:
        self._records = {record.id: record for record in records}
        self._last_day = last_sign_up_on
        self._codes = _names(session, ContractRecord.id, ContractRecord.code, [one.contract_id for one in records])
        self._suppliers = _names(session, SupplierRecord.id, SupplierRecord.name, [one.supplier_id for one in records])
        session_id = records[0].session_id if records else 0
        day_ids = session.scalars(
            select(SessionDayRecord.id)
            .where(SessionDayRecord.session_id == session_id)
            .order_by(SessionDayRecord.held_on)
        )
        self._days = list(day_ids)
        ticks = session.execute(
            select(AttendanceRecord.sign_up_id, AttendanceRecord.session_day_id, AttendanceRecord.present)
            .join(SessionDayRecord, SessionDayRecord.id == AttendanceRecord.session_day_id)
            .where(SessionDayRecord.session_id == session_id)
        )
        self._ticks = {(person, day): present for person, day, present in ticks}

    def entry(self, place: QueuePlace) -> SignUpEntry:
        """The entry of someone with a place in the queue."""
        return self._entry(self._records[place.id], place)

    def unplaced(self, sign_up_id: int) -> SignUpEntry:
        """The entry of someone who withdrew."""
        record = self._records[sign_up_id]
        late = swedish_day(record.received_at) > self._last_day
        return self._entry(record, QueuePlace(sign_up_id, 0, late))

    def _entry(self, record: SignUpRecord, place: QueuePlace) -> SignUpEntry:
        organisation = record.organisation or self._suppliers.get(record.supplier_id or 0, "")
        person = shown_person(
            PersonFacts(
                alias=record.alias or "",
                name=record.name,
                protected=record.protected,
                organisation=organisation,
                phone=record.phone or "",
                email=record.email or "",
                kind=PersonKind.SIGN_UP,
            ),
            place=Place.LIST,
            show_names=True,
        )
        linked = person.may_link_workplace
        return SignUpEntry(
            id=record.id,
            version=record.version,
            number=place.number,
            status=record.status,
            label=person.label,
            organisation=person.organisation,
            email=person.email,
            phone=person.phone,
            right=self._codes.get(record.contract_id or 0, "") if linked else "",
            contract_id=record.contract_id if linked else None,
            received_at=record.received_at,
            late=place.late,
            has_needs=record.needs is not None,
            offered_until=record.offered_until,
            attendance=tuple(self._ticks.get((record.id, day)) for day in self._days),
            certificate_number=record.certificate_number or "",
            reason=place.reason,
            facts=place.facts,
        )


def _names(session: Session, key: Any, label: Any, wanted: Sequence[int | None]) -> Mapping[int, str]:
    numbers = {number for number in wanted if number is not None}
    return dict(session.execute(select(key, label).where(key.in_(numbers))).all()) if numbers else {}


def view(session: Session, sign_up_id: int) -> SignUpView | None:
    """A sign-up opened in full; None when there is none."""
    found = session.execute(
        select(SignUp, SessionRecord.code, SessionRecord.last_sign_up_on)
        .join(SessionRecord, SessionRecord.id == SignUp.session_id)
        .where(SignUp.id == sign_up_id)
    ).one_or_none()
    if found is None:
        return None
    record, code, last_day = found
    return SignUpView(
        id=record.id,
        version=record.version,
        session_id=record.session_id,
        session=code,
        name=record.name,
        alias=record.alias,
        organisation=record.organisation,
        email=record.email,
        phone=record.phone,
        supplier_id=record.supplier_id,
        contract_id=record.contract_id,
        contact_id=record.contact_id,
        own_staff=record.own_staff,
        received_at=record.received_at,
        late=swedish_day(record.received_at) > last_day,
        channel=record.channel,
        status=record.status,
        offered_until=record.offered_until,
        withdrawn_on=record.withdrawn_on,
        needs=record.needs,
        protected=record.protected,
        information_version=record.information_version,
        certificate_number=record.certificate_number,
        certificate_on=record.certificate_on,
    )
