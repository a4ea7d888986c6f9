"""Write the results of a check of many sources to a folder: a page for people, JSON for programs, and drafts."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from db.beijing import in_beijing
from tracker.sources.check_lines import Line
from tracker.sources.together import Checked
from tracker.sources.writing import rewritten
from tracker.text.printable import as_json

PAGE, DATA = "report.html", "report.json"
DRAFTS = "sources"
"""The folder of drafts, as in a folder that TRACKER_CONFIG names, so that they can be tried where they are."""


def write_report(checked: Sequence[Checked], folder: Path, at: datetime) -> None:
    """Write report.html and report.json; those of an earlier check are replaced."""
    lines = [line for one in checked for line in one.lines]
    wrong = sum(bool(line.wrong) for line in lines)
    rooms = Environment(loader=PackageLoader("tracker.sources"), autoescape=True, undefined=StrictUndefined)
    page = rooms.get_template(PAGE).render(
        checked=checked, count=len(lines), wrong=wrong, at=in_beijing(at, "minute").replace("T", " ")
    )
    # Pages may contain surrogate halves, which no encoding has.
    (folder / PAGE).write_bytes(page.encode(errors="replace"))
    data = {"checked_at": at, "lines": [vars(line) for line in lines]}
    (folder / DATA).write_text(as_json(data, indent=2) + "\n", encoding="utf-8")


def write_drafts(checked: Sequence[Checked], folder: Path) -> Iterator[tuple[Path, bool]]:
    """Write each draft as sources/ID.yaml; yield its file, and whether it was written: none is overwritten."""
    for one in checked:
        if not one.redraft:
            continue
        file = folder / DRAFTS / f"{one.source.id}.yaml"
        file.parent.mkdir(exist_ok=True)
        try:
            with file.open("x", encoding="utf-8") as sheet:
                sheet.write(rewritten(one.redraft))
        except FileExistsError:
            yield file, False
        else:
            yield file, True


def wrongs(lines: Sequence[Line]) -> Iterator[str]:
    """Say why each wrong line is wrong, and the result of drafting it again."""
    for line in lines:
        place = f"{line.source} {line.list}" if line.list else line.source
        yield from (f"{place}: {wrong}" for wrong in line.wrong)
        if line.draft:
            yield f"{place}: draft: {line.draft}"
