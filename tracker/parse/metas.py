"""Read a page's own metadata: meta elements and schema.org blocks of its head, and its machine-readable times."""

import json
import re
from collections.abc import Iterator
from typing import Any

from parsel import Selector

from tracker.parse.blocks import squeeze

TITLES = ("articletitle", "og:title", "twitter:title", "dc.title")
PUBLISHERS = (
    "contentsource",
    "source",
    "article:source",
    "og:article:source",
    "mediaid",
    "copyrightfrom",
    "account",
    "article-source-name",
)
SECTIONS = ("article:section", "section", "column", "category", "strap")
"""Names of sections; not that of a column of an authority, which may be the department that publishes in it."""
DATES = (
    "pubdate", "publishdate", "publish_date", "pub_date", "publish_time", "publishtime", "pubtime",
    "article:published_time", "og:release_date", "og:time", "og:published_time", "firstpublishedtime", "datepublished",
    "article:create_at", "weibo:article:create_at", "releasedate", "createdate", "dc.date", "dc.date.issued", "date",
    "time-element", "article-time", "in-script",
)  # fmt: skip
MOMENTS = ("datepublished", "time-element", "article:published_time", "dc.date")
"""Those that are ISO 8601 by their definition, so that a zone in them means what it says."""
CHANGES = ("article:modified_time", "dateupdate", "datemodified", "lastmodifiedtime")
_KEYS = {"datePublished": "datepublished", "headline": "og:title", "pubDate": "pubdate", "upDate": "datemodified"}
_IN_SCRIPT = re.compile(
    r"""(?:["']?(?:publish_?[tT]ime|pub_?[tT]ime|publish_?[dD]ate|pub_?[dD]ate)["']?\s*[:=]"""
    r"""|\bvar\s+(?:ct|oriCreateTime|createTime)\s*=)\s*["']?"""
    r"""([\d\-/: T]{8,25}(?:(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d))?)"""
)
_FIELD_MOST = 60
_TAG = re.compile(r"<[^<>]*>")
_PAIR = re.compile(rf'"({"|".join(_KEYS)})"\s*:\s*("(?:[^"\\]|\\.){{1,300}}")')


def metas(root: Selector) -> dict[str, str]:
    """Return the metas of a page, by lower-case name, property or itemprop; the first that is not empty."""
    found: dict[str, str] = {}
    for name, value in (*_elements(root), *_schema(root), *_times(root), *_fields(root), *_script_dates(root)):
        if value := squeeze(_TAG.sub("", value)):
            found.setdefault("".join(name.split()).lower(), value)
    return found


def first(found: dict[str, str], names: tuple[str, ...]) -> str | None:
    """Return the value of the first of the named metas."""
    return next((found[name] for name in names if name in found), None)


def _elements(root: Selector) -> Iterator[tuple[str, str]]:
    for meta in root.xpath("//meta[@content]"):
        names = meta.attrib
        yield names.get("name") or names.get("property") or names.get("itemprop") or "", names["content"]


def _schema(root: Selector) -> Iterator[tuple[str, str]]:
    """Read the plain strings of JSON-LD, which is often not quite JSON."""
    for script in root.xpath("//script[@type='application/ld+json']/text()").getall():
        for key, value in _PAIR.findall(script[:100_000]):
            yield _KEYS[key], _string(value)


def _times(root: Selector) -> Iterator[tuple[str, str]]:
    """Read the time element that is marked as the one of publication; otherwise the first below the headline.

    Pages of WeChat print their time by script, and the account beside it.
    """
    times = "time[@datetime][not(ancestor::a or ancestor::li or ancestor::aside or ancestor::nav or ancestor::footer)]"
    for value in root.xpath("//time[@pubdate or contains(@itemprop, 'datePublished')]/@datetime").getall()[:1]:
        yield "datepublished", value
    yield "account", root.xpath("string(//a[@id='js_name'])").get("")
    yield "time-element", root.xpath(f"string((//h1[1]/following::{times} | //h1[1]//{times})[1]/@datetime)").get("")


def _fields(root: Selector) -> Iterator[tuple[str, str]]:
    """Read the fields from which a page's scripts show it, by their classes."""
    for field in root.xpath("//textarea[@class][not(*)]"):
        if len(value := field.xpath("string()").get("")) <= _FIELD_MOST:
            yield field.attrib["class"], value


def _script_dates(root: Selector) -> Iterator[tuple[str, str]]:
    """Read the first time of publication in a script, for pages that scripts show."""
    # Most scripts are long and contain none of the names.
    scripts = (
        text
        for text in root.xpath("//script[not(@src)]/text()").getall()
        if "pub" in text or "reateTime" in text or "var ct" in text
    )
    if found := next(filter(None, map(_IN_SCRIPT.search, scripts)), None):
        yield "in-script", found[1]


def _string(value: str) -> str:
    try:
        text: Any = json.loads(value)
    except ValueError:
        return ""
    return str(text)
