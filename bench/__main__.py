"""Measure everything that has a limit or a peer to compare with, in its short form: `python -m bench [NAME...]`.

Prints one table and keeps it in bench/results/ as JSON. With --check, compares each ratio with the one in
bench/ratios.toml, and ends with 1 if one is more than a tenth worse; --pin writes what was measured there.
"""

import argparse
import json
import os
import platform
import sys
import tomllib
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from bench.in_turn import Line, show

NAMES = (
    "importing",
    "reading",
    "rereading",
    "stories",
    "tagging",
    "backfill",
    "queries",
    "web",
    "startup",
    "crawl",
    "daemon",
)
PINNED, RESULTS = Path(__file__).parent / "ratios.toml", Path(__file__).parent / "results"
WORSE = 1.1
HEAD = """# Time relative to the first way of each benchmark, see docs/internals/performance.md.
# `make bench-check` fails where one is more than a tenth worse; `python -m bench --pin` writes the file again.
"""


def compared(lines: list[Line], pinned: dict[str, dict[str, float]]) -> list[str]:
    """Return a line for each ratio that is worse than its pinned one, or has none."""
    said = []
    for one in lines:
        wanted = pinned.get(one.bench, {}).get(one.way)
        if wanted is None:
            said.append(f"{one.bench}, {one.way}: {one.ratio:.3g} x {one.to}, and none is pinned; see --pin")
        elif one.ratio > wanted * WORSE:
            said.append(f"{one.bench}, {one.way}: {one.ratio:.3g} x {one.to}, pinned {wanted:.3g}")
    return said


def pinned_form(lines: list[Line]) -> str:
    """Return the file of pinned ratios."""
    names = list(dict.fromkeys(one.bench for one in lines))
    ratios = {name: [one for one in lines if one.bench == name and one.way != one.to] for name in names}
    tables = (
        "\n".join((f"[{name}]", *(f"{json.dumps(one.way)} = {one.ratio:.3g}" for one in some)))
        for name, some in ratios.items()
    )
    return f"{HEAD}\n" + "\n\n".join(tables) + "\n"


def keep(lines: list[Line]) -> Path:
    """Write the results, with what they were measured on."""
    at = datetime.now(UTC)
    about = {"at": at.isoformat(timespec="seconds"), "python": platform.python_version(), "cores": os.cpu_count()}
    RESULTS.mkdir(exist_ok=True)
    file = RESULTS / f"{at:%Y-%m-%dT%H%M%S}.json"
    rows = [one._asdict() for one in lines]
    file.write_text(json.dumps(about | {"rows": rows}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return file


def main() -> int:
    """Measure, print, keep, compare."""
    options = argparse.ArgumentParser(prog="python -m bench", description=(__doc__ or "").splitlines()[0])
    options.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)}; all if none is given")
    options.add_argument("--check", action="store_true", help="fail where a ratio is worse than its pinned one")
    options.add_argument("--pin", action="store_true", help="write the measured ratios to bench/ratios.toml")
    chosen = options.parse_args()
    if unknown := set(chosen.names) - set(NAMES):
        options.error(f"no benchmark is called {min(unknown)!r}; there are {', '.join(NAMES)}")
    lines: list[Line] = []
    for name in chosen.names or NAMES:
        found = import_module(f"bench.{name}").short()
        show(found)
        lines += found
    print(f"kept in {keep(lines)}")
    if chosen.pin:
        PINNED.write_text(pinned_form(lines), encoding="utf-8")
    if not chosen.check:
        return 0
    said = compared([one for one in lines if one.way != one.to], tomllib.loads(PINNED.read_text(encoding="utf-8")))
    for line in said:
        print(f"worse: {line}", file=sys.stderr)
    return int(bool(said))


if __name__ == "__main__":
    sys.exit(main())
