"""The first schema: every register of the product, history, audit and search."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

SEARCH = (
    "CREATE VIRTUAL TABLE search_trigram USING fts5(code, title, text, content='search_item', content_rowid='id', tokenize='trigram case_sensitive 0 remove_diacritics 0')",
    "CREATE VIRTUAL TABLE search_word USING fts5(code, title, text, content='search_item', content_rowid='id', tokenize='unicode61 remove_diacritics 0', prefix='1 2')",
    "INSERT INTO search_trigram(search_trigram, rank) VALUES('secure-delete', 1)",
    "INSERT INTO search_word(search_word, rank) VALUES('secure-delete', 1)",
    "CREATE TRIGGER search_item_added AFTER INSERT ON search_item BEGIN INSERT INTO search_trigram(rowid, code, title, text) VALUES (new.id, new.code, new.title, new.text); INSERT INTO search_word(rowid, code, title, text) VALUES (new.id, new.code, new.title, new.text); END",
    "CREATE TRIGGER search_item_removed AFTER DELETE ON search_item BEGIN INSERT INTO search_trigram(search_trigram, rowid, code, title, text) VALUES ('delete', old.id, old.code, old.title, old.text); INSERT INTO search_word(search_word, rowid, code, title, text) VALUES ('delete', old.id, old.code, old.title, old.text); END",
    "CREATE TRIGGER search_item_changed AFTER UPDATE ON search_item BEGIN INSERT INTO search_trigram(search_trigram, rowid, code, title, text) VALUES ('delete', old.id, old.code, old.title, old.text); INSERT INTO search_word(search_word, rowid, code, title, text) VALUES ('delete', old.id, old.code, old.title, old.text); INSERT INTO search_trigram(rowid, code, title, text) VALUES (new.id, new.code, new.title, new.text); INSERT INTO search_word(rowid, code, title, text) VALUES (new.id, new.code, new.title, new.text); END",
)

AUDIT = (
    "CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END",
    "CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END",
)


def upgrade() -> None:
    """Make all tables, indexes and triggers."""
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "buyer",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("org_number", sa.String(), nullable=True),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_on", sa.Date(), nullable=True),
        sa.Column("void_reason", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_buyer")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_buyer_name_key"), "buyer", ["name_key"], unique=False)
    op.create_table(
        "code_sequence",
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("prefix", name=op.f("pk_code_sequence")),
    )
    op.create_table(
        "course",
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_key", sa.String(), nullable=False),
        sa.Column("aims", sa.String(), nullable=True),
        sa.Column("subjects", sa.String(), nullable=True),
        sa.Column("length", sa.String(), nullable=True),
        sa.Column("material", sa.String(), nullable=True),
        sa.Column("gives_supervisor_training", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_on", sa.Date(), nullable=True),
        sa.Column("void_reason", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_course_title_key"), "course", ["title_key"], unique=False)
    op.create_table(
        "document",
        sa.Column("about", sa.String(40), nullable=False),
        sa.Column("about_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_on", sa.Date(), nullable=True),
        sa.Column("void_reason", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_document_about_id"), "document", ["about_id"], unique=False)
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("values", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
    )
    op.create_index(op.f("ix_draft_form_record_id"), "draft", ["form", "record_id"], unique=True)
    op.create_table(
        "goal",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("target", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_goal_year"), "goal", ["year"], unique=False)
    op.create_table(
        "import_mapping",
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("mapping", sa.JSON(), nullable=False),
        sa.Column("used_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_import_mapping")),
    )
    op.create_table(
        "operation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("undone_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["undone_by"], ["operation.id"], name=op.f("fk_operation_undone_by"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operation")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "procurement",
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_key", sa.String(), nullable=False),
        sa.Column("diary_number", sa.String(), nullable=True),
        sa.Column("procurement_officer", sa.String(), nullable=True),
        sa.Column("client_unit", sa.String(), nullable=True),
        sa.Column("law", sa.String(40), nullable=True),
        sa.Column("procedure", sa.String(), nullable=True),
        sa.Column("cpv", sa.String(), nullable=True),
        sa.Column("nature", sa.String(40), nullable=True),
        sa.Column("estimated_value", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("duration_months", sa.Integer(), nullable=True),
        sa.Column("estimated_full_time_jobs", sa.BigInteger(), nullable=True),
        sa.Column("planned_notice_on", sa.Date(), nullable=True),
        sa.Column("phase", sa.String(40), nullable=False),
        sa.Column("political_decision", sa.Boolean(), nullable=True),
        sa.Column("client_interested", sa.Boolean(), nullable=True),
        sa.Column("matching_officer_named", sa.Boolean(), nullable=True),
        sa.Column("regional_network", sa.Boolean(), nullable=True),
        sa.Column("suggested_volume", sa.BigInteger(), nullable=True),
        sa.Column("volume_arithmetic", sa.String(), nullable=True),
        sa.Column("requirement_set", sa.Boolean(), nullable=True),
        sa.Column("decision_reason", sa.String(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("decided_by", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_on", sa.Date(), nullable=True),
        sa.Column("void_reason", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_procurement")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_procurement_title_key"), "procurement", ["title_key"], unique=False)
    op.create_table(
        "reference_item",
        sa.Column("list", sa.String(40), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("placement_kind", sa.String(40), nullable=True),
        sa.Column("max_months", sa.Integer(), nullable=True),
        sa.Column("max_days", sa.Integer(), nullable=True),
        sa.Column("public_host_only", sa.Boolean(), nullable=False),
        sa.Column("opens_early_end", sa.Boolean(), nullable=False),
        sa.Column("has_volume", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reference_item")),
        sa.UniqueConstraint("list", "key", name=op.f("uq_reference_item_list_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_reference_item_list"), "reference_item", ["list"], unique=False)
    op.create_table(
        "saved_filter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("list_name", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("query", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_filter")),
    )
    op.create_index(op.f("ix_saved_filter_list_name"), "saved_filter", ["list_name"], unique=False)
    op.create_table(
        "search_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entity", sa.String(40), nullable=False),
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_item")),
    )
    op.create_index(op.f("ix_search_item_entity_entity_id"), "search_item", ["entity", "entity_id"], unique=True)
    op.create_table(
        "setting",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
        sa.UniqueConstraint("key", name=op.f("uq_setting_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "supplier",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("org_number", sa.String(), nullable=True),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("size_class", sa.String(40), nullable=True),
        sa.Column("branch", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("web", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_on", sa.Date(), nullable=True),
        sa.Column("void_reason", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supplier")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_supplier_name_key"), "supplier", ["name_key"], unique=False)
    op.create_index(op.f("ix_supplier_org_number"), "supplier", ["org_number"], unique=False)
    op.create_table(
        "task",
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("about", sa.String(40), nullable=True),
        sa.Column("about_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_on", sa.Date(), nullable=True),
        sa.Column("void_reason", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_task_due_on"), "task", ["due_on"], unique=False)
    op.create_table(
        "candidate",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("alias", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("personal_number", sa.String(), nullable=True),
        sa.Column("sex", sa.String(40), nullable=False),
        sa.Column("referrer", sa.String(40), nullable=False),
        sa.Column("referring_officer", sa.String(), nullable=True),
        sa.Column("available_from", sa.Date(), nullable=True),
        sa.Column("extent_percent", sa.BigInteger(), nullable=True),
        sa.Column("wished_occupations", sa.JSON(), nullable=False),
        sa.Column("wished_areas", sa.String(), nullable=True),
        sa.Column("target_group_id", sa.Integer(), nullable=True),
        sa.Column("certified_by", sa.String(), nullable=True),
        sa.Column("certified_on", sa.Date(), nullable=True),
        sa.Column("information_version", sa.String(), nullable=True),
        sa.Column("information_on", sa.Date(), nullable=True),
        sa.Column("information_channel", sa.String(), nullable=True),
        sa.Column("secrecy_basis", sa.String(40), nullable=False),
        sa.Column("marking_provision", sa.String(), nullable=True),
        sa.Column("marking_on", sa.Date(), nullable=True),
        sa.Column("marking_authority", sa.String(), nullable=True),
        sa.Column("protected", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_on", sa.Date(), nullable=True),
        sa.Column("void_reason", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["target_group_id"], ["reference_item.id"], name=op.f("fk_candidate_target_group_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidate")),
        sa.UniqueConstraint("code", name=op.f("uq_candidate_code")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_candidate_name_key"), "candidate", ["name_key"], unique=False)
    op.create_index(op.f("ix_candidate_status"), "candidate", ["status"], unique=False)
    op.create_table(
        "contact",
        sa.Column("supplier_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("alias", sa.String(), nullable=True),
        sa.Column("role", sa.String(40), nullable=False),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("protected", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["supplier.id"], name=op.f("fk_contact_supplier_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_contact_name_key"), "contact", ["name_key"], unique=False)
    op.create_index(op.f("ix_contact_supplier_id"), "contact", ["supplier_id"], unique=False)
    op.create_table(
        "contract",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("number_key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_key", sa.String(), nullable=False),
        sa.Column("diary_number", sa.String(), nullable=True),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("nature", sa.String(40), nullable=True),
        sa.Column("cpv", sa.String(), nullable=True),
        sa.Column("procurement_id", sa.Integer(), nullable=True),
        sa.Column("awarded_on", sa.Date(), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("value", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("contract_manager", sa.String(), nullable=True),
        sa.Column("manager_contact", sa.String(), nullable=True),
        sa.Column("extension_text", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("notice_id", sa.String(), nullable=True),
        sa.Column("source_contract_id", sa.String(), nullable=True),
        sa.Column("lot", sa.String(), nullable=True),
        sa.Column("social_objectives", sa.JSON(), nullable=False),
        sa.Column("pilot", sa.Boolean(), nullable=False),
        sa.Column("notes", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_on", sa.Date(), nullable=True),
        sa.Column("void_reason", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["procurement_id"], ["procurement.id"], name=op.f("fk_contract_procurement_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract")),
        sa.UniqueConstraint("code", name=op.f("uq_contract_code")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_contract_diary_number"), "contract", ["diary_number"], unique=False)
    op.create_index(op.f("ix_contract_ends_on"), "contract", ["ends_on"], unique=False)
    op.create_index(op.f("ix_contract_number"), "contract", ["number"], unique=False)
    op.create_index(op.f("ix_contract_number_key"), "contract", ["number_key"], unique=False)
    op.create_index(op.f("ix_contract_procurement_id"), "contract", ["procurement_id"], unique=False)
    op.create_index(op.f("ix_contract_starts_on"), "contract", ["starts_on"], unique=False)
    op.create_index(op.f("ix_contract_title_key"), "contract", ["title_key"], unique=False)
    op.create_table(
        "history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("operation_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["operation_id"], ["operation.id"], name=op.f("fk_history_operation_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_history_operation_id"), "history", ["operation_id"], unique=False)
    op.create_index(op.f("ix_history_table_name_row_id"), "history", ["table_name", "row_id"], unique=False)
    op.create_table(
        "procurement_buyer",
        sa.Column("procurement_id", sa.Integer(), nullable=False),
        sa.Column("buyer_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["buyer_id"], ["buyer.id"], name=op.f("fk_procurement_buyer_buyer_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["procurement_id"],
            ["procurement.id"],
            name=op.f("fk_procurement_buyer_procurement_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_procurement_buyer")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_procurement_buyer_buyer_id"), "procurement_buyer", ["buyer_id"], unique=False)
    op.create_index(op.f("ix_procurement_buyer_procurement_id"), "procurement_buyer", ["procurement_id"], unique=False)
    op.create_table(
        "procurement_question",
        sa.Column("procurement_id", sa.Integer(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["procurement_id"],
            ["procurement.id"],
            name=op.f("fk_procurement_question_procurement_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_procurement_question")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_procurement_question_procurement_id"), "procurement_question", ["procurement_id"], unique=False
    )
    op.create_table(
        "session",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("course_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("venue", sa.String(), nullable=True),
        sa.Column("link", sa.String(), nullable=True),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("least_number", sa.Integer(), nullable=True),
        sa.Column("last_sign_up_on", sa.Date(), nullable=False),
        sa.Column("goes_first_until", sa.Date(), nullable=True),
        sa.Column("contact_officers", sa.String(), nullable=True),
        sa.Column("trainers", sa.String(), nullable=True),
        sa.Column("information_version", sa.String(), nullable=True),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_on", sa.Date(), nullable=True),
        sa.Column("void_reason", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_session_course_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session")),
        sa.UniqueConstraint("code", name=op.f("uq_session_code")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_session_course_id"), "session", ["course_id"], unique=False)
    op.create_index(op.f("ix_session_last_sign_up_on"), "session", ["last_sign_up_on"], unique=False)
    op.create_table(
        "workplace",
        sa.Column("supplier_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["supplier.id"], name=op.f("fk_workplace_supplier_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workplace")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_workplace_name_key"), "workplace", ["name_key"], unique=False)
    op.create_index(op.f("ix_workplace_supplier_id"), "workplace", ["supplier_id"], unique=False)
    op.create_table(
        "candidate_adjustment",
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("adjustment_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["adjustment_id"],
            ["reference_item.id"],
            name=op.f("fk_candidate_adjustment_adjustment_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("fk_candidate_adjustment_candidate_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidate_adjustment")),
        sa.UniqueConstraint(
            "candidate_id", "adjustment_id", name=op.f("uq_candidate_adjustment_candidate_id_adjustment_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_candidate_adjustment_candidate_id"), "candidate_adjustment", ["candidate_id"], unique=False
    )
    op.create_table(
        "candidate_consent",
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("fk_candidate_consent_candidate_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidate_consent")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_candidate_consent_candidate_id"), "candidate_consent", ["candidate_id"], unique=False)
    op.create_table(
        "contract_buyer",
        sa.Column("contract_id", sa.Integer(), nullable=False),
        sa.Column("buyer_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["buyer_id"], ["buyer.id"], name=op.f("fk_contract_buyer_buyer_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_contract_buyer_contract_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract_buyer")),
        sa.UniqueConstraint("contract_id", "buyer_id", name=op.f("uq_contract_buyer_contract_id_buyer_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_contract_buyer_buyer_id"), "contract_buyer", ["buyer_id"], unique=False)
    op.create_index(op.f("ix_contract_buyer_contract_id"), "contract_buyer", ["contract_id"], unique=False)
    op.create_table(
        "contract_note",
        sa.Column("contract_id", sa.Integer(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("with_whom", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_contract_note_contract_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract_note")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_contract_note_contract_id"), "contract_note", ["contract_id"], unique=False)
    op.create_table(
        "contract_option",
        sa.Column("contract_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("length_months", sa.Integer(), nullable=False),
        sa.Column("notice_by", sa.Date(), nullable=True),
        sa.Column("used_on", sa.Date(), nullable=True),
        sa.Column("added_volume", sa.BigInteger(), nullable=True),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_contract_option_contract_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract_option")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_contract_option_contract_id"), "contract_option", ["contract_id"], unique=False)
    op.create_table(
        "contract_supplier",
        sa.Column("contract_id", sa.Integer(), nullable=False),
        sa.Column("supplier_id", sa.Integer(), nullable=False),
        sa.Column("party", sa.String(40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_contract_supplier_contract_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["supplier.id"], name=op.f("fk_contract_supplier_supplier_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract_supplier")),
        sa.UniqueConstraint("contract_id", "supplier_id", name=op.f("uq_contract_supplier_contract_id_supplier_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_contract_supplier_contract_id"), "contract_supplier", ["contract_id"], unique=False)
    op.create_index(op.f("ix_contract_supplier_supplier_id"), "contract_supplier", ["supplier_id"], unique=False)
    op.create_table(
        "requirement",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("contract_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("type_id", sa.Integer(), nullable=False),
        sa.Column("clause_text", sa.String(), nullable=True),
        sa.Column("original_text", sa.String(), nullable=True),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("unit", sa.String(40), nullable=True),
        sa.Column("volume", sa.BigInteger(), nullable=True),
        sa.Column("places", sa.Integer(), nullable=True),
        sa.Column("minimum_months", sa.Integer(), nullable=True),
        sa.Column("minimum_time", sa.String(40), nullable=False),
        sa.Column("place_may_be_shared", sa.Boolean(), nullable=False),
        sa.Column("drop_under_minimum", sa.Boolean(), nullable=False),
        sa.Column("unit_employment_months", sa.BigInteger(), nullable=True),
        sa.Column("unit_internship_months", sa.BigInteger(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("first_meeting_by", sa.Date(), nullable=True),
        sa.Column("first_meeting_held_on", sa.Date(), nullable=True),
        sa.Column("first_start_by", sa.Date(), nullable=True),
        sa.Column("first_offer_on", sa.Date(), nullable=True),
        sa.Column("early_end_percent", sa.BigInteger(), nullable=False),
        sa.Column("existing_people_excluded", sa.Boolean(), nullable=False),
        sa.Column("report_interval", sa.String(40), nullable=False),
        sa.Column("sanction_text", sa.String(), nullable=True),
        sa.Column("sanction_amount", sa.BigInteger(), nullable=True),
        sa.Column("bonus_per_unit", sa.BigInteger(), nullable=True),
        sa.Column("bonus_ceiling", sa.BigInteger(), nullable=True),
        sa.Column("assessment", sa.String(40), nullable=True),
        sa.Column("assessment_reason", sa.String(), nullable=True),
        sa.Column("assessed_on", sa.Date(), nullable=True),
        sa.Column("assessed_by", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_on", sa.Date(), nullable=True),
        sa.Column("void_reason", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_requirement_contract_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["type_id"], ["reference_item.id"], name=op.f("fk_requirement_type_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_requirement")),
        sa.UniqueConstraint("code", name=op.f("uq_requirement_code")),
        sa.UniqueConstraint("contract_id", "number", name=op.f("uq_requirement_contract_id_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_requirement_contract_id"), "requirement", ["contract_id"], unique=False)
    op.create_index(op.f("ix_requirement_type_id"), "requirement", ["type_id"], unique=False)
    op.create_table(
        "session_day",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.Time(), nullable=False),
        sa.Column("ends_at", sa.Time(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_session_day_session_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_day")),
        sa.UniqueConstraint("session_id", "held_on", name=op.f("uq_session_day_session_id_held_on")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_session_day_held_on"), "session_day", ["held_on"], unique=False)
    op.create_index(op.f("ix_session_day_session_id"), "session_day", ["session_id"], unique=False)
    op.create_table(
        "sign_up",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("alias", sa.String(), nullable=True),
        sa.Column("alias_key", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("supplier_id", sa.Integer(), nullable=True),
        sa.Column("contract_id", sa.Integer(), nullable=True),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("own_staff", sa.Boolean(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("channel", sa.String(40), nullable=False),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("offered_until", sa.Date(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("passed_on", sa.Boolean(), nullable=False),
        sa.Column("needs", sa.String(), nullable=True),
        sa.Column("protected", sa.Boolean(), nullable=False),
        sa.Column("information_version", sa.String(), nullable=True),
        sa.Column("certificate_number", sa.String(), nullable=True),
        sa.Column("certificate_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_sign_up_contact_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_sign_up_contract_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_sign_up_session_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["supplier.id"], name=op.f("fk_sign_up_supplier_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_up")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_sign_up_contact_id"), "sign_up", ["contact_id"], unique=False)
    op.create_index(op.f("ix_sign_up_contract_id"), "sign_up", ["contract_id"], unique=False)
    op.create_index(op.f("ix_sign_up_name_key"), "sign_up", ["name_key"], unique=False)
    op.create_index(op.f("ix_sign_up_session_id"), "sign_up", ["session_id"], unique=False)
    op.create_index(op.f("ix_sign_up_status"), "sign_up", ["status"], unique=False)
    op.create_index(op.f("ix_sign_up_supplier_id"), "sign_up", ["supplier_id"], unique=False)
    op.create_table(
        "attendance",
        sa.Column("sign_up_id", sa.Integer(), nullable=False),
        sa.Column("session_day_id", sa.Integer(), nullable=False),
        sa.Column("present", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_day_id"], ["session_day.id"], name=op.f("fk_attendance_session_day_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["sign_up_id"], ["sign_up.id"], name=op.f("fk_attendance_sign_up_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint("sign_up_id", "session_day_id", name=op.f("uq_attendance_sign_up_id_session_day_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_attendance_session_day_id"), "attendance", ["session_day_id"], unique=False)
    op.create_index(op.f("ix_attendance_sign_up_id"), "attendance", ["sign_up_id"], unique=False)
    op.create_table(
        "opening",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("requirement_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_key", sa.String(), nullable=False),
        sa.Column("occupation", sa.String(), nullable=True),
        sa.Column("occupation_concept_id", sa.String(), nullable=True),
        sa.Column("supplier_id", sa.Integer(), nullable=False),
        sa.Column("workplace_id", sa.Integer(), nullable=True),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("extent_percent", sa.BigInteger(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("tasks", sa.String(), nullable=True),
        sa.Column("language_level", sa.String(), nullable=True),
        sa.Column("driving_licence", sa.String(), nullable=True),
        sa.Column("physical_demands", sa.String(), nullable=True),
        sa.Column("working_hours", sa.String(), nullable=True),
        sa.Column("possible_adaptation", sa.String(), nullable=True),
        sa.Column("supervisor_id", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("offered_on", sa.Date(), nullable=True),
        sa.Column("requested_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_on", sa.Date(), nullable=True),
        sa.Column("void_reason", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["requirement_id"], ["requirement.id"], name=op.f("fk_opening_requirement_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["supervisor_id"], ["contact.id"], name=op.f("fk_opening_supervisor_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["supplier.id"], name=op.f("fk_opening_supplier_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["workplace_id"], ["workplace.id"], name=op.f("fk_opening_workplace_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opening")),
        sa.UniqueConstraint("code", name=op.f("uq_opening_code")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_opening_requirement_id"), "opening", ["requirement_id"], unique=False)
    op.create_index(op.f("ix_opening_starts_on"), "opening", ["starts_on"], unique=False)
    op.create_index(op.f("ix_opening_status"), "opening", ["status"], unique=False)
    op.create_index(op.f("ix_opening_supervisor_id"), "opening", ["supervisor_id"], unique=False)
    op.create_index(op.f("ix_opening_supplier_id"), "opening", ["supplier_id"], unique=False)
    op.create_index(op.f("ix_opening_title_key"), "opening", ["title_key"], unique=False)
    op.create_index(op.f("ix_opening_workplace_id"), "opening", ["workplace_id"], unique=False)
    op.create_table(
        "requirement_target_group",
        sa.Column("requirement_id", sa.Integer(), nullable=False),
        sa.Column("target_group_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["requirement_id"],
            ["requirement.id"],
            name=op.f("fk_requirement_target_group_requirement_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["target_group_id"],
            ["reference_item.id"],
            name=op.f("fk_requirement_target_group_target_group_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_requirement_target_group")),
        sa.UniqueConstraint(
            "requirement_id", "target_group_id", name=op.f("uq_requirement_target_group_requirement_id_target_group_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_requirement_target_group_requirement_id"), "requirement_target_group", ["requirement_id"], unique=False
    )
    op.create_index(
        op.f("ix_requirement_target_group_target_group_id"),
        "requirement_target_group",
        ["target_group_id"],
        unique=False,
    )
    op.create_table(
        "supplier_report",
        sa.Column("requirement_id", sa.Integer(), nullable=False),
        sa.Column("period_from", sa.Date(), nullable=False),
        sa.Column("period_to", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("nothing_to_report", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["requirement_id"], ["requirement.id"], name=op.f("fk_supplier_report_requirement_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supplier_report")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_supplier_report_requirement_id"), "supplier_report", ["requirement_id"], unique=False)
    op.create_table(
        "match",
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("opening_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(40), nullable=False),
        sa.Column("suggested_on", sa.Date(), nullable=False),
        sa.Column("contacted_on", sa.Date(), nullable=True),
        sa.Column("presented_on", sa.Date(), nullable=True),
        sa.Column("interview_on", sa.Date(), nullable=True),
        sa.Column("offered_on", sa.Date(), nullable=True),
        sa.Column("offer_until", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("declined_by", sa.String(40), nullable=True),
        sa.Column("decline_reason", sa.String(), nullable=True),
        sa.Column("told_employer", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("fk_match_candidate_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["opening_id"], ["opening.id"], name=op.f("fk_match_opening_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_match")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_match_candidate_id"), "match", ["candidate_id"], unique=False)
    op.create_index(op.f("ix_match_opening_id"), "match", ["opening_id"], unique=False)
    op.create_index(op.f("ix_match_step"), "match", ["step"], unique=False)
    op.create_table(
        "opening_answer",
        sa.Column("opening_id", sa.Integer(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=False),
        sa.Column("answered_by", sa.String(), nullable=True),
        sa.Column("candidate_found", sa.Boolean(), nullable=False),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["opening_id"], ["opening.id"], name=op.f("fk_opening_answer_opening_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opening_answer")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_opening_answer_opening_id"), "opening_answer", ["opening_id"], unique=False)
    op.create_table(
        "placement",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("candidate_id", sa.Integer(), nullable=True),
        sa.Column("match_id", sa.Integer(), nullable=True),
        sa.Column("heads", sa.Integer(), nullable=False),
        sa.Column("target_group_statement", sa.String(), nullable=True),
        sa.Column("in_target_group", sa.Boolean(), nullable=False),
        sa.Column("contract_id", sa.Integer(), nullable=False),
        sa.Column("requirement_id", sa.Integer(), nullable=True),
        sa.Column("opening_id", sa.Integer(), nullable=True),
        sa.Column("host_supplier_id", sa.Integer(), nullable=False),
        sa.Column("workplace_id", sa.Integer(), nullable=True),
        sa.Column("employer", sa.String(), nullable=True),
        sa.Column("form_id", sa.Integer(), nullable=False),
        sa.Column("decision_reference", sa.String(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("planned_end_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("interrupted", sa.Boolean(), nullable=False),
        sa.Column("existed_at_contract_start", sa.Boolean(), nullable=False),
        sa.Column("supervisor_id", sa.Integer(), nullable=True),
        sa.Column("af_officer", sa.String(), nullable=True),
        sa.Column("union_consulted_on", sa.Date(), nullable=True),
        sa.Column("start_checklist", sa.JSON(), nullable=False),
        sa.Column("end_reason_id", sa.Integer(), nullable=True),
        sa.Column("outcome_end_id", sa.Integer(), nullable=True),
        sa.Column("outcome_90_days_id", sa.Integer(), nullable=True),
        sa.Column("outcome_6_months_id", sa.Integer(), nullable=True),
        sa.Column("outcome_12_months_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_on", sa.Date(), nullable=True),
        sa.Column("void_reason", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("fk_placement_candidate_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_placement_contract_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["end_reason_id"], ["reference_item.id"], name=op.f("fk_placement_end_reason_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["form_id"], ["reference_item.id"], name=op.f("fk_placement_form_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["host_supplier_id"], ["supplier.id"], name=op.f("fk_placement_host_supplier_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["match_id"], ["match.id"], name=op.f("fk_placement_match_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["opening_id"], ["opening.id"], name=op.f("fk_placement_opening_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["outcome_12_months_id"],
            ["reference_item.id"],
            name=op.f("fk_placement_outcome_12_months_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["outcome_6_months_id"],
            ["reference_item.id"],
            name=op.f("fk_placement_outcome_6_months_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["outcome_90_days_id"],
            ["reference_item.id"],
            name=op.f("fk_placement_outcome_90_days_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["outcome_end_id"], ["reference_item.id"], name=op.f("fk_placement_outcome_end_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["requirement_id"], ["requirement.id"], name=op.f("fk_placement_requirement_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["supervisor_id"], ["contact.id"], name=op.f("fk_placement_supervisor_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["workplace_id"], ["workplace.id"], name=op.f("fk_placement_workplace_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement")),
        sa.UniqueConstraint("code", name=op.f("uq_placement_code")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_placement_candidate_id"), "placement", ["candidate_id"], unique=False)
    op.create_index(op.f("ix_placement_contract_id"), "placement", ["contract_id"], unique=False)
    op.create_index(op.f("ix_placement_ended_on"), "placement", ["ended_on"], unique=False)
    op.create_index(op.f("ix_placement_form_id"), "placement", ["form_id"], unique=False)
    op.create_index(op.f("ix_placement_host_supplier_id"), "placement", ["host_supplier_id"], unique=False)
    op.create_index(op.f("ix_placement_match_id"), "placement", ["match_id"], unique=False)
    op.create_index(op.f("ix_placement_opening_id"), "placement", ["opening_id"], unique=False)
    op.create_index(op.f("ix_placement_planned_end_on"), "placement", ["planned_end_on"], unique=False)
    op.create_index(op.f("ix_placement_requirement_id"), "placement", ["requirement_id"], unique=False)
    op.create_index(op.f("ix_placement_starts_on"), "placement", ["starts_on"], unique=False)
    op.create_index(op.f("ix_placement_supervisor_id"), "placement", ["supervisor_id"], unique=False)
    op.create_index(op.f("ix_placement_workplace_id"), "placement", ["workplace_id"], unique=False)
    op.create_table(
        "follow_up",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("placement_id", sa.Integer(), nullable=True),
        sa.Column("contract_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("covers", sa.JSON(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("means", sa.String(40), nullable=True),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("moved_by_hand", sa.Boolean(), nullable=False),
        sa.Column("skip_reason", sa.String(), nullable=True),
        sa.Column("third_respondent", sa.String(40), nullable=False),
        sa.Column("third_name", sa.String(), nullable=True),
        sa.Column("summary", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_on", sa.Date(), nullable=True),
        sa.Column("void_reason", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_follow_up_contract_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["placement_id"], ["placement.id"], name=op.f("fk_follow_up_placement_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up")),
        sa.UniqueConstraint("code", name=op.f("uq_follow_up_code")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_follow_up_contract_id"), "follow_up", ["contract_id"], unique=False)
    op.create_index(op.f("ix_follow_up_held_on"), "follow_up", ["held_on"], unique=False)
    op.create_index(
        op.f("ix_follow_up_placement_id_status_due_on"), "follow_up", ["placement_id", "status", "due_on"], unique=False
    )
    op.create_index(op.f("ix_follow_up_status"), "follow_up", ["status"], unique=False)
    op.create_index(op.f("ix_follow_up_voided_on_due_on"), "follow_up", ["voided_on", "due_on"], unique=False)
    op.create_table(
        "pause",
        sa.Column("placement_id", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["placement_id"], ["placement.id"], name=op.f("fk_pause_placement_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pause")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_pause_placement_id"), "pause", ["placement_id"], unique=False)
    op.create_table(
        "working_time",
        sa.Column("placement_id", sa.Integer(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("percent", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["placement_id"], ["placement.id"], name=op.f("fk_working_time_placement_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_working_time")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_working_time_placement_id"), "working_time", ["placement_id"], unique=False)
    op.create_table(
        "agreed_step",
        sa.Column("follow_up_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["follow_up_id"], ["follow_up.id"], name=op.f("fk_agreed_step_follow_up_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreed_step")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_agreed_step_due_on"), "agreed_step", ["due_on"], unique=False)
    op.create_index(op.f("ix_agreed_step_follow_up_id"), "agreed_step", ["follow_up_id"], unique=False)
    op.create_table(
        "deviation",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("placement_id", sa.Integer(), nullable=True),
        sa.Column("follow_up_id", sa.Integer(), nullable=True),
        sa.Column("contract_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("severity", sa.String(40), nullable=False),
        sa.Column("reported_by", sa.String(), nullable=True),
        sa.Column("reported_on", sa.Date(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("result", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_on", sa.Date(), nullable=True),
        sa.Column("void_reason", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_deviation_contract_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["follow_up_id"], ["follow_up.id"], name=op.f("fk_deviation_follow_up_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["placement_id"], ["placement.id"], name=op.f("fk_deviation_placement_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deviation")),
        sa.UniqueConstraint("code", name=op.f("uq_deviation_code")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_deviation_contract_id"), "deviation", ["contract_id"], unique=False)
    op.create_index(op.f("ix_deviation_follow_up_id"), "deviation", ["follow_up_id"], unique=False)
    op.create_index(op.f("ix_deviation_placement_id"), "deviation", ["placement_id"], unique=False)
    op.create_table(
        "follow_up_answer",
        sa.Column("follow_up_id", sa.Integer(), nullable=False),
        sa.Column("respondent", sa.String(40), nullable=False),
        sa.Column("question", sa.String(40), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("comment", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["follow_up_id"], ["follow_up.id"], name=op.f("fk_follow_up_answer_follow_up_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up_answer")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_follow_up_answer_follow_up_id"), "follow_up_answer", ["follow_up_id"], unique=False)
    op.create_table(
        "deviation_step",
        sa.Column("deviation_id", sa.Integer(), nullable=False),
        sa.Column("ladder", sa.String(40), nullable=True),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["deviation_id"], ["deviation.id"], name=op.f("fk_deviation_step_deviation_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deviation_step")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_deviation_step_deviation_id"), "deviation_step", ["deviation_id"], unique=False)
    op.create_index(op.f("ix_deviation_step_due_on"), "deviation_step", ["due_on"], unique=False)

    for statement in (*SEARCH, *AUDIT):
        op.execute(statement)
