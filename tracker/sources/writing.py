"""Write a draft as YAML, with comments on what was seen and what a person should check."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

import yaml
from scrapy.http import TextResponse

from db.beijing import beijing_today
from spiders.charsets import text_of
from tracker.sources.draft import Draft
from tracker.sources.patterns import addresses
from tracker.sources.redraft import Redraft
from tracker.sources.traces import traces

_LONGEST = 160


def rewritten(made: Redraft) -> str:
    """Return a declaration that was drafted again as the text of its file."""
    notes = (
        f"Drafted again by `tracker sources check` on {beijing_today()}; the comments of the declaration are not kept.",
        *made.notes,
    )
    return _comments(notes) + "".join(_yaml(key, value) for key, value in made.facts.items())


def written(draft: Draft) -> str:
    """Return the draft as the text of a declaration's file."""
    notes = {
        "id": _head(draft),
        "name": ("From the page. Replace the other language's name.",),
        "articles": _about_articles(draft),
        "lists": _about_list(draft),
        "layouts": ("What two articles have in common; fields without an entry use the general reader.",),
        "manners": (
            "The tracker's own User-Agent was refused: the site requires a browser's, and the list as Referer.",
        ),
        "evidence": ("Raise it above `low` once crawls have confirmed it.",),
    }
    return "".join(_comments(notes.get(key, ())) + _yaml(key, value) for key, value in draft.facts.items())


def _head(draft: Draft) -> tuple[str, ...]:
    return (
        f"Drafted from {draft.page.url}",
        f"Read the comments, correct the draft, delete them, and run: tracker sources check {draft.facts['id']}",
    )


def _about_articles(draft: Draft) -> list[str]:
    hosts, rows = draft.facts["hosts"], draft.found.rows
    taken = addresses(rows, hosts)
    away = [row.url for row in rows if urlsplit(row.url).hostname not in hosts]
    notes = [
        f"From {len(taken)} addresses such as {taken[0]}",
        "Check that it accepts no columns and leaves out no articles.",
    ]
    notes += [f"{len(away)} rows lead to other sites and are ignored, such as {away[0]}"] if away else []
    notes += [] if "key" in draft.facts["articles"] else ["No part of the addresses names an article: no `key`."]
    return notes


def _about_list(draft: Draft) -> list[str]:
    first, facts = draft.found.rows[0], draft.found.facts
    text = text_of(draft.page) if isinstance(draft.page, TextResponse) else ""
    notes = [f"{trace.family}: {trace.note}." for trace in traces(text)]
    notes += [f"Tried without success: {seen}" for seen in draft.found.seen]
    notes.append(f"{len(draft.found.rows)} rows; the first is {first.title!r}, dated {first.date or '(no date)'}.")
    if facts["kind"] == "listing" and "paging" not in facts:
        notes.append("No second page was found; if there is one, add paging: {url: 'index_{n}.html'}")
    notes.append("For more columns of the site, copy the list, and change id, name and url.")
    return notes


def _comments(notes: Iterable[str]) -> str:
    """Write notes as comment lines; quotes from the site can end neither the line nor the comment."""
    lines = (" ".join(note.split())[:_LONGEST] for note in notes)
    return "".join(f"# {''.join(sign for sign in line if sign.isprintable())}\n" for line in lines)


def _yaml(key: str, value: Any) -> str:
    # A list of the source gets one line per key; shorter values stay on the line of their key.
    flow = None if isinstance(value, dict | list) and key != "lists" else False
    return str(yaml.safe_dump({key: value}, allow_unicode=True, sort_keys=False, default_flow_style=flow, width=1000))
