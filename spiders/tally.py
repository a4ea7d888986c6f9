"""Count what a crawl did, and draw its verdict."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

VERDICTS = ("lost", "error", "full", "blocked", "down", "empty", "changed", "ok")
"""Worst first: an item was lost; a limit or a fault of ours ended it; the source had brought what it may in a day; the
site refused us; a list did not answer; a list had no rows; one had its rows elsewhere than declared; all went well."""


@dataclass
class Tally:
    """Counts by list (`rows`, `malformed`, `known`, `new`, `pages`, `unconfirmed`), responses by class, and more.

    Articles and annexes are counted by fate.
    """

    deep: bool
    lists: dict[str, Counter[str]]
    answers: Counter[str] = field(default_factory=Counter)
    articles: Counter[str] = field(default_factory=Counter)
    annexes: Counter[str] = field(default_factory=Counter)
    problems: dict[str, list[str]] = field(default_factory=dict)
    failed: set[str] = field(default_factory=set)
    limited: bool = False
    whole: bool = False
    stopped: bool = False
    """Whether Ctrl-C or SIGTERM ended it."""
    ended_by: int = 0
    """The signal that ended it, known once all crawls of the process have ended."""

    def problem(self, verdict: str, reason: str) -> None:
        """Record evidence for a verdict other than ok."""
        self.problems.setdefault(verdict, []).append(reason)

    def list_problem(self, id_: str, verdict: str, reason: str) -> None:
        """Record what is wrong with one list."""
        self.failed.add(id_)
        self.problem(verdict, f"list {id_}: {reason}")

    def malformed(self, id_: str, rows: int) -> None:
        """Count the rows of one list that lead nowhere; its other rows are kept."""
        if rows:
            self.lists[id_]["malformed"] += rows

    def host_problem(self, verdict: str, reason: str) -> None:
        """Record why a host may not be used in this crawl; its articles are left for the next one."""
        self.limited = True
        self.problem(verdict, reason)

    def end(self, reason: str) -> None:
        """Draw the conclusions when the spider has closed; `reason` is Scrapy's."""
        self.whole = reason == "finished" and not self.limited
        if reason == "closespider_timeout":
            self.problem("error", "its time ran out")
        elif reason == "shutdown":
            self.stopped = True
            self.problem("error", "it was stopped")
        elif reason not in ("finished", "refused", "full"):
            self.problem("error", f"it was stopped ({reason})")
        if self.articles["unanswered"] and not self.articles["fetched"]:
            self.problem("down", "no article answered")
        for id_, counts in self.lists.items():
            if reason == "finished" and not counts["rows"] and id_ not in self.failed:
                self.list_problem(id_, "empty", "no rows")

    def verdict(self) -> tuple[str, str]:
        """Return the worst verdict with evidence, with all its reasons in one line."""
        worst = next((verdict for verdict in VERDICTS if verdict in self.problems), "ok")
        return worst, "; ".join(dict.fromkeys(self.problems.get(worst, ())))[:1000]

    def counts(self) -> dict[str, Any]:
        """Return the counts as stored; `whole` says that no limit and no stop left anything for the next crawl."""
        return {
            "lists": {id_: dict(counts) for id_, counts in self.lists.items()},
            "answers": dict(self.answers),
            "articles": dict(self.articles),
            "annexes": dict(self.annexes),
            "deep": self.deep,
            "whole": self.whole,
        }
