"""Apply the rules to records of a file: mentions and stories, one line each, nothing stored."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from config import Config
from db.models import Document, Page
from tracker.parse import records
from tracker.stories.cluster import Order, order_of
from tracker.stories.fingerprint import Fingerprint
from tracker.stories.fingerprinting import fingerprint_items
from tracker.stories.links import MOST_ITEMS
from tracker.stories.names import compile_names
from tracker.stories.partition import partition
from tracker.tag.rules import compile_rules
from tracker.tag.tagger import tag

# 2025-08-01, for a moment its day; 2025-08 if no more is known.
DAY = 10
DAYS = ("day", "comment_until", "effective", "expires")
SHOWN = ("initiative", "act", "stage", "body", "speaker", *DAYS, "figures", "quote", "start", "end")


def analyze(rows: Iterable[dict[str, Any]], config: Config) -> Iterator[dict[str, Any]]:
    """Tag each record `{id, url, title, published, lang, text}` and find the stories of all of them.

    Yields `{id, language, published, story, mentions}`; `start` and `end` are offsets into the record's text. Stories
    are numbered as they occur; which records form one does not depend on the order.
    """
    rules, names = compile_rules(config), compile_names(config)
    lines: list[dict[str, Any]] = []
    orders: dict[int, Order] = {}
    fingerprints: dict[int, list[Fingerprint]] = {}
    for at, row in enumerate(rows):
        document = as_document(row)
        mentions = tag(document, rules)
        orders[at] = order_of(document.published_on, document.key, str(row.get("id") or ""), primary=False)
        fingerprints[at] = fingerprint_items(document, mentions, names)[:MOST_ITEMS]
        published = (document.published_in_beijing or "")[:DAY] or None
        line = {"id": row.get("id") or row.get("url"), "language": document.language, "published": published}
        lines.append({**line, "story": 0, "mentions": [_shown(mention) for mention in mentions]})
    for number, story in enumerate(sorted(partition(orders, fingerprints), key=min), 1):
        for at in story:
            lines[at]["story"] = number
    yield from lines


def as_document(row: dict[str, Any]) -> Document:
    """Return a record `{id, url, title, published, lang, text}` as the document that reading would make of it."""
    url = row.get("url") or row["id"]
    return records.parse(Page(source="", key=url, url=url, sha256=""), json.dumps(row).encode())


def _shown(mention: Any) -> dict[str, Any]:
    shown = {name: getattr(mention, name) for name in SHOWN}
    return shown | {name: shown[name].isoformat() for name in DAYS if shown[name]}
