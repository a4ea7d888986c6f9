"""Find the bodies that a text names and the people who speak for them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from config.schema.body import Body, Person
from config.schema.words import Phrases
from tracker.text.alternation import any_of
from tracker.text.normalize import plain

# 深圳市发改委, the Shenzhen Municipal Committee of the Communist Party: the city's, not the nation's.
BRANCHES = tuple(f"{branch} Committee of the " for branch in ("Municipal", "Provincial", "District"))
PLACES = ("省", "市", "区", "县", "州")
# The minister of X, or a vice-minister, speaks for the ministry of X.
MINISTRY = re.compile(r"Ministry of ")
FEWEST_WORDS = 3
# The bodies that are not followed one by one; a declaration of one of them gives it its own name.
OTHER = "other"
LONGEST_COUNTRY = 16
# Former finance minister, Malaysia's, Thai: not the minister.
# 国家发展改革委党组成员、国家数据局局长: who speaks is the head of the second.
HEADS_ANOTHER = re.compile(
    r"(?:党[组委])?(?:副书记|成员|委员|副主任|副部长)、(?=[^，。；、\s]{2,10}[局署](?:党组书记、)?[局署]长)"
)
SOMEBODY_ELSE = re.compile(
    r"\b(?:[Ff]ormer|[Ee]x-?|[Tt]hen-?)\s?$|\b(?!China's|Chinese|Beijing's)[A-Z]\w+(?:'s|[nie]|ish|ese) $"
)
MOST = 3000  # no honest text names more; a hostile one must not hold up the tagger
# The Central Committee of the Jiusan Society.
OTHER_PARTY = re.compile(r" of the (?!Communist|Chinese Communist|CPC|Party\b|party\b)")
# A city, which stands for the central government, too.
CAPITAL = "Beijing"
NATIONAL = re.compile(r"国|中|工|科学")


@dataclass(frozen=True)
class Voice:
    """A body, or a person who speaks for it, named at `start:end`; `speaker` is name and office."""

    body: str
    speaker: str | None
    start: int
    end: int


@dataclass(frozen=True)
class Register:
    """All names of bodies and people of one language; `abroad` stands behind and before those of other countries."""

    language: str
    pattern: re.Pattern[str]
    abroad: tuple[re.Pattern[str], re.Pattern[str]]
    owners: dict[str, tuple[tuple[str, Person | None], ...]]


def compile_register(bodies: Sequence[Body], nobody: Phrases, foreign: Phrases, language: str) -> Register:
    """Compile the names of `bodies` in `language`; `nobody` are longer names that only contain one.

    Next to a name of `foreign`, in either language, they are another country's (美国商务部, that of Germany). A name
    that several bear belongs to the one declared last, so that an overlay can take it; `other` comes last of all.
    """
    owners: dict[str, list[tuple[str, Person | None]]] = {name: [] for name in nobody}
    for body in sorted(bodies, key=lambda body: body.id != OTHER):
        names = (getattr(body.name, language), *getattr(body.aliases, language), *getattr(body.units, language))
        for name in (*names, *(MINISTRY.sub("minister of ", name) for name in names if MINISTRY.match(name))):
            owners.setdefault(name, []).insert(0, (body.id, None))
        for person in body.people:
            owners.setdefault(getattr(person.name, language), []).append((body.id, person))
    if language == "zh":
        owners = {plain(name): found for name, found in owners.items()}
    either = any_of(owners, lambda name: _written(name, language))
    pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)" if language == "en" else either)
    theirs = any_of(foreign)
    abroad = re.compile(rf"(?:{theirs})(?:'s|的)?\s?$"), re.compile(rf" of (?:{theirs})\b")
    small = {name.lower(): tuple(found) for name, found in owners.items() if len(name.split()) >= FEWEST_WORDS}
    return Register(language, pattern, abroad, small | {name: tuple(found) for name, found in owners.items()})


def _written(name: str, language: str) -> str:
    """Return a pattern of the name as it is written.

    A long English name is known in any case, as translations write it: Ministry of industry and ...
    """
    if language == "en" and len(name.split()) >= FEWEST_WORDS:
        return f"(?i:{re.escape(name)})"
    return re.escape(name)


def voices(text: str, register: Register, year: int | None) -> list[Voice]:
    """Return every body and speaker that `text` names, in order; `year` distinguishes two offices of one person."""
    matches = islice(register.pattern.finditer(text), MOST)
    named = (_voice(text, match, register, year) for match in matches)
    return [voice for voice in named if voice]


def _voice(text: str, match: re.Match[str], register: Register, year: int | None) -> Voice | None:
    behind, before = register.abroad
    around = max(0, match.start() - LONGEST_COUNTRY)
    elsewhere = behind.search(text, around, match.start()) or before.match(text, match.end())
    if elsewhere or HEADS_ANOTHER.match(text, match.end()):
        return None
    if match[0].endswith("inister") and SOMEBODY_ELSE.search(text, around, match.start()):
        return None
    owners = register.owners[match[0] if match[0] in register.owners else match[0].lower()]
    in_time = [o for o in owners if o[1] is None or _in_office(o[1], year)]
    latest = sorted(in_time, key=lambda o: (o[0] == OTHER, -(o[1].since or 0) if o[1] and year is None else 0))
    owner = next(iter(latest), None)
    if owner is None:
        return None
    body, person = owner
    if person:
        return Voice(body, _titled(person, register.language), *match.span())
    local = text[: match.start()].endswith(PLACES) and not NATIONAL.match(match[0])
    local = local or text[: match.start()].endswith(BRANCHES)
    if match[0].endswith("Central Committee") and OTHER_PARTY.match(text, match.end()):
        body = OTHER
    return Voice("local" if local else body, None, *match.span())


def _in_office(person: Person, year: int | None) -> bool:
    return year is None or (person.since or year) <= year <= (person.until or year)


def _titled(person: Person, language: str) -> str:
    """Return a person with the office: `Zhao Zhiguo, spokesperson` or `新闻发言人赵志国`."""
    if language == "en":
        return f"{person.name.en}, {person.office.en}"
    return f"{person.office.zh}{person.name.zh}"
