"""Tells in an English sentence, by its auxiliaries and tenses, what is planned from what is done."""

import re
from collections.abc import Iterator

from tracker.tag.acts.utterances import Utterance

# Within so many characters behind "will" a verb belongs to it: "will have built", "will continue to".
INSIDE = 14
PAST = r"(?: \w+ly)? (?!need)(\w+ed)\b"
DID = re.compile(rf"\b(?:[Ww]e|[Ii]t|[Tt]hey|[Hh]e|[Ss]he|which|that|who|China|country|government|ministry){PAST}")
ALSO_DID = re.compile(rf"(?:,|\band){PAST}(?! and)")
IS_DONE = re.compile(r"\b(?:is|are)(?: \w+ly)? (?!expected|aimed|needed|committed)(\w+(?:ed|ing))\b")
# A verb with a number behind it counts what there is: covers all 41, contributed 13.6, released more than 330.
ABOUT = r"(?: all| a total of| nearly| almost| about| around| some| over| more than| at least| another)*"
COUNTS = re.compile(
    rf"\b(?:\w+ed|covers?|encompass(?:es)?|boasts?|hosts?|houses?|contributes?|comprises?|drew|built){ABOUT} [\d¥$]"
)
# Background: "Made in China 2025, which was launched in 2015".
BACKGROUND = re.compile(r"^[\"”,)]* (?:which|that) (?:was|were) (?:first )?\w+ed\b[^,.;]*")
# A paper of an earlier year: "China came up with Made in China 2025 last year".
CAME_OUT = re.compile(r"\b(?:came up with|put forward|introduced|proposed|unveiled|released|issued|adopted)\b[^.;,]*$")
AGO = re.compile(r"[^.;]{0,30}\b(?:last year|years? ago|in 20\d\d)\b")
GROWING = re.compile(r"\b(?:growing|rising|surging|soaring|reaching|exceeding|totaling|topping|hitting)\b")
PARTS = re.compile(r"\b(?:such as|including)\b")


def stance(said: Utterance) -> str:
    """`pledged`, `progress` or `mentioned`: the mark last before the name decides, else the first behind it."""
    p = said.patterns
    if said.text.rstrip().endswith("?") or _came_out_ago(said):
        return "mentioned"
    before = f"{said.lead} {said.plain[: said.hit.start]}"
    marks = list(_marks(said, before))
    settings = [m.end() for m in p.setting.finditer(before) if not PARTS.fullmatch(m[0])]
    if marks and max(marks)[0] >= max(settings, default=0):
        return max(marks)[1]
    if settings:
        return "mentioned"
    if marks := list(_marks(said, BACKGROUND.sub("", said.plain[said.hit.end :]))):
        return min(marks)[1]
    if said.patterns.done.search(said.plain, *said.hit):
        return "progress"
    return "pledged" if p.plan.search(before) else "mentioned"


def _came_out_ago(said: Utterance) -> bool:
    came = CAME_OUT.search(said.plain, 0, said.hit.start)
    ago = AGO.match(said.plain, said.hit.end)
    return bool(came and ago and said.patterns.paper.search(said.plain, came.start(), ago.end()))


def _marks(said: Utterance, text: str) -> Iterator[tuple[int, str]]:
    """Where `text` plans and where it reports; after a plan only an auxiliary tells of something done."""
    p = said.patterns
    planned = [m.start() for pattern in (p.will, p.urge) for m in pattern.finditer(text)]
    yield from ((start, "pledged") for start in planned)
    done = [m.start() for pattern in (p.done, p.be) for m in pattern.finditer(text)]
    yield from ((d, "progress") for d in done if not any(0 < d - start < INSIDE for start in planned))
    for pattern in (DID, COUNTS, GROWING):
        found = (m.start() for m in pattern.finditer(text))
        yield from ((d, "progress") for d in found if not any(0 <= d - start < INSIDE for start in planned))
    first = min(planned, default=len(text))
    for pattern in (ALSO_DID, IS_DONE):
        for m in pattern.finditer(text, 0, first):
            if not p.say.fullmatch(m[1]) and not p.urge.fullmatch(m[1]):
                yield m.start(), "progress"
