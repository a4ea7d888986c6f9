"""Says whose act or word a statement is: the body named in its sentence, else around it, else the document's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from config.schema.body import Body, Person
from tracker.tag.lexicon import Patterns

CLAUSE_END = re.compile(r"[，。；;：:\n]|, |\. ")
REACH = 30


@dataclass(frozen=True)
class Voice:
    """A body, or somebody who speaks for it, named at `start:end`."""

    body: str
    person: Person | None
    start: int
    end: int


@dataclass(frozen=True)
class Register:
    """All names of bodies and people of one language, in one pattern."""

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
    either = "|".join(re.escape(n) for n in sorted(owners, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)" if language == "en" else either)
    return Register(pattern, {name: tuple(found) for name, found in owners.items()})


def voices(text: str, register: Register, year: int | None) -> list[Voice]:
    """Every body and speaker that `text` names, in order; `year` tells two offices of one person apart."""
    found = []
    for match in register.pattern.finditer(text):
        for body, person in register.owners[match[0]]:
            if person is None or in_office(person, year):
                found.append(Voice(body, person, match.start(), match.end()))
                break
    return found


def acting(text: str, register: Register, year: int | None, p: Patterns) -> list[Voice]:
    """The voices of `text` that act or speak; those that are obeyed, studied or addressed are left out."""
    return [v for v in voices(text, register, year) if not _is_oblique(text, v, p)]


def _is_oblique(text: str, voice: Voice, p: Patterns) -> bool:
    if p.quoted.match(text, voice.end):
        return True
    before = CLAUSE_END.split(text[max(0, voice.start - REACH) : voice.start])[-1]
    oblique = list(p.oblique.finditer(before))
    return bool(oblique) and not p.say.search(before[oblique[-1].end() :])


def in_office(person: Person, year: int | None) -> bool:
    """True where `person` held the office in `year`, or where either is unknown."""
    if year is None:
        return True
    return (person.since or 0) <= year <= (person.until or 9999)
