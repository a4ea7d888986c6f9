"""Recognise an English count without its noun: around 40 by 2025, nine of them, the total comes to 26."""

import re

from tracker.text.numbers.numerals import number

LAST_DAY = 31
YEAR = re.compile(r"(?:19|20)\d\d")
ABOUT = r"(?:(?:about|around|nearly|roughly|over|more than|fewer than|almost|at least|up to|some|now|only|just) ){0,2}"
# Around 15 will be established, of which more than 90 were completed: a count of what was mentioned before.
VERB = re.compile(r"(?:will|were|are|have|had) (?:now |already |so far )?(?:be|been|\w+ed|built|run|in)\b")
BEGINS = re.compile(
    rf"(?:^|[.;,]\s|\n|\bof (?:which|whom|these|those|them),? )(?:another |and |adding that )?{ABOUT}$", re.IGNORECASE
)
# Of which 230,000 are public.
OF_WHICH = re.compile(rf"\bof (?:which|whom|these|those|them),? {ABOUT}$", re.IGNORECASE)
IS_SO = re.compile(r"(?:were|are|is|have|had|will|can|serve|stand|come|came)\b")
REACHED = re.compile(
    r"\b(?:to|total of|(?:stands|stood) at|"
    r"reach(?:ed|es|ing)?|hit|(?:now|already|currently) (?:above|over)|"
    r"totall?(?:ed|s|ing)|exceed(?:ed|s|ing)?|surpass(?:ed|es|ing)?|topp(?:ed|ing)|"
    r"pass(?:ed|es|ing)?|cross(?:ed|es|ing)?)"
    r" (?:(?:about|around|nearly|over|more than|almost|some) )?$"
)
# The number of such zones rises to 11, that makes 18, firms now number 40: no day of a month.
ROSE_TO = re.compile(
    r"\b(?:(?:ris(?:es|en|ing)|rose|increas(?:es|ed|ing)|gr[eo]wn?|growing|climb(?:s|ed|ing)|"
    r"up|comes?|came|amount(?:s|ed)"
    rf"|adds? up|added up) to|number(?:s|ed|ing)?|(?:[Tt]h(?:at|is)|[Ww]hich) m(?:akes|ade)(?: it)?) {ABOUT}$"
)
# Which brings the number of such zones in the country to eight.
BRINGS = re.compile(
    r"\b(?:br(?:ings?|inging|ought)|tak(?:es?|ing|en)|took|rais(?:es?|ed|ing)|lift(?:s|ed|ing)?|push(?:es|ed|ing)?) "
    r"(?:the|its|their|that|this) (?:\w+ ){0,2}(?:number|total|tally|count)(?: of [^.,;\d]{2,60}?)? "
    rf"(?:nationwide )?to {ABOUT}$"
)
NEXT = re.compile(
    r"\s?(?:[.,;:)\n]|$|(?:as|by|in|at|during|last|this|since|from|after|nationwide|so far|across|and|with)\b)"
)
# 35,000 basic-level factories, and more than 500 at the excellence level; 67 of the "excellent" level.
AT_LEVEL = re.compile(r"\s?(?:at|of) (?:the )?[\"“]?[\w-]+[\"”]? level\b")
# 18 of the country's centers.
OF_ALL = re.compile(
    r"of (?:(?:the|our) )?(?:country|nation|province|city|region|world|China|sector|industry)['’]s [^.,;]{3,60}s\b"
)
# Four of which are in the south, nine of them, thirty of the 45, ten of the zones.
THINGS = r"zones|parks|clusters|cent(?:er|re)s|factories|bases|platforms|facilities|stations|piles|plants|hubs"
OF_THEM = re.compile(
    r"\s?of (?:(?:them|these|those|which|whom)\b(?! (?:days|years|months)\b)"
    rf"|(?:the|its|our|these|those) (?:\d[\d,]*(?:,|\s(?:are|were|have|lie|stand)\b)|(?:\d[\d,]*\s)?(?:{THINGS})\b))"
)
# Thirty are in eastern China, eight in the central region and two in the northeast.
REGION = r"(?:north|south|east|west)[a-z]*|cent(?:ral|er|re)|inland|coastal"
BY_REGION = re.compile(rf"\s?(?:(?:are|were|lie) )?in (?:the )?(?:{REGION})\b[^.,;\d]{{0,30}}?(?=[.,;\n]| and )")
# After 35 more were selected.
MORE_CHOSEN = re.compile(
    r"\s?more (?:(?:were|are|have been|had been|will be) (?:\w+ly )?(?:selected|chosen|picked|named|approved|"
    r"recogni[sz]ed|added|listed|certified|designated|built|established|opened|completed|set up|put)"
    r"|(?:will |are to |have )?(?:join(?:ed)?|follow(?:ed)?))\b"
)
# 15 centers by 2020 and around 40 by 2025; 97 projects, following 63 in 2016.
OF_YEAR = re.compile(r"\s?(?:in|by|for|as of) (?:the (?:end|close) of )?(?:19|20)\d\d\b")
OF_MONTH = re.compile(
    r"\s?(?:in (?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|the (?:first|second|third|fourth|last) (?:quarter|half|month))|last (?:month|year)\b"
    r"|a year (?:earlier|before|ago))"
)
LISTED = re.compile(
    rf"(?:,|\b(?:and|or|following|after|from|against|versus|than|of|with|to|compared (?:with|to))) {ABOUT}$"
)
# With 1,057 in operation.
IN_USE = re.compile(r"\s?(?:(?:are|were) )?(?:now |already )?(?:in (?:operation|use|service)|under construction)\b")
# This province has 27, that one has 5.
HAVE = re.compile(rf"\b(?:has|have|had) {ABOUT}$")
ENDS = re.compile(r"\s?(?:[.,;)\n]|$|(?:each|in all|in total)\b)")
# We will cultivate about 1,000 more.
MORE = re.compile(r"\s?more(?=[.,;]|$)")
# Built 410,000 and sold 402,000.
AND_SOLD = re.compile(rf"\s?and (?:sold|delivered|exported|made|built|produced) (?:\w+ \w+ )??{ABOUT}\d")
# Up from eight to 12: the value from which something rose is not reached.
ROSE_FROM = re.compile(
    r"\b(?:ris|rose|rais|gr[eo]w|increas|go|went|up|climb|jump|expand|extend|lift|cut|reduc|fall|fell|drop|lower|"
    rf"shorten|down|widen|double)\w*(?: (?:\w+ )?(?:up|down|on average))? from {ABOUT}$"
)


# The total now stands at eight: in words, too.
TOTAL_IS = re.compile(
    r"\b(?:total|tally|number)(?: [a-z]+){0,3} (?:(?:stands|stood) at|(?:comes|came|rises|rose) to|reached) (?:now )?$"
)


def is_a_part(text: str, end: int) -> bool:
    """Decide whether a number up to `end` counts some of what was named: nine of them, 18 of the country's centers."""
    return any(words.match(text, end) for words in (OF_ALL, AT_LEVEL, OF_THEM, MORE_CHOSEN))


def is_a_clause(text: str, end: int, before: str) -> bool:
    """Decide whether a number, also in words, is the subject or all of a clause: around 15 will be established."""
    pairs = ((VERB, BEGINS), (IS_SO, OF_WHICH), (NEXT, TOTAL_IS), (NEXT, BRINGS), (BY_REGION, LISTED))
    return any(after.match(text, end) and words.search(before) for after, words in pairs)


def is_a_total(written: str, text: str, end: int, before: str) -> bool:
    """Decide whether digits without a noun are the total of something: rose to 178 as of May, that makes 18."""
    if YEAR.fullmatch(written):
        return False
    large = number(written) > LAST_DAY
    if NEXT.match(text, end) and (ROSE_TO.search(before) or (large and REACHED.search(before))):
        return True
    of_time = OF_YEAR.match(text, end) or (large and OF_MONTH.match(text, end))
    if (of_time and LISTED.search(before)) or (HAVE.search(before) and ENDS.match(text, end)):
        return True
    return large and any(words.match(text, end) for words in (IN_USE, MORE, AND_SOLD))
