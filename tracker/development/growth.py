"""Recognize growth among other shares, by the unit and the words of its clause, and distinguish a fall from a rise."""

import re
from collections.abc import Mapping
from typing import Any

RATE = "%"
"""The unit of growth, and of shares."""
# A share that "rose to 36%" is not growth.
GROWTH = re.compile(
    r"同比|环比|增速|增幅|(?:增长|下降|提高|上升)(?![到至])|year on year|\bgrowth\b|"
    r"\b(?:up|down|rose|rise|rising|grew|increas\w+|declin\w+|fell|surg\w+|jump\w+)\b(?! to\b)"
)
RATES = re.compile(r"((?<!\d)(?<!\d,)\d[\d,]*(?:\.\d+)?)\s{0,3}(?:[%％]|per\s?cent\b|$|(?=[、和及与,]|and\b))")
FALLS = re.compile(
    r"(?:下降|减少|回落|下滑|降低|下跌|缩减|降幅)(?![到至])|"
    r"\b(?:down|fell|fall(?:s|ing|en)?|declin\w+|drop\w*|decreas\w+|shr[aiu]nk\w*)\b(?! to\b)"
)
# What turns the direction again, or does not go on with it: the share of what fell.
OTHERS = re.compile(
    r"(?:增长|增加|上升|提高|提升|上涨|增幅|增速)(?![到至])|占|比重|比例|份额|"
    r"\b(?:up|rose|ris(?:e|es|ing|en)|grew|grow\w*|increas\w+|surg\w+|jump\w+|shares?|account\w*|proportion)\b(?! to\b)"
)
# Most clauses have no such word.
PERHAPS = re.compile(r"[降跌减]|回落|下滑|\b(?:down|f[ae]ll|declin|drop|decreas|shr[aiu]nk|reduc|lower)")
# Behind its rate: a 3.5 percent year-on-year decline.
FALLS_BEHIND = re.compile(r"\s?(?:year on year |annual )?(?:falls?|declines?|drops?|decreases?|reductions?|lower)\b")


def signed(figure: Mapping[str, Any]) -> float:
    """Return the value of a figure, below zero if its clause says that a rate fell: -3.5 for 同比下降3.5%.

    Figures are stored as their texts state them, without a sign.
    """
    value: float = figure["value"]
    clause = str(figure.get("what") or "").lower().replace("-", " ")
    return -value if figure.get("unit") == RATE and value > 0 and _falls(value, clause) else value


def _falls(value: float, clause: str) -> bool:
    """Decide by the last word of direction before the value; of several rates one without a word goes with the last."""
    if not PERHAPS.search(clause):
        return False
    falling, end = False, 0
    for rate in RATES.finditer(clause):
        between = clause[end : rate.start()]
        falls, others = (max((one.start() for one in words.finditer(between)), default=-1) for words in (FALLS, OTHERS))
        if falls != others:
            falling = falls > others
        elif FALLS_BEHIND.match(clause, rate.end()):
            falling = True
        if float(rate[1].replace(",", "")) == value:
            return falling
        end = rate.end()
    return bool(FALLS.search(clause)) and not OTHERS.search(clause)
