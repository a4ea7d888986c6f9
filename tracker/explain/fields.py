"""Find the rules by which a mention has its figures, and its paper a stage and days: those that change these."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from config.schema.words import Lexicon, Phrases
from db.models import Document, Mention
from tracker.explain.deciding import Stages, Verdict, decide
from tracker.explain.naming import Rule, default_name
from tracker.explain.switching import Lacking, opposite, without, words_without
from tracker.explain.tracing import Recorder, Trace, recorded, traced
from tracker.tag.entities.bodies import Register
from tracker.tag.rules import Rules
from tracker.tag.tagger import tag

TAG = "tracker.tag"
OF_DAYS = (f"{TAG}.stages.validity", f"{TAG}.stages.own_paper")
# The modules whose rules read a field, in the order in which they are asked.
ROOMS: dict[str, tuple[str, ...]] = {
    "stage": (f"{TAG}.stages",),
    "comment_until": OF_DAYS,
    "effective": OF_DAYS,
    "expires": OF_DAYS,
    "figures": (
        f"{TAG}.figures",
        f"{TAG}.sentences",
        "tracker.text.numbers",
        "tracker.text.periods",
    ),
}
BODIES = "bodies"


@dataclass(frozen=True)
class Tagging:
    """Hold a document tagged with and without rules; each set of rules is tried once, for all its mentions.

    `opposite` gives the mentions if a row decides the opposite of what it does.
    """

    document: Document
    rules: Rules
    trace: Trace
    without: Callable[[frozenset[Rule]], dict[str, Mention]]
    opposite: Callable[[Rule], dict[str, Mention]]

    def decided(self, field: str, mention: Mention) -> tuple[Any, str, Verdict]:
        """Return the value of a mention's field, the name of the rule that gave it, and the value without that rule."""

        def value(rules: frozenset[Rule]) -> Any:
            found = self.without(rules).get(mention.initiative)
            return getattr(found, field) if found else None

        def found(rules: frozenset[Rule]) -> Stages:
            return _staged(field, trace_of(self.document, self.rules, rules))

        known = getattr(mention, field)
        verdict = decide(known, _staged(field, self.trace), value, found) if known else Verdict(None, known)
        default = default_name(field, "some" if known else "none")
        return known, verdict.rule.name if verdict.rule else default, verdict


def tagging(document: Document, rules: Rules) -> Tagging:
    """Tag a document, and trace what matches."""

    def missing(gone: frozenset[Rule]) -> dict[str, Mention]:
        with without(gone):
            return {mention.initiative: mention for mention in tag(document, lacking(rules, gone))}

    def turned(rule: Rule) -> dict[str, Mention]:
        with opposite(rule):
            return {mention.initiative: mention for mention in tag(document, rules)}

    return Tagging(document, rules, trace_of(document, rules), cache(missing), cache(turned))


def trace_of(document: Document, rules: Rules, gone: frozenset[Rule] = frozenset()) -> Trace:
    """Return the rules that match while a document is tagged without some."""
    trace, fewer = Trace(), lacking(rules, gone)
    noted = {name: _noting(name, fewer, getattr(rules.config.words, name)) for name in fewer.lexicons}
    registers = {name: _registered(register) for name, register in fewer.registers.items()}
    with traced(trace), without(gone):
        tag(document, replace(fewer, lexicons=noted, registers=registers))
    return trace


def lacking(rules: Rules, gone: frozenset[Rule]) -> Rules:
    """Return the rules without some words and names of bodies."""
    if not any(rule.kind for rule in gone):
        return rules
    names = [rule.phrase.lower() for rule in gone if rule.kind == BODIES]
    lexicons = {
        language: words_without(patterns, [rule for rule in gone if rule.language == language])
        for language, patterns in rules.lexicons.items()
    }
    registers = {
        language: replace(register, pattern=Lacking(register.pattern, names))  # type: ignore[arg-type]
        for language, register in rules.registers.items()
    }
    return replace(rules, lexicons=lexicons, registers=registers if names else rules.registers)


def _noting(language: str, rules: Rules, declared: Lexicon[Phrases]) -> Any:
    return recorded(rules.lexicons[language], declared, language)


def _registered(register: Register) -> Register:
    """Return a register that records which names it finds: `bodies.miit.工信部`."""

    def name_of(match: Any) -> Rule:
        written = match[0] if match[0] in register.owners else match[0].lower()
        body = next((owner for owner, _ in register.owners[written]), "none")
        return Rule(f"{BODIES}.{body}.{written.lower().replace(' ', '-')}", register.language, BODIES, match[0])

    return replace(register, pattern=Recorder(register.pattern, name_of))  # type: ignore[arg-type]


def _staged(field: str, trace: Trace) -> Stages:
    """Return the rules of a field's modules."""
    return [[rule for rule, module in trace.modules.items() if module.startswith(ROOMS[field])]]
