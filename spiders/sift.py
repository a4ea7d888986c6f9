"""Choose among a list's rows: articles of the source, one per key, not too old."""

import re
from collections.abc import Collection, Iterable
from urllib.parse import urldefrag, urlsplit

from w3lib.url import safe_url_string

from config.schema.source import Source
from db.beijing import beijing_day
from spiders.dates import date_in_url, find_date
from spiders.keys import canonical_key
from spiders.rows import Row

LONGEST_ADDRESS = 2000
ADDRESS = re.compile(r"https?://[^/?#]", re.IGNORECASE)


def articles(source: Source, rows: Iterable[Row]) -> dict[str, Row]:
    """Return rows that lead to articles of the source, by key, in the list's order; addresses are made fetchable."""
    kept: dict[str, Row] = {}
    for row in rows:
        url = fetchable(source, row.url)
        if is_article(source, url):
            key = canonical_key(url, source.articles.key)
            first = kept.get(key, Row(url))
            kept[key] = Row(first.url, first.title or row.title, first.date or row.date)
    return kept


def unaccepted(source: Source, rows: Collection[Row]) -> str | None:
    """Say how many rows lead to no article, with an example; None if these are not more than half of the rows."""
    strange = [row.url for row in rows if not articles(source, [row])]
    if len(strange) * 2 <= len(rows):
        return None
    # It is stored and printed, and a site may put anything into it.
    example = "".join(sign if sign.isprintable() else "?" for sign in strange[0][:200])
    return f"{len(strange)} of {len(rows)} rows do not match articles.accept, such as {example}"


def malformed(source: Source, rows: Iterable[Row]) -> int:
    """Count the rows that lead nowhere: an invalid address, or a script or mail address that looks like an article."""
    nowhere = (row for row in rows if not ADDRESS.match(row.url))
    return sum(not row.url or is_article(source, row.url) for row in nowhere)


def fetchable(source: Source, url: str) -> str:
    """Return the address escaped, without its fragment and campaign parameters, on https if the source is.

    Empty if it cannot be requested.
    """
    try:
        safe: str = _untagged(safe_url_string(urldefrag(url)[0]))
        parts = urlsplit(safe)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    if safe.startswith("http:") and source.lists[0].url.startswith("https:"):
        safe = f"https:{safe.removeprefix('http:')}"
    return safe if len(safe) <= LONGEST_ADDRESS else ""


def _untagged(url: str) -> str:
    """Return the address without campaign parameters (utm_source and the like)."""
    place, _, query = url.partition("?")
    kept = [part for part in query.split("&") if not part.lower().startswith("utm_")]
    return url if len(kept) == query.count("&") + 1 else "?".join(filter(None, (place, "&".join(kept))))


def is_article(source: Source, url: str) -> bool:
    """Decide whether an address is one of the source's articles."""
    wanted = source.articles
    return bool(re.search(wanted.accept, url)) and not (wanted.reject and re.search(wanted.reject, url))


def too_old(source: Source, row: Row) -> bool:
    """Decide whether the row's date, or else its address, is before the day from which the source is followed."""
    stamp = (find_date(row.date) if row.date else None) or date_in_url(row.url)
    return stamp is not None and beijing_day(stamp.moment) < source.articles.since
