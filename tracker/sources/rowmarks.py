"""Describe the rows of an HTML list for a declaration: the CSS of a row, and of link, title and date in it."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement
from parsel import Selector

from db.beijing import in_beijing
from spiders.dates import find_date
from spiders.listing import LINK, TITLE
from spiders.picks import pick_html
from spiders.repeats import linked_rows
from spiders.rows import Row, absolute, tidy
from spiders.short_dates import short_date, with_whole_dates
from tracker.sources.selectors import marks_in_page, pointing, ways

_ROWS = ("li", "tr", "dl")


def html_facts(page: Selector, base: str) -> dict[str, Any] | None:
    """Return `rows`, and `link`, `title` and `date` if needed, of the page's main list; None without one."""
    rows = linked_rows(page, base)
    if not rows:
        return None
    elements = _elements(page, base, rows)
    if (select := _rows(page, elements)) is None:
        return {"rows": _links(page, base, rows)}
    places = [Selector(root=element) for element in elements]
    facts = {"rows": select, "link": _link(places, base, rows), "title": _title(places, rows)}
    return {name: value for name, value in (facts | {"date": _date(places, rows)}).items() if value}


def _elements(page: Selector, base: str, rows: Sequence[Row]) -> list[HtmlElement]:
    """Return the element of each row: the outermost around its link that contains no other row's link."""
    known = {row.url for row in rows}
    links = [
        (node, url) for node in page.root.iter("a") if (url := absolute(base, str(node.get("href") or ""))) in known
    ]
    first = {url: node for node, url in reversed(links)}
    if len(rows) == 1:
        return [_alone(first[rows[0].url], rows[0].date)]
    return [_around(first[row.url], row.url, links) for row in rows]


def _alone(link: HtmlElement, date: str | None) -> HtmlElement:
    """Return the element of a row without neighbours to compare: by its tag, or the first one that shows the date."""
    ways_up = [link, *link.iterancestors()]
    by_tag = next((up for up in ways_up if up.tag in _ROWS), None)
    return by_tag if by_tag is not None else next((up for up in ways_up if _shows(up, date)), link)


def _shows(element: HtmlElement, date: str | None) -> bool:
    stamp = find_date(str(element.xpath("string()")))
    return stamp is not None and in_beijing(stamp.moment, "day") == date


def _around(link: HtmlElement, own: str, links: list[tuple[HtmlElement, str]]) -> HtmlElement:
    others = {id(node) for node, url in links if url != own}
    element = link
    for up in link.iterancestors():
        if up.tag == "body" or any(id(node) in others for node in up.iter("a")):
            break
        element = up
        if up.tag in _ROWS:
            break
    return element


def _rows(page: Selector, elements: Sequence[HtmlElement]) -> str | None:
    """Return CSS that selects all the elements and nothing else with a link; otherwise with the least of it."""
    wanted = {id(element) for element in elements}
    least: tuple[int, str] | None = None
    marks = marks_in_page(elements[0])
    for select in (*ways(marks, plain=False), marks[0].tag):
        found = [each.root for each in page.css(select)]
        if wanted <= {id(element) for element in found}:
            extra = sum(id(element) not in wanted and next(element.iter("a"), None) is not None for element in found)
            least = min(least or (extra, select), (extra, select), key=lambda each: each[0])
    return least[1] if least and least[0] <= len(elements) else None


def _links(page: Selector, base: str, rows: Sequence[Row]) -> str:
    """Return CSS of the rows' links themselves, for rows in different elements: by what their addresses share."""
    urls = {row.url for row in rows}
    found: list[tuple[int, str]] = []
    for part in re.findall(r"[A-Za-z_/.-]{2,}", urlsplit(rows[0].url).path):
        select = f'a[href*="{part}"]'
        selected = [absolute(base, str(each.root.get("href") or "")) for each in page.css(select)]
        if urls <= set(selected):
            found.append((len(selected), select))
    return min(found, default=(0, "a"))[1]


def _link(places: Sequence[Selector], base: str, rows: Sequence[Row]) -> str | None:
    def right(at: int, href: str) -> bool:
        return bool(href) and absolute(base, href) == rows[at].url

    if all(right(at, pick_html(place, LINK) or "") for at, place in enumerate(places)):
        return None
    return pointing(places, right, "::attr(href)")


def _title(places: Sequence[Selector], rows: Sequence[Row]) -> str | None:
    def right(at: int, text: str) -> bool:
        return tidy(text) == rows[at].title

    if all(right(at, pick_html(place, TITLE) or "") for at, place in enumerate(places)):
        return None
    return pointing(places, right) or pointing(places, right, "::attr(title)")


def _date(places: Sequence[Selector], rows: Sequence[Row]) -> str | None:
    dated = [at for at, row in enumerate(rows) if row.date]

    def right(at: int, text: str) -> bool:
        day = rows[dated[at]].date or ""
        stamp = find_date(text)
        if stamp is None:
            short = Row("", rows[dated[at]].title, short_date(text))
            return with_whole_dates([short], date.fromisoformat(day))[0].date == day
        return in_beijing(stamp.moment, "day") == day

    return pointing([places[at] for at in dated], right) if dated else None
