"""Compiles the declared words into patterns, one a kind of word and language."""

import re
from dataclasses import dataclass, fields

from config.schema.words import Lexicon


@dataclass(frozen=True)
class Patterns:
    """The compiled words of one language; the fields are those of `Lexicon`."""

    issue: re.Pattern[str]
    paper: re.Pattern[str]
    recall: re.Pattern[str]
    launch: re.Pattern[str]
    action: re.Pattern[str]
    designate: re.Pattern[str]
    entity: re.Pattern[str]
    will: re.Pattern[str]
    plan: re.Pattern[str]
    done: re.Pattern[str]
    reached: re.Pattern[str]
    setting: re.Pattern[str]
    blank: re.Pattern[str]
    say: re.Pattern[str]
    recently: re.Pattern[str]
    oblique: re.Pattern[str]
    report: re.Pattern[str]
    quoted: re.Pattern[str]
    day_of_else: re.Pattern[str]
    of_else_day: re.Pattern[str]


def compile_lexicon(lexicon: Lexicon, language: str) -> Patterns:
    """Compile each list of `lexicon` into one alternation, longest phrase first."""
    return Patterns(**{f.name: alternation(getattr(lexicon, f.name), language) for f in fields(Patterns)})


def alternation(phrases: tuple[str, ...], language: str) -> re.Pattern[str]:
    """One pattern that finds any of `phrases`; English words keep their bounds and lose their case."""
    body = "|".join(re.escape(p) for p in sorted(phrases, key=len, reverse=True))
    if language == "en":
        return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)
    return re.compile(body)
