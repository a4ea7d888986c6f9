"""Tests that text from pages and imports never controls a terminal or a spreadsheet."""

import csv
import io
import json
import re

import pytest
from rich.cells import cell_len
from sqlalchemy import inspect, text
from typer.testing import CliRunner

from db.connect import write
from tests.factories.databases import sqlite
from tests.processes.running import Tracker
from tests.processes.terminal import on_terminal
from tracker.alerts.compose.sanitize import clean
from tracker.cli.app import app
from tracker.text.printable import as_json, csv_cell, printable

HOSTILE = "\x1b]52;c;eA==\x07\x1b[31m\x9b31m\x9d0;x\x9c\r\x08\x7f\u061c\u200e\u200f\u202a\u202e\u2066\u2069"
STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
RECORD = {
    "id": "r-1",
    "url": "https://example.org/a",
    "title": f"=HYPERLINK({HOSTILE}) AI Plus",
    "published": "2025-08-26",
    "lang": "en",
    "text": "The State Council issued guidelines on the AI Plus initiative on Tuesday.",
}
FILLED = {
    "document": ("title", "publisher", "text"),
    "announcement": ("headline", "quote"),
    "mention": ("quote",),
    "alert": ("name", "note"),
    "crawl": ("reason",),
    "incident": ("reason",),
    "host": ("paused_by", "closed_by"),
    "inboundmail": ("subject", "sender", "note", "answer"),
    "lease": ("trouble",),
}
COMMANDS = (
    ("timeline", "ai-plus"),
    ("news", "--since", "2025-01-01", "--peek"),
    ("search", "AI"),
    ("deadlines",),
    ("explain", "1"),
    ("explain", "https://example.org/a"),
    ("diff", "https://example.org/a"),
    ("alerts", "preview", "--initiative", "ai-plus", "--days", "3660"),
    ("alerts", "mailbox", "--past"),
    ("extract", "r.html"),
    ("development", "ai-plus"),
    ("numbers",),
    ("discover",),
    ("health",),
    ("health", "--past"),
    ("sources",),
    ("initiatives",),
    ("initiatives", "check"),
    ("alerts", "list"),
    ("alerts", "log"),
    ("alerts", "check"),
    ("alerts", "recipients"),
    ("daemon", "--status"),
    ("show", "1"),
    ("show", "https://example.org/a"),
    ("analyze", "r.jsonl"),
)

LAID_OUT = ("timeline", "development", "numbers", "discover", "sources", "initiatives", "show")


@pytest.fixture(scope="module")
def tracker(tmp_path_factory: pytest.TempPathFactory) -> Tracker:
    """Return an installation in which every text comes from an attacker."""
    folder = tmp_path_factory.mktemp("hostile")
    tracker = Tracker(folder)
    (folder / "r.jsonl").write_text(json.dumps(RECORD) + "\n", encoding="utf-8")
    page = f"<title>AI Plus {HOSTILE}</title><h1>AI Plus {HOSTILE}</h1><p>{HOSTILE} China issued guidelines.</p>" * 3
    (folder / "r.html").write_text(page, encoding="utf-8")
    tracker.run("import", "r.jsonl")
    (folder / "r.2.jsonl").write_text(json.dumps(RECORD | {"title": "Another title"}) + "\n", encoding="utf-8")
    tracker.run("import", "r.2.jsonl")
    tracker.run("read")
    tracker.run("alerts", "add", "a@example.org", "--initiative", "ai-plus", "--confirmed")
    engine = sqlite(folder / "tracker.db")
    with write(engine) as connection:
        connection.execute(
            text("INSERT INTO crawl (source, started_at, ended_at, verdict, counts) VALUES (:s, :a, :a, 'down', '{}')"),
            [{"s": "miit", "a": f"2026-11-2{n} 00:00:00"} for n in (1, 2, 3)],
        )
        connection.execute(
            text("INSERT INTO incident (source, state, reason, began_at, opened_at) VALUES (:s, 'down', '', :a, :a)"),
            {"s": "miit", "a": "2026-11-21 00:00:00"},
        )
        connection.execute(
            text(
                "INSERT INTO host (name, crawl_delay, paused_until, closed_since) "
                "VALUES ('www.miit.gov.cn', 0, '2999-01-01 00:00:00', '2026-11-21 00:00:00')"
            )
        )
        for table, columns in FILLED.items():
            there = {column["name"] for column in inspect(engine).get_columns(table)}
            for column in there.intersection(columns):
                change = f"UPDATE {table} SET {column} = '=' || :h || coalesce({column}, '')"  # noqa: S608 - our own names
                connection.execute(text(change), {"h": HOSTILE})
    engine.dispose()
    return tracker


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_prints_what_steers_a_terminal(tracker: Tracker, command: tuple[str, ...]) -> None:
    folder = str(tracker.folder)
    wanted = [f"{folder}/{part}" if part.startswith("r.") else part for part in command]
    printed = {}
    for form in ("", "table", "text", "json", "jsonl", "csv", "yaml", "html", "markdown", "bibtex"):
        done = CliRunner(env=tracker.environment).invoke(app, [*wanted, *(("--format", form) if form else ())])
        assert not STEERS.search(done.output), (form, done.output)
        if done.exit_code in (0, 1) and isinstance(done.exception, SystemExit | None):
            printed[form] = done.stdout
    assert "" in printed
    laid_out = CliRunner(env={**tracker.environment, "COLUMNS": "80"}).invoke(app, wanted).output
    assert not STEERS.search(laid_out)
    assert max(map(cell_len, laid_out.splitlines()), default=0) <= 80 or command[0] not in LAID_OUT
    if "json" in printed:
        json.loads(printed["json"])
    rows = list(csv.reader(io.StringIO(printed.get("csv", ""))))
    assert not [cell for row in rows for cell in row if re.match(r"[=+@\t\r]|-\D", cell)]


def test_json_gives_back_what_a_page_said(tracker: Tracker) -> None:
    assert HOSTILE in tracker.json("show", "https://example.org/a")["title"]


def test_a_terminal_sees_what_would_have_steered_it_and_no_raw_page(tracker: Tracker) -> None:
    for command, seen in (
        (("timeline", "ai-plus"), b"\\x9c"),
        (("show", "https://example.org/a", "--page"), b"> FILE"),
    ):
        shown = on_terminal(tracker, *command)
        # Our own links (OSC 8) lead to web addresses, which contain nothing that ends them.
        shown = re.sub(rb"\x1b\]8;(?:id=[\d-]+)?;(?:https?://[!-~]+)?\x1b\\", b"", shown)
        assert seen in shown
        assert b"\x1b]" not in shown
        assert not re.search("[\x80-\x9f\u202a-\u202e]", shown.decode())


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\x9bb", "a\\x9bb"),
        ("a\u202eb", "a\\u202eb"),
        ("a\ud800b", "a\\ud800b"),
        ("one\n\ttwo", "one\n\ttwo"),
        ("工信部：“人工智能+”行动", "工信部：“人工智能+”行动"),
    ],
)
def test_what_steers_is_written_out(said: str, shown: str) -> None:
    assert printable(said) == shown
    assert json.loads(as_json(said)) == said
    assert not STEERS.search(as_json([said]))
    assert not STEERS.search(clean(said, 100))


@pytest.mark.parametrize(
    ("said", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\\x0d=1"),
        ("＝1+1", "'＝1+1"),
        ("-5", "-5"),
        ("+3.5", "+3.5"),
        ("-1,200.5%", "-1,200.5%"),
        ("2025-08-26", "2025-08-26"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(said: str, cell: str) -> None:
    assert csv_cell(said) == cell
