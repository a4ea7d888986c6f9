"""Print what was done to a run, and its result."""

import time
from collections import Counter
from collections.abc import Mapping

from tests.torture.ledger import events
from tests.torture.outcome import Outcome
from tests.torture.upgrades import Upgrades
from tests.torture.world import World

MOST_SHOWN = 5
START = time.monotonic()


def count(tortured: World, upgrades: Upgrades) -> None:
    """Print what was done to a run."""
    noted = [*events(tortured.mail.ledger), *events(tortured.web.ledger)]
    faults = Counter(event["kind"] for event in noted if event["event"] == "fault")
    killed = {"mail server": len(tortured.mail.killed), "webhooks' server": len(tortured.web.killed)}
    counts = tortured.victims.counts
    others = f"{counts.total()} others ({listed(counts)})"
    say(f"  kills: {upgrades.killed} upgrades, {others}; of servers: {listed(killed) or 'none'}")
    say(f"  tracebacks of commands: {tortured.log.read_text(encoding='utf-8').count('Traceback')}")
    say(f"  faults: {faults.total()} ({listed(faults)})")


def report(name: str, outcome: Outcome, problems: list[str]) -> bool:
    """Print a run's end; return whether it has no problem."""
    documents, announcements = len(outcome.documents), len(outcome.announcements)
    say(f"  {name}: {documents} documents, {announcements} announcements, {len(outcome.told)} times told")
    say(f"  letters taken: {listed(outcome.letters)}; taken again: {listed(outcome.doubles) or 'none'}")
    say(f"  deliveries: {listed(outcome.states)}")
    kinds = Counter(problem.partition(":")[0] for problem in problems)
    for kind, number in kinds.most_common():
        say(f"  PROBLEM {number} times {kind}")
        for problem in [one for one in problems if one.partition(":")[0] == kind][:MOST_SHOWN]:
            say(f"    {problem[:400]}")
    return not problems


def listed(counts: Mapping[str, int]) -> str:
    """Answer what is planned for the recipient; "drop" breaks the line."""
    return ", ".join(f"{number} {what}" for what, number in Counter(counts).most_common())


def say(line: str) -> None:
    """Print a line at once, with the seconds since the start."""
    print(f"{time.monotonic() - START:7.1f} {line}", flush=True)
