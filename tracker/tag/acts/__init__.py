"""Choose the act that a sentence reports of an initiative, the strongest that applies."""

from collections.abc import Callable, Iterable

from tracker.acts import ACTS
from tracker.tag.acts.designated.designations import designates
from tracker.tag.acts.issued.papers import issues
from tracker.tag.acts.launched.starts import launches
from tracker.tag.acts.target_context import TargetContext
from tracker.tag.acts.tense.tenses import stance

NEWS: dict[str, Callable[[TargetContext], bool]] = {
    "issued": issues,
    "launched": launches,
    "designated": designates,
}


def act_of(said: TargetContext) -> str:
    """Return one of ACTS: an act that is news in itself, else whether the sentence plans, reports or only names."""
    return next((act for act, reports in NEWS.items() if reports(said)), None) or stance(said)


def strongest(acts: Iterable[str]) -> str:
    """Return the strongest of `acts`."""
    return min(acts, key=ACTS.index)
