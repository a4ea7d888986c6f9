"""Compare the results of two checkouts for the same pages: `python bench/equal.py BEFORE AFTER [--shared FOLDER]`.

Each checkout answers through its own commands (`.venv/bin/tracker`), so that moves and renames do not matter. The
comparison covers the mentions and stories of the annotated texts, the corpora, and every sentence in BEFORE's act tests
and rows, the fields of the labelled pages, and the tables and mails of the demo's pages. Exit code 1 reports a
difference.
"""

import argparse
import ast
import gzip
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SENTENCE = re.compile(r"[\u4e00-\u9fff]{4}|\w+ \w+ \w+ \w+")
HAN = re.compile(r"[\u4e00-\u9fff]")
# Values that differ between two runs of one program: ids, secrets, ports, moments of fetching.
VOLATILE = re.compile(r"(?:%20)?[0-9a-f]{32,}|127\.0\.0\.1:\d+|tracker show \d+|/tmp/\S+|/\S*/\.venv/\S+")
MENTIONS = (
    "SELECT d.url, m.initiative, m.act, m.body, m.speaker, m.day, m.figures, m.quote, m.start, m.end"
    " FROM mention m JOIN document d ON d.id = m.document_id"
)
ANNOUNCEMENTS = (
    "SELECT initiative, act, body, day, figures, (SELECT group_concat(url, ' ') FROM (SELECT url FROM document d"
    " WHERE d.story_id = a.story_id ORDER BY url)) FROM announcement a"
)


def records_of(shared: Path, before: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield the texts to analyze, set by set, as `tracker analyze` takes them."""
    for file in sorted((shared / "gold").glob("*.jsonl")):
        yield file.stem, [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    for file in sorted((shared / "corpora").glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            yield file.name.partition(".")[0], [json.loads(line) for line in lines]
    files = [*before.glob("tests/**/test_acts*.py"), *before.glob("tests/**/test_rules.py"), *_rows(before)]
    sentences = sorted({text for file in files for text in _literals(file)})
    yield "sentences of the act tests and rows", [_record(number, text) for number, text in enumerate(sentences)]


def _rows(checkout: Path) -> Iterator[Path]:
    """Yield the files of rows, each of which has examples."""
    return (file for file in checkout.glob("tracker/tag/**/*.py") if "examples=" in file.read_text(encoding="utf-8"))


def _literals(file: Path) -> Iterator[str]:
    """Yield every string of a file that may be a sentence."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SENTENCE.search(node.value):
            yield node.value


def _record(number: int, text: str) -> dict[str, Any]:
    language = "zh" if HAN.search(text) else "en"
    # Each record is a year apart from the next, so that these sentences are not neighbours of each other.
    return {"id": f"s{number}", "url": None, "title": None, "published": "2025-09-03", "lang": language, "text": text}


def answer(checkout: Path, *arguments: str, folder: Path) -> str:
    """Return the output of a checkout's `tracker` with its own data folder; a failure ends the comparison."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("TRACKER_")}
    environment |= {"XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "COLUMNS": "200"}
    environment["TRACKER_DATABASE"] = f"sqlite:///{folder / 'equal.db'}"
    environment["TRACKER_NEW_DATABASE"] = "true"
    command = [str(checkout / ".venv/bin/tracker"), *arguments]
    done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)} ended with code {done.returncode}: {done.stderr.strip()[-500:]}")
    return done.stdout


def analyzed(checkout: Path, records: list[dict[str, Any]], folder: Path) -> list[str]:
    """Return a line for each record: its mentions and its story, by the story's first member instead of its number."""
    file = folder / "records.jsonl"
    file.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
    lines = [json.loads(line) for line in answer(checkout, "analyze", str(file), folder=folder).splitlines()]
    first: dict[Any, str] = {}
    for line in lines:
        line["story"] = first.setdefault(line.get("story"), line["id"])
    return [json.dumps(line, ensure_ascii=False, sort_keys=True) for line in lines]


def tables(checkout: Path, warc: Path, folder: Path) -> list[str]:
    """Return the mentions and announcements that a checkout makes of the demo's pages, imported in one order."""
    answer(checkout, "import", str(warc), folder=folder)
    answer(checkout, "read", folder=folder)
    with sqlite3.connect(folder / "equal.db") as database:
        rows = [repr(row) for query in (MENTIONS, ANNOUNCEMENTS) for row in database.execute(query)]
    return sorted(rows)


def compare(name: str, before: list[str], after: list[str]) -> int:
    """Print how many lines differ, and the first few of them; return the number."""
    gone, come = sorted(set(before) - set(after)), sorted(set(after) - set(before))
    print(f"{name}: {len(before)} lines, {max(len(gone), len(come))} different", flush=True)
    for sign, lines in (("-", gone), ("+", come)):
        for line in lines[:5]:
            print(f"  {sign} {line[:400]}")
    return max(len(gone), len(come))


def main() -> int:
    """Compare everything; exit code 1 if anything differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    chosen = parser.parse_args()
    sides = [chosen.before.resolve(), chosen.after.resolve()]
    different = 0
    with tempfile.TemporaryDirectory() as temporary:
        folders = [Path(temporary) / side for side in ("before", "after")]
        for folder in folders:
            folder.mkdir()
        both = list(zip(sides, folders, strict=True))
        for name, records in records_of(chosen.shared, sides[0]):
            different += compare(name, *(analyzed(side, records, folder) for side, folder in both))
        labels = str(chosen.shared / "pages" / "articles.jsonl")
        different += compare(
            "pages", *(answer(side, "extract", "--batch", labels, folder=folder).splitlines() for side, folder in both)
        )
        demos = [answer(side, "demo", folder=folder) for side, folder in both]
        mails = [VOLATILE.sub("", demo.partition("mails reached")[2]).splitlines() for demo in demos]
        different += compare("mails of the demo", *mails)
        database = next(folders[0].rglob("demo.db"))
        warc = folders[0] / "demo.warc.gz"
        database.replace(folders[0] / "equal.db")
        answer(sides[0], "export", "warc", str(warc), folder=folders[0])
        (folders[0] / "equal.db").unlink()
        different += compare("tables of the demo's pages", *(tables(side, warc, folder) for side, folder in both))
    print(f"{different} differences")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
