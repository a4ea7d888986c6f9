"""Finds an article's title: the headline that the page shows and its head agrees with, without the site's name."""

import re
from collections.abc import Iterator

from bs4 import Tag

from tracker.blocks import squeeze
from tracker.general.hints import names
from tracker.metas import TITLES, first

_NAMED = re.compile(r"title|headline|\btit\b|biaoti|^bt\b|_tit|tit_|-tit", re.IGNORECASE)
_LINE_MOST, _LINE_LEAST = 200, 4
_HEADS = ("h1", "h2", "h3", "h4")
_CUT = re.compile(r"\s*(?:[_|｜]|--|——?|\s[-–—·]\s?|[-–])+\s*")
_SITE = re.compile(
    r"(?:网|网站|门户|政府|频道|新闻|日报|晚报|时报|部|局|委|委员会|办公室|中心|平台|公报|在线|财经|资讯|首页|厅|院|会|专栏|专题|动态|\.(?:cn|com))$|"
    r"^(?:www\.|The Paper|Xinhua|China|Global Times|People)|News$|Daily$|[网报][\w-]*$"
)


def find_title(soup: Tag, found: dict[str, str], labelled: str | None = None) -> str | None:
    """Return the title of an article page, given its metas and the value of a cell that is labelled as its title."""
    head = squeeze(soup.title.get_text()) if soup.title else ""
    shown = list(_shown(soup))
    told = first(found, TITLES[:1]) or ""
    if len(told) >= _LINE_LEAST and told not in (found.get("sitename"), found.get("columnname")):
        return _fuller(told, shown)
    fitting = [line for line in shown if _agree(line, head)]
    if fitting:
        return max(fitting, key=_length)
    if labelled:
        return labelled
    told = first(found, TITLES[1:]) or head
    if len(_flat(told)) >= _LINE_LEAST:
        return _fuller(without_site(told, found.get("sitename", "")), shown)
    return next(iter(shown), None)


def without_site(title: str, site: str = "") -> str:
    """Cut the names of site and channel off a page's title: Title_Channel_Site, Title - Site, Title|Site."""
    parts = _CUT.split(title)
    marks = _CUT.findall(title)
    while len(parts) > 1 and (_is_site(parts[-1], site) or any(sign in marks[-1] for sign in "_|｜") or "--" in marks[-1]):
        parts.pop()
        marks.pop()
    kept = "".join(part + mark for part, mark in zip(parts, [*marks, ""], strict=True))
    return kept if len(_flat(kept)) >= _LINE_LEAST else title


def _is_site(part: str, site: str) -> bool:
    return not part or part == site or (len(part) <= 30 and bool(_SITE.search(part)))


def _shown(soup: Tag) -> Iterator[str]:
    for tag in soup.find_all(True):
        if tag.name in _HEADS or (tag.name not in ("html", "body", "title", "a") and any(map(_NAMED.search, names(tag)))):
            text = squeeze(tag.get_text(" " if tag.find("br") else ""))
            if _LINE_LEAST <= len(text) <= _LINE_MOST:
                yield text


def _agree(line: str, head: str) -> bool:
    flat, whole = _flat(line), _flat(head)
    cut = whole.rstrip(".…")
    return len(flat) >= _LINE_LEAST and (whole.startswith(flat) or (cut != whole and flat.startswith(cut) and len(cut) > 8))


def _fuller(told: str, shown: list[str]) -> str:
    """Prefer the line on the page where the head cuts it short."""
    cut = _flat(told).rstrip(".…")
    longer = [line for line in shown if _flat(line).startswith(cut) and len(_flat(line)) > len(_flat(told))]
    if told.endswith(("...", "…")) and longer:
        return min(longer, key=_length)
    return next((line for line in shown if _flat(line) == _flat(told)), told)


def _flat(text: str) -> str:
    return "".join(text.split())


def _length(text: str) -> int:
    return len(_flat(text))
