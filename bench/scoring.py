"""Score our results on annotated texts: found mentions, acts, bodies, days, figures, stories."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any

Row = Mapping[str, Any]
FACTORS = (
    *(("万亿", 1e12), ("萬億", 1e12), ("亿", 1e8), ("億", 1e8), ("万", 1e4), ("萬", 1e4)),
    *(("trillion", 1e12), ("billion", 1e9), ("million", 1e6), ("thousand", 1e3)),
)
FIGURES = ("F1", "act", "body", "day", "figures", "stories")


class Tally(Counter[str]):
    """Hold counts of right cases and of all cases, under `name` and `name of`."""

    def add(self, name: str, right: bool) -> None:
        """Count one case."""
        self[name] += right
        self[f"{name} of"] += 1

    def share(self, name: str) -> float:
        """Return the share that is right; 1.0 if there was no case."""
        return self[name] / self[f"{name} of"] if self[f"{name} of"] else 1.0

    def f1(self, name: str) -> float:
        """Return the F1 of what was found (`name found`), wanted (`name wanted`) and both (`name both`)."""
        total = self[f"{name} found"] + self[f"{name} wanted"]
        return 2 * self[f"{name} both"] / total if total else 1.0


def score(gold: Iterable[Row], told: Mapping[str, Row]) -> dict[str, float]:
    """Return FIGURES of the gold rows, with our result for each by id."""
    rows, tally = list(gold), Tally()
    for row in rows:
        _score_document(row, told.get(row["id"], {"mentions": []}), tally)
    _score_stories(rows, told, tally)
    return {
        "F1": tally.f1("mentions"),
        "figures": tally.f1("figures"),
        "stories": tally.f1("stories"),
        **{name: tally.share(name) for name in ("act", "body", "day")},
        "mentions": tally["mentions wanted"],
        "documents": len(rows),
    }


def by_mention(gold: Iterable[Row], told: Mapping[str, Row], key: str) -> dict[str, tuple[int, int, int]]:
    """Return (wanted, found, act right) by initiative (key "initiative") or by the annotated act (key "act")."""
    out: dict[str, list[int]] = {}
    for row in gold:
        found = {m["initiative"]: m for m in told.get(row["id"], {"mentions": []})["mentions"]}
        for initiative, wanted in row["initiatives"].items():
            counts = out.setdefault(initiative if key == "initiative" else wanted["act"], [0, 0, 0])
            counts[0] += 1
            counts[1] += initiative in found
            counts[2] += initiative in found and found[initiative]["act"] == wanted["act"]
    return {name: (counts[0], counts[1], counts[2]) for name, counts in sorted(out.items())}


def _score_document(row: Row, told: Row, tally: Tally) -> None:
    found = {mention["initiative"]: mention for mention in told["mentions"]}
    wanted = row["initiatives"]
    tally["mentions found"] += len(found)
    tally["mentions wanted"] += len(wanted)
    tally["mentions both"] += len(found.keys() & wanted.keys())
    for initiative in found.keys() & wanted.keys():
        _score_mention(wanted[initiative], found[initiative], tally)


def _score_mention(wanted: Row, found: Row, tally: Tally) -> None:
    tally.add("act", found["act"] == wanted["act"])
    if wanted.get("body"):
        tally.add("body", found["body"] == wanted["body"])
    if wanted.get("day"):
        tally.add("day", str(found["day"]) == wanted["day"])
    left = [_plain(figure) for figure in found["figures"]]
    tally["figures found"] += len(left)
    for figure in map(_plain, wanted.get("figures") or ()):
        tally["figures wanted"] += 1
        hit = next((value for value in left if abs(value - figure) <= 1e-6 * max(1.0, abs(figure))), None)
        if hit is not None:
            left.remove(hit)
            tally["figures both"] += 1


def _score_stories(rows: list[Row], told: Mapping[str, Row], tally: Tally) -> None:
    # Two parts of one document are not two documents that could form a story.
    document = {row["id"]: (row["url"], row["title"], row["id"] if row.get("story") else "") for row in rows}
    wanted = set(_pairs({row["id"]: row.get("story") for row in rows}))
    found = {
        (one, other)
        for one, other in _pairs({row["id"]: told[row["id"]]["story"] for row in rows if row["id"] in told})
        if document[one] != document[other]
    }
    for name, pairs in (("found", found), ("wanted", wanted), ("both", found & wanted)):
        tally[f"stories {name}"] += len(pairs)


def _pairs(stories: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for one, other in combinations(sorted(stories), 2):
        if stories[one] is not None and stories[one] == stories[other]:
            yield one, other


def _plain(figure: Row) -> float:
    unit = str(figure.get("unit") or "").lower()
    return float(figure["value"]) * next((factor for word, factor in FACTORS if unit.startswith(word)), 1.0)
