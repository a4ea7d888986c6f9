"""Finds the bodies that a text names and the people who speak for them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from config.schema.body import Body, Person


# 深圳市发改委 is the city's, not the nation's.
PLACES = ("省", "市", "区", "县", "州")
NATIONAL = re.compile(r"国|中|工|科学")


@dataclass(frozen=True)
class Voice:
    """A body, or somebody who speaks for it, named at `start:end`; `speaker` is name and office."""

    body: str
    speaker: str | None
    start: int
    end: int


@dataclass(frozen=True)
class Register:
    """All names of bodies and people of one language: a pattern, and whose each name is."""

    language: str
    pattern: re.Pattern[str]
    owners: dict[str, tuple[tuple[str, Person | None], ...]]


def compile_register(bodies: Sequence[Body], nobody: Sequence[str], language: str) -> Register:
    """Compile the names of `bodies` in `language`; `nobody` are longer names that only contain one."""
    owners: dict[str, list[tuple[str, Person | None]]] = {name: [] for name in nobody}
    for body in bodies:
        names = (getattr(body.name, language), *getattr(body.aliases, language), *getattr(body.units, language))
        for name in names:
            owners.setdefault(name, []).append((body.id, None))
        for person in body.people:
            owners.setdefault(getattr(person.name, language), []).append((body.id, person))
    either = "|".join(re.escape(name) for name in sorted(owners, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)" if language == "en" else either)
    return Register(language, pattern, {name: tuple(found) for name, found in owners.items()})


def voices(text: str, register: Register, year: int | None) -> list[Voice]:
    """Every body and speaker that `text` names, in order; `year` tells two offices of one person apart."""
    found = []
    for match in register.pattern.finditer(text):
        for body, person in register.owners[match[0]]:
            if person is None or in_office(person, year):
                speaker = titled(person, register.language) if person else None
                local = person is None and text[: match.start()].endswith(PLACES) and not NATIONAL.match(match[0])
                found.append(Voice("local" if local else body, speaker, match.start(), match.end()))
                break
    return found


def in_office(person: Person, year: int | None) -> bool:
    """True where `person` held the office in `year`, or where either is unknown."""
    return year is None or (person.since or year) <= year <= (person.until or year)


def titled(person: Person, language: str) -> str:
    """Name and office as the language puts them: `Zhao Zhiguo, spokesperson`, `新闻发言人赵志国`."""
    if language == "en":
        return f"{person.name.en}, {person.office.en}"
    return f"{person.office.zh}{person.name.zh}"
