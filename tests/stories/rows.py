"""Load groups of texts on real events from YAML, as records that `analyze` takes."""

from pathlib import Path
from typing import Any

from tests.tables import table

Row = dict[str, Any]


def row(published: str | None, title: str | None, text: str) -> Row:
    """Return a record as `analyze` takes it; its language is that of its text."""
    lang = "zh" if any("\u4e00" <= sign <= "\u9fff" for sign in text) else "en"
    return {
        "id": f"{published} {title} {text[:20]}",
        "published": published,
        "title": title,
        "text": text,
        "lang": lang,
    }


def groups(kind: str) -> dict[str, list[Row]]:
    """Return the groups of all files in the folder `kind`, by name; a name that stands twice is a ValueError."""
    found: dict[str, list[Row]] = {}
    for file in sorted((Path(__file__).parent / kind).glob("*.yaml")):
        loaded = table(file)
        if twice := found.keys() & loaded.keys():
            raise ValueError(f"{file}: {twice} stand in another file too")
        found |= {name: [row(**text) for text in texts] for name, texts in loaded.items()}
    return found
