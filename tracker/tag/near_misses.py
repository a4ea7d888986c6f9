"""Rules out hits whose surroundings show that the initiative is not meant."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from config.schema.near_misses import NearMisses
from tracker.items import items
from tracker.text import Span, sentences

# What a name may hold between the term and its end: Chinese signs that are no particles, English capitals.
_CHINESE_NAME = r"[^\W\da-zA-Z的和与及是在将为等了推促]{0,8}?"
_ENGLISH_NAME = r"(?:\s(?:[A-Z][\w&-]*|of|and|for|&)){0,4}?\s"


@dataclass(frozen=True)
class Surroundings:
    """The compiled words of `NearMisses`."""

    name_end: re.Pattern[str]
    side_bar: re.Pattern[str]
    foreign: re.Pattern[str]
    home: re.Pattern[str]
    company: re.Pattern[str]
    policy: re.Pattern[str]


def compile_near_misses(words: NearMisses) -> Surroundings:
    """Compile the declared words."""
    chinese, english = _split(words.name_ends)
    name_end = rf"{_CHINESE_NAME}(?:{_either(chinese)})|{_ENGLISH_NAME}(?:{_either(english)})\b"
    return Surroundings(
        name_end=re.compile(name_end),
        side_bar=re.compile(rf"\W*(?:{_bounded(words.side_bars)})\s*(?:[:：]|$)", re.IGNORECASE),
        foreign=re.compile(_bounded(words.foreign)),
        home=re.compile(_bounded(words.home)),
        company=re.compile(_bounded(words.company), re.IGNORECASE),
        policy=re.compile(_bounded(words.policy), re.IGNORECASE),
    )


def part_of_a_name(text: str, end: int, around: Surroundings) -> bool:
    """Whether the name at `text[:end]` goes on and turns out to be somebody else's, an event's or a title."""
    return bool(around.name_end.match(text, end))


def in_side_bar(text: str, start: int, around: Surroundings) -> bool:
    """Whether the line that holds `start` is a link list, keywords or the like."""
    return bool(around.side_bar.match(text, text.rfind("\n", 0, start) + 1))


def only_business(text: str, around: Surroundings) -> list[Span]:
    """The items of `text` that are company news and name no policy."""
    spans = [Span(*item) for item in items(text)]
    return [
        item
        for item in spans
        if around.company.search(text, *item) and not around.policy.search(text, *item)
    ]


def abroad(text: str, around: Surroundings) -> list[Span]:
    """The sentences of `text` about other countries; all of it where it never comes home."""
    if not around.home.search(text):
        return [Span(0, len(text))] if around.foreign.search(text) else []
    return [
        sentence
        for sentence in sentences(text)
        if around.foreign.search(text, *sentence) and not around.home.search(text, *sentence)
    ]


def _split(words: Sequence[str]) -> tuple[list[str], list[str]]:
    return [w for w in words if not w.isascii()], [w for w in words if w.isascii()]


def _either(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _bounded(words: Sequence[str]) -> str:
    chinese, english = _split(words)
    return rf"{_either(chinese)}|(?<!\w)(?:{_either(english)})(?!\w)"
