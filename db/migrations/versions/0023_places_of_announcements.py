"""Source and key of the quoted document on the announcement, so that indexes have the order of timelines."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

CITED = ("cited_source", "cited_key")
FILL = """
UPDATE announcement SET cited_source = document.source, cited_key = document.key
FROM document WHERE document.id = announcement.document_id
"""
PLACE = ("timeline_day", *CITED)
BEFORE = {
    "ix_announcement_initiative_day": (
        *("initiative", "timeline_day", "id", "act", "body", "withdrawn", "stage", "day", "document_id"),
    ),
    "ix_announcement_body_day": ("body", "timeline_day", "id", "initiative", "withdrawn", "document_id"),
    "ix_announcement_timeline_day": ("timeline_day", "id", "story_id", "withdrawn"),
    "ix_announcement_figures": ("initiative", "timeline_day", "id"),
    "ix_announcement_targets": ("initiative", "timeline_day", "id"),
    "ix_announcement_target_day": ("timeline_day", "id"),
}
AFTER = {
    "ix_announcement_initiative_day": ("initiative", *PLACE, "id", "act", "body", "withdrawn", "stage", "day"),
    "ix_announcement_body_day": ("body", *PLACE, "initiative", "id", "withdrawn"),
    "ix_announcement_timeline_day": (*PLACE, "initiative", "id", "story_id", "withdrawn"),
    "ix_announcement_figures": ("initiative", *PLACE),
    "ix_announcement_targets": ("initiative", *PLACE),
    "ix_announcement_target_day": (*PLACE, "initiative"),
}
TARGETS = "CAST(figures AS TEXT) LIKE '%\"target\"%'"
WHERE = {
    "ix_announcement_figures": "CAST(figures AS TEXT) <> '[]'",
    "ix_announcement_targets": TARGETS,
    "ix_announcement_target_day": TARGETS,
}


def upgrade() -> None:
    """Apply the change, and fill the columns while there are no indexes to keep up."""
    _drop_indexes()
    for name in CITED:
        op.add_column("announcement", sa.Column(name, sa.String(), nullable=False, server_default=""))
    op.execute(FILL)
    _create_indexes(AFTER)


def downgrade() -> None:
    """Take the change back."""
    _drop_indexes()
    for name in CITED:
        op.drop_column("announcement", name)
    _create_indexes(BEFORE)


def _drop_indexes() -> None:
    for name in BEFORE:
        op.drop_index(name, table_name="announcement")


def _create_indexes(columns: dict[str, tuple[str, ...]]) -> None:
    for name, indexed in columns.items():
        where = sa.text(WHERE[name]) if name in WHERE else None
        op.create_index(name, "announcement", [*indexed], sqlite_where=where, postgresql_where=where)
