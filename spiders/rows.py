"""What a list says of its articles, before anybody has fetched one."""

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import urljoin

from w3lib.html import get_base_url

from spiders.decoded import Text

MOST_CHARACTERS = 500
# Where a page's `base` is looked for, as far as Scrapy looks.
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


def base_of(response: Text) -> str:
    """Where a page's links start: at its `base`, unless that is no address, else at its own."""
    try:
        return get_base_url(response.text[:HEAD], response.url, response.encoding)
    except ValueError:
        return response.url


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
    whole = str(value).encode(errors="replace").decode()  # JSON may hold half of a surrogate pair
    text = BLANK.sub(" ", unescape(TAG.sub("", whole))).strip()
    return text[:MOST_CHARACTERS] or None
