"""Test what the terms of an initiative hit, and what they nearly hit."""

from config import Config
from tracker.tag.rules import compile_rules
from tracker.tag.term_report import check

TEXTS = (
    "国务院印发《关于深入实施“人工智能+”行动的意见》。",
    "The State Council issued guidelines on the AI Plus initiative on Tuesday.",
    "天气晴朗。",
)


def test_hits_and_terms_without_hits_are_reported(config: Config) -> None:
    tried = check(TEXTS, compile_rules(config), "ai-plus")
    assert {one.initiative for one in tried} == {"ai-plus"}
    assert sum(one.hits for one in tried) == 2
    assert any(one.hits == 0 for one in tried), "a term that never hits is told too"
    assert any("人工智能+" in sample for one in tried for sample in one.samples)


def test_what_is_ruled_out_is_a_near_hit(config: Config) -> None:
    rules = compile_rules(config)
    (near,) = [one for one in check(["加快建设新型工业化示范区。"], rules, "new-industrialization") if one.near]
    assert (near.hits, near.near) == (0, 1)
    assert "示范区" in near.near_samples[0]
