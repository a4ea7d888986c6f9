"""Tests that hostile input costs good articles no more than their own time again, and the machine bounded memory."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.servers.besieged import ARTICLES, GOOD, Done, besiege, documents
from tests.servers.mailserver import MailServer

pytestmark = pytest.mark.nightly

MOST_MEMORY = 600 * 1024**2
ALLOWED = 2.0
"""How many times as long the good articles may take from the start of a crawl until their alerts are sent."""


def waited(folder: Path, done: list[Done]) -> float:
    """Return the seconds for the good articles of the second day: fetched, announced, sent, without hostile mails."""
    crawl, read, _, send = done
    good = "from {} where source <> 'hostile'"
    fetched = f"select max(fetched_at) {good.format('page')}"
    told = f"select max(a.first_seen_at) {good.format('announcement a join document d on d.id = a.document_id')}"
    with closing(sqlite3.connect(folder / "tracker.db")) as connection:
        last = [_moment(connection.execute(asked).fetchone()[0]) for asked in (fetched, told)]
    return sum((at - done.began).total_seconds() for at, done in zip(last, (crawl, read), strict=True)) + send.clock


def _moment(stored: str) -> datetime:
    return datetime.fromisoformat(stored).replace(tzinfo=UTC)


def test_a_siege_delays_nothing_else(tmp_path: Path, server: MailServer) -> None:
    quiet, besieged = tmp_path / "quiet", tmp_path / "besieged"
    for folder in (quiet, besieged):
        folder.mkdir()
    undisturbed = besiege(quiet, server, 0, 0, 0)
    fair = [str(mail["Subject"]) for mail in server.mails]
    server.mails.clear()
    done = besiege(besieged, server, pages=40, annexes=20, mails=20)
    good = [document for document in documents(besieged) if document.source in GOOD]
    assert [document.problem for document in good] == [None] * len(GOOD) * ARTICLES
    assert sorted((one.url, one.text) for one in good) == sorted((one.url, one.text) for one in documents(quiet))
    told = "\n".join(mail.as_string() for mail in server.mails)
    assert all(f"{name}.gov.cn/a/{number}.html" in told for name in GOOD for number in range(1, ARTICLES)), fair
    assert [one.memory < MOST_MEMORY for one in done] == [True] * len(done), done
    took, fair_took = waited(besieged, done), waited(quiet, undisturbed)
    print(f"{took:.1f} s beside {fair_took:.1f} s undisturbed", *done, sep="\n")
    assert took < fair_took * ALLOWED
