"""Find the rows of an undeclared list page: similar links with long titles, and dates beside them."""

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice, pairwise
from unicodedata import normalize
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement
from parsel import Selector

from db.beijing import beijing_day, beijing_today, in_beijing
from spiders.dates import Stamp, date_in_url, find_date
from spiders.rows import Row, tidy
from spiders.short_dates import short_date, with_whole_dates

_MOST = 3_000
_UP, _PARTS, _STEPS, _NEXT = 6, 300, 30, 6
_SHORT_LEAST, _TITLE_LEAST, _TITLES_LEAST = 2, 5, 8
_TEASER_LEAST, _BESIDE_MOST = 20, 60
_DATED, _SAME = 0.5, 0.8
_COLUMN_MOST = 8
_HEADS = ("h1", "h2", "h3", "h4", "h5", "h6")
_INLINE = frozenset(("b", "big", "em", "font", "i", "mark", "s", "small", "strong", "sub", "sup", "u"))
_NUMBERS = re.compile(r"[\s\d:：\-/.年月日\[\]()（）]+")
_DATE_IN = re.compile(r"[\s\[(（]*(?:19|20)\d\d\s?[-/.年]\s?\d\d?(?!\d)")
_MARKS = " -–—·|｜"
_STATES = re.compile(r"^(?:on|active|cur|current|first|last|odd|even|hover|line|empty|clearfix|cf|fl|fr|w\d+)$")
_PLAIN = frozenset(("a", "li", "tr", "td", "dd", "dt", "span", "p", "h3", "h4", "h5"))
_NOISE = frozenset(
    ("nav", "menu", "foot", "footer", "crumb", "crumbs", "breadcrumb", "pagination", "share", "copyright")
)
_IDLE = re.compile(r"^(?:更多|more|查看更多|\[?详[情细]\]?|首页|上一页|下一页|尾页|返回|>+|[\d\s.]+)$", re.IGNORECASE)
_INDEX = re.compile(r"/(?:index|default)[\w-]*\.\w+$", re.IGNORECASE)
_OPENS = re.compile(r"(?:window\.open\(|location(?:\.href)?\s?=)\s?['\"]([^'\"\s]{2,300})['\"]")
_DAY_APART = re.compile(r"(?<!\d)(\d{1,2})\s+((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})(?!\d|\s*[-/.月]\s*\d)")
_YEAR_APART = re.compile(r"(?<![\d/.-])(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?\s+((?:19|20)\d\d)(?!\d|\s*[-/.年]\s*\d)")
_YEAR_BEFORE = re.compile(r"(?<!\d)((?:19|20)\d\d)年?\s+(\d{1,2})\s?[-.月]\s?(\d{1,2})(?!\d|[-/.年])")
_DAY_AFTER = re.compile(r"((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})月?\s+(\d{1,2})(?!\d|[-/:])")


@dataclass
class _Link:
    node: HtmlElement
    url: str
    title: str
    inner: str


@dataclass
class _Group:
    """Links with similar paths to the page's root, by address."""

    place: str
    links: dict[str, _Link] = field(default_factory=dict)

    @property
    def length(self) -> float:
        return statistics.median(len(link.title) for link in self.links.values())


def linked_rows(page: Selector, url: str, today: date | None = None) -> list[Row]:
    """Return the rows of the page's main list in page order: absolute address, full title, date as YYYY-MM-DD or None.

    A list that prints dates comes before one that does not; of several, the one with most title text is taken, with
    those of the same name except for a number (list, list2). There are no rows if no link reads like a title. A short
    link in the markup of the rows is one, if it has a date; the heading of the rows below it is not. Links to the same
    addresses with other, longer texts are summaries of the rows above them. Dates without a year are completed from
    their neighbours and the day of the crawl, `today`; if it is unknown, from the latest day in the page's addresses.
    """
    links = [link for node in islice(page.root.iter("a"), _MOST) if (link := _link(node, url))]
    titled = [link for link in links if _size(link.title) >= _TITLE_LEAST]
    groups = _without_summaries([group for group in _groups(titled) if group.length >= _TITLES_LEAST])
    nodes = {id(link.node) for link in links}
    rows = {id(group): _rows(group, nodes) for group in groups}
    dated = [group for group in groups if _share_dated(rows[id(group)]) >= _DATED]
    candidates = dated or [group for group in groups if len(group.links) > 1]
    if not candidates:
        return []
    main = max(candidates, key=lambda group: len(group.links) * group.length)
    alike = [group for group in groups if group is main or _name(group) == _name(main)]
    kept = [row for group in alike for row in _with_short(rows[id(group)], group, links)]
    pinned = _pinned(main, [group for group in groups if group not in alike], rows)
    kept = _in_page_order([*kept, *pinned], links) if pinned else kept
    own = {id(link) for group in alike for link in group.links.values()}
    heads = _headings(kept, [link for link in links if id(link) in own or _size(link.title) < _TITLE_LEAST])
    dated_rows = [
        Row(row.url, row.title, row.date or _day(date_in_url(row.url)))
        for row in kept
        if row.url not in heads and (row.date or not _is_home(row.url))
    ]
    return with_whole_dates(dated_rows, today or beijing_today(), lambda: today or _latest(page))


def _is_home(url: str) -> bool:
    parts = urlsplit(url)
    return not (parts.path.strip("/") or parts.query)


def _latest(page: Selector) -> date | None:
    """Return the day on which a page says that it was made, otherwise the latest in its links and pictures."""
    made = find_date(page.xpath("string(//meta[@name='others']/@content)").get(""))
    links = page.xpath("//a/@href | //img/@src").getall()[:_MOST]
    stamps = [made] if made else filter(None, map(date_in_url, links))
    return max((beijing_day(stamp.moment) for stamp in stamps), default=None)


def _pinned(main: _Group, others: Sequence[_Group], rows: dict[int, list[Row]]) -> list[Row]:
    """Return the dated rows that are marked up in another way, such as the first with a picture, in the main list."""
    nodes = [link.node for link in main.links.values()]
    outer = set(nodes[-1].iterancestors())
    whole = next((up for up in nodes[0].iterancestors("ul", "ol") if up in outer), None)
    if whole is None or len(nodes) < 2:
        return []
    held = {id(node) for node in nodes}
    free = {item for item in whole if not _holds(item, held) and _shows_date(item)}
    dated = {row.url for group in others for row in rows[id(group)] if row.date}
    links = (link for group in others for link in group.links.values() if link.url in dated - main.links.keys())
    urls = {link.url for link in links if not free.isdisjoint(link.node.iterancestors())}
    return [row for group in others for row in rows[id(group)] if row.url in urls]


def _shows_date(element: HtmlElement) -> bool:
    texts = map(str.strip, element.xpath(".//text()"))
    return _printed(_unlinked(element)) is not None or any(map(short_date, texts))


def _in_page_order(rows: list[Row], links: list[_Link]) -> list[Row]:
    known = {row.url: row for row in rows}
    return [known[url] for url in dict.fromkeys(link.url for link in links) if url in known]


def _with_short(rows: list[Row], group: _Group, links: list[_Link]) -> list[Row]:
    """Add the links with short titles that have the markup of a group of rows, and a date, in page order."""
    short = [link for link in links if _size(link.title) < _TITLE_LEAST and _place(link.node) == group.place]
    added = {link.url: row for link in short if link.url not in group.links and (row := _row(link, group)).date}
    if not added:
        return rows
    return _in_page_order([*rows, *added.values()], links)


def _headings(rows: list[Row], links: list[_Link]) -> set[str]:
    """Return the addresses of undated links to the folder of the dated row that follows: headings in a list."""
    ordered = _in_page_order(rows, links)
    return {
        row.url
        for row, following in pairwise(ordered)
        if row.date is None and following.date and _folder(row.url) == _folder(following.url).rpartition("/")[0]
    }


def _folder(url: str) -> str:
    return _INDEX.sub("", url.partition("?")[0]).rstrip("/")


def _size(title: str) -> int:
    return len("".join(title.split()))


def _groups(links: list[_Link]) -> list[_Group]:
    found: dict[str, _Group] = {}
    times = Counter(link.url for link in links)
    for link in links:
        place = _place(link.node)
        column = times[link.url] > 2 and len(link.title) <= _COLUMN_MOST
        if not column and _NOISE.isdisjoint(re.split(r"[<.]", place)):
            found.setdefault(place, _Group(place)).links.setdefault(link.url, link)
    return list(found.values())


def _without_summaries(groups: list[_Group]) -> list[_Group]:
    """Leave out groups that link a summary where a group before them links the title to the same address."""
    return [
        group
        for at, group in enumerate(groups)
        if group.length < _TEASER_LEAST or not any(_summarises(group, before) for before in groups[:at])
    ]


def _summarises(group: _Group, other: _Group) -> bool:
    both = group.links.keys() & other.links.keys()
    if not both or len(both) < _SAME * len(group.links) or group.length <= other.length:
        return False
    said = [(_plain(group.links[url].title), _plain(other.links[url].title)) for url in both]
    copies = sum(one.startswith(title) or title.startswith(one) for one, title in said)
    return copies * 2 < len(both)


def _plain(title: str) -> str:
    return normalize("NFKC", "".join(title.split()).rstrip(".…"))


def _link(node: HtmlElement, base: str) -> _Link | None:
    href = _opened(node) or (node.get("href") or "").strip()
    if not href or href.startswith(("#", "javascript:", "mailto:", "tel:")):
        return None
    try:
        url = urljoin(base, href)
        if urlsplit(url).scheme not in ("http", "https"):
            return None
    except ValueError:
        return None
    title, inner = _title(node)
    if _size(title) < _SHORT_LEAST or _IDLE.match(title):
        return None
    return _Link(node, url, title, inner)


def _opened(node: HtmlElement) -> str:
    """Return the address that a link without one opens by script: onclick="window.open('/a/1.html')"."""
    href = (node.get("href") or "").strip()
    if href and not href.startswith(("#", "javascript:")):
        return ""
    match = _OPENS.search(href) or _OPENS.search(node.get("onclick") or "")
    return match[1] if match else ""


def _title(node: HtmlElement) -> tuple[str, str]:
    """Return the title and the date in a link: the title is its heading, otherwise all that is neither date nor number.

    Beside a date, there may be a state or a summary, too: the title is the first part that is long enough.
    """
    parts = _parts(node)
    words = [part for part in parts if not _NUMBERS.fullmatch(part) and not _starts_with_date(part)] or parts
    aside = [part for part in parts if part not in words]
    shown = "".join(words).lstrip(_MARKS) if len(words) < len(parts) else "".join(node.itertext())
    if (heading := _heading(node)) is not None:
        said = _parts(heading)
        shown = "".join(heading.itertext())
        aside = [part for part in parts if part not in said and len(part) <= _BESIDE_MOST]
    elif len(words) > 1 and any(map(_DATE_IN.search, aside)):
        long = (part for part in words if _size(part) >= _TITLES_LEAST)
        shown = next(long, max(words, key=len)).lstrip(_MARKS)
    shown = tidy(" ".join(shown.split())) or ""
    told = tidy(node.get("title")) or ""
    return (told if told and _plain(told).startswith(_plain(shown)) else shown), " ".join(aside)


def _parts(node: HtmlElement) -> list[str]:
    """Return the texts in a link by the element that they are in; <em>, <b> and the like only count for a date."""
    found: list[tuple[HtmlElement | None, list[str]]] = []
    for text in node.xpath(".//text()"):
        if not text.strip():
            continue
        holder = text.getparent().getparent() if text.is_tail else text.getparent()
        while holder is not node and holder.tag in _INLINE:
            holder = holder.getparent()
        first = not found or found[-1][0] is not holder
        apart = _only_date(text.strip()) or (first and _NUMBERS.fullmatch(text))
        if first or apart:
            found.append((None if apart else holder, []))
        found[-1][1].append(text)
    return [" ".join("".join(texts).split()) for _, texts in found]


def _starts_with_date(text: str) -> bool:
    return len(text) <= _BESIDE_MOST and bool(_DATE_IN.match(text))


def _heading(node: HtmlElement) -> HtmlElement | None:
    """Return the heading of a row that is one link as a whole, if it is only one."""
    found = list(islice(node.iter(*_HEADS), 2))
    return found[0] if len(found) == 1 and _size("".join(found[0].itertext())) >= _TITLE_LEAST else None


def _only_date(text: str) -> bool:
    return bool(re.fullmatch(r"[\[(（]?[\d\s:：\-/.年月日]{5,}[\])）]?", text)) and find_date(text) is not None


def _place(node: HtmlElement) -> str:
    """Write the path upwards from a link; numbers in names, and classes that show a state, do not count."""
    steps = []
    for step in islice(chain([node], node.iterancestors()), _STEPS):
        own = "" if step.tag in _PLAIN else f"{step.get('class') or ''} {step.get('id') or ''}".lower()
        names = sorted(re.sub(r"\d+", "", name) for name in own.split() if not _STATES.match(name))
        steps.append(".".join((str(step.tag), *filter(None, names))))
    return "<".join(steps)


def _name(group: _Group) -> str:
    """Return the name of the list that a group is in: the first step up that has one."""
    return next((step for step in group.place.split("<") if "." in step), group.place)


def _rows(group: _Group, nodes: set[int]) -> list[Row]:
    rows = [_row(link, group) for link in group.links.values()]
    if len(rows) < 2 or any(row.date for row in rows):
        return rows
    dates = _dates_between(group, nodes)
    return [Row(row.url, row.title, _day(dates.get(row.url))) for row in rows]


def _row(link: _Link, group: _Group) -> Row:
    return Row(link.url, link.title, _day(_printed(link.inner) or _date_beside(link, group)) or _short(link, group))


def _around(link: _Link, group: _Group) -> Iterator[HtmlElement]:
    """Yield the elements around a link that contain no other row, outwards."""
    others = {id(other.node) for other in group.links.values() if other is not link}
    for around in islice(link.node.iterancestors(), _UP):
        if _holds(around, others):
            return
        yield around


def _holds(element: HtmlElement, nodes: set[int]) -> bool:
    """Decide whether an element contains one of the nodes, or too much to know."""
    parts = list(islice(element.iter(), _PARTS))
    return len(parts) == _PARTS or any(id(part) in nodes for part in parts)


def _date_beside(link: _Link, group: _Group) -> Stamp | None:
    """Return the date in the smallest element around the link that has one and contains no other row."""
    for around in _around(link, group):
        if stamp := _printed(_unlinked(around)):
            return stamp
    return None


def _short(link: _Link, group: _Group) -> str | None:
    """Return the date without a year in or around the link, as printed, if it is a text of its own."""
    own = (text for text in link.node.xpath(".//text()") if text.strip() != link.title)
    beside = (text for around in _around(link, group) for text in around.xpath(".//text()[not(ancestor::a)]"))
    return next(filter(None, map(short_date, map(str.strip, chain(own, beside)))), None)


def _unlinked(element: HtmlElement) -> str:
    return " ".join(element.xpath(".//text()[not(ancestor::a)]"))


def _dates_between(group: _Group, nodes: set[int]) -> dict[str, Stamp]:
    """Return dates that stand in elements of their own below each row, or above it: <h4>, then <div>; <dt>, then <dd>.

    Of the two, those of more rows count: the first or last row has none on the wrong side. `nodes` are all links, which
    such an element does not contain.
    """
    below, above = (
        {
            url: stamp
            for url, link in group.links.items()
            if (stamp := _date_next(link, group, nodes, preceding=upwards))
        }
        for upwards in (False, True)
    )
    found = above if len(above) > len(below) else below
    return found if len(found) >= _DATED * len(group.links) else {}


def _date_next(link: _Link, group: _Group, nodes: set[int], *, preceding: bool) -> Stamp | None:
    own = [link.node, *_around(link, group)][-1]
    for beside in islice(own.itersiblings(preceding=preceding), _NEXT):
        if _holds(beside, nodes):
            return None
        text = _unlinked(beside)
        if _size(text) <= _BESIDE_MOST and (stamp := _printed(text)):
            return stamp
    return None


def _printed(text: str) -> Stamp | None:
    """Return a printed date, also if a part of it is printed apart in large type: 26 2026-08, 08-26 2026."""
    if (stamp := find_date(text)) and stamp.precision != "month":
        return stamp
    for form, places in (
        (_DAY_APART, (2, 3, 1)),
        (_DAY_AFTER, (1, 2, 3)),
        (_YEAR_APART, (3, 1, 2)),
        (_YEAR_BEFORE, (1, 2, 3)),
    ):
        if found := form.search(text):
            return find_date("-".join(found[place] for place in places))
    return None


def _day(stamp: Stamp | None) -> str | None:
    return in_beijing(stamp.moment, "day") if stamp and stamp.precision not in ("month", "year") else None


def _share_dated(rows: list[Row]) -> float:
    return sum(row.date is not None for row in rows) / len(rows)
