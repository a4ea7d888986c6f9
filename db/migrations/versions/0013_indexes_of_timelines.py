"""Indexes that give the newest announcements of an initiative or a body without sorting; those that nothing uses go."""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

NEW = (
    ("ix_announcement_initiative_day", "announcement", ["initiative", "timeline_day", "id", "act", "body"]),
    ("ix_announcement_body_day", "announcement", ["body", "timeline_day", "id"]),
    ("ix_document_number", "document", ["number"]),
)
# Those by story and by document are the beginnings of unique keys.
OLD = (
    ("ix_announcement_initiative", "announcement", ["initiative"]),
    ("ix_announcement_story_id", "announcement", ["story_id"]),
    ("ix_announcement_day", "announcement", ["day"]),
    ("ix_mention_initiative", "mention", ["initiative"]),
    ("ix_mention_document_id", "mention", ["document_id"]),
)


def upgrade() -> None:
    """Apply the change."""
    _replace(OLD, NEW)


def downgrade() -> None:
    """Take the change back."""
    _replace(NEW, OLD)


def _replace(old: tuple[tuple[str, str, list[str]], ...], new: tuple[tuple[str, str, list[str]], ...]) -> None:
    for name, table, _ in old:
        op.drop_index(name, table)
    for name, table, columns in new:
        op.create_index(name, table, columns)
