"""Find where people speak by name alone whom a Chinese text has introduced by their office.

省委书记王某出席大会。王某指出……: who speaks is the province.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from tracker.tag.entities.bodies import Voice
from tracker.tag.lexicon import Patterns

# What follows a name where the office before it ends; two or three characters are a name only between such marks.
ENDS = r"(?=[、，。；（(\s]|出席|主持|宣布|介绍|表示|指出|强调|会见|分别|参加|致辞|讲话|[说在率作就于等]|\d{1,2}[日月])"
NAME = rf"([\u4e00-\u9fff]{{2,3}}?){ENDS}"
POSTS = (
    r"(?:副?(?:部长|主任|局长|署长|行长|司长|会长|秘书长|书记|委员长)|总工程师|总经济师|总规划师|新闻发言人|党组成员)"
)
HOLDS = re.compile(rf"(?:(?:党组|党委)?(?:副?书记|成员|委员)、){{0,2}}(?:[\u4e00-\u9fff]{{2,8}}司)?{POSTS}{NAME}")
OF_PLACE = re.compile(
    r"(?:[省市州区县盟旗](?:委(?:副?书记|常委)|人民政府副?[省市州区县]长)|(?<!会)副?(?:省长|市长|州长|区长|县长)|"
    rf"(?:自治区|[省市])(?:政府|人大|政协)?(?:党组书记、)?副?主席)(?:、副?[省市州区县]长)?{NAME}"
)
MOST_PEOPLE = 40
WITH_WORDS = r"(?:在[^，。；]{2,16}?|最后|还|随后|代表[^，。；]{2,12})?"


def introduced(text: str, named: Sequence[Voice], p: Patterns) -> Iterator[Voice]:
    """Yield where a person whose office `text` has named speaks again by name: 王某表示, 王某在致辞中指出."""
    for name, (first, since) in _people(text, named).items():
        for match in re.finditer(rf"{name}(?={WITH_WORDS}(?:{p.say.pattern}))", text[since:]):
            yield replace(first, start=since + match.start(), end=since + match.end())


def _people(text: str, named: Sequence[Voice]) -> dict[str, tuple[Voice, int]]:
    """Return people by name, with office and body, and where their introduction ends."""
    found = [(m, "local") for m in islice(OF_PLACE.finditer(text), MOST_PEOPLE)]
    offices = ((HOLDS.match(text, voice.end), voice) for voice in named if not voice.speaker)
    found += [(m, voice.body) for m, voice in islice(((m, v) for m, v in offices if m), MOST_PEOPLE)]
    people: dict[str, tuple[Voice, int]] = {}
    for match, body in sorted(found, key=lambda one: one[0].start()):
        people.setdefault(match[1], (Voice(body, match[0], *match.span(1)), match.end(1)))
    return people
