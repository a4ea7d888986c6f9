"""Locate where a page's report begins: below its title, dates and sources, beside captions."""

import re
from collections.abc import Sequence

from tracker.text.captions import is_caption
from tracker.text.normalize import Span

FEWEST_SIGNS = 24
FEWEST_WORDS = 9
LONGEST_HEAD = 1200
CHINESE = re.compile(r"[\u4e00-\u9fff]")
ENDED = re.compile(r"[。！？；：，.!?:;,][\"”’」）)*]*\s*$|。|\.[\"”’]?\s")
# The source line of a page: 2016-8-19 来源：中国经济网 作者：.
SOURCED = re.compile(r"^[^。]{0,40}(?:来源|作者|发布时间|发布日期|责任编辑|编辑|浏览|字号|字体)\s*[:：][^。]{0,40}$")


def prose_start(text: str, paragraphs: Sequence[Span]) -> int:
    """Return where the first paragraph begins that reads as prose; 0 where none near the head does."""
    for paragraph in paragraphs:
        if paragraph.start > LONGEST_HEAD:
            return 0
        line = text[slice(*paragraph)]
        long = len(line) >= FEWEST_SIGNS if CHINESE.search(line) else len(line.split()) >= FEWEST_WORDS
        if long and ENDED.search(line) and not SOURCED.match(line) and not is_caption(text, paragraph):
            return paragraph.start
    return 0
