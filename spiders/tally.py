"""What a crawl counted, and the verdict that follows from it."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

VERDICTS = ("lost", "error", "blocked", "down", "empty", "ok")
"""Worst first: an item was lost; a limit or a fault of ours ended it; the site refused us; a list did not answer;
a list answered without rows; all went well."""


@dataclass
class Tally:
    """Counts by list (`rows`, `known`, `new`, `pages`), answers by class, and what became of the articles."""

    deep: bool
    lists: dict[str, Counter[str]]
    answers: Counter[str] = field(default_factory=Counter)
    articles: Counter[str] = field(default_factory=Counter)
    problems: dict[str, list[str]] = field(default_factory=dict)
    limited: bool = False

    def problem(self, verdict: str, reason: str) -> None:
        """Note what speaks for a verdict other than ok."""
        self.problems.setdefault(verdict, []).append(reason)

    def end(self, reason: str) -> None:
        """Draw the conclusions when the spider has closed; `reason` is Scrapy's."""
        if reason == "closespider_timeout":
            self.problem("error", "its time ran out")
        elif reason not in ("finished", "refused"):
            self.problem("error", f"it was stopped ({reason})")
        if self.articles["unanswered"] and not self.articles["stored"]:
            self.problem("down", "no article answered")
        told = " ".join(reason for reasons in self.problems.values() for reason in reasons)
        for id_, counts in self.lists.items():
            if reason == "finished" and not counts["rows"] and f"list {id_}" not in told:
                self.problem("empty", f"list {id_} gave no rows")

    def verdict(self) -> tuple[str, str]:
        """The worst verdict that something speaks for, with all the reasons for it in one line."""
        worst = next((verdict for verdict in VERDICTS if verdict in self.problems), "ok")
        return worst, "; ".join(dict.fromkeys(self.problems.get(worst, ())))[:1000]

    def counts(self) -> dict[str, Any]:
        """The counts as they are stored; `whole` says that nothing was left for the next crawl by a limit or a stop."""
        stopped = self.limited or any(verdict in self.problems for verdict in ("lost", "error", "blocked"))
        return {
            "lists": {id_: dict(counts) for id_, counts in self.lists.items()},
            "answers": dict(self.answers),
            "articles": dict(self.articles),
            "deep": self.deep,
            "whole": not stopped,
        }
