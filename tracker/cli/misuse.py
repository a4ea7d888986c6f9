"""Report in one line what is wrong with the words of a command line that Typer refuses."""

import re
import sys
from collections.abc import Mapping
from typing import Any

import typer

from tracker.cli.catalogue import LOADED
from tracker.cli.output import echo

# tracker search 人工智能 -AI: a word to leave out, which the parser of options takes for an option.
EXCLUDED = re.compile(r"No such option: -[^-]")
# The error that Typer raises; it has no public name.
WrongUse: Any = typer.BadParameter.__base__


def refuse(error: Any) -> int:
    """Report the error and return the exit code. A group of commands that is named without one shows its help."""
    context = error.ctx
    if type(error).__name__ == "NoArgsIsHelpError":
        # With Rich, the help was printed when the error was made, and the message is empty.
        if help_ := error.format_message():
            echo(help_, err=True)
    else:
        _in_our_words(error)
        # Typer's message may have two sentences: No such command 'new'. Did you mean 'news'?
        message = " ".join(error.format_message().split()).rstrip(".").replace(". Did you mean", "; did you mean")
        command = context.command_path if context else _command_path()
        end = "" if message.endswith("?") else ";"
        hint = f"`{command} --help` lists what is allowed"
        if command == "tracker search" and EXCLUDED.match(message):
            hint = "to leave out a word, put the query in quotes ('人工智能 -AI') or write NOT before the word"
        echo(f"tracker: {message}{end} {hint}", err=True)
    return int(error.exit_code)


def _command_path() -> str:
    """Return the command that was typed: the parser of options does not say to which command an option belongs."""
    path = ["tracker"]
    commands: Mapping[str, Any] = LOADED
    for word in (word for word in sys.argv[1:] if not word.startswith("-")):
        if word not in commands:
            break
        path.append(word)
        commands = getattr(commands[word], "commands", {})
    return " ".join(path)


def _in_our_words(error: Any) -> None:
    cause = error.__cause__
    if hasattr(cause, "errors"):
        from config.mistakes import said

        first = cause.errors()[0]
        found = "" if first["type"] == "value_error" else f" (found {str(first['input'])[:80]!r})"
        error.message = f"{said(first)}{found}"
