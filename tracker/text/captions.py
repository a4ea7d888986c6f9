"""Recognise the captions of pictures."""

import re

from tracker.text.normalize import Span

LONGEST_CAPTION = 500
# A caption describes a picture, or credits it at the end.
PICTURED = re.compile(
    r"\b(?:photos?|picture|image)\b[^.\n]{0,40}\b(?:taken|shows?|captured|provided)\b"
    r"|^\W*(?:photo|image credit|file photo)\b|\bphoto by\b|^(?:图为|资料图)|(?:资料图片|记者[^，。]{2,8}摄)",
    re.IGNORECASE,
)
CREDIT = re.compile(r"\s*(?:[(（\[][^)）\]\n]{0,30}(?:Photo|Xinhua/|CFP|VCG|摄|图片来源)[^)）\]\n]{0,30}[)）\]])")

# Or without brackets: Photo: Xinhua.
CREDITED = re.compile(CREDIT.pattern + r"\s*$|\b(?:Photos?|Pictures?|Images?|Illustration) ?[:：] ?[\w /.&@-]{2,40}$")


def is_caption(text: str, span: Span) -> bool:
    """Decide whether a sentence or a line is the caption of a picture."""
    if span.end - span.start > LONGEST_CAPTION:
        return False
    told = text[slice(*span)]
    return bool(PICTURED.search(told) or CREDIT.match(text, span.end) or CREDITED.search(told))


def is_in_caption(text: str, place: int, sentence: Span) -> bool:
    """Decide whether a place is in a caption: its sentence is one, or its line with the credit at the end."""
    end = text.find("\n", place)
    line = Span(text.rfind("\n", 0, place) + 1, end if end >= 0 else len(text))
    return is_caption(text, sentence) or is_caption(text, line)
