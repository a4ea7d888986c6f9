"""Store the heads of requests and responses as they were sent, as evidence and for later validators."""

from http import HTTPStatus
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Response
from scrapy.http.headers import Headers

MOST_CHARACTERS = 16_384
VALIDATORS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}


def request_head(request: Request) -> str:
    """Return the request line, with the path of the real address, and the headers."""
    parts = urlsplit(request.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return _head(f"{request.method} {target} HTTP/1.1", f"Host: {parts.netloc}", request.headers)


def response_head(response: Response) -> str:
    """Return the status line and the headers, without the transfer encoding, which Scrapy has undone."""
    phrase = HTTPStatus(response.status).phrase if response.status in set(HTTPStatus) else ""
    return _head(f"{response.protocol or 'HTTP/1.1'} {response.status} {phrase}".strip(), "", response.headers)


def conditions(head: str) -> dict[str, str]:
    """Return headers that ask a site to answer only if its page has changed since this response."""
    pairs = (line.partition(":") for line in head.splitlines()[1:])
    values = {name.strip().lower(): value.strip() for name, _, value in pairs}
    return {ask: values[name] for name, ask in VALIDATORS.items() if values.get(name)}


def _head(first: str, second: str, headers: Headers) -> str:
    lines = [first, second] if second else [first]
    for name, values in headers.items():
        lines += [f"{name.decode('latin-1')}: {value.decode('latin-1')}" for value in values]
    return "\r\n".join(line.replace("\x00", "") for line in lines)[:MOST_CHARACTERS]
