"""A database with three recipients who were each sent a mail, and a maildir into which mails come."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import col, select

from config import Config, Settings
from db.engine import reading
from db.models import Alert, Delivery, InboundMail, Recipient
from db.queries.recipients import inbound
from tests.factories.announcements import NOON, add_alert, announce
from tests.servers.mailserver import mail_server
from tracker.alerts.delivery.sender import send
from tracker.alerts.subscriptions.recipients import state
from tracker.mailbox.read import read_mailbox

READ_AT = NOON + timedelta(hours=1)
BOUNCES = "bounces@example.org"
NAMES = ("reader", "other", "asked")


@dataclass
class Office:
    """A database with three recipients, one of them not confirmed yet, who were each sent a mail; and a maildir."""

    engine: Engine
    maildir: Path
    marked: bool = False
    names: dict[str, str] = field(default_factory=dict)

    @property
    def settings(self) -> Settings:
        """Return settings that read the maildir."""
        return Settings(maildir=self.maildir, bounce_address=BOUNCES if self.marked else "")

    def arrive(self, raw: str | bytes, name: str = "1") -> None:
        """Let a mail come into the maildir, with our own names and secrets filled in."""
        content = raw.encode("utf-8") if isinstance(raw, str) else raw
        for key, value in self.names.items():
            content = content.replace(b"{%s}" % key.encode(), value.encode())
        (self.maildir / "new" / name).write_bytes(content)

    def read(self, at: datetime = READ_AT) -> dict[str, int]:
        """Read the mailbox at a moment."""
        return dict(read_mailbox(self.engine, self.settings, lambda: at))

    def changes(self, at: datetime = READ_AT) -> str:
        """Return what differs from the beginning."""
        told = []
        with reading(self.engine) as session:
            for name, known in zip(NAMES, session.exec(select(Recipient).order_by(col(Recipient.id))), strict=True):
                alert = session.exec(select(Alert).where(Alert.recipient_id == known.id)).one()
                now = state(known, at)
                if alert.removed_at:
                    told.append(f"{name}'s ended")
                elif now != ("unconfirmed" if name == "asked" else "confirmed"):
                    told.append(f"{name} {now}")
                elif known.soft_bounces:
                    told.append(f"{name} climbs")
        return ", ".join(told)

    def person(self, name: str = "reader") -> Recipient:
        """Return one of the three."""
        with reading(self.engine) as session:
            return session.exec(select(Recipient).where(Recipient.address == self.names[name])).one()

    def noted(self) -> InboundMail:
        """Return what was recorded of the mail that was read last."""
        with reading(self.engine) as session:
            return inbound(session, 1)[0]

    def noted_count(self) -> int:
        """Return how many mails were recorded."""
        with reading(self.engine) as session:
            return len(inbound(session, 999))


def furnish(engine: Engine, config: Config) -> dict[str, str]:
    """Add the three and send each a mail; return the names and secrets."""
    for name in NAMES:
        add_alert(engine, recipient=f"{name}@example.org", confirmed=name != "asked", created_at=NOON, name=name)
    announce(engine, config)
    with mail_server() as server:
        settings = server.settings(bounce_address=BOUNCES, mail_from="Tracker <tracker@example.org>")
        send(engine, config, settings, lambda: NOON)
    names = {}
    with reading(engine) as session:
        for name, known in zip(NAMES, session.exec(select(Recipient).order_by(col(Recipient.id))), strict=True):
            alert = session.exec(select(Alert).where(Alert.recipient_id == known.id)).one()
            sent = session.exec(select(Delivery).where(Delivery.alert_id == alert.id, Delivery.state == "sent")).one()
            names |= {name: known.address, f"{name}_id": str(sent.message_id), f"{name}_token": alert.token}
            names[f"{name}_verp"] = f"bounces+{known.bounce_token}@example.org"
            names[f"{name.upper()}_VERP"] = names[f"{name}_verp"].upper()
            names[f"{name}_secret"] = known.confirm_token
    return names


def make_maildir(folder: Path) -> Path:
    """An empty maildir in a folder."""
    for part in ("new", "cur", "tmp"):
        (folder / "mail" / part).mkdir(parents=True)
    return folder / "mail"
