"""What is hostile costs good articles no more than their own time again, and the machine no more than its memory."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from tests.servers.besieged import ARTICLES, GOOD, besiege, documents
from tests.servers.mailserver import MailServer

pytestmark = pytest.mark.nightly

MOST_MEMORY = 600 * 1024**2
ALLOWED = 2.0
"""How many times as long the good articles may take, beside what the hostile source alone costs once."""
ONCE = 30.0
"""Seconds: one job of the hostile source that is ended at its limit before the rest of it goes to the end."""


def waited(folder: Path) -> float:
    """Seconds from the first announcement of the second day to the last one of a good source."""
    wanted = (
        "select min(a.first_seen_at), max(case when d.source <> 'hostile' then a.first_seen_at end) "
        "from announcement a join document d on d.id = a.document_id where not d.backfilled"
    )
    with closing(sqlite3.connect(folder / "tracker.db")) as connection:
        first, last = connection.execute(wanted).fetchone()
    return (datetime.fromisoformat(last) - datetime.fromisoformat(first)).total_seconds()


def test_a_siege_holds_up_nobody(tmp_path: Path, server: MailServer) -> None:
    quiet, besieged = tmp_path / "quiet", tmp_path / "besieged"
    for folder in (quiet, besieged):
        folder.mkdir()
    besiege(quiet, server, 0, 0, 0)
    fair = [str(mail["Subject"]) for mail in server.mails]
    server.mails.clear()
    done = besiege(besieged, server, pages=40, annexes=20, mails=20)
    good = [document for document in documents(besieged) if document.source in GOOD]
    assert [document.problem for document in good] == [None] * len(GOOD) * ARTICLES
    assert sorted((one.url, one.text) for one in good) == sorted((one.url, one.text) for one in documents(quiet))
    told = "\n".join(mail.as_string() for mail in server.mails)
    assert all(f"{name}.gov.cn/a/{number}.html" in told for name in GOOD for number in range(1, ARTICLES)), fair
    assert [one.memory < MOST_MEMORY for one in done] == [True] * len(done), done
    assert waited(besieged) < waited(quiet) * ALLOWED + ONCE
    print(*done, sep="\n")
