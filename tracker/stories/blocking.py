"""Make the blocking keys by which items of one story find each other without comparing all with all."""

import zlib
from collections.abc import Iterable, Sequence
from itertools import combinations, islice, pairwise

from tracker.stories.deeds import DEEDS
from tracker.stories.fingerprint import Fingerprint
from tracker.stories.likeness import AMOUNT, signs
from tracker.stories.pinned import FEWEST_DEPARTMENTS, LONG
from tracker.stories.words import bands
from tracker.stories.work_report import years

DAYS = 4
MOST_VALUES = 8
MOST_PAIRS = 8
MOST_AMOUNTS = 4
MOST_AIMS = 3
MOST_COUNTS = 5
MOST_STEMS = 6
MOST_DAYS = 3
# Of the runs of characters one in so many is kept, the same ones in every text.
SAMPLED = 8
MOST_RUNS = 48
WEEKS = 28


def blocking_keys(item: Fingerprint) -> set[str]:
    """Return the blocking keys of an item: from its text, number, papers, words, figures and initiatives by day.

    Its exact text, its clauses and pairs of its figures are keys, too. Days fall into two rows of overlapping
    stretches, so that two items published within two days of each other share a key for each initiative that both
    mention. What was done for an initiative is found by each of the figures that it is reported with, in whatever
    language and on whatever day; so is what a place reports. A year's work report is found by each initiative.
    """
    found = {f"x:{item.exact}", *_of_words(item), *(f"c:{clause:08x}" for clause in item.clauses)}
    if item.number:
        found.add(f"n:{_short(item.number)}")
    if item.headline:
        found.add(f"h:{_short(item.headline)}")
    found |= {f"p:{_short(paper)}" for paper in item.papers}
    found |= {f"v:{_short(f'{a:g} {b:g}')}" for a, b in islice(pairwise(item.values), MOST_PAIRS)}
    for initiative, act in {event[:2] for event in item.events if event[1] in DEEDS}:
        stated = [value for owner, value in item.stated if owner == initiative]
        values = [*stated, *item.values[:MOST_VALUES]]
        found |= {f"d:{_short(f'{initiative} {act} {value:g}')}" for value in values}
    found |= _of_deeds(item)
    found |= {f"l:{one} {other}" for one, other in combinations(item.title[:MOST_STEMS], 2)}
    found |= {f"z:{value:.12g}" for value in item.values if signs(value) >= LONG}
    amounts = [value for value in item.values if value >= AMOUNT][:MOST_AMOUNTS]
    found |= {f"a:{_short(f'{of} {value:g}')}" for of in item.initiatives for value in amounts}
    found |= {f"q:{_short(f'{aim} {pair}')}" for aim in item.aims[:MOST_AIMS] for pair in _pairs(item.counts)}
    found |= {f"o:{_short(' '.join(occasion))}" for occasion in item.occasions}
    found |= {f"w:{year} {initiative}" for year in years(item) for initiative in item.initiatives}
    if item.departments >= FEWEST_DEPARTMENTS:
        found |= {f"j:{item.departments} {aim}" for aim in item.aims[:MOST_AIMS]}
    told = (*item.values[:MOST_VALUES], *item.counts[:MOST_COUNTS])
    found |= {f"u:{_short(f'{place} {value:g}')}" for place in item.places for value in told}
    if day := item.day:
        rows = {"a": day.toordinal() // DAYS, "b": (day.toordinal() + DAYS // 2) // DAYS}
        found |= {f"{row}{n}:{told}" for row, n in rows.items() for told in (*item.initiatives, *item.sayers)}
    return found


def _of_words(item: Fingerprint) -> Iterable[str]:
    """Return the keys from the words of a text.

    Of a Chinese text these are some of its runs of characters, which rewrites keep; of an English one the bands of its
    stems.
    """
    if item.language != "zh":
        return bands(item.words)
    return (f"g:{run:08x}" for run in islice((run for run in item.wording if run % SAMPLED == 0), MOST_RUNS))


def _of_deeds(item: Fingerprint) -> set[str]:
    """Return the keys from deeds, which need no date and hold weeks later.

    They say who acts, by when, on which day, in which title.
    """
    done = {event[0] for event in item.events if event[1] in DEEDS}
    named = {(event[0], event[2]) for event in item.events if event[2]}
    clues = {f"k{item.departments}"} if item.departments else set()
    clues |= {f"y{one} {other}" for one, other in combinations(item.aims[:MOST_AIMS], 2)}
    clues |= {f"t{one} {other}" for one, other in combinations(item.title[:MOST_STEMS], 2)}
    found = {f"e:{_short(f'{initiative} {clue}')}" for initiative in done for clue in clues}
    found |= {f"m:{day} {event[0]}" for event in item.events for day in item.days[:MOST_DAYS]}
    found |= {f"s:{_short(f'{event[0]} {name}')}" for event in item.events for name in item.speakers}
    found |= {f"b:{_short(' '.join(of))}" for of in named}
    found |= {f"r:{_short(' '.join((of, act, on)))}" for of, act, _, on in item.events if act in DEEDS and on}
    if day := item.day:
        rows = (day.toordinal() // WEEKS, (day.toordinal() + WEEKS // 2) // WEEKS)
        acted = {(event[0], event[2]) for event in item.events if event[1] in DEEDS and event[2]}
        found |= {f"f{n}:{_short(f'{row} {of}')}" for n, row in enumerate(rows) for of in acted}
    return found


def _pairs(counts: Sequence[float]) -> list[str]:
    return [f"{one:g} {other:g}" for one, other in combinations(sorted(counts)[:MOST_COUNTS], 2)]


def _short(text: str) -> str:
    return f"{zlib.crc32(text.encode()):08x}"
