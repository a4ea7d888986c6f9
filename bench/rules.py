"""Report what each rule does: `python -m bench.rules [--texts N] [--unused] [--format json]`.

A line for each rule, as in Snorkel's LFAnalysis: in how many annotated mentions it matches, how many it decides, how
many of those are right and wrong; how many mentions of real texts it decides; and, if it is removed, how many annotated
mentions have another act, and how many more (or fewer) are right. `--texts` real texts are read of each corpus (50 if
not given). `--unused` lists the rules that match in none of all these.

`python -m bench.rules --cost` prints the cost of naming rules: processor time of tagging the annotated texts with it,
without it, and without it once names have been requested, as shares of tagging alone.
"""

import argparse
import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from bench.quality import SHARED, sets
from bench.scoring import Row
from config import load
from tracker.cli.output import echo
from tracker.explain.act_rules import BY_CONSTANT, decision, rule_namer
from tracker.explain.catalogue import catalogue
from tracker.explain.deciding import alone
from tracker.explain.naming import word_rule
from tracker.pipeline.analyze import as_document
from tracker.tag.rules import Rules, compile_rules
from tracker.tag.statements import OF_TITLED
from tracker.tag.tagger import NameRule, tag

COLUMNS = ("matches", "decides", "right", "wrong", "real", "changes", "gain")
ROUNDS = 5


@dataclass
class Table:
    """Hold the counts of each rule by name: COLUMNS."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, rule: str, column: str, count: int = 1) -> None:
        """Add to a count."""
        self.counts.setdefault(rule, Counter())[column] += count


def count_gold(table: Table, rows: Sequence[Row], rules: Rules) -> None:
    """Count what rules do in annotated texts."""
    words = rules.config.words
    named = rule_namer(words)
    for row in rows:
        wanted = {id_: one["act"] for id_, one in row["initiatives"].items()}

        def count(reading: Any, id_: str, said: Any, hits: Any, titled: Any, wanted: Any = wanted) -> str:
            name = named(reading, id_, said, hits, titled)
            right = wanted.get(id_)
            table.add(name, "decides")
            table.add(name, "right" if said.act == right else "wrong")
            if said.ground in BY_CONSTANT or (said.ground == "title" and reading.kind in OF_TITLED):
                table.add(name, "matches")
                return name
            decided = decision(words, reading, id_, said, hits, titled)
            for rule in decided.trace.modules:
                table.add(rule.name, "matches")
            for rule, other in alone(decided.act, decided.stages, decided.run):
                table.add(rule.name, "changes")
                table.add(rule.name, "gain", (other == right) - (decided.act == right))
            return name

        tag(as_document(dict(row)), rules, count)


def count_real(table: Table, rows: Iterator[Row], rules: Rules) -> None:
    """Count what rules decide in real texts, which are not annotated, and where they match."""
    words = rules.config.words
    named = rule_namer(words)

    def count(reading: Any, id_: str, said: Any, hits: Any, titled: Any) -> str:
        name = named(reading, id_, said, hits, titled)
        table.add(name, "real")
        return name

    for row in rows:
        tag(as_document(dict(row)), rules, count)


def corpora(texts: int) -> Iterator[Row]:
    """Yield `texts` texts of each corpus that this machine has."""
    for file in sorted((SHARED / "corpora").glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, islice(lines, texts))


def names(rules: Rules) -> Iterator[str]:
    """Yield the name of every pattern and word."""
    yield from (rule.name for rule in catalogue().patterns)
    for language in ("zh", "en"):
        for kind, phrases in getattr(rules.config.words, language):
            yield from (word_rule(language, kind, phrase).name for phrase in phrases)


def cost(rows: Sequence[Row], rules: Rules) -> dict[str, float]:
    """Return processor times of tagging, as shares of that before any name was requested; the best of some rounds."""
    documents = [as_document(dict(row)) for row in rows]

    def seconds(name_rule: NameRule | None) -> float:
        began = time.process_time()
        for document in documents:
            tag(document, rules, name_rule)
        return time.process_time() - began

    seconds(None)
    before = min(seconds(None) for _ in range(ROUNDS))
    namer = rule_namer(rules.config.words)
    seconds(namer)
    ways: dict[str, Callable[[], float]] = {"named": lambda: seconds(namer), "off": lambda: seconds(None)}
    best = dict.fromkeys(ways, float("inf"))
    for _ in range(ROUNDS):
        best = {way: min(best[way], run()) for way, run in ways.items()}
    return {way: least / before for way, least in best.items()}


def main() -> int:
    """Print the table; exit code 2 means that there is no annotated text."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--texts", type=int, default=50, help="real texts of each corpus")
    parser.add_argument("--unused", action="store_true", help="the rules that match nowhere")
    parser.add_argument("--cost", action="store_true", help="what naming rules costs")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    chosen = parser.parse_args()
    gold, rules, table = sets().get("gold"), compile_rules(load()), Table()
    if not gold:
        echo(f"no annotated texts in {Path(SHARED) / 'gold'}", err=True)
        return 2
    if chosen.cost:
        for way, share in cost(gold, rules).items():
            echo(f"{way}: {share:.3f} times the time of tagging")
        return 0
    count_gold(table, gold, rules)
    count_real(table, corpora(chosen.texts), rules)
    if chosen.unused:
        rows = [{"rule": name} for name in sorted(set(names(rules)) - table.counts.keys())]
    else:
        rows = [{"rule": name} | {column: counts[column] for column in COLUMNS} for name, counts in _sorted(table)]
    _print(rows, chosen.format)
    return 0


def _sorted(table: Table) -> list[tuple[str, Counter[str]]]:
    return sorted(table.counts.items(), key=lambda item: (-item[1]["decides"], -item[1]["real"], item[0]))


def _print(rows: Sequence[dict[str, Any]], form: str) -> None:
    if form == "json":
        echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    if rows and len(rows[0]) > 1:
        echo(f"{'rule':52}" + "".join(f"{column:>9}" for column in COLUMNS))
    for row in rows:
        echo(f"{row['rule']:52}" + "".join(f"{row[column]:>9}" for column in COLUMNS if column in row))


if __name__ == "__main__":
    sys.exit(main())
