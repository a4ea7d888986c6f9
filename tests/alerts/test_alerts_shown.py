"""Tests what `tracker alerts` shows to people: outcomes and rules in the same words, times in whole seconds."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from config import Config
from db.engine import open_database
from db.models import now
from tests.factories.announcements import add_alert, announce
from tests.processes.running import Tracker
from tests.servers.mailserver import mail_server
from tracker.cli.sending import OUTCOMES, outcome_words
from tracker.contract.models.alerts import Sending


@pytest.mark.parametrize(
    ("outcomes", "words"),
    [
        ({"sent": 3}, "3 sent"),
        ({"later": 3, "sent": 1}, "1 sent; 3 refused for now, to be tried again"),
        (
            {"never": 2, "gone": 1, "held": 4},
            "1 kept for a suspended recipient; 4 held by the brake; 2 permanently refused",
        ),
        ({"away": 1}, "1 to be tried again when the channel works"),
    ],
)
def test_outcomes_are_in_words(outcomes: dict[str, int], words: str) -> None:
    assert outcome_words(outcomes) == words


def test_every_outcome_has_words() -> None:
    assert {*OUTCOMES} == {*Sending.model_fields}


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--initiative", "ai-plus"], "at once: AI Plus"),
        (
            ["--initiative", "six-g", "--at-least", "pledged", "--rate", "weekly", "--weekday", "friday"],
            "every Friday at 8:00, Asia/Shanghai: 6G; pledged, or a stronger act",
        ),
        (
            ["--words", "电池", "--quiet", "22-7"],
            "at once, quiet from 22:00 to 7:00, Asia/Shanghai: contains 电池",
        ),
        ([], "at once: every announcement"),
    ],
)
def test_a_list_shows_an_alert_as_it_was_added(tmp_path: Path, options: list[str], says: str) -> None:
    tracker = Tracker(tmp_path)
    added = tracker.run("alerts", "add", "a@example.org", "--confirmed", *options).stdout
    assert added == f"alert 1 reports to a@example.org {says}\n"
    names, row = (line.split("\t") for line in tracker.run("alerts", "list").stdout.splitlines())
    shown = dict(zip(names, row, strict=True))
    assert f"{shown['when']}: {shown['rule']}" == says


@pytest.mark.parametrize("command", ["log", "recipients", "tokens list"])
@pytest.mark.parametrize("form", ["table", "markdown"])
def test_times_have_whole_seconds(tmp_path: Path, config: Config, command: str, form: str) -> None:
    with mail_server() as server:
        tracker = Tracker(tmp_path, {"TRACKER_SMTP_HOST": "127.0.0.1", "TRACKER_SMTP_PORT": str(server.port)})
        engine = open_database(tracker.environment["TRACKER_DATABASE"])
        add_alert(engine, created_at=now() - timedelta(hours=1))
        announce(engine, config, at=now())
        tracker.run("alerts", "tokens", "add", "a program")
        tracker.run("alerts", "add", "b@example.org", "--initiative", "ai-plus", "--confirmed")
        assert tracker.run("alerts", "send").stdout == "1 sent\n"
    shown = tracker.run("alerts", *command.split(), "--format", form).stdout
    assert re.search(r"\d\d:\d\d:\d\dZ", shown)
    assert not re.search(r"\d\d:\d\d:\d\d(?:\.|\+)", shown)
