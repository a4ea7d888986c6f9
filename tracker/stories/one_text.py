"""Decide by their words whether two items are one text: a reprint, an excerpt, a rewrite, a version, one headline."""

import re

from tracker.stories.deeds import deeds
from tracker.stories.fingerprint import Fingerprint
from tracker.stories.likeness import dated_apart, disjoint, gap, near
from tracker.stories.occasions import CALLED
from tracker.stories.pinned import known_apart, pinned, tied
from tracker.stories.score import FEWEST_WORDS, comparable, evidence, figures_apart
from tracker.stories.titles import RELEASED
from tracker.stories.words import shared, words

# Shares of common words (see `shared`), measured on the annotated texts: halfway to the nearest unrelated pair.
EXCERPT = 0.6
REPRINT = 0.42
COPY = 0.9
REWRITE = 0.35
HEADLINE = 0.2
HEADED = 12
NUMBERED = re.compile(r"\d")
# Versions say much the same of much the same initiatives.
ALIKE = 2


def exact_text(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items have the same text, letter by letter."""
    return a.exact == b.exact


def one_text(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether one text is a reprint or an excerpt of the other, or a rewrite.

    A rewrite is close in time and keeps the figures.
    """
    if a.language != b.language or min(len(a.words), len(b.words)) < FEWEST_WORDS:
        return False
    contained, alike = shared(a.words, b.words)
    if alike >= COPY:
        return True
    if contained >= EXCERPT or alike >= REPRINT:
        # A longer English text contains the words of a short one by chance; with Chinese runs of characters that is
        # rare.
        weeks = 31 if a.language == "zh" or alike >= REPRINT else 10
        # Statistics of two months differ in their figures alone.
        if figures_apart(a, b) or not (tied(a, b) or _one_undated_text(a, b, alike)):
            return False
        return not dated_apart(a, b) and near(a, b, weeks) and _headed_alike(a, b)
    told = len(set(a.values) & set(b.values)) >= 2 and near(a, b, 3)
    return contained >= REWRITE and told and bool(a.day and b.day)


def _one_undated_text(a: Fingerprint, b: Fingerprint, alike: float) -> bool:
    """Decide whether one text is a reprint of the other, one of them without a day.

    Conferences or fairs of two years say much in the same words, but share few clauses.
    """
    if disjoint(a.days, b.days):
        return False
    if any(a.tells_of(kind) and b.tells_of(kind) for kind in (CALLED, "yearly")):
        return not set(a.clauses).isdisjoint(b.clauses)
    return a.language == "zh" or alike >= REPRINT


def one_headline(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items have one headline, because one is a rewrite by a machine or another part of the text.

    Such a rewrite changes the words of the text (制作业集群). Of a release, or of a meeting, parts of which may be
    reported one by one, it comes within days; of anything else on the same day. Bulletins have a number or a day in
    their headline, and each of their items another subject.
    """
    if a.headline != b.headline or len(a.headline) < HEADED or not (a.day and b.day):
        return False
    if RELEASED.search(a.headline) or a.tells_of(CALLED):
        return near(a, b, 3)
    return known_apart(a, b) and near(a, b, 0) and not NUMBERED.search(a.headline)


def _headed_alike(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two headlines have something in common, if both exist.

    Pages of one site share much else.
    """
    one, other = words(a.headline, a.language), words(b.headline, b.language)
    return not one or not other or shared(one, other)[0] >= HEADLINE


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
