"""Check many sources side by side: print the table, and write report and drafts on request."""

from collections.abc import Callable, Sequence
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from tracker.cli.forms import give
from tracker.cli.frame import Complaint, print_rows, progress
from tracker.cli.output import echo

if TYPE_CHECKING:
    from config.schema.source import Source
    from spiders.proxies import Proxies
    from tracker.sources.asking import Asker
    from tracker.sources.check_lines import Line
    from tracker.sources.together import Checked

COLUMNS = ("source", "list", "state", "rows", "articles", "dated", "newest", "found", "compared")


def folder_for(report: Path | None) -> Path | None:
    """Create the folder of a report before the check begins; complain if that is not possible."""
    try:
        if report:
            report.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Complaint(f"--report {report}: {error.strerror or error}; name a folder that can be written") from error
    return report


def check_many(
    sources: "Sequence[Source]",
    asker_of: "Callable[[Source], Asker]",
    proxies: "Proxies | None",
    report: Path | None,
    *,
    drafts: bool,
    form: str,
) -> bool:
    """Check the sources, print the findings, and return whether all is well. Without `proxies` no host is probed."""
    from spiders.probe import unreachable
    from tracker.sources.together import check_together

    unreached = unreachable(sources, proxies) if proxies else {}
    with progress("checking") as bar:
        checked = check_together(sources, asker_of, unreached, drafts=drafts, done=bar)
    lines = [line for one in checked for line in one.lines]
    if form == "json":
        give([vars(line) for line in lines], "sources-check-all", "json")
    else:
        _print(lines)
    if report:
        _write(checked, report, form)
    return not any(line.wrong for line in lines)


def _print(lines: "Sequence[Line]") -> None:
    from tracker.sources.report import wrongs

    print_rows([vars(line) | {"found": line.found, "compared": line.compared} for line in lines], COLUMNS, "table")
    for wrong in wrongs(lines):
        echo(wrong)


def _write(checked: "Sequence[Checked]", folder: Path, form: str) -> None:
    """Write report and drafts, and say where, but not in the output for programs."""
    from db.models import now
    from tracker.sources.report import PAGE, write_drafts, write_report

    try:
        write_report(checked, folder, now())
        written = list(write_drafts(checked, folder))
    except OSError as error:
        raise Complaint(f"--report {folder}: {error.strerror or error}; name a folder that can be written") from error
    echo(f"report: {folder / PAGE}", err=form == "json")
    for file, new in written:
        said = f"draft: {file}" if new else f"{file} already exists and is kept; remove it for a new draft"
        echo(said, err=form == "json")
    if new_ids := " ".join(file.stem for file, new in written if new):
        echo(f"next: TRACKER_CONFIG={quote(str(folder))} tracker sources check {new_ids}", err=form == "json")
