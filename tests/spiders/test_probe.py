"""Tests that unreachable sites cost seconds and one line, and that proxies are used as the environment names them."""

import os
import shutil
import socket
import subprocess
import termios
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import yaml

from spiders.proxies import Proxies
from tests.factories.declared import HOST, LISTED, pages, source
from tests.lacking import cannot_run
from tests.processes.running import TRACKER, Tracker
from tests.servers.site import Site, serve

HTTP = {**LISTED, "url": f"http://{HOST}/news/"}


@pytest.fixture
def proxy() -> Iterator[Site]:
    """A proxy on loopback that knows the site, and opens no tunnels."""
    with serve() as site:
        site.pages |= pages(1)
        yield site


def installation(folder: Path, *declared: dict[str, Any], **environment: str) -> Tracker:
    """Return one that follows the sources declared so."""
    (folder / "config" / "sources").mkdir(parents=True)
    for facts in declared:
        file = folder / "config" / "sources" / f"{facts['id']}.yaml"
        file.write_text(yaml.safe_dump(facts, allow_unicode=True), encoding="utf-8")
    clean = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy"), "")
    return Tracker(folder, {**clean, "TRACKER_CONFIG": str(folder / "config"), **environment})


def crawled(tracker: Tracker, code: int) -> str:
    """Return what the crawl of the source says, in one line."""
    done = tracker.run("crawl", "example", code=code)
    (line,) = (done.stdout + done.stderr).splitlines()
    return line


def quick(*lists: dict[str, Any], **more: Any) -> dict[str, Any]:
    return source(*lists, manners={"timeout": 5, "delay": 1}, **more)


@pytest.mark.parametrize("name", ["http_proxy", "TRACKER_PROXY"])
def test_a_crawl_goes_through_the_proxy(tmp_path: Path, proxy: Site, name: str) -> None:
    tracker = installation(tmp_path, quick(HTTP), **{name: proxy.url})
    assert crawled(tracker, 0) == "example: ok (1 list, 1 row, 1 new, 1 fetched)"
    assert proxy.times(f"http://{HOST}/a/1.html") == 1
    checked = tracker.run("sources", "check", "example", code=None).stdout
    assert f"left to the proxy {proxy.url.removeprefix('http://')}" in checked
    assert "list news: HTTP 200, 1 row" in checked


REFUSED: list[tuple[str, dict[str, Any], dict[str, str], str]] = [
    ("no tunnel", {}, {"https_proxy": "{proxy}"}, "the proxy {host} does not connect to www.example.gov.cn (HTTP 501)"),
    ("dead proxy", {}, {"https_proxy": "{dead}"}, "the proxy 127.0.0.1:{port} cannot be connected to"),
    ("no proxy for it", HTTP, {"http_proxy": "{proxy}", "no_proxy": "gov.cn"}, f"{HOST} has no address"),
    ("without", HTTP, {"http_proxy": "{proxy}", "TRACKER_PROXY": "none"}, f"{HOST} has no address"),
]


@pytest.mark.parametrize(("list_", "environment", "said"), [case[1:] for case in REFUSED], ids=[c[0] for c in REFUSED])
def test_what_cannot_be_reached_is_said_at_once(
    tmp_path: Path, proxy: Site, list_: dict[str, Any], environment: dict[str, str], said: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as bound:
        port = bound.getsockname()[1]
    names = {
        "proxy": proxy.url,
        "host": proxy.url.removeprefix("http://"),
        "dead": f"http://127.0.0.1:{port}",
        "port": port,
    }
    named = {name: value.format(**names) for name, value in environment.items()}
    tracker = installation(tmp_path, quick(list_ or LISTED), **named)
    assert said.format(**names) in crawled(tracker, 1)
    assert proxy.times(HOST) == 0


def test_no_private_address_is_reached_through_a_proxy(tmp_path: Path, proxy: Site) -> None:
    facts = quick({**LISTED, "url": "http://localhost/news/"}, hosts=["localhost"])
    tracker = installation(tmp_path, facts, http_proxy=proxy.url)
    assert "is not a public address" in crawled(tracker, 1)
    assert proxy.asked == []


def test_without_network_each_source_costs_one_line(tmp_path: Path) -> None:
    unshare = shutil.which("unshare")
    alone = [unshare, "--map-root-user", "--net"] if unshare else []
    if not alone or subprocess.run([*alone, "true"], check=False, capture_output=True).returncode:
        cannot_run("no namespace without a network can be made")
    tracker = installation(tmp_path, quick(), {**quick(), "id": "other"})
    done = subprocess.run(
        [*alone, *TRACKER, "crawl", "example", "other"],
        env=tracker.environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stderr.splitlines()
    assert [line.partition(": ")[0] for line in lines[:2]] == ["example", "other"]
    assert [f"down: {HOST} has no address" in line for line in lines[:2]] == [True, True]
    assert "check the network connection" in lines[2]
    assert done.returncode == 1
    states = {row["source"]: (row["state"], row["reason"]) for row in tracker.json("health")}
    assert states["example"][0] == "new"
    assert "has no address" in states["example"][1]


BYPASSES = [("https://www.gov.cn/", None), ("https://www.news.cn/", "http://p:1"), ("http://www.news.cn/", None)]


@pytest.mark.parametrize(("url", "proxy"), BYPASSES)
def test_proxies_are_chosen_by_scheme_and_host(url: str, proxy: str | None) -> None:
    assert Proxies({"https": "http://p:1"}, "gov.cn").for_url(url) == proxy


def test_a_terminal_shows_how_far_each_crawl_is(tmp_path: Path, proxy: Site) -> None:
    tracker = installation(tmp_path, quick(HTTP), http_proxy=proxy.url)
    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (40, 120))
    with subprocess.Popen(
        [*TRACKER, "crawl", "example"], env=tracker.environment, cwd=tmp_path, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        shown = b""
        with suppress(OSError):  # how Linux reports that the other end is closed
            while part := os.read(ours, 65536):
                shown += part
    os.close(ours)
    assert process.returncode == 0
    assert b"MB today" in shown
    assert b"example  1/1    1     1" in shown
