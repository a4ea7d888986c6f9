"""Verify a database: compute everything from the stored pages again, in memory, and compare."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session

from config import Config
from db.engine import reading
from db.models import Announcement, Correction, Document, Mention
from db.queries import documents as queries
from db.queries.announced import Announced, Cited
from db.queries.corrections import corrections
from db.queries.stories import waiting
from db.queries.timeline import Wanted, announcements
from db.store.rollups import miscounts
from tracker.announcements.merge import Member, announce, in_order, reported_on
from tracker.corrections.announcement import of_story
from tracker.corrections.regroup import Pair
from tracker.pipeline.reader import Reader, reader_of, said_by_page
from tracker.search.indexing import faults
from tracker.stories import LINKED, NEIGHBOUR, READ
from tracker.stories.cluster import Order
from tracker.stories.fingerprint import Fingerprint
from tracker.stories.names import compile_names
from tracker.stories.partition import partition
from tracker.stories.pending import fingerprints

Progress = Callable[[int, int], None]
Key = tuple[str, str]
Row = dict[str, Any]

SAYS = ("url", "title", "published", "precision", "publisher", "number", "body", "language", "layout", "problem")
PAPER = ("stage", "comment_until", "effective", "expires")
MENTIONS = ("initiative", "act", "body", "speaker", "day", *PAPER, "figures", "quote", "start", "end")
CORRECTED = ("what", "was", "documents", "by", "note")
ANNOUNCES = ("initiative", "act", "body", "speaker", "day", *PAPER, "figures", "headline", "quote")


@dataclass
class Made:
    """What pages say: `documents` and `mentions` by source and key, `stories` by their documents, and `announcements`.

    None of it depends on when a page was fetched, or on the numbers of rows.
    """

    documents: dict[Key, Row] = field(default_factory=dict)
    mentions: dict[Key, list[Row]] = field(default_factory=dict)
    stories: set[tuple[Key, ...]] = field(default_factory=set)
    announcements: dict[tuple[tuple[Key, ...], str], Row] = field(default_factory=dict)

    def digest(self) -> str:
        """Return the SHA-256 of all announcements in canonical form, equal for installations with the same pages."""
        lines = sorted(json.dumps(row, sort_keys=True, ensure_ascii=False) for row in self.announcements.values())
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


@dataclass(frozen=True)
class Difference:
    """Something in the database that the pages, by the current rules, do not say; `what` is a kind of row."""

    what: str
    name: str
    problem: str

    def __str__(self) -> str:
        return f"{self.what} {self.name}: {self.problem}"


def verify(engine: Engine, config: Config, progress: Progress | None = None) -> tuple[list[Difference], str, int]:
    """Return the differences between a database and its pages, the digest of its announcements, and their number."""
    computed = _computed(engine, config, progress)
    with reading(engine) as session:
        stored = _stored(session)
        wrong = miscounts(session)
        unfolded = [(one.source, one.key) for one in waiting(session, (READ, LINKED, NEIGHBOUR)) if one.items]
    differences = [Difference("document", _name(key), "waits for its story; run `tracker read`") for key in unfolded]
    differences += _differences("document", computed.documents, stored.documents)
    differences += _differences("mentions of", computed.mentions, stored.mentions)
    differences += _apart(computed.stories, stored.stories)
    differences += _differences("announcement", computed.announcements, stored.announcements)
    differences += [Difference("count", name, problem) for name, problem in wrong]
    differences += [Difference("search", "index", fault) for fault in faults(engine)]
    return differences, stored.digest(), len(stored.announcements)


def _computed(engine: Engine, config: Config, progress: Progress | None) -> Made:
    with reader_of(engine, config) as reader:
        return _computed_by(reader, config, progress)


def _computed_by(reader: Reader, config: Config, progress: Progress | None) -> Made:
    with reading(reader.engine) as session:
        pages = list(queries.newest_pages(session))
        said = corrections(session)
    made, names = Made(), compile_names(config)
    members: dict[int, list[Member]] = {}
    orders: dict[int, Order] = {}
    items: dict[int, list[Fingerprint]] = {}
    for done, page in enumerate(pages, 1):
        document, mentions = said_by_page(reader, page.page_id, page.annexes)
        items[page.page_id] = fingerprints(document, mentions, names)
        _add(made, document, mentions)
        # What is compared by fingerprints no longer needs its text.
        document.id, document.text = page.page_id, ""
        if mentions:
            members[page.page_id] = [(document, mention) for mention in mentions]
            orders[page.page_id] = in_order(document, config.sources)
        if progress:
            progress(done, len(pages))
    pairs = _pairs(said, {(page.source, page.key): page.page_id for page in pages})
    for story in partition(orders, {id_: items[id_] for id_ in orders}, pairs):
        _announce(made, config, [member for id_ in story for member in members[id_]], said)
    return made


def _pairs(said: Iterable[Correction], ids: Mapping[Key, int]) -> list[Pair]:
    """Return what people join and part, in the order of their corrections."""
    ends = [(one.what, ids.get((one.source, one.key)), _other(one, ids)) for one in said if one.other_key]
    return [Pair(what, one, other) for what, one, other in ends if one is not None and other is not None]


def _other(one: Correction, ids: Mapping[Key, int]) -> int | None:
    return ids.get((one.other_source or "", one.other_key or ""))


def _stored(session: Session) -> Made:
    made = Made()
    stories: dict[int | None, list[Member]] = defaultdict(list)
    for document, mentions in queries.documents_with_mentions(session):
        _add(made, document, mentions)
        document.text = ""
        session.expunge(document)
        if mentions:
            stories[document.story_id] += [(document, mention) for mention in mentions]
    names = {story: _named(members) for story, members in stories.items()}
    made.stories = set(names.values())
    told: dict[tuple[int | None, str], list[Member]] = defaultdict(list)
    for story, members in stories.items():
        for member in members:
            told[story, member[1].initiative].append(member)
    for announcement, cited in announcements(session, Wanted()):
        name = names.get(announcement.story_id, ())
        saying = told[announcement.story_id, announcement.initiative]
        made.announcements[name, announcement.initiative] = _row(announcement) | _told_by(cited, saying)
    return made


def _add(made: Made, document: Document, mentions: Iterable[Mention]) -> None:
    key = document.source, document.key
    text = hashlib.sha256(document.text.encode()).hexdigest()
    made.documents[key] = {name: _plain(getattr(document, name)) for name in SAYS} | {"text": text}
    rows = [{name: _plain(getattr(mention, name)) for name in MENTIONS} for mention in mentions]
    made.mentions[key] = sorted(rows, key=lambda row: (row["start"], row["initiative"]))


def _announce(made: Made, config: Config, members: list[Member], said: Iterable[Correction]) -> None:
    name = _named(members)
    mine = of_story(said, name)
    made.stories.add(name)
    told: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        told[member[1].initiative].append(member)
    for initiative, saying in told.items():
        announcement = announce(saying, config.sources, mine)
        if announcement.withdrawn:
            continue
        document = next(document for document, _ in saying if document.id == announcement.document_id)
        made.announcements[name, initiative] = _row(announcement) | _told_by(document, saying)


def _row(announcement: Announcement | Announced) -> Row:
    """Return what an announcement says, and by whose word; what people correct has other numbers elsewhere."""
    row = {column: _plain(getattr(announcement, column)) for column in ANNOUNCES}
    marks = announcement.corrected or ()
    by_people = [{name: mark[name] for name in CORRECTED} for mark in marks]
    return row | ({"corrected": by_people} if by_people else {})


def _told_by(document: Document | Cited, members: list[Member]) -> Row:
    """Return the other fields of an announcement: the place of its quote, its first report, its documents."""
    reported = reported_on(members)
    told_by = [_name(key) for key in _named(members)]
    return {"url": document.url, "reported": _plain(reported), "told_by": told_by}


def _named(members: Iterable[Member]) -> tuple[Key, ...]:
    return tuple(sorted({(document.source, document.key) for document, _ in members}))


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _differences(what: str, computed: Mapping[Any, Any], stored: Mapping[Any, Any]) -> Iterator[Difference]:
    for key in sorted(computed.keys() | stored.keys()):
        one, other = computed.get(key), stored.get(key)
        if one == other:
            continue
        if one is None or other is None:
            problem = (
                "is stored, but the pages do not give it" if one is None else "is not stored, but the pages give it"
            )
        elif isinstance(one, dict):
            fields = (name for name in {**one, **other} if one.get(name) != other.get(name))
            problem = "; ".join(f"{name} is {_short(other.get(name))}, not {_short(one.get(name))}" for name in fields)
        else:
            problem = (
                f"{len(other)} stored, {len(one)} in the pages"
                if len(one) != len(other)
                else "differ from what is stored"
            )
        yield Difference(what, _name(key), problem)


def _apart(computed: set[tuple[Key, ...]], stored: set[tuple[Key, ...]]) -> Iterator[Difference]:
    for story in sorted(stored - computed):
        yield Difference("story", _name(story), "is stored, but its documents do not form it")
    for story in sorted(computed - stored):
        yield Difference("story", _name(story), "is not stored, but its documents form it")


def _name(key: Any) -> str:
    """Name a document, a story or an announcement on one line."""
    if isinstance(key, str):
        return key
    if key and isinstance(key[0], str):
        return " ".join(key)
    if key and isinstance(key[-1], str):
        return f"of {key[-1]} by {_name(key[0])}"
    return ", ".join(map(_name, key))


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else f"{text[:77]}..."
