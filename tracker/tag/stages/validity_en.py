"""Classify in English what a day is to a paper: the end of comments, the day from which it is in force, or its last."""

import re
from collections.abc import Iterator

from tracker.text.days import Day
from tracker.text.normalize import Span
from tracker.text.numbers.numerals import ENGLISH, number

AROUND = 60
FARTHEST = 300
EFFECTIVE = re.compile(
    r"(?:\b(?:tak(?:e|es|en|ing)|took|com(?:e|es|ing)|came|go|goes|went|enter(?:s|ed|ing)?|put)(?: \w+ly)?(?: into)? "
    r"(?:effect|force)(?: nationwide)?|\b(?:effective|with effect)|\b(?:be|is|are|being) (?:\w+ly )?(?:implemented|"
    r"enforced|in force|in effect|applied)|\b(?:apply|applies|implemented))"
    r"(?:,? (?:on|from|starting|beginning|as of|since|starting on))* (?:the )?$",
    re.IGNORECASE,
)
UNTIL = re.compile(
    r"(?:\b(?:valid|effective|in force|in effect|validity|remains?|runs?|lasts?|appl(?:y|ies)|extended)\b[^.;,]{0,40}"
    r"\b(?:until|through|till|to)|\bexpir(?:e|es|ed|ing)(?: on)?)(?: the end of)? $",
    re.IGNORECASE,
)
AT_ONCE = re.compile(
    r"\b(?:takes?|took|comes?|came|goes?|entering|enters?)(?: into)? (?:effect|force) "
    r"(?:immediately|upon (?:its |their )?(?:release|publication|issuance|promulgation)|"
    r"(?:on|from) the (?:date|day) of (?:its |their )?(?:release|publication|promulgation|issuance))|"
    r"\beffective (?:immediately|upon (?:release|publication|promulgation))\b",
    re.IGNORECASE,
)
DURATION = re.compile(
    r"\b(?:valid|effective|in force|in effect|validity)\b(?: \w+){0,3}? (?:for|of)(?: a period of)? "
    rf"(?P<years>\d{{1,2}}|{'|'.join(list(ENGLISH)[1:20])})[ -]years?\b",
    re.IGNORECASE,
)
OPINIONS = re.compile(r"\b(?:comments?|feedback|opinions?|suggestions?|consultations?|views|input|responses?)\b", re.I)
DEADLINE = re.compile(
    r"\b(?:by|before|until|till|through|to|no later than|not later than|on or before|up to|and|"
    r"(?:deadline|period|consultation|window)\b[^.;,]{0,60}\b(?:is|on|at|ends?|closes?)(?: on| at)?|"
    r"(?:ends?|ending|closes?|closing)(?: on)?)(?: \d{1,2}(?::\d\d)? ?[ap]\.?m\.?)?,? $",
    re.IGNORECASE,
)

LASTING = re.compile(r" (?:to|through|-|–) ")


def is_effective(text: str, day: Day) -> bool:
    """Decide whether a paper is in force from a day on."""
    return bool(EFFECTIVE.search(text, max(0, day.start - AROUND), day.start))


def is_expiry(text: str, day: Day) -> bool:
    """Decide whether a paper is in force until a day."""
    return bool(UNTIL.search(text, max(0, day.start - AROUND), day.start))


def is_comment_deadline(text: str, day: Day, sentence: Span) -> bool:
    """Decide whether comments are taken until a day; of a range (June 1 to 30) its last."""
    before = text[max(sentence.start, day.start - AROUND) : day.start]
    near = max(sentence.start, day.start - FARTHEST), min(sentence.end, day.end + FARTHEST)
    lasting = LASTING.search(text, day.start, day.end)
    return bool(OPINIONS.search(text, *near) and (DEADLINE.search(before) or lasting))


def durations(text: str) -> Iterator[tuple[int, int]]:
    """Return for how many years something is in force, and where that is said."""
    return ((int(number(m["years"].lower())), m.start()) for m in DURATION.finditer(text))
