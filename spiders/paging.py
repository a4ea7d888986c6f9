"""Compute the addresses of a list's pages."""

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit


def with_query(url: str, params: Mapping[str, str]) -> str:
    """Return `url` with `params` in its query, replacing those of the same name."""
    parts = urlsplit(url)
    query = urlencode({**dict(parse_qsl(parts.query, keep_blank_values=True)), **params})
    return parts._replace(query=query).geturl()


def numbered(url: str, template: str, number: int) -> str:
    """Return the address of a list's further page; the query of `url` is kept unless the template has its own."""
    address = urljoin(url, template.replace("{n}", str(number)))
    given = dict(parse_qsl(urlsplit(address).query, keep_blank_values=True))
    return with_query(address, {**dict(parse_qsl(urlsplit(url).query, keep_blank_values=True)), **given})
