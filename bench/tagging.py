"""Measure how fast texts without a mention are passed over, against one `re` alternation and a tenfold catalogue.

    python bench/tagging.py

Prints MB/s (of UTF-8) and ratios; ends with 1 if a bar is missed: 100 MB/s in one process, 150 times the alternation,
1.3 times the time for 460 initiatives. The texts are lines of official reports that name no initiative, from
../shared/corpora if it exists, otherwise a few sentences of our own.
"""

import gzip
import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import config
from bench.in_turn import Line, measured
from config.schema.initiative import Initiative
from tracker.tag.rules import Rules, compile_rules
from tracker.tag.terms import find

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"
OWN = (
    "会议听取了有关部门关于今年前三季度粮食生产和市场供应情况的汇报，要求各地把责任落实到田间地头。",
    "The council heard reports on the harvest and asked local authorities to keep prices stable before winter.",
    "全年城镇新增就业一千二百余万人，居民收入稳步增长，教育、医疗、养老服务水平持续提高。",
    "Work on roads, schools and clinics went on in the mountain counties, and more villages got running water.",
)
BYTES = 50_000_000
DOCUMENT = 6_000  # characters
SLOW_BYTES = 400_000  # the share that the alternation reads
ROUNDS = 5
BARS = {"megabytes a second": 100, "times the alternation": 150, "times for 460": 1.3}


def lines() -> Iterator[str]:
    """Yield lines of real texts, or our own."""
    if not CORPORA.is_dir():
        yield from OWN
    for file in sorted(CORPORA.glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as rows:
            for row in rows:
                yield from json.loads(row)["text"].split("\n")


def silent_documents(rules: Rules, most: int = BYTES) -> list[str]:
    """Return documents of DOCUMENT characters or a little more, `most` bytes in all, that mention nothing."""
    documents: list[str] = []
    block: list[str] = []
    size = 0
    for line in cycle([line for line in lines() if not find(line, rules)]):
        block.append(line)
        if sum(map(len, block)) >= DOCUMENT:
            document, block = "\n".join(block), []
            if not find(document, rules):
                documents.append(document)
                size += len(document.encode())
            if size >= most:
                break
    return documents


def speeds(documents: list[str], *readers: Callable[[str], object]) -> list[float]:
    """Return the best of ROUNDS of each reader, in bytes a second of processor time.

    They take turns, so that a busy moment of the machine affects them all.
    """
    size, best = sum(len(document.encode()) for document in documents), [0.0] * len(readers)
    for _ in range(ROUNDS):
        for i, read in enumerate(readers):
            start = time.process_time()
            for document in documents:
                read(document)
            best[i] = max(best[i], size / (time.process_time() - start))
    return best


def alternation(rules: Rules) -> re.Pattern[str]:
    """Return the simple alternative to an automaton: all strings in one pattern."""
    words = {sought.needle.text for all_of_one in rules.sought for sought in all_of_one}
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))), re.IGNORECASE)


def tenfold(initiatives: dict[str, Initiative]) -> dict[str, Initiative]:
    """Return the catalogue and nine more like it, their terms in other words of the same length."""
    many = dict(initiatives)
    for n in range(1, 10):
        for id_, initiative in initiatives.items():
            terms = {name: tuple(other(t, n) for t in getattr(initiative, name)) for name in ("en", "zh", "but_not")}
            many[f"{id_}-{n}"] = initiative.model_copy(update={"id": f"{id_}-{n}", "parent": None, **terms})
    return many


def other(term: str, n: int) -> str:
    """Return `term` with each letter moved on in the alphabet, and each Chinese character in the common block."""
    return "".join(
        chr((ord(c) - 97 + n) % 26 + 97) if "a" <= c <= "z"
        else chr(0x4E00 + (ord(c) - 0x4E00 + 97 * n) % 0x5000) if "一" <= c <= "鿿"
        else c
        for c in term
    )  # fmt: skip


def short() -> list[Line]:
    """Measure what `make bench` shows."""
    rules = compile_rules(config.load())
    documents = silent_documents(rules, SLOW_BYTES)
    slow = alternation(rules)
    megabytes = sum(len(document.encode()) for document in documents) / 1e6
    ways = {
        "re, one alternation": (lambda: [slow.findall(document) for document in documents], megabytes),
        "ours, terms found": (lambda: [find(document, rules) for document in documents], megabytes),
    }
    return measured("tagging", "megabyte", ways, 3)


def main() -> int:
    """Measure everything, print the figures, and compare them with the bars."""
    rules = compile_rules(config.load())
    documents = silent_documents(rules)
    many = compile_rules(replace(rules.config, initiatives=tenfold(rules.config.initiatives)))
    fast, with_many = speeds(documents, lambda text: find(text, rules), lambda text: find(text, many))
    few = documents[: max(1, SLOW_BYTES // (2 * DOCUMENT))]
    fast_on_few, slow = speeds(few, lambda text: find(text, rules), alternation(rules).findall)
    reached = dict(zip(BARS, (fast / 1e6, fast_on_few / slow, fast / with_many), strict=True))
    for name, value in reached.items():
        print(f"{value:8.2f} {name} (bar {BARS[name]})")
    return int(fast < 100e6 or fast_on_few < 150 * slow or fast > 1.3 * with_many)


if __name__ == "__main__":
    sys.exit(main())
