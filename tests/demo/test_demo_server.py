"""Tests that the replica's server speaks HTTP as a proxy and as the sites, on loopback, and goes to its next stage."""

import http.client
import subprocess
import sys
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from tracker.demo.content import Article, sites
from tracker.demo.lists import UNIT
from tracker.demo.replica import Replica
from tracker.demo.server import serve

POLICY = "http://www.gov.cn/zhengce/zuixin/ZUIXINZHENGCE.json"


def first(fits: Callable[[Article], object]) -> str:
    """Return the address of the first article that fits."""
    return next(article.url for _, articles in sites().values() for article in articles if fits(article))


def ask(url: str, method: str, target: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Send one request line unchanged to the server at `url`; return status, headers and content."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=10)
    try:
        connection.request(method, target, headers=headers)
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("fits", "before", "after"),
    [
        (lambda article: article.since == 2, False, True),
        (lambda article: article.revised, True, True),
        (lambda article: article.until == 1, True, False),
    ],
    ids=["new", "revised", "vanished"],
)
def test_the_second_stage(fits: Callable[[Article], object], before: bool, after: bool) -> None:
    replica = Replica(1)
    pages = [replica.find(first(fits))]
    replica.advance()
    replica.advance()
    pages.append(replica.find(first(fits)))
    assert replica.stage == 2
    assert [page is not None for page in pages] == [before, after]
    assert pages[0] != pages[1]


def test_the_server_answers_as_a_proxy_and_as_the_site() -> None:
    with serve(stage=1) as replica:
        assert urlsplit(replica.url).hostname == "127.0.0.1"
        status, headers, content = ask(replica.url, "GET", POLICY)
        assert (status, headers["content-type"]) == (200, "application/json; charset=utf-8")
        assert ask(replica.url, "GET", "/zhengce/zuixin/ZUIXINZHENGCE.json", Host="www.gov.cn")[2] == content
        assert ask(replica.url, "GET", POLICY, **{"If-None-Match": headers["etag"]})[0] == 304
        assert ask(replica.url, "GET", "http://www.example.org/")[0] == 404
        assert replica.asked[0] == POLICY


def test_a_guarded_site_wants_a_browser_and_a_referer() -> None:
    unit = f"http://www.miit.gov.cn{UNIT}?pageId=028da85b0dbd4c9cb96fd5f421cd32b8"
    browser = {"User-Agent": "Mozilla/5.0", "Referer": "https://www.miit.gov.cn/xwfb/gxdt/sjdt/index.html"}
    with serve() as replica:
        refused = [ask(replica.url, "GET", unit, **{name: value})[0] for name, value in browser.items()]
        assert refused == [403, 403]
        assert ask(replica.url, "GET", unit, **browser)[0] == 200


def test_the_stage_is_moved_by_a_post() -> None:
    with serve(stage=1) as replica:
        assert ask(replica.url, "POST", "/__retreat")[0] == 405
        assert ask(replica.url, "POST", "/__advance")[2] == b"stage 2\n"
        assert replica.stage == 2


def test_a_process_of_its_own_says_where_it_listens() -> None:
    command = [sys.executable, "-m", "tracker.demo.server", "--port", "0", "--stage", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        assert ask(url, "GET", first(lambda article: article.since == 2))[0] == 200
        process.terminate()
