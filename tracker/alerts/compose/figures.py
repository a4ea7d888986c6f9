"""Write figures for a message, each with its previously reported value: 80, was 45 (Nov 2024)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tracker.alerts.compose.dates import month_words
from tracker.alerts.compose.english_units import IN_ENGLISH
from tracker.alerts.compose.message import Figure
from tracker.alerts.compose.sanitize import clean
from tracker.alerts.compose.wording import say
from tracker.development.growth import signed
from tracker.development.series import Point, Series, last_before, plain

MOST_FIGURES = 5
LARGE = {
    "en": ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")),
    "zh": ((1e12, "万亿"), (1e8, "亿"), (1e4, "万")),
}
ATTACHED = ("%", "times")

Key = tuple[str, float, str, int | None]


def before(found: Iterable[Series]) -> dict[int, dict[Key, Point]]:
    """Return for each announcement those of its figures that changed, with the last comparable one."""
    known: dict[int, dict[Key, Point]] = {}
    for one in found:
        for at, point in enumerate(one.points):
            last = last_before(point, one.points[:at], one.unit)
            if last and (last.value, last.year) != (point.value, point.year):
                key = (one.kind, point.value, one.unit, point.year)
                known.setdefault(point.announcement_id, {})[key] = last
    return known


def write_figures(
    figures: Sequence[Mapping[str, Any]], earlier: Mapping[Key, Point], language: str
) -> tuple[Figure, ...]:
    """Write the first figures of an announcement in words of `language`."""
    return tuple(_write(figure, earlier, language) for figure in figures[:MOST_FIGURES])


def number_words(value: float, unit: str, language: str) -> str:
    """Write a number of `plain` with its unit: 18.06 million vehicles, 1806万辆."""
    size, word = next(((size, word) for size, word in LARGE[language] if abs(value) >= size), (1, ""))
    number = f"{round(value / size, 4):{'' if language == 'zh' else ','}.10g}"
    if language == "zh" or unit in ATTACHED:
        return number + word + ("" if unit == "count" else unit)
    return f"{number}{word} {'' if unit == 'count' else IN_ENGLISH.get(unit, unit)}".rstrip()


def _write(figure: Mapping[str, Any], earlier: Mapping[Key, Point], language: str) -> Figure:
    what = clean(str(figure.get("what") or ""), 200)
    if not isinstance(figure.get("value"), int | float):
        return Figure(clean(str(figure.get("value")), 100), what)
    value, unit = plain(signed(figure), figure.get("unit") or "")
    kind, year = figure.get("kind") or "result", figure.get("year")
    last = earlier.get((kind, value, unit, year))
    return Figure(
        value=clean(_aim(number_words(value, unit, language), kind, year, language), 100),
        what=what,
        was=clean(_was(last, unit, year, language), 100) if last else "",
    )


def _was(last: Point, unit: str, year: int | None, language: str) -> str:
    value = number_words(last.value, unit, language)
    value = _aim(value, last.kind, last.year, language) if last.year != year else value
    if last.day is None:
        return say(language, "was", value=value)
    return say(language, "was-on", value=value, month=month_words(last.day, language))


def _aim(value: str, kind: str, year: int | None, language: str) -> str:
    return say(language, "by-year", value=value, year=year) if kind == "target" and year else value
