"""Show the whole job on the replica: crawl, read, timeline, a crawl a day later, and the alert that it sends."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tracker.demo.mails import Sink, message_box, show_mails
from tracker.demo.server import serve
from tracker.demo.surroundings import DATABASE, surroundings

FOLLOWED = "ai-plus"
RECIPIENT = "analyst@example.org"
WIDTH = 120


def demonstrate(folder: Path, say: Any) -> bool:
    """Run the demo with its database in `folder`; `say` prints a line. Every step is a command that a user can type.

    Return False if a step failed; its own output is on the screen by then.
    """
    for file in folder.glob(f"{DATABASE}*"):
        file.unlink()
    with serve(stage=1) as replica, message_box() as (sink, port):
        settings = {**os.environ, **surroundings(folder, port), **_screen()}
        history = (["crawl", "--replica", replica.url], ["read"])
        follow = ["alerts", "add", RECIPIENT, "--initiative", FOLLOWED, "--confirmed", "--note", "the demo's alert"]
        news = (["crawl", "--replica", replica.url], ["read"], ["alerts", "send"])
        shown = (["timeline", FOLLOWED], ["initiatives"])
        if not all(_run(step, settings, say) for step in (*history, follow)):
            return False
        replica.advance()
        say("\nA day later, the sites have news:\n")
        done = all(_run(step, settings, say) for step in (*news, *shown))
        _show_mails(sink, say)
    return done


def _run(arguments: list[str], settings: dict[str, str], say: Any) -> bool:
    say(f"$ tracker {' '.join(arguments)}")
    command = [sys.executable, "-P", "-m", "tracker", *arguments]
    return subprocess.run(command, env=settings, check=False).returncode == 0  # noqa: S603 - our own command


def _screen() -> dict[str, str]:
    """Set tables as wide as the terminal, laid out in a pipe too, and never paged: the demo is one long page."""
    return {"COLUMNS": str(shutil.get_terminal_size((WIDTH, 0)).columns), "PAGER": "cat"}


def _show_mails(sink: Sink, say: Any) -> None:
    say(f"\n{len(sink.mails)} mails reached {RECIPIENT}. The first:")
    show_mails(sink.mails[:1], say)
