"""Scores tagging on annotated texts: `python -m bench.quality [--raise] [--against ROWS.jsonl ...]`.

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
from tracker.analyze import analyze

HERE = Path(__file__).parent
FLOORS = HERE / "floors.toml"
SHARED = HERE.parents[1] / "shared"
OWN = HERE.parent / "tests" / "gold"
# Rounding to a whole point keeps a floor from failing on one mention more or less.
MARGIN = 0.01


def sets() -> dict[str, list[Row]]:
    """The annotated texts that this machine has, by name."""
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
    """The figures of one set, and what we told of each text."""
    told = {line["id"]: line for line in analyze([dict(row) for row in rows], load())}
    return score(rows, told), told


def main() -> int:
    """Print the tables; exit code 1 tells that a figure fell below its floor, 2 that there is nothing to measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raise", dest="raised", action="store_true", help="raise the floors that are exceeded")
    parser.add_argument("--against", type=Path, nargs="*", default=[], help="further annotated rows, as JSON lines")
    chosen = parser.parse_args()
    found = sets() | {file.stem: _lines(file) for file in chosen.against}
    if not found:
        print(f"bench.quality: no annotated texts in {SHARED}", file=sys.stderr)
        return 2
    results = {name: measure(rows) for name, rows in found.items()}
    _print_sets({name: figures for name, (figures, _) in results.items()})
    _print_cases(found[next(iter(found))], results[next(iter(found))][1])
    return _compare({name: figures for name, (figures, _) in results.items()}, chosen.raised)


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


def _compare(results: dict[str, dict[str, float]], raised: bool) -> int:
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    low = []
    for name, figures in results.items():
        pinned = floors.setdefault(name, {})
        for key in FIGURES:
            if figures[key] < pinned.get(key, 0):
                low.append(f"{name}: {key} {figures[key]:.3f} is below its floor {pinned[key]:.2f}")
            pinned[key] = max(pinned.get(key, 0), int((figures[key] - MARGIN) * 100) / 100)
    print(*low, sep="\n")
    if raised:
        FLOORS.write_text(_toml(floors), encoding="utf-8")
    return int(bool(low))


def _toml(floors: dict[str, dict[str, float]]) -> str:
    head = "# Lowest figures that `python -m bench.quality` accepts; --raise lifts them, nothing lowers them.\n"
    tables = (
        f'\n["{name}"]\n' + "".join(f"{key} = {value:.2f}\n" for key, value in pinned.items())
        for name, pinned in floors.items()
    )
    return head + "".join(tables)


def _lines(file: Path) -> list[Row]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    sys.exit(main())
