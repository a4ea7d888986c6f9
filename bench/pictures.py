"""Draw the output of the demo's commands on terminals of two widths, as SVG in docs/pictures.

`python -m bench.pictures [FOLDER]`, after `tracker demo`.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from html import escape, unescape
from pathlib import Path
from tempfile import TemporaryDirectory

from platformdirs import user_data_path
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text
from sqlmodel import select

from db.engine import open_database, writing
from db.models import Page
from tracker.demo.surroundings import DATABASE

WIDTHS = (80, 120)
COMMANDS = {
    "news": "news --since 2026",
    "timeline": "timeline ai-plus --since 2025-07",
    "show": "show 国发〔2025〕11号",
    "development": "development new-energy-vehicles",
    "initiatives": "initiatives",
    "search": "search 量子 --limit 4",
}
CHANGED = "diff https://www.miit.gov.cn/xwfb/gxdt/sjdt/art/2024/art_86cd3424edb8cee1f4d5f3e7eb127048.html"
TRACKER = [sys.executable, "-P", "-m", "tracker", "--demo"]
LATER = timedelta(days=2)
LOOKED = {"FORCE_COLOR": "1", "TERM": "xterm-256color", "TZ": "Asia/Shanghai"}
# rich's own frame fetches its font from the web. These are fonts that people have, followed by Chinese ones.
FONTS = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', monospace"
FRAME = (
    '<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">'
    "<style>.{unique_id}-matrix {{ font-family: "
    + FONTS
    + "; font-size: {char_height}px; line-height: {line_height}px; }} {styles}</style>"
    '<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" '
    'height="{terminal_height}"/></clipPath>{lines}</defs>{chrome}'
    '<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">'
    '{backgrounds}<g class="{unique_id}-matrix">{matrix}</g></g></svg>\n'
)
TEXT = re.compile(
    r'<text class="(?P<class>[^"]*)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" textLength="[\d.]+" '
    r'clip-path="(?P<clip>[^"]*)">(?P<words>[^<]*)</text>'
)
RUN = re.compile("[\u1100-\u115f\u2e80-\uffef]+| +|[^ \u1100-\u115f\u2e80-\uffef]+")
CELL = 12.2
"""A cell's width in rich's SVG."""
LONGEST_TITLE = 60


def draw(command: str, width: int) -> str:
    """Return the output of `tracker --demo COMMAND` on a terminal of `width`, as SVG."""
    shown = subprocess.run(
        [*TRACKER, *command.split()],
        env={**os.environ, **LOOKED, "COLUMNS": str(width)},
        capture_output=True,
        text=True,
        check=False,
    )
    if not shown.stdout:
        raise SystemExit(f"tracker --demo {command} prints nothing; run `tracker demo` first\n{shown.stderr}")
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=width, file=nowhere, force_terminal=True, highlight=False)
        console.print(Text.from_ansi(shown.stdout))
        return TEXT.sub(_placed, console.export_svg(title=_title(command), code_format=FRAME, unique_id="tracker"))


def _title(command: str) -> str:
    return f"tracker {command}" if len(command) < LONGEST_TITLE else f"tracker {command.split(maxsplit=1)[0]}"


def _placed(found: re.Match[str]) -> str:
    """Split a piece of text into runs of wide or narrow characters, each placed and as wide as its cells are.

    rich gives a wide character the room of a narrow one.
    """
    at, placed = float(found["x"]), []
    for run in RUN.findall(unescape(found["words"]).replace("\xa0", " ")):
        wide = cell_len(run) * CELL
        if run.strip():
            place = f'x="{at:.1f}" y="{found["y"]}" textLength="{wide:.1f}" lengthAdjust="spacingAndGlyphs"'
            words = escape(run).replace(" ", "&#160;")
            placed.append(f'<text class="{found["class"]}" {place} clip-path="{found["clip"]}">{words}</text>')
        at += wide
    return "".join(placed)


@contextmanager
def older_demo(folder: Path) -> Iterator[None]:
    """Work on a copy of the demo in `folder` while the block runs: two days older, and one source looked at again."""
    name = "policy-initiative-tracker"
    shutil.copytree(user_data_path(name), folder / name)
    with writing(open_database(f"sqlite:///{folder / name / DATABASE}")) as session:
        for page in session.exec(select(Page)):
            page.fetched_at, page.checked_at = page.fetched_at - LATER, page.checked_at - LATER
    before = os.environ.get("XDG_DATA_HOME")
    os.environ["XDG_DATA_HOME"] = str(folder)
    for step in ("crawl miit", "read"):
        subprocess.run([*TRACKER, *step.split()], check=True, capture_output=True)
    yield
    os.environ.pop("XDG_DATA_HOME") if before is None else os.environ.update(XDG_DATA_HOME=before)


def main() -> None:
    """Draw every command at every width."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/pictures")
    folder.mkdir(parents=True, exist_ok=True)
    for name, command in COMMANDS.items():
        _draw(folder, name, command)
    with TemporaryDirectory() as older, older_demo(Path(older)):
        _draw(folder, "diff", CHANGED)


def _draw(folder: Path, name: str, command: str) -> None:
    for width in WIDTHS:
        (folder / f"{name}-{width}.svg").write_text(draw(command, width), encoding="utf-8")


if __name__ == "__main__":
    main()
