"""Bulk changes and removals leave the register as single saves would, with the index whole."""

import pytest
from sqlalchemy import select

from socialupph.domain.changes import Entity
from socialupph.domain.kinds import BuyerKind, SupplierKind
from socialupph.persistence import search, search_bulk
from socialupph.persistence.bulk import RowChange, delete_many, insert_many, stored, update_many
from socialupph.persistence.codes import next_code, reserve_many
from socialupph.persistence.database import Database
from socialupph.persistence.records import BuyerRecord, HistoryRecord, SupplierRecord

FEW, MANY = 3, search_bulk.FEW + 30


def _fill(register: Database, count: int) -> list[int]:
    with register.write("fill") as work:
        return insert_many(
            work,
            SupplierRecord,
            [{"name": f"Firma{n}x AB", "kind": SupplierKind.COMPANY, "org_number": f"55{n:04d}"} for n in range(count)],
        )


def _found(register: Database, typed: str) -> list[int]:
    with register.read() as session:
        return [hit.entity_id for hit in search.find(session, typed, 1000)]


def _check_index(register: Database) -> None:
    with register.write("check") as work:
        connection = work.session.connection()
        for table in ("search_trigram", "search_word"):
            connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
        triggers = connection.exec_driver_sql(
            "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'search_item'"
        )
        assert triggers.scalar_one() == 3


@pytest.mark.parametrize("count", [FEW, MANY])
def test_many_changes_are_told_kept_and_found(register: Database, count: int):
    ids = _fill(register, count)
    with register.write("change") as work:
        rows = stored(work, SupplierRecord, ids)
        changes = [RowChange(rows[number], {"name": f"Ändrad{number}x"}) for number in ids]
        update_many(work, SupplierRecord, changes)
    assert {ref.id for ref in work.changes.touched} == set(ids)
    assert work.changes.created == ()
    assert _found(register, "firma") == []
    assert _found(register, f"ändrad{ids[-1]}x") == [ids[-1]]
    _check_index(register)
    with register.read() as session:
        record = session.get_one(SupplierRecord, ids[0])
        assert (record.version, record.name_key) == (2, f"z|ndrad01{ids[0]}x")
        entry = session.scalars(select(HistoryRecord).order_by(HistoryRecord.id.desc())).first()
        assert entry is not None
        assert entry.version == 2
        assert set(entry.before or {}) == {"name", "name_key"}


@pytest.mark.parametrize("count", [FEW, MANY])
def test_many_removals_are_kept_whole_in_history(register: Database, count: int):
    ids = _fill(register, count)
    stays = _fill(register, 1)
    with register.write("remove") as work:
        delete_many(work, SupplierRecord, list(stored(work, SupplierRecord, ids).values()))
    assert {ref.id for ref in work.changes.touched} == set(ids)
    assert _found(register, "firma") == stays
    _check_index(register)
    with register.read() as session:
        assert session.scalars(select(SupplierRecord.id)).all() == stays
        entry = session.scalars(select(HistoryRecord).order_by(HistoryRecord.id.desc())).first()
        assert entry is not None
        assert entry.after is None
        assert (entry.before or {})["name"].startswith("Firma")


def test_saving_one_by_one_works_after_many(register: Database):
    _fill(register, MANY)
    with register.write("one") as work:
        work.session.add(SupplierRecord(name="Ensam AB", kind=SupplierKind.COMPANY))
    assert len(_found(register, "ensam")) == 1
    _check_index(register)


def test_a_failed_bulk_write_leaves_everything_as_it_was(register: Database):
    _fill(register, 1)

    def fail() -> None:
        with register.write("fail") as work:
            insert_many(work, SupplierRecord, [{"name": f"Ny{n}", "kind": SupplierKind.COMPANY} for n in range(MANY)])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert _found(register, "ny1") == []
    _check_index(register)


@pytest.mark.parametrize("count", [FEW, MANY])
def test_what_is_added_together_is_found_as_it_stands_in_the_end(register: Database, count: int):
    old = _fill(register, count)
    with register.write("together") as work, search_bulk.together(work.session):
        new = insert_many(
            work, SupplierRecord, [{"name": f"Ny{n}x", "kind": SupplierKind.COMPANY} for n in range(count)]
        )
        insert_many(work, BuyerRecord, [{"name": "Exempelby", "kind": BuyerKind.MUNICIPALITY}])
        present = stored(work, SupplierRecord, [old[0], new[0]])
        update_many(work, SupplierRecord, [RowChange(row, {"name": "Omdöpt"}) for row in present.values()])
        delete_many(work, SupplierRecord, list(stored(work, SupplierRecord, [new[1]]).values()))
    assert sorted(_found(register, "omdöpt")) == [old[0], new[0]]
    assert _found(register, "ny0x") == _found(register, "ny1x") == []
    assert _found(register, "ny2x") == [new[2]]
    assert len(_found(register, "exempelby")) == 1
    _check_index(register)


def test_nothing_to_write_makes_no_operation(register: Database):
    with register.write("nothing") as work:
        assert insert_many(work, SupplierRecord, []) == []
        update_many(work, SupplierRecord, [])
        delete_many(work, SupplierRecord, [])
    assert work.changes.operation_id is None
    assert not work.changes


def test_a_sole_traders_number_is_not_indexed_by_bulk_either(register: Database):
    with register.write("x") as work:
        values = {"name": "Eva", "kind": SupplierKind.SOLE_TRADER, "org_number": "811218-9876"}
        insert_many(work, SupplierRecord, [values])
    assert _found(register, "811218") == []
    assert work.changes.entities == {Entity.SUPPLIER}


def test_numbers_of_many_kinds_are_spent_at_once(register: Database):
    with register.write("codes") as work:
        assert next_code(work.session, "K-2026", 3) == "K-2026-001"
        assert reserve_many(work.session, {"K-2026": 2, "K-2027": 1}) == {"K-2026": 2, "K-2027": 1}
        assert next_code(work.session, "K-2026", 3) == "K-2026-004"
        assert reserve_many(work.session, {}) == {}
