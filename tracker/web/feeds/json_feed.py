"""Write a feed as JSON Feed 1.1 (jsonfeed.org/version/1.1); `_tracker` holds the whole row."""

from typing import Any

from tracker.text.printable import as_json
from tracker.web.feeds.feed import Entry, Feed, one_line

VERSION = "https://jsonfeed.org/version/1.1"
SUFFIX = ".feed.json"
MEDIA_TYPE = "application/feed+json"


def json_feed(feed: Feed) -> bytes:
    """Return a page of a feed."""
    told: dict[str, Any] = {
        "version": VERSION,
        "title": one_line(feed.title),
        "home_page_url": feed.address(),
        "feed_url": feed.address(SUFFIX),
        "items": [_item(feed, entry) for entry in feed.entries],
    }
    if feed.next:
        told["next_url"] = feed.address(SUFFIX, cursor=feed.next)
    return as_json(told).encode()


def _item(feed: Feed, entry: Entry) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": feed.name_of(entry),
        "url": f"{feed.home}{entry.page}",
        "title": entry.title,
        "content_text": "\n\n".join((entry.summary, *(f"* {one}" for one in entry.corrected))),
        "date_modified": entry.updated,
        "language": entry.language,
        "tags": list(entry.tags),
        "authors": [{"name": entry.author}],
        "_tracker": entry.row,
    }
    if entry.via:
        told["external_url"] = entry.via
    if entry.day:
        told["date_published"] = f"{entry.day}T00:00:00+08:00"
    return told
