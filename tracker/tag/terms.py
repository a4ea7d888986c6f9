"""Find the terms of all initiatives in one pass over a text."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from tracker.tag.near_misses import is_ruled_out, other_matters, other_worlds
from tracker.tag.patterns import REACH, Needle, end_of_word, opens_word
from tracker.tag.prefilter import promising
from tracker.tag.rules import Rules, Sought
from tracker.text.captions import is_caption
from tracker.text.normalize import Folded, Span, fold, index_at, is_within, plain_words, sentences

Match = tuple[Sought, Span]


@dataclass(frozen=True)
class Hit:
    """One initiative named in `text[start:end]`, by which declared term."""

    initiative: str
    start: int
    end: int
    term: str


def find(text: str, rules: Rules) -> list[Hit]:
    """Return every place of `text` that names an initiative, in order; offsets are those of `text` as given."""
    hits = list(_hits(text, rules, partial(_outermost, rules=rules)))
    return _meant(plain_words(text), hits, rules) if hits else []


def written(text: str, rules: Rules) -> list[Hit]:
    """Return every place where a term stands, meant or not: what `find` gives, and what it rules out."""
    return list(_hits(text, rules, lambda matches: (m for m in matches if not m[0].near_miss)))


def _hits(text: str, rules: Rules, chosen: Callable[[Iterator[Match]], Iterator[Match]]) -> Iterator[Hit]:
    """Yield the matches that are `chosen` among those of each promising stretch of a text."""
    for stretch in promising(text, rules.sieve):
        folded = fold(text[stretch.start : stretch.end])
        for sought, span in chosen(_matches(folded, rules)):
            start, end = folded.original(*span)
            yield Hit(sought.initiative, stretch.start + start, stretch.start + end, sought.term)


def _meant(text: str, hits: list[Hit], rules: Rules) -> list[Hit]:
    """Return the hits that their surroundings let stand; themes are tested by more than names."""
    around, initiatives = rules.surroundings, rules.config.initiatives
    own = [hit for hit in hits if not is_ruled_out(text, hit.start, hit.end, around)]
    spans = sentences(text) if own else []
    own = [hit for hit in own if not is_caption(text, spans[index_at(spans, hit.start)])]
    for parts in other_matters(text, spans, around):
        own = [hit for hit in own if not is_within(parts, hit.start)]
    if any(initiatives[hit.initiative].theme for hit in own):
        for parts in other_worlds(text, spans, around):
            own = [hit for hit in own if not (initiatives[hit.initiative].theme and is_within(parts, hit.start))]
    return own


def _outermost(matches: Iterable[Match], rules: Rules) -> Iterator[Match]:
    """Yield the hits that no near-miss, no child's term and no longer term of the same initiative holds within it."""
    taken_up_to: dict[str, int] = defaultdict(int)
    for sought, span in sorted(matches, key=lambda m: (m[1].start, -m[1].end, not m[0].near_miss)):
        if span.end <= taken_up_to[sought.initiative]:
            continue
        taken_up_to[sought.initiative] = span.end
        if not sought.near_miss:
            parent = rules.config.initiatives[sought.initiative].parent
            if parent:
                taken_up_to[parent] = max(taken_up_to[parent], span.end)
            yield sought, span


def _matches(folded: Folded, rules: Rules) -> Iterator[Match]:
    for index, start, end in rules.finder.find_matches_as_indexes(folded.lower, overlapping=True):
        for sought in rules.sought[index]:
            if span := _whole(folded, sought.needle, start, end):
                yield sought, span


def _whole(folded: Folded, needle: Needle, start: int, end: int) -> Span | None:
    """Return the span of the term whose needle stands at `start:end`; None where the rest of the term is absent."""
    if any(c.isupper() and c != folded.text[start + i] for i, c in enumerate(needle.text)):
        return None
    if needle.opens and not opens_word(folded.lower, start):
        return None
    last = end_of_word(folded.lower, end) if needle.closes else end
    before = needle.before.search(folded.lower, max(0, start - REACH), start) if needle.before else None
    after = needle.after.match(folded.lower, last) if needle.after and last is not None else None
    if last is None or (needle.before and not before) or (needle.after and not after):
        return None
    return Span(before.start() if before else start, after.end() if after else last)
