"""Tests that hostile input keeps nothing good from being crawled, read and reported."""

from pathlib import Path

from tests.servers.besieged import ARTICLES, GOOD, besiege, documents
from tests.servers.mailserver import MailServer


def test_good_articles_are_read_and_reported_beside_hostile_ones(tmp_path: Path, server: MailServer) -> None:
    besiege(tmp_path, server, pages=8, annexes=1, mails=5)
    found = documents(tmp_path)
    good = [document for document in found if document.source in GOOD]
    assert len(good) == len(GOOD) * ARTICLES
    assert [document.problem for document in good] == [None] * len(good)
    assert len(found) == len(good) + 8
    told = "\n".join(mail.as_string() for mail in server.mails)
    assert [f"{name}.gov.cn/a/{number}.html" in told for name in GOOD for number in range(1, ARTICLES)] == [True] * 9
