"""Find what the current rules have not read yet: pages, documents to tag again, and documents without a story.

It loads no rules, so that a reading with nothing to do costs little.
"""

import hashlib
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Engine

from config import Config
from config.schema.source import Source
from db.engine import reading
from db.queries import documents as queries
from db.queries import stories as of_stories
from db.queries.documents import Reading
from tracker import stories
from tracker.parse import VERSION, annexes
from tracker.search.indexing import is_whole
from tracker.tag import version_of


@dataclass
class Counts:
    """The counts of one reading."""

    pages: int = 0
    documents: int = 0
    mentions: int = 0
    announcements: int = 0
    problems: int = 0


class Stale(NamedTuple):
    """The `pages` to read, and the documents to tag again as (id, source)."""

    pages: list[Reading]
    documents: list[tuple[int, str]]


def tags_stamp(config: Config) -> str:
    """Identify the rules that make mentions, and the fingerprints by which their stories are found."""
    return f"{version_of(config)}-{stories.VERSION}"


def layout_stamp(source: Source | None) -> str:
    """Identify the reader of a source's pages: the parser's version and the source's layouts."""
    layouts = "".join(layout.model_dump_json() for layout in source.layouts) if source else ""
    return hashlib.sha256(f"{VERSION} {layouts}".encode()).hexdigest()[:16]


def story_stamp(config: Config, source: str) -> str:
    """Identify what stories depend on besides documents and rules: the tier of a source; an undeclared one is media."""
    return config.sources[source].tier if source in config.sources else "media"


def find_stale(engine: Engine, config: Config, *, again: bool = False) -> Stale:
    """Find the pages and documents to read; with `again`, all of them."""
    stamps = {id_: layout_stamp(source) for id_, source in config.sources.items()}
    general = layout_stamp(None)
    with reading(engine) as session:
        pages = [
            page
            for page in queries.newest_pages(session)
            if again or page.read_by != stamps.get(page.source, general) + annexes.stamp(page.annexes)
        ]
        of_pages = {(page.source, page.key) for page in pages}
        untagged = queries.untagged(session, tags_stamp(config))
    return Stale(pages, [(id_, source) for id_, source, key in untagged if (source, key) not in of_pages])


def formed_otherwise(engine: Engine, config: Config) -> list[int]:
    """Find the documents whose source has another tier than when their stories were formed."""
    with reading(engine) as session:
        known = {source: story_stamp(config, source) for source in of_stories.sources(session)}
        return [
            id_
            for source, stamp in known.items()
            for id_ in of_stories.stamped_otherwise(session, source, {stamp, stories.NO_STORY, *stories.WAITS})
        ]


def is_anything_stale(engine: Engine, config: Config) -> bool:
    """Decide whether there is anything to read, to tag, to put into a story or to index."""
    if any(find_stale(engine, config)) or formed_otherwise(engine, config):
        return True
    with reading(engine) as session:
        return bool(of_stories.waiting(session, stories.WAITS, 1)) or not is_whole(session)
