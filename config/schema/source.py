"""A source as declared: publisher, lists to follow, layouts of articles, and manners."""

from collections.abc import Collection
from contextlib import suppress
from datetime import date
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from config.mistakes import DAY
from config.schema.facts import Fact, FindingPattern, Names, Pattern, Slug, Truth
from config.schema.picks import Picks, check_css

Kind = Literal["listing", "json_list", "jpaas", "feed", "sitemap", "paper"]
PORTS = {"http": (None, 80), "https": (None, 443)}
OTHER_PORT = "only port 80 for http and 443 for https receive requests; leave the port out"
"""What is wrong with an address that `has_usual_port` refuses."""
HTML_KINDS = ("listing", "jpaas", "paper")


def has_usual_port(url: str) -> bool:
    """Decide whether a web address names no port, or the one of its scheme: no other is sent a request."""
    parts = urlsplit(url)
    try:
        return parts.port in PORTS.get(parts.scheme, ())
    except ValueError:  # not a number from 0 to 65535
        return False


def _is_web(url: str) -> str:
    with suppress(ValueError):  # an open bracket of an IPv6 address
        if urlsplit(url).scheme in PORTS and urlsplit(url).hostname:
            return url
    raise ValueError("not a web address; write http:// or https:// and a host")


def _is_crawled(url: str) -> str:
    if not has_usual_port(url):
        raise ValueError(OTHER_PORT)
    return url


def _dated(value: object) -> object:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        raise ValueError(DAY) from None


WebAddress = Annotated[str, AfterValidator(_is_web)]
CrawledAddress = Annotated[WebAddress, AfterValidator(_is_crawled)]
Day = Annotated[date, BeforeValidator(_dated)]


def _is_host(name: str) -> str:
    if set(name) & set(":/@"):
        bare = urlsplit(name if "://" in name else f"//{name}").hostname or "www.example.gov.cn"
        raise ValueError(f"a host has no scheme, port or path; write {bare}")
    if "*" in name.removeprefix("*.") or (name.startswith("*.") and name.count(".") < 2):
        raise ValueError(f"{name} is not a host; write www.example.gov.cn, or *.example.gov.cn for all below it")
    return name


Host = Annotated[str, AfterValidator(_is_host)]


class Paging(Fact):
    """The addresses of page two and the following: `url`, relative to the list, with {n}, which starts at `start`.

    jpaas and paper lists know their further pages, and only state how many to read at `most`.
    """

    url: str = ""
    start: int = 1
    most: Annotated[int, Field(ge=1, le=1000)] = 5


class Discovery(Fact):
    """How to find a list's current address: group 1 of `find` in the shell `page` is {found} in `url`.

    `url` is relative to the shell.
    """

    page: CrawledAddress
    find: FindingPattern
    url: str = "{found}"


class SourceList(Fact):
    """One list of articles. CSS for listing, jpaas and paper; dotted paths for json_list; feeds need neither.

    A path with a star, linkUrls.*.linkUrl, makes a row of every entry of the array in a json_list's row. `params` go
    into the query, for jpaas if its shell gives none; `pages` link to a paper's other pages.
    """

    id: Slug
    name: str = ""
    kind: Kind
    url: CrawledAddress
    rows: str = ""
    pages: str = ""
    link: Picks = ()
    title: Picks = ()
    date: Picks = ()
    params: dict[str, str] = Field(default_factory=dict)
    discover: Discovery | None = None
    paging: Paging | None = None

    @model_validator(mode="after")
    def _reads_rows(self) -> Self:
        if self.kind in HTML_KINDS and not self.rows:
            raise ValueError(f"a {self.kind} list needs `rows`, the CSS selector of one row")
        if self.kind == "json_list" and not self.link:
            raise ValueError("a json_list needs `link`, the path of the address in one row")
        if self.kind == "paper" and not self.discover:
            raise ValueError("a paper needs `discover`, which finds the day of its newest issue")
        if self.kind in HTML_KINDS:
            for select in (self.rows, self.pages, *(p.select for p in (*self.link, *self.title, *self.date))):
                check_css(select)
        return self

    @model_validator(mode="after")
    def _pages(self) -> Self:
        if self.paging and self.kind in ("listing", "json_list") and "{n}" not in self.paging.url:
            raise ValueError("paging.url needs {n} where the number of the page goes")
        if self.discover and "{found}" not in self.discover.url:
            raise ValueError("discover.url needs {found} where the found value goes")
        return self


class Articles(Fact):
    """Which addresses are articles, and the part of them (group 1 of `key`) that stays when the rest changes.

    Rows dated before `since` are skipped.
    """

    accept: Pattern
    reject: Pattern | None = None
    key: FindingPattern | None = None
    since: Day = date(2024, 1, 1)


class Layout(Fact):
    """One layout of articles: CSS of the text's containers, in order, and picks for the rest."""

    text: tuple[str, ...] = Field(min_length=1)
    title: Picks = ()
    date: Picks = ()
    publisher: Picks = ()
    number: Picks = ()
    body: Picks = ()
    annexes: str = ""
    remove: tuple[str, ...] = ()
    until: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _selects(self) -> Self:
        picks = (*self.title, *self.date, *self.publisher, *self.number, *self.body)
        for select in (*self.text, *self.remove, self.annexes, *(p.select for p in picks)):
            check_css(select)
        return self


class Manners(Fact):
    """How a source is crawled: seconds between requests, seconds to wait for a response, minutes between crawls.

    `nights` are the minutes between crawls from 20 to 8 h in Beijing and on days off, if those differ.
    """

    delay: Annotated[float, Field(ge=0.2, le=120)] = 2.0
    timeout: Annotated[int, Field(ge=1, le=180)] = 30
    every: Annotated[int, Field(ge=5, le=10080)] = 60
    nights: Annotated[int | None, Field(ge=5, le=10080)] = None
    referer: Literal["", "list"] = ""
    agent: Literal["honest", "browser"] = "honest"
    robots: Truth = True


def hosts_hold(hosts: Collection[str], host: str | None) -> bool:
    """Decide whether declared `hosts` include a host, by its name or by *. and a parent domain."""
    above = (host or "").split(".")
    return host in hosts or any("*." + ".".join(above[n:]) in hosts for n in range(1, len(above)))


class Evidence(Fact):
    """When and how certainly the declaration was seen to work, and what is still open."""

    verified_on: Day
    confidence: Literal["high", "medium", "low"]
    note: str = ""


class Source(Fact):
    """One publisher's site; `hosts` are names, or *.example.gov.cn for every name below one."""

    id: Slug
    name: Names
    tier: Literal["primary", "media"]
    body: Slug | None = None
    language: Literal["zh", "en"]
    hosts: tuple[Host, ...] = Field(min_length=1)
    articles: Articles
    lists: tuple[SourceList, ...] = Field(min_length=1)
    layouts: tuple[Layout, ...] = ()
    manners: Manners = Manners()
    evidence: Evidence
    enabled: Truth = True

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        ids = [list_.id for list_ in self.lists]
        if twice := {id_ for id_ in ids if ids.count(id_) > 1}:
            raise ValueError(f"two lists are called {twice.pop()!r}; rename one")
        for list_ in self.lists:
            host = urlsplit(list_.url).hostname
            if not hosts_hold(self.hosts, host):
                raise ValueError(f"list {list_.id!r} is on {host}, which is not among `hosts`; add it there")
        return self
