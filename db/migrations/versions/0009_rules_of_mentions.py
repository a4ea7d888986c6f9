"""The rule that gave a mention its act."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    op.add_column("mention", sa.Column("rule", sa.String(), nullable=True))


def downgrade() -> None:
    """Take the change back."""
    op.drop_column("mention", "rule")
