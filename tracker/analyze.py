"""What the rules say of records that stand in a file: mentions and stories, a line each, nothing stored."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from config import Config
from db.models import Document, Mention, Page
from tracker import records
from tracker.stories.cluster import place
from tracker.stories.memory import Memory
from tracker.stories.names import compile_names
from tracker.tag import tag
from tracker.tag.rules import compile_rules

# 2025-08-01, of a moment its day; 2025-08 where no more is known.
DAY = 10
SHOWN = ("initiative", "act", "body", "speaker", "day", "figures", "quote", "start", "end")


def analyze(rows: Iterable[dict[str, Any]], config: Config) -> Iterator[dict[str, Any]]:
    """Tag each record `{id, url, title, published, lang, text}` and place it in a story of this run.

    Gives `{id, language, published, story, mentions}`; `start` and `end` are offsets into the record's text.
    """
    rules, names, index = compile_rules(config), compile_names(config), Memory()
    for row in rows:
        document = as_document(row)
        mentions = tag(document, rules)
        yield {
            "id": row.get("id") or row.get("url"),
            "language": document.language,
            "published": (document.published_in_beijing or "")[:DAY] or None,
            "story": place(document, mentions, index, names),
            "mentions": [_shown(mention) for mention in mentions],
        }


def as_document(row: dict[str, Any]) -> Document:
    """A record `{id, url, title, published, lang, text}` as the document that reading would make of it."""
    url = row.get("url") or row["id"]
    return records.parse(Page(source="", key=url, url=url, sha256=""), json.dumps(row).encode())


def _shown(mention: Mention) -> dict[str, Any]:
    shown = {name: getattr(mention, name) for name in SHOWN}
    return shown | {"day": mention.day.isoformat() if mention.day else None}
