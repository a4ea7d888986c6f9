"""Find the officials who are quoted, by name: 副部长某某某介绍; said Jin Zhuanglong, minister of industry."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from config.schema.body import Body
from tracker.stories.deeds import CENTRE

OFFICE = r"(?i:minister|head|director|chairman|spokes\w+|official|engineer)"
NAME = r"([A-Z][a-z]+ [A-Z][a-z]{2,})"
SPEAKER = {
    "zh": re.compile(
        r"(?:部长|主任|司长|局长|发言人|总工程师|署长)([\u4e00-\u9fff]{2,3}?)"
        r"(?=\d{0,2}日?(?:今日|今天)?(?:详细)?(?:表示|介绍|指出|透露|说|称|在))"
    ),
    "en": re.compile(
        rf"\b{NAME}(?:, (?:[\w-]+ ){{0,3}}{OFFICE}\b|,? (?i:said|told|noted|introduced|added|stressed)\b)|"
        rf"{OFFICE}(?: of [A-Z][\w ]{{3,40}}?)? {NAME} (?:said|told|on\b)"
    ),
}


@dataclass(frozen=True)
class Officials:
    """The Chinese names of declared officials by their names in either language.

    An official of the centre has an empty one, since texts of every theme name the centre's officials on any day.
    """

    known: dict[str, str]
    pattern: re.Pattern[str]


def compile_officials(bodies: Mapping[str, Body]) -> Officials:
    """Compile the names of those who head `bodies` or speak for them."""
    known = {
        name: "" if body in CENTRE or person.of_centre else person.name.zh
        for body, declared in bodies.items()
        for person in declared.people
        for name in (person.name.en, person.name.zh)
    }
    return Officials(known, re.compile("|".join(map(re.escape, known)) or r"(?!)"))


def speakers(head: str, language: str, officials: Officials) -> tuple[str, ...]:
    """Return the officials whom the beginning of a text quotes, and declared ones it names; in Chinese if known."""
    quoted = {next(filter(None, m.groups())) for m in SPEAKER[language].finditer(head)}
    named = quoted | {m[0] for m in officials.pattern.finditer(head)}
    return tuple(sorted({officials.known.get(name, name) for name in named} - {""}))
