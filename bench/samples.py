"""Write what commands print into the documents that show it: both READMEs and docs/first-week.md.

`python -m bench.samples` runs `tracker demo`, then every `$ ` line of their console blocks, and puts its output under
it. A line that ends with `# quiet` shows nothing. The mail of the READMEs is the demo's.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
DOCUMENTS = (ROOT / "README.md", ROOT / "docs" / "first-week.md")
# The same blocks in another language.
TRANSLATIONS = {ROOT / "README.md": ROOT / "README.zh.md"}
WIDTH = 80
BLOCK = re.compile(r"(?<=```console\n)(.*?)(?=```)", re.DOTALL)
FILE = re.compile(r"<!-- file: (?P<name>\S+) -->\n```yaml\n(?P<text>.*?)```", re.DOTALL)
MAIL = re.compile(r"(?<=<!-- the demo's mail -->\n```text\n)(.*?)(?=```\n)", re.DOTALL)
QUIET = "# quiet"


def demo(folder: Path) -> str:
    """Make the demo's data with `folder` as the home; return the text of the mail that it sends."""
    words = [sys.executable, "-P", "-m", "tracker", "demo"]
    shown = subprocess.run(words, env=environment(folder), capture_output=True, text=True, check=True).stdout
    mail = shown.partition("The first:\n\n")[2].partition("\nContinue with")[0]
    return re.sub(r"(?<=unsubscribe%20)[0-9a-f]+", "...", mail).rstrip() + "\n"


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of a reader's shell, with `folder` as the home, and a screen of WIDTH."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    homes = {"HOME": str(folder), "XDG_DATA_HOME": str(folder / "data"), "XDG_STATE_HOME": str(folder / "state")}
    quiet = {"TRACKER_SETTINGS": os.devnull, "PYTHONDONTWRITEBYTECODE": ""}
    return {**os.environ, **homes, **quiet, "PATH": path, "COLUMNS": str(WIDTH), "NO_COLOR": "1"}


def sessions(document: str, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each console block as it is, and with the output of its commands when run in `folder`, one after the other.

    Files that the document shows exist there; variables set by `export` last to the end.
    """
    for file in FILE.finditer(document):
        path = folder / file["name"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file["text"], encoding="utf-8")
    exported: list[str] = []
    for block in BLOCK.findall(document):
        if "$ tracker" in block:
            yield block, "".join(_run(block, folder, exported))


def _run(block: str, folder: Path, exported: list[str]) -> Iterator[str]:
    for line in block.splitlines():
        if not line.startswith("$ "):
            continue
        yield f"{line}\n"
        command = line[2:]
        if command.startswith("export "):
            exported.append(command)
            continue
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", "\n".join([*exported, command])],
            env=environment(folder),
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{line}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
        if not line.endswith(QUIET):
            yield "".join(f"{shown.rstrip()}\n" for shown in done.stdout.splitlines())


def main() -> None:
    """Update the samples."""
    with TemporaryDirectory() as home:
        mail = demo(Path(home))
        for document in DOCUMENTS:
            renewed = list(sessions(document.read_text(encoding="utf-8"), Path(home)))
            for file in filter(None, (document, TRANSLATIONS.get(document))):
                text = file.read_text(encoding="utf-8")
                for old, new in renewed:
                    text = text.replace(old, new)
                file.write_text(MAIL.sub(lambda _: mail, text, count=1), encoding="utf-8")


if __name__ == "__main__":
    main()
