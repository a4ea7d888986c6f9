"""Recognise the lines between an English headline and its text: dates with the names of months, and bylines."""

import re

_SAID = (
    r"(?:(?:first|last|originally)\s+)?"
    r"(?:published|posted|updated|modified|created|released|issued|submitted|date|time)"
    r"(?:\s+(?:on|at|date|time))?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_YEAR = r"(?:19|20)\d\d"
_DAY = (
    rf"(?:{_MONTH}\s+\d\d?(?:st|nd|rd|th)?(?:,\s*|\s+){_YEAR}|\d\d?(?:st|nd|rd|th)?[\s-]{_MONTH},?[\s-]{_YEAR}"
    rf"|{_YEAR}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/]\d\d?[-/](?:{_YEAR}|\d\d))(?!\d)"
)
_CLOCK = (
    r"\d\d?:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:[ap]\.?m\.?)?"
    r"(?:\s?[(]?(?:[a-z]{2,5}(?:[+-]\d\d?)?|[+-]\d\d(?::?\d\d)?)\b[)]?|z\b)?"
)
_DATED = re.compile(
    rf"\W{{0,3}}(?:(?:{_SAID}\s)?by\s.{{1,40}}?\son\s|{_SAID}\s?:?\s*)?{_WEEKDAY}?(?:{_CLOCK},?\s+)?{_WEEKDAY}?{_DAY}"
    rf"(?:(?:[\s,|–—-]+|\s+at\s+|t){_CLOCK})?"
    rf"(?:\W*|\s*[|·(–—-].{{0,40}}|[\s/]+{_SAID}\b.{{0,60}})$",
    re.IGNORECASE,
)
_NAME = r"(?:[A-Z][\w.'’-]*|and|for|of|the|in|at|de|von|van|&|\||\()"
_BYLINE = re.compile(rf"By:?\s+(?:{_NAME}(?:[,;)]*\s+|[,;)]*$)){{1,12}}$")
_MOST = 120


def is_dated(line: str) -> bool:
    """Decide whether a line is a date and no sentence: "Updated: August 13, 2010, 5:02 PM ET"."""
    return len(line) <= _MOST and bool(_DATED.match(line))


def is_byline(line: str) -> bool:
    """Decide whether a line names its writers: "By Anna Smith and J. Doe, Example News"."""
    return len(line) <= _MOST and bool(_BYLINE.match(line))
