"""Report what is wrong with an alert's rule: what it could never match, and whether it matches everything."""

import difflib
from collections.abc import Iterable, Iterator

from config import Config
from config.schema.source import Source
from tracker.alerts.matching.keywords import MOST, useless
from tracker.alerts.matching.rules import Rule


def problems(rule: Rule, config: Config) -> list[str]:
    """Return why the rule, or a part of it, could never match: one line each that says how to correct it."""
    return [
        *_contradictions(rule),
        *_unknown("initiative", rule.initiatives, config.initiatives),
        *_unknown("body", rule.bodies, config.bodies),
        *_unknown("source", rule.sources, config.sources),
        *_silent_sources(rule, config),
        *_useless_words(rule),
    ]


def asks_nothing(rule: Rule) -> bool:
    """Decide whether a rule matches every announcement."""
    return rule in (Rule(), Rule(languages=("zh", "en")), Rule(languages=("en", "zh")))


def _contradictions(rule: Rule) -> Iterator[str]:
    """Incidents and finds are not announcements: hardly any filter applies to them."""
    if rule.incidents and rule.finds:
        yield "incidents and finds need two alerts; add one for each"
    bare = Rule(incidents=rule.incidents, finds=rule.finds)
    if rule.incidents and rule.model_copy(update={"sources": ()}) != bare:
        yield "incidents can be chosen only by source; leave the other options out"
    if rule.finds and rule != bare:
        yield "a find is a name that no initiative has yet, so no filter applies to it; leave the other options out"


def _unknown(kind: str, names: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    for name in names:
        if name not in known:
            near = difflib.get_close_matches(name.lower(), list(known), 3)
            hint = f"did you mean {' or '.join(near)}?" if near else f"choose from {', '.join(sorted(known))}"
            yield f"no {kind} is called {name[:80]!r}, so it matches nothing; {hint}"


def _silent_sources(rule: Rule, config: Config) -> Iterator[str]:
    """Return sources that bring nothing, or nothing that the rule accepts; without any, what no source would bring."""
    for source in (config.sources[name] for name in rule.sources if name in config.sources):
        if not source.enabled:
            yield f"the source {source.id!r} is disabled, so it yields nothing; leave it out, or enable it"
        elif rule.tier not in (None, source.tier):
            yield f"the source {source.id!r} is {source.tier}, never {rule.tier}; leave out one of the two"
        elif not rule.incidents and not _speaks(source, rule):
            yield f"the source {source.id!r} writes in {source.language}, not in what you ask for; leave out one"
    if not rule.sources and not any(_brings(source, rule) for source in config.sources.values()):
        yield f"no source that is enabled is {rule.tier} and writes in {' or '.join(rule.languages)}; leave out one"


def _brings(source: Source, rule: Rule) -> bool:
    return source.enabled and rule.tier in (None, source.tier) and _speaks(source, rule)


def _speaks(source: Source, rule: Rule) -> bool:
    return not rule.languages or source.language in rule.languages


def _useless_words(rule: Rule) -> Iterator[str]:
    for word in rule.words:
        if fault := useless(word):
            yield f"{fault}, so no text contains it; write another or leave it out"
    if len(rule.words) > MOST:
        yield f"{len(rule.words)} words are too many for one text; write {MOST} at most"
