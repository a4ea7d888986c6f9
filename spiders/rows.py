"""What a list says of its articles, before anybody has fetched one."""

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from w3lib.html import get_base_url

from spiders.charsets import text_of

if TYPE_CHECKING:
    # Reading pages needs no spider's library, which takes its time to load.
    from scrapy.http import TextResponse

MOST_CHARACTERS = 500
# What is longer than this in mark-up is no title.
LONGEST = 20_000
# Where a `base` may stand.
HEAD = 4096
TAG = re.compile(r"<[^<>]*>")
BLANK = re.compile(r"[\s\x00-\x1f\ufeff]+")


class UnreadableError(ValueError):
    """An answer that is no list of the declared kind; its text says why."""


@dataclass(frozen=True)
class Row:
    """One article in a list: absolute address, and title and date as the list prints them."""

    url: str
    title: str | None = None
    date: str | None = None


@dataclass(frozen=True)
class Rows:
    """One answer of a list; `parts` are addresses of further answers that belong to it."""

    rows: tuple[Row, ...] = ()
    parts: tuple[str, ...] = ()


def base_of(response: "TextResponse") -> str:
    """Where an answer's links start."""
    return base_in(text_of(response), response.url)


def base_in(markup: str, url: str) -> str:
    """Where a page's links start: at its `base`, unless that is no address, else at its own `url`."""
    try:
        return str(get_base_url(markup[:HEAD], url))
    except ValueError:
        return url


def absolute(base: str, link: str) -> str:
    """The address that a link leads to; an empty one where the link is no address."""
    try:
        return urljoin(base, link.strip())
    except ValueError:
        return ""


def tidy(value: object) -> str | None:
    """A value as one short line of text, without mark-up; None where nothing is left."""
    if value is None or isinstance(value, (dict, list)):
        return None
    whole = str(value)[:LONGEST].encode(errors="replace").decode()  # JSON may hold half of a surrogate pair
    text = BLANK.sub(" ", unescape(TAG.sub("", whole))).strip()
    return text[:MOST_CHARACTERS] or None
