"""Return names in the reader's language, and the first few of many."""

from collections.abc import Sequence

from config.schema.body import Body
from config.schema.facts import Names
from tracker.alerts.compose.sanitize import clean
from tracker.alerts.compose.wording import say

FEW = 3


def name_in(names: Names | None, language: str, otherwise: str) -> str:
    """Return the name in `language` of something that may no longer be declared."""
    return getattr(names, language) if names else clean(otherwise, 100)


def speaker_in(speaker: str | None, body: Body | None, language: str) -> str | None:
    """Name a person with the office, in `language` if the declarations have both."""
    for person in body.people if body else ():
        written = {"en": f"{person.name.en}, {person.office.en}", "zh": f"{person.office.zh}{person.name.zh}"}
        if speaker in written.values():
            return written[language]
    return speaker


def few(names: Sequence[str], language: str, most: int = FEW) -> str:
    """Return the first few names, and how many more there are: 6G, Quantum technology and 12 more."""
    if len(names) <= most:
        return say(language, "and").join(names)
    shown = say(language, "and").join(names[: most - 1])
    return say(language, "few-of-many", names=shown, more=len(names) - most + 1, count=len(names))
