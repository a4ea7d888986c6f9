"""Tries a source now, step by step, by the same readers and the same rules as its crawls."""

from collections.abc import Iterator

from config.schema.source import Source
from tracker.sources.asking import Asker
from tracker.sources.fields import article_steps
from tracker.sources.lists import try_list
from tracker.sources.site import declaration, hosts
from tracker.sources.step import Step


def check(source: Source, ask: Asker) -> Iterator[Step]:
    """Try declaration, hosts, robots.txt, every list, and the newest article of the first list that has one.

    Ends early where a host does not answer or the site refuses, as a crawl does.
    """
    yield declaration(source)
    for step in hosts(source, ask):
        yield step
        if step.over:
            return
    first = None
    for list_ in source.lists:
        tried = try_list(source, list_, ask)
        yield tried.step
        if tried.step.over:
            return
        first = first or next(((list_, key, row) for key, row in tried.rows.items()), None)
    if first:
        yield from article_steps(source, *first, ask)
