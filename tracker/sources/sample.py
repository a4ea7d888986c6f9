"""Save samples of a source: its list pages and two articles, with what the current rules find in them."""

from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

import yaml
from scrapy.http import Response

from config.schema.source import Source, SourceList
from db.beijing import beijing_today
from spiders.rows import Row
from spiders.sift import articles
from tracker.sources.asking import Asker
from tracker.sources.expected import EXPECTED, read_article
from tracker.sources.reach import bring_home, read_list

_ARTICLES = 2
_HEAD = """\
# What the rules of {day} found in the pages beside this file. Compare each value with its page, and correct it here.
# From then on, a test fails if a change of the declaration or of a rule loses it.
"""
Listed = tuple[SourceList, str, Row]


def sample(source: Source, ask: Asker, folder: Path) -> None:
    """Save every list page and two articles into `folder`; raise UnansweredError or UnreadableError."""
    lists, rows = [], []
    for list_ in source.lists:
        answer, found = read_list(ask, list_)
        kept = articles(source, found.rows)
        rows.append([(list_, key, row) for key, row in kept.items()])
        lists.append({"list": list_.id, **_save(answer, folder, f"list-{list_.id}"), "rows": len(kept)})
    pages = []
    for number, (list_, key, row) in enumerate(_chosen(rows), 1):
        _, answer = bring_home(ask, list_, key, row)
        saved = _save(answer, folder, f"article-{number}")
        pages.append({**saved, **read_article(answer.body, saved["url"], saved["content_type"], source)})
    _write(folder / EXPECTED, {"source": source.id, "lists": lists, "articles": pages})


def _chosen(rows: Sequence[Sequence[Listed]]) -> list[Listed]:
    """Return two articles, of different lists if there are several."""
    in_turn = (listed for turn in zip_longest(*rows) for listed in turn if listed)
    return list({listed[1]: listed for listed in in_turn}.values())[:_ARTICLES]


def _save(answer: Response, folder: Path, stem: str) -> dict[str, str]:
    content_type = (answer.headers.get("Content-Type") or b"").decode("latin-1")
    ending = next((ending for ending in ("json", "xml", "html") if ending in content_type), "bin")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{stem}.{ending}").write_bytes(answer.body)
    return {"file": f"{stem}.{ending}", "url": answer.url, "content_type": content_type}


def _write(file: Path, expected: dict[str, Any]) -> None:
    sheet = yaml.safe_dump(expected, allow_unicode=True, sort_keys=False, width=1000)
    file.write_text(_HEAD.format(day=beijing_today()) + sheet, encoding="utf-8")
