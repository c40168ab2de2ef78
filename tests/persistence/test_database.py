"""Writes: all or nothing, told by what they changed, kept in history, and found again."""

import gc

import pytest
from sqlalchemy import delete, inspect, select, text
from sqlalchemy.exc import IntegrityError, StatementError

from socialupph.domain.changes import Changes, Entity, RecordRef
from socialupph.domain.errors import RegisterProblem, StaleRecord
from socialupph.domain.kinds import AuditKind, BuyerKind, ContactRole, SupplierKind
from socialupph.domain.privacy import Privacy
from socialupph.persistence import connection, search
from socialupph.persistence.database import Database
from socialupph.persistence.records import (
    TRACKED,
    AuditRecord,
    BuyerRecord,
    ContactRecord,
    HistoryRecord,
    OperationRecord,
    Record,
    SupplierRecord,
    WorkplaceRecord,
)


def _buyer(register: Database, name: str) -> Changes:
    with register.write("buyer.register") as work:
        work.session.add(BuyerRecord(name=name, kind=BuyerKind.MUNICIPALITY))
    return work.changes


def test_changes_name_what_was_made(register: Database) -> None:
    changes = _buyer(register, "Exempelby kommun")
    assert changes.entities == {Entity.BUYER}
    assert changes.created == (RecordRef(Entity.BUYER, 1),)
    assert changes.new_id(Entity.BUYER) == 1


def test_saving_without_difference_changes_nothing(register: Database) -> None:
    _buyer(register, "Exempelby kommun")
    with register.write("buyer.edit") as work:
        work.session.get_one(BuyerRecord, 1).name = "Exempelby kommun"
    assert not work.changes
    with register.read() as session:
        assert session.get_one(BuyerRecord, 1).version == 1
        assert session.query(OperationRecord).count() == 1


def test_a_word_outside_its_vocabulary_is_neither_written_nor_read(register: Database) -> None:
    with pytest.raises(StatementError, match="okänd"), register.write("x") as work:
        work.session.add(BuyerRecord(name="Exempelby", kind="okänd"))
    _buyer(register, "Exempelby")
    with register.write("x") as work:
        work.session.execute(text("UPDATE buyer SET kind = 'okänd'"))
    with register.read() as session, pytest.raises(ValueError, match="okänd"):
        session.get(BuyerRecord, 1)


def test_opening_a_register_spares_what_is_imported_from_the_collector(register: Database) -> None:
    del register
    assert gc.get_freeze_count() > 50_000


def test_an_error_leaves_nothing_behind(register: Database) -> None:
    with pytest.raises(ZeroDivisionError), register.write("buyer.register") as work:  # noqa: PT012
        work.session.add(BuyerRecord(name="Halvvägs", kind=BuyerKind.REGION))
        work.session.flush()
        raise ZeroDivisionError
    with register.read() as session:
        assert session.query(BuyerRecord).count() == 0
        assert session.query(HistoryRecord).count() == 0
        assert search.find(session, "halvvägs", 5) == []


def test_history_holds_before_and_after(register: Database) -> None:
    _buyer(register, "Exempelby kommun")
    with register.write("buyer.edit", "Exempelby") as work:
        work.session.get_one(BuyerRecord, 1).name = "Påhittsby kommun"
    with register.read() as session:
        row = session.scalars(
            select(HistoryRecord).where(HistoryRecord.operation_id == work.changes.operation_id)
        ).one()
        assert row.before is not None
        assert row.after is not None
        assert (row.before["name"], row.after["name"], row.version) == ("Exempelby kommun", "Påhittsby kommun", 2)
        assert session.get_one(OperationRecord, work.changes.operation_id).subject == "Exempelby"


def test_the_second_of_two_writers_is_told(register: Database) -> None:
    _buyer(register, "Exempelby kommun")
    with register.read() as session:
        mine = session.get_one(BuyerRecord, 1)
    with register.write("buyer.edit") as work:
        work.session.get_one(BuyerRecord, 1).name = "Deras"
    with pytest.raises(StaleRecord), register.write("buyer.edit") as work:  # noqa: PT012
        work.session.add(mine)
        mine.name = "Mitt"
    with register.read() as session:
        assert session.get_one(BuyerRecord, 1).name == "Deras"


def test_a_child_without_parent_is_refused(register: Database) -> None:
    with pytest.raises(IntegrityError), register.write("workplace.register") as work:
        work.session.add(WorkplaceRecord(supplier_id=99, name="Ingenstans"))


def test_a_locked_register_is_a_problem_with_a_name(register: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PRAGMAS", (*connection.PRAGMAS, "busy_timeout=50"))
    other = Database(register.path, register.clock)
    with register.write("buyer.edit") as holder:
        holder.session.execute(text("SELECT 1"))
        with pytest.raises(RegisterProblem, match=r"register\.busy"):
            _buyer(other, "Väntar")
    other.close()
    _buyer(register, "Kom fram")


def test_the_log_cannot_be_changed_or_emptied(register: Database) -> None:
    with register.write("register.open") as work:
        work.log(AuditKind.OPENED_REGISTER, "prov")
    with pytest.raises(IntegrityError, match="append-only"), register.write("x") as work:
        work.session.execute(delete(AuditRecord))
    with pytest.raises(IntegrityError, match="append-only"), register.write("x") as work:
        work.session.execute(text("UPDATE audit SET subject = 'annat'"))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ås", ["Åsarna Bygg AB"]),
        ("ÅSA", ["Åsarna Bygg AB"]),
        ("asa", []),
        ("bygg åsa", ["Åsarna Bygg AB"]),
        ("b", ["Åsarna Bygg AB"]),
        ("100%", ["100% Städ & Service"]),
        ("%", []),
        ("_", []),
        ('"', []),
        ("NEAR(", []),
        ("OR", []),
        ("saknas", []),
    ],
)
def test_finding_is_right_for_swedish_and_safe_for_signs(register: Database, typed: str, found: list[str]) -> None:
    with register.write("supplier.register") as work:
        work.session.add_all(
            SupplierRecord(name=name, kind=SupplierKind.COMPANY) for name in ("Åsarna Bygg AB", "100% Städ & Service")
        )
    with register.read() as session:
        assert [hit.title for hit in search.find(session, typed, 10)] == found


def test_a_person_who_becomes_protected_leaves_the_index(register: Database) -> None:
    with register.write("x") as work:
        supplier = SupplierRecord(name="Fiktiva Fasader AB", kind=SupplierKind.COMPANY)
        work.session.add(supplier)
        work.session.flush()
        work.session.add(ContactRecord(supplier_id=supplier.id, name="Märta Markörsson", role=ContactRole.SUPERVISOR))
    with register.read() as session:
        assert [hit.title for hit in search.find(session, "markör", 5)] == ["Märta Markörsson"]
    with register.write("contact.edit") as work:
        person = work.session.get_one(ContactRecord, 1)
        person.protected, person.alias = True, "Kim Granqvist"
    with register.read() as session:
        assert search.find(session, "markör", 5) == []
        assert session.execute(text("SELECT count(*) FROM search_trigram('\"markör\"')")).scalar_one() == 0


def test_names_are_kept_in_swedish_order(register: Database) -> None:
    for name in ("Östersund", "Åre", "Zinkgruvan", "Ängelholm", "arboga"):
        _buyer(register, name)
    with register.read() as session:
        ordered = session.scalars(select(BuyerRecord.name).order_by(BuyerRecord.name_key)).all()
    assert list(ordered) == ["arboga", "Zinkgruvan", "Åre", "Ängelholm", "Östersund"]


def test_every_column_has_a_privacy_class() -> None:
    columns = [column for table in Record.metadata.tables.values() for column in table.columns]
    assert len(columns) > 400
    assert [str(column) for column in columns if not isinstance(column.info.get("privacy"), Privacy)] == []


def test_every_register_row_is_versioned_and_kept_in_history() -> None:
    kept_by_the_program = {
        "operation",
        "history",
        "audit",
        "code_sequence",
        "search_item",
        "import_mapping",
        "saved_filter",
        "draft",
        "import_reference",
    }
    assert set(Record.metadata.tables) - set(TRACKED) == kept_by_the_program
    assert all(inspect(record).version_id_col is not None for record in TRACKED.values())


def test_parts_point_at_the_record_they_belong_to() -> None:
    for record in TRACKED.values():
        if record.part_of is not None:
            (key,) = record.__table__.c[record.part_of].foreign_keys  # type: ignore[attr-defined]
            assert TRACKED[key.column.table.name].entity is record.entity
