"""The traces by which items of one story find each other without comparing all with all."""

import zlib
from collections.abc import Iterable, Sequence
from itertools import combinations, islice, pairwise

from tracker.stories.apart import AMOUNT, signs
from tracker.stories.deeds import DEEDS
from tracker.stories.signature import Signature
from tracker.stories.words import bands

DAYS = 4
MOST_VALUES = 8
MOST_PAIRS = 8
MOST_AMOUNTS = 4
MOST_AIMS = 3
MOST_COUNTS = 5
MOST_STEMS = 6
MOST_DAYS = 3
# Of the runs of signs one in so many, the same ones in every text.
SAMPLED = 8
MOST_RUNS = 48
WEEKS = 28
# A figure of so many signs tells of one release.
LONG = 4


def traces(signature: Signature) -> set[str]:
    """What an item is found by: its exact text, number, papers, words, clauses, pairs of figures, initiatives by day.

    Days fall into two rows of overlapping stretches, so that two items published within two days of each
    other share a trace for each initiative that both mention. What was done for an initiative is found by each of
    the figures that it is told with, in whatever language and on whatever day.
    """
    found = {f"x:{signature.exact}", *_of_words(signature), *(f"c:{clause:08x}" for clause in signature.clauses)}
    if signature.number:
        found.add(f"n:{_short(signature.number)}")
    if signature.headline:
        found.add(f"h:{_short(signature.headline)}")
    found |= {f"p:{_short(paper)}" for paper in signature.papers}
    found |= {f"v:{_short(f'{a:g} {b:g}')}" for a, b in islice(pairwise(signature.values), MOST_PAIRS)}
    for initiative, act in {event[:2] for event in signature.events if event[1] in DEEDS}:
        stated = [value for owner, value in signature.stated if owner == initiative]
        values = [*stated, *signature.values[:MOST_VALUES]]
        found |= {f"d:{_short(f'{initiative} {act} {value:g}')}" for value in values}
    found |= _of_deeds(signature)
    found |= {f"l:{one} {other}" for one, other in combinations(signature.title[:MOST_STEMS], 2)}
    found |= {f"z:{value:.12g}" for value in signature.values if signs(value) >= LONG}
    amounts = [value for value in signature.values if value >= AMOUNT][:MOST_AMOUNTS]
    found |= {f"a:{_short(f'{of} {value:g}')}" for of in signature.initiatives for value in amounts}
    found |= {f"q:{_short(f'{aim} {pair}')}" for aim in signature.aims[:MOST_AIMS] for pair in _pairs(signature.counts)}
    found |= {f"o:{_short(' '.join(occasion))}" for occasion in signature.occasions}
    if day := signature.day:
        rows = {"a": day.toordinal() // DAYS, "b": (day.toordinal() + DAYS // 2) // DAYS}
        found |= {f"{row}{n}:{told}" for row, n in rows.items() for told in (*signature.initiatives, *signature.sayers)}
    return found


def _of_words(signature: Signature) -> Iterable[str]:
    """Of a Chinese text some of its runs of signs, which retellings keep; of an English one the bands of its stems."""
    if signature.language != "zh":
        return bands(signature.words)
    return (f"g:{run:08x}" for run in islice((run for run in signature.wording if run % SAMPLED == 0), MOST_RUNS))


def _of_deeds(signature: Signature) -> set[str]:
    """What a deed is found by without a date, or weeks later: who act, by when, on which day, in which title."""
    done = {event[0] for event in signature.events if event[1] in DEEDS}
    named = {(event[0], event[2]) for event in signature.events if event[2]}
    clues = {f"k{signature.departments}"} if signature.departments else set()
    clues |= {f"y{one} {other}" for one, other in combinations(signature.aims[:MOST_AIMS], 2)}
    clues |= {f"t{one} {other}" for one, other in combinations(signature.title[:MOST_STEMS], 2)}
    found = {f"e:{_short(f'{initiative} {clue}')}" for initiative in done for clue in clues}
    found |= {f"m:{day} {event[0]}" for event in signature.events for day in signature.days[:MOST_DAYS]}
    found |= {f"s:{_short(f'{event[0]} {name}')}" for event in signature.events for name in signature.speakers}
    found |= {f"b:{_short(' '.join(of))}" for of in named}
    if day := signature.day:
        rows = (day.toordinal() // WEEKS, (day.toordinal() + WEEKS // 2) // WEEKS)
        acted = {(event[0], event[2]) for event in signature.events if event[1] in DEEDS and event[2]}
        found |= {f"f{n}:{_short(f'{row} {of}')}" for n, row in enumerate(rows) for of in acted}
    return found


def _pairs(counts: Sequence[float]) -> list[str]:
    return [f"{one:g} {other:g}" for one, other in combinations(sorted(counts)[:MOST_COUNTS], 2)]


def _short(text: str) -> str:
    return f"{zlib.crc32(text.encode()):08x}"
