"""Tells in an English sentence what is planned from what is done and from what is merely named."""

import re
from collections.abc import Iterator

from tracker.tag.lexicon import Patterns
from tracker.tag.utterances import Utterance

# Within so many characters behind "will" a verb belongs to it: "will have built", "will continue to".
INSIDE = 14
DID = re.compile(
    r"\b(?:[Ww]e|[Ii]t|[Tt]hey|[Hh]e|[Ss]he|which|that|who|China|country|government|ministry)(?: \w+ly)? (?!need)\w+ed\b"
)
ALSO_DID = re.compile(r"(?:,|\band)(?: \w+ly)? (?!need|noted|stressed|added|called|stated|warned|announced|revealed|explained)[a-z]+ed\b(?! and)")
IS_DONE = re.compile(r"\b(?:is|are) (?:\w+ly )?(?!expected|aimed|encouraged|required|urged|needed|said|committed)\w+(?:ed|ing)\b")


def stance(said: Utterance) -> str:
    """`pledged`, `progress` or `mentioned`: what the sentence says of the initiative."""
    if said.text.rstrip().endswith("?"):
        return "mentioned"
    p = said.patterns
    before = said.lead + " " + said.plain[: said.hit.start]
    after = said.plain[said.hit.end :]
    settings = [m.end() for m in p.setting.finditer(said.plain[: said.hit.start])]
    if marks := list(_marks(said, before)):
        return max(marks)[1]
    if settings and not re.search(r"such as|including", before):
        return "mentioned"
    if marks := list(_marks(said, after)):
        return min(marks)[1]
    return "pledged" if p.plan.search(before) else "mentioned"


def _marks(said: Utterance, text: str) -> Iterator[tuple[int, str]]:
    """Where `text` plans and where it reports; after a plan only an auxiliary tells of something done."""
    p = said.patterns
    planned = [m.start() for pattern in (p.will, p.urge) for m in pattern.finditer(text)]
    yield from ((start, "pledged") for start in planned)
    done = [m.start() for pattern in (p.done, p.be) for m in pattern.finditer(text)]
    yield from ((d, "progress") for d in done if not any(0 < d - start < INSIDE for start in planned))
    yield from ((m.start(), "progress") for m in DID.finditer(text))
    for pattern in (ALSO_DID, IS_DONE):
        for m in pattern.finditer(text):
            if not any(start < m.start() for start in planned):
                yield m.start(), "progress"


def mood(_text: str, _patterns: Patterns) -> str:
    """English verbs carry their tense; what stands round them adds nothing."""
    return ""
