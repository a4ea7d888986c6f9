"""Extract the publisher of a page without a layout."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise, takewhile

from bs4 import Tag

from spiders.dates import find_date
from tracker.parse.blocks import Block
from tracker.parse.general.accounts import accounts
from tracker.parse.general.datelines import CHINESE_DAY, NUMERIC_DAY
from tracker.parse.general.hints import names
from tracker.parse.general.issues import paper_of
from tracker.parse.labels import Label
from tracker.parse.metas import PUBLISHERS, SECTIONS, first

_MOST = 60
_BEGINNING = 2
_AGENCY = re.compile(
    r"据?(?!本)(?P<name>[\u4e00-\u9fff]{1,8}?(?:社|网|报))[\u4e00-\u9fff]{0,6}\s?\d{1,2}月\d{1,2}日(?:电|讯|消息)"
    r"|[A-Z][A-Za-z .,'’]{2,40}\d{1,2}\s\((?P<agency>[A-Z][A-Za-z ]{1,20})\)\s?[-–—]"
)
"""How agencies begin their reports: 新华社北京1月5日电, BEIJING, Jan. 5 (Xinhua) --."""
_ABOVE, _FAR, _BELOW = 12, 40, 4
_NOBODY = re.compile(r"(?:综合|来自)?(?:互联网|网络)(?:综合|整理|资料|素材)?")
"""What is printed as a source and names none; it counts if the page has no name at all."""
_PARTS_MOST = 50
_ANY_YEAR = 2000
_HAN = re.compile(r"[\u4e00-\u9fff]")
_DAY = re.compile(rf"{CHINESE_DAY}|{NUMERIC_DAY}(?:\s{{0,2}}\d\d?[:：]\d\d(?:[:：]\d\d)?)?")
_BAR = re.compile(r"[|｜]")
_STOP = re.compile(
    r"(?:\s{0,20}(?:(?:19|20)\d\d\s{0,20}[-年/.]|[【\[|｜])|\s{1,20}[（(]?(?:作者|记者|编辑|责编|责任|点击|浏览|阅读|"
    r"字体|字号|原创稿|发布|时间|日期|分享|打印|收藏|"
    r"大\s*中|纠错|扫一扫|关注|视力|语音|参与|评论|\d{1,2}[:月-]\d{1,2})).*$"
)
_COUNTED = re.compile(
    r"(?:浏览|点击|阅读|访问|作者|责任编辑|编辑|(?:发布|更新)(?:时间|日期)|成文日期|字体|字号)"
    r"(?:次数|量|数|率)?\s?[:：].*$"
)
"""What follows a name without a blank between them."""
_WRITER = re.compile(
    r"(?P<medium>[\d\u4e00-\u9fff]{2,12}(?:网|报|社|台|客户端|经济报道|新闻))\s{1,20}[\u4e00-\u9fff]{2,3}"
    r"(?:\s{1,4}[\u4e00-\u9fff]{2,6}报道)?$"
)
"""A medium with its writer behind it: 经济日报 李明, 某某新闻 李明 北京报道."""
_LEAD = re.compile(
    r"^(?:(?:信息|文章|稿件|新闻)?来源(?:于|自)?\s*[:：]\s*|(?:Sources?(?:\(s\))?|By)\s*:\s*|By\s+(?=[A-Z]))"
)
_ORGANISATION = re.compile(
    r"(?:网|网站|报|社|台|局|部|委|委员会|办|办公室|院|厅|会|署|政府|在线|新闻|日报|杂志|周刊|客户端|频道|中心|公司|"
    r"集团|资讯|财经|商讯|站|"
    r"公众号|微信|[a-z]\.cn|发布|融媒|传媒|之家|观察|论坛|科技|报道|快讯|[Nn]ews|Daily|Times|Post|TV\d*|Xinhua)$"
)
_NAMED = re.compile(
    r"source|laiyuan|(?:^|[-_])ly(?:$|[-_])|media|origin|from|author-?name|account-?name|nickname|\bsour\b",
    re.IGNORECASE,
)
_HOW = re.compile(r"\s?[\[（(【](?:整理|编辑|编译|原创|综合|转载)[\]）)】]$")
_MARK = re.compile(r"\W*(?:来源|稿源|出处|來源|原创)\s*")
"""What stands before a name in an element of its own."""
_OF_WRITER = re.compile(r"By [A-Z][\w.'’ ,-]{2,60}\((?P<name>[A-Z][\w.'’ &]{2,30})\)")
"""Whom the writer of a byline works for: By Zhang San (Example Daily)."""
_TOPICS = re.compile(
    r"\W{0,3}(?:tags?|tagged|topics?|keywords?|filed under|标签|关键词|关键字|栏目|频道|专题|分类)\s*[:：]",
    re.IGNORECASE,
)
"""What comes before links to what is about the same, which are no names of publishers."""
_TOLD = ("dc.source", "source", "dc.publisher", "og:site_name")
_IDLE = re.compile(
    r"^来自|^(?:微信|微博|新浪微博|腾讯微博|朋友圈|QQ空间|QQ|Qzone)$"
    r"|评论|参与|收藏|分享|字|打印|阅读|浏览|点击|首页|位置|>|》|登录|编辑|记者|作者"
    r"|客户端下载|关注|原创|图集|来源|：|:"
)


def find_publisher(
    found: list[Block], text: range, facts: list[Label], metas: dict[str, str], title: str | None, sites: set[str]
) -> str | None:
    """Return the publisher as printed, or None.

    `text` numbers the blocks of the article's text, `sites` are what the head of the page says behind the title.
    """
    printed = [fact for fact in facts if fact.kind == "publisher"]
    printed.sort(key=lambda fact: fact.at in text)
    cells = (fact for fact in facts if fact.kind == "body")
    above = found[max(0, text.start - _ABOVE) : text.start]
    told = {metas[name] for name in _TOLD if name in metas} | sites
    sections = {metas[name] for name in SECTIONS if name in metas}
    unlabelled = [
        first(metas, PUBLISHERS) or "",
        *(name for name in _beside_date(above, told) if name not in (title or "")),
    ]
    names = [fact.value for fact in (*printed, *cells) if not _NOBODY.fullmatch(fact.value)]
    names += (name for name in unlabelled if name not in sections)
    names += accounts(found[max(0, text.start - _FAR) : text.start])
    names += filter(None, (paper_of(block.text) for block in found[max(0, text.start - _ABOVE) : text.stop + _BELOW]))
    names += _agencies(found[at] for at in text[:_BEGINNING])
    names += (fact.value for fact in printed)
    return next((name for value in names if (name := clean(value))), None)


def _agencies(first: Iterator[Block]) -> Iterator[str]:
    """Yield the agencies that name themselves at the beginning of the text."""
    for match in filter(None, (_AGENCY.match(block.text) for block in first)):
        yield match["name"] or match["agency"]


def clean(value: str) -> str:
    """Remove a label before a name, and what the line says after it."""
    value = _LEAD.sub("", value.strip())
    value = _COUNTED.sub("", _STOP.sub("", value)).rstrip("（(").strip(" \t·,，;；|/-")
    value = _WRITER.sub(r"\g<medium>", value)
    if value.endswith((")", "）")) and not set(value) & {"(", "（"}:
        value = value[:-1]
    return value if 1 < len(value) <= _MOST and not find_date(value) else ""


def _beside_date(above: list[Block], told: set[str]) -> list[str]:
    """Return names without a label, in or beside the date's line.

    First those marked by their class, then organisations, and names that a meta has, too.
    """
    dated = [at for at, block in enumerate(above) if block.size <= _MOST * 2 and _has_date(" ".join(block.pieces))]
    named: list[str] = []
    others: list[str] = []
    for at in reversed(dated):
        for block in above[max(0, at - 1) : at + 2]:
            named += (match["name"] for match in [_OF_WRITER.match(block.text)] if match)
            printed = takewhile(lambda piece: not _TOPICS.match(piece), block.pieces)
            pieces = [part.strip() for piece in printed for bar in _BAR.split(piece) for part in _without_date(bar)]
            pieces = [_HOW.sub("", piece) for piece in pieces]
            fitting = [
                piece for piece in pieces if len(piece) <= 25 and not _has_date(piece) and not _IDLE.search(piece)
            ]
            named += (name for mark, name in pairwise(pieces) if _MARK.fullmatch(mark) and name in fitting)
            whole = any(_NAMED.search(name) for name in names(block.tag))
            marked = set(_named_parts(block)) if fitting and not whole else ()
            named += (piece for piece in fitting if whole or piece in marked)
            others += (piece for piece in fitting if _ORGANISATION.search(piece) or piece in told)
    return named + others


def _named_parts(block: Block) -> Iterator[str]:
    """Yield the texts of the elements within a line that are named as its source."""
    for tag in islice(block.tag.descendants, _PARTS_MOST):
        if isinstance(tag, Tag) and any(_NAMED.search(name) for name in names(tag)):
            yield " ".join(tag.get_text().split())


def _without_date(piece: str) -> list[str]:
    """Split a piece at the date in it: 某某局 2026-09-18 10:20; in Chinese at blanks, too."""
    if not (match := _DAY.search(piece)):
        return [piece]
    parts = [piece[: match.start()], piece[match.end() :]]
    return [word for part in parts for word in (part.split() if _HAN.search(piece) else [part.strip(" ,;")])]


def _has_date(text: str) -> bool:
    """Decide whether a text has a date, with or without a year."""
    return find_date(text, _ANY_YEAR) is not None
