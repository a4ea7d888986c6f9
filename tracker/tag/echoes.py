"""Finds who acts or speaks in a text: names, what stands for a name later, and people of no body that we know."""

import re
from collections.abc import Iterator

from tracker.tag.bodies import Register, Voice, voices
from tracker.tag.lexicon import Patterns

CLAUSE_END = re.compile(r"[，。；;：:\n]|, |\. ")
REACH = 30
SAYS = r"(?:also |further |then )?(?:said|says|added|noted|stressed|urged|told|pointed out|called|emphasized|explained|vowed|pledged)\b"
SURNAME = re.compile(rf"\b(?:(?:Mr|Ms|Mrs)\.? ([A-Z]\w+)|([A-Z][a-z]+) {SAYS})")
STAND_INS = {
    "en": re.compile(
        rf"\b(?:He|She) {SAYS}|\b[Tt]he (?:ministry|commission|administration|bureau|regulator|cabinet|spokes(?:person|man|woman)|official|minister|premier|president)\b(?! of)"
    ),
    "zh": re.compile(r"(?:他|她|该(?:负责人|发言人|部门)|上述负责人|该部|该委)(?:还|也)?(?:表示|强调|指出|介绍|说|认为|要求)"),
}
NAME = r"[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,2}"
OUTSIDERS = {
    "en": re.compile(rf"(?:said|says|noted) {NAME},|{NAME}, [^.,]{{3,60}}, (?:said|says|noted|told)"),
    "zh": re.compile(
        r"(?:教授|院士|研究员|董事长|总经理|总裁|分析师|专家|院长|秘书长|经济学家)[\u4e00-\u9fff·]{2,4}(?:表示|介绍|认为|说|告诉|指出)"
    ),
}


def acting(text: str, register: Register, year: int | None, p: Patterns) -> list[Voice]:
    """The voices of `text` in order; those that are only obeyed, studied or addressed are left out."""
    named = [v for v in voices(text, register, year) if not _is_oblique(text, v, p)]
    language = register.language
    found = [*named, *_outsiders(text, named, language)]
    found = sorted(found, key=lambda v: v.start)
    return sorted([*found, *_stand_ins(text, found, language)], key=lambda v: v.start)


def _is_oblique(text: str, voice: Voice, p: Patterns) -> bool:
    if p.quoted.match(text, voice.end):
        return True
    before = CLAUSE_END.split(text[max(0, voice.start - REACH) : voice.start])[-1]
    oblique = list(p.oblique.finditer(before))
    return bool(oblique) and not p.say.search(before[oblique[-1].end() :])


def _outsiders(text: str, named: list[Voice], language: str) -> Iterator[Voice]:
    """Experts and managers who are quoted, unless a body that we know stands beside the name."""
    for match in OUTSIDERS[language].finditer(text):
        if not any(match.start() - REACH < v.start < match.end() + REACH for v in named):
            yield Voice("other", None, *match.span())


def _stand_ins(text: str, found: list[Voice], language: str) -> Iterator[Voice]:
    """`Mr. Zhao`, `he said`, `the ministry`: the latest voice before them that they can stand for."""
    if language == "en":
        for match in SURNAME.finditer(text):
            surname = match[1] or match[2]
            known = [v for v in found if v.speaker and v.speaker.split()[0] == surname and v.start < match.start()]
            if known:
                yield Voice(known[-1].body, known[-1].speaker, *match.span())
    for match in STAND_INS[language].finditer(text):
        earlier = [v for v in found if v.start < match.start() and v.body != "local"]
        if earlier:
            yield Voice(earlier[-1].body, earlier[-1].speaker, *match.span())
