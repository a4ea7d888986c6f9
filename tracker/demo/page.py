"""Build an answer of the replica: the bytes at an address, and their type."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tracker.demo.content import Site

HTML, JSON, XML = "text/html", "application/json", "text/xml; charset=utf-8"


@dataclass(frozen=True)
class Page:
    """Hold one answer: what is at `url` for requests whose parameters include all of `wants`."""

    url: str
    content: bytes
    type: str
    wants: Mapping[str, str] = field(default_factory=dict)


def html_page(site: Site, url: str, text: str, charset: str = "") -> Page:
    """Return an HTML page in the charset that it declares; characters that the charset lacks become references."""
    charset = charset or site.charset
    says = f"{HTML}; charset={charset}" if site.says_charset else HTML
    return Page(url, text.encode(charset, "xmlcharrefreplace"), says)


def json_page(url: str, value: Any, wants: Mapping[str, str], before: str = "") -> Page:
    """Return a JSON page; `before` comes first, as a byte-order mark does on some sites."""
    text = before + json.dumps(value, ensure_ascii=False)
    return Page(url, text.encode(), f"{JSON}; charset=utf-8", wants)
