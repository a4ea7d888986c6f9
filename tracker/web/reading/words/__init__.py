"""Hold the words of the pages for readers, a file for each language; all have the same keys."""

from tracker.web.reading.words import en, zh

WORDS = {"en": en.WORDS, "zh": zh.WORDS}


def say(language: str, key: str, **fields: object) -> str:
    """Return the words of a key, with its fields filled in."""
    words = WORDS[language][key]
    return words.format(**fields) if fields else words
