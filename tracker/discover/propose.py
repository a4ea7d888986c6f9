"""Propose new initiatives from the documents of a period, as rows and as YAML to paste into initiatives.yaml."""

import re
from datetime import date
from typing import Any

import yaml
from sqlmodel import Session

from config import Config
from db.beijing import beijing_day
from db.queries.documents import published_between
from tracker.discover.bursts import Find, finds
from tracker.tag.rules import compile_rules
from tracker.tag.terms import find

# Finds that the catalogue already knows are removed from this many more.
SPARE = 5


def propose(
    session: Session, config: Config, since: date, until: date, most: int, *, known: bool = False
) -> list[dict[str, Any]]:
    """Return the `most` newest names in documents published from `since` to `until`, with first sighting and quote.

    History is every document published before. With `known`, names in the catalogue are included.
    """
    history = published_between(session, None, since, until_included=False)
    ranked = finds(lambda: published_between(session, since, until), history, most * SPARE)
    rules = compile_rules(config)
    new = (one for one in ranked if known or not find(one.text, rules))
    return [_row(place, one) for place, one in enumerate(new, 1)][:most]


def as_yaml(rows: list[dict[str, Any]]) -> str:
    """Return entries for initiatives.yaml, each with its first sighting as a comment; ids and English are left open."""
    entries = []
    for row in rows:
        chinese = bool(re.search(r"[\u4e00-\u9fff]", row["name"]))
        names = {"en": "FILL IN" if chinese else row["name"], "zh": row["name"] if chinese else "FILL IN"}
        entry = {f"rename-me-{row['rank']}": {"names": names, "en": [names["en"]], "zh": [names["zh"]]}}
        head = f"# {row['first_seen']} {row['url']}\n# {row['quote']}\n"
        entries.append(head + yaml.safe_dump(entry, allow_unicode=True, sort_keys=False, width=120))
    return "\n".join(entries)


def _row(rank: int, one: Find) -> dict[str, Any]:
    return {
        "rank": rank,
        "name": one.text,
        "score": one.score,
        "times": one.times,
        "documents": one.documents,
        "before": one.before,
        "forms": list(one.forms),
        "first_seen": beijing_day(one.first.published),
        "source": one.first.source,
        "title": one.first.title,
        "url": one.first.url,
        "quote": one.first.quote,
    }
