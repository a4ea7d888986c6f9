"""The words by which sentences tell what is done, planned, recalled or merely named, in both languages."""

from config.schema.facts import Fact

Phrases = tuple[str, ...]


class Lexicon(Fact):
    """One language's words; a phrase is literal, in English it stands between word bounds in any case."""

    issue: Phrases
    paper: Phrases
    recall: Phrases
    launch: Phrases
    action: Phrases
    designate: Phrases
    entity: Phrases
    will: Phrases
    plan: Phrases
    done: Phrases
    reached: Phrases
    setting: Phrases
    blank: Phrases
    say: Phrases
    recently: Phrases
    nobody: Phrases
    oblique: Phrases
    quoted: Phrases
    report: Phrases
    day_of_else: Phrases
    of_else_day: Phrases


class Words(Fact):
    """The words of the acts by language."""

    zh: Lexicon
    en: Lexicon
