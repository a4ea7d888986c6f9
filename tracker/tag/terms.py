"""Finds the terms of all initiatives in one pass over a text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tracker.tag.near_misses import abroad, in_side_bar, only_business, part_of_a_name
from tracker.tag.patterns import REACH, Needle, end_of_word, opens_word
from tracker.tag.rules import Rules, Sought
from tracker.tag.sieve import promising
from tracker.text import Folded, Span, fold


@dataclass(frozen=True)
class Hit:
    """One initiative named in `text[start:end]`, by which declared term."""

    initiative: str
    start: int
    end: int
    term: str


def find(text: str, rules: Rules) -> list[Hit]:
    """Every place of `text` that names an initiative, in order; offsets are those of `text` as given."""
    hits = set()
    for stretch in promising(text, rules.sieve):
        folded = fold(text[stretch.start : stretch.end])
        for sought, span in _named(folded, rules):
            start, end = folded.original(*span)
            hits.add(Hit(sought.initiative, stretch.start + start, stretch.start + end, sought.term))
    return sorted(_meant(text, hits, rules), key=lambda hit: (hit.start, hit.end, hit.initiative, hit.term))


def _meant(text: str, hits: Iterable[Hit], rules: Rules) -> Iterator[Hit]:
    """The hits that their surroundings let stand."""
    around = rules.surroundings
    elsewhere: list[Span] | None = None
    for hit in hits:
        if part_of_a_name(text, hit.end, around) or in_side_bar(text, hit.start, around):
            continue
        if rules.config.initiatives[hit.initiative].theme:
            if elsewhere is None:
                elsewhere = [*only_business(text, around), *abroad(text, around)]
            if any(start <= hit.start < end for start, end in elsewhere):
                continue
        yield hit


def _named(folded: Folded, rules: Rules) -> list[tuple[Sought, Span]]:
    found = list(_matches(folded, rules))
    wanted = [match for match in found if not match[0].near_miss]
    return [match for match in wanted if not any(_takes_away(other, match, rules) for other in found)]


def _takes_away(other: tuple[Sought, Span], match: tuple[Sought, Span], rules: Rules) -> bool:
    """Whether `other` is a near-miss, a child's longer term or a longer term of the same initiative."""
    (theirs, outer), (ours, inner) = other, match
    if not (outer.start <= inner.start and inner.end <= outer.end):
        return False
    if theirs.initiative == ours.initiative:
        return theirs.near_miss or outer != inner
    return not theirs.near_miss and rules.config.initiatives[theirs.initiative].parent == ours.initiative


def _matches(folded: Folded, rules: Rules) -> Iterator[tuple[Sought, Span]]:
    for index, start, end in rules.finder.find_matches_as_indexes(folded.lower, overlapping=True):
        for sought in rules.sought[index]:
            if span := _whole(folded, sought.needle, start, end):
                yield sought, span


def _whole(folded: Folded, needle: Needle, start: int, end: int) -> Span | None:
    """The span of the term whose needle stands at `start:end`; None where the rest of the term does not."""
    if any(c.isupper() and c != folded.text[start + i] for i, c in enumerate(needle.text)):
        return None
    if needle.opens and not opens_word(folded.lower, start):
        return None
    if needle.closes:
        word = end_of_word(folded.lower, end)
        if word is None:
            return None
        end = word
    if needle.before:
        before = needle.before.search(folded.lower, max(0, start - REACH), start)
        if not before:
            return None
        start = before.start()
    if needle.after:
        after = needle.after.match(folded.lower, end)
        if not after:
            return None
        end = after.end()
    return Span(start, end)
