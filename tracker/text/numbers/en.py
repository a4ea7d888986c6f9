"""Find quantities in English: 178 zones, 8.6 million charging stations, 25.6 percent, 1.2 billion yuan."""

import re
from collections.abc import Iterator

from tracker.text.numbers.amounts import Quantity, counted
from tracker.text.numbers.elliptical import LAST_DAY, REACHED, ROSE_FROM, YEAR, is_a_clause, is_a_part, is_a_total
from tracker.text.numbers.numerals import DIGITS, WORDS, number

NOUN = r"[A-Za-z][A-Za-z'’/-]*"
# 100K+, 500k vehicles, 1.5m charging piles, 3.2B yuan: a letter is a multiple where things are counted or paid; 5m
# wide, 4K TVs and a 10K race are not.
COUNTED = r"(?:people\b|(?:[A-Za-z-]{2,20}\s){0,3}['‘\"“]?(?:[A-Za-z-]{2,20}\s)?[A-Za-z]{2,20}[a-rt-z]s\b)"
LETTER = rf"""(?<=\d)
    (?(money)[kmb]
      |(?:[km](?=\+|[.,;:)]|\s\(|$)|[kmb](?=\+?\s?(?:yuan|dollars|euros|RMB)\b|\+?\s{COUNTED}))(?<!\b[248]k))
    (?![A-Za-z])"""
AMOUNT = re.compile(
    rf"""(?:(?P<money>US\$\s?|\$|(?<![A-Za-z])(?:RMB|CNY|USD|EUR|CN?¥)\s?|¥|€|£)|(?<![A-Za-z]))
    (?:(?P<low>{DIGITS})|(?P<word>{WORDS}|a(?=\s(?:hundred|thousand|million|dozen)\b)))
    (?:(?:[mb]n(?=\s?[-–—]))?[^\S\n]?(?:-|–|—|to|and)[^\S\n]?(?P<high>{DIGITS}|{WORDS}))?
    (?:(?:[\s-]|(?=(?:[mbt]n|trn)\b))
      (?P<multiple>trillion|trln|trn|tn|billion|bln|bn|million|mln|mn|thousand|hundred|dozen)\b|(?P<letter>{LETTER}))?
    \+?
    (?:\s?(?P<sign>%)|[\s-](?P<percent>percent|per\s?cent|pct)\b|\s?(?P<pc>pc)\b
      |[\s-](?P<points>percentage[\s-]points?)\b
      |[\s-]?(?P<measure>yuan|(?:U\.?S\.?\s)?(?:dollars|pounds|euros)|RMB|(?:kilomet(?:er|re)s|km)(?:/h|\sper\shour)?
        |(?:metric\s)?(?:tonnes|tons)|t(?:/yr|/d)|kilograms|kg|hectares|mu|barrels|lit(?:er|re)s
        |(?:square|cubic)\s(?:kilo)?met(?:er|re)s
        |(?:giga|mega|kilo)watts?(?:-hours)?|GWh|GW|MW|kWh|kW|EFLOPS|[EPTZ]B|times)\b
      |\s(?:more\s(?!(?:than|were|are|have|had|will)\b)|or\smore\s)?[“"'‘]?(?=(?P<noun>{NOUN}|5G\b))
      |(?(money)|(?(letter)|(?(multiple)(?=[.,;:)\s]|$)|(?P<bare>(?=[.,;:)\n](?!\d)|$))))))
    """,
    re.VERBOSE | re.IGNORECASE,
)
TIMES = "years?|months?|days?|weeks?|hours?|minutes?|seconds?|quarters?|decades?"
MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
# What follows a number that counts nothing relevant: a time, a function word, a task of a paper.
NO_NOUN = re.compile(
    rf"(?:{TIMES}|{MONTHS}|per|consecutive|of|and|or|to|in|on|at|by|for|from|the|a|an|as|with|is|was|are|were|has|had|"
    r"have|will|which|that|this|it|he|she|they|we|but|during|after|before|since|"
    r"areas?(?!\sto\s(?:set|build|host|pilot|try|become)\b|\sfor\b)|fields?(?!\sfor\b)|departments?|ministries|"
    r"(?:\w+\s){0,2}(?:agencies|authorities|departments|ministries|bodies)|"
    r"(?:(?:major|key|main|specific|relevant|supportive|milestone|annual|strategic|overall|overarching|core)\s){0,2}"
    r"(?:parts?|aspects?|measures?|tasks?|steps?|points?|goals?|objectives?|actions?|campaigns?|principles?)|"
    r"tiers?|levels?|categories|phases?|stages?|batches|rounds?|tranches|"
    r"project(?!\s(?:\w+\s)?(?:pilots|sites|teams|bases|plans)\b)|program(?:me)?|initiative|"
    r"sessions?|more|other|year-on-year|a\.?m|p\.?m|beijing|xinhua|degrees?|straight|through|than|if|ghz|mhz|gbps|tbps|"
    r"volts?|met(?:er|re)s?|feet|thirds?)"
    r"(?![\w'’/-]|\.\w)",
    re.IGNORECASE,
)
TIME = re.compile(rf"(?:{TIMES})$", re.IGNORECASE)
DATED = re.compile(
    rf"(?:{MONTHS}|no|level|article|chapter|phase|section|part|5g|item|page|session|since|until|year)\.?\s$"
    r"|[-.\d,:/]$",
    re.IGNORECASE,
)
# 2026-01-21, 2026/1/21, level three, No. 152, GB/T 34014, for every 2.46, within 1,000 meters, one in three: dates,
# ranks, names, rates, limits, shares.
NO_COUNT = re.compile(
    r"\d[-:/]$|\b(?:level|per|for every|within|no\.|GB/?T?|one (?:in|out of)(?: every)?) $", re.IGNORECASE
)
# The "two new" policies: a name.
NAMED = re.compile(r"[\"“]$"), re.compile(r"[^\"”\n]{0,24}[\"”]")
# At the end of 2012.
IN = re.compile(r"\b(?:of|in|since|by|late|early) $")
# Energy per 100 kilometers.
PER = re.compile(r"\b(?:per|every) $")
# 3 billion yuan (about $412 million), 3 billion yuan, equivalent to some $412 million.
CONVERTED = re.compile(
    r"(?:[(（]|,? (?:equivalent|equal) to )"
    r"(?:(?:about|around|nearly|some|over|more than|or|roughly|approximately|equivalent to) )?$"
)
CONVERTED_WITHIN = 36
DOLLARS = re.compile(r"(?:U\.?S\.?\s)?dollars", re.IGNORECASE)
CURRENCIES = {"RMB": "yuan", "CNY": "yuan", "EUR": "euros", "€": "euros", "£": "pounds", "USD": "dollars"}
SIGNS = {"¥": "yuan", "$": "dollars"}
SHORT = {"trln": "trillion", "trn": "trillion", "tn": "trillion", "bln": "billion", "bn": "billion", "b": "billion"}
SHORT |= {"mln": "million", "mn": "million", "m": "million", "k": "thousand"}
# How far back the words stand that a number without a noun takes up.
ELLIPTICAL = 110
# Exports hit 2.1m; otherwise these are meters.
ENDS = re.compile(r"[.,;:)]|\s?\(|$")


def in_english(text: str) -> Iterator[Quantity]:
    """Return quantities with an English unit, a per cent, a currency sign, or a plain noun to count.

    A converted sum in brackets repeats the one before and is left out.
    """
    for m in AMOUNT.finditer(text):
        if PER.search(text, max(0, m.start() - 8), m.start()):
            continue
        if (m["money"] or DOLLARS.match(m["measure"] or "")) and CONVERTED.search(
            text, max(0, m.start() - CONVERTED_WITHIN), m.start()
        ):
            continue
        low, high = m["low"] or m["word"], m["high"]
        leads = bool(high) and _leads_to(m, text)
        values = [number(one) for one in ([high] if leads else [low, high]) if one]
        start = m.start("high") if leads else m.start()
        if unit := _unit(m):
            yield Quantity(start, m.end(), tuple(values), unit, bool(m["word"]))
        elif _counts(m, text):
            yield Quantity(start, m.end(), counted(values, _multiple(m)), "count", bool(m["word"]))


def _leads_to(m: re.Match[str], text: str) -> bool:
    """Decide whether two numbers are no range: from 18,000 at the end of 2012 to 3.98 million, up from eight to 12."""
    dated = m["low"] and YEAR.fullmatch(m["low"]) and IN.search(text, max(0, m.start() - 8), m.start())
    return bool(dated) or _rose_from(m, text)


def _rose_from(m: re.Match[str], text: str) -> bool:
    return bool(m["high"]) and bool(ROSE_FROM.search(text, max(0, m.start() - 40), m.start()))


def _unit(m: re.Match[str]) -> str | None:
    """Return the unit, or None for a plain count."""
    if m["sign"] or m["percent"] or m["pc"]:
        return "%"
    if m["points"]:
        return "percentage points"
    unit = m["measure"] or (_currency(m["money"].strip().upper()) if m["money"] else None)
    multiple = _multiple(m)
    return f"{multiple} {unit}" if unit and multiple else unit


def _currency(written: str) -> str:
    return CURRENCIES.get(written) or SIGNS[written[-1]]


def _multiple(m: re.Match[str]) -> str | None:
    """Return the multiple in full: `bn` and `B` are `billion`."""
    written = (m["multiple"] or m["letter"] or "").lower()
    return SHORT.get(written, written) or None


def _counts(m: re.Match[str], text: str) -> bool:
    """Decide whether the number before a noun counts it, and is not a day of a month, a year or a paper's article."""
    before = text[max(0, m.start() - 24) : m.start()]
    if m["letter"] in ("m", "M") and ENDS.match(text, m.end()):
        # Exports hit 2.1m, sales: 10.9m; otherwise these are meters.
        return bool(REACHED.search(before) or before.endswith(": "))
    if _multiple(m):
        return _counts_many(m, text)
    if NO_COUNT.search(before):
        return False
    if m["bare"] is not None or NO_NOUN.match(text, m.end()):
        return _is_elliptical(m, text)
    if m["word"]:
        named = NAMED[0].search(before) and NAMED[1].match(text, m.end())
        return m["word"].lower() != "one" and not named
    dated = DATED.search(before)
    return not YEAR.fullmatch(m["low"]) and (bool(m["high"]) or not (dated and number(m["low"]) <= LAST_DAY))


def _counts_many(m: re.Match[str], text: str) -> bool:
    """Decide whether a number with a multiple counts something: 3.5 million hours do, and a hundred hours do not."""
    multiple = _multiple(m)
    if multiple == "dozen":
        return not NO_NOUN.match(text, m.end())
    noun = m["noun"] or ""
    return not TIME.match(noun) or (multiple != "hundred" and noun.lower() == "hours")


def _is_elliptical(m: re.Match[str], text: str) -> bool:
    """Decide whether a number without a noun counts what was named before."""
    # 63 in 2016 and 46 in 2015: the year is no part of the number.
    after_year = bool(m["high"]) and YEAR.fullmatch(m["low"] or "") is not None
    written, start = (m["high"], m.start("high")) if after_year else (m["low"], m.start())
    before = text[max(0, start - ELLIPTICAL) : start]
    if DATED.search(before) or (m["low"] and YEAR.fullmatch(m["low"]) and not m["high"]):
        return False
    if is_a_part(text, m.end()) or is_a_clause(text, m.end(), before) or _rose_from(m, text):
        return (m["word"] or "").lower() not in ("one", "a")
    return not m["word"] and is_a_total(written, text, m.end(), before)
