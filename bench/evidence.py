"""Fit the weight of each piece of evidence for one story: `python -m bench.evidence [ROWS.jsonl ...]`.

Prints the points of `tracker/stories/score.py` beside those that logistic regression finds on the stories of the tests
and on annotated texts, in the same unit, and how well the points separate pairs of one story from other pairs.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from config import load
from tests.stories.test_stories import ONE, TWO
from tracker.pipeline.analyze import as_document
from tracker.stories.compare import may_be_weighed
from tracker.stories.fingerprint import Fingerprint
from tracker.stories.fingerprinting import fingerprint_items
from tracker.stories.names import compile_names
from tracker.stories.score import ENOUGH, POINTS, UNIT, evidence
from tracker.tag.rules import compile_rules
from tracker.tag.tagger import tag

Row = dict[str, Any]
Vector = NDArray[np.float64]
# One pair of items: the levels of its evidence, and whether its documents share a story.
Pair = tuple[list[int], bool]

ROUNDS = 4000
RATE = 0.5
# Keeps a piece that is seen a few times from a large weight.
DECAY = 0.001


def main() -> int:
    """Print the table; 2 if there is nothing to fit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path, nargs="*", help="annotated rows with their `story`, as JSON lines")
    sets = [*_of_tests(), *(_lines(file) for file in parser.parse_args().rows)]
    signed = _Signer()
    pairs = [pair for rows in sets for pair in _pairs([(signed(row), row.get("story")) for row in rows])]
    told = np.array([levels for levels, _ in pairs], dtype=float)
    one = np.array([together for _, together in pairs], dtype=float)
    if not pairs or one.all() or not one.any():
        print("bench.evidence: no pairs of one story, or of two, to tell apart", file=sys.stderr)
        return 2
    found = _fit(told, one)
    for name, weight in zip(POINTS, found, strict=True):
        print(f"{name:18}{POINTS[name]:4}{weight / UNIT:8.1f}")
    _print_parting(told @ np.array(list(POINTS.values()), dtype=float) >= ENOUGH, one > 0)
    return 0


def _of_tests() -> Iterator[list[Row]]:
    for rows in ONE.values():
        yield [{**row, "story": "one"} for row in rows]
    for rows in TWO.values():
        yield [dict(row) for row in rows]


def _lines(file: Path) -> list[Row]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]


class _Signer:
    def __init__(self) -> None:
        declared = load()
        self._rules, self._names = compile_rules(declared), compile_names(declared)

    def __call__(self, row: Row) -> list[Fingerprint]:
        document = as_document(row)
        return fingerprint_items(document, tag(document, self._rules), self._names)


def _pairs(signed: Sequence[tuple[list[Fingerprint], str | None]]) -> Iterator[Pair]:
    """Yield the pairs that no mark decides; of two documents of one story, the pair with the strongest evidence."""
    for (ones, story), (others, other) in combinations(signed, 2):
        levels = [_levels(a, b) for a in ones for b in others if may_be_weighed(a, b)]
        together = story is not None and story == other
        if together and levels:
            levels = [max(levels, key=_sum)]
        yield from ((pair, together) for pair in levels)


def _levels(a: Fingerprint, b: Fingerprint) -> list[int]:
    found = evidence(a, b)
    return [int(found[name]) for name in POINTS]


def _sum(levels: Sequence[int]) -> int:
    return sum(points * level for points, level in zip(POINTS.values(), levels, strict=True))


def _fit(told: Vector, one: Vector) -> Vector:
    """Fit weights by gradient descent; a weight against the sign of its points becomes 0."""
    signs = np.sign(np.array(list(POINTS.values()), dtype=float))
    weights, bias = np.zeros(told.shape[1]), 0.0
    for _ in range(ROUNDS):
        wrong = 1 / (1 + np.exp(-(told @ weights + bias))) - one
        weights -= RATE * (told.T @ wrong / len(one) + DECAY * weights)
        weights = np.where(weights * signs < 0, 0, weights)
        bias -= RATE * float(wrong.mean())
    return weights


def _print_parting(joined: NDArray[np.bool_], one: NDArray[np.bool_]) -> None:
    both = (joined & one).sum()
    print(f"{len(one)} pairs, {one.sum()} of one story: ", end="")
    print(f"precision {both / joined.sum():.3f}, recall {both / one.sum():.3f}")


if __name__ == "__main__":
    sys.exit(main())
