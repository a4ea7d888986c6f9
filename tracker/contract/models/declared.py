"""The rows about what is declared: initiatives with how much is stored of them, issuing bodies, sources."""

from datetime import date

from tracker.contract.models.row import Language, Row, Tier


class Initiative(Row):
    """One initiative of the catalogue, and how much is stored of it."""

    id: str
    name: str
    name_zh: str
    parent: str | None
    successor: str | None
    """The initiative that replaced it."""
    announcements: int
    first: date | None
    """The day of its first announcement."""
    last: date | None


class Term(Row):
    """One term of an initiative, and what it matches in the stored documents."""

    initiative: str
    term: str
    hits: int
    documents: int
    near: int
    """How often it occurs with another meaning."""
    samples: list[str]
    near_samples: list[str]


class Body(Row):
    """One issuing body."""

    id: str
    name: str
    name_zh: str
    short: str | None
    short_zh: str | None


class Source(Row):
    """One source, and how certain its declaration is."""

    id: str
    name: str
    name_zh: str
    body: str | None
    tier: Tier
    language: Language
    lists: int
    enabled: bool
    verified_on: date | None
    """When the declaration was last seen to work."""
    confidence: str
    note: str


class Find(Row):
    """One name that is new in a period and that no initiative has."""

    rank: int
    name: str
    score: float
    times: int
    documents: int
    before: int
    """How many documents contained it before that period."""
    forms: list[str]
    first_seen: date
    source: str
    title: str | None
    url: str
    quote: str
