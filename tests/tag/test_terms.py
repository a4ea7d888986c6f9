"""Test which initiatives a text names: official wordings, state media's, translations, and lookalikes."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from config import Config
from config.schema.gloss import Gloss
from config.schema.initiative import Initiative
from config.schema.near_misses import NearMisses
from tests.tables import table
from tracker.tag.rules import Rules, compile_rules
from tracker.tag.terms import find


def wordings(name: str) -> list[tuple[str, str]]:
    """Return the rows of a table beside this file."""
    return [(one, text) for one, text in table(Path(__file__).with_name(name))]


NAMED, NOT_NAMED = wordings("wordings.yaml"), wordings("near_wordings.yaml")
NAMED_STILL = wordings("named_still.yaml")

FIRST_IN_A_WORK_REPORT = [
    ("ai-plus", "2024"),
    ("made-in-china-2025", "2015"),
    ("new-quality-productive-forces", "2024"),
]
YEARS_IN_BOTH_LANGUAGES = ("2019", "2020", "2021")


@pytest.fixture(scope="module")
def rules(config: Config) -> Rules:
    return compile_rules(config)


@pytest.fixture(scope="module")
def reports(shared: Path, rules: Rules) -> dict[tuple[str, str], set[str]]:
    """Return the initiatives of each government work report, by language and year."""
    files = sorted((shared / "corpora").glob("work-reports-*.jsonl.gz"))
    rows = [row for file in files for row in read(file)]
    return {(row["lang"], row["published"][:4]): named(row["text"], rules) for row in rows}


def read(file: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def named(text: str, rules: Rules) -> set[str]:
    return {hit.initiative for hit in find(text, rules)}


@pytest.mark.parametrize(("initiatives", "text"), NAMED)
def test_a_wording_names_exactly_its_initiatives(initiatives: str, text: str, rules: Rules) -> None:
    assert named(text, rules) == set(initiatives.split())


@pytest.mark.parametrize(("initiative", "text"), NOT_NAMED)
def test_what_only_looks_like_an_initiative_is_not_one(initiative: str, text: str, rules: Rules) -> None:
    assert initiative not in named(text, rules)


@pytest.mark.parametrize(("initiative", "text"), NAMED_STILL)
def test_what_looks_like_a_near_miss_is_found(initiative: str, text: str, rules: Rules) -> None:
    assert initiative in named(text, rules)


def test_every_initiative_is_tried_in_both_languages(config: Config) -> None:
    tried = {(i, text.isascii()) for initiatives, text in NAMED for i in initiatives.split()}
    assert {(i, english) for i in config.initiatives for english in (True, False)} == tried


def test_hits_stand_in_the_text_as_it_was_given(rules: Rules) -> None:
    text = "简讯\n\n實施 “人工智能＋”行動，\n发展低空 经济。"
    assert [text[hit.start : hit.end] for hit in find(text, rules)] == ["人工智能＋", "低空 经济"]


@pytest.mark.parametrize("part", ["6G ", " ", "“”", "AI ", "a", "\n", "integration of digital ", "产业链供应链"])
def test_hostile_texts_end_like_others(part: str, rules: Rules) -> None:
    assert "quantum" in named(part * 50_000 + "。量子科技", rules)


def test_an_initiative_of_five_lines_is_found_at_once(config: Config) -> None:
    own = Initiative.model_validate(
        {
            "id": "deep-sea",
            "names": {"en": "Deep-sea technology", "zh": "深海科技"},
            "en": ["deep sea [technology|technologies]"],
            "zh": ["深海科技"],
        }
    )
    rules = compile_rules(replace(config, initiatives={**config.initiatives, own.id: own}))
    assert named("the low-altitude economy and deep-sea technologies", rules) == {"low-altitude-economy", "deep-sea"}
    for hyphen in "\u2010\u2011":
        text = f"the low{hyphen}altitude economy and deep{hyphen}sea technologies"
        assert named(text, rules) == {"low-altitude-economy", "deep-sea"}, ascii(hyphen)
    assert named("推动深海科技健康发展", rules) == {"deep-sea"}


@pytest.mark.parametrize(
    ("term", "complaint"),
    [
        ("[a|[b]]", "every bracket closed"),
        ("zones]", "every bracket closed"),
        ("a|b", "every bracket closed"),
        ("AI [pilot … zone]", "outside brackets"),
        ("AI ……… zone", "outside brackets"),
        ("… zone", "two characters"),
        ("[AI|]", "two characters"),
        ("  ", "two characters"),
        (f"[{'|'.join('zone' for _ in range(41))}]", "write two terms"),
    ],
)
def test_a_term_that_cannot_be_meant_is_refused(term: str, complaint: str) -> None:
    with pytest.raises(ValidationError, match=complaint):
        Initiative.model_validate({"id": "x", "names": {"en": "X", "zh": "X"}, "en": term, "zh": "某某"})


def test_rules_say_when_they_change(config: Config) -> None:
    fewer = replace(config, initiatives=dict(list(config.initiatives.items())[1:]))
    other = replace(config, gloss=Gloss(terms={"量子": ("quantum",)}, places={}, sayers={}))
    versions = {compile_rules(one).version for one in (config, config, fewer, other)}
    assert len(versions) == 3


@pytest.mark.parametrize(("initiative", "year"), FIRST_IN_A_WORK_REPORT)
def test_an_initiative_is_not_found_before_it_was_named(
    initiative: str, year: str, reports: dict[tuple[str, str], set[str]]
) -> None:
    assert min(y for (_, y), initiatives in reports.items() if initiative in initiatives) == year


@pytest.mark.parametrize("year", YEARS_IN_BOTH_LANGUAGES)
def test_both_languages_of_a_work_report_name_the_same(year: str, reports: dict[tuple[str, str], set[str]]) -> None:
    assert reports["zh", year] == reports["en", year]


def test_the_seed_article_names_its_twenty(shared: Path, rules: Rules) -> None:
    seed = json.loads((shared / "gold" / "seed.jsonl").read_text(encoding="utf-8"))
    assert named(seed["text"], rules) == set(seed["initiatives"])
    assert len(seed["initiatives"]) == 20


def test_without_words_nothing_is_ruled_out(config: Config) -> None:
    nothing = NearMisses(name_ends=(), side_bars=(), foreign=(), home=(), company=(), policy=(), market=(), talks=())
    assert named("世界智能制造大会", compile_rules(replace(config, near_misses=nothing))) == {"smart-manufacturing"}


def test_rules_for_a_few_texts_find_the_same(config: Config, rules: Rules) -> None:
    few = compile_rules(config, few=True)
    texts = [text for _, text in (*NAMED, *NOT_NAMED, *NAMED_STILL)]
    lines = ["\n".join(("人工智能\n\n", one, "+行动", other)) for one, other in pairwise(texts)]
    for text in (*texts, *lines, ""):
        assert find(text, few) == find(text, rules)
