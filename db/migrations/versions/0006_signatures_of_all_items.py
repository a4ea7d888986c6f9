"""A document keeps the signatures of all its items; `tracker read` makes them anew."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change: what was kept of one item is forgotten, and so are its traces."""
    _replace("signature", "signatures")


def downgrade() -> None:
    """Take the change back."""
    _replace("signatures", "signature")


def _replace(old: str, new: str) -> None:
    op.execute("DELETE FROM storytrace")
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.drop_column(old)
        batch_op.add_column(sa.Column(new, sa.LargeBinary(), nullable=True))
