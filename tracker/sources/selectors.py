"""Find CSS that points at an element and at similar ones elsewhere: derived in one place, tried in all."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from bs4 import Tag
from lxml.html import HtmlElement
from parsel import Selector

from config.schema.picks import Pick
from spiders.picks import pick_html

_NAME = re.compile(r"[A-Za-z_][\w-]*$", re.ASCII)
_NUMBERED = re.compile(r"\d{3}")
_IDLE = re.compile(r"(?:on|active|cur|current|first|last|odd|even|hover|clearfix|cf|fl|fr|left|right|[mpw][tblr]?\d+)$")
_HEADINGS = ("h1", "h2")
_UP = 4
_LONGEST = 200


class Mark(NamedTuple):
    """What CSS can say of an element."""

    tag: str
    id: str
    classes: tuple[str, ...]


def marks_in_page(node: HtmlElement) -> list[Mark]:
    """Return the marks of an element and of its ancestors, outwards."""
    way = (node, *node.iterancestors())
    return [Mark(str(each.tag), each.get("id") or "", tuple((each.get("class") or "").split())) for each in way]


def marks_in_soup(tag: Tag) -> list[Mark]:
    """Return the marks of a BeautifulSoup element and of its ancestors, outwards."""
    way = (each for each in (tag, *tag.parents) if each.parent is not None)
    return [Mark(each.name, str(each.get("id") or ""), tuple(str(each.get("class") or "").split())) for each in way]


def ways(marks: Sequence[Mark], *, plain: bool = True) -> Iterator[str]:
    """Yield the CSS that may point at an element: by itself, then below its ancestors; the simplest first.

    `plain` says whether the tag alone may be enough, as in a row; headings always are.
    """
    own = list(_named(marks[0]))
    yield from own
    if plain or marks[0].tag in _HEADINGS:
        yield marks[0].tag
    for at, above in enumerate(islice(marks[1:], _UP)):
        for name in _named(above):
            yield from (f"{name}{' > ' if at == 0 else ' '}{one}" for one in (*own, marks[0].tag))


def pointing(
    places: Sequence[Selector], right: Callable[[int, str], bool], of: str = "", *, plain: bool = True
) -> str | None:
    """Return CSS that gives what is `right` for the number of the place, below every place, or None.

    `of` is what is taken of an element: empty for its text, or such as ::attr(href); `plain` is that of `ways`.
    """
    tried: set[str] = set()
    for node in _elements(places[0]):
        if not right(0, _own(node, of)):
            continue
        for select in ways(marks_in_page(node), plain=plain):
            if select not in tried and all(right(at, _taken(place, select, of)) for at, place in enumerate(places)):
                return select + of
            tried.add(select)
    return None


def _elements(place: Selector) -> Iterable[HtmlElement]:
    """Return the elements of a place, the innermost before their ancestors."""
    return [node for node in place.root.iter() if isinstance(node.tag, str)][::-1]


def _own(node: HtmlElement, of: str) -> str:
    """Return the attribute of an element, or the beginning of its text."""
    attribute = of.removeprefix("::attr(").removesuffix(")")
    text = node.get(attribute) or "" if of else "".join(islice(node.itertext(), _LONGEST))
    return str(text).strip()[:_LONGEST]


def _taken(place: Selector, select: str, of: str) -> str:
    return (pick_html(place, (Pick(select=select + of),)) or "")[:_LONGEST]


def _named(mark: Mark) -> Iterator[str]:
    if _NAME.match(mark.id) and not _NUMBERED.search(mark.id):
        yield f"#{mark.id}"
    for name in mark.classes:
        if _NAME.match(name) and not _IDLE.match(name):
            yield f".{name}"
            yield f"{mark.tag}.{name}"
