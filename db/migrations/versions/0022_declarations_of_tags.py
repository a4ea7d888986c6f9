"""The declarations by which documents were tagged, so that an edit is read only in what it can concern."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    op.create_table(
        "declared",
        sa.Column("tagged_by", sa.String(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("tagged_by"),
    )


def downgrade() -> None:
    """Take the change back."""
    op.drop_table("declared")
