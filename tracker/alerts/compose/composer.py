"""Compose the messages of claimed deliveries, a few at a time."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from config import Config, Settings
from db.beijing import beijing_day
from db.models import Alert, Recipient
from db.queries import outbox as queries
from db.queries.messages import told_before
from db.queries.outbox import Claimed, Unit
from db.queries.recipients import alerts_of, of_alerts
from db.store import outbox as store
from db.store.recipients import space_confirmations
from tracker.alerts.compose.chart import Charts
from tracker.alerts.compose.coverage import Coverage
from tracker.alerts.compose.filters import filters, when
from tracker.alerts.compose.find_items import write_find
from tracker.alerts.compose.incident_items import write_incident
from tracker.alerts.compose.items import Writer
from tracker.alerts.compose.message import Chart, Item, Message
from tracker.alerts.compose.questions import APART
from tracker.alerts.compose.reply_links import bounce_address, mail_link, web_link
from tracker.alerts.compose.sanitize import clean
from tracker.alerts.compose.wording import say

MAILS = ("email", "maildir", "file")
"""The channels whose messages are mails."""


@dataclass(frozen=True)
class Composer:
    """Write messages for one sender, with its settings, declarations and what is already written."""

    holder: str
    settings: Settings
    config: Config
    coverage: Coverage = field(default_factory=Coverage)
    writer: Writer = field(default_factory=Writer)
    charts: Charts = field(default_factory=Charts)


class Material:
    """What the mails of some claimed rows are written from, queried once for all of them."""

    def __init__(self, session: Session, rows: Sequence[Claimed], at: datetime) -> None:
        self.session = session
        self.rows = rows
        self.at = at
        alerts = [row.delivery.alert_id for row in rows]
        self.late = queries.with_late_finds(session, alerts)
        self.recipients = of_alerts(session, alerts)
        self.before = told_before(session, [row.delivery for row in rows if row.announcement])

    def recipient(self, id_: int | None) -> Recipient | None:
        """Return a recipient by number."""
        return self.recipients.get(id_ or 0) or (self.session.get(Recipient, id_) if id_ else None)

    def count_late(self, alert_id: int, message_id: str) -> int:
        """Return how many late finds the mail `message_id` reports, once for all mails."""
        return store.count_late(self.session, alert_id, message_id) if alert_id in self.late else 0


def write_message(composer: Composer, unit: Unit, name: str, rows: list[Claimed], material: Material) -> Message:
    """Write what the mail `name` says: about claimed rows of one alert, or what it asks its address."""
    if rows[0].delivery.recipient_id:
        return (_ask_to_leave if rows[0].delivery.kind == "leaving" else _ask)(composer, name, rows, material)
    alert = rows[0].alert
    recipient = material.recipient(alert.recipient_id)
    items = _items(composer, alert.language, rows, material)
    kind, _, key = ("news" if unit.of_one_story else unit.period or "news").partition(" ")
    return Message(
        alert_id=alert.id or 0,
        alert_name=clean(alert.name, 100),
        channel=alert.channel,
        to=alert.recipient,
        language=alert.language,
        message_id=name,
        kind=kind,
        key=key,
        items=items,
        late=material.count_late(alert.id or 0, name),
        coverage=composer.coverage.line(material.session, alert, composer.config),
        note=clean(alert.note, 500),
        by_mail=mail_link("unsubscribe", alert.token, composer.settings),
        by_web=web_link("unsubscribe", alert.token, composer.settings),
        bounces_to=bounce_address(recipient.bounce_token if recipient else "", alert.channel, composer.settings),
        chart=_chart(composer, alert, items, material),
    )


def _chart(composer: Composer, alert: Alert, items: tuple[Item, ...], material: Material) -> Chart | None:
    """Return the chart of a mail; a program or a chat service would not show it."""
    if not composer.settings.mail_charts or alert.channel not in MAILS:
        return None
    return composer.charts.of(material.session, items, alert.language, beijing_day(material.at))


def _ask(composer: Composer, name: str, rows: list[Claimed], material: Material) -> Message:
    """Return the mail that asks a recipient to confirm all its alerts."""
    alert, recipient = rows[0].alert, material.session.get_one(Recipient, rows[0].delivery.recipient_id)
    # If nothing was sent for days, several are due, and one is enough.
    space_confirmations(material.session, recipient.id or 0, material.at + APART)
    return Message(
        alert_id=alert.id or 0,
        alert_name="",
        channel=recipient.channel,
        to=alert.recipient,
        language=alert.language,
        message_id=name,
        kind="confirmation",
        key="",
        items=tuple(_asked(one, alert.language, composer.config) for one in alerts_of(material.session, recipient)),
        late=0,
        coverage="",
        note="",
        by_mail=mail_link("confirm", recipient.confirm_token, composer.settings),
        by_web=web_link("confirm", recipient.confirm_token, composer.settings),
        bounces_to=bounce_address(recipient.bounce_token, recipient.channel, composer.settings),
    )


def _ask_to_leave(composer: Composer, name: str, rows: list[Claimed], material: Material) -> Message:
    """Return the mail that asks a recipient whether it asked to unsubscribe; each of its alerts has its own link."""
    alert, recipient = rows[0].alert, material.session.get_one(Recipient, rows[0].delivery.recipient_id)
    alerts = alerts_of(material.session, recipient)
    return Message(
        alert_id=alert.id or 0,
        alert_name="",
        channel=recipient.channel,
        to=alert.recipient,
        language=alert.language,
        message_id=name,
        kind="leaving",
        key="",
        items=tuple(_end_of(one, composer.settings) for one in alerts),
        late=0,
        coverage="",
        note="",
        by_mail=mail_link("unsubscribe", alert.token, composer.settings),
        bounces_to=bounce_address(recipient.bounce_token, recipient.channel, composer.settings),
    )


def _end_of(alert: Alert, settings: Settings) -> Item:
    link = web_link("unsubscribe", alert.token, settings) or mail_link("unsubscribe", alert.token, settings)
    return Item(None, f"alert-{alert.id}", clean(alert.name, 100), "leaving", "", page=link)


def _asked(alert: Alert, language: str, config: Config) -> Item:
    """Describe an alert for its recipient to confirm: its name, what it reports, and when."""
    name = clean(alert.name, 100)
    # An alert without a name of its own is called by what it asks for.
    asked = [one for one in filters(alert.rule, config, language) if one != name]
    asks = say(language, "semicolon").join((*asked, when(alert, language)))
    return Item(None, f"alert-{alert.id}", name, "confirmation", clean(asks, 1000))


def _items(composer: Composer, language: str, rows: list[Claimed], material: Material) -> tuple[Item, ...]:
    """Return the contents of a mail: announcements in order, incidents and finds as they came."""
    announced = [(row.delivery, row.announcement) for row in rows if row.announcement]
    items = composer.writer.write(
        material.session, composer.config, composer.settings, language, announced, material.before
    )
    incidents = [
        write_incident(
            row.delivery, row.incident, material.recipient(row.incident.recipient_id), language, composer.config
        )
        for row in rows
        if row.incident
    ]
    finds = [write_find(row.delivery, row.find, language, composer.config) for row in rows if row.find]
    return (*items, *incidents, *finds)
