"""Measure the cost of commands before they do anything: CPU time, beside that of an empty Python, and memory.

`python -m bench.startup` fills a database with made-up documents and prints a line for each command; exit code 1 means
that a bar is exceeded. CPU time is the kernel's (user and system), the least of several runs.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.in_turn import Line
from db.engine import open_database, writing
from db.models import Page
from db.store.pages import add_page
from tests.processes import measured
from tests.processes.running import TRACKER, Tracker
from tracker.parse import records

RUNS = 5
DOCUMENTS = 4_000
RECORD = '{{"url": "https://www.example.org/{n}", "published": "2025-08-26", "text": "{text}"}}'
TEXT = "The State Council issued guidelines on the AI Plus initiative in round {n}."
OTHER = "The museum of round {n} opens its doors on Tuesday."
# This many documents for one that the timeline shows.
EACH = 100
# Command, most seconds of CPU time, most megabytes.
BARS = (
    (("--help",), 0.18, 60),
    (("timeline", "ai-plus"), 0.35, 90),
    (("news", "--peek"), 0.5, 90),
    (("search", "museum"), 0.5, 90),
    (("read",), 0.5, 90),
)


def main() -> int:
    """Print the table; return how many bars are exceeded."""
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/tracker.db"
        environment = Tracker(Path(folder), database=database).environment
        fill(database)
        cost([*TRACKER, "read"], environment, folder)
        empty, library = (
            min(cost([sys.executable, "-c", code], environment, folder)[0] for _ in range(RUNS))
            for code in ("pass", "import sqlmodel")
        )
        print(f"python -c pass {empty:.3f} s, python -c 'import sqlmodel' {library:.2f} s")
        exceeded = 0
        for words, most_seconds, most_megabytes in BARS:
            seconds, megabytes = min(cost([*TRACKER, *words], environment, folder) for _ in range(RUNS))
            over = seconds > most_seconds or megabytes > most_megabytes
            exceeded += over
            print(
                f"tracker {' '.join(words):20} {seconds:.2f} s ({seconds / empty:.0f} x python -c pass, bar "
                f"{most_seconds} s)  {megabytes:.0f} MB (bar {most_megabytes}){'  OVER' if over else ''}"
            )
    return min(exceeded, 1)


def short() -> list[Line]:
    """Measure what `make bench` shows: commands against the library that they are built on."""
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/tracker.db"
        environment = Tracker(Path(folder), database=database).environment
        fill(database)
        cost([*TRACKER, "read"], environment, folder)
        library = [sys.executable, "-c", "import sqlmodel"]
        commands = {"import sqlmodel": library} | {
            f"tracker {' '.join(words)}": [*TRACKER, *words] for words, _, _ in BARS
        }
        taken = {
            name: min(cost(command, environment, folder)[0] for _ in range(3)) for name, command in commands.items()
        }
    base = taken["import sqlmodel"]
    return [
        Line("startup", name, 1e6 * one, "start", round(one / base, 2), "import sqlmodel")
        for name, one in taken.items()
    ]


def fill(database: str) -> None:
    """Store the documents of a year as records."""
    engine = open_database(database)
    with writing(engine) as session:
        for number in range(DOCUMENTS):
            page = Page(source="import", key=str(number), url=f"https://www.example.org/{number}", sha256="")
            page.content_type = records.CONTENT_TYPE
            text = (OTHER if number % EACH else TEXT).format(n=number)
            add_page(session, page, RECORD.format(n=number, text=text).encode())
    engine.dispose()


def cost(command: list[str], environment: dict[str, str], folder: str) -> tuple[float, float]:
    """Return CPU seconds and megabytes of a process."""
    done = subprocess.run(
        measured.measured(command), env=environment, cwd=folder, capture_output=True, text=True, check=True
    )
    seconds, memory = measured.cost(done.stdout)
    return seconds, memory / 1024**2


if __name__ == "__main__":
    sys.exit(main())
