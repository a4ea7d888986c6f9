"""Add documents to a database in any order, and state the outcome under names that hold in each."""

import json
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from threading import Thread
from typing import Any, NamedTuple

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from config import Config, load
from db.engine import reading, transact
from db.models import Alert, Announcement, Delivery, Document, Mention
from db.store import documents as store
from db.store.stories import keep_fingerprints
from db.store.turns import STORIES, take_turn
from tests.factories.announcements import add_alert
from tracker.alerts.matching.rules import Rule
from tracker.announcements.merge import reported_on
from tracker.pipeline.analyze import as_document
from tracker.pipeline.fold import fold
from tracker.stories.cluster import Order, order_of
from tracker.stories.fingerprint import Fingerprint, dump
from tracker.stories.fingerprinting import fingerprint_items
from tracker.stories.links import MOST_ITEMS
from tracker.stories.names import Names, compile_names
from tracker.stories.partition import partition
from tracker.stories.pending import fingerprints
from tracker.tag.rules import Rules, compile_rules
from tracker.tag.tagger import tag

# A primary source and two of the media.
SOURCES = ("miit", "xinhua", "china-daily")
SAID = (
    *("act", "stage", "body", "speaker", "day", "comment_until", "effective", "expires"),
    *("figures", "headline", "quote"),
)


class Arrival(NamedTuple):
    """A document as reading makes it, with its mentions and fingerprints: as plain values, to be written many times."""

    document: dict[str, Any]
    mentions: tuple[dict[str, Any], ...]
    fingerprints: bytes | None
    items: int


@cache
def _rules() -> tuple[Config, Rules, Names]:
    config = load()
    return config, compile_rules(config), compile_names(config)


def arrivals(rows: Iterable[dict[str, Any]]) -> list[Arrival]:
    """Read and tag records; they are spread over SOURCES, and each has a key of its own."""
    return [_arrival(number, json.dumps(row)) for number, row in enumerate(rows)]


@cache
def _arrival(number: int, row: str) -> Arrival:
    _, rules, names = _rules()
    record = {"lang": "zh", **json.loads(row), "id": f"{number}", "url": f"https://example.org/{number}"}
    document = as_document(record)
    document.source = SOURCES[number % len(SOURCES)]
    mentions = tag(document, rules)
    items = fingerprints(document, mentions, names)
    plain = document.model_dump(exclude={"id"})
    said = tuple(mention.model_dump(exclude={"id", "document_id"}) for mention in mentions)
    return Arrival(plain, said, dump(items) if items else None, len(items))


def arrivals_in(engine: Engine) -> list[Arrival]:
    """Return all documents of a database that could be read, as if none had been put into a story yet."""
    place = {"id", "page_id", "story_id", "grouped_by", "cause"}
    with reading(engine) as session:
        said: dict[int, list[dict[str, Any]]] = {}
        for mention in session.exec(select(Mention).order_by(col(Mention.id))):
            said.setdefault(mention.document_id, []).append(mention.model_dump(exclude={"id", "document_id"}))
        return [
            Arrival(one.model_dump(exclude=place), tuple(said.get(one.id or 0, ())), one.fingerprints, one.items)
            for one in session.exec(select(Document).order_by(col(Document.id)))
        ]


def story_numbers(rows: Sequence[dict[str, Any]]) -> list[int]:
    """Return the stories of records, numbered as they come up, as `tracker analyze` gives them."""
    read = [_fingerprinted(json.dumps(row, sort_keys=True)) for row in rows]
    orders = {at: (*order[:3], f"{at}") for at, (order, _) in enumerate(read)}
    stories = sorted(partition(orders, {at: items for at, (_, items) in enumerate(read)}), key=min)
    return [next(number for number, story in enumerate(stories, 1) if at in story) for at in range(len(rows))]


def items_of(row: dict[str, Any]) -> list[Fingerprint]:
    """Return the items of a record."""
    return _fingerprinted(json.dumps(row, sort_keys=True))[1]


@cache
def _fingerprinted(row: str) -> tuple[Order, list[Fingerprint]]:
    _, rules, names = _rules()
    document = as_document(json.loads(row))
    items = fingerprint_items(document, tag(document, rules), names)[:MOST_ITEMS]
    return order_of(document.published_on, document.key, "", primary=False), items


def arrive(engine: Engine, some: Iterable[Arrival]) -> None:
    """Write documents as reading does: they wait for their stories."""

    def write(session: Session) -> None:
        take_turn(session, STORIES)
        for one in some:
            document = store.save_document(session, Document(**one.document))
            store.save_mentions(session, document, [Mention(**mention) for mention in one.mentions])
            keep_fingerprints(session, document, one.fingerprints, one.items, "news")

    transact(engine, write)


def singly(engine: Engine, arriving: Sequence[Arrival], _: random.Random) -> None:
    """Add one after the other, each folded before the next comes."""
    for one in arriving:
        arrive(engine, [one])
        fold(engine, load())


def in_batches(engine: Engine, arriving: Sequence[Arrival], chance: random.Random) -> None:
    """Add a few at a time, some of them for the second time."""
    left = [*arriving, *chance.sample(arriving, len(arriving) // 5)]
    while left:
        size = chance.randint(1, 1 + len(arriving) // 4)
        arrive(engine, left[:size])
        left = left[size:]
        fold(engine, load())


def from_scratch(engine: Engine, arriving: Sequence[Arrival], _: random.Random) -> None:
    """Add all at once."""
    arrive(engine, arriving)
    fold(engine, load())


def by_two_readers(engine: Engine, arriving: Sequence[Arrival], chance: random.Random) -> None:
    """Add from two readers that read and fold side by side, some documents in both of them."""
    raised: list[BaseException] = []

    def read(mine: Sequence[Arrival], size: int) -> None:
        try:
            for at in range(0, len(mine), size):
                arrive(engine, mine[at : at + size])
                fold(engine, load())
        except BaseException as error:
            raised.append(error)

    half = len(arriving) // 2
    shares = (arriving[: half + 3], arriving[half - 3 :])
    readers = [Thread(target=read, args=(share, chance.randint(1, 9))) for share in shares]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    if raised:
        raise raised[0]


WAYS: tuple[Callable[[Engine, Sequence[Arrival], random.Random], None], ...] = (
    singly,
    in_batches,
    from_scratch,
    by_two_readers,
)

Name = tuple[tuple[str, ...], str]


@dataclass
class Outcome:
    """The stories, by their documents; what is announced of each; who is to be notified of what."""

    stories: set[tuple[str, ...]] = field(default_factory=set)
    announced: dict[Name, dict[str, Any]] = field(default_factory=dict)
    told: set[tuple[str, Name, str]] = field(default_factory=set)


def outcome(engine: Engine) -> Outcome:
    """Return the outcome: stories, announcements and pending notifications."""
    found = Outcome()
    with reading(engine) as session:
        rows = session.exec(select(Document, Mention).join(Mention, col(Mention.document_id) == Document.id)).all()
        members: dict[int, set[str]] = {}
        telling: dict[tuple[int, str], list[tuple[Document, Mention]]] = {}
        for document, mention in rows:
            assert document.story_id
            members.setdefault(document.story_id, set()).add(document.key)
            telling.setdefault((document.story_id, mention.initiative), []).append((document, mention))
        names = {story: tuple(sorted(keys)) for story, keys in members.items()}
        found.stories = set(names.values())
        by_id: dict[int, Name] = {}
        for one in session.exec(select(Announcement).where(col(Announcement.withdrawn).is_(False))):
            name = (names[one.story_id], one.initiative)
            assert name not in found.announced
            quoted = session.get_one(Document, one.document_id).key
            reported = reported_on(telling[one.story_id, one.initiative])
            found.announced[name] = {n: getattr(one, n) for n in SAID} | {"quoted": quoted, "reported": reported}
            by_id[one.id or 0] = name
        pending = select(Alert.name, Delivery.announcement_id, Delivery.act, Delivery.kind)
        for who, id_, act, kind in session.exec(
            pending.join(Delivery, col(Delivery.alert_id) == Alert.id).where(Delivery.state == "pending")
        ):
            found.told.add((who, by_id[id_ or 0], f"{act} {kind}"))
    return found


def add_alerts(engine: Engine) -> None:
    """Add two alerts: one for everything, one for strong acts from primary sources."""
    add_alert(engine, Rule(), name="all")
    add_alert(engine, Rule(act_at_least="designated", tier="primary"), name="strong", recipient="b@example.org")
