"""Write figures as people write them: 3,000 亿元, 300 billion yuan, +6.6 %."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tracker.alerts.compose.english_units import IN_ENGLISH
from tracker.development.growth import GROWTH, RATE, signed

HAN = re.compile("[\u4e00-\u9fff]")
LARGE = {"zh": ((1e8, "亿"), (1e4, "万")), "en": ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))}
MOST = 3


def figure_words(figure: Mapping[str, Any]) -> str:
    """Return a figure with its unit in the language of its clause, and the year of a target."""
    value, unit, what = signed(figure), figure.get("unit") or "", figure.get("what") or ""
    aim = f" by {figure['year']}" if figure.get("kind") == "target" and figure.get("year") else ""
    return number_words(value, unit, what) + aim


def number_words(value: float, unit: str, what: str = "") -> str:
    """Return a signed number with its unit. `what` is the clause that states it and decides growth and language."""
    if unit == RATE:
        sign = "+" if value > 0 and GROWTH.search(what.lower()) else ""
        return f"{sign}{plain_number(value)} %"
    if what and not HAN.search(what):
        unit = IN_ENGLISH.get(unit, unit)
    language = "zh" if HAN.search(unit) or (HAN.search(what) and unit in ("", "count")) else "en"
    size, word = next(((size, word) for size, word in LARGE[language] if abs(value) >= size), (1.0, ""))
    if unit == "count" or not unit:
        return f"{plain_number(value / size)} {word}".rstrip()
    return f"{plain_number(value / size)} {f'{word} ' if word and language == 'en' else word}{unit}"


def plain_number(value: float) -> str:
    """Return a number with commas, without trailing zeros."""
    return f"{round(value, 4):,.10g}"


def figure_lines(figures: Sequence[Mapping[str, Any]], most: int = MOST) -> list[tuple[str, str]]:
    """Return the figures and the clause that states them, a pair for each clause; a last pair counts the rest."""
    clauses: dict[str, list[str]] = {}
    for figure in figures:
        if isinstance(figure.get("value"), int | float):
            clauses.setdefault(figure.get("what") or "", []).append(figure_words(figure))
    lines = [(_listed(values), what) for what, values in clauses.items()]
    more = len(lines) - most
    return lines if more <= 0 else [*lines[:most], (f"and {more} more", "")]


def _listed(values: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(values))
