"""Tests names, days and acts as people type them, and what a shell completes."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from config import Config
from tests.cli.test_start import imported
from tracker.cli import completion, names, span
from tracker.cli.filters import Filters, chosen_acts
from tracker.cli.frame import Complaint, choice

TODAY = date(2026, 11, 30)
INITIATIVES = [
    ("ai-plus", "ai-plus"),
    ("AI Plus", "ai-plus"),
    ("ai+", "ai-plus"),
    ("AI＋", "ai-plus"),
    ("人工智能+", "ai-plus"),
    ("“人工智能＋”", "ai-plus"),
    ("AI plus Manufacturing", "ai-manufacturing"),
    ("six-g", "six-g"),
    ("6G", "six-g"),
    ("低空", "low-altitude-economy"),
    ("new industrialisation", "no initiative is called 'new industrialisation'; did you mean new-industrialization ("),
    ("智能", "'智能' may be more than one initiative: ai-plus (AI Plus · 人工智能+), "),
    ("人工只能+", "no initiative is called '人工只能+'; did you mean ai-plus (AI Plus · 人工智能+)"),
    ("x", "no initiative is called 'x'; choose from"),
    ("", "no initiative is called ''; choose from"),
    ("zzzzzz" * 50, "zz'; choose from"),
]
BODIES = [
    ("miit", "miit"),
    ("工信部", "miit"),
    ("MIIT", "miit"),
    ("国务院", "state-council"),
    ("State Council", "state-council"),
]
SOURCES = [("miit", "miit"), ("工信部", "miit"), ("国家能源局", "nea"), ("import", "import"), ("MIIT", "miit")]


def answer(found: object) -> str:
    """Return what a name means, or the complaint."""
    try:
        return str(found())  # type: ignore[operator]
    except Complaint as error:
        return str(error).replace("\n", "not one line")


@pytest.mark.parametrize(("typed", "means"), INITIATIVES)
def test_an_initiative_is_known_by_what_people_call_it(config: Config, typed: str, means: str) -> None:
    said = answer(lambda: names.initiative(typed, config))
    assert said == means if means in config.initiatives else means in said


@pytest.mark.parametrize(("typed", "means"), BODIES)
def test_a_body_is_known_by_what_people_call_it(config: Config, typed: str, means: str) -> None:
    assert answer(lambda: names.body(typed, config)) == means


@pytest.mark.parametrize(("typed", "means"), SOURCES)
def test_a_source_is_known_by_what_people_call_it(config: Config, typed: str, means: str) -> None:
    assert answer(lambda: names.source(typed, config, imported=True)) == means


def test_a_hint_says_how_many_names_it_leaves_out() -> None:
    known = [f"source-{n}" for n in range(10, 73)]
    assert answer(lambda: names.meant("qqqq", dict.fromkeys(known, ()), "source")).endswith("source-69 and 3 more")
    assert choice(known[:60]).endswith("source-68, source-69")


def test_every_declared_name_means_its_own(config: Config) -> None:
    for id_, one in config.initiatives.items():
        for name in (id_, one.names.en, one.names.zh):
            assert answer(lambda name=name: names.initiative(name, config)) == id_
    for id_, body in config.bodies.items():
        for name in (id_, body.name.en, body.name.zh):
            assert answer(lambda name=name: names.body(name, config)) == id_
    for id_, source in config.sources.items():
        for name in (id_, source.name.en, source.name.zh):
            said = answer(lambda name=name: names.source(name, config))
            assert said == id_ or f"{id_} (" in said


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-08", "2025-08-01", "2025-08-31"),
        ("2024-2", "2024-02-01", "2024-02-29"),
        ("2025-12", "2025-12-01", "2025-12-31"),
        ("2025-08-26", "2025-08-26", "2025-08-26"),
        ("today", "2026-11-30", "2026-11-30"),
        ("Yesterday", "2026-11-29", "2026-11-29"),
        ("1d", "2026-11-29", "2026-11-29"),
        ("7d", "2026-11-23", "2026-11-23"),
        ("2w", "2026-11-16", "2026-11-16"),
        ("２０２５－０８", "2025-08-01", "2025-08-31"),
        ("2025-13", "'2025-13' is not a month; write 7d", "'2025-13' is not a month; write 7d"),
        ("soon", "'soon' is not a day; write 7d, 2w, yesterday", "'soon' is not a day; write 7d, 2w, yesterday"),
        ("0000", "is not a day", "is not a day"),
        ("9999", "out of range", "out of range"),
        ("9999y", "out of range", "out of range"),
    ],
)
def test_days_are_read_as_people_write_them(typed: str, first: str, last: str) -> None:
    assert first in answer(lambda: span.since(typed, TODAY))
    assert last in answer(lambda: span.until(typed, TODAY))


def test_filters_say_what_is_wanted(config: Config) -> None:
    wanted = Filters(initiatives=["new-industrialization"], at_least="launched", tier="primary").wanted(config, TODAY)
    assert wanted.initiatives == ("new-industrialization", "new-industrialization-demo-zones")
    assert wanted.acts == ("issued", "launched")
    assert "miit" in wanted.sources
    assert "xinhua" not in wanted.sources
    media = Filters(tier="media").wanted(config, TODAY)
    assert (media.sources, "miit" in media.other_sources) == ((), True)
    both = Filters(sources=["xinhua"], tier="primary").wanted(config, TODAY)
    assert both.sources == ("",)
    with pytest.raises(Complaint, match="--since 2026 lies after --until 2025; swap them"):
        Filters(since="2026", until="2025").wanted(config, TODAY)


@pytest.mark.parametrize(
    ("acts", "at_least", "chosen"),
    [
        (None, None, "()"),
        (["issued"], None, "('issued',)"),
        (["mentioned", "issued"], None, "('issued', 'mentioned')"),
        (None, "designated", "('issued', 'launched', 'designated')"),
        (["mentioned", "issued"], "pledged", "('issued',)"),
        (["mentioned"], "pledged", "no act of mentioned is pledged or a stronger one"),
        (["enacted"], None, "no act is called 'enacted'"),
        (None, "issue", "no act is called 'issue'; did you mean issued?"),
    ],
)
def test_acts_mean_the_same_in_every_command(acts: list[str] | None, at_least: str | None, chosen: str) -> None:
    assert answer(lambda: chosen_acts(acts, at_least)).startswith(chosen)


def test_completion_knows_every_declared_name(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRACKER_CONFIG", raising=False)
    known = {
        completion.initiatives: {id_: (one.names.en, one.names.zh) for id_, one in config.initiatives.items()},
        completion.sources: {id_: (one.name.en, one.name.zh) for id_, one in config.sources.items()},
        completion.bodies: {id_: (one.name.en, one.name.zh) for id_, one in config.bodies.items()},
    }
    for complete, declared in known.items():
        assert {id_ for id_, _ in complete("")} == set(declared)
        for id_, (en, zh) in declared.items():
            assert dict(complete(id_))[id_] == f"{en} · {zh}"
            assert zh in dict(complete(zh)) or id_ in dict(complete(zh))


def test_completion_knows_an_overlay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = "my-own:\n  names:\n    en: My own\n    zh: 自己的\n  en: [my own]\n  zh: [自己的]\n"
    (tmp_path / "initiatives.yaml").write_text(own, encoding="utf-8")
    monkeypatch.setenv("TRACKER_CONFIG", str(tmp_path))
    assert ("my-own", "My own · 自己的") in completion.initiatives("my")
    assert ("自己的", "my-own") in completion.initiatives("自己")


SHELLS = {
    "bash": {"COMP_WORDS": "tracker {words}", "COMP_CWORD": "{last}"},
    "zsh": {"_TYPER_COMPLETE_ARGS": "tracker {words}"},
    "fish": {"_TYPER_COMPLETE_ARGS": "tracker {words}", "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
}


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("timel", "timeline"),
        ("timeline low-alt", "low-altitude-economy"),
        ("timeline 人工智", "人工智能+"),
        ("news --body state-c", "state-council"),
        ("search x --act desig", "designated"),  # codespell:ignore desig
        ("crawl ne", "nea"),
    ],
)
def test_shells_complete(shell: str, words: str, completed: str) -> None:
    variables = {name: value.format(words=words, last=len(words.split())) for name, value in SHELLS[shell].items()}
    done = subprocess.run(
        [sys.executable, "-P", "-c", "from tracker.cli.app import app; app(prog_name='tracker')"],
        env={**os.environ, **variables, "_TRACKER_COMPLETE": f"complete_{shell}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert completed in done.stdout, done.stderr


@pytest.mark.parametrize("words", ["timeline low-alt", "news --body sta", "search x --source mi", "crawl ne", "tim"])
def test_completion_imports_nothing_heavy(words: str) -> None:
    environment = {
        "_TRACKER_COMPLETE": "complete_bash",
        "COMP_WORDS": f"tracker {words}",
        "COMP_CWORD": str(len(words.split())),
    }
    run = "from tracker.cli.app import app\ntry: app(prog_name='tracker')\nexcept SystemExit: pass"
    # Typer itself reads a shell's request with pydantic.
    assert imported(f"import os\nos.environ |= {environment!r}\n{run}") <= {"pydantic"}
