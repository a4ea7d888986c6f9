"""Decide whether two English texts without a day are versions of one article, as its translations are."""

from tracker.stories.deeds import deeds
from tracker.stories.fingerprint import Fingerprint
from tracker.stories.pinned import pinned
from tracker.stories.score import comparable, evidence
from tracker.stories.veto import disjoint, gap

# Versions say much the same of much the same initiatives.
ALIKE = 2


def one_version(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two texts have one beginning, in other words, and the same acts.

    Neither day nor figures nor bodies nor officials may speak against it. Time, which says most of other pairs, says
    nothing of these: an article that is translated twice has no day.
    """
    if {a.language, b.language} != {"en"} or gap(a, b) is not None or not comparable(a, b):
        return False
    told = evidence(a, b)
    against = told["other figures"] or told["other body"] or told["one acts"]
    if a.speakers and disjoint(a.speakers, b.speakers):
        return False
    # A body issues many papers on one theme.
    any_paper = any(act == "issued" for _, act, _ in deeds(a) & deeds(b)) and not pinned(a, b)
    return bool(told["lead"]) and told["act"] >= ALIKE and not against and not any_paper
