"""Trim boilerplate from both ends of an extracted text."""

import re
from itertools import pairwise, takewhile

from bs4 import Tag

from tracker.parse.annex_lines import FILES
from tracker.parse.blocks import Block
from tracker.parse.general.container import ancestors, teasers
from tracker.parse.general.datelines import is_dateline
from tracker.parse.general.english_head import is_byline, is_dated
from tracker.parse.general.hints import is_noise
from tracker.parse.general.lines import HEADINGS, ends_text, heads_text, is_long, is_sentence, surely_ends_text
from tracker.parse.general.partings import is_parting
from tracker.parse.general.title import folded

_HEAD_LINES = 10
_TAIL_SHARE, _SURE_TAIL_SHARE, _NOISE_SHARE, _SUMMARY_SHARE = 0.4, 0.7, 0.3, 0.5
_TWICE = 25
_LINKS_MOST, _LINK_LEAST = 6, 10
_MARKED = re.compile(r"[▶►▷●■◆◇★☆▪•·※○◎□△▲➤❖]|[\u4e00-\u9fff]{2,10}\s?[丨｜|：:]")
_ELSEWHERE = re.compile(
    r"\W*(?:(?:read|see|watch|listen|click|view|learn|find out|sign up|photos?|videos?|gallery)\b|more\b|also\b"
    r"|点击|查看|更多|阅读|下载|返回|视频|图集|专题|关注|推荐|往期)",
    re.IGNORECASE,
)
_POINT = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}\s?[.．、](?!\d)")
_FACT_NAME = re.compile(r"[A-Z][A-Za-z ,/&'-]{1,30}:")
_FACT_MOST = 40
_WORD = re.compile(r"\w")
_APP = re.compile(r"(?:安装|下载).{0,12}(?:客户端|APP)|^\W*推荐进入.{2,20}(?:数据库|数据通)", re.IGNORECASE)
_VIDEO = re.compile(r"\W{0,3}视频\s?[:：][^。；]{2,60}$")
"""The caption of a player above a text."""
_MARK_MOST = 4
_PARTINGS_MOST = 4


def text_blocks(found: list[Block], container: Tag, title: str | None = None) -> list[Block]:
    """Return those of the blocks in `container` that are its text, without the headline and the page's own parts."""
    parents = {id(block.tag.parent) for block in found if is_sentence(block)}
    found = [block for block in found if _WORD.search(block.text)]
    kept = _with_links_between(
        found,
        [block for block in found if block.links * 10 < block.size * 7 or _is_annex(block) or _is_told(block, parents)],
    )
    kept = _unless_text(kept, {id(block) for block in kept if _in_noise(block, container)}, _NOISE_SHARE)
    kept = _unless_text(kept, teasers(found), _SUMMARY_SHARE)
    return _once(_without_partings(_without_tail(_without_head(kept, title))))


def _unless_text(found: list[Block], idle: set[int], share: float) -> list[Block]:
    """Remove the `idle` blocks, except their sentences if these are more than a `share` of all."""
    sentences = [block for block in found if is_sentence(block)]
    held = sum(block.size for block in sentences if id(block) in idle)
    spared = held > share * sum(block.size for block in sentences)
    return [block for block in found if id(block) not in idle or (spared and is_sentence(block))]


def _in_noise(block: Block, container: Tag) -> bool:
    inner = takewhile(lambda tag: tag is not container, ancestors(block.tag))
    return any(map(is_noise, inner))


def _is_annex(block: Block) -> bool:
    links = (str(link["href"]).lower() for link in block.tag.find_all("a", href=True))
    return "附件" in block.text or any(link.endswith(FILES) for link in links)


def _is_told(block: Block, parents: set[int]) -> bool:
    """Decide whether a paragraph is text although it is mostly one link: an address to write to, an item of a list."""
    if block.tag.name != "p" or id(block.tag.parent) not in parents:
        return False
    says = (
        _POINT.match(block.text) or "。" in block.text or (block.text.endswith(".") and not block.text.endswith(".."))
    )
    return bool(says or block.tag.select_one('a[href^="mailto:" i]'))


def _with_links_between(found: list[Block], kept: list[Block]) -> list[Block]:
    """Keep links that are lines of the text: a few between two paragraphs, marked or labelled, or in the same tags."""
    numbers = {id(block): at for at, block in enumerate(found)}
    places = [numbers[id(block)] for block in kept]
    held = set(places)
    for before, after in pairwise(places):
        between = range(before + 1, after)
        if 0 < len(between) <= _LINKS_MOST and is_sentence(found[before]) and _is_text_after(found, after):
            ends = {(found[at].tag.name, id(found[at].tag.parent)) for at in (before, after)}
            held.update(at for at in between if _is_line(found[at], ends))
    return [found[at] for at in sorted(held)]


def _is_text_after(found: list[Block], at: int) -> bool:
    return any(is_sentence(block) and block.size > _TWICE for block in found[at : at + 2])


def _is_line(block: Block, beside: set[tuple[str, int]]) -> bool:
    if _ELSEWHERE.match(block.text) or ends_text(block.text) or block.size < _LINK_LEAST:
        return False
    return bool(_MARKED.match(block.text)) or beside == {(block.tag.name, id(block.tag.parent))}


def _without_head(found: list[Block], title: str | None) -> list[Block]:
    flat = "".join((title or "no title").split())
    start = 0
    for i, block in enumerate(found[:_HEAD_LINES]):
        if _is_headline(block, flat) or _leads_away(block) or heads_text(block.text) or is_dateline(block.text):
            start = i + 1
        elif is_sentence(block) and block.size > _TWICE:
            break
    return _without_head_lines(found[start:], title)


def _is_headline(block: Block, title: str) -> bool:
    """Decide whether a heading is the title, with a mark before it or more behind it."""
    text = "".join(block.text.split())
    return block.tag.name in HEADINGS and title in text[: len(title) + _MARK_MOST]


def _leads_away(block: Block) -> bool:
    """Decide whether a line above a text leads to a video, or asks by a link to install or to enter something."""
    return bool(_VIDEO.match(block.text) or (block.links and _APP.search(block.text)))


def _without_head_lines(found: list[Block], title: str | None) -> list[Block]:
    """Remove the English date, the byline and the repeated title between a standfirst and the first long paragraph."""
    long = next((i for i, block in enumerate(found[:_HEAD_LINES]) if is_long(block)), 0)
    flat = folded(title or "no title")
    idle = [is_dated(block.text) or is_byline(block.text) or folded(block.text) == flat for block in found[:long]]
    return [*(block for block, drop in zip(found[:long], idle, strict=True) if not drop), *found[long:]]


def _without_tail(found: list[Block]) -> list[Block]:
    """Cut at the first line that ends the text and is followed by little text."""
    rest = total = sum(block.size for block in found if is_sentence(block))
    for i, block in enumerate(found):
        share = _SURE_TAIL_SHARE if surely_ends_text(block.text) else _TAIL_SHARE
        if i and ends_text(block.text) and rest <= total * share:
            return found[:i]
        if i and rest <= total * _TAIL_SHARE and _are_facts(found[i : i + 4]):
            return found[:i]
        rest -= block.size if is_sentence(block) else 0
    return found


def _without_partings(found: list[Block]) -> list[Block]:
    """Remove the last lines that the site adds, at most a few, and never all that there is."""
    for _ in range(_PARTINGS_MOST):
        if len(found) < 3 or not is_parting(found[-1].text, found[-2].text):
            return found
        found = _without_tail(found[:-1])
    return found


def _are_facts(found: list[Block]) -> bool:
    """Decide whether a table of facts begins, in lines: "Website:", "example.com", "Funding:", "$2M"."""
    named = [bool(_FACT_NAME.fullmatch(block.text)) for block in found]
    short = all(len(block.text) <= _FACT_MOST for block in found)
    return short and named[:1] == [True] and sum(named) > 1


def _once(found: list[Block]) -> list[Block]:
    """Keep one of two copies: pages for wide and narrow screens contain the same text twice."""
    first = next((at for at, block in enumerate(found) if block.size >= _TWICE), len(found))
    for again in range(first + 1, len(found)):
        if found[again].text == found[first].text and _alike(found[first:again], found[again:]):
            return found[: max(again - first, first + 1)]  # the short lines above are printed twice, too
    return found


def _alike(here: list[Block], there: list[Block]) -> bool:
    one, other = ({block.text for block in part if block.size >= _TWICE} for part in (here, there))
    return len(one & other) * 10 >= max(len(one), len(other)) * 8
