"""Finds an article's title: the headline that the page shows and its head agrees with, without the site's name."""

import re
from collections.abc import Iterator

from bs4 import Tag

from spiders.dates import find_date
from tracker.blocks import Block, squeeze
from tracker.general.hints import names
from tracker.general.lines import heads_text, is_footer
from tracker.metas import TITLES, first

_NAMED = re.compile(r"title|headline|\btit\b|biaoti|^bt\b|_tit|tit_|-tit", re.IGNORECASE)
_LINE_MOST, _LINE_LEAST = 200, 4
_HEADS = ("h1", "h2", "h3", "h4")
_CUT = re.compile(r"\s*(?:[_|｜]|--|——?|\s[-–—·]\s?|[-–])+\s*")
_SITE = re.compile(
    r"(?:网|网站|门户|政府|频道|新闻|日报|晚报|时报|部|局|委|委员会|办公室|中心|平台|公报|在线|财经|资讯|首页|厅|院|委员会|协会|专栏|专题|动态|\.(?:cn|com))$|"
    r"^(?:www\.|The Paper|Xinhua|China|Global Times|People)|News$|Daily$|[网报][\w-]*$"
)

_OWNER = re.compile(r"(?:网|网站|人民政府|政府信息公开|首页|频道|委员会|银行|局|厅|部|公司|大学|集团|日报|社)$")


def find_title(soup: Tag, found: dict[str, str], labelled: str | None, above: list[Block]) -> str | None:
    """Return the title of an article page.

    `found` are its metas, `labelled` the value of a cell 标题, `above` the blocks before the text, where a headline
    stands that the head does not tell.
    """
    head = squeeze(soup.title.get_text()) if soup.title else ""
    shown = [*_shown(soup), *(block.text for block in above if _could_head(block))]
    told = first(found, TITLES[:1]) or ""
    if len(told) >= _LINE_LEAST and told not in (found.get("sitename"), found.get("columnname")):
        return _fuller(told, shown)
    fitting = [line for line in shown if _agree(line, head) and not _is_owner(line)]
    if fitting:
        return max(fitting, key=_length)
    if labelled:
        return labelled
    told = without_site(first(found, TITLES[1:]) or head, found.get("sitename", ""))
    if len(_flat(told)) >= _LINE_LEAST and not _is_owner(told):
        return _fuller(told, shown)
    return _nearest(above, shown) or (told if len(_flat(told)) >= _LINE_LEAST else None)


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


def _is_owner(line: str) -> bool:
    """Tell a name of the site or of its owner from a headline."""
    return len(line) <= 25 and bool(_OWNER.search(line))


def _shown(soup: Tag) -> Iterator[str]:
    for tag in soup.find_all(True):
        if tag.name in _HEADS or (tag.name not in ("html", "body", "title", "a") and any(map(_NAMED.search, names(tag)))):
            text = squeeze(tag.get_text(" " if tag.find("br") else ""))
            if _LINE_LEAST <= len(text) <= _LINE_MOST:
                yield text


def _nearest(above: list[Block], shown: list[str]) -> str | None:
    """Return the last headline before the text, else the last line that could be one."""
    lines = [block.text for block in above if _could_head(block) and not is_footer(block.text)]
    headlines = [line for line in lines if line in shown]
    return next(reversed(headlines or lines), None)


def _could_head(block: Block) -> bool:
    line = block.text
    return 6 <= len(line) <= _LINE_MOST and not block.links and not heads_text(line) and not find_date(line)


def _agree(line: str, head: str) -> bool:
    flat, whole = _flat(line), _flat(head)
    cut = whole.rstrip(".…")
    return len(flat) >= _LINE_LEAST and (whole.startswith(flat) or (len(flat) > 8 and flat in whole) or (cut != whole and flat.startswith(cut) and len(cut) > 8))


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
