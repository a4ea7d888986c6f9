"""Compile the declared words into patterns, one for each kind of word."""

import re

from config.schema.words import Lexicon, Phrases
from tracker.text.alternation import any_of

NEVER = re.compile(r"(?!)")
Patterns = Lexicon[re.Pattern[str]]
# 日前, the other day, does not stand in 6月30日前, before June 30.
THE_OTHER_DAY = "日前"


def compile_lexicon(lexicon: Lexicon[Phrases], language: str) -> Patterns:
    """Compile each kind of `lexicon` into one alternation, longest phrase first."""
    return Patterns(**{kind: alternation(phrases, language) for kind, phrases in lexicon})


def alternation(phrases: Phrases, language: str) -> re.Pattern[str]:
    """Return one pattern that finds any of `phrases`; English words keep their bounds and lose their case."""
    if not phrases:
        return NEVER
    either = any_of(phrases, _escaped)
    if language == "en":
        return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
    return re.compile(either)


def _escaped(phrase: str) -> str:
    return rf"(?<!\d){phrase}" if phrase == THE_OTHER_DAY else re.escape(phrase)
