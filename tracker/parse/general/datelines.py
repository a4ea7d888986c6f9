"""Recognise a line above a text that consists of its date and what is printed beside it: source, author, buttons."""

import re

from spiders.dates import find_date
from tracker.parse.labels import SPELLINGS
from tracker.parse.spaced import any_of

_MOST, _WORDS_MOST, _PIECE_MOST = 120, 8, 24
_STOPS = re.compile(r"[。；！？;!?]|[a-z]\.$|，")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
NUMERIC_DAY = r"(?:19|20)\d\d\s?[-/.年]\s?\d\d?\s?[-/.月]\s?\d\d?\s?日?"
CHINESE_DAY = r"[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
_DATE = re.compile(
    rf"{NUMERIC_DAY}|\d\d?[-/.]\d\d?[-/.](?:19|20)\d\d"
    rf"|{_MONTH}\s+\d\d?(?:st|nd|rd|th)?(?:,\s*|\s+)(?:19|20)\d\d"
    rf"|\d\d?(?:st|nd|rd|th)?[\s-]{_MONTH}[\s,-]+(?:19|20)\d\d"
    rf"|{CHINESE_DAY}",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?:[上下]午\s?)?\d\d?\s?[:：时]\s?\d\d(?:\s?[:：分]\s?\d\d)?[分秒]?(?:\s?[AaPp]\.?[Mm]\b\.?)?")
_APART = re.compile(r"[\s\u3000|｜丨·•/\\【】\[\]()（）—–,-]+")
_NAMES = any_of([name for names in SPELLINGS.values() for name in names])
_LABEL = re.compile(rf"(?:{_NAMES})\s*[:：]", re.IGNORECASE)
_TIME = re.compile(r"(?:时间|日期|Date|Time)\s*[:：]?", re.IGNORECASE)
_WIDGET = re.compile(
    r"[大中小]{1,3}|\d+|第\d+版|(?:星期|周)[一二三四五六日天]|原创|转载|收藏|打印(?:本页)?|关闭(?:窗口)?|分享(?:到)?"
    r"|字[体号]|(?:我要)?评论|(?:www\.)?[\w.]+\.(?:cn|com|net|org)"
)
_OWNER = re.compile(
    r"(?:经济报道|网|网站|报|社|台|局|部|委|委员会|办|办公室|院|厅|会|署|政府|日报|中心|客户端|发布|处|司)$"
)
_PERSON = re.compile(r"[\u4e00-\u9fff]{2,4}")
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,6}报道")
"""The writer behind the name of a medium, and where from: 某某报 李明 北京报道."""
_WORD = re.compile(
    r"[A-Z][\w.'’&]*[:：]?(?:[A-Z]\w*)?|\d+"
    r"|(?:of|the|for|by|on|at|in|and|min|read|mins|minutes?|to|via|views?|admin)[:：]?|[&:：.]"
)


def is_dateline(line: str) -> bool:
    """Decide whether a line has a date and otherwise only labels with values, names of publishers, and buttons."""
    if len(line) > _MOST or not _DATE.search(line) or _STOPS.search(line) or find_date(line, english=False) is None:
        return False
    rest = _CLOCK.sub(" ", _DATE.sub(" ", line))
    pieces = [piece for piece in _APART.split(rest) if piece]
    if not _HAN.search(line):
        return len(pieces) <= _WORDS_MOST and all(map(_WORD.fullmatch, pieces))
    if not pieces or (len(pieces) == 1 and _TIME.fullmatch(pieces[0])):
        return False
    return all(map(_is_part, pieces, ["", *pieces]))


def _is_part(piece: str, before: str) -> bool:
    """Decide whether a piece is a label, the value of the one before, the name of an owner, or a button."""
    if len(piece) > _PIECE_MOST:
        return False
    labelled = _LABEL.match(piece) or (before.endswith((":", "：")) and _LABEL.match(before))
    written = (_PERSON.fullmatch(piece) and _OWNER.search(before)) or (before and _PLACE.fullmatch(piece))
    return bool(labelled or written or _WIDGET.fullmatch(piece) or _OWNER.search(piece))
