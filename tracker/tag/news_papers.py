"""Find the initiatives whose paper a piece of English news reports as issued.

Chinese names the paper where it names the release. English says what will be done "according to a guideline released on
Monday", and leaves the subject of the paper to the headline.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from tracker.tag.acts.issued.releases_en import Release, release
from tracker.tag.acts.issued.themes import IN_HEADLINES, IN_SENTENCES
from tracker.tag.acts.issued.unnamed_en import is_given_as_its_name
from tracker.tag.acts.rule_tables import issued as report
from tracker.tag.acts.rule_tables import mentioned
from tracker.tag.acts.target_context import TargetContext
from tracker.tag.reading import Reading
from tracker.text.normalize import Span

LEAD = 600
# A meeting that adopts a plan discusses other things, too, and its headline may name one of those.
ADOPTED = re.compile(r"\bmeeting\b[^.;]{0,160}\b(?:adopted|approved|passed)\b")
ON = re.compile(
    r"\b(?:guidelines?|plan|opinions|circular|notice) on (?:the )?"
    r"(?:development|growth|promotion|regulation) of[^.;,]{3,60}"
)
# A plan with more themes than this is not about any one of them.
MOST = 2

Hits = Mapping[str, Sequence[Span]]


def issued(reading: Reading, hits: Hits, title_hits: Hits) -> dict[str, Span]:
    """Return the initiatives whose paper the news is about, with the hit whose sentence shows it best.

    For one that only the headline names, it is the sentence that reports the paper.
    """
    if reading.kind != "news" or reading.language != "en":
        return {}
    told = dict(_told(reading))
    if not told:
        return {id_: reading.sentence(reading.prose) for id_ in _issued_by_the_headline(reading, hits, title_hits)}
    first = reading.sentence(reading.prose)
    about = [Span(s.start + part.start, s.start + part.end) for s, paper in told.items() for part in paper.about]
    chances = [_within(hits, about), _given_as_name(reading, hits)]
    if not all(ADOPTED.search(reading.text, *sentence) for sentence in told):
        chances.append(_in_head(reading, hits, title_hits))
    if all(paper.bare for paper in told.values()) and not _is_on_another(reading, hits, first):
        bare = (_within(hits, [first]), _within(hits, list(told)), _first_named(reading, hits))
        chances += [_said_of(reading, places) for places in bare]
    for places in chances:
        if places:
            few = places if len(places) <= MOST else {}
            return {id_: _best(reading, spans, list(told)) for id_, spans in few.items()}
    return {}


def _issued_by_the_headline(reading: Reading, hits: Hits, title_hits: Hits) -> list[str]:
    """Return what the headline alone names, as the subject of a paper that it reports."""
    alone = _named(reading, hits, title_hits) - set(hits)
    return [id_ for id_ in alone if any(report(reading.title_utterance(hit)) for hit in title_hits[id_])]


def _named(reading: Reading, hits: Hits, title_hits: Hits) -> set[str]:
    """Return what the headline names as its subject; what it alone names, only beside a body of the country."""
    aside = IN_HEADLINES.first
    titled = {id_ for id_, spans in title_hits.items() if not all(aside(reading.title_utterance(h)) for h in spans)}
    return titled if reading.voices else titled & set(hits)


def _is_on_another(reading: Reading, hits: Hits, first: Span) -> bool:
    """Decide whether the first sentence gives the paper another subject, such as a guideline on all SMEs."""
    told = ON.search(reading.text, *first)
    return told is not None and not _within(hits, [Span(*told.span())])


def _told(reading: Reading) -> Iterator[tuple[Span, Release]]:
    """Yield the sentences at the head of the report that report a paper, with what they say of it."""
    for sentence in reading.sentences:
        if _is_at_head(reading, sentence) and (told := release(_said(reading, sentence))):
            yield sentence, told


def _said(reading: Reading, sentence: Span) -> TargetContext:
    """Return a sentence as what is said of the paper that it may report."""
    text = reading.text[sentence.start : min(sentence.end, sentence.start + LEAD)]
    return TargetContext(text, Span(0, 0), "", "", reading.kind, reading.patterns, reading.language, reading.published)


def _said_of(reading: Reading, hits: Hits) -> dict[str, list[Span]]:
    """Return the hits that are more than an example, a reason or a means of something else."""

    def is_said(hit: Span) -> bool:
        said = reading.utterance(hit)
        return not (mentioned(said) or IN_SENTENCES.first(said))

    return _where(is_said, {id_: spans[:MOST] for id_, spans in hits.items()})


def _within(hits: Hits, told: Sequence[Span]) -> dict[str, list[Span]]:
    return _where(lambda hit: any(s.start <= hit.start < s.end for s in told), hits)


def _where(holds: Callable[[Span], bool], hits: Hits) -> dict[str, list[Span]]:
    """Return the hits of which something holds, without the initiatives that have none."""
    found = {id_: list(filter(holds, spans)) for id_, spans in hits.items()}
    return {id_: spans for id_, spans in found.items() if spans}


def _is_at_head(reading: Reading, span: Span) -> bool:
    """Decide whether something begins at the head of the report."""
    return reading.prose <= span.start < reading.prose + LEAD


def _given_as_name(reading: Reading, hits: Hits) -> dict[str, list[Span]]:
    """Return what the head of the report gives as the name of a paper: the plan, which goes by the name of X."""

    def is_given(hit: Span) -> bool:
        said = reading.text[reading.sentence(hit.start).start : hit.start]
        return _is_at_head(reading, hit) and is_given_as_its_name(said)

    return _where(is_given, hits)


def _first_named(reading: Reading, hits: Hits) -> dict[str, list[Span]]:
    """Return what the first sentence of the head of the report names as the paper's own: the plan prioritizes X."""
    head = [h.start for spans in hits.values() for h in spans if _is_at_head(reading, h)]
    sentence = reading.sentence(min(head, default=reading.prose))
    told = reading.text[sentence.start : min(head, default=sentence.start)]
    owned = reading.patterns.paper.search(told) and not reading.patterns.setting.search(told)
    return _within(hits, [sentence]) if owned else {}


def _in_head(reading: Reading, hits: Hits, title_hits: Hits) -> dict[str, list[Span]]:
    """Return what the headline names, or the lines above the report."""
    head = {id_: [h for h in spans if h.start < reading.prose] for id_, spans in hits.items()}
    titled = _named(reading, hits, title_hits)
    return {id_: list(hits.get(id_, ())) for id_ in {**hits, **title_hits} if head.get(id_) or id_ in titled}


def _best(reading: Reading, spans: Sequence[Span], told: Sequence[Span]) -> Span:
    """Return the hit that stands in a sentence on the release, else the first that stands in the report."""
    within = (h for h in spans if any(s.start <= h.start < s.end for s in told))
    in_report = (h for h in spans if h.start >= reading.prose)
    return next(within, None) or next(in_report, None) or next(iter((*spans, *told)))
