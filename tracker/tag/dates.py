"""Chooses the day of an act among the days that a text names."""

import re
from datetime import date, timedelta

from tracker.days import Day
from tracker.tag.reading import Reading
from tracker.text import Span

STRONG = ("issued", "launched", "designated")
FRESH = timedelta(days=21)
RECALLED = timedelta(days=31)
AROUND = 14
BESIDE = 3
# 记者从9日举行的大会上获悉: news of that day.
LEARNT = re.compile(r"[^，。]{0,40}(?:获悉|了解到)")
OPENED = re.compile(r"\bopen(?:ed|s|ing)(?: in [A-Z]\w+)? (?:on )?$")
DATELINE = re.compile(r"\s*(?:\[?\d{4}\]?)?\s*(?:[:：]|\(Xinhua\)|--|—|电|讯)")


def day_of(reading: Reading, act: str, sentence: Span, body: str | None) -> date | None:
    """The day of an act that `sentence` reports and `body` does; None where the text does not tell."""
    if reading.kind in ("paper", "list"):
        return reading.published
    if reading.kind == "report":
        return reading.published if act == "pledged" and body == "state-council" else None
    named = [d for d in reading.days if _is_of_act(reading, d)]
    own = [
        d for d in named if sentence.start <= d.start < sentence.end and (act in STRONG or _since(reading, d, RECALLED))
    ]
    if own:
        return own[0].day
    if reading.patterns.recently.search(reading.text, *sentence):
        return None
    item = reading.item(sentence.start)
    opening = reading.following(reading.sentence(item.start)) or item
    fresh = (d for d in named if item.start <= d.start < item.end and _since(reading, d, FRESH))
    near = (d for d in fresh if d.start < opening.end or _is_beside(reading, d, sentence))
    return next((d.day for d in near if _same(reading, d, body)), None)


def _is_of_act(reading: Reading, day: Day) -> bool:
    """False for datelines, days to come, and days on which something ends, begins to hold or was looked at."""
    p, text = reading.patterns, reading.text
    before, after = text[max(0, day.start - 3 * AROUND) : day.start], text[day.end : day.end + AROUND]
    if DATELINE.match(after) or (reading.published and day.day > reading.published):
        return False
    elsewhere = [m.end() for m in p.day_of_else.finditer(before)]
    if LEARNT.match(text, day.end):
        return True
    if OPENED.search(before) or (elsewhere and len(before) - elsewhere[-1] <= BESIDE):
        return False
    return not p.of_else_day.search(after)


def _since(reading: Reading, day: Day, age: timedelta) -> bool:
    return reading.published is not None and reading.published - age <= day.day


def _is_beside(reading: Reading, day: Day, sentence: Span) -> bool:
    """Whether `day` stands in the paragraph of `sentence` or in one next to it."""
    return abs(reading.paragraph_number(day.start) - reading.paragraph_number(sentence.start)) <= 1


def _same(reading: Reading, day: Day, body: str | None) -> bool:
    """Whether the sentence of `day` is told by `body`, or by nobody; places are named for many reasons."""
    told = {voice.body for voice in reading.voices_in(reading.sentence(day.start)) if voice.body != "local"}
    return not told or body in told
