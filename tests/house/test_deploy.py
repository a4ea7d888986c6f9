"""Tests the deployment as far as possible without an engine for containers or a systemd."""

import json
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from config.settings import Settings
from tests.cli.commands import is_command
from tests.lacking import cannot_run

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted(DEPLOY.glob("*.service"))
CONTAINER = (DEPLOY / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")


def instructions(name: str) -> list[str]:
    """What stands after an instruction of the Containerfile, each time that it occurs."""
    return re.findall(rf"^{name}\s+(.*)$", CONTAINER, re.MULTILINE)


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_understands_a_unit(unit: Path, tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        cannot_run("no systemd-analyze; install the Debian package `systemd`")
    text = unit.read_text(encoding="utf-8")
    (tmp_path / unit.name).write_text(text.replace("/opt/tracker/bin/tracker", sys.executable), encoding="utf-8")
    check = ["systemd-analyze", "verify", "--recursive-errors=no", str(tmp_path / unit.name)]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_timer_has_its_service_and_a_time() -> None:
    for timer in DEPLOY.glob("*.timer"):
        assert timer.with_suffix(".service") in UNITS
        text = timer.read_text(encoding="utf-8")
        (when,) = re.findall(r"^OnCalendar=(.*)$", text, re.MULTILINE)
        if shutil.which("systemd-analyze"):
            subprocess.run(["systemd-analyze", "calendar", when], capture_output=True, check=True)


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_starts_a_command_of_ours(unit: Path) -> None:
    (line,) = re.findall(r"^ExecStart=/opt/tracker/bin/tracker (.*)$", unit.read_text(encoding="utf-8"), re.MULTILINE)
    assert is_command(shlex.split(line))


def test_the_container_is_made_of_what_is_there() -> None:
    copied = [words for line in instructions("COPY") if "--from" not in line for words in [line.split()]]
    assert copied
    for *sources, _ in copied:
        for source in sources:
            assert (ROOT / source).exists(), source
    packages = re.search(
        r"\[tool.hatch.build.targets.wheel\]\npackages = (\[.*\])", (ROOT / "pyproject.toml").read_text()
    )
    assert packages
    assert set(json.loads(packages[1])) <= {words[0] for words in copied}


def test_the_container_s_commands_are_shell_and_its_own_are_ours() -> None:
    for line in instructions("RUN"):
        assert subprocess.run(["sh", "-n", "-c", line], check=False).returncode == 0, line
    (entry,), (command,) = (instructions(name) for name in ("ENTRYPOINT", "CMD"))
    assert json.loads(entry) == ["tracker"]
    assert is_command(json.loads(command))
    (check,) = instructions("HEALTHCHECK")
    first, *words = json.loads(check.partition("CMD ")[2])
    assert first == "tracker"
    assert is_command(words)
    assert instructions("USER") == ["10001:10001"]


def test_the_container_s_versions_are_those_that_the_tests_ran_with() -> None:
    tested, shipped = (
        dict(re.findall(r"^([\w.-]+)(?:\[.*?\])?==(\S+)", file.read_text(encoding="utf-8"), re.MULTILINE))
        for file in (ROOT / "requirements.lock", DEPLOY / "requirements.lock")
    )
    building = {"hatchling", "packaging", "pathspec", "pluggy", "tomlkit", "trove-classifiers"}
    assert {name: shipped[name] for name in shipped.keys() - building} == {
        name: tested.get(name) for name in shipped.keys() - building
    }
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(one for more in project["optional-dependencies"].values() for one in more)]
    # Names as PEP 503 compares them.
    names = {re.sub(r"[-_.]+", "-", re.split(r"[<>=\[ ;]", one)[0]).lower() for one in wanted}
    assert names <= shipped.keys()


def test_the_services_of_compose_are_commands() -> None:
    composed = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    for service in composed["services"].values():
        assert is_command(service.get("command", ["daemon"]))
        assert "data:/data" in service["volumes"]


@pytest.mark.parametrize(("service", "unit"), [("daemon", "tracker.service"), ("serve", "tracker-serve.service")])
def test_a_container_may_use_what_its_unit_may(service: str, unit: str) -> None:
    composed = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"][service]
    bounds = dict(
        re.findall(r"^(MemoryMax|TasksMax)=(\S+)$", (DEPLOY / unit).read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert bounds == {"MemoryMax": composed["mem_limit"].upper(), "TasksMax": str(composed["pids_limit"])}


def test_the_example_s_settings_are_settings() -> None:
    named = re.findall(r"^#? ?(TRACKER_\w+)=", (DEPLOY / "tracker.env.example").read_text(), re.MULTILINE)
    assert {name.removeprefix("TRACKER_").lower() for name in named} <= Settings.model_fields.keys()
