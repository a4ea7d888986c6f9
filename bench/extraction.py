"""Score reading on real pages beside other extractors: `python -m bench.extraction [LABELS.jsonl]`.

Runs ours without layouts and with them, trafilatura, and newspaper4k if it is installed; prints a table.
"""

import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import trafilatura

from config import load
from spiders.charsets import decode
from tracker.pipeline.extract import extract_page

SHARED = Path(__file__).parents[2] / "shared"
LABELS = SHARED / "pages" / "articles.jsonl"
SCORER = SHARED / "tools" / "score_pages"
COLUMNS = ("titles right", "dates right", "sources right", "F1", "'without' leakage")
Extractor = Callable[[bytes, str], dict[str, Any]]


def by_trafilatura(content: bytes, url: str) -> dict[str, Any]:
    """Return title, date, site and text as trafilatura extracts them."""
    found = trafilatura.bare_extraction(decode(content), url=url, with_metadata=True)
    if found is None:
        return {}
    return {"title": found.title, "published": found.date, "source": found.sitename, "text": found.text}


def by_newspaper(content: bytes, url: str) -> dict[str, Any]:
    """Return title, date and text as newspaper4k extracts them."""
    import newspaper  # noqa: PLC0415 - optional, see extractors()

    found = newspaper.Article(url, language="zh")
    found.download(input_html=decode(content))
    found.parse()
    published = found.publish_date.isoformat() if found.publish_date else None
    return {"title": found.title, "published": published, "text": found.text}


def extractors() -> dict[str, Extractor]:
    """Return the extractors that this machine can run, by name."""
    sources = load().sources
    found: dict[str, Extractor] = {
        "ours, general way": lambda content, url: extract_page(content, url, {}),
        "ours, with layouts": lambda content, url: extract_page(content, url, sources),
        "trafilatura": by_trafilatura,
    }
    return found | ({"newspaper4k": by_newspaper} if importlib.util.find_spec("newspaper") else {})


def predictions(labels: Path, extract: Extractor) -> Iterator[dict[str, Any]]:
    """Yield one line for each page, as the scorer reads it."""
    for line in labels.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        yield {"id": label["id"], **extract((labels.parent / label["file"]).read_bytes(), label["url"])}


def score(labels: Path, extract: Extractor) -> dict[str, float]:
    """Return the scorer's figures for one extractor."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as told:
        for page in predictions(labels, extract):
            told.write(json.dumps(page, ensure_ascii=False, default=str) + "\n")
        told.flush()
        command = [sys.executable, str(SCORER), str(labels), "--pred", told.name, "--format", "json"]
        figures: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return figures


def main() -> int:
    """Print one row for each extractor."""
    labels = Path(sys.argv[1]) if len(sys.argv) > 1 else LABELS
    if not (labels.is_file() and SCORER.is_file()):
        print(f"no pages to score: {labels} and {SCORER} are needed", file=sys.stderr)
        return 2
    print(f"{'':20}" + "".join(f"{name.replace(chr(39), ''):>18}" for name in COLUMNS))
    for name, extract in extractors().items():
        figures = score(labels, extract)
        print(f"{name:20}" + "".join(f"{figures[column]:18.2f}" for column in COLUMNS))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
