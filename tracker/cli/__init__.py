"""The command `tracker`: one module a group of commands, and one place where complaints become exit codes."""

from tracker.cli.app import main

__all__ = ["main"]
