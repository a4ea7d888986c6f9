"""Kills, waits, counts, and says whether anything was lost or doubled; exit code 1 where it was.

`python -m tests.torture --kills 60` does it on SQLite and on PostgreSQL; docs/torture.md tells the whole.
"""

import argparse
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.postgresql import cluster
from tests.torture.outcome import Outcome, outcome_of
from tests.torture.planted.sitecustomize import PLANTS
from tests.torture.press import Press
from tests.torture.report import count, report, say
from tests.torture.run import live_calmly, live_through
from tests.torture.verdict import differences
from tests.torture.world import world

DATABASES = ("sqlite", "postgresql")
KILLS_A_WAVE = 16
FEWEST_WAVES = 3


def main() -> int:
    """Run it; 1 where the promise did not hold."""
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
    with (
        _database(name, folder) as url,
        world(folder / name, url, press, chosen.seed, 1.0, chosen.plant) as tortured,
    ):
        live_through(tortured, kills, chosen.seed)
        outcome = outcome_of(tortured)
        count(tortured)
    return report(name, outcome, [*outcome.problems, *(differences(calm, outcome) if calm else ())])


@contextmanager
def _database(name: str, folder: Path) -> Iterator[str]:
    """The address of a fresh database while the block runs."""
    if name == "sqlite":
        yield f"sqlite:///{folder}/tortured.db"
        return
    with cluster() as running:
        yield running.fresh()


if __name__ == "__main__":
    sys.exit(main())
