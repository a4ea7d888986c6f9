"""Counts of announcements by day and by month, kept by those who write announcements."""

import logging

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0016"
branch_labels = None
depends_on = None

log = logging.getLogger(__name__)
MANY = 200_000
DAYS = """
INSERT INTO daycount (initiative, day, act, stage, announcements, stated, newest)
SELECT initiative, timeline_day, act, stage, count(*), count(day), max(id)
FROM announcement WHERE NOT withdrawn AND initiative = :initiative
GROUP BY initiative, timeline_day, act, stage
"""
BODIES = """
INSERT INTO bodycount (initiative, month, body, announcements, last)
SELECT initiative, {month}, body, count(*), max(timeline_day)
FROM announcement WHERE NOT withdrawn AND body IS NOT NULL AND initiative = :initiative
GROUP BY initiative, {month}, body
"""
MONTHS = {
    "sqlite": "date(timeline_day, 'start of month')",
    "postgresql": "CAST(date_trunc('month', timeline_day) AS date)",
}


def upgrade() -> None:
    """Apply the change, and count what is there."""
    op.create_table(
        "daycount",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("initiative", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=True),
        sa.Column("announcements", sa.Integer(), nullable=False),
        sa.Column("stated", sa.Integer(), nullable=False),
        sa.Column("newest", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "bodycount",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("initiative", sa.String(), nullable=False),
        sa.Column("month", sa.Date(), nullable=True),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("announcements", sa.Integer(), nullable=False),
        sa.Column("last", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    _count(op.get_bind())
    op.create_index("ix_daycount_initiative_day", "daycount", ["initiative", "day"])
    op.create_index("ix_bodycount_initiative_month", "bodycount", ["initiative", "month", "body"])


def downgrade() -> None:
    """Take the change back."""
    op.drop_table("bodycount")
    op.drop_table("daycount")


def _count(connection: sa.Connection) -> None:
    """Count one initiative after the other, and report on long work."""
    of, done = int(connection.execute(sa.text("SELECT count(*) FROM announcement")).scalar_one()), 0
    bodies = sa.text(BODIES.format(month=MONTHS[connection.dialect.name]))
    every = sa.text("SELECT initiative, count(*) FROM announcement GROUP BY initiative ORDER BY initiative")
    for initiative, count in connection.execute(every).all():
        for statement in (sa.text(DAYS), bodies):
            connection.execute(statement, {"initiative": initiative})
        tenths, done = 10 * done // of, done + count
        if of >= MANY and 10 * done // of > tenths:
            log.warning("counting announcements by day and month, once: %d of %d", done, of)
