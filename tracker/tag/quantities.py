"""Quantities in a text: a number with its multiple and its unit, times and ordinals left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.tag.numerals import DIGITS, MULTIPLES, WORDS, number


@dataclass(frozen=True)
class Quantity:
    """One quantity: where it stands, its values (two for a range) and its unit.

    `unit` is `%`, `count` (the multiple multiplied out), or the unit as written with its multiple (`万辆`).
    `spelled` tells a number in words (三项, three) from one in digits.
    """

    start: int
    end: int
    values: tuple[float, ...]
    unit: str
    spelled: bool


COUNTERS = "家|个|项|款|座|条|种|处|所|支|批次|例|名|位|户|只|颗|枚|站|张|件|对|艘|列|宗|部|片|幅|门|类"
MEASURES = (
    "平方公里|平方千米|平方米|公里|千米|米|立方米|公顷|亩|吨标准煤|吨|公斤|千克|美元|欧元|元|千瓦时|千瓦|兆瓦|吉瓦|"
    "瓦时|瓦|度|标准机架|机架|万卡|辆|台套|台|套|架次|架|人次|人|份|笔|单|块|标箱|桶|倍|"
    "EFLOPS|PFLOPS|Eflops|Pflops|EB|PB|TB|GWh|GW|MWh|MW|kWh|kW|Tbps|Gbps"
)
CHINESE = "[一二两三四五六七八九十百千零〇]+"
SPELLED = "(?=[一二两三四五六七八九十])[一二两三四五六七八九十百千零〇]+"
MULTIPLE = "万亿|千亿|百亿|亿|千万|百万|万|千|百"
DASH = "[-—–－~～至到]{1,2}"

IN_CHINESE = re.compile(
    rf"""(?P<share>百分之(?P<share_number>{CHINESE}|{DIGITS}))
    | (?P<tenths>{CHINESE})(?P<half>成半|成)(?![立为本都效果分员熟型功长交])
    | (?P<low>{DIGITS})\s?(?:(?P<low_multiple>{MULTIPLE})?(?:个?百分点|%|％|元)?{DASH}(?P<high>{DIGITS})\s?)?
      (?:[多余]?(?P<multiple>{MULTIPLE})[多余]?|[多余])?
      (?P<unit>%|％|个百分点|{MEASURES}|{COUNTERS})
    | (?P<spelled>{SPELLED})[多余]?(?P<spelled_multiple>万亿|亿|万)?[多余]?(?P<spelled_unit>{MEASURES}|[家个项款座条种所])
    """,
    re.VERBOSE,
)
"""What follows a counter and makes it a time, a task of a paper or a manner of speaking."""
NO_COUNT = re.compile(
    r"月|部?门|工作日|小时|季度|年|星期|部门|部委|方面|层面|阶段|环节|维度|步骤|问题|关键词|字|重点任务|任务|举措|措施|"
    r"政策措施|具体措施|重点举措|行动|工作|内容|要求|原则|意见|确保|坚持|统筹|结合|转变|百分点|世纪|"
    r"毫不动摇|人民|全会|决议|新的?|章"
)
BEFORE = re.compile(r"第$|[A-Za-z.\d]$|[〔\[（(]\d*$|[A-Za-z]-$")

CONVERTED = re.compile(r"[(（](?:about |around |nearly |some )?$")
ENGLISH_NOUN = r"[A-Za-z][A-Za-z'’/-]*"
IN_ENGLISH = re.compile(
    rf"""(?P<money>US\$|\$|RMB\s?|¥|€|£)?
    \b(?:(?P<low>{DIGITS})|(?P<word>{WORDS}))
    (?:\s?(?:-|–|—|to|and)\s?(?P<high>{DIGITS}|{WORDS})\b)?
    (?:[\s-](?P<multiple>trillion|billion|million|thousand|hundred|dozen)\b)?
    (?:\s?(?P<percent>%|％)|[\s-](?P<percent_word>percentage[\s-]points?|percent|per\s?cent)\b
      |[\s-]?(?P<measure>yuan|(?:U\.?S\.?\s)?(?:dollars|pounds|euros)|RMB|kilomet(?:er|re)s|km|tonnes|tons|(?:giga|mega|kilo)watts?(?:-hours)?
        |GWh|GW|MW|kWh|kW|EFLOPS|times)\b
      |\s(?=(?P<noun>{ENGLISH_NOUN}))|(?(money)|(?!)))
    """,
    re.VERBOSE | re.IGNORECASE,
)
NO_NOUN = re.compile(
    r"(?:years?|months?|days?|weeks?|hours?|minutes?|seconds?|quarters?|decades?|percent|per|consecutive|of|and|or|to|"
    r"in|on|at|by|for|from|the|a|an|as|with|is|was|are|were|has|had|have|will|which|that|this|it|he|she|they|we|but|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|"
    r"aug|sept?|oct|nov|dec|major|key|main|aspects?|areas?|measures?|tasks?|steps?|departments?|ministries|"
    r"points?|more|other|times?|year-on-year|a\.m|p\.m|beijing|xinhua|degrees?|straight|times|through|than|if)$",
    re.IGNORECASE,
)
DATE_BEFORE = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|no|article|chapter|phase|section|part|5g|item|page|"
    r"session|by|in|since|of|until|during|year)\.?\s$|[-.\d,]$",
    re.IGNORECASE,
)


def quantities(text: str) -> list[Quantity]:
    """The quantities of a text in both languages, in reading order, none inside another."""
    found = sorted([*in_chinese(text), *in_english(text)], key=lambda q: (q.start, -q.end))
    kept: list[Quantity] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def in_chinese(text: str) -> Iterator[Quantity]:
    """Quantities with a Chinese unit or a per cent sign."""
    for m in IN_CHINESE.finditer(text):
        if BEFORE.search(text, max(0, m.start() - 4), m.start()):
            continue
        start, end = m.span()
        if m["share"]:
            yield Quantity(start, end, (number(m["share_number"]),), "%", True)
        elif m["tenths"]:
            yield Quantity(start, end, (number(m["tenths"]) * 10 + (5 if m["half"] == "成半" else 0),), "%", True)
        elif m["spelled"]:
            value = number(m["spelled"])
            unit = m["spelled_unit"]
            if value > 1 and not NO_COUNT.match(text, end):
                yield _with_unit(start, end, [value], m["spelled_multiple"] or "", unit, spelled=True)
        elif not (m["unit"] in COUNTERS.split("|") and NO_COUNT.match(text, end)):
            yield _range(m, start, end)


def _range(m: re.Match[str], start: int, end: int) -> Quantity:
    multiple = m["multiple"] or m["low_multiple"] or ""
    low = number(m["low"])
    if m["low_multiple"] and m["multiple"]:
        low *= MULTIPLES[m["low_multiple"]] / MULTIPLES[m["multiple"]]
    values = [low, number(m["high"])] if m["high"] else [low]
    return _with_unit(start, end, values, multiple, m["unit"], spelled=False)


def _with_unit(start: int, end: int, values: list[float], multiple: str, unit: str, *, spelled: bool) -> Quantity:
    if unit in {"%", "％"}:
        return Quantity(start, end, tuple(values), "%", spelled)
    if unit in COUNTERS.split("|"):
        factor = MULTIPLES.get(multiple, 1.0)
        return Quantity(start, end, tuple(round(v * factor, 6) for v in values), "count", spelled)
    return Quantity(start, end, tuple(values), multiple + unit, spelled)


def in_english(text: str) -> Iterator[Quantity]:
    """Quantities with an English unit, a per cent, a currency sign, or a plain noun to count."""
    for m in IN_ENGLISH.finditer(text):
        if m["money"] and CONVERTED.search(text, max(0, m.start() - 10), m.start()):
            continue
        if m["percent"] or m["percent_word"]:
            unit = "percentage points" if (m["percent_word"] or "").startswith("percentage") else "%"
        elif m["measure"] or m["money"]:
            money = {"¥": "yuan", "RMB": "yuan", "€": "euros", "£": "pounds"}.get((m["money"] or "").strip(), "dollars")
            unit = " ".join(filter(None, [(m["multiple"] or "").lower(), m["measure"] or money]))
        elif not m["noun"] or NO_NOUN.match(m["noun"]) or not _countable(m, text):
            continue
        else:
            unit = "count"
        values = [number(m["low"] or m["word"])]
        if m["high"]:
            values.append(number(m["high"]))
        if unit == "count":
            values = [v * MULTIPLES.get((m["multiple"] or "").lower(), 1.0) for v in values]
        yield Quantity(m.start(), m.end(), tuple(values), unit, bool(m["word"]))


def _countable(m: re.Match[str], text: str) -> bool:
    """Whether the number before a noun counts it: no day of a month, no year, no article of a paper."""
    if m["multiple"]:
        return True
    if m["word"]:
        return m["word"].lower() != "one"
    before = DATE_BEFORE.search(text, max(0, m.start() - 12), m.start())
    year = re.fullmatch(r"(?:19|20)\d\d", m["low"])
    return not (before and (year or float(m["low"].replace(",", "")) <= 31)) and not year
