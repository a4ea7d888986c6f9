"""Weigh the evidence for and against one announcement where no single mark decides: who, what, when, in what words."""

from collections.abc import Mapping

from tracker.stories.acts_alike import (
    FEWEST_SAID,
    acted_on,
    acts_alike,
    bodies_apart,
    call_and_list,
    done_by_others,
    one_acts,
    one_meets,
    released_apart,
)
from tracker.stories.deeds import DEEDS, deeds
from tracker.stories.fingerprint import Fingerprint
from tracker.stories.likeness import dated_apart, disjoint, gap, one_theme, signs, telling_exactly, themes
from tracker.stories.pinned import FEWEST_RUNS, LONG, is_of_paper, tied
from tracker.stories.titles import ABOUT_PAPER
from tracker.stories.when import of_known_year
from tracker.stories.words import shared

# The weight of each piece of evidence, as log odds in thirds: `python -m bench.evidence` fits them on annotated texts.
# The sum for one announcement has to outweigh how rare a match is.
UNIT = 1 / 3
POINTS = {
    "act": 3,
    "deed": 2,
    "no act": -2,
    "one acts": -3,
    "time": 3,
    "day": 2,
    "other days": -3,
    "wording": 2,
    "retold": 3,
    "lead": 2,
    "figures": 2,
    "counts": 3,
    "parts": 2,
    "other figures": -3,
    "aims": 3,
    "other aims": -3,
    "language": 2,
    "themes": 3,
    "gloss": 2,
    "title": 2,
    "paper": 4,
    "occasion": 5,
    "other occasion": -2,
    "other body": -2,
    "other doer": -4,
    "departments": 3,
    "other departments": -2,
    "other release": -5,
    "meeting": -2,
    "list": -1,
    "call and list": -6,
}
ENOUGH = 12
# Where most of the figures differ: one press conference is reported in many ways.
OVERWHELMING = 18
# From which level on what shows that one deed is reported alike; how much more evidence it takes without a day.
REPORTED_ALIKE = {"wording": 2, "gloss": 1, "parts": 1, "paper": 1}
CLOSELY, REWRITTEN = 2, 3
WITHOUT_DAY = 2
LONGEST_GAP = 45
FEW_DAYS = 3
# Shares in common from which a text in Chinese, or in English, is a rewrite; the next share marks a closer one.
RETOLD = {"zh": (0.08, 0.25), "en": (0.42, 0.5, 0.6)}
LEAD = 0.5
MOST_FIGURES = 3
MOST_AIMS = 2
MOST_PARTS = 2
FEWEST_WORDS = 15
FEWEST_TOLD = 2
FEWEST_DEPARTMENTS = 3
FEWEST_TERMS = 2
TERMS = (0.3, 0.5)
FEWEST_STEMS = 2
HALF = 0.5


def weighty(a: Fingerprint, b: Fingerprint, enough: int = ENOUGH) -> bool:
    """Decide whether the evidence that two items report one announcement adds up."""
    if not comparable(a, b):
        return False
    told = evidence(a, b)
    if not tied(a, b):
        if not _one_deed_reported_alike(a, b, told):
            return False
        enough += WITHOUT_DAY
    return sum(POINTS[name] * level for name, level in told.items()) >= enough


def _one_deed_reported_alike(a: Fingerprint, b: Fingerprint, told: Mapping[str, int]) -> bool:
    """Decide whether two texts, one without a day of publication, report one deed alike, or within days of each other.

    Two without any day may be of any year, unless one is the other in hardly other words. What a text says of a day
    counts only with its year, or a like beginning.
    """
    if told["retold"] >= REWRITTEN and told["figures"]:
        return True
    if not (told["deed"] and (a.day or b.day)):
        return False
    within_days = told["time"] > 0 and bool(told["lead"] or (of_known_year(a.day) and of_known_year(b.day)))
    retold = told["retold"] + told["lead"] >= CLOSELY
    return within_days or retold or any(told[name] >= level for name, level in REPORTED_ALIKE.items())


def comparable(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items may report one thing.

    They share an initiative, and are not known to be far apart in time. Of one release one text may leave the
    initiative out: if they are so few days apart and in one language, they may report the same. What two texts say
    beside the initiatives draws them together only where one has none.
    """
    apart = gap(a, b)
    # A paper that a meeting adopts is put out on another day.
    if apart is not None and apart > FEW_DAYS and one_meets(a, b):
        return False
    if not one_theme(a, b):
        told = bool(a.initiatives or b.initiatives) or a.bare or b.bare
        alike = a.language == b.language or _one_plan(a, b) or _one_set(a, b) or _act_together(a, b)
        return told and alike and apart is not None and apart <= FEW_DAYS
    return apart is None or apart <= LONGEST_GAP


def _one_plan(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether both give some numbers of a plan, and its year.

    Two languages may name other fields of one plan.
    """
    planned = set(a.counts) & set(b.counts) | set(a.values) & set(b.values)
    return len(planned) > 1 and not set(a.aims).isdisjoint(b.aims)


def _one_set(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether both give some of the same figures of more than one digit, or one of many digits."""
    told = [signs(value) for value in set(a.values) & set(b.values)]
    return sum(count > 1 for count in told) >= FEWEST_TOLD or max(told, default=0) >= LONG


def _act_together(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether in both as many departments act together."""
    return a.departments == b.departments >= FEWEST_DEPARTMENTS


def evidence(a: Fingerprint, b: Fingerprint) -> dict[str, int]:
    """Return the pieces of evidence that two items give, by name, each with its level; 0 for a missing one."""
    apart, across = gap(a, b), a.language != b.language
    contained = 0.0 if across else _contained(a, b)
    leads = 0.0 if across else max(shared(a.lead, b.words)[0], shared(b.lead, a.words)[0])
    retold = sum(contained >= share for share in RETOLD[a.language])
    runs = len(set(a.wording) & set(b.wording))
    act, others = acts_alike(a, b), bodies_apart(a, b)
    return {
        "act": act,
        "deed": not deeds(a).isdisjoint(deeds(b)),
        "time": _time(apart),
        "day": _day(a, b, apart),
        "other days": disjoint(_besides_dateline(a), _besides_dateline(b)),
        "wording": sum(runs >= fewest for fewest in FEWEST_RUNS),
        "retold": retold,
        "lead": leads >= LEAD,
        "figures": min(len(set(a.values) & set(b.values)) + telling_exactly(a, b), MOST_FIGURES),
        "counts": min(len(set(a.counts) & set(b.counts)), MOST_FIGURES),
        "parts": min(len(set(a.parts) & set(b.parts)), MOST_PARTS),
        "other figures": figures_apart(a, b),
        "aims": min(len(set(a.aims) & set(b.aims)), MOST_AIMS),
        "other aims": disjoint(a.aims, b.aims),
        **_of_subjects(a, b, act),
        "occasion": not set(a.occasions).isdisjoint(b.occasions),
        "other occasion": disjoint(a.occasions, b.occasions),
        "other body": others,
        "other doer": done_by_others(a, b),
        "departments": bool(a.departments) and a.departments == b.departments,
        "other departments": _other_departments(a, b),
        "other release": released_apart(a, b),
        "meeting": one_meets(a, b),
        "list": a.chooses != b.chooses,
        "call and list": call_and_list(a, b),
        "one acts": one_acts(a, b) * (1 + across),
        # A rewrite that mentions no initiative has no act to share.
        "no act": act == 0 and not others and not (retold and not (a.initiatives and b.initiatives)),
        "language": across,
    }


def _other_departments(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether one item reports several departments more than the other.

    News of a release without a number has one; a briefing, and the page of a paper, may leave out the others.
    """
    if abs(a.departments - b.departments) < FEWEST_DEPARTMENTS:
        return False
    fewer = min(a, b, key=lambda item: item.departments)
    issued = any(act == "issued" for _, act, *_ in fewer.events)
    return fewer.departments > 0 or (issued and not ABOUT_PAPER.search(fewer.headline))


def _of_subjects(a: Fingerprint, b: Fingerprint, act: int) -> dict[str, int]:
    """Return the evidence that two items have one subject, across languages or by title and paper."""
    across = a.language != b.language
    return {
        "gloss": _gloss(a, b) if across else 0,
        "themes": across and themes(a, b) >= HALF,
        "title": len(set(a.title) & set(b.title)) >= FEWEST_STEMS,
        "paper": is_of_paper(a, b) and act > FEWEST_SAID,
    }


def _contained(a: Fingerprint, b: Fingerprint) -> float:
    """Return the share of the shorter text that stands in the longer one.

    It counts words, in Chinese runs of characters without set phrases.
    """
    if min(len(a.words), len(b.words)) < FEWEST_WORDS:
        return 0.0
    return shared(a.wording, b.wording)[0] if a.language == "zh" else shared(a.words, b.words)[0]


def figures_apart(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether both items have figures, round counts among them, and none in common."""
    one, other = ({*item.values, *item.counts} for item in (a, b))
    return min(len(one), len(other)) >= FEWEST_TOLD and one.isdisjoint(other)


def _time(apart: int | None) -> int:
    if apart is None:
        return 0
    return 2 if apart <= 1 else 1 if apart <= 3 else 0 if apart <= 10 else -1


def _day(a: Fingerprint, b: Fingerprint, apart: int | None) -> int:
    """Grade the days that both name; a common day says less of texts that are known to be of one day."""
    if dated_apart(a, b):
        return -2
    later = apart is None or apart > 3
    one, other = acted_on(a), acted_on(b)
    if both := set(one) & set(other):
        if len(both) >= FEWEST_SAID and any(day != a.published or day != b.published for *_, day in both):
            return 3
        return 2 if later and any({one[event], other[event]} <= DEEDS for event in both) else 1
    return 0 if set(a.days).isdisjoint(b.days) else 2 if later else 1


def _besides_dateline(item: Fingerprint) -> set[str]:
    """Return the days that an item names, as MM-DD, without that of its publication."""
    return set(item.days) - {item.published[5:]}


def _gloss(a: Fingerprint, b: Fingerprint) -> int:
    """Grade how many of the shorter text's terms, beside initiatives, are in both texts."""
    both = len(set(a.glossed) & set(b.glossed))
    fewest = min(len(a.glossed), len(b.glossed))
    return sum(both >= FEWEST_TERMS and both >= share * fewest for share in TERMS)
