"""Score tagging on annotated texts: `python -m bench.quality [--raise] [--against ROWS.jsonl ...]`.

Prints a table by language, half, act and initiative; compares with the floors in bench/floors.toml.
"""

import argparse
import json
import sys
import tomllib
import zlib
from collections.abc import Sequence
from pathlib import Path

from bench.scoring import FIGURES, Row, by_mention, score
from config import load
from tests.gold.expand import expand
from tracker.pipeline.analyze import analyze

HERE = Path(__file__).parent
FLOORS = HERE / "floors.toml"
SHARED = HERE.parents[1] / "shared"
OWN = HERE.parent / "tests" / "gold"
# Rounding to a whole point keeps a floor from failing because of a single mention.
MARGIN = 0.01
# The meaning of a floor: the rules were written to do well on most of these texts, so floors hold what was reached,
# and say nothing about other texts (docs/quality.md does).
TUNED = "the rules were tuned on these texts"
SEEN = "only the figures of these texts were looked at while the rules were tuned"
USED = {"corpora-after": SEEN}


def sets() -> dict[str, list[Row]]:
    """Return the annotated texts that this machine has, by name."""
    found: dict[str, list[Row]] = {}
    gold = [row for file in sorted((SHARED / "gold").glob("*.jsonl")) for row in _lines(file)]
    if gold:
        found["gold"] = gold
        for language in ("en", "zh"):
            found[f"gold {language}"] = [row for row in gold if row["lang"] == language]
        for half in (0, 1):
            found[f"gold half {half + 1}"] = [row for row in gold if zlib.crc32(row["id"].encode()) % 2 == half]
    if (SHARED / "corpora").is_dir():
        for labels in sorted(OWN.glob("*.jsonl")):
            found[labels.stem] = list(expand(labels, SHARED / "corpora"))
    return found


def measure(rows: Sequence[Row]) -> tuple[dict[str, float], dict[str, Row]]:
    """Return the figures of one set, and what we report of each text."""
    told = {line["id"]: line for line in analyze([dict(row) for row in rows], load())}
    return score(rows, told), told


def main() -> int:
    """Print the tables; exit code 1 means that a figure fell below its floor, 2 that there is nothing to measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raise", dest="raised", action="store_true", help="raise the floors that are exceeded")
    parser.add_argument("--against", type=Path, nargs="*", default=[], help="further annotated rows, as JSON lines")
    chosen = parser.parse_args()
    found = sets() | {file.stem: _lines(file) for file in chosen.against}
    if not found:
        print(f"bench.quality: no annotated texts in {SHARED}", file=sys.stderr)
        return 2
    results = {name: measure(rows) for name, rows in found.items()}
    figures = {name: scored for name, (scored, _) in results.items()}
    first = next(iter(found))
    _print_sets(figures)
    _print_cases(found[first], results[first][1])
    if chosen.raised:
        _lift({name: scored for name, scored in figures.items() if name in sets()})
    low = below(figures)
    print(*low, sep="\n")
    return int(bool(low))


def _print_sets(results: dict[str, dict[str, float]]) -> None:
    print(f"{'set':20}{'texts':>6}{'mentions':>9}" + "".join(f"{name:>9}" for name in FIGURES))
    for name, figures in results.items():
        shares = "".join(f"{figures[key]:9.3f}" for key in FIGURES)
        print(f"{name:20}{figures['documents']:6.0f}{figures['mentions']:9.0f}{shares}")


def _print_cases(rows: Sequence[Row], told: dict[str, Row]) -> None:
    for key in ("act", "initiative"):
        print(f"\n{key:36}{'wanted':>7}{'found':>7}{'act right':>10}")
        for name, (wanted, found, right) in by_mention(rows, told, key).items():
            print(f"{name:36}{wanted:7}{found:7}{right:10}")


def floors() -> dict[str, dict[str, float]]:
    """Return the pinned figures by set."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def below(results: dict[str, dict[str, float]]) -> list[str]:
    """Return what fell below its floor, a line for each."""
    return [
        f"{name}: {key} {figures[key]:.3f} is below its floor {floor:.2f}"
        for name, figures in results.items()
        for key, floor in floors().get(name, {}).items()
        if figures[key] < floor
    ]


def _lift(results: dict[str, dict[str, float]]) -> None:
    pinned = floors()
    for name, figures in results.items():
        old = pinned.setdefault(name, {})
        for key in FIGURES:
            old[key] = max(old.get(key, 0), int((figures[key] - MARGIN) * 100) / 100)
    FLOORS.write_text(_toml(pinned), encoding="utf-8")


def _toml(pinned: dict[str, dict[str, float]]) -> str:
    head = "# Lowest figures that `python -m bench.quality` accepts; --raise lifts them, nothing lowers them.\n"
    tables = (
        f'\n# {USED.get(name, TUNED)}\n["{name}"]\n'
        + "".join(f"{key} = {value:.2f}\n" for key, value in figures.items())
        for name, figures in pinned.items()
    )
    return head + "".join(tables)


def _lines(file: Path) -> list[Row]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    sys.exit(main())
