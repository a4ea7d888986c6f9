"""Explain what we report of a document's initiatives: the term, the rules, and each answer without them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from config.schema.words import Words
from db.models import Document, Mention
from tracker.explain.act_rules import BY_CONSTANT, Decision, decision, rule_namer
from tracker.explain.body_rules import decided_body
from tracker.explain.day_rules import decided_day
from tracker.explain.deciding import Verdict, alone
from tracker.explain.fields import ROOMS, Tagging, tagging
from tracker.explain.figure_rules import kinds, left_out
from tracker.explain.marking import marked
from tracker.explain.naming import Rule, default_name
from tracker.explain.places import Places, rule_called
from tracker.explain.tracing import Trace
from tracker.tag.news_papers import Hits
from tracker.tag.reading import Reading
from tracker.tag.rules import Rules
from tracker.tag.statements import GROUNDS, OF_TITLED, Statement, act_at
from tracker.tag.tagger import tag
from tracker.tag.terms import Hit, find, written
from tracker.text.condensed import as_read
from tracker.text.normalize import Span

MOST_LOST = 10
NOTHING = "no mention"


@dataclass(frozen=True)
class _Said:
    """Hold what was read of one initiative."""

    reading: Reading
    statement: Statement
    hits: Hits
    titled: Hits


def explain(document: Document, rules: Rules, places: Places, initiative: str | None = None) -> dict[str, Any]:
    """Explain the mentions of a document, or the mention of one initiative.

    Returns `{url, title, kind, mentions, not_meant}`; docs/explain.md describes the fields of a mention. `not_meant`
    are terms in the text that the words around them rule out.
    """
    said: dict[str, _Said] = {}
    name_rule = rule_namer(rules.config.words)

    def keep(reading: Reading, id_: str, statement: Statement, hits: Hits, titled: Hits) -> str:
        said[id_] = _Said(reading, statement, hits, titled)
        return name_rule(reading, id_, statement, hits, titled)

    mentions = [m for m in tag(document, rules, keep) if initiative in (None, m.initiative)]
    text = as_read(document.text)
    hits = find(text, rules)
    tagged = tagging(document, rules) if mentions else None
    return {
        "url": document.url,
        "title": document.title,
        "kind": next((one.reading.kind for one in said.values()), None),
        "mentions": [_mention(m, said[m.initiative], hits, tagged, places) for m in mentions if tagged],
        "not_meant": list(_not_meant(text, rules, hits, initiative)),
    }


def _mention(mention: Mention, said: _Said, hits: Sequence[Hit], tagged: Tagging, places: Places) -> dict[str, Any]:
    return {
        "initiative": mention.initiative,
        "term": _term(mention.initiative, said, hits, places),
        "act": _act(mention, said, tagged, places),
        **{field: _field(field, mention, tagged, places) for field in ROOMS if field != "figures"},
        "figures": _figures(mention, tagged, places),
        "body": _row("body", decided_body(mention, said.reading, said.statement, tagged), mention, places),
        "day": _row("day", decided_day(mention, said.reading, said.statement, tagged), mention, places),
        "lost": list(_lost(mention, said)),
    }


def _term(initiative: str, said: _Said, hits: Sequence[Hit], places: Places) -> dict[str, Any]:
    start, end = said.statement.hit
    term = next(hit.term for hit in hits if hit.initiative == initiative and hit.start == start)
    place = places.declared("initiatives.yaml", (f"{initiative}:",), term)
    return {"rule": f"terms.{initiative}", "term": term, "place": place, "written": said.reading.text[start:end]}


def _act(mention: Mention, said: _Said, tagged: Tagging, places: Places) -> dict[str, Any]:
    """Explain the act of a mention; `without` is the initiative's act in the whole document without the rule."""
    words, statement = tagged.rules.config.words, said.statement
    told = {"answer": mention.act, "rule": mention.rule, "place": places.named_in(mention.rule or "", words)}
    told["ground"] = GROUNDS[statement.ground]
    if not _is_decided(said):
        rule = _known(mention.rule or "", words)
        gone = _act_without(mention, tagged, frozenset((rule,))) if rule else None
        return {**told, "matched": [], "marked": mention.quote, "without": gone, "besides": [], "others": []}
    decided = decision(words, said.reading, mention.initiative, statement, said.hits, said.titled)
    rule, besides = decided.verdict.rule, decided.verdict.besides
    return {
        **told,
        **shown(rule, mention.quote, decided.trace),
        "without": _act_without(mention, tagged, frozenset((rule, *besides))) if rule else None,
        "besides": [{"rule": one.name, "place": places.rule(one)} for one in besides],
        "others": list(others_of(decided, places)),
    }


def _is_decided(said: _Said) -> bool:
    ground = said.statement.ground
    return ground not in BY_CONSTANT and not (ground == "title" and said.reading.kind in OF_TITLED)


def _known(name: str, words: Words) -> Rule | None:
    try:
        return rule_called(name, words)
    except LookupError:
        return None


def _act_without(mention: Mention, tagged: Tagging, rules: frozenset[Rule]) -> str:
    found = tagged.without(rules).get(mention.initiative)
    return found.act if found else NOTHING


def others_of(decided: Decision, places: Places) -> Iterator[dict[str, Any]]:
    """Yield the other rules without which the sentence alone has another act: those that lost, or were denied."""
    for rule, other in alone(decided.act, decided.stages, decided.run):
        if rule != decided.verdict.rule:
            yield {"rule": rule.name, "place": places.rule(rule), "without": other}


def _row(
    field: str, decided: tuple[Verdict, Sequence[re.Match[str]]], mention: Mention, places: Places
) -> dict[str, Any]:
    """Explain a field of which a row decides."""
    (verdict, matched), answer = decided, getattr(mention, field)
    name = verdict.rule.name if verdict.rule else default_name(field, "some" if answer else "none")
    return {**_decided(answer, name, verdict, places), **_words(mention.quote, matched)}


def _field(field: str, mention: Mention, tagged: Tagging, places: Places) -> dict[str, Any]:
    answer, name, verdict = tagged.decided(field, mention)
    return {**_decided(answer, name, verdict, places), **shown(verdict.rule, mention.quote, tagged.trace)}


def _figures(mention: Mention, tagged: Tagging, places: Places) -> dict[str, Any]:
    """Explain the figures, also by which row each is a target or a result, and which quantities are left out."""

    def shown_by(figure: Any, rule: Rule | None) -> dict[str, Any]:
        name = rule.name if rule else default_name("figures", figure["kind"])
        return {"rule": name, "place": places.named(name), "figure": figure}

    return {
        **_field("figures", mention, tagged, places),
        "kinds": [shown_by(*one) for one in kinds(mention, tagged)],
        "left_out": [shown_by(*one) for one in left_out(mention, tagged)],
    }


def _decided(answer: Any, name: str, verdict: Verdict, places: Places) -> dict[str, Any]:
    return {
        "answer": answer,
        "rule": name,
        "place": places.rule(verdict.rule) if verdict.rule else places.named(name),
        "without": verdict.without if verdict.rule else None,
        "besides": [{"rule": one.name, "place": places.rule(one)} for one in verdict.besides],
    }


def shown(rule: Rule | None, quote: str, trace: Trace) -> dict[str, Any]:
    """Return the words that a rule matched, and the quote with brackets around those in it."""
    return _words(quote, trace.matches_beside(rule) if rule else [])


def _words(quote: str, matched: Sequence[re.Match[str]]) -> dict[str, Any]:
    return {"matched": [match[0] for match in matched], "marked": marked(quote, matched)}


def _lost(mention: Mention, said: _Said) -> Iterator[dict[str, Any]]:
    """Yield the other sentences that name the initiative, and their acts by themselves."""
    reading, seen = said.reading, {said.statement.start}
    spans: Mapping[str, Sequence[Span]] = said.hits
    others = (hit for hit in spans[mention.initiative] if reading.sentence(hit.start).start not in seen)
    for hit in islice(others, MOST_LOST):
        sentence = reading.sentence(hit.start)
        if sentence.start not in seen:
            seen.add(sentence.start)
            yield {"act": act_at(reading, hit), "sentence": reading.text[slice(*sentence)]}


def _not_meant(text: str, rules: Rules, hits: Sequence[Hit], initiative: str | None) -> Iterator[dict[str, Any]]:
    meant = {(hit.initiative, hit.start) for hit in hits}
    inside = [(hit.start, hit.end) for hit in hits]
    for hit in islice((h for h in written(text, rules) if (h.initiative, h.start) not in meant), MOST_LOST):
        within = any(start <= hit.start and hit.end <= end for start, end in inside)
        if initiative in (None, hit.initiative) and not within:
            yield {"initiative": hit.initiative, "term": hit.term, "written": text[hit.start : hit.end]}
