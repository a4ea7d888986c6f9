"""Read what the replica shows: the sites and articles of the folders under `sites/`, apart from all markup."""

from datetime import datetime
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from urllib.parse import urljoin, urlsplit

from pydantic import Field, NaiveDatetime

from config.error import ConfigError
from config.files import read_entries, read_entry
from config.schema.facts import Fact, Slug

LAST_STAGE = 2


class Annex(Fact):
    """Describe a file beside an article, `url` relative to it; one without `text` is linked, but no longer exists."""

    title: str
    url: str
    text: str = ""


class Article(Fact):
    """Describe one article: `time` is Beijing time, `text` has a paragraph per line, `url` is relative to the site.

    `meta_time` is the time in the metas if it disagrees with the page; `pointer` is a row of Xinhua's that an editor
    placed. The article is online from stage `since` to stage `until`; from the second on, `revised` replaces `text`.
    """

    id: Slug
    url: str
    lists: tuple[Slug, ...] = ()
    title: str
    time: NaiveDatetime
    meta_time: NaiveDatetime | None = None
    publisher: str = ""
    author: str = ""
    body: str = ""
    number: str = ""
    signed: str = ""
    theme: str = ""
    annexes: tuple[Annex, ...] = ()
    pointer: bool = False
    charset: str = ""
    since: int = Field(1, ge=1, le=LAST_STAGE)
    until: int = Field(LAST_STAGE, ge=1, le=LAST_STAGE)
    revised: str = ""
    text: str

    @property
    def paragraphs(self) -> list[str]:
        """Return the text's paragraphs."""
        return self.text.splitlines()

    @property
    def summary(self) -> str:
        """Return the summary in lists: the first paragraph, or nothing if all of the article is annexed."""
        return next(iter(self.paragraphs), "")

    @property
    def path(self) -> str:
        """Return the path of the address, from the slash on."""
        return urlsplit(self.url).path

    @property
    def stem(self) -> str:
        """Return the last part of the path without its ending: the publisher's CMS names the article by it."""
        return self.path.rsplit("/", 1)[-1].split(".")[0]

    @property
    def stamp(self) -> datetime:
        """Return the time in the page's metas, which on some sites is not the visible one."""
        return self.meta_time or self.time

    def at(self, stage: int) -> "Article | None":
        """Return the article as it is in a stage, or None if it is not there yet or not there any more."""
        if not self.since <= stage <= self.until:
            return None
        return self.model_copy(update={"text": self.revised}) if stage > 1 and self.revised else self


class SiteList(Fact):
    """Describe one list of `size` rows per page; `kind` is a key of `lists.KINDS`.

    `next` names page two and the following, relative to `url`, with {n} that starts at `first`; for a paper, the page
    of a day. `data` is the JSON beside a column's page, `param` the parameter that counts its pages; `column` and `tag`
    are the pageId and tagId of jpaas.
    """

    id: Slug
    name: str
    kind: str = "html"
    url: str
    data: str = ""
    size: int = Field(5, ge=1)
    next: str = ""
    first: int = 1
    param: str = ""
    column: str = ""
    tag: str = ""
    template: str = ""


class Site(Fact):
    """Describe one publisher's site; `aside` are headlines in its side-bars.

    `robots` is the text of robots.txt; "home" answers with the front page, as one real site does; None: 404. Paths that
    begin with `guarded` answer 403 to a client without Referer or with a User-Agent unlike a browser's.
    """

    id: Slug
    name: str
    home: str
    charset: str = "utf-8"
    says_charset: bool = True
    robots: str | None = None
    guarded: str = ""
    ids: dict[str, str] = Field(default_factory=dict)
    footer: str = ""
    aside: tuple[str, ...] = ()
    lists: tuple[SiteList, ...]

    @property
    def host(self) -> str:
        """Return the host's name."""
        return urlsplit(self.home).netloc

    def address(self, url: str) -> str:
        """Return the absolute address of something on the site."""
        return urljoin(self.home, url)


@cache
def sites() -> dict[str, tuple[Site, tuple[Article, ...]]]:
    """Return every site with its articles, newest first; raise ConfigError if a file does not fit."""
    folders = sorted((files("tracker.demo") / "sites").iterdir(), key=lambda folder: folder.name)
    return {folder.name: _site(folder) for folder in folders if (folder / "site.yaml").is_file()}


def _site(folder: Traversable) -> tuple[Site, tuple[Article, ...]]:
    site = read_entry(folder / "site.yaml", Site)
    articles = [
        article.model_copy(update={"url": site.address(article.url)})
        for file in folder.iterdir()
        if file.name.endswith(".yaml") and file.name != "site.yaml"
        for article in read_entries(file, Article).values()
    ]
    known = {list_.id for list_ in site.lists}
    for article in articles:
        if strange := set(article.lists) - known:
            raise ConfigError(f"{folder}: article '{article.id}' is in no list '{strange.pop()}'; see site.yaml")
    return site, tuple(sorted(articles, key=lambda article: article.time, reverse=True))
