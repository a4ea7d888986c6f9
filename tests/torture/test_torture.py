"""Tests the torture itself: its verdict finds what is lost, doubled or misdirected, and planted bugs are found."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.torture.ledger import Process
from tests.torture.letters import Letter, Post
from tests.torture.outcome import Name, Outcome
from tests.torture.press import waves
from tests.torture.verdict import differences

ROOT = Path(__file__).parents[2]
SENDER, OTHER = Process(7, 100), Process(8, 100)
NAME, LATER = Name("ai-plus", ("wire 1",)), Name("ai-plus", ("wire 2",))


def letter(id_: str, at: float, sender: Process | None = SENDER) -> Letter:
    """Return one copy of one message."""
    return Letter(id_, at, "a@example.org", "a@example.org", "<1@x>", ((1, "issued"),), sender)


def post(*letters: Letter, heard: tuple[str, ...] = (), **known: dict[str, str] | dict[Process, float]) -> Post:
    """Return what arrived, and what is known of it."""
    faults, killed = known.get("faults", {}), known.get("killed", {})
    return Post(list(letters), set(heard), faults, killed, {3: 12.0}, {4: 12.0})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("arrived", "why"),
    [
        (post(letter("mail-2-1", 1), heard=("mail-2-1",)), ""),
        (post(letter("mail-2-1", 1), heard=("mail-2-1",), killed={SENDER: 2.0}), ""),
        (post(letter("mail-2-1", 1)), ""),
        (post(letter("mail-2-1", 1), killed={OTHER: 2.0}), ""),
        (post(letter("mail-2-1", 1), killed={SENDER: 2.0}), "sender killed"),
        (post(letter("mail-2-1", 1), faults={"mail-2-1": "mail: drop after"}), "mail: drop after"),
        (post(letter("mail-3-1", 10)), "server killed"),
        (post(letter("mail-3-1", 13)), ""),
        (post(letter("mail-2-1", 1, None), killed={SENDER: 2.0}), "sender killed"),
        (post(letter("mail-2-1", 1, None), killed={SENDER: 9.0}), ""),
        (post(letter("web-2-1", 1), heard=("web-2-1",)), ""),
        (post(letter("web-2-1", 1), heard=("web-2-1",), killed={SENDER: 2.0}), "sender killed"),
        (post(letter("web-2-1", 1), letter("web-2-2", 2), heard=("web-2-1",), killed={SENDER: 3.0}), ""),
        (post(letter("web-2-1", 1), faults={"web-2-1": "web: die"}), "web: die"),
        (post(letter("web-4-1", 11)), "server died"),
        (post(letter("web-4-1", 11), heard=("web-4-1",)), ""),
        (post(letter("web-4-1", 8)), ""),
        (post(letter("web-4-1", 13)), ""),
    ],
)
def test_a_letter_may_come_again_only_where_its_sender_could_not_know_or_note_it(arrived: Post, why: str) -> None:
    assert arrived.broke(arrived.letters[0]) == why


def ended(**changes: object) -> Outcome:
    """Return a run in which one alert reported one announcement, except for the changes."""
    whole = {
        "documents": {"wire 1": ("title",)},
        "announcements": {NAME: {"act": "issued", "cause": "news"}},
        "acts": {NAME: {"pledged", "issued"}},
        "told": {("all", NAME, "pledged"), ("all", NAME, "issued")},
    }
    return Outcome(**(whole | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("tortured", "found"),
    [
        (ended(), ""),
        (ended(told={("all", NAME, "issued")}), ""),
        (ended(told={("all", NAME, "pledged")}), "not told: all"),
        (ended(told=set()), "not told: all"),
        (ended(told={("all", NAME, "issued"), ("all", NAME, "launched")}), "told what no document says"),
        (ended(announcements={NAME: {"act": "issued", "cause": "rule"}}), "announced otherwise, cause 'rule'"),
        (ended(announcements={}, told=set()), "announced only undisturbed"),
        (ended(announcements={NAME: {"act": "issued", "cause": "news"}, LATER: {}}), "announced only under torture"),
        (ended(documents={}), "read otherwise: wire 1"),
    ],
)
def test_what_differs_from_an_undisturbed_run_is_found(tortured: Outcome, found: str) -> None:
    differing = differences(ended(), tortured)
    assert bool(differing) is bool(found)
    assert all(found in one or "not told" in one for one in differing)


def test_the_same_seed_gives_the_same_news() -> None:
    news = waves(1, 9)
    assert news == waves(1, 9) != waves(2, 9)
    numbers = [article.number for wave in news for article in wave]
    assert len(numbers) == len(set(numbers)) > 100


@pytest.mark.nightly
@pytest.mark.parametrize("plant", ["forgetful"])
def test_a_planted_bug_is_found(plant: str) -> None:
    command = [sys.executable, "-m", "tests.torture", "--kills", "6", "--seed", "1", "--database", "sqlite", "--alone"]
    done = subprocess.run(
        [*command, "--plant", plant], cwd=ROOT, capture_output=True, text=True, check=False, timeout=900
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "times sent again without a reason" in done.stdout
