"""Locate where a page's report begins: below its title, dates and sources, beside captions."""

import re
from collections.abc import Sequence

from tracker.text.normalize import Span

FEWEST_SIGNS = 24
FEWEST_WORDS = 9
LONGEST_HEAD = 1200
LONGEST_CAPTION = 500
CHINESE = re.compile(r"[\u4e00-\u9fff]")
ENDED = re.compile(r"[。！？；：，.!?:;,][\"”’」）)*]*\s*$|。|\.[\"”’]?\s")
# Where a page says whence it has the text: 2016-8-19 来源：中国经济网 作者：.
SOURCED = re.compile(r"^[^。]{0,40}(?:来源|作者|发布时间|发布日期|责任编辑|编辑|浏览|字号|字体)\s*[:：][^。]{0,40}$")
# A picture is told of, or credited behind its caption.
PICTURED = re.compile(
    r"\b(?:photos?|picture|image)\b[^.\n]{0,40}\b(?:taken|shows?|captured|provided)\b"
    r"|^\W*(?:photo|image credit|file photo)\b|\bphoto by\b|^(?:图为|资料图)|(?:资料图片|记者[^，。]{2,8}摄)",
    re.IGNORECASE,
)
CREDIT = re.compile(r"\s*(?:[(（\[][^)）\]\n]{0,30}(?:Photo|Xinhua/|CFP|VCG|摄|图片来源)[^)）\]\n]{0,30}[)）\]])")

CREDITED = re.compile(CREDIT.pattern + r"\s*$")


def prose_start(text: str, paragraphs: Sequence[Span]) -> int:
    """Where the first paragraph begins that reads as prose; 0 where none near the head does."""
    for paragraph in paragraphs:
        if paragraph.start > LONGEST_HEAD:
            return 0
        line = text[slice(*paragraph)]
        long = len(line) >= FEWEST_SIGNS if CHINESE.search(line) else len(line.split()) >= FEWEST_WORDS
        if long and ENDED.search(line) and not SOURCED.match(line) and not is_caption(text, paragraph):
            return paragraph.start
    return 0


def is_caption(text: str, span: Span) -> bool:
    """Whether a sentence or a line is the caption of a picture."""
    if span.end - span.start > LONGEST_CAPTION:
        return False
    told = text[slice(*span)]
    return bool(PICTURED.search(told) or CREDIT.match(text, span.end) or CREDITED.search(told))
