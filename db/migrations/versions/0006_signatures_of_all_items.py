"""A document keeps the signatures of all its items; `tracker read` computes them again."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change: signatures of single items and their traces are dropped."""
    _replace("signature", "signatures")


def downgrade() -> None:
    """Take the change back."""
    _replace("signatures", "signature")


def _replace(old: str, new: str) -> None:
    op.execute("DELETE FROM storytrace")
    # In place: a batch would drop the table on SQLite, and mentions and announcements refer to its rows.
    op.drop_column("document", old)
    op.add_column("document", sa.Column(new, sa.LargeBinary(), nullable=True))
