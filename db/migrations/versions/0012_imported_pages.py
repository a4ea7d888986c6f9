"""Imported pages say for themselves that they are not news."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change: until now a page without a crawl was taken for imported, whatever it said."""
    page = sa.table("page", sa.column("crawl_id", sa.Integer()), sa.column("backfilled", sa.Boolean()))
    op.execute(page.update().where(page.c.crawl_id.is_(None)).values(backfilled=True))


def downgrade() -> None:
    """Nothing to take back: the pages were imported."""
