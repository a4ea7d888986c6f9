"""Define the contents of a message, as plain data that every channel puts into its own form."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Quote:
    """The sentence that proves an announcement, from the best member in `language` ("zh" or "en")."""

    text: str
    language: str
    source: str


@dataclass(frozen=True)
class Figure:
    """A figure with the clause that states it; `was` is the value that was reported last, and when."""

    value: str
    what: str
    was: str = ""


@dataclass(frozen=True)
class Teller:
    """A document that reports an announcement; `url` is None if it is not a safe web address."""

    source: str
    title: str
    url: str | None
    day: date | None
    language: str = ""


@dataclass(frozen=True)
class Item:
    """One announcement as a mail shows it, with all texts cleaned; `deed` is the act with its body, in words.

    `story` is the number of the story; `documents` is how many of its documents mention the initiative. `paper` is what
    was issued, in words, if that is known. `stronger` says that the alert reported a weaker act before, `joined` that
    it reported the story before, for other initiatives; `changed` says it in words. `quotes` begin with the reader's
    language. `corrected` is what a person corrected, in words. `page` is where we show the quoted page, `original` its
    own address, and `sha256` that of our copy.

    A source's incident is an item without `announcement_id`: `initiative` is then the source's id, and `act` is opened
    or closed. Other reports may be items too: only the first five fields are required.
    """

    announcement_id: int | None
    initiative: str
    name: str
    act: str
    deed: str
    paper: str = ""
    story: int | None = None
    documents: int = 0
    stronger: bool = False
    joined: bool = False
    changed: str = ""
    body: str = ""
    speaker: str = ""
    day: date | None = None
    reported: date | None = None
    headline: str = ""
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    tellers: tuple[Teller, ...] = ()
    more_tellers: int = 0
    corrected: tuple[str, ...] = ()
    why: str = ""
    page: str | None = None
    original: str | None = None
    sha256: str = ""

    @property
    def is_incident(self) -> bool:
        """Decide whether it reports a source and not an initiative."""
        return self.act in ("opened", "closed")


@dataclass(frozen=True)
class Chart:
    """A chart as SVG, which a mail carries as PNG; `alt` says what it shows to those who do not see it."""

    drawn: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True)
class Message:
    """One mail: its recipient, Message-ID and contents.

    `kind` is news, or the kind of a digest with its period `key`; `late` counts finds that are not reported singly.
    `by_mail` and `by_web` are the links that end the alert, or that confirm the address if the kind is confirmation. A
    mail that cannot be delivered returns to `bounces_to`, or to the sender if that is "".
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
    by_mail: str = ""
    by_web: str | None = None
    bounces_to: str = ""
    chart: Chart | None = None
