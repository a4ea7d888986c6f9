"""How far a paper has come, and until when it may be commented on, from when and until when it holds."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TABLES = ("mention", "announcement")
DAYS = ("comment_until", "effective", "expires")


def upgrade() -> None:
    """Apply the change, in place: a batch would drop the table that deliveries refer to."""
    for table in TABLES:
        op.add_column(table, sa.Column("stage", sa.String(), nullable=True))
        for day in DAYS:
            op.add_column(table, sa.Column(day, sa.Date(), nullable=True))


def downgrade() -> None:
    """Take the change back."""
    for table in TABLES:
        for column in (*DAYS[::-1], "stage"):
            op.drop_column(table, column)
