"""Recognise by its traces which CMS made a page, and what that means for a declaration."""

import re
from typing import NamedTuple


class Trace(NamedTuple):
    """A family of CMS, its traces in a page's markup or links, and what a declaration should know."""

    family: str
    sign: re.Pattern[str]
    note: str


TRACES = tuple(
    Trace(family, re.compile(sign), note)
    for family, sign, note in (
        ("jpaas", r"queryData\s*=|/art_[0-9a-f]{32}\.html", "a shell whose rows an API answers as HTML inside JSON"),
        ("Xinhua", r"datasource:[0-9a-f]{32}|/[0-9a-f]{32}/c\.html", "blocks whose rows are in ds_*.json"),
        ("gov.cn", r"UCAP-CONTENT|\b[A-Z][A-Z0-9_]{5,}\.json\b", "a column's rows are in a JSON array beside it"),
        (
            "China Daily",
            r"WS[0-9a-f]{24}\.html",
            "the WS id stays when hosts and folders change; pages page_2.html ...",
        ),
        ("TRS", r"/t\d{8}_\d+\.s?html?", "static pages index_1.html ...; the day is in an article's address"),
        ("older jcms", r"/col/col\d+/index\.html", "lists filled by script: check whether the rows are in the page"),
        ("number paths", r"/n\d{4,}/(?:n\d{4,}/)+(?:index|c\d+/content)\.html", "addresses that consist of numbers"),
        ("Founder paper", r"/node_\d+\.html?", "a newspaper by day: see `paper` in docs/configuration.md"),
    )
)
"""The families and their traces as crawlers of these sites recorded them up to 2026; the surest first."""


def traces(text: str) -> list[Trace]:
    """Return the families that a page's markup shows traces of."""
    return [trace for trace in TRACES if trace.sign.search(text)]
