"""Find the beginning of a list whose address is on another page, and its further pages."""

from dataclasses import dataclass
from urllib.parse import urljoin

from scrapy.http import Response, TextResponse

from config.schema.source import SourceList
from spiders.jpaas import ROWS_ON_A_PAGE, unit_address, unit_page
from spiders.paging import numbered, with_query
from spiders.paper import earlier_issue
from spiders.rows import UnreadableError
from spiders.shells import own_block


@dataclass(frozen=True)
class Walk:
    """The position in a list: at page `n`, or at a part of it; `first` is the list's address."""

    list_: SourceList
    first: str
    n: int = 1
    part: bool = False
    size: int = 0
    """The number of rows on a page, if the list's first answer states it."""

    @property
    def address(self) -> str | None:
        """Return the address to read now; None if the declaration ends before page `n`."""
        return self.first if self.n == 1 else further_page(self.list_, self.first, self.n, self.size)


def shell_of(list_: SourceList) -> str | None:
    """Return the page to read before the list itself, if there is one."""
    if list_.discover:
        return list_.discover.page
    return list_.url if list_.kind == "jpaas" else None


def first_page(list_: SourceList, shell: Response | None) -> str:
    """Return the list's address; `shell` is None if there is no shell or it did not answer.

    Raise UnreadableError if nothing shows the address.
    """
    if list_.kind == "jpaas":
        return unit_address(shell, list_)
    discover = list_.discover
    if discover and isinstance(shell, TextResponse) and (found := own_block(shell, discover, list_.url)):
        return urljoin(shell.url, discover.url.replace("{found}", found))
    if list_.discover and list_.url == list_.discover.page:
        raise UnreadableError(f"shows no {list_.discover.find}")
    return with_query(list_.url, list_.params)


def declared_instead(walk: Walk) -> Walk | None:
    """Return the walk from the declared address, if the shell showed a different one that gave nothing."""
    list_ = walk.list_
    declared = Walk(list_, with_query(list_.url, list_.params))
    if not list_.discover or list_.url == list_.discover.page or walk.n > 1 or walk.part:
        return None
    return declared if declared.first != walk.first else None


def further_page(list_: SourceList, first: str, n: int, size: int = 0) -> str | None:
    """Return the address of the list's n-th page (the first is 1); None if the declaration ends before it."""
    if list_.paging is None or n > list_.paging.most:
        return None
    if list_.kind == "jpaas":
        return unit_page(first, n, size or ROWS_ON_A_PAGE)
    if list_.kind == "paper":
        return earlier_issue(first, n - 1)
    return numbered(first, list_.paging.url, list_.paging.start + n - 2) if list_.paging.url else None
