"""Decides which words are a command of ours."""

from collections.abc import Iterable
from typing import Any

from typer.main import get_command

from tracker.cli.app import app


def is_command(words: Iterable[str]) -> bool:
    """Return whether `tracker WORDS` is a command, with these options; the word after an option is its value."""
    command: Any = get_command(app)
    for word in words:
        if word.startswith("-"):
            if not any(word in parameter.opts for parameter in command.params):
                return False
        elif hasattr(command, "commands"):
            if word not in command.commands:
                return False
            command = command.commands[word]
    return not hasattr(command, "commands")
