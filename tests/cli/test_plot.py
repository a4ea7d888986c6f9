"""Tests `--plot`: what is written where, and what is refused before any query."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from tests.contract.stored import installation
from tests.processes.running import Tracker

COMMANDS = {
    "timeline": ("timeline", "ai-plus", "low-altitude-economy"),
    "news": ("news", "--since", "2020"),
    "development": ("development", "low-altitude-economy"),
    "compare": ("compare", "ai-plus", "low-altitude-economy"),
}


@pytest.fixture(scope="module")
def tracker(tmp_path_factory: pytest.TempPathFactory) -> Tracker:
    """Return an installation that has announced something."""
    return installation(tmp_path_factory.mktemp("plotted"))


@pytest.mark.parametrize("words", COMMANDS.values(), ids=list(COMMANDS))
def test_a_picture_goes_to_standard_output(tracker: Tracker, words: tuple[str, ...]) -> None:
    root = Xml.fromstring(tracker.run(*words, "--plot", "-").stdout)  # noqa: S314 - our own drawing
    marks = [one.get("class", "") for one in root.iter("{http://www.w3.org/2000/svg}path")]
    assert {"mark launched", "mark progress"} <= set(marks)


def test_a_file_is_written_in_the_format_of_its_name(tracker: Tracker) -> None:
    for name, begins in (("a.svg", b"<svg "), ("a.png", b"\x89PNG\r\n")):
        assert tracker.run(*COMMANDS["development"], "--plot", name).stdout == ""
        assert (tracker.folder / name).read_bytes().startswith(begins)


def test_marks_lead_to_the_pages_of_an_installation_that_has_an_address(tracker: Tracker) -> None:
    assert "href=" not in tracker.run(*COMMANDS["timeline"], "--plot", "-").stdout
    public = Tracker(tracker.folder, {"TRACKER_PUBLIC_URL": "https://tracker.example.org"})
    found = re.findall(r'href="([^"]*)"', public.run(*COMMANDS["timeline"], "--plot", "-").stdout)
    assert found
    assert all(re.fullmatch(r"https://tracker\.example\.org/announcements/\d+", one) for one in found)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("timeline", "ai-plus", "--plot", "a.gif"), "--plot a.gif: name a file that ends with .svg or .png"),
        (("timeline", "ai-plus", "--plot", "a.svg", "--format", "csv"), "leave out --format csv"),
        (("timeline", "six-g", "--plot", "a.svg"), "nothing to draw: no announcement that matches has a day"),
        (("timeline", "ai-plus", "--plot", "none/a.svg"), "none/a.svg: cannot be written: No such file"),
    ],
)
def test_what_cannot_be_drawn_is_one_line(tracker: Tracker, words: tuple[str, ...], why: str) -> None:
    done = tracker.run(*words, code=2).stderr
    assert why in done
    assert len(done.splitlines()) == 1


def test_without_the_extra_png_is_refused_and_svg_is_not(tracker: Tracker) -> None:
    code = (
        "import sys\nsys.modules['resvg_py'] = None\nfrom importlib import util\n"
        "found = util.find_spec\nutil.find_spec = lambda name, *more: None if name == 'resvg_py' else found(name)\n"
        "from tracker.cli.app import main\nsys.argv = ['tracker', *sys.argv[1:]]\nmain()"
    )
    for name, status in (("b.svg", 0), ("b.png", 2)):
        command = [sys.executable, "-P", "-c", code, *COMMANDS["timeline"], "--plot", name]
        done = subprocess.run(
            command, env=tracker.environment, cwd=tracker.folder, capture_output=True, text=True, check=False
        )
        assert done.returncode == status, done.stderr
    assert "pip install 'policy-initiative-tracker[charts]'" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not Path(tracker.folder / "b.png").exists()
