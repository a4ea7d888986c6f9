"""Tests which rule decides: the table of sentences, the order among several, and that explaining changes nothing."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from config import Config
from db.engine import reading, writing
from db.models import Document, Mention, Page
from db.store.pages import add_page
from tests.explain.sentences import SENTENCES
from tests.factories.databases import sqlite
from tests.sizes import size
from tracker.explain.act_rules import rule_namer
from tracker.explain.catalogue import catalogue
from tracker.explain.deciding import Verdict, decide
from tracker.explain.explanation import explain
from tracker.explain.naming import Rule, word_rule
from tracker.explain.places import Places
from tracker.explain.switching import without, words_without
from tracker.explain.tracing import Trace, traced
from tracker.parse import records
from tracker.pipeline.analyze import as_document
from tracker.pipeline.read import read
from tracker.tag.lexicon import alternation
from tracker.tag.rules import compile_rules
from tracker.tag.tagger import tag

A, B, C = (Rule(name) for name in "abc")


def record(language: str, text: str) -> dict[str, Any]:
    """A sentence as a record."""
    return {"url": f"https://x/{abs(hash(text))}", "published": "2025-09-02", "lang": language, "text": text}


@pytest.mark.parametrize(("language", "text", "act", "name"), SENTENCES)
def test_a_sentence_names_its_rule(config: Config, language: str, text: str, act: str, name: str) -> None:
    document, rules = as_document(record(language, text)), compile_rules(config)
    (mention,) = explain(document, rules, Places())["mentions"]
    assert (mention["act"]["answer"], mention["act"]["rule"]) == (act, name)
    if "default" not in name:
        # Without the first row that holds, another may hold, or nothing be said; and the head of an English report
        # shows by itself what its paper is about.
        assert mention["act"]["without"] != act or ".mentioned." in name or name.startswith("en.issued.")
        assert mention["act"]["matched"]
        assert "[" in mention["act"]["marked"]


def given(*groups: set[Rule]) -> Any:
    """Answer "yes" as long as one of each group is left."""
    return lambda gone: "yes" if all(group - gone for group in groups) else "no"


@pytest.mark.parametrize(
    ("stages", "run", "verdict"),
    [
        ([[A, B], [C]], given({A}), Verdict(A, "no")),
        ([[A, B], [C]], given({B}, {A}), Verdict(A, "no")),
        ([[A, B], [C]], given({B}, {C}), Verdict(B, "no")),
        ([[A], [B, C]], given({C}), Verdict(C, "no")),
        ([[A, B], [C]], given({A, B}), Verdict(A, "no", (B,))),
        ([[A], [B]], given({A, B}), Verdict(A, "no", (B,))),
        ([[A, B]], given(), Verdict(None, "yes")),
        ([[], []], given(), Verdict(None, "yes")),
    ],
)
def test_the_first_rule_of_the_first_stage_decides(stages: Any, run: Any, verdict: Verdict) -> None:
    assert decide("yes", stages, run, lambda _: [[] for _ in stages]) == verdict


def test_what_stands_behind_a_rule_goes_with_it() -> None:
    """B is only tried without A, and would give the same."""
    run = given({A, B})
    assert decide("yes", [[A]], run, lambda gone: [[B] if A in gone and B not in gone else []]) == Verdict(
        A, "no", (B,)
    )


def bindings() -> Iterator[int]:
    """What modules bind, by identity."""
    for holders in catalogue().holders.values():
        yield from (id(namespace.get(name)) for namespace, name in holders)


def test_nothing_stays_switched(config: Config) -> None:
    before = list(bindings())
    rules = list(catalogue().patterns)
    with suppress(ZeroDivisionError), traced(Trace()), without(rules):
        assert list(bindings()) != before
        _ = 1 / 0
    assert list(bindings()) == before
    document = as_document(record(*SENTENCES[0][:2]))
    named = tag(document, compile_rules(config), rule_namer(config.words))
    assert list(bindings()) == before
    assert [{**one.model_dump(), "rule": None} for one in named] == [
        one.model_dump() for one in tag(document, compile_rules(config))
    ]


def test_words_are_left_out_as_if_they_were_not_declared(config: Config) -> None:
    """In every sentence, and for each of its words: what is left finds what a pattern without them finds."""
    for language, text, _, _ in SENTENCES:
        patterns, declared = compile_rules(config).lexicons[language], getattr(config.words, language)
        for kind, phrases in declared:
            for match in getattr(patterns, kind).finditer(text):
                phrase = next(one for one in phrases if one.lower() == match[0].lower())
                left = getattr(words_without(patterns, [word_rule(language, kind, phrase)]), kind)
                kept = tuple(one for one in phrases if one.lower() not in phrase.lower())
                assert [m.span() for m in left.finditer(text)] == [
                    m.span() for m in alternation(kept, language).finditer(text)
                ]


def test_what_is_stored_is_what_is_explained(engine: Engine, config: Config) -> None:
    _store(engine, [record(language, text) for language, text, _, _ in SENTENCES])
    assert sorted(_compare(engine, config)) == sorted(name for _, _, _, name in SENTENCES)


@pytest.mark.slow  # some seconds: every mention of the annotated texts is explained with all its fields
def test_every_mention_of_the_gold_has_one_rule(shared: Path, tmp_path: Path, config: Config) -> None:

    rows = [
        json.loads(line)
        for file in sorted((shared / "gold").glob("*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()[:: size(1, 4)]
    ]
    engine = sqlite(tmp_path / "gold.db")
    _store(engine, [{**row, "url": f"https://x/{row['id']}"} for row in rows])
    named = list(_compare(engine, config))
    engine.dispose()
    assert len(named) > size(150, 30)
    assert sum("default" in name for name in named) < len(named) / 10


def _store(engine: Engine, rows: list[dict[str, Any]]) -> None:
    for row in rows:
        page = Page(source="import", key=row["url"], url=row["url"], sha256="", content_type=records.CONTENT_TYPE)
        with writing(engine) as session:
            add_page(session, page, json.dumps(row).encode())


def _compare(engine: Engine, config: Config) -> Iterator[str]:
    """Read what is stored, and return the rules of its mentions, which must be those that are explained."""
    read(engine, config)
    rules, places = compile_rules(config), Places()
    with reading(engine) as session:
        documents = list(session.exec(select(Document)))
        stored = {(one.document_id, one.initiative): one.rule for one in session.exec(select(Mention))}
    for document in documents:
        for mention in explain(document, rules, places)["mentions"]:
            name = stored[document.id, mention["initiative"]]
            assert name == mention["act"]["rule"]
            assert places.named_in(name, config.words) == mention["act"]["place"]
            yield name
