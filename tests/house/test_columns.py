"""Never 12: every column of every record says how freely its value may travel."""

from sqlalchemy import Column, MetaData, Table

from socialupph.domain.privacy import Privacy
from socialupph.persistence import records
from socialupph.persistence.records.base import Record


def unclassed(metadata: MetaData) -> list[str]:
    return [
        f"{table.name}.{column.name}"
        for table in metadata.tables.values()
        for column in table.columns
        if not isinstance(column.info.get("privacy"), Privacy)
    ]


def test_every_column_has_a_privacy_class():
    assert records.__doc__
    assert sum(len(table.columns) for table in Record.metadata.tables.values()) > 100
    assert unclassed(Record.metadata) == []


def test_the_rule_bites():
    metadata = MetaData()
    Table("people", metadata, Column("name"), Column("code", info={"privacy": Privacy.OPEN}))
    assert unclassed(metadata) == ["people.name"]
