"""Tests that a source cannot fill the disk: what it brings in a day is limited, then not requested, and an incident."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from config.schema.source import Source
from db.engine import reading, writing
from db.models import Page
from db.store.pages import add_page
from spiders.quota import Quota
from tests.factories.declared import HOST, pages, source
from tests.processes.crawling import crawl, put_back, stored
from tests.servers.site import Answer, Site, serve
from tracker.health.assess import history
from tracker.health.states import judge

LARGE = "<p>" + "x" * 400_000 + "</p>"
MORNING = datetime(2026, 11, 24, 1, tzinfo=UTC)


@pytest.fixture
def site() -> Iterator[Site]:
    """A site on loopback."""
    with serve() as running:
        yield running


def greedy(site: Site) -> None:
    """A site of six articles, of which two fit into a megabyte."""
    site.pages |= pages(*range(1, 7))
    site.pages |= {f"{HOST}/a/{n}.html": Answer(f"{LARGE}{n}") for n in range(1, 7)}


def articles(engine: Engine) -> set[str]:
    """Return the addresses of the articles that are stored."""
    return {page.url for page in stored(engine) if "/a/" in page.url}


def incidents(session: Session) -> list[tuple[str, str]]:
    """Return what health says of the source."""
    found = judge(history(session, Source.model_validate(source())), datetime.now(UTC))
    return [(finding.state, finding.reason) for finding in found.findings]


def test_a_crawl_stops_at_the_quota_and_the_source_is_left_alone_that_day(engine: Engine, site: Site) -> None:
    greedy(site)
    outcome = crawl(engine, source(), site.url, source_megabytes=1)
    assert (outcome.verdict, outcome.reason) == ("full", "stored its daily quota of 1 MB")
    assert outcome.counts["articles"] == {"fetched": 2}
    assert len(articles(engine)) == 2
    with reading(engine) as session:
        assert incidents(session) == [("full", "stored its daily quota of 1 MB")]
    asked = len(site.asked)
    assert asked <= 6, "robots.txt, the list, the third article, and what was asked for beside it"
    with writing(engine) as session:
        # What another process, or an earlier crawl of the day, brought.
        add_page(session, Page(source="example", key="b", url=f"https://{HOST}/b", sha256=""), b"x" * 200_000)
    outcome = crawl(engine, source(), site.url, source_megabytes=1)
    assert (outcome.verdict, len(site.asked)) == ("full", asked)
    put_back(engine, 1)
    assert crawl(engine, source(), site.url, source_megabytes=1).verdict == "full"
    assert len(articles(engine)) == 4, "two more: the second looks at the first two brought nothing"
    put_back(engine, 1)
    assert crawl(engine, source(), site.url, source_megabytes=0).verdict == "ok"
    assert len(articles(engine)) == 6
    with reading(engine) as session:
        assert incidents(session) == []


def test_a_quota_is_of_one_source_and_one_day_in_beijing(engine: Engine) -> None:
    with writing(engine) as session:
        for name, hours in (("one", 0), ("one", -2), ("other", 0)):
            at = MORNING + timedelta(hours=hours)
            page = Page(source=name, key=f"{hours}", url="https://example.org", sha256="", fetched_at=at, checked_at=at)
            add_page(session, page, f"{name} {hours}".encode() * 200_000)
    with reading(engine) as session:
        assert Quota.of(session, "one", 5, MORNING).spent == 5 * 200_000 + 6 * 200_000
        assert Quota.of(session, "one", 1, MORNING).is_spent
        assert Quota.of(session, "one", 5, MORNING + timedelta(hours=15)).spent == 0
        assert not Quota.of(session, "one", 0, MORNING).is_spent
