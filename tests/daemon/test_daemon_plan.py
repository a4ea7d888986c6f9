"""Tests the daemon's plan: rhythms in Beijing time, when a step is due, how problems are logged, new declarations."""

import json
import signal
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from queue import SimpleQueue
from threading import Event
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import SQLModel

from config import Config, Settings
from config.schema.source import Manners
from db import tables
from db.connect import write
from db.models import load, now
from db.queries.leases import alive, claims
from db.store import leases
from tests.cli.commands import is_command
from tests.factories.announcements import add_alert, announce
from tests.processes.daemons import Daemon, daemon, enable, put_off, wait_for
from tests.processes.running import Tracker
from tests.sizes import POSTGRESQL_BY_NIGHT
from tracker.daemon.alarms import Alarms
from tracker.daemon.declarations import Declarations, Unplanned
from tracker.daemon.look import AT_ONCE, HEAD_START, look
from tracker.daemon.plan import SEND, STEPS, steps_of
from tracker.daemon.rhythm import every
from tracker.daemon.step import Step, step_of
from tracker.daemon.tell import tell_machines, tell_people
from tracker.daemon.troubles import Troubles

NOON = datetime(2026, 11, 24, 4, tzinfo=UTC)
LEASE = timedelta(minutes=5)
BEIJING_MOMENTS = [
    (datetime(2026, 11, 24, 0, 0, tzinfo=UTC), 30, "8 h on a Tuesday"),
    (datetime(2026, 11, 24, 11, 59, tzinfo=UTC), 30, "shortly before 20 h"),
    (datetime(2026, 11, 24, 12, 0, tzinfo=UTC), 240, "20 h"),
    (datetime(2026, 11, 23, 23, 59, tzinfo=UTC), 240, "shortly before 8 h"),
    (datetime(2026, 11, 28, 4, 0, tzinfo=UTC), 240, "a Saturday"),
    (datetime(2025, 10, 1, 4, 0, tzinfo=UTC), 240, "the National Day"),
    (datetime(2025, 9, 28, 4, 0, tzinfo=UTC), 30, "a Sunday that makes up for a holiday"),
]


@pytest.mark.parametrize(("at", "minutes", "why"), BEIJING_MOMENTS, ids=[why for *_, why in BEIJING_MOMENTS])
def test_offices_are_asked_more_often_by_day(at: datetime, minutes: int, why: str) -> None:
    assert every(Manners(every=30, nights=240), at) == timedelta(minutes=minutes)
    assert every(Manners(every=30), at) == timedelta(minutes=30)


def test_every_enabled_source_is_crawled_and_every_step_is_a_command(config: Config) -> None:
    steps = steps_of(config, Settings(), NOON)
    assert len(steps) == len({step.name for step in steps})
    assert {step.arguments[1] for step in steps if step.pool == "crawling"} == {
        source.id for source in config.sources.values() if source.enabled
    }
    for step in steps:
        assert is_command(step.arguments), step.name
        assert {*step.then} <= {step.name for step in steps}


def test_the_daemon_knows_the_tables_as_they_are() -> None:
    load()
    for light in (tables.lease, tables.delivery, tables.alert, tables.recipient, tables.page):
        columns = SQLModel.metadata.tables[light.name].columns
        for column in light.columns:
            assert type(column.type).__name__.replace("AutoString", "String") == type(
                columns[column.name].type
            ).__name__.replace("AutoString", "String"), column


READ = Step("read", ("read",), every=3600, again=120, seconds=60)
OTHER = replace(READ, name="other")


def moment(engine: Engine, step: Step, at: datetime) -> datetime | str | None:
    """Return when a step is to be tried; "late" if it is to be hastened."""
    with engine.connect() as connection:
        found = look(connection, [step], at, LEASE)
    return "late" if found.late else found.moments.get(step.name)


def finish(engine: Engine, at: datetime, seconds: float) -> None:
    """Let the step be done at a moment, and due so much later."""
    with write(engine) as connection:
        assert leases.claim(connection, "read", "one", at, LEASE)
        leases.finish(connection, "read", "one", began=at, at=at, due_at=at + timedelta(seconds=seconds))


def test_a_step_is_tried_when_it_is_due(engine: Engine) -> None:
    assert moment(engine, READ, NOON) == NOON, "nobody ever did it"
    finish(engine, NOON, 3600)
    hour, minute = timedelta(hours=1), timedelta(minutes=1)
    assert moment(engine, READ, NOON + minute) == NOON + hour
    assert moment(engine, replace(READ, every=600), NOON + minute) == "late", "the night is over"
    assert moment(engine, READ, NOON - 4 * minute) == NOON + hour, "another machine's clock"
    assert moment(engine, READ, NOON - 24 * hour) == "late", "the clock was put back"


def test_what_another_daemon_does_is_tried_when_its_lease_runs_out(engine: Engine) -> None:
    with write(engine) as connection:
        leases.claim(connection, "read", "other", NOON, LEASE)
    assert moment(engine, READ, NOON) == NOON + LEASE
    before = NOON - timedelta(days=1)
    with write(engine) as connection:
        leases.hasten(connection, "read", before)
    assert moment(engine, READ, before) == before, "the clock was put back"
    with write(engine) as connection:
        assert leases.claim(connection, "read", "one", before, LEASE)


def test_what_a_dead_daemon_has_left_comes_first(engine: Engine) -> None:
    with write(engine) as connection:
        leases.claim(connection, "read", "dead", NOON, LEASE)
    then = NOON + LEASE
    with engine.connect() as connection:
        moments = look(connection, [READ, OTHER], then, LEASE).moments
    assert moments == {"read": AT_ONCE, "other": then}
    with write(engine) as connection:
        assert leases.claim(connection, "read", "one", then, LEASE)
    assert moment(engine, READ, then) == then + LEASE


def test_daemons_share_the_steps_of_each_rhythm_evenly(engine: Engine) -> None:
    holders = ("one", "three", "two")
    every_step = [replace(READ, name=f"{every} {n}", every=every) for n in range(30) for every in (3600, 60, 900)]
    with write(engine) as connection:
        for holder in holders:
            leases.live(connection, holder, NOON, NOON + LEASE)
    first: dict[str, list[str]] = {}
    for holder in holders:
        with engine.connect() as connection:
            moments = look(connection, every_step, NOON, LEASE, holder).moments
        assert set(moments.values()) == {NOON, NOON + HEAD_START}, "the others run what is left over"
        first[holder] = [name for name, at in moments.items() if at == NOON]
    assert sorted(name for names in first.values() for name in names) == sorted(step.name for step in every_step)
    shares = [Counter(name.split()[0] for name in names) for names in first.values()]
    assert shares == [{"3600": 10, "60": 10, "900": 10}] * 3


def test_a_full_pool_takes_what_is_most_urgent_when_there_is_room() -> None:
    done, ended, begun, gate = SimpleQueue[str](), SimpleQueue[str](), Event(), Event()
    alarms = Alarms(lambda name, _: ended.put(name))

    def work(name: str) -> tuple[Callable[[], object], str]:
        return (lambda: (begun.set(), gate.wait(30), done.put(name)), "reading")

    try:
        alarms.set({"first": NOON}, {"first": work("first")})
        wait_for(begun.is_set)
        others = {"late": now(), "urgent": AT_ONCE, "later": now()}
        alarms.set(others, {name: work(name) for name in others})
        wait_for(lambda: not alarms._clock.get_jobs())
        gate.set()
        assert [ended.get(timeout=30), done.get(timeout=30)] == ["first", "first"]
        assert done.empty(), "what was refused waits for the next look"
        alarms.set(others, {name: work(name) for name in others})
        assert done.get(timeout=30) == "urgent"
    finally:
        gate.set()
        alarms.end()


def test_sending_is_tried_when_there_is_something_to_send(engine: Engine, config: Config) -> None:
    assert moment(engine, SEND, NOON) is None
    with write(engine) as connection:
        leases.claim(connection, "send", "one", NOON - LEASE, LEASE)
        later = NOON + timedelta(seconds=SEND.every)
        leases.finish(connection, "send", "one", began=NOON - LEASE, at=NOON, due_at=later)
    assert moment(engine, SEND, NOON) is None, "no alarm for nothing"
    with write(engine) as connection:
        leases.hasten(connection, "send", NOON - timedelta(seconds=1))
    add_alert(engine)
    announce(engine, config, at=NOON)
    assert moment(engine, SEND, NOON - timedelta(seconds=1)) is None
    assert moment(engine, SEND, NOON) == NOON


def test_a_daemon_is_alive_until_it_is_missed(engine: Engine) -> None:
    later = NOON + timedelta(minutes=3)
    for holder in ("one", "two"):
        with write(engine) as connection:
            leases.live(connection, holder, NOON, later)
    with write(engine) as connection:
        leases.leave(connection, "two")
        assert alive(claims(connection).values(), NOON) == ["one"]
        assert alive(claims(connection).values(), later) == []


def test_a_step_survives_json() -> None:
    for step in STEPS:
        assert step_of({**vars(step), "arguments": [*step.arguments], "then": [*step.then], "more": 1}) == step


def test_a_problem_of_many_is_logged_once() -> None:
    told: list[dict[str, Any]] = []
    troubles = Troubles(lambda **facts: told.append(facts))
    for whose in ("one", "two", "one"):
        troubles.begin("full", whose, said="no room")
    assert told == [{"said": "no room"}]
    assert troubles.end("one") == ""
    assert troubles.end("two", quiet=60) == "", "it was seen a moment ago"
    assert troubles.end("two").startswith("3 times since")
    assert "full" not in troubles
    troubles.begin("full", "gone", said="again")
    troubles.keep(["two"])
    assert "full" not in troubles


@pytest.fixture
def running(tmp_path: Path, config: Config, database_url: str) -> Iterator[Daemon]:
    """A daemon that watches one source, which does not answer."""
    enable(tmp_path, config, ("nea",))
    settings = {"TRACKER_CONFIG": str(tmp_path / "config"), "TRACKER_REPLICA": "http://127.0.0.1:9"}
    put_off(database_url)
    with daemon(Tracker(tmp_path, settings, database_url)) as running:
        running.wait_for("daemon", "started")
        yield running


@POSTGRESQL_BY_NIGHT
def test_declarations_are_taken_when_they_are_good(running: Daemon, tmp_path: Path, config: Config) -> None:
    running.wait_for("crawl:nea", "failed")
    broken = tmp_path / "config" / "sources" / "nea.yaml"
    broken.write_text("id: nea\nnmae: {en: x}\n")
    for _ in range(2):
        running.process.send_signal(signal.SIGHUP)
        running.wait_for("plan", "failed")
    (failed,) = running.said("plan", "failed")
    assert f"{broken}:2" in failed["said"]
    assert "did you mean 'name'" in failed["said"]
    # The daemon checks by itself, too: it finds nothing valid before the last of the two is written, which is nea.
    enable(tmp_path, config, ("nea", "csrc"))
    running.process.send_signal(signal.SIGHUP)
    running.wait_for("plan", "ok")
    (ok,) = running.said("plan", "ok")
    assert (ok["new"], ok["gone"]) == ("crawl:csrc", "")
    running.wait_for("crawl:csrc", "failed")
    enable(tmp_path, config, ("csrc",))
    running.process.send_signal(signal.SIGHUP)
    running.wait_for("plan", "ok", 2)
    assert running.said("plan", "ok")[1]["gone"] == "crawl:nea"
    running.end()


def test_a_declaration_with_a_wrong_name_is_not_missed(tmp_path: Path, config: Config) -> None:
    enable(tmp_path, config, ())
    folder = tmp_path / "config"
    (folder / "sources" / "nea.yaml").rename(folder / "sources" / "nea.yml")
    declarations = Declarations(Tracker(tmp_path, {"TRACKER_CONFIG": str(folder)}).environment)
    with pytest.raises(Unplanned, match=rf"^tracker: {folder}/sources/nea\.yml: .* did you mean nea\.yaml\?") as raised:
        declarations.plan(lambda: True)
    assert raised.value.broken


def test_the_daemon_loads_neither_models_nor_declarations() -> None:
    loaded = "import sys, tracker.daemon.__main__; print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.split()
    assert not {"pydantic", "sqlmodel", "yaml", "alembic", "db.models"} & {*found}


def test_systemd_hears_of_a_daemon_that_is_ready_alive_and_stopping(tmp_path: Path, config: Config) -> None:
    enable(tmp_path, config, ())
    tracker = Tracker(tmp_path, {"TRACKER_CONFIG": str(tmp_path / "config")})
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.bind(str(tmp_path / "notify"))
        line.settimeout(60)
        with daemon(tracker, NOTIFY_SOCKET=str(tmp_path / "notify")) as running:
            heard = [line.recv(100).decode() for _ in range(2)]
            running.end()
        heard.append(line.recv(100).decode())
        while heard[-1] == "WATCHDOG=1":
            heard.append(line.recv(100).decode())
    assert [heard[0], heard[1], heard[-1]] == ["READY=1", "WATCHDOG=1", "STOPPING=1"]


@POSTGRESQL_BY_NIGHT
def test_the_status_shows_which_daemons_live_and_what_is_wrong(
    running: Daemon, tmp_path: Path, database_url: str
) -> None:
    running.wait_for("crawl:nea", "failed")
    tracker = Tracker(tmp_path, {"TRACKER_CONFIG": str(tmp_path / "config")}, database_url)
    found = tracker.json("daemon", "--status")
    assert len(found["daemons"]) == 1
    assert next(step["trouble"] for step in found["steps"] if step["name"] == "crawl:nea").startswith("nea: down")
    (one,) = found["running"]
    assert one["daemon"] == found["daemons"][0]
    assert datetime.fromisoformat(one["heartbeat_at"]) > now() - timedelta(minutes=1)
    assert f"{one['daemon']}: heartbeat " in tracker.run("daemon", "--status").stdout
    assert "1 daemon is running" in tracker.run("health", code=None).stdout
    running.end()
    assert "no daemon is running" in tracker.run("daemon", "--status", code=1).stdout
    assert "no daemon is running" in tracker.run("health", code=None).stdout


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"TRACKER_DATABASE": "nonsense"}, "not a database URL"),
        ({"TRACKER_LEASE_SECONDS": "soon"}, "TRACKER_LEASE_SECONDS"),
        ({"TRACKER_CONFIG": "/nowhere"}, "/nowhere: TRACKER_CONFIG names no folder"),
        ({"TRACKER_SETTINGS": "/nowhere.toml"}, "/nowhere.toml: TRACKER_SETTINGS names no file"),
    ],
)
def test_a_daemon_that_cannot_begin_says_why(tmp_path: Path, settings: dict[str, str], told: str) -> None:
    for once in ((), ("--once",)):
        done = Tracker(tmp_path, settings).run("daemon", *once, code=2)
        assert told in done.stderr
        assert done.stderr.count("\n") == 1


def test_steps_that_end_at_once_have_a_line_each(capfd: pytest.CaptureFixture[str]) -> None:
    with ThreadPoolExecutor(8) as steps:
        list(steps.map(lambda size: tell_machines(step="crawl", outcome="ok", said="x" * size), range(2000)))
    lines = capfd.readouterr().out.splitlines()
    assert sorted(len(json.loads(line)["said"]) for line in lines) == list(range(2000))


def test_a_line_for_people_begins_with_its_moment_in_utc(capsys: pytest.CaptureFixture[str]) -> None:
    tell_people(step="read", outcome="ok", code=0, said="")
    moment, rest = capsys.readouterr().out.split(" read ", 1)
    assert abs(datetime.strptime(moment, "%Y-%m-%d %H:%M:%S%z") - datetime.now(UTC)) < timedelta(minutes=5)
    assert rest == "ok code=0\n"
