"""Name the file of a mirror that holds a page of ours, and write addresses as paths from one file to another."""

import posixpath
import re
from urllib.parse import parse_qsl, urlsplit

# The pages that are part of a mirror, and the parameters that lead to others of them.
PAGES = (
    (re.compile(r"/|/news"), ("until",)),
    (re.compile(r"/initiatives/[a-z0-9-]{1,80}"), ("until",)),
    (re.compile(r"/targets"), ("year",)),
    (re.compile(r"/initiatives|/bodies|/sources|/about|/announcements/\d{1,10}"), ()),
    (re.compile(r"/stored/[0-9a-f]{64}(?:/changes)?"), ()),
)
VALUE = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
STATIC = re.compile(r"/static/([a-z]+\.(?:css|js|svg))")
LANGUAGES = ("en", "zh")
SEARCH = "/search"


def file_of(address: str) -> str | None:
    """Return the file of an address, from the top of the mirror; None if the mirror does not have the page."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    if static := STATIC.fullmatch(parts.path):
        return f"static/{static[1]}"
    given = dict(parse_qsl(parts.query))
    language = given.pop("lang", LANGUAGES[0])
    if language not in LANGUAGES:
        return None
    top = "" if language == LANGUAGES[0] else f"{language}/"
    if parts.path == SEARCH and not given:
        return f"{top}search.html"
    for pattern, parameters in PAGES:
        if (
            pattern.fullmatch(parts.path)
            and given.keys() <= set(parameters)
            and all(map(VALUE.fullmatch, given.values()))
        ):
            name = "index" if parts.path in ("/", "/news") else parts.path.strip("/")
            return f"{top}{'-'.join((name, *given.values()))}.html"
    return None


def between(file: str, other: str) -> str:
    """Return the path that leads from one file to another."""
    return posixpath.relpath(other, posixpath.dirname(file) or ".")
