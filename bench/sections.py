"""Measure how well results and plans are distinguished: `python -m bench.sections [--errors N]` on the work reports.

Their headings label the text: what is under "工作回顾" is done, what is under "工作安排" or "重点任务" is to be done.
Excerpts of some paragraphs, without their headings, are tagged. A plan that is tagged as progress, or a result that is
tagged as pledged, is an error. The headings label far more text than a person can annotate.
"""

import argparse
import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from config import load
from tracker.pipeline.analyze import analyze

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"
FILES = ("provincial-reports-2026-zh.jsonl.gz", "work-reports-zh.jsonl.gz")
HEADING = re.compile(
    r"^[（(]?[一二三四五六七八九十]{1,2}[）)]?、\S{4,40}$"
    r"|^\S{0,12}(?:工作回顾|工作安排|重点工作|主要目标任务)$"
)
DONE = re.compile(r"回顾|发展成就|主要工作和")
PLANNED = re.compile(r"安排|重点工作|重点任务|工作任务|目标任务|总体部署|主要任务|政策取向|重大举措|主要目标|工作建议")
SHORTEST, LONGEST = 300, 900
SINCE = "2013"


def sections(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield ("done" or "planned", paragraphs) of each part of a report whose heading says which."""
    kind, held = "", list[str]()
    for line in (line.strip() for line in text.splitlines()):
        if HEADING.match(line) and (DONE.search(line) or PLANNED.search(line)):
            if kind and held:
                yield kind, held
            kind, held = ("done" if DONE.search(line) else "planned"), []
        elif line:
            held.append(line)
    if kind and held:
        yield kind, held


def excerpts(report: dict[str, Any], chance: random.Random) -> Iterator[dict[str, Any]]:
    """Yield rows of neighbouring paragraphs, 300 to 900 characters, drawn from each part of a report."""
    for number, (kind, paragraphs) in enumerate(sections(report["text"])):
        at = 0
        while at < len(paragraphs):
            wanted, taken = chance.randint(SHORTEST, LONGEST), list[str]()
            while at < len(paragraphs) and sum(map(len, taken)) < wanted:
                taken.append(paragraphs[at])
                at += 1
            text = "\n".join(taken)
            # The last part of a report is its peroration: calls and thanks, neither plan nor result.
            if len(text) >= SHORTEST and at < len(paragraphs):
                yield {**report, "id": f"{report['id']} {kind} {number}-{at}", "kind": kind, "text": text}


def rows() -> Iterator[dict[str, Any]]:
    """Yield all excerpts of all reports since 2013, always the same ones."""
    chance = random.Random(2026)  # noqa: S311 - a draw that can be repeated
    for file in FILES:
        with gzip.open(CORPORA / file, "rt", encoding="utf-8") as lines:
            for report in map(json.loads, lines):
                if (report["published"] or report["title"])[:4] >= SINCE or file.startswith("prov"):
                    published = report["published"] if len(report["published"] or "") == 10 else None
                    yield from excerpts({**report, "published": published}, chance)


def main() -> int:
    """Print the shares by kind and half of the reports, and some of the errors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=20, help="how many errors to print")
    chosen = parser.parse_args()
    if not CORPORA.is_dir():
        print(f"bench.sections: there is no {CORPORA}", file=sys.stderr)
        return 2
    drawn = list(rows())
    kinds = {row["id"]: row["kind"] for row in drawn}
    counts, wrong = Counter[tuple[str, str]](), list[str]()
    for told in analyze(drawn, load()):
        kind = kinds[told["id"]]
        for mention in told["mentions"]:
            counts[kind, mention["act"]] += 1
            if mention["act"] == ("pledged" if kind == "done" else "progress"):
                where = f"{told['id']} {mention['initiative']}"
                wrong.append(f"{kind:8}{mention['act']:9}{where}: {mention['quote'][:160]}")
    for kind in ("done", "planned"):
        total = sum(count for (of, _), count in counts.items() if of == kind)
        shares = ", ".join(f"{act} {count / total:.3f}" for (of, act), count in counts.most_common() if of == kind)
        print(f"{kind}: {total} mentions: {shares}")
    print(*random.Random(1).sample(wrong, min(chosen.errors, len(wrong))), sep="\n")  # noqa: S311
    return 0


if __name__ == "__main__":
    sys.exit(main())
