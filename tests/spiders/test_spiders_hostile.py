"""Tests that no response of a site crashes or hangs a crawl, leads it astray, or costs a stored row."""

import gzip
import subprocess
import sys
import time
import zlib
from collections import Counter
from collections.abc import Iterator

import brotli
import pytest
from backports import zstd
from sqlalchemy import Engine
from sqlmodel import select

from db.engine import reading
from db.models import Page
from spiders.failures import REFUSALS
from spiders.public import is_public
from tests.factories.databases import sqlite
from tests.factories.declared import HOST, LISTED, pages, source
from tests.factories.hostile import ENTITY, LAUGHS
from tests.processes.crawling import Outcome, crawl, put_back, stored
from tests.servers.site import Answer, Site, serve, to

pytestmark = pytest.mark.once_on_postgresql

BOMB = b"\0" * 40_000_000
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
MOVED = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
# Long enough for a busy machine to take 100,000 headers apart, short enough to wait for what never ends.
HURRIED = {"timeout": 2}
ATTRIBUTES = " ".join(f"a{n}=1" for n in range(50_000))


def packed(content: bytes | str, how: str) -> Answer:
    """Return content declared to be packed in a way."""
    return Answer(content, headers={"Content-Encoding": how})


def endless(first: bytes, part: bytes, pause: float = 0) -> Answer:
    """An answer that never ends."""

    def parts() -> Iterator[bytes]:
        yield first
        while True:
            time.sleep(pause)
            yield part

    return Answer(raw=parts)


HOSTILE: list[tuple[str, Answer, str, bool]] = [
    ("truncated gzip", packed(gzip.compress(b"<p>One</p>" * 999)[:40], "gzip"), "200", True),
    ("gzip that is none", packed("<p>One</p>", "gzip"), "broken", False),
    ("gzip in gzip, said once", packed(gzip.compress(gzip.compress(b"<p>One</p>")), "gzip"), "200", True),
    ("gzip bomb", packed(gzip.compress(BOMB), "gzip"), "too-big", False),
    ("bomb in a bomb", packed(gzip.compress(gzip.compress(BOMB)), "gzip, gzip"), "too-big", False),
    ("deflate bomb", packed(zlib.compress(BOMB), "deflate"), "too-big", False),
    ("brotli bomb", packed(brotli.compress(BOMB, quality=1), "br"), "too-big", False),
    ("zstd bomb", packed(zstd.compress(BOMB), "zstd"), "too-big", False),
    ("packed a hundred times", packed("<p>One</p>", ", ".join(["gzip"] * 100)), "broken", False),
    ("unknown encoding", packed("<p>One</p>", "rot13"), "200", True),
    ("endless body", endless(HEAD + b"\r\n", b"x" * 1_000_000), "too-big", False),
    ("endless chunks", endless(CHUNKED, b"f4240\r\n" + b"x" * 1_000_000 + b"\r\n"), "too-big", False),
    ("slow bytes", endless(HEAD + b"\r\n", b"x", 0.2), "timeout", False),
    ("slow header", endless(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n", 0.2), "timeout", False),
    ("10 GB promised", Answer("x", headers={"Content-Length": "10000000000"}), "too-big", False),
    ("more promised than sent", Answer(raw=HEAD + b"Content-Length: 99\r\n\r\n<p>"), "broken", False),
    ("negative length", Answer(raw=HEAD + b"Content-Length: -5\r\n\r\n<p>"), "broken", False),
    ("two lengths", Answer(raw=HEAD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"), "broken", False),
    ("half a chunk", Answer(raw=HEAD + b"Transfer-Encoding: chunked\r\n\r\nff\r\n<p>"), "broken", False),
    ("bad chunk size", Answer(raw=CHUNKED + b"zz\r\n<p>"), "broken", False),
    ("huge chunk size", Answer(raw=CHUNKED + b"f" * 16 + b"\r\n<p>"), "broken", False),
    ("garbage behind the last chunk", Answer(raw=CHUNKED + b"3\r\n<p>\r\n0\r\n\r\ngarbage"), "200", True),
    ("chunks and a length", Answer(raw=HEAD + b"Content-Length: 1\r\n" + CHUNKED[len(HEAD) :]), "broken", False),
    ("two answers at once", Answer(raw=(HEAD + b"Content-Length: 3\r\n\r\n<p>") * 2), "200", True),
    ("half a header", Answer(raw=b"HTTP/1.1 200 OK\r\nContent-Ty"), "broken", False),
    ("no HTTP", Answer(raw=b"SSH-2.0-OpenSSH_9.0\r\n"), "broken", False),
    ("HTTP/0.9", Answer(raw=b"<p>One</p>"), "broken", False),
    ("nothing", Answer(raw=b""), "broken", False),
    ("body without length", Answer(raw=HEAD + b"\r\n<p>One</p>"), "200", True),
    ("NUL bytes", Answer("<p>O\0ne\0</p>"), "200", True),
    ("NUL in a header", Answer(raw=HEAD + b"X: a\0b\r\nContent-Length: 3\r\n\r\n<p>"), "200", True),
    ("wrong charset", Answer("<p>甲</p>".encode("gb18030")), "200", True),
    ("unknown charset", Answer("<p>One</p>", type="text/html; charset=klingon"), "200", True),
    ("UTF-7 declared", Answer("+ADw-script+AD4-", type="text/html; charset=utf-7"), "200", True),
    ("UTF-16 declared", Answer("<p>One</p>", type="text/html; charset=utf-16"), "200", True),
    ("UTF-16 by its mark", Answer("<p>一</p>".encode("utf-16"), type="text/html"), "200", True),
    ("UTF-32 by its mark", Answer("<p>一</p>".encode("utf-32"), type="text/html"), "200", True),
    ("two marks", Answer("\ufeff\ufeff<p>One</p>"), "200", True),
    ("half a sign", Answer("<p>甲</p>".encode()[:-5]), "200", True),
    ("PDF", Answer(b"%PDF-1.7\n%\xe2\xe3", type="application/pdf"), "200", True),
    ("empty body", Answer(""), "200", False),
    ("no content", Answer(raw=b"HTTP/1.1 204 No Content\r\n\r\n"), "204", False),
    ("partial content, unasked", Answer("<p>One</p>", 206), "206", True),
    ("not modified, unasked", Answer(status=304), "304", False),
    ("other protocol", Answer(raw=b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n"), "broken", False),
    ("unknown status", Answer(raw=b"HTTP/1.1 299 Odd\r\nContent-Length: 3\r\n\r\n<p>"), "299", True),
    ("status 999", Answer(raw=b"HTTP/1.1 999 No\r\nContent-Length: 0\r\n\r\n"), "999", False),
    ("endless redirect", to("/loop"), "redirects", False),
    ("to loopback", to("http://127.0.0.1/a/1.html"), "off-host", False),
    ("to the cloud's metadata", to("http://169.254.169.254/latest"), "off-host", False),
    ("to a private address", to("http://10.0.0.1/a/1.html"), "off-host", False),
    ("to a private address in two steps", to("/hop"), "off-host", False),
    ("to localhost", to("http://localhost/a/1.html"), "off-host", False),
    ("to a number", to("http://2130706433/"), "off-host", False),
    ("to an octal number", to("http://0177.0.0.1/"), "off-host", False),
    ("to a mapped address", to("http://[::ffff:127.0.0.1]/"), "off-host", False),
    ("to a link-local address", to("http://[fe80::1%25eth0]/"), "off-host", False),
    ("to half an address", to("http://[::1/"), "broken", False),
    ("to loopback without a scheme", to("//127.0.0.1/a/1.html"), "off-host", False),
    ("to loopback by back-slashes", to("http:\\\\127.0.0.1/"), "off-host", False),
    ("to loopback, as it were with a user", to(f"http://{HOST}@127.0.0.1/a/1.html"), "off-host", False),
    ("to loopback, as it were with a part", to(f"http://127.0.0.1#@{HOST}/a/1.html"), "off-host", False),
    ("to a port that is none", to(f"http://{HOST}:99999/a/1.html"), "broken", False),
    ("to another port", to(f"http://{HOST}:8080/a/1.html"), "off-host", False),
    ("with a password", to(f"http://a:b@{HOST}/a/1.html"), "off-host", False),
    ("to a look-alike", to(f"http://{HOST}.evil.cn/a/1.html"), "off-host", False),
    ("to a file", to("file:///etc/passwd"), "302", False),
    ("to another protocol", to(f"ftp://{HOST}/a/1.html"), "302", False),
    ("to data", to("data:text/html,<p>One</p>"), "302", False),
    ("to a script", to("javascript:alert(1)"), "broken", False),
    ("to signs that are none", Answer(raw=MOVED + b"Location: /\x01\x7f\xff\t\r\n\r\n"), "404", False),
    ("to an address of a megabyte", to("/" + "a" * 1_000_000), "broken", False),
    ("home", to("/"), "200", False),
    ("redirect to nowhere", Answer(status=302), "302", False),
    ("meta refresh", Answer('<meta http-equiv=refresh content="0;url=http://127.0.0.1/"><p>One</p>'), "200", True),
    ("an error page that says 200", Answer("<h1>系统繁忙，请稍后再试</h1>"), "200", True),
    ("a page that sets a cookie", Answer("<script>document.cookie='a=b'</script>", 521), "521", False),
    ("gone", Answer("gone", 404), "404", False),
    ("broken server", Answer("<h1>Error</h1>", 500), "500", False),
    ("CDN's own code", Answer("", 520), "520", False),
    ("legal reasons", Answer("", 451), "451", False),
    ("deep nesting", Answer("<div>" * 50_000), "200", True),
    ("huge attribute", Answer(f"<p title='{'a' * 5_000_000}'>One</p>"), "200", True),
    ("many attributes", Answer(f"<p {ATTRIBUTES}>One</p>"), "200", True),
    ("odd base and links", Answer("<base href='http://[x'><a href='http://[y/1.pdf'>a</a><a href>"), "200", True),
    ("an entity of a file", Answer(f"{ENTITY}<p>&x;</p>", type="text/xml"), "200", True),
    ("billion laughs", Answer(f"{LAUGHS}<p>&j;</p>", type="application/xhtml+xml"), "200", True),
    ("HTML comment without end", Answer("<!--" + "x" * 1_000_000), "200", True),
    ("a header of a megabyte", Answer(raw=HEAD + b"X: " + b"y" * 1_000_000 + b"\r\n\r\n<p>"), "broken", False),
    ("1,000 cookies", Answer(raw=HEAD + b"Set-Cookie: a=b; Domain=gov.cn\r\n" * 1_000 + b"\r\n<p>"), "200", True),
    ("100,000 headers", Answer(raw=b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 100_000 + b"\r\n<p>"), "200", True),
]


NAMES = [name for name, *_ in HOSTILE]
CLASSES = Counter(class_ for _, _, class_, _ in HOSTILE)


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Outcome, dict[str, Page], Site]:
    """One crawl over all hostile answers as articles, between two good ones."""
    engine = sqlite(tmp_path_factory.mktemp("hostile") / "tracker.db")
    with serve() as site:
        site.pages |= pages(*range(len(HOSTILE) + 2))
        site.pages |= {f"{HOST}/a/{n}.html": answer for n, (_, answer, _, _) in enumerate(HOSTILE, 1)}
        site.pages |= {f"{HOST}/": Answer("<h1>Home</h1>"), f"{HOST}/loop": to("/loop")}
        site.pages[f"{HOST}/hop"] = to("http://10.0.0.1/")
        outcome = crawl(engine, source(manners=HURRIED), site.url)
    with reading(engine) as session:
        stored = {page.key.rpartition("/")[2]: page for page in session.exec(select(Page))}
    return outcome, stored, site


@pytest.mark.parametrize(("number", "kept"), [(n, kept) for n, (*_, kept) in enumerate(HOSTILE, 1)], ids=NAMES)
def test_a_hostile_answer_is_kept_or_counted(
    walked: tuple[Outcome, dict[str, Page], Site], number: int, *, kept: bool
) -> None:
    assert (f"{number}.html" in walked[1]) == kept


def test_hostile_answers_cost_no_good_one_and_lead_nowhere(walked: tuple[Outcome, dict[str, Page], Site]) -> None:
    outcome, stored, site = walked
    assert outcome.verdict == "ok"
    assert {"0.html", f"{len(HOSTILE) + 1}.html"} <= stored.keys()
    assert Counter(outcome.counts["answers"]) == CLASSES + Counter({"200": 3})
    assert {line.split("/")[2] for line in site.asked} == {HOST}
    assert all(len(page.response_head) <= 16_384 for page in stored.values())


def test_hostile_second_looks_cost_no_page_that_is_stored(engine: Engine) -> None:
    hostile = [answer for _, answer, class_, _ in HOSTILE if class_ not in map(str, REFUSALS)][:50]
    with serve() as site:
        site.pages |= pages(*range(len(hostile)))
        crawl(engine, source(), site.url)
        before = {(page.key, page.sha256) for page in stored(engine)}
        put_back(engine, 2)
        site.pages |= {f"{HOST}/a/{n}.html": answer for n, answer in enumerate(hostile)}
        looked = crawl(engine, source(manners=HURRIED), site.url)
    assert looked.verdict == "ok"
    assert before <= {(page.key, page.sha256) for page in stored(engine)}


def test_hostile_lists_do_not_keep_the_others_from_being_read(engine: Engine) -> None:
    answers = [answer for _, answer, class_, _ in HOSTILE if class_ not in map(str, REFUSALS)]
    bad = [{**LISTED, "id": f"l{n}", "url": f"https://{HOST}/l/{n}/"} for n in range(len(answers))]
    with serve() as site:
        site.pages |= pages(1, 2)
        site.pages |= {f"{HOST}/l/{n}/": answer for n, answer in enumerate(answers)}
        outcome = crawl(engine, source(*bad, LISTED, manners=HURRIED), site.url)
    assert outcome.verdict == "error"
    assert outcome.counts["lists"]["news"]["new"] == 2
    with reading(engine) as session:
        assert len(session.exec(select(Page)).all()) == 2


ADDRESSES = [
    ("8.8.8.8", True),
    ("2001:4860:4860::8888", True),
    *((address, False) for address in ("127.0.0.1", "127.9.9.9", "0.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1")),
    *((address, False) for address in ("169.254.169.254", "100.64.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255")),
    *((address, False) for address in ("::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1")),
    *((address, False) for address in ("::ffff:10.0.0.1", "2002:7f00:1::", "2002:a00:1::", "64:ff9b::7f00:1")),
    *((address, True) for address in ("::ffff:9.9.9.9", "64:ff9b::909:909", "192.31.196.1", "2620:4f:8000::1")),
    *((address, False) for address in ("::127.0.0.1", "::9.9.9.9", "::ffff:0:9.9.9.9", "64:ff9b:1::909:909", "::1")),
    *((address, False) for address in ("fec0::1", "fe80::1", "fc00::1", "ff0e::1", "100::1", "100:0:0:1::1", "::")),
    *((address, False) for address in ("2001::1", "2001:2::1", "2001:db8::1", "3fff::1", "5f00::1", "4000::1")),
    *((address, False) for address in ("192.0.0.9", "192.88.99.1", "198.18.0.1", "203.0.113.1", "240.0.0.1")),
]


@pytest.mark.parametrize(("address", "public"), ADDRESSES)
def test_only_public_addresses_are_public(address: str, *, public: bool) -> None:
    assert is_public(address) == public


RESOLVE = """
import socket
import sys
from twisted.internet import task
from twisted.internet.error import DNSLookupError
from spiders.addresses import PublicResolver

known = socket.gethostbyname
socket.gethostbyname = lambda name: "10.0.0.1" if name == "inside.example.cn" else known(name)

async def main(reactor):
    resolver = PublicResolver(reactor, 100, 5)
    for name in sys.argv[1:] * 2:
        try:
            print(await resolver.getHostByName(name))
        except DNSLookupError as error:
            print("refused" if "not a public address" in str(error) else "unknown")

task.react(lambda reactor: __import__("twisted.internet.defer").internet.defer.ensureDeferred(main(reactor)))
"""


def test_names_and_odd_numbers_that_lead_inside_are_refused() -> None:
    inside = ["inside.example.cn", "localhost", "127.0.0.1", "2130706433", "0x7f.1", "017700000001", "127.1", "0"]
    names = [*inside, "8.8.8.8"]
    done = subprocess.run([sys.executable, "-c", RESOLVE, *names], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [*["refused"] * len(inside), "8.8.8.8"] * 2


def test_without_a_replica_a_name_that_leads_inside_is_not_asked(engine: Engine) -> None:
    inside = {**LISTED, "url": "http://localhost/news/"}
    outcome = crawl(engine, source(inside, hosts=["localhost"], manners={"delay": 0.2, "robots": False}), None)
    assert (outcome.verdict, outcome.counts) == ("down", {})
    assert outcome.reason == "localhost leads to 127.0.0.1, which is not a public address"
