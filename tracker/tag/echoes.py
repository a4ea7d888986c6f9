"""Finds who acts or speaks in a text: names, what stands for a name later, and people of no body that we know."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import chain

from tracker.tag.bodies import Register, Voice, voices
from tracker.tag.lexicon import Patterns

CLAUSE_END = re.compile(r"[，。；;：:\n]|, |\. ")
SENTENCE_END = re.compile(r"[。！？\n]|[.!?] ")
REACH = 30
ADVERB = re.compile(r" (?:(?:also|further|then) )?|[还也]?")
NAME = r"[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,2}"
HAN_NAME = r"[\u4e00-\u9fff·]{2,4}"


def acting(text: str, register: Register, year: int | None, p: Patterns) -> list[Voice]:
    """The voices of `text` in order; those that are only obeyed, studied or addressed are left out."""
    named = [v for v in voices(text, register, year) if not _is_oblique(text, v, p)]
    found = _ordered(named, _outsiders(text, named, register.language, p))
    return _ordered(found, _surnames(text, found, p), _stand_ins(text, found, p))


def _ordered(*found: list[Voice] | Iterator[Voice]) -> list[Voice]:
    return sorted(chain(*found), key=lambda voice: voice.start)


def _is_oblique(text: str, voice: Voice, p: Patterns) -> bool:
    if p.quoted.match(text, voice.end):
        return True
    before = CLAUSE_END.split(text[max(0, voice.start - REACH) : voice.start])[-1]
    oblique = list(p.oblique.finditer(before))
    if not oblique or p.told.match(text, voice.end):
        return False
    return not p.say.search(before, oblique[-1].end())


def _outsiders(text: str, named: list[Voice], language: str, p: Patterns) -> Iterator[Voice]:
    """Experts and managers who are quoted, unless a body that we know stands beside the name."""
    for match in _outsider(language, p.say.pattern, p.expert.pattern).finditer(text):
        if not any(match.start() - REACH < v.start < match.end() + REACH for v in named):
            yield Voice("other", None, *match.span())


@cache
def _outsider(language: str, say: str, expert: str) -> re.Pattern[str]:
    if language == "en":
        return re.compile(rf"(?:{say}) {NAME},|{NAME}, [^.,]{{3,60}}, (?:{say})")
    return re.compile(rf"(?:{expert}){HAN_NAME}(?:{say})")


def _surnames(text: str, found: list[Voice], p: Patterns) -> Iterator[Voice]:
    """`Mr. Zhao`, `Zhao said`: somebody whose whole name came before."""
    people = [v for v in found if v.speaker and v.speaker.isascii()]
    for surname in {_surname(v) for v in people}:
        known = [v for v in people if _surname(v) == surname]
        for match in re.finditer(rf"(\b(?:Mr|Ms|Mrs)\.? )?\b{re.escape(surname)}\b", text):
            if match[1] or _says(text, match.end(), p):
                yield from _again(text, known, match)


def _stand_ins(text: str, found: list[Voice], p: Patterns) -> Iterator[Voice]:
    """`he said`, `the ministry will`, `该负责人表示`: the latest voice before them."""
    known = [v for v in found if v.body != "local"]
    for match in p.stand_in.finditer(text):
        if _says(text, match.end(), p):
            yield from _again(text, known, match)


def _again(text: str, known: list[Voice], match: re.Match[str]) -> Iterator[Voice]:
    """The latest of `known` before `match` that begins its sentence, as the voice that speaks there."""
    at = bisect_left(known, match.start(), key=lambda voice: voice.end)
    if at:
        begins = at - 1
        while begins and not SENTENCE_END.search(text, known[begins - 1].end, known[at - 1].start):
            begins -= 1
        yield Voice(known[begins].body, known[begins].speaker, *match.span())


def _surname(voice: Voice) -> str:
    return (voice.speaker or "").split()[0]


def _says(text: str, end: int, p: Patterns) -> bool:
    gap = ADVERB.match(text, end)
    place = gap.end() if gap else end
    return bool(p.say.match(text, place) or p.will.match(text, place))
