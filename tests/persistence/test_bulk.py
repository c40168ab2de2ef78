"""Bulk inserts leave the register as single saves would."""

from sqlalchemy import select

from socialupph.domain.changes import Entity
from socialupph.domain.kinds import Sex, SupplierKind
from socialupph.persistence import search
from socialupph.persistence.bulk import RowChange, insert_many, stored, update_many
from socialupph.persistence.database import Database
from socialupph.persistence.records import CandidateRecord, HistoryRecord, SupplierRecord


def _values(record: SupplierRecord) -> dict[str, object]:
    return {name: getattr(record, name) for name in SupplierRecord.__mapper__.columns.keys() if name != "id"}  # noqa: SIM118


def test_bulk_and_single_save_give_the_same_row(register: Database) -> None:
    with register.write("x") as work:
        work.session.add(SupplierRecord(name="Åsarnas Låtsasbygg AB", kind=SupplierKind.COMPANY))
    with register.write("x") as work:
        numbers = insert_many(work, SupplierRecord, [{"name": "Åsarnas Låtsasbygg AB", "kind": SupplierKind.COMPANY}])
    assert numbers == [2]
    assert work.changes.entities == {Entity.SUPPLIER}
    with register.read() as session:
        first, second = session.scalars(select(SupplierRecord).order_by(SupplierRecord.id)).all()
        assert _values(first) == _values(second)
        assert [hit.entity_id for hit in search.find(session, "åsarn", 5)] == [1, 2]
        kept = session.scalars(select(HistoryRecord).order_by(HistoryRecord.id)).all()
        assert [(row.table_name, row.row_id, row.before, row.after, row.version) for row in kept] == [
            ("supplier", 1, None, {"id": 1}, 1),
            ("supplier", 2, None, {"id": 2}, 1),
        ]


def test_rows_may_say_different_things(register: Database) -> None:
    rows = [
        {"code": "KA-0001"},
        {"code": "KA-0002", "wished_occupations": ["snickare"], "sex": Sex.WOMAN, "name": "Ö Ä"},
    ]
    with register.write("x") as work:
        assert insert_many(work, CandidateRecord, rows) == [1, 2]
    with register.read() as session:
        first, second = session.scalars(select(CandidateRecord).order_by(CandidateRecord.id)).all()
        assert (first.wished_occupations, first.sex, first.name, first.version) == ([], Sex.UNKNOWN, None, 1)
        assert (second.wished_occupations, second.sex, second.name) == (["snickare"], Sex.WOMAN, "Ö Ä")
        assert first.created_at == first.changed_at == second.created_at == register.clock.now()


def test_the_id_of_a_removed_row_is_not_used_again(register: Database) -> None:
    with register.write("x") as work:
        insert_many(work, SupplierRecord, [{"name": "Bort AB", "kind": SupplierKind.COMPANY}])
    with register.write("x") as work:
        work.session.delete(work.session.get_one(SupplierRecord, 1))
    with register.write("x") as work:
        assert insert_many(work, SupplierRecord, [{"name": "Ny AB", "kind": SupplierKind.COMPANY}]) == [2]


def test_a_protected_person_is_not_indexed_at_all(register: Database) -> None:
    with register.write("x") as work:
        rows = [{"code": f"KA-000{number}", "name": "Märta Markörsson", "protected": number == 1} for number in (1, 2)]
        insert_many(work, CandidateRecord, rows)
    with register.read() as session:
        assert [hit.code for hit in search.find(session, "markör", 5)] == ["KA-0002"]
        assert [hit.code for hit in search.find(session, "ka-000", 5)] == ["KA-0002"]
    with register.write("x") as work:
        work.session.get_one(CandidateRecord, 1).protected = False
        work.session.get_one(CandidateRecord, 2).protected = True
    with register.read() as session:
        assert [hit.code for hit in search.find(session, "ka-000", 5)] == ["KA-0001"]


def test_bulk_changes_take_people_in_and_out_of_the_index(register: Database) -> None:
    with register.write("x") as work:
        insert_many(work, CandidateRecord, [{"code": "KA-0001", "name": "Märta Markörsson", "protected": True}])
    for protected, found in ((False, ["KA-0001"]), (True, [])):
        with register.write("x") as work:
            before = stored(work, CandidateRecord, [1])[1]
            update_many(work, CandidateRecord, [RowChange(before, {"protected": protected})])
        with register.read() as session:
            assert [hit.code for hit in search.find(session, "markör", 5)] == found
