"""The act that a sentence reports of an initiative."""

from collections.abc import Callable

from tracker.tag import chinese, english
from tracker.tag.choices import designates
from tracker.tag.launches import launches
from tracker.tag.papers import issues
from tracker.tag.utterances import Utterance

ACTS = ("issued", "launched", "designated", "pledged", "progress", "mentioned")
STRONG: dict[str, Callable[[Utterance], bool]] = {
    "issued": issues,
    "launched": launches,
    "designated": designates,
}
STANCES = {"zh": chinese.stance, "en": english.stance}
MOODS = {"zh": chinese.mood, "en": english.mood}


def act_of(said: Utterance) -> str:
    """The strongest of ACTS that the sentence reports."""
    return next((act for act, reports in STRONG.items() if reports(said)), None) or STANCES[said.language](said)


def strongest(acts: list[str]) -> str:
    """The strongest of `acts`."""
    return min(acts, key=ACTS.index)
