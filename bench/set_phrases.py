"""List what many official texts have in common, for config/set_phrases.yaml: `python -m bench.set_phrases`.

A phrase in ten papers or more identifies none of them. A new list changes which reports are joined, so score it.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tracker.stories.words import PIECE, grams, runs

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"
FEWEST = 10
SINCE = "2013"
LONGEST = 16


def main() -> int:
    """Print the phrases, those that cover most first; 2 if there are no texts to count."""
    texts = list(_texts())
    if not texts:
        print(f"bench.set_phrases: no texts in {CORPORA}", file=sys.stderr)
        return 2
    counted = Counter(gram for text in texts for gram in {gram for run in runs(text) for gram in grams(run)})
    told = {gram for gram, texts_with_it in counted.items() if texts_with_it >= FEWEST}
    phrases = Counter(phrase for text in texts for run in runs(text) for phrase in _phrases(run, told))
    covered: set[str] = set()
    for phrase in sorted(phrases, key=lambda phrase: (-phrases[phrase] * (len(phrase) - PIECE + 1), phrase)):
        held = set(grams(phrase))
        if phrase.isalpha() and not phrase.isascii() and len(phrase) <= LONGEST and held - covered:
            print(phrase)
            covered |= held
    return 0


def _texts() -> Iterator[str]:
    for file in sorted(CORPORA.glob("*-zh.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            yield from (row["text"] for row in map(json.loads, lines) if (row["published"] or SINCE) >= SINCE)


def _phrases(run: str, told: set[str]) -> Iterator[str]:
    """Yield the longest pieces of a run that consist of such grams alone."""
    start = None
    for at, gram in enumerate([*grams(run), ""]):
        if gram in told:
            start = at if start is None else start
        elif start is not None:
            yield run[start : at + PIECE - 1]
            start = None


if __name__ == "__main__":
    sys.exit(main())
