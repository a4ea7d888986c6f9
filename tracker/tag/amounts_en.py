"""Quantities in English: 178 zones, 8.6 million charging stations, 25.6 percent, 1.2 billion yuan, three to five."""

import re
from collections.abc import Iterator

from tracker.tag.amounts import Quantity, counted
from tracker.tag.numerals import DIGITS, WORDS, number

NOUN = r"[A-Za-z][A-Za-z'’/-]*"
AMOUNT = re.compile(
    rf"""(?P<money>US\$|\$|RMB\s?|¥|€|£)?
    (?<![A-Za-z])(?:(?P<low>{DIGITS})|(?P<word>{WORDS}))
    (?:\s?(?:-|–|—|to|and)\s?(?P<high>{DIGITS}|{WORDS}))?
    (?:[\s-](?P<multiple>trillion|trln|billion|bln|million|mln|thousand|hundred|dozen)\b)?
    (?:\s?(?P<sign>%)|[\s-](?P<percent>percent|per\s?cent)\b|[\s-](?P<points>percentage[\s-]points?)\b
      |[\s-]?(?P<measure>yuan|(?:U\.?S\.?\s)?(?:dollars|pounds|euros)|RMB|kilomet(?:er|re)s|km|tonnes|tons
        |(?:giga|mega|kilo)watts?(?:-hours)?|GWh|GW|MW|kWh|kW|EFLOPS|times)\b
      |\s[“"'‘]?(?=(?P<noun>{NOUN}))
      |(?(money)|(?(multiple)(?=[.,;:)\s]|$)|(?!))))
    """,
    re.VERBOSE | re.IGNORECASE,
)
TIMES = "years?|months?|days?|weeks?|hours?|minutes?|seconds?|quarters?|decades?"
MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
# What follows a number that counts nothing of interest: a time, a little word, a task of a paper.
NO_NOUN = re.compile(
    rf"(?:{TIMES}|{MONTHS}|per|consecutive|of|and|or|to|in|on|at|by|for|from|the|a|an|as|with|is|was|are|were|has|had|"
    r"have|will|which|that|this|it|he|she|they|we|but|(?:(?:major|key|main)\s)?(?:aspects?|areas?|measures?|tasks?|steps?|points?)|"
    r"departments?|ministries|(?:government\s)?(?:agencies|authorities)|sessions?|sectors?|more|other|year-on-year|a\.m|p\.m|beijing|xinhua|degrees?|straight|through|than|if)(?![\w.'’/-])",
    re.IGNORECASE,
)
TIME = re.compile(rf"(?:{TIMES})$", re.IGNORECASE)
DATED = re.compile(
    rf"(?:{MONTHS}|no|article|chapter|phase|section|part|5g|item|page|session|by|in|since|of|until|during|year)\.?\s$"
    r"|[-.\d,]$",
    re.IGNORECASE,
)
CONVERTED = re.compile(r"[(（](?:about |around |nearly |some )?$")
YEAR = re.compile(r"(?:19|20)\d\d")
CURRENCIES = {"¥": "yuan", "RMB": "yuan", "€": "euros", "£": "pounds", "$": "dollars", "US$": "dollars"}
SHORT = {"trln": "trillion", "bln": "billion", "mln": "million"}
LAST_DAY = 31


def in_english(text: str) -> Iterator[Quantity]:
    """Quantities with an English unit, a per cent, a currency sign, or a plain noun to count.

    A sum converted in brackets says the same again and is left out.
    """
    for m in AMOUNT.finditer(text):
        if m["money"] and CONVERTED.search(text, max(0, m.start() - 10), m.start()):
            continue
        values = [number(m["low"] or m["word"])] + ([number(m["high"])] if m["high"] else [])
        if unit := _unit(m):
            yield Quantity(*m.span(), tuple(values), unit, bool(m["word"]))
        elif _counts(m, text):
            yield Quantity(*m.span(), counted(values, m["multiple"]), "count", bool(m["word"]))


def _unit(m: re.Match[str]) -> str | None:
    """The unit, or None for a plain count."""
    if m["sign"] or m["percent"]:
        return "%"
    if m["points"]:
        return "percentage points"
    unit = m["measure"] or (CURRENCIES[m["money"].strip().upper()] if m["money"] else None)
    return f"{SHORT.get(m['multiple'].lower(), m['multiple'].lower())} {unit}" if unit and m["multiple"] else unit


def _counts(m: re.Match[str], text: str) -> bool:
    """Whether the number before a noun counts it: no day of a month, no year, no article of a paper."""
    if m["multiple"]:
        return not TIME.match(m["noun"] or "")
    if NO_NOUN.match(text, m.end()):
        return False
    if m["word"]:
        return m["word"].lower() != "one"
    dated = DATED.search(text, max(0, m.start() - 12), m.start())
    return not YEAR.fullmatch(m["low"]) and not (dated and number(m["low"]) <= LAST_DAY)
