"""Stories depend on the set of documents: links are kept, and merged stories point at the one that remains.

The next `tracker read` computes the fingerprints of existing documents, with their blocking keys and links.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    op.create_table(
        "blockingkey",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"]),
        sa.PrimaryKeyConstraint("document_id", "item", "key"),
    )
    op.create_index("ix_blockingkey_key", "blockingkey", ["key", "document_id", "item"])
    op.create_table(
        "storylink",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("other_item", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"]),
        sa.ForeignKeyConstraint(["other_id"], ["document.id"]),
        sa.PrimaryKeyConstraint("document_id", "item", "other_id", "other_item"),
    )
    op.drop_table("storytrace")
    op.execute("ALTER TABLE document RENAME COLUMN signatures TO fingerprints")
    op.add_column("document", sa.Column("items", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("document", sa.Column("grouped_by", sa.String(), nullable=False, server_default="none"))
    op.add_column("document", sa.Column("cause", sa.String(), nullable=False, server_default="rule"))
    op.create_index("ix_document_grouped_by", "document", ["grouped_by"])
    op.add_column("story", sa.Column("merged_into", sa.Integer(), nullable=True))
    op.add_column("announcement", sa.Column("merged_into", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Take the change back; `tracker read` of that version computes the traces again."""
    op.drop_column("announcement", "merged_into")
    op.drop_column("story", "merged_into")
    op.drop_index("ix_document_grouped_by", "document")
    for name in ("cause", "grouped_by", "items"):
        op.drop_column("document", name)
    op.execute("ALTER TABLE document RENAME COLUMN fingerprints TO signatures")
    op.create_table(
        "storytrace",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("trace", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"]),
        sa.PrimaryKeyConstraint("document_id", "trace"),
    )
    op.create_index("ix_storytrace_trace", "storytrace", ["trace"])
    op.drop_table("storylink")
    op.drop_table("blockingkey")
