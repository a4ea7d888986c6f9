"""Tests that `tracker sources check --all` checks sources side by side, reports every list, and drafts changes."""

import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from config import Config
from config.files import read_entry
from config.schema.source import Source
from db.models import now
from tests.factories import declared
from tests.factories.declared import HOST, LISTED
from tests.processes.running import Tracker
from tests.servers.site import Answer, Site, serve
from tracker.sources.asking import Asker, asker
from tracker.sources.check import check
from tracker.sources.report import write_report
from tracker.sources.together import Checked, check_together
from tracker.sources.writing import rewritten

SAID = "工业和信息化部印发行动方案，提出到2027年建成一批标志性场景，培育一批骨干企业。"
LAYOUT = {"text": ["#t"], "title": "h1", "date": "i"}
OTHER = "www.other.gov.cn"
MORE = {**LISTED, "id": "more", "url": f"https://{HOST}/more/"}


def page(number: int, container: str = "id=t", title: str = "") -> Answer:
    said = f"<p>{SAID}</p><p>这是第{number}篇，另有说明若干，供各地参考，请结合实际抓好落实。</p>"
    head = f"<h1>{title or f'行动方案第{number}号'}</h1><i>2026-11-20 10:00</i>"
    return Answer(f"<html><body>{head}<div {container}>{said}</div></body></html>")


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as site:
        site.pages |= {f"{HOST}/news/": declared.listing(1, 2), f"{HOST}/more/": declared.listing(2, 3)}
        site.pages |= {f"{HOST}/a/{n}.html": page(n) for n in (1, 2, 3)}
        yield site


def source(*lists: dict[str, Any], **more: Any) -> Source:
    return Source.model_validate(declared.source(*lists, **more))


def other(**more: Any) -> Source:
    """A source on another host, all of whose addresses the site answers with 404."""
    listed = {**LISTED, "url": f"https://{OTHER}/news/"}
    return source(listed, id="other", hosts=[OTHER], **more)


def checked(site: Site, *sources: Source, drafts: bool = False) -> list[Checked]:
    def asker_of(source: Source) -> Asker:
        return asker(source, "x", site.url)

    return check_together(sources, asker_of, {}, drafts=drafts)


def test_every_list_has_a_line_with_its_newest_article(site: Site) -> None:
    first, second = checked(site, source(LISTED, MORE, layouts=[LAYOUT]), other())
    assert [(line.list, line.state, line.rows, line.dated, line.newest) for line in first.lines] == [
        ("news", "ok", 2, 2, "2026-11-20"),
        ("more", "ok", 2, 2, "2026-11-20"),
    ]
    assert [line.title for line in first.lines] == ["行动方案第1号", "行动方案第2号"]
    assert [line.found for line in first.lines] == ["title, date, text"] * 2
    assert {(line.date, line.layout, line.compared) for line in first.lines} == {
        ("2026-11-20T10:00", "layout 1", "same")
    }
    assert [(line.list, line.state) for line in second.lines] == [("news", "empty")]
    assert "HTTP 404" in second.lines[0].wrong[0]


WRONG: list[tuple[str, Answer, str, str]] = [
    (f"{HOST}/news/", Answer("<ul></ul>"), "empty", "no rows"),
    (f"{HOST}/news/", Answer("", 403), "blocked", "HTTP 403"),
    (f"{HOST}/news/", Answer("", 503), "down", "HTTP 503"),
    (f"{HOST}/a/1.html", Answer("", 404), "error", "HTTP 404"),
    (f"{HOST}/a/1.html", page(1, "id=u"), "changed", "none of 1 layouts fits"),
    (f"{HOST}/a/1.html", page(1, title="var t = 1"), "changed", "lost: title (contains code)"),
    (f"{HOST}/robots.txt", Answer("", 503), "down", "robots.txt"),
]


@pytest.mark.parametrize(("address", "answer", "state", "wrong"), WRONG)
def test_what_is_wrong_is_a_line_with_the_state_that_a_crawl_would_report(
    site: Site, address: str, answer: Answer, state: str, wrong: str
) -> None:
    site.pages[address] = answer
    line = checked(site, source(layouts=[LAYOUT]))[0].lines[0]
    assert (line.state, wrong in " ".join(line.wrong)) == (state, True)


def test_one_host_that_is_shut_leaves_the_lists_of_others(site: Site) -> None:
    site.pages[f"{OTHER}/robots.txt"] = Answer("", 503)
    shut = {**LISTED, "id": "shut", "url": f"https://{OTHER}/news/"}
    both = source(shut, {**shut, "id": "too"}, LISTED, hosts=[HOST, OTHER])
    assert [(line.list, line.state) for line in checked(site, both)[0].lines] == [(None, "down"), ("news", "ok")]


def test_what_the_probe_did_not_reach_is_one_line_and_not_asked(site: Site) -> None:
    found = check_together([source(LISTED, MORE)], lambda one: asker(one, "x", site.url), {"example": "no network"})
    assert [(line.list, line.state, line.wrong) for line in found[0].lines] == [(None, "down", ("no network",))]
    assert site.asked == []


def test_no_host_is_asked_by_two_at_once_and_two_hosts_are(site: Site) -> None:
    asking: dict[str, int] = {}
    most: dict[str, int] = {}
    together = threading.Barrier(2, timeout=20)

    def answer(host: str, body: Answer) -> Any:
        def play(_heads: Any) -> Answer:
            asking[host] = asking.get(host, 0) + 1
            most[host] = max(most.get(host, 0), asking[host])
            if host not in met:
                met.add(host)
                together.wait()
            time.sleep(0.05)
            asking[host] -= 1
            return body

        return play

    met: set[str] = set()
    site.pages[f"{HOST}/news/"] = answer(HOST, declared.listing(1))
    site.pages[f"{OTHER}/news/"] = answer(OTHER, Answer("<ul></ul>"))
    checked(site, source(), source(id="twin"), other())
    assert most == {HOST: 1, OTHER: 1}
    assert met == {HOST, OTHER}


MOVED = "".join(
    f"<div class=n><p><a href=/a/{n}.html>行动方案第{n}号正式印发</a> 2026-11-20</p></div>" for n in (1, 2, 3)
)


def redrafted(site: Site, folder: Path, was: Source) -> tuple[Checked, Source]:
    """What a check drafts again, and the source that its file declares."""
    found = checked(site, was, drafts=True)[0]
    assert found.redraft
    file = folder / "example.yaml"
    file.write_text(rewritten(found.redraft), encoding="utf-8")
    return found, read_entry(file, Source)


def test_a_list_whose_rows_moved_is_drafted_again(site: Site, tmp_path: Path) -> None:
    site.pages[f"{HOST}/news/"] = Answer(f"<html><body>{MOVED}</body></html>")
    was = source(LISTED, MORE, layouts=[LAYOUT])
    found, made = redrafted(site, tmp_path, was)
    assert found.lines[0].draft == "listing of 3 rows, the first of them '行动方案第1号正式印发'"
    assert (made.lists[0].id, made.lists[1], made.layouts) == ("news", was.lists[1], was.layouts)
    assert made.evidence.confidence == "low"
    assert [step.wrong for step in check(made, asker(made, "x", site.url), each=True) if step.wrong] == []


def test_a_layout_that_does_not_fit_is_followed_by_one_that_does(site: Site, tmp_path: Path) -> None:
    site.pages |= {f"{HOST}/a/{n}.html": page(n, "class=renewed") for n in (1, 2)}
    was = source(layouts=[LAYOUT])
    found, made = redrafted(site, tmp_path, was)
    assert found.lines[0].draft == "layout with the text in .renewed"
    assert made.layouts[0] == was.layouts[0]
    assert [step.wrong for step in check(made, asker(made, "x", site.url)) if step.wrong] == []


@pytest.mark.parametrize("body", ["<html><body>renewed</body></html>", MOVED.replace("=/a/", "=https://x.cn/a/")])
def test_what_cannot_be_drafted_is_not_made_up(site: Site, body: str) -> None:
    site.pages[f"{HOST}/news/"] = Answer(body)
    found = checked(site, source(), drafts=True)[0]
    assert found.redraft is None
    assert (found.lines[0].draft or "").startswith(f"none: https://{HOST}/news/ shows no list")


def test_a_declaration_is_drafted_without_a_loss(config: Config) -> None:
    for one in config.sources.values():
        assert Source.model_validate(one.model_dump(mode="json", exclude_defaults=True)) == one


def test_a_report_shows_what_pages_say_as_text(site: Site, tmp_path: Path) -> None:
    site.pages[f"{HOST}/a/1.html"] = page(1, title="&lt;script&gt;alert(1)&lt;/script&gt;")
    write_report(checked(site, source(layouts=[LAYOUT])), tmp_path, now())
    shown = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "<script" not in shown
    assert "&lt;script&gt;alert(1)" in shown
    assert "lost: title (contains code)" in shown
    assert f'<a href="https://{HOST}/a/1.html">' in shown


def test_the_command_writes_report_and_drafts_and_overwrites_no_draft(site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "own" / "sources"
    folder.mkdir(parents=True)
    made = declared.source(layouts=[LAYOUT], manners={"delay": 0.2})
    (folder / "example.yaml").write_text(yaml.safe_dump(made), encoding="utf-8")
    tracker = Tracker(tmp_path, {"TRACKER_CONFIG": str(folder.parent), "TRACKER_REPLICA": site.url})
    check = ("sources", "check", "example", "--report", "report")
    site.pages[f"{HOST}/news/"] = Answer(f"<html><body>{MOVED}</body></html>")
    done = tracker.run(*check, "--fix-drafts", code=1)
    assert "example\tnews\tempty\t0\t0\t0" in done.stdout
    assert "example news: no rows" in done.stdout
    assert "next: TRACKER_CONFIG=report tracker sources check example" in done.stdout
    lines = json.loads((tmp_path / "report" / "report.json").read_text(encoding="utf-8"))["lines"]
    assert [(line["list"], line["state"], line["rows"]) for line in lines] == [("news", "empty", 0)]

    tracker.extra["TRACKER_CONFIG"] = str(tmp_path / "report")
    assert [line["state"] for line in json.loads(tracker.run(*check, "--format", "json").stdout)] == ["ok"]

    tracker.extra["TRACKER_CONFIG"] = str(folder.parent)
    draft = tmp_path / "report" / "sources" / "example.yaml"
    draft.write_text("# looked through", encoding="utf-8")
    assert "already exists and is kept" in tracker.run(*check, "--fix-drafts", code=1).stdout
    assert draft.read_text(encoding="utf-8") == "# looked through"


def test_all_means_enabled_sources_without_a_choice(tmp_path: Path) -> None:
    tracker = Tracker(tmp_path)
    (tmp_path / "file").touch()
    wrong = [
        (("--all", "ndrc"), "leave out ndrc"),
        (("--fix-drafts",), "add --report FOLDER"),
        (("--all", "--report", "file"), "name a folder that can be written"),
    ]
    for options, said in wrong:
        assert said in tracker.run("sources", "check", *options, code=2).stderr
