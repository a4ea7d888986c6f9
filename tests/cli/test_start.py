"""What a command imports before it does anything: no more than it asks with."""

import subprocess
import sys

import pytest
from typer.main import get_command

from tracker.cli.app import app
from tracker.cli.catalogue import COMMANDS

HEAVY = (
    *("alembic", "apscheduler", "bs4", "datasketch", "httpx", "lxml", "numpy", "opencc", "pydantic", "scipy"),
    *("scrapy", "sqlalchemy", "sqlmodel", "twisted", "yaml"),
)


def imported(code: str) -> set[str]:
    """Which heavy libraries a fresh process has imported after some code."""
    shown = f"import sys\n{code}\nprint(*[name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    done = subprocess.run([sys.executable, "-P", "-c", shown], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("words", [["--help"], ["--version"]])
def test_help_imports_nothing_heavy(words: list[str]) -> None:
    run = "from tracker.cli.app import main\ntry: main()\nexcept SystemExit: pass"
    assert imported(f"sys.argv = ['tracker', *{words!r}]\n{run}") == set()


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
