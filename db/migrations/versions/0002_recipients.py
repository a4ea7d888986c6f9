"""Recipients, and the mails that come back from them."""

import secrets
from datetime import UTC, datetime
from email.utils import parseaddr

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    op.create_table(
        "recipient",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("bounce_token", sa.String(), nullable=False),
        sa.Column("confirm_token", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirmed_by", sa.String(), nullable=False),
        sa.Column("given_up_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("suspended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("suspended_why", sa.String(), nullable=False),
        sa.Column("soft_bounces", sa.Integer(), nullable=False),
        sa.Column("bounced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("waits_until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("bounce_token"),
        sa.UniqueConstraint("channel", "address"),
        sa.UniqueConstraint("confirm_token"),
    )
    with op.batch_alter_table("recipient", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_recipient_asked_at"), ["asked_at"], unique=False)

    op.create_table(
        "inboundmail",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("folder", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("recipient_id", sa.Integer(), nullable=True),
        sa.Column("alert_id", sa.Integer(), nullable=True),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["alert_id"],
            ["alert.id"],
        ),
        sa.ForeignKeyConstraint(
            ["recipient_id"],
            ["recipient.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("folder", "mark"),
    )
    with op.batch_alter_table("inboundmail", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_inboundmail_read_at"), ["read_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_inboundmail_recipient_id"), ["recipient_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_inboundmail_sha256"), ["sha256"], unique=False)

    # Columns are added in place: SQLite would delete and rebuild the tables, and other tables refer to their rows.
    for table in ("alert", "delivery", "incident"):
        recipient_id = sa.Column("recipient_id", sa.Integer(), sa.ForeignKey("recipient.id"), nullable=True)
        op.add_column(table, recipient_id, inline_references=True)
    op.add_column("alert", sa.Column("removed_why", sa.String(), nullable=False, server_default=""))
    op.add_column("alert", sa.Column("token", sa.String(), nullable=False, server_default=""))
    op.add_column("delivery", sa.Column("returned", sa.String(), nullable=True))
    _enrol()
    op.create_index("ix_alert_recipient_id", "alert", ["recipient_id"])
    op.create_index("ix_alert_token", "alert", ["token"], unique=True)
    op.create_index("ix_delivery_recipient_id_act", "delivery", ["recipient_id", "act"], unique=True)
    op.drop_index("ix_incident_open", "incident")
    open_, of_source = sa.text("closed_at IS NULL"), sa.text("closed_at IS NULL AND recipient_id IS NULL")
    for name, columns, where in (
        ("ix_incident_open", ["source", "state"], of_source),
        ("ix_incident_open_recipient", ["recipient_id", "state"], open_),
    ):
        op.create_index(name, "incident", columns, unique=True, sqlite_where=where, postgresql_where=where)


def _enrol() -> None:
    """Mark those whom alerts have notified before as confirmed, and give every alert its token."""
    connection = op.get_bind()
    alert, recipient = (sa.Table(name, sa.MetaData(), autoload_with=connection) for name in ("alert", "recipient"))
    known: dict[tuple[str, str], int] = {}
    at = datetime.now(UTC)
    for row in connection.execute(sa.select(alert.c.id, alert.c.channel, alert.c.recipient)).all():
        address = parseaddr(row.recipient)[1].casefold() if row.channel == "email" else row.recipient
        key = (row.channel, address or row.recipient)
        if key not in known:
            new = recipient.insert().values(
                channel=key[0],
                address=key[1],
                bounce_token=secrets.token_hex(16),
                confirm_token=secrets.token_hex(16),
                created_at=at,
                confirmed_at=at,
                confirmed_by="was told before",
                suspended_why="",
                soft_bounces=0,
            )
            known[key] = connection.execute(new.returning(recipient.c.id)).scalar_one()
        mine = alert.update().where(alert.c.id == row.id)
        connection.execute(mine.values(recipient_id=known[key], token=secrets.token_hex(16)))


def downgrade() -> None:
    """Take the change back; on SQLite with foreign keys switched off, since tables are rebuilt."""
    op.drop_index("ix_incident_open_recipient", "incident")
    op.drop_index("ix_incident_open", "incident")
    with op.batch_alter_table("incident") as batch_op:
        batch_op.drop_column("recipient_id")
    still_open = sa.text("closed_at IS NULL")
    op.create_index(
        "ix_incident_open",
        "incident",
        ["source", "state"],
        unique=True,
        sqlite_where=still_open,
        postgresql_where=still_open,
    )
    op.drop_index("ix_delivery_recipient_id_act", "delivery")
    with op.batch_alter_table("delivery") as batch_op:
        batch_op.drop_column("returned")
        batch_op.drop_column("recipient_id")
    op.drop_index("ix_alert_token", "alert")
    op.drop_index("ix_alert_recipient_id", "alert")
    with op.batch_alter_table("alert") as batch_op:
        batch_op.drop_column("token")
        batch_op.drop_column("removed_why")
        batch_op.drop_column("recipient_id")
    op.drop_table("inboundmail")
    op.drop_table("recipient")
