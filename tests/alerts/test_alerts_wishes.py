"""Tests what people type: rules that could never match, options that contradict each other, paused alerts."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from config import Config
from db.beijing import beijing_today
from db.engine import reading, writing
from db.models import Alert, Delivery, now
from tests.factories.announcements import NOON, add_alert, announce
from tests.factories.databases import make_database, sqlite
from tracker.alerts.matching.rules import Rule
from tracker.alerts.subscriptions.problems import asks_nothing, problems
from tracker.alerts.subscriptions.subscribe import edit
from tracker.cli.app import main

REFUSED = [
    (["--initiative", "ai-pluss"], "no initiative is called 'ai-pluss'; did you mean ai-plus (AI Plus"),
    (["--initiative", "x" * 200], f"no initiative is called '{'x' * 60}'; choose from"),
    (["--body", "MIITT"], "no body is called 'MIITT'; did you mean miit"),
    (["--source", "nowhere-at-all"], "no source is called 'nowhere-at-all'"),
    (["--source", "miit", "--tier", "media"], "the source 'miit' is primary, never media; leave out one of the two"),
    (["--source", "miit", "--language", "en"], "the source 'miit' writes in zh, not in what you ask for"),
    (
        ["--act", "pledged", "--act", "progress", "--at-least", "issued"],
        "no act of pledged, progress is issued or a stronger one; leave out --act or --at-least",
    ),
    (
        ["--tier", "primary", "--tier", "media"],
        "--tier is given 2 times (primary, media); leave it out for both",
    ),
    (["--act", "enacted"], "no act is called 'enacted'"),
    (["--tier", "secondary"], "no tier is called 'secondary'"),
    (["--language", "fr"], "no language is called 'fr'"),
    (["--words", "x" * 61], "is 61 characters long, and 60 is the most, so no text contains it"),
    (["--words", "... !"], "the word '...' has no letter and no digit, so no text contains it; write another"),
    (["--words", '""'], "the word '' has no letter and no digit"),
    (["--words", ""], "--words is empty; write what you want, or leave the option out"),
    (["--words", "电池", "--words", " "], "--words is empty"),
    (["--at-least", ""], "--at-least is empty"),
    (["--tier", ""], "--tier is empty"),
    (["--quiet", ""], "--quiet is empty"),
    (["--words", '"solid state'], "open a quote and do not close it"),
    (["--words", " ".join(f"w{n}" for n in range(21))], "21 words are too many for one text"),
    (["--incidents", "--initiative", "commercial-space"], "incidents can be chosen only by source"),
    (["--incidents", "--act", "issued"], "incidents can be chosen only by source"),
    (["--incidents", "--finds"], "add one for each"),
    (["--finds", "--source", "miit"], "a find is a name that no initiative has yet"),
    (["--rate", "hourly"], "no rate is called 'hourly'; choose one of immediate, daily, weekly, monthly"),
    (["--rate", "daily", "--weekday", "friday"], "--weekday is for the rate weekly, and the rate is daily"),
    (["--rate", "weekly", "--weekday", "caturday"], "no weekday is called 'caturday'; did you mean saturday"),
    (["--rate", "daily", "--most", "3"], "applies only to immediate alerts"),
    (["--most", "0"], "must be 1 or more"),
    (["--rate", "daily", "--hour", "23", "--quiet", "22-7"], "the hour 23 lies within the quiet hours 22-7"),
    (["--quiet", "late"], "'late' is not a range of quiet hours; write two hours from 0 to 23, such as 22-7"),
    (["--rate", "daily", "--hour", "24"], "there is no hour 24; write 0 to 23"),
    (
        ["--hour", "7", "--zone", "Europe/Berlin"],
        "--hour is for the rate daily, weekly or monthly, and the rate is immediate",
    ),
    (["--zone", "Mars/Base"], "no time zone is called 'Mars/Base'; write one like Asia/Shanghai"),
    (["--note", "x" * 1001], "the note has 1001 characters; write at most 1000"),
    (["--name", "x" * 1001], "the name has 1001 characters; write at most 1000"),
    (["--zone", "Berlin"], "no time zone is called 'Berlin'; did you mean Europe/Berlin?"),
    (["--zone", "new york"], "no time zone is called 'new york'; did you mean America/New_York?"),
    (["--zone", "Europe/Berln"], "did you mean Europe/Berlin or "),
    (["--zone", "Asia/Beijing"], "no time zone is called 'Asia/Beijing'; did you mean Asia/Shanghai?"),
    (["--zone", "UTC+8"], "did you mean Asia/Shanghai?"),
    (["--mail-language", "fr"], "no language is called 'fr'"),
]


class Typed:
    """Run commands of one installation in this process, as they are typed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch, self.capsys = monkeypatch, capsys

    def __call__(self, *arguments: str, code: int = 0) -> tuple[str, str]:
        """Return what `tracker alerts ...` prints as result and as error; `code` is the expected exit code."""
        self.monkeypatch.setattr("sys.argv", ["tracker", "alerts", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        said, complained = self.capsys.readouterr()
        assert (ended.value.code or 0) == code, said + complained
        return said, complained

    def json(self, *arguments: str) -> Any:
        """Return what it prints for programs."""
        return json.loads(self(*arguments, "--format", "json")[0])


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Typed:
    """An installation with its own database."""
    make_database(tmp_path / "tracker.db")
    monkeypatch.setenv("TRACKER_DATABASE", f"sqlite:///{tmp_path / 'tracker.db'}")
    monkeypatch.chdir(tmp_path)
    return Typed(monkeypatch, capsys)


@pytest.mark.parametrize(
    ("command", "complaint"),
    [
        (["add", ""], "'' is not an e-mail address"),
        (["add", "", "--channel", "file"], "a folder has a name; write one, such as ./mails"),
        (["add", " ", "--channel", "maildir"], "a folder has a name"),
        (["preview", ""], "'' is not an e-mail address"),
        (["add", "~nosuchuser/x", "--channel", "file"], "there is no such user; write the name of a folder"),
        (["add", "~nosuchuser/x", "--channel", "maildir"], "there is no such user"),
        (["add", "x" * 5000, "--channel", "file"], f"'{'x' * 80}' is too long for the name of a folder"),
        (["add", "x/" * 2500, "--channel", "file"], "is too long for the name of a folder"),
        (["add", "x" * 256, "--channel", "maildir"], "is too long for the name of a folder"),
        (
            ["add", "mails\udcff", "--channel", "file"],
            "the recipient's address 'mails\\udcff' contains invalid characters",
        ),
        (
            ["add", "a@example.org", "--note", "\udcff"],
            "the note '\\udcff' contains invalid characters; write it in UTF-8",
        ),
        (["release", "nobody@example.org"], "no recipient is called 'nobody@example.org'"),
        (["release", "5"], "to resume a paused alert, run `tracker alerts unpause 5`"),
        (
            ["add", "http://127.0.0.1:1/x", "--channel", "webhook"],
            "127.0.0.1 is not a public address; name a public one, or set TRACKER_WEBHOOK_PRIVATE=true",
        ),
        (["add", "https://LocalHost/x", "--channel", "webhook"], "localhost is not a public address"),
        (["add", "http://[::1]/x", "--channel", "webhook"], "::1 is not a public address"),
        (["add", "a@example.org", "--name", "\ud800"], "the name '\\ud800' contains invalid characters"),
        (["check", "--since", "1h", "--until", "2d"], "--until 2d is not shorter than --since 1h, so no time is left"),
        (["check", "--since", "60m"], "--until 1h is not shorter than --since 60m, so no time is left to check"),
        (["check", "--since", "²d"], "'²d' is not a length of time; write 2d, 36h or 90m"),
        (["check", "--since", "9" * 5000 + "d"], "is not a length of time"),
    ],
    ids=lambda value: str(value)[:60].encode(errors="replace").decode() if isinstance(value, list) else "",
)
def test_bad_input_gets_one_line(typed: Typed, command: list[str], complaint: str) -> None:
    said, told = typed(*command, code=2)
    assert not said
    assert complaint in told
    assert told.startswith("tracker: ")
    assert told.count("\n") == 1


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("http://127.0.0.1:1/x", "true"),
        ("https://hooks.example.org/x", "false"),
        ("https://10.example.org/x", "false"),
        ("https://8.8.8.8/x", "false"),
    ],
)
def test_a_webhook_may_be_private_if_the_setting_allows_it(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, address: str, allowed: str
) -> None:
    monkeypatch.setenv("TRACKER_WEBHOOK_PRIVATE", allowed)
    typed("add", address, "--channel", "webhook", "--initiative", "ai-plus")


@pytest.mark.parametrize("command", [["log", "--announcement"], ["pause"], ["edit"], ["unpause"], ["remove"]], ids=str)
@pytest.mark.parametrize("number", ["2147483648", "9" * 20])
def test_a_number_that_no_row_can_have_is_refused(typed: Typed, command: list[str], number: str) -> None:
    assert "Invalid value" in typed(*command, number, code=2)[1]


def test_a_change_is_held_to_what_an_alert_is(typed: Typed) -> None:
    typed("add", "reader@example.org", "--initiative", "ai-plus")
    assert "the note '\\udcff' contains invalid characters" in typed("edit", "1", "--note", "\udcff", code=2)[1]


@pytest.mark.parametrize("channel", ["file", "maildir"])
def test_a_folder_is_kept_by_its_whole_name(typed: Typed, tmp_path: Path, channel: str) -> None:
    said, _ = typed("add", "./mails", "--channel", channel, "--initiative", "ai-plus")
    assert said == f"alert 1 reports to {tmp_path / 'mails'} at once: AI Plus\n"
    assert [row["recipient"] for row in typed.json("list")] == [str(tmp_path / "mails")]
    assert [row["address"] for row in typed.json("recipients")] == [str(tmp_path / "mails")]
    assert typed("resume", "./mails")[0] == "./mails was not suspended or waiting\n"


@pytest.mark.parametrize(("options", "complaint"), REFUSED, ids=[" ".join(options)[:40] for options, _ in REFUSED])
@pytest.mark.parametrize("command", [["add", "reader@example.org"], ["preview"]], ids=["add", "preview"])
def test_what_could_match_nothing_is_refused_in_one_line(
    typed: Typed, command: list[str], options: list[str], complaint: str
) -> None:
    said, told = typed(*command, *options, code=2)
    assert not said
    assert told.startswith("tracker: ")
    assert complaint in told
    assert told.count("\n") == 1


def test_a_source_that_is_disabled_brings_nothing(config: Config) -> None:
    disabled = next(source.id for source in config.sources.values() if not source.enabled)
    assert "is disabled, so it yields nothing" in problems(Rule(sources=("miit", disabled)), config)[0]


@pytest.mark.parametrize(
    ("rule", "everything"),
    [
        (Rule(), True),
        (Rule(languages=("zh", "en")), True),
        (Rule(languages=("zh",)), False),
        (Rule(act_at_least="progress"), False),
        (Rule(incidents=True), False),
        (Rule(finds=True), False),
        (Rule(changes=("state",)), False),
        (Rule(words=("低空",)), False),
    ],
)
def test_a_rule_that_matches_everything_is_known(config: Config, rule: Rule, everything: bool) -> None:
    assert asks_nothing(rule) is everything
    assert problems(rule, config) == []


def test_a_rule_that_matches_everything_is_reported_and_accepted(typed: Typed) -> None:
    said, told = typed("add", "reader@example.org", "--confirmed")
    assert told == "tracker: this rule has no filter, so it matches every announcement\n"
    assert said == "alert 1 reports to reader@example.org at once: every announcement\n"


def test_an_alert_is_listed_as_it_was_asked_for(typed: Typed) -> None:
    asked = ["--initiative", "ai-plus", "--words", '"solid state" 电池', "--figures", "--stronger", "--tier", "primary"]
    when = ["--rate", "weekly", "--weekday", "Fri", "--hour", "9", "--zone", "Europe/Berlin", "--quiet", "22-7"]
    typed("add", "reader@example.org", *asked, *when, "--note", "for the report")
    (row,) = typed.json("list")
    assert row["when"] == "every Friday at 9:00, Europe/Berlin, quiet from 22:00 to 7:00"
    assert {name: value for name, value in row["rule"].items() if value} == {
        "act_at_least": "mentioned",
        "initiatives": ["ai-plus"],
        "tier": "primary",
        "words": ["solid state", "电池"],
        "changes": ["stronger", "figures"],
    }
    assert (row["note"], row["weekday"]) == ("for the report", 4)


CHANGED = {
    ("--quiet", "none", "--most", "0", "--note", "x"): (
        "is changed: note from none to 'x', quiet from 22-7 to none, most from 3 to the default; it reports at once"
    ),
    ("--rate", "weekly", "--weekday", "sunday", "--name", "Six"): (
        "is changed: rate from immediate to weekly, name from 'AI Plus' to 'Six', weekday from monday to sunday; "
        "it reports every Sunday at 8:00, Asia/Shanghai"
    ),
    ("--mail-language", "zh"): "is changed: mail language from en to zh",
    ("--mail-language", "zh", "--hour", "8"): "is unchanged: it had these values before",
}
"""What `edit` says, by its options, in this order."""


def test_an_alert_can_be_changed_paused_unpaused_and_removed(typed: Typed) -> None:
    typed("add", "reader@example.org", "--initiative", "ai-plus", "--quiet", "22-7", "--most", "3")
    assert typed.json("list")[0]["when"] == (
        "at once, quiet from 22:00 to 7:00, Asia/Shanghai, mails of one story a day: at most 3"
    )
    for options, told in CHANGED.items():
        assert typed("edit", "1", *options)[0] == f"alert 1 {told}\n"
    assert typed("unpause", "1")[0] == "alert 1 was not paused\n"
    assert typed("pause", "1")[0] == "alert 1 is paused\n"
    assert typed("pause", "1")[0] == "alert 1 was paused before\n"
    (row,) = typed.json("list")
    assert (row["name"], row["note"]) == ("Six", "x")
    assert row["when"] == f"every Sunday at 8:00, Asia/Shanghai, paused since {beijing_today()}"
    assert typed("unpause", "1")[0] == "alert 1 is resumed\n"
    assert "paused" not in typed.json("list")[0]["when"]
    typed("remove", "1")
    assert typed.json("list") == []


@pytest.mark.parametrize(
    ("command", "complaint"),
    [
        (["edit", "1"], "no change is given"),
        (["edit", "1", "--rate", "daily", "--quiet", "7-9"], "the hour 8 lies within"),
        (["edit", "1", "--rate", "daily", "--most", "3"], "only to immediate alerts"),
        (["edit", "1", "--weekday", "someday"], "no weekday is called 'someday'; did you mean"),
        (["edit", "1", "--weekday", "sunday"], "--weekday is for the rate weekly, and the rate is immediate"),
        (
            ["edit", "1", "--rate", "daily", "--weekday", "sunday"],
            "--weekday is for the rate weekly, and the rate is daily",
        ),
        (["edit", "2", "--hour", "9"], "there is no alert 2"),
        (["pause", "2"], "there is no alert 2"),
        (["unpause", "2"], "there is no alert 2"),
        (["remove", "2"], "there is no alert 2"),
        (["edit", "1", "--hour", "9"], "--hour is for the rate daily, weekly or monthly, and the rate is immediate"),
        (["edit", "1", "--rate", "immediate", "--hour", "9"], "--hour is for the rate daily, weekly or monthly"),
    ],
)
def test_a_change_that_cannot_be_is_refused_in_one_line(typed: Typed, command: list[str], complaint: str) -> None:
    typed("add", "reader@example.org", "--initiative", "ai-plus")
    before = typed.json("list")
    said, told = typed(*command, code=2)
    assert not said
    assert complaint in told
    assert told.count("\n") == 1
    assert typed.json("list") == before


SAME = ["--initiative", "ai-plus", "--initiative", "six-g", "--act", "issued", "--words", "电池"]


@pytest.mark.parametrize(
    ("recipient", "more", "code", "told"),
    [
        (
            "reader@example.org",
            SAME,
            2,
            "alert 1 already reports the same to reader@example.org; `tracker alerts edit 1`",
        ),
        (
            "Reader@Example.org",
            [*SAME, "--note", "x", "--name", "y"],
            2,
            "alert 1 already reports the same to reader@example.org",
        ),
        ("reader@example.org", [*SAME[2:], *SAME[:2]], 2, "alert 1 already reports the same to reader@example.org"),
        ("reader@example.org", [*SAME, "--act", "issued"], 2, "already reports the same"),
        (
            "reader@example.org",
            [*SAME, "--rate", "weekly"],
            0,
            "alert 1 reports the same to reader@example.org, immediate\n",
        ),
        ("reader@example.org", SAME[2:], 0, ""),
        ("other@example.org", SAME, 0, ""),
    ],
)
def test_the_very_same_alert_is_not_taken_twice(
    typed: Typed, recipient: str, more: list[str], code: int, told: str
) -> None:
    typed("add", "reader@example.org", *SAME, "--confirmed")
    said, complained = typed("add", recipient, *more, "--confirmed", code=code)
    assert told in complained
    assert ("the same" in complained) is bool(told)
    assert len(typed.json("list")) == (1 if code else 2)
    assert bool(said) is (code == 0)


def test_an_hour_that_an_immediate_alert_does_not_use_makes_no_other_alert(typed: Typed) -> None:
    typed("add", "reader@example.org", *SAME, "--rate", "weekly", "--hour", "9", "--weekday", "friday")
    typed("edit", "1", "--rate", "immediate")
    assert "already reports the same" in typed("add", "reader@example.org", *SAME, code=2)[1]


def test_a_paused_alert_is_listed_and_one_that_ended_is_not(typed: Typed) -> None:
    typed("add", "reader@example.org", *SAME)
    typed("pause", "1")
    told = typed("add", "reader@example.org", *SAME, code=2)[1]
    assert "it is paused, and `tracker alerts unpause 1` resumes it; `tracker alerts edit 1` changes" in told
    typed("remove", "1")
    typed("add", "reader@example.org", *SAME)


def test_a_log_without_a_filter_may_be_empty(typed: Typed) -> None:
    assert typed.json("log") == []
    said, told = typed("log", "--recipient", "nobody@example.org", code=1)
    assert (said, told.partition(";")[0]) == ("", "tracker: no recipient is called 'nobody@example.org'")
    said, told = typed("log", "--announcement", "9999", code=1)
    assert (said, told.partition(";")[0]) == ("", "tracker: there is no announcement 9999")


def test_a_log_of_one_who_has_got_nothing_is_empty(typed: Typed) -> None:
    typed("add", "reader@example.org", "--initiative", "ai-plus", "--confirmed")
    assert typed.json("log", "--recipient", "Reader@example.org") == []


def test_what_waits_moves_to_the_new_time(engine: Engine, config: Config) -> None:
    id_ = add_alert(engine, rate="monthly")
    announce(engine, config)
    announce(engine, config, cause="rule")
    with writing(engine) as session:
        edit(session, session.get_one(Alert, id_), NOON, rate="daily", hour=9)
    with reading(engine) as session:
        due = session.exec(select(Delivery.due_at).where(Delivery.state == "pending")).all()
    assert [f"{moment:%m-%d %H:%M}" for moment in due] == ["11-25 01:00"]


def test_a_preview_takes_every_option_of_add(typed: Typed, tmp_path: Path, config: Config) -> None:
    engine = sqlite(tmp_path / "tracker.db")
    announce(engine, config, at=now(), text="固态电池", language="zh")
    command = ["reader@example.org", "--initiative", "ai-plus", "--at-least", "launched", "--body", "state-council"]
    command += ["--source", "miit", "--tier", "primary", "--language", "zh", "--words", "电池", "--rate", "weekly"]
    command += ["--hour", "9", "--weekday", "tue", "--zone", "Europe/Berlin", "--quiet", "22-7", "--channel", "email"]
    command += ["--mail-language", "zh", "--note", "why", "--name", "what"]
    seen = typed.json("preview", *command)
    assert (seen["told"], seen["seen"]) == (1, 1)
    assert seen["samples"][0]["initiative"] == "ai-plus"
    assert seen["mails"]["weekly"] == {"alone": 0, "digests": 1}
    table, told = typed("preview", *command)
    assert "Opinions on the AI Plus" in table
    assert "mails at each rate: immediate 1, daily 1, weekly 1, monthly 1" in told
    assert typed.json("list") == []
    typed("add", *command)
    assert len(typed.json("list")) == 1
