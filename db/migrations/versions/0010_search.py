"""The full-text index, and which documents it holds; `tracker read` and `tracker search` fill it."""

import sqlite3

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

# Older ones cannot delete from an index without texts; what is searched there is the texts themselves.
LEAST_SQLITE = (3, 43)


def upgrade() -> None:
    """Apply the change, in place: a batch would drop the table that mentions and announcements refer to."""
    op.add_column("document", sa.Column("indexed_by", sa.String(), nullable=False, server_default=""))
    op.create_index("ix_document_indexed_by", "document", ["indexed_by"])
    dialect = op.get_bind().dialect
    if dialect.name == "postgresql":
        _on_postgresql()
    elif sqlite3.sqlite_version_info >= LEAST_SQLITE:
        _on_sqlite()


def downgrade() -> None:
    """Take the change back."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER IF EXISTS search_forgets")
    op.execute("DROP TABLE IF EXISTS search")
    op.drop_index("ix_document_indexed_by", "document")
    op.drop_column("document", "indexed_by")


def _on_postgresql() -> None:
    op.create_table(
        "search",
        sa.Column("document_id", sa.Integer(), sa.ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("tokens", postgresql.ARRAY(sa.String()), nullable=False),
    )
    op.create_index("ix_search_tokens", "search", ["tokens"], postgresql_using="gin")


def _on_sqlite() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5"
        "(title, text, content='', contentless_delete=1, tokenize=\"ascii tokenchars '+.,'\")"
    )
    op.execute(
        "CREATE TRIGGER search_forgets AFTER DELETE ON document BEGIN DELETE FROM search WHERE rowid = old.id; END"
    )
