"""What bringing in notices, reference lists and the coordinator's own sheets needs, and records that turned out to be the same."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

MERGED = ("supplier", "contact", "candidate")


def upgrade() -> None:
    """Add columns and tables; nothing that is there is touched, so no table is copied."""
    for table in MERGED:
        # ALTER TABLE writes the reference in place: Alembic's own way would copy the whole table.
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN merged_into_id INTEGER "
            f"CONSTRAINT fk_{table}_merged_into_id REFERENCES {table} (id)"
        )
        op.create_index(op.f(f"ix_{table}_merged_into_id"), table, ["merged_into_id"], unique=False)
    op.add_column("buyer", sa.Column("country", sa.String(), server_default="SE", nullable=False))
    op.add_column("contract", sa.Column("procedure_id", sa.String(), nullable=True))
    op.create_index(op.f("ix_contract_procedure_id"), "contract", ["procedure_id"], unique=False)
    op.add_column("contract", sa.Column("intended", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("contract", sa.Column("reserved_execution", sa.Boolean(), nullable=True))
    op.add_column("contract", sa.Column("withheld", sa.JSON(), server_default="[]", nullable=False))
    # Wide enough that a search among the follow-ups need not read them one by one.
    op.drop_index(op.f("ix_follow_up_placement_id_status_due_on"), table_name="follow_up")
    op.create_index(
        op.f("ix_follow_up_placement_id_status_due_on_voided_on"),
        "follow_up",
        ["placement_id", "status", "due_on", "voided_on"],
        unique=False,
    )
    op.create_table(
        "code_list_item",
        sa.Column("list", sa.String(40), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("label_en", sa.String(), nullable=False),
        sa.Column("groups", sa.String(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_code_list_item")),
        sa.UniqueConstraint("list", "code", name=op.f("uq_code_list_item_list_code")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_code_list_item_list"), "code_list_item", ["list"], unique=False)
    op.create_table(
        "import_reference",
        sa.Column("asked", sa.String(40), nullable=False),
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("used_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("asked", "word", name=op.f("pk_import_reference")),
    )
    op.create_table(
        "distinct_pair",
        sa.Column("about", sa.String(40), nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_distinct_pair")),
        sa.UniqueConstraint("about", "first_id", "second_id", name=op.f("uq_distinct_pair_about_first_id_second_id")),
        sqlite_autoincrement=True,
    )
