"""The rows about alerts and deliveries; no row holds a secret."""

from datetime import date, datetime
from typing import Literal

from tracker.alerts.matching.rules import Rule
from tracker.contract.models.row import Language, Row


class Alert(Row):
    """One standing alert."""

    id: int
    name: str
    recipient: str
    """Without the secrets that some addresses contain."""
    recipient_id: int | None
    channel: str
    rate: Literal["immediate", "daily", "weekly", "monthly"]
    hour: int
    zone: str
    weekday: int
    """0 is Monday."""
    quiet: str | None
    """Hours of its zone in which nothing is sent, as 22-7."""
    most: int | None
    rule: Rule
    """What it asks for; an empty field restricts nothing."""
    language: Language
    note: str
    created_at: datetime
    paused_at: datetime | None
    when: str
    """When it reports, in words."""


class Try(Row):
    """One attempt to send a mail."""

    at: datetime
    outcome: str
    server: str
    answer: str
    times: int
    """How often the same was answered until `last_at`."""
    last_at: datetime | None


class Delivery(Row):
    """One announcement, incident or find on its way to one recipient, or why nothing was written."""

    announcement: int | None
    incident: int | None
    find: int | None
    act: str
    alert: int
    recipient: str
    channel: str
    kind: str | None = None
    digest: str | None = None
    state: str
    due_at: datetime | None = None
    sent_at: datetime | None = None
    message_id: str | None = None
    attempts: int = 0
    answer: str
    returned: str | None = None
    tries: list[Try]


class Difference(Row):
    """One thing that an alert asks for and that was not delivered as it should have been."""

    alert: int
    recipient: str
    announcement: int | None
    incident: int | None
    act: str | None
    found_at: datetime | None
    delivery: int | None
    problem: str


class Recipient(Row):
    """One address that alerts go to, masked."""

    id: int
    address: str
    """Without the secrets that some addresses contain."""
    channel: str
    state: str
    """confirmed, or the reason why it is not mailed."""
    since: datetime | None
    why: str
    alerts: int
    waiting: int
    """How many deliveries wait for it."""
    created_at: datetime
    asked_at: datetime | None
    confirmed_at: datetime | None
    confirmed_by: str
    given_up_at: datetime | None
    suspended_at: datetime | None
    soft_bounces: int
    bounced_at: datetime | None
    waits_until: datetime | None


class Token(Row):
    """One token of a program that orders alerts through the API; the token itself is not stored."""

    id: int
    name: str
    created_at: datetime
    revoked_at: datetime | None
    alerts: int
    """The number of active alerts that were ordered with it."""


class Week(Row):
    """The number that an alert would have reported in the week that ended on a day."""

    until: date
    count: int


class Mails(Row):
    """How many mails an alert would have sent: of one announcement, and digests."""

    alone: int
    digests: int


class Sample(Row):
    """One announcement, incident or find that an alert would have reported."""

    at: datetime
    """When it was found."""
    id: int
    day: date | None
    initiative: str | None = None
    act: str | None = None
    body: str | None = None
    source: str | None = None
    """Of an incident, as is `state`."""
    state: str | None = None
    name: str | None = None
    """Of a find."""
    headline: str | None
    quote: str | None = None
    why: str | None = None
    """What matched."""


class Sending(Row):
    """How many mails had which outcome when what was due was sent."""

    sent: int = 0
    later: int = 0
    """Refused for now; they are tried again."""
    never: int = 0
    """Refused for good."""
    gone: int = 0
    """Their recipients accept nothing any more."""
    away: int = 0
    """The channel did not work; they are tried again."""
    held: int = 0
    """The emergency brake holds them."""


class Preview(Row):
    """What an alert would have reported in the last days."""

    days: int
    what: str
    told: int
    seen: int
    a_week: float
    summary: str
    weeks: list[Week]
    mails: dict[str, Mails]
    samples: list[Sample]
