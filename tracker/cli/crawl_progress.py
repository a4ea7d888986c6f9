"""Show the progress of a crawl on a terminal, one line for each source; elsewhere print nothing."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.table import Table

    from spiders.frontier import Frontier

COLUMNS = ("source", "lists", "rows", "new", "fetched", "MB today", "problems")


@contextmanager
def live(frontiers: "Sequence[Frontier]") -> Iterator[None]:
    """Draw the crawls of `frontiers`, which fills while they start, on standard error until the block ends."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.live import Live

    with Live(get_renderable=lambda: table(frontiers), console=Console(stderr=True), transient=True):
        yield


def table(frontiers: "Sequence[Frontier]") -> "Table":
    """Return a table of what each crawl has done so far."""
    from rich.table import Table

    shown = Table(*COLUMNS, box=None, pad_edge=False, header_style="bold")
    for frontier in list(frontiers):
        shown.add_row(*_line(frontier))
    return shown


def _line(frontier: "Frontier") -> list[str]:
    tally, source = frontier.tally, frontier.source
    lists = tally.lists.values()
    answered = sum(bool(counts.get("pages")) for counts in lists)
    rows, new = (sum(counts.get(name, 0) for counts in lists) for name in ("rows", "new"))
    problems = sum(len(reasons) for reasons in tally.problems.values())
    megabytes = frontier.quota.spent / 1e6
    numbers = [f"{answered}/{len(source.lists)}", rows, new, tally.articles["fetched"], f"{megabytes:.1f}", problems]
    return [source.id, *map(str, numbers)]
