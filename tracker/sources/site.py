"""Check what comes before any list: the declaration, the hosts, their robots.txt."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from config.schema.source import Source, SourceList
from spiders.discovery import shell_of
from spiders.hosts import missed_text
from tracker.sources.asking import Asker, UnansweredError
from tracker.sources.step import Step


def declaration(source: Source) -> Step:
    """Describe the declaration; that it is valid was checked when it was loaded."""
    wrong = []
    if source.articles.key and not re.compile(source.articles.key).groups:
        wrong.append("articles.key has no group; put the part that stays into round brackets")
    seen = f"lists: {len(source.lists)}, layouts: {len(source.layouts)}, hosts: {', '.join(source.hosts)}"
    return Step("declaration", seen, tuple(wrong))


def hosts(source: Source, ask: Asker) -> Iterator[tuple[str, Step]]:
    """Try the host of every list: its address, whether it answers, what its robots.txt allows."""
    for host, addresses in _asked(source).items():
        for step in (_address, _reachable, _robots):
            tried = step(host, addresses, ask)
            yield host, tried
            if tried.over:
                break


def host_of(list_: SourceList) -> str:
    """Return the host at which a list begins."""
    return urlsplit(shell_of(list_) or list_.url).hostname or ""


def _asked(source: Source) -> dict[str, list[str]]:
    """Return the addresses at which lists begin, by host."""
    found: dict[str, list[str]] = {}
    for list_ in source.lists:
        found.setdefault(host_of(list_), []).append(shell_of(list_) or list_.url)
    return found


def _address(host: str, addresses: list[str], ask: Asker) -> Step:
    if ask.replica:
        return Step(f"address {host}", f"answered by {ask.replica}")
    if proxy := ask.proxy(addresses[0]):
        return Step(f"address {host}", f"left to the proxy {proxy}")
    try:
        return Step(f"address {host}", f"{ask.address(host)}, public")
    except UnansweredError as error:
        return Step(f"address {host}", "no public address", (str(error),), True, {"state": error.trouble.verdict})


def _reachable(host: str, addresses: list[str], ask: Asker) -> Step:
    try:
        return Step(f"reachable {host}", f"HTTP {ask.rules(addresses[0])[0] or 'none'} for robots.txt")
    except UnansweredError as error:
        trouble = error.trouble
        facts = {"state": trouble.verdict}
        return Step(f"reachable {host}", f"{trouble.verdict}: {trouble.name}", (str(error),), True, facts)


def _robots(host: str, addresses: list[str], ask: Asker) -> Step:
    _, rules = ask.rules(addresses[0])
    closed = [url for url in addresses if not rules.allow(url)]
    if not closed:
        return Step(f"robots {host}", "allows all lists")
    if rules.missed and ask.source.manners.robots:
        missed = (missed_text(host, rules.missed),)
        return Step(f"robots {host}", f"{rules.missed} forbids all lists", missed, True, {"state": "down"})
    if not ask.source.manners.robots:
        return Step(f"robots {host}", f"forbids {len(closed)} of {len(addresses)} lists; manners.robots is false")
    return Step(f"robots {host}", f"forbids {len(closed)} of {len(addresses)} lists", tuple(closed))
