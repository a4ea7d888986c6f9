"""Kill, wait, count, and report whether anything was lost or doubled; exit code 1 if it was.

`python -m tests.torture --kills 60` does it on SQLite and on PostgreSQL; docs/internals/torture.md explains it.
"""

import argparse
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.postgresql import cluster
from tests.torture.outcome import Outcome, outcome_of
from tests.torture.planted.sitecustomize import PLANTS
from tests.torture.press import Press
from tests.torture.report import count, report, say
from tests.torture.run import live_calmly, live_through
from tests.torture.upgrades import Upgrades
from tests.torture.verdict import differences
from tests.torture.world import world

DATABASES = ("sqlite", "postgresql")
KILLS_A_WAVE = 16
FEWEST_WAVES = 3
# One kill in so many meets an upgrade.
UPGRADES = 6


def main() -> int:
    """Run it; return 1 if the promise did not hold."""
    chosen = _options()
    databases = chosen.database or DATABASES
    kills = -(-chosen.kills // len(databases))
    waves = max(FEWEST_WAVES, kills // KILLS_A_WAVE)
    say(f"seed {chosen.seed}: {kills} kills on {' and on '.join(databases)}, {waves} waves of news")
    folder = Path(tempfile.mkdtemp(prefix="torture-"))
    calm = None if chosen.alone else _undisturbed(folder, chosen.seed, waves)
    held = calm is None or report("undisturbed", calm, calm.problems)
    for name in databases:
        held &= _tortured(folder, name, chosen, kills, waves, calm)
    if chosen.keep or not held:
        say(f"kept: {folder}")
    else:
        shutil.rmtree(folder)
    say(
        f"{'it held' if held else 'IT DID NOT HOLD'}; again: python -m tests.torture {' '.join(sys.argv[1:])}"
        + ("" if "--seed" in sys.argv else f" --seed {chosen.seed}")
    )
    return 0 if held else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("--kills", type=int, default=60, help="how many processes to kill in all")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6), help="repeats the choices of a run")
    parser.add_argument("--database", choices=DATABASES, action="append", help="both, in turn, if none is named")
    parser.add_argument("--plant", choices=PLANTS, default="", help="plant a bug, to see that it is found")
    parser.add_argument("--alone", action="store_true", help="compare with no undisturbed run")
    parser.add_argument("--keep", action="store_true", help="keep the databases and ledgers to look at")
    return parser.parse_args()


def _undisturbed(folder: Path, seed: int, waves: int) -> Outcome:
    with world(folder / "undisturbed", f"sqlite:///{folder}/undisturbed.db", Press(seed, waves), seed, 0.0) as calm:
        live_calmly(calm)
        return outcome_of(calm)


def _tortured(
    folder: Path, name: str, chosen: argparse.Namespace, kills: int, waves: int, calm: Outcome | None
) -> bool:
    press = Press(chosen.seed, waves)
    with _databases(name, folder) as make:
        upgrades = Upgrades(folder, make, random.Random(chosen.seed))
        upgrades.suffer(-(-kills // UPGRADES))
        with world(folder / name, make("tortured"), press, chosen.seed, 1.0, chosen.plant) as tortured:
            live_through(tortured, kills - upgrades.killed, chosen.seed)
            outcome = outcome_of(tortured)
            count(tortured, upgrades)
    outcome.problems += upgrades.problems
    return report(name, outcome, [*outcome.problems, *(differences(calm, outcome) if calm else ())])


@contextmanager
def _databases(name: str, folder: Path) -> Iterator[Callable[[str], str]]:
    """Create databases without tables, by a name each, while the block runs; return their addresses."""
    if name == "sqlite":
        yield lambda called: f"sqlite:///{folder}/{called}.db"
        return
    with cluster() as running:
        yield lambda _: running.fresh("template1")


if __name__ == "__main__":
    sys.exit(main())
