"""Compiles the declared words into patterns, one a kind of word."""

import re

from config.schema.words import Lexicon, Phrases

NEVER = re.compile(r"(?!)")
Patterns = Lexicon[re.Pattern[str]]


def compile_lexicon(lexicon: Lexicon[Phrases], language: str) -> Patterns:
    """Compile each kind of `lexicon` into one alternation, longest phrase first."""
    return Patterns(**{kind: alternation(phrases, language) for kind, phrases in lexicon})


def alternation(phrases: Phrases, language: str) -> re.Pattern[str]:
    """One pattern that finds any of `phrases`; English words keep their bounds and lose their case."""
    if not phrases:
        return NEVER
    either = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    if language == "en":
        return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
    return re.compile(either)
