"""Name a drafted source: its id, its own name, its language, its body."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from parsel import Selector

from config.schema.body import Body
from spiders.rows import Row, tidy

_SITE = 'meta[name="SiteName"]::attr(content), meta[property="og:site_name"]::attr(content)'
_BETWEEN = re.compile(r"\s{0,20}(?:[_|｜]|--|——?|\s[-–—]\s)\s{0,20}")
_SUFFIXES = frozenset(("cn", "com", "gov", "org", "net", "edu", "ac"))
_IN_FRONT = frozenset(("www", "m", "wap"))
_HAN, _LATIN = re.compile(r"[\u4e00-\u9fff]"), re.compile(r"[A-Za-z]{2,}")
_STATE = "中华人民共和国"


def id_of(url: str) -> str:
    """Return an id from the host's name: www.most.gov.cn is most, english.news.cn is english-news."""
    labels = (urlsplit(url).hostname or "").split(".")
    telling = [label for label in labels if label not in _SUFFIXES | _IN_FRONT] or labels
    return slug("-".join(telling)) or "source"


def site_name(page: Selector, url: str) -> str:
    """Return the site's own name: by a meta, otherwise the last part of the page's title, otherwise its host."""
    said = tidy(page.css(_SITE).get())
    title = tidy(page.css("title::text").get())
    parts = _BETWEEN.split(title) if title else []
    return said or next((part for part in reversed(parts) if part), urlsplit(url).hostname or url)


def list_name(page: Selector) -> dict[str, str]:
    """Return as `name`, if there is one, the page's own name: by a meta, otherwise by the first part of its title."""
    said = tidy(page.css('meta[name="ColumnName"]::attr(content)').get())
    name = said or _BETWEEN.split(tidy(page.css("title::text").get()) or "")[0]
    return {"name": name} if name else {}


def list_id(url: str) -> str:
    """Return an id from the last folder of a list's address."""
    folders = [part for part in urlsplit(url).path.split("/")[:-1] if part]
    return (slug(folders[-1]) if folders else "") or "news"


def language(rows: Iterable[Row]) -> str:
    """Return the language, zh or en, of most titles."""
    titles = " ".join(row.title or "" for row in rows)
    return "zh" if len(_HAN.findall(titles)) > len(_LATIN.findall(titles)) else "en"


def body_of(name: str, bodies: Mapping[str, Body]) -> str | None:
    """Return the id of the issuing body that the site is named after, or None."""
    name = name.removeprefix(_STATE)
    known = {one: id_ for id_, body in bodies.items() for one in (body.name.zh, body.name.en, *body.aliases.zh)}
    return known.get(name)


def slug(text: str) -> str:
    """Return a text as an id: small letters, digits and single hyphens; it may be empty."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:40].strip("-")
