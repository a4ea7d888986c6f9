"""Compute canonical keys: one article has one key, whatever scheme, mobile host or tracking led to it."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit

from config.schema.source import Source, hosts_hold

SAME_SITE = re.compile(r"^(?:www|m|wap|mobile|3g)\.(?=[^.]+\.)")
TRACKING = re.compile(r"^(?:utm_.*|spm|from|source|share.*|isappinstalled|nsukey|fbclid|gclid)$", re.I)


def canonical_key(url: str, pattern: str | None = None) -> str:
    """Return group 1 of `pattern` in `url`; if it does not match, host, path and query without variable parts."""
    found = re.search(pattern, url) if pattern else None
    if found and found[1]:
        return found[1]
    parts = urlsplit(url)
    if not parts.hostname:
        return url  # a name that is not an address, as a record may have, is its own key
    host = SAME_SITE.sub("", parts.hostname)
    query = urlencode(sorted(pair for pair in parse_qsl(parts.query) if not TRACKING.match(pair[0])))
    return host + (parts.path or "/") + (f"?{query}" if query else "")


def source_of(url: str, sources: Mapping[str, Source]) -> Source | None:
    """Return the source of an address: one with its host, preferably with matching articles, and enabled."""
    return preferred(url, of_host(urlsplit(url).hostname, sources))


def of_host(host: str | None, sources: Mapping[str, Source]) -> tuple[Source, ...]:
    """Return the sources that have a host."""
    return tuple(source for source in sources.values() if hosts_hold(source.hosts, host))


def preferred(url: str, candidates: Iterable[Source]) -> Source | None:
    """Return the source of an address among those with its host."""
    return max(candidates, key=lambda s: (bool(re.search(s.articles.accept, url)), s.enabled), default=None)
