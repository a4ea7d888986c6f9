"""Indexes of the announcements that state figures, targets, or days of a paper, and of what sources are counted by."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

DAYS = "comment_until IS NOT NULL OR effective IS NOT NULL OR expires IS NOT NULL"
FIGURES = "CAST(figures AS TEXT) <> '[]'"
TARGETS = "CAST(figures AS TEXT) LIKE '%\"target\"%'"
INDEXES = {
    "ix_announcement_days": (DAYS, ["initiative"]),
    "ix_announcement_figures": (FIGURES, ["initiative", "timeline_day", "id"]),
    "ix_announcement_targets": (TARGETS, ["initiative", "timeline_day", "id"]),
    "ix_announcement_target_day": (TARGETS, ["timeline_day", "id"]),
}


def upgrade() -> None:
    """Apply the change."""
    for name, (states, columns) in INDEXES.items():
        where = sa.text(states)
        op.create_index(name, "announcement", columns, sqlite_where=where, postgresql_where=where)
    op.drop_index("ix_document_source", table_name="document")
    op.create_index("ix_document_source", "document", ["source", "published", "problem"])


def downgrade() -> None:
    """Take the change back."""
    for name in INDEXES:
        op.drop_index(name, table_name="announcement")
    op.drop_index("ix_document_source", table_name="document")
    op.create_index("ix_document_source", "document", ["source"])
