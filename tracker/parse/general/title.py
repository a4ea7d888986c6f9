"""Extract the headline of a page without a layout."""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile
from unicodedata import normalize

from bs4 import Tag

from spiders.dates import find_date
from tracker.parse.blocks import Block, squeeze
from tracker.parse.general.hints import names
from tracker.parse.general.lines import HEADINGS, heads_text, is_footer, is_paging
from tracker.parse.metas import TITLES, first

_NAMED = re.compile(r"title|headline|\btit\b|biaoti|^bt\b|_tit|tit_|-tit|^h[12]$", re.IGNORECASE)
_CUT_SHORT = ("...", "…")
_SIGNS = re.compile(r"[\W_]+")
_LINE_MOST, _LINE_LEAST = 200, 4
_NEAR, _SHARED, _SHARED_LATIN, _SHARED_PART = 12, 6, 12, 0.3
_CUT = re.compile(r"\s{0,20}(?:[_|｜]|--|——?|\s[-–—·]\s?|[-–])+\s{0,20}")
_SITE = re.compile(
    r"(?:网|网站|门户|政府|频道|新闻|日报|晚报|时报|部|局|委|委员会|办公室|中心|平台|公报|在线|财经|资讯|首页|厅|院|"
    r"委员会|协会|专栏|专题|动态|\.(?:cn|com))$|"
    r"^(?:www\.|The Paper|Xinhua|China|Global Times|People)|News$|Daily$|[网报][\w-]*$"
)

_KIND = re.compile(
    r"(?:untitled|document|untitled document|new page|index|detail|无标题(?:文档|页)?|(?:网站)?首页"
    r"|(?:新闻|文章|信息|内容|通知|公告|政策|文件|资讯|动态)?(?:详情|详细|正文|内容|浏览|查看|展示)(?:页|页面|信息)?"
    r"|(?:文章)?打印(?:本页|预览|页面|版|文章)?)",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:首页\W+)?[\u4e00-\u9fff]{0,4}"
    r"(?:动态|要闻|新闻|资讯|公告|公示|快讯|专栏|信息|解读|法规|文件|报道|动向|观察|时讯|发布|公开|中心)"
)
"""A name of a part of a site, which is no headline if the page has another: 新闻动态, 首页 - 通知公告."""
_PAPER = re.compile(
    r"关于.{4,}|.{8,}(?:通知|意见|公告|通告|决定|办法|方案|规划|计划|批复|公示|措施|细则|规定|条例|报告|公报|解读)"
)
"""A title of a paper, which stands in the text where its page has no other headline."""
_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_OWNER = re.compile(r"(?:网|网站|人民政府|政府信息公开|首页|频道|委员会|银行|局|厅|部|公司|大学|集团|日报|社)$")


def find_title(
    soup: Tag, found: dict[str, str], labelled: str | None, above: list[Block], first_lines: list[Block]
) -> str | None:
    """Return the title of an article page.

    `found` are its metas, `labelled` the value of a cell 标题, `above` the blocks before the text and `first_lines` the
    first of it, where a headline may be that the head does not have.
    """
    head = squeeze(soup.title.get_text()) if soup.title else ""
    heads = list(_shown(soup))
    shown = [*heads, *(block.text for block in above if _could_head(block))]
    told = first(found, TITLES[:1]) or ""
    if len(told) >= _LINE_LEAST and told not in (found.get("sitename"), found.get("columnname")):
        return _fuller(told, shown)
    kept = without_site(head, found.get("sitename", ""))
    fitting = [line for line in shown if _agree(line, head, kept) and not (_is_owner(line) or _is_section(line))]
    if fitting:
        return max(fitting, key=_length)
    if labelled:
        return labelled
    told = without_site(first(found, TITLES[1:]) or head, found.get("sitename", ""))
    if _names_no_article(told, heads):
        told = ""
    if heading := _only_heading(soup, told, above):
        return heading
    if _length(told) >= _LINE_LEAST and not _is_owner(told):
        return _fuller(told, shown)
    near = _nearest(above, first_lines, heads) or _in_text(first_lines)
    return near or (told if _length(told) >= _LINE_LEAST else _first_headline(heads))


def without_site(title: str, site: str = "") -> str:
    """Remove the names of site and channel from a page's title: Title_Channel_Site, Title - Site, Title|Site."""
    parts = _CUT.split(title)
    marks = _CUT.findall(title)
    while len(parts) > 1 and (
        _is_site(parts[-1], site) or any(sign in marks[-1] for sign in "_|｜") or "--" in marks[-1]
    ):
        parts.pop()
        marks.pop()
    kept = "".join(part + mark for part, mark in zip(parts, [*marks, ""], strict=True))
    return kept if _length(kept) >= _LINE_LEAST else title


def behind_title(head: str) -> set[str]:
    """Return the names of site and channel behind a page's title."""
    return set(_CUT.split(squeeze(head))[1:])


def _is_site(part: str, site: str) -> bool:
    return not part or part == site or (len(part) <= 30 and bool(_SITE.search(part)))


def _is_owner(line: str) -> bool:
    """Distinguish a name of the site or of its owner from a headline."""
    return len(line) <= 25 and bool(_OWNER.search(line))


def _is_section(line: str) -> bool:
    return bool(_SECTION.fullmatch(line))


def _names_no_article(head: str, heads: list[str]) -> bool:
    """Decide whether a head names a kind of page, or is what an editor wrote on a Chinese page: Document."""
    return bool(_KIND.fullmatch(head) or _is_section(head) or (not _HAN.search(head) and any(map(_HAN.search, heads))))


def _first_headline(heads: list[str]) -> str | None:
    lines = (line for line in heads if _length(line) > _LINE_LEAST and not _is_owner(line))
    return next((line for line in lines if not heads_text(line) and not _KIND.fullmatch(line)), None)


def _shown(soup: Tag) -> Iterator[str]:
    """Yield the texts of headings, and of what is named as one and holds none."""
    for tag in soup.find_all(True):
        heading = tag.name in HEADINGS
        if heading or (tag.name not in ("html", "body", "title", "a") and any(map(_NAMED.search, names(tag)))):
            text = squeeze(tag.get_text(" " if tag.find("br") else ""))
            if _LINE_LEAST <= len(text) <= _LINE_MOST and (heading or tag.find(HEADINGS) is None):
                yield text


def _nearest(above: list[Block], first_lines: list[Block], heads: list[str]) -> str | None:
    """Return the last of the greatest headlines above the first paragraph, otherwise the last line that could be one.

    In the text's own element, only a heading is a headline, also if it is a link.
    """
    lines = [block for block in above if _could_head(block) and not is_footer(block.text)]
    inner = [block for block in first_lines if _could_head(block) or block.tag.name in HEADINGS[:2]]
    headlines = [block for block in (*lines, *inner) if block.text in heads and not _is_section(block.text)]
    ranked = sorted(
        headlines[-_NEAR:], key=lambda block: (*HEADINGS, block.tag.name).index(block.tag.name), reverse=True
    )
    return next((block.text for block in reversed(ranked or lines)), None) or _above_dateline(first_lines)


def _above_dateline(first_lines: list[Block]) -> str | None:
    """Return the line right above the one of date and source, in a text that is printed with both."""
    for line, below in pairwise(first_lines):
        if _could_head(line) and not line.text.endswith(("：", ":")) and heads_text(below.text):
            return line.text
    return None


def _in_text(first_lines: list[Block]) -> str | None:
    """Return the first line of the text that is a title of a paper."""
    return next((line.text for line in first_lines if _could_head(line) and _PAPER.fullmatch(line.text)), None)


def _could_head(block: Block) -> bool:
    line = block.text
    if block.links or not 6 <= len(line) <= _LINE_MOST or _ADDRESS.match(line):
        return False
    return not (heads_text(line) or is_paging(line) or find_date(line))


def _only_heading(soup: Tag, told: str, above: list[Block]) -> str | None:
    """Return the page's only h1, right above the text, if it begins as the head does and then says it otherwise."""
    headings = list(filter(None, (squeeze(tag.get_text(" ")) for tag in soup.find_all("h1"))))
    if len(headings) != 1 or _is_owner(headings[0]) or not _LINE_LEAST <= len(headings[0]) <= _LINE_MOST:
        return None
    far = any(block.text == headings[0] for block in above[:-_NEAR])
    said = folded(headings[0])
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(said, folded(told), strict=False)))
    least = max(_SHARED_LATIN if said.isascii() else _SHARED, len(said) * _SHARED_PART)
    return headings[0] if shared >= least and not far else None


def _agree(line: str, head: str, kept: str) -> bool:
    """Decide whether a line is the headline in the head of the page, and not what is cut off it: | Example.com."""
    said, whole, rest = folded(line), folded(head), folded(kept)
    if len(said) < _LINE_LEAST or (len(said) < len(rest) and said in whole and said not in rest):
        return False
    cut_short = head.endswith(_CUT_SHORT) and len(whole) > 8 and said.startswith(whole)
    return whole.startswith(said) or (len(said) > 8 and said in whole) or cut_short


def _fuller(told: str, shown: list[str]) -> str:
    """Prefer the line on the page if the head truncates it."""
    said = folded(told)
    longer = [line for line in shown if folded(line).startswith(said) and folded(line) != said]
    if told.endswith(_CUT_SHORT) and longer:
        return min(longer, key=_length)
    return next((line for line in shown if folded(line) == said), told)


def folded(text: str) -> str:
    """Fold a title to letters and digits: heads and pages differ in quotes, dashes, blanks and capitals."""
    return _SIGNS.sub("", normalize("NFKC", text)).casefold()


def _length(text: str) -> int:
    return len(folded(text))
