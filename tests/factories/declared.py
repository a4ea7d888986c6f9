"""A made-up source for the spiders' tests, and the pages of its site."""

from typing import Any

from tests.servers.site import Answer

HOST = "www.example.gov.cn"
HOME = f"https://{HOST}"
LISTED = {"id": "news", "kind": "listing", "url": f"{HOME}/news/", "rows": "li", "date": "span"}


def source(*lists: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The declaration as a dict, with one HTML list unless others are given."""
    return {
        "id": "example",
        "name": {"en": "Example", "zh": "例"},
        "tier": "primary",
        "language": "zh",
        "hosts": [HOST, "m.example.gov.cn"],
        "articles": {"accept": r"^https?://(www|m)\.example\.gov\.cn/a/\d+\.html$"},
        "lists": list(lists) or [LISTED],
        "manners": {"timeout": 5},
        "evidence": {"verified_on": "2026-11-01", "confidence": "high"},
        **more,
    }


def listing(*numbers: int, day: str = "2026-11-20") -> Answer:
    """A list page with rows that link the articles of these numbers."""
    rows = (f'<li><a href="/a/{n}.html">Article {n}</a> <span>[{day}]</span></li>' for n in numbers)
    return Answer(f"<html><body><ul>{''.join(rows)}</ul></body></html>")


def article(number: int) -> Answer:
    """An article."""
    return Answer(f"<html><body><h1>Article {number}</h1><p>It says {number}.</p></body></html>")


def pages(*numbers: int) -> dict[str, Any]:
    """The site's list and its articles, by address."""
    return {f"{HOST}/news/": listing(*numbers), **{f"{HOST}/a/{n}.html": article(n) for n in numbers}}
