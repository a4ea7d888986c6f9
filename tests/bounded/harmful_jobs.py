"""Jobs that exceed every limit, and some that once did, as the module of a worker."""

import os
import signal
from collections.abc import Callable, Mapping
from typing import Any

from parsel import Selector

from config.schema.source import Source
from db.models import Page
from spiders.annexes import annexes_of, parsed
from spiders.listing import html_rows
from tests.factories.declared import HOME, source

LAID = Source.model_validate(source(layouts=[{"text": [".text"]}]))


def prepare(config: object) -> Mapping[str, Callable[..., Any]]:
    """Return the jobs by name; `config` is what the worker was given."""
    return {
        "endless": _endless,
        "greedy": lambda: len([bytearray(10**6) for _ in range(10**4)]),
        "crash": lambda: os.kill(os.getpid(), signal.SIGSEGV),
        "deep": lambda: eval("(" * 300_000),  # noqa: S307 - what ends a parser may end Python
        "wrong": lambda: {}["a line\nand another"],
        "environment": lambda: dict(os.environ),
        "links": _links,
        "rows": lambda markup: len(html_rows(Selector(markup), HOME, LAID.lists[0])),
        "echo": lambda *sent: [config, *sent],
    }


def _endless() -> None:
    while True:
        pass


def _links(markup: str) -> list[str]:
    page = Page(source="example", key="k", url=f"{HOME}/a/1.html", sha256="", content_type="text/html")
    return [row.url for row in annexes_of(parsed(page, markup.encode()), LAID).values()]
