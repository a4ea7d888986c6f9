"""Explain why two documents report one announcement, or do not: the rows that apply, and the evidence with points."""

from collections.abc import Sequence
from itertools import product, takewhile
from pathlib import Path
from typing import Any

from db.models import Document, Mention
from tracker.explain.catalogue import ROOT
from tracker.explain.naming import default_name
from tracker.stories.blocking import blocking_keys
from tracker.stories.compare import ROWS, Row, same
from tracker.stories.fingerprint import Fingerprint
from tracker.stories.fingerprinting import fingerprint_items
from tracker.stories.names import Names
from tracker.stories.score import ENOUGH, POINTS, evidence


def explain_stories(
    documents: Sequence[Document], mentions: Sequence[Sequence[Mention]], names: Names
) -> dict[str, Any]:
    """Explain the two items of two documents that are linked, or are nearest to being linked.

    Returns `{urls, items, same, rule, place, without, besides, tests, score, enough, evidence: {name: points}, keys}`.
    `rule` is the first row that applies, `tests` are all that do, in the order in which they are asked. `keys` are the
    blocking keys that both items have: without one they are never compared.
    """
    items = (fingerprint_items(document, list(said), names) for document, said in zip(documents, mentions, strict=True))
    one, other = max(product(*items), key=lambda pair: (same(*pair), sum(_points(*pair).values())))
    points = _points(one, other)
    rows = [row for row in ROWS if row.test(one, other)]
    return {
        "urls": [document.url for document in documents],
        "items": [one.headline, other.headline],
        **_decided(rows),
        "tests": [{"rule": row.name, "place": _place(row)} for row in rows],
        "score": sum(points.values()),
        "enough": ENOUGH,
        "evidence": points,
        "keys": sorted(set(blocking_keys(one)) & set(blocking_keys(other))),
    }


def _decided(rows: Sequence[Row]) -> dict[str, Any]:
    """Return the first row, those right behind it that say the same, and the answer without all of these."""
    if not rows:
        return {"same": False, "rule": default_name("stories", "apart"), "place": "", "without": None, "besides": []}
    first, *besides = takewhile(lambda row: row.joins == rows[0].joins, rows)
    return {
        "same": first.joins,
        "rule": first.name,
        "place": _place(first),
        "without": not first.joins and any(row.joins for row in rows),
        "besides": [row.name for row in besides],
    }


def _points(one: Fingerprint, other: Fingerprint) -> dict[str, int]:
    """Return the points of each piece of evidence, the largest first, without evidence that is absent."""
    points = {name: POINTS[name] * int(level) for name, level in evidence(one, other).items()}
    return dict(sorted(((name, n) for name, n in points.items() if n), key=lambda item: (-abs(item[1]), item[0])))


def _place(row: Row) -> str:
    code = row.test.__code__
    return f"{Path(code.co_filename).relative_to(ROOT)}:{code.co_firstlineno}"
