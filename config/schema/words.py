"""The words by which sentences report what is done, planned, recalled or merely named, in both languages."""

from typing import Generic, TypeVar

from config.schema.facts import Fact

Phrases = tuple[str, ...]
T = TypeVar("T")


class Lexicon(Fact, Generic[T]):
    """One language's words by kind: phrases as declared, patterns as compiled.

    A phrase is literal; an English one matches between word boundaries, in any case.
    """

    issue: T
    paper: T
    recall: T
    launch: T
    action: T
    designate: T
    listed: T
    entity: T
    will: T
    urge: T
    plan: T
    done: T
    state_cues: T
    ahead: T
    back: T
    reached: T
    setting: T
    pseudo_cues: T
    say: T
    stand_in: T
    expert: T
    recently: T
    non_bodies: T
    oblique: T
    data_cues: T
    quoted: T
    own_place_cues: T
    local_cues: T
    report: T
    news_cues: T
    other_days_before: T
    other_days_after: T


class Declared(Lexicon[Phrases]):
    """One language's words as they are declared."""


class Words(Fact):
    """The words of the acts, Chinese and English."""

    zh: Declared
    en: Declared
