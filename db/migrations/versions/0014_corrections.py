"""Corrections, and what they changed of an announcement."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change; the column in place, since a batch would drop the table that deliveries refer to."""
    op.create_table(
        "correction",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("initiative", sa.String(), nullable=True),
        sa.Column("other_source", sa.String(), nullable=True),
        sa.Column("other_key", sa.String(), nullable=True),
        sa.Column("says", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_by", sa.String(), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
    )
    op.add_column("announcement", sa.Column("corrected", sa.JSON(), nullable=True))


def downgrade() -> None:
    """Take the change back."""
    op.drop_column("announcement", "corrected")
    op.drop_table("correction")
