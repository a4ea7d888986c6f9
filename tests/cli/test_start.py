"""Tests what a command imports before it does anything: no more than it needs."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

import config
from tests.factories.databases import make_database
from tests.processes.running import Tracker
from tracker.cli.app import app
from tracker.cli.catalogue import COMMANDS

HEAVY = (
    *("alembic", "apscheduler", "bs4", "datasketch", "httpx", "lxml", "numpy", "opencc", "pydantic", "scipy"),
    *("scrapy", "sqlalchemy", "sqlmodel", "twisted", "yaml", "parsel", "w3lib"),
    *("db.models.alerts", "db.models.sending", "sqlalchemy.dialects.postgresql"),
)


def imported(code: str, environment: dict[str, str] | None = None) -> set[str]:
    """Return which heavy libraries and tables of ours a fresh process has imported after running some code."""
    shown = f"import sys\n{code}\nprint(*[name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    command = [sys.executable, "-P", "-c", shown]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return set(done.stderr.splitlines()[-1].split())


def run(words: list[str]) -> str:
    """Return code that runs a command."""
    main = "from tracker.cli.app import main\ntry: main()\nexcept SystemExit: pass"
    return f"sys.argv = ['tracker', *{words!r}]\n{main}"


@pytest.mark.parametrize("words", [["--help"], ["--version"]])
def test_help_imports_nothing_heavy(words: list[str]) -> None:
    assert imported(run(words)) == set()


@pytest.mark.parametrize("words", [["timeline", "ai-plus"], ["timeline", "ai-plus", "--format", "json"]])
def test_a_query_imports_what_it_asks_with(words: list[str], tmp_path: Path) -> None:
    make_database(tmp_path / "tracker.db")
    environment = Tracker(tmp_path).environment
    # Validated declarations are cached, so that no other process reads them from YAML.
    config.load()
    assert imported(run(words), environment) == {"pydantic", "sqlalchemy", "sqlmodel"}


def test_reading_with_nothing_to_do_loads_no_parser(tmp_path: Path) -> None:
    make_database(tmp_path / "tracker.db")
    never = {"alembic", "apscheduler", "bs4", "httpx", "lxml", "numpy", "scrapy", "twisted", "yaml", "parsel"}
    assert imported(run(["read"]), Tracker(tmp_path).environment) & never == set()


@pytest.mark.parametrize(
    ("module", "never"),
    [
        ("tracker.pipeline.read", {"scrapy", "twisted", "numpy", "scipy", "httpx", "apscheduler", "datasketch"}),
        ("tracker.pipeline.analyze", {"scrapy", "twisted", "numpy", "scipy", "httpx", "apscheduler", "datasketch"}),
        ("tracker.views.timeline", {"scrapy", "twisted", "numpy", "scipy", "httpx", "opencc", "bs4", "alembic"}),
        ("tracker.archive", {"scrapy", "twisted", "numpy", "scipy", "httpx", "apscheduler"}),
        ("tracker.cli.timeline", {"scrapy", "twisted", "numpy", "httpx", "opencc", "bs4", "alembic"}),
    ],
)
def test_a_module_imports_only_what_it_asks_with(module: str, never: set[str]) -> None:
    assert imported(f"import {module}") & never == set()


def test_the_summaries_are_those_of_the_commands() -> None:
    commands = get_command(app).commands  # type: ignore[attr-defined]
    told = {name: " ".join(commands[name].help.split("\n\n")[0].split()) for name in commands}
    assert {name: summary for name, (_, summary) in COMMANDS.items()} == told
