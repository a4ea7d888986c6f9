"""Counts of announcements by month, act and stage; and indexes from which the newest are chosen without their rows."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0019"
branch_labels = None
depends_on = None

MONTHS = """
INSERT INTO monthcount (initiative, month, act, stage, announcements, first, last)
SELECT initiative, {month}, act, stage, sum(announcements), min(day), max(day)
FROM daycount GROUP BY initiative, {month}, act, stage
"""
MONTH = {"sqlite": "date(day, 'start of month')", "postgresql": "CAST(date_trunc('month', day) AS date)"}
INDEXES = {
    "ix_announcement_initiative_day": (
        ["initiative", "timeline_day", "id", "act", "body", "withdrawn", "stage", "day"],
        ["document_id"],
    ),
    "ix_announcement_body_day": (["body", "timeline_day", "id"], ["initiative", "withdrawn", "document_id"]),
    "ix_announcement_timeline_day": (["timeline_day"], ["id", "story_id", "withdrawn"]),
}
"""The columns of each index, and those that it gets."""


def upgrade() -> None:
    """Apply the change, and count what is there."""
    op.create_table(
        "monthcount",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("initiative", sa.String(), nullable=False),
        sa.Column("month", sa.Date(), nullable=True),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=True),
        sa.Column("announcements", sa.Integer(), nullable=False),
        sa.Column("first", sa.Date(), nullable=True),
        sa.Column("last", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.execute(MONTHS.format(month=MONTH[op.get_bind().dialect.name]))
    op.create_index("ix_monthcount_initiative_month", "monthcount", ["initiative", "month", "announcements"])
    for name, (columns, more) in INDEXES.items():
        op.drop_index(name, table_name="announcement")
        op.create_index(name, "announcement", [*columns, *more])


def downgrade() -> None:
    """Take the change back."""
    for name, (columns, _) in INDEXES.items():
        op.drop_index(name, table_name="announcement")
        op.create_index(name, "announcement", columns)
    op.drop_table("monthcount")
