"""Fill labels, which hold offsets and no text, up to gold rows from a folder of corpora.

python tests/gold/expand.py LABELS CORPORA > rows.jsonl
"""

import gzip
import json
import sys
from pathlib import Path
from typing import Any

USAGE = "usage: python tests/gold/expand.py LABELS CORPORA > rows.jsonl"


def corpus_documents(path: Path) -> dict[str, dict[str, Any]]:
    """Return the documents {id, url, title, published, lang, text} of one gzipped JSON-lines corpus, by id."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return {document["id"]: document for document in map(json.loads, lines)}


def gold_row(label: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    """Return one label and its document as a gold row; an offset outside the document's text is a ValueError.

    `published` is a whole day, YYYY-MM-DD, or None if the corpus knows only the year.
    """
    start, end = label["start"], label["end"]
    if not 0 <= start < end <= len(document["text"]):
        raise ValueError(f"{label['id']}: {start}-{end} lies outside the text of {label['document']}")
    day = document["published"] or ""
    return {
        "id": label["id"],
        "url": document["url"],
        "lang": document["lang"],
        "title": document["title"],
        "published": day if len(day) == len("YYYY-MM-DD") else None,
        "text": document["text"][start:end],
        "initiatives": label["initiatives"],
        "story": label["story"],
    }


def expand(labels: Path, corpora: Path) -> list[dict[str, Any]]:
    """Return gold rows {id, url, lang, title, published, text, initiatives, story} in the order of the labels.

    `corpora` holds `<corpus>.jsonl.gz` for every corpus that the labels name. A missing corpus is a FileNotFoundError,
    a missing document a KeyError, an offset outside its text a ValueError.
    """
    wanted = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
    names = {label["corpus"] for label in wanted}
    documents = {name: corpus_documents(corpora / f"{name}.jsonl.gz") for name in names}
    return [gold_row(label, documents[label["corpus"]][label["document"]]) for label in wanted]


def main(arguments: list[str]) -> int:
    """Print the rows as JSON lines; 2 and one line on standard error if they cannot be made."""
    if len(arguments) != 2:
        print(USAGE, file=sys.stderr)
        return 2
    try:
        rows = expand(*map(Path, arguments))
    except (OSError, KeyError, ValueError) as error:
        print(f"cannot expand {arguments[0]}: {error!r}", file=sys.stderr)
        return 2
    for row in rows:
        print(json.dumps(row, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
