"""Define what a list says of its articles, before any is fetched."""

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from w3lib.html import get_base_url

from spiders.charsets import text_of

if TYPE_CHECKING:
    # Reading pages needs no spider's library, which is slow to load.
    from scrapy.http import TextResponse

MOST_CHARACTERS = 500
# Anything longer in mark-up is not a title.
LONGEST = 20_000
# Where a `base` may be.
HEAD = 4096
TAG = re.compile(r"<[^<>]*>")
BLANK = re.compile(r"[\s\x00-\x1f\ufeff]+")


class UnreadableError(ValueError):
    """A response that is not a list of the declared kind; its text gives the reason."""


@dataclass(frozen=True)
class Row:
    """One article in a list: absolute address, and title and date as the list prints them."""

    url: str
    title: str | None = None
    date: str | None = None


@dataclass(frozen=True)
class Rows:
    """One response of a list; `parts` are addresses of further responses that belong to it."""

    rows: tuple[Row, ...] = ()
    parts: tuple[str, ...] = ()


def base_of(response: "TextResponse") -> str:
    """Return the address to which a response's links are relative."""
    return base_in(text_of(response), response.url)


def base_in(markup: str, url: str) -> str:
    """Return the base of a page's relative links: its `base` element, unless that is invalid, otherwise its `url`."""
    try:
        return str(get_base_url(markup[:HEAD], url))
    except ValueError:
        return url


def absolute(base: str, link: str) -> str:
    """Return the address of a link; empty if the link is not an address."""
    try:
        return urljoin(base, link.strip())
    except ValueError:
        return ""


def tidy(value: object) -> str | None:
    """Return a value as one short line of text, without mark-up; None if nothing is left."""
    if value is None or isinstance(value, (dict, list)):
        return None
    whole = str(value)[:LONGEST].encode(errors="replace").decode()  # JSON may contain half of a surrogate pair
    text = BLANK.sub(" ", unescape(TAG.sub("", whole))).strip()
    return text[:MOST_CHARACTERS] or None
