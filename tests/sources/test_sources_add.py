"""Tests that `tracker sources add` drafts a source from a page, which is read like the shipped declarations."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from config import Config
from config.files import read_entry
from config.schema.source import Source
from spiders.discovery import shell_of
from spiders.keys import canonical_key
from spiders.sift import articles
from tests.processes.running import Tracker
from tests.servers.site import Answer, serve
from tests.sources.test_sources import SOURCES
from tracker.demo.content import sites
from tracker.demo.replica import Replica
from tracker.demo.server import serve as serve_replica
from tracker.sources.asking import Asker, asker
from tracker.sources.check import check
from tracker.sources.draft import NothingFoundError, draft
from tracker.sources.patterns import accept, key
from tracker.sources.reach import read_list
from tracker.sources.writing import written

FOLLOWED = [id_ for id_ in SOURCES if id_ in sites()]
KINDS = {"feed", "sitemap", "json_list", "jpaas", "listing"}
NEWS = "https://www.made-up.cn/news/"
HOST = "www.made-up.cn"


@pytest.fixture(scope="module")
def replica() -> Iterator[Replica]:
    with serve_replica() as replica:
        yield replica


def asking(url: str, source: Source) -> Asker:
    """Return what sends requests to the replica, or to another site that answers for all sites, for a source."""
    return asker(source, "x", url)


def drafted(url: str, site: str, folder: Path, config: Config) -> Source:
    """Return the source that is drafted from a page, as it is read back from its file."""
    file = folder / "new.yaml"
    file.write_text(written(draft(url, "new", config.bodies, lambda source: asking(site, source))), encoding="utf-8")
    return read_entry(file, Source)


@pytest.mark.parametrize("id_", FOLLOWED)
def test_a_draft_finds_what_the_declaration_finds(replica: Replica, tmp_path: Path, config: Config, id_: str) -> None:
    declared = SOURCES[id_]
    list_ = declared.lists[0]
    source = drafted(shell_of(list_) or list_.url, replica.url, tmp_path, config)
    rows = read_list(asking(replica.url, declared), list_)[1].rows
    wanted = {canonical_key(row.url) for row in articles(declared, rows).values()}
    found = read_list(asking(replica.url, source), source.lists[0])[1].rows
    assert wanted <= {canonical_key(row.url) for row in articles(source, found).values()}
    assert source.lists[0].kind in KINDS
    assert (source.language, source.tier) == (declared.language, declared.tier)
    assert [step for step in check(source, asking(replica.url, source)) if step.wrong] == []


def test_a_list_that_only_a_browser_makes_is_not_made_up(config: Config) -> None:
    empty = Answer('<div id=list></div><script src="list.js"></script>')
    with serve() as site:
        site.pages |= {f"{HOST}/news/": empty}
        with pytest.raises(NothingFoundError, match="shows no list of articles"):
            draft(NEWS, "new", config.bodies, lambda source: asking(site.url, source))


def test_what_is_refused_to_an_honest_name_is_asked_as_a_browser(
    replica: Replica, tmp_path: Path, config: Config
) -> None:
    source = drafted("https://www.miit.gov.cn/xwfb/bldhd/index.html", replica.url, tmp_path, config)
    assert (source.manners.agent, source.manners.referer, source.body) == ("browser", "list", "miit")


ROWS = "".join(
    f'<li><a href="t2026110{n}_{n}.html">关于印发第{n}号行动方案的通知</a> 2026-11-0{n}</li>' for n in (1, 2, 3)
)
EVIL = "x: [\u2028id: evil\n# \x07 'a' \"b\" {{c}} %d"
HIDDEN = "".join(f"<record><![CDATA[<li>{row}</li>]]></record>" for row in ROWS.removeprefix("<li>").split("<li>"))
PLAIN = {f"{HOST}/news/": Answer(f"<title>{EVIL}</title><ul>{ROWS}</ul>")}
FEED = "".join(f"<item><title>News {n}</title><link>https://{HOST}/a/{n}.html</link></item>" for n in (1, 2))
ELSEWHERE = {
    "a page with links that nobody escaped": (PLAIN, "listing"),
    "rows that a script shows": (
        {f"{HOST}/news/": Answer(f"<html><body><script type='text/xml'>{HIDDEN}</script></body></html>")},
        "listing",
    ),
    "a feed that the page links": (
        {
            f"{HOST}/news/": Answer('<link rel="alternate" type="application/rss+xml" href="/rss.xml"><p>Hi</p>'),
            f"{HOST}/rss.xml": Answer(f"<rss><channel>{FEED}</channel></rss>", type="text/xml"),
        },
        "feed",
    ),
    "a sitemap that robots.txt names": (
        {
            f"{HOST}/news/": Answer("<p>Hi</p>"),
            f"{HOST}/robots.txt": Answer(f"Sitemap: https://{HOST}/all.xml", type="text/plain"),
            f"{HOST}/all.xml": Answer(f"<urlset><url><loc>https://{HOST}/a/1.html</loc></url></urlset>"),
        },
        "sitemap",
    ),
}


@pytest.mark.parametrize("name", ELSEWHERE)
def test_what_a_page_shows_or_names_is_found(tmp_path: Path, config: Config, name: str) -> None:
    pages, kind = ELSEWHERE[name]
    with serve() as site:
        site.pages |= pages
        source = drafted(NEWS, site.url, tmp_path, config)
    assert (source.id, source.lists[0].kind) == ("new", kind)


NDRC = "https://www.ndrc.gov.cn/xwdt/xwfb/202610/t20261009_1408037.html"
PATTERNS = [
    ((NDRC, NDRC.replace("202610/t20261009", "202611/t20261102")), r"\d{6}/t\d{8}_\d+\.html", r"t\d{8}_\d+"),
    (("https://a.cn/art/2026/art_" + "0a" * 16 + ".html",), r"\d{4}/art_[0-9a-f]{32}\.html", "art_[0-9a-f]{32}"),
    (("https://a.cn/x/202601/content_7021231.htm",), r"\d{6}/content_\d+\.htm", r"content_\d+"),
    (("https://a.cn/content_201901.htm", "https://a.cn/content_7.htm"), r"content_\d+\.htm", r"content_\d+"),
    (("https://a.cn/tech/20251119/" + "0b" * 16 + "/c.html",), r"\d{8}/[0-9a-f]{32}/c\.html", "[0-9a-f]{32}"),
    (("https://a.cn/a/202508/27/WS" + "0c" * 12 + ".html",), r"\d{6}/\d+/WS[0-9a-f]{24}\.html", "WS[0-9a-f]{24}"),
    (("https://a.cn/n2588025/n2588119/c32000000/content.html",), r"n\d+/n\d+/c\d+/content\.html", r"c\d+"),
    (("https://a.cn/x/detail-ihexu1.shtml", "https://a.cn/x/detail-khexv2.shtml"), r"detail-\w+\.shtml", r"detail-\w+"),
    (("https://a.cn/2025-08-17/this/p.htm", "https://a.cn/2025-08-17/that/p.htm"), r"\d{4}-\d+-\d+/[^/]+/p\.htm", None),
    (("https://a.cn/news/first-thing.html", "https://a.cn/news/second.html"), r"[^/]+\.html", None),
    (("https://a.cn/show.jsp?id=12&x=a", "https://a.cn/show.jsp?id=13&x=a"), r"show\.jsp\?id=\d+&x=a", None),
]  # fmt: skip


@pytest.mark.parametrize(("urls", "tail", "name"), PATTERNS)
def test_addresses_are_generalised(urls: tuple[str, ...], tail: str, name: str | None) -> None:
    host = urlsplit(urls[0]).hostname or ""
    pattern = accept(urls, [host])
    assert pattern == f"^https?://{re.escape(host)}/(.+/)?{tail}$"
    assert all(re.search(pattern, url) for url in urls)
    assert key(urls) == (rf"/({name})\b" if name else None)


COMPLAINTS = [
    (["news.cn"], "is not a web address"),
    (["ftp://www.made-up.cn/"], "is not a web address"),
    (["http://[::1/"], "is not a web address"),
    (["http://www.made-up.cn:8080/news/"], "only port 80 for http and 443 for https receive requests"),
    ([NEWS, "--id", "Made Up"], "write small letters, digits and hyphens, such as 'made-up'"),
    ([NEWS, "--id", "ndrc"], "a source 'ndrc' is shipped; give another --id, or write "),
    ([NDRC], "www.ndrc.gov.cn is already a host of 'ndrc'"),
    ([NEWS], "https://www.made-up.cn/news/ does not answer: HTTP 404"),
]


@pytest.mark.parametrize(("arguments", "hint"), COMPLAINTS)
def test_what_cannot_be_added_is_one_line(tmp_path: Path, arguments: list[str], hint: str) -> None:
    with serve() as site:
        tracker = Tracker(tmp_path, {"TRACKER_CONFIG": str(tmp_path), "TRACKER_REPLICA": site.url})
        done = tracker.run("sources", "add", *arguments, code=2)
    assert hint in done.stderr
    assert done.stderr.count("\n") == 1
    assert not list(tmp_path.glob("sources/*"))


def test_without_a_folder_it_says_how_to_have_one(tmp_path: Path) -> None:
    done = Tracker(tmp_path).run("sources", "add", NEWS, code=2)
    assert "set TRACKER_CONFIG to it" in done.stderr


def test_a_private_address_is_not_asked(tmp_path: Path) -> None:
    with serve() as site:
        done = Tracker(tmp_path, {"TRACKER_CONFIG": str(tmp_path)}).run("sources", "add", "http://localhost/", code=2)
        assert site.asked == []
    assert "not a public address" in done.stderr
