"""Say what is wrong with a request in the language of the page; the sentences come in English from below."""

import re
from functools import cache
from typing import NamedTuple

from tracker.web.reading.words import WORDS
from tracker.web.reading.words.wrong_zh import WRONG

FIELD = re.compile(r"\{(\w+)\}")
FORMS = {"what": "[a-z ]+?", "value": "'.*'|\".*\""}
"""What fields hold that are not any text: the name of a filter, and a value in quotes."""


class Said(NamedTuple):
    """A sentence and its language."""

    text: str
    language: str


def said_in(language: str, error: Exception) -> Said:
    """Return what an error says in a language, or in English if there is no translation."""
    text = str(error)
    if language == "zh":
        for pattern, translated in _templates():
            if found := pattern.fullmatch(text):
                fields = {name: _plainly(name, value) for name, value in found.groupdict().items()}
                return Said(translated.format(**fields), "zh")
    return Said(text, "en")


@cache
def _templates() -> list[tuple[re.Pattern[str], str]]:
    return [(_pattern(english), chinese) for english, chinese in WRONG.items()]


def _pattern(english: str) -> re.Pattern[str]:
    parts = FIELD.split(english)
    fields = [
        re.escape(part) if at % 2 == 0 else f"(?P<{part}>{FORMS.get(part, '.+?')})" for at, part in enumerate(parts)
    ]
    return re.compile("".join(fields), re.DOTALL)


def _plainly(name: str, value: str) -> str:
    """Return a value without its quotes, and the name of a filter in words."""
    if name == "what":
        return WORDS["zh"].get(value.replace(" ", "_"), value)
    return value[1:-1] if name == "value" else value
