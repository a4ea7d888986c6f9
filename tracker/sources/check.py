"""Try a source now, step by step, by the same readers and the same rules as its crawls."""

from collections.abc import Iterator

from config.schema.source import Source
from tracker.sources.asking import Asker
from tracker.sources.fields import article_steps
from tracker.sources.lists import try_list
from tracker.sources.site import declaration, host_of, hosts
from tracker.sources.step import Step


def check(source: Source, ask: Asker, *, each: bool = False) -> Iterator[Step]:
    """Try declaration, hosts, robots.txt, every list, and the newest article of the first list that has one.

    With `each`, the newest article of each list follows its list, unless an earlier list had the same one. As in a
    crawl, no further request goes to a host that does not answer or refuses.
    """
    yield declaration(source)
    closed: set[str] = set()
    for host, step in hosts(source, ask):
        yield step
        if step.over:
            closed.add(host)
    read: set[str] = set()
    for list_ in source.lists:
        if (host := host_of(list_)) in closed:
            continue
        tried = try_list(source, list_, ask)
        yield tried.step
        if tried.step.over:
            closed.add(host)
        newest = next(((key, row) for key, row in tried.rows.items() if key not in read), None)
        if newest and (each or not read):
            read.add(newest[0])
            yield from article_steps(source, list_, *newest, ask)
