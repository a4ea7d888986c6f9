"""What is served says when it changed: a stamp an initiative, a moment and a digest an announcement; and tokens."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

INDEX = "ix_announcement_initiative_day"
COLUMNS = ["initiative", "timeline_day", "id", "act", "body"]
# What is known of an announcement that was found before: it changed when the last page behind it came home.
CHANGED = """
UPDATE announcement SET changed_at = coalesce(
    (SELECT max(page.fetched_at) FROM document JOIN page ON page.id = document.page_id
     WHERE document.story_id = announcement.story_id AND page.fetched_at > announcement.first_seen_at),
    first_seen_at)
"""


def upgrade() -> None:
    """Apply the change, in place: a batch would drop the table that deliveries refer to."""
    op.create_table(
        "stamp",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.add_column("announcement", sa.Column("digest", sa.String(), nullable=False, server_default=""))
    op.add_column("announcement", sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True))
    op.execute(CHANGED)
    op.create_index("ix_announcement_changed_at", "announcement", ["changed_at"])
    # Who counts or draws all of an initiative reads the index alone.
    op.drop_index(INDEX, "announcement")
    op.create_index(INDEX, "announcement", [*COLUMNS, "withdrawn", "stage", "day"])
    op.create_table(
        "token",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("sha256"),
    )
    op.add_column("alert", sa.Column("token_id", sa.Integer(), nullable=True))
    op.create_index("ix_alert_token_id", "alert", ["token_id"])


def downgrade() -> None:
    """Take the change back."""
    op.drop_index("ix_alert_token_id", "alert")
    op.drop_column("alert", "token_id")
    op.drop_table("token")
    op.drop_index(INDEX, "announcement")
    op.create_index(INDEX, "announcement", COLUMNS)
    op.drop_index("ix_announcement_changed_at", "announcement")
    op.drop_column("announcement", "changed_at")
    op.drop_column("announcement", "digest")
    op.drop_table("stamp")
