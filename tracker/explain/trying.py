"""Try the rules of acts on a sentence: the act for each name in it, and its rules."""

from typing import Any

from db.models import Document
from tracker.explain.act_rules import decision_at
from tracker.explain.explanation import others_of, shown
from tracker.explain.naming import default_name
from tracker.explain.places import Places
from tracker.tag.reading import take_apart
from tracker.tag.rules import Rules
from tracker.tag.terms import find
from tracker.text.condensed import as_read
from tracker.text.normalize import Span


def tried(document: Document, rules: Rules, places: Places) -> list[dict[str, Any]]:
    """Explain what the sentence around each name in a document reports by itself, with a dictionary for each name.

    Unlike a mention, this is not the strongest of the document's sentences, and the title is not included. `besides`
    are other rules that hold and would give the same act without `rule`; `without` is the act without all of them.
    """
    text, words = as_read(document.text), rules.config.words
    language = document.language
    reading = take_apart(document, text, rules.lexicons[language], rules.registers[language])
    answers = []
    for hit in find(text, rules):
        decided = decision_at(words, reading, Span(hit.start, hit.end))
        rule, without, besides = decided.verdict
        name = rule.name if rule else default_name("acts", decided.act)
        sentence = text[slice(*reading.sentence(hit.start))]
        answers.append(
            {
                "initiative": hit.initiative,
                "written": text[hit.start : hit.end],
                "act": decided.act,
                "rule": name,
                "place": places.rule(rule) if rule else places.named(name),
                **shown(rule, sentence, decided.trace),
                "besides": [{"rule": one.name, "place": places.rule(one)} for one in besides],
                "without": without if rule else None,
                "others": list(others_of(decided, places)),
            }
        )
    return answers
