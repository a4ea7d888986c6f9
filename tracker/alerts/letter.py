"""What one mail says, as plain data that every channel can put into its own form."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Teller:
    """One document that tells an announcement; `url` is None where it is no safe web address."""

    source: str
    title: str
    url: str | None
    day: date | None


@dataclass(frozen=True)
class Item:
    """One announcement as a mail shows it, all of it cleaned; `deed` is the act with its body, in words.

    A source's incident is an item without `announcement_id`: `initiative` is then the source's id, and `act`
    is opened or closed.
    """

    announcement_id: int | None
    initiative: str
    name: str
    act: str
    deed: str
    stronger: bool
    body: str
    speaker: str
    day: date | None
    headline: str
    quote: str
    figures: tuple[str, ...]
    tellers: tuple[Teller, ...]
    more_tellers: int
    why: str


@dataclass(frozen=True)
class Letter:
    """One mail: to whom, under which Message-ID, about what.

    `kind` is news, or the kind of a digest with its period `key`; `late` counts finds not told singly.
    """

    alert_id: int
    alert_name: str
    channel: str
    to: str
    language: str
    message_id: str
    kind: str
    key: str
    items: tuple[Item, ...]
    late: int
    coverage: str
    note: str
