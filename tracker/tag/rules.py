"""Compile the declarations for tagging: made once, then a pure function's second argument."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, Implementation

from config import Config
from config.schema.initiative import Initiative
from tracker.tag import version_of
from tracker.tag.acts import rule_tables
from tracker.tag.attribution import voices
from tracker.tag.days import choose
from tracker.tag.entities.bodies import Register, compile_register
from tracker.tag.figures import figure_tables
from tracker.tag.lexicon import Patterns, compile_lexicon
from tracker.tag.near_misses import Surroundings, compile_near_misses
from tracker.tag.patterns import Needle, needles, pattern
from tracker.tag.prefilter import Sieve, sieve
from tracker.tag.sites import sites_of


@dataclass(frozen=True)
class Sought:
    """A needle and the initiative that it stands for; one of a near-miss removes hits instead of giving one."""

    needle: Needle
    initiative: str
    term: str
    near_miss: bool


@dataclass(frozen=True)
class Rules:
    """Everything that tagging knows.

    `sieve` finds, in squeezed bytes, where a term may be (None: anywhere); `finder` finds the needles in folded text,
    and `sought[i]` says what its pattern i stands for. `measures` finds the words of an initiative's statistics, by its
    id; `lexicons` and `registers` are by language. `sites` are the bodies of primary sources by their hosts. `version`
    changes with every change of a rule.
    """

    config: Config
    sieve: Sieve | None
    finder: AhoCorasick
    sought: tuple[tuple[Sought, ...], ...]
    measures: dict[str, re.Pattern[str]]
    surroundings: Surroundings
    lexicons: dict[str, Patterns]
    registers: dict[str, Register]
    version: str
    sites: Mapping[str, str]


@lru_cache(maxsize=2)
def compile_rules(config: Config, *, few: bool = False) -> Rules:
    """Compile what `config` declares, once, and the tables of rows.

    For `few` texts, a row is compiled when it is first needed, and each text is searched whole: to make the sieve takes
    as long as to search hundreds of texts without it.
    """
    if not few:
        _prepare_tables()
    by_text = sought_in(config.initiatives.values())
    words = {"en": config.words.en, "zh": config.words.zh}
    return Rules(
        config=config,
        sieve=None if few else sieve(needed_by(by_text)),
        finder=AhoCorasick(list(by_text), implementation=Implementation.ContiguousNFA),
        sought=tuple(by_text.values()),
        measures={id_: pattern(one.measured_by) for id_, one in config.initiatives.items() if one.measured_by},
        surroundings=compile_near_misses(config.near_misses),
        lexicons={language: compile_lexicon(lexicon, language) for language, lexicon in words.items()},
        registers={
            language: compile_register(
                list(config.bodies.values()), lexicon.non_bodies, config.near_misses.foreign, language
            )
            for language, lexicon in words.items()
        },
        version=version_of(config),
        sites=sites_of(config),
    )


def _prepare_tables() -> None:
    for of_stage in (rule_tables, voices, choose, figure_tables):
        for table in (table for languages in of_stage.tables().values() for table in languages.values()):
            table.prepare()


def sought_in(initiatives: Iterable[Initiative]) -> dict[str, tuple[Sought, ...]]:
    """Return what stands for initiatives, by the text of its needle in small letters."""
    by_text: dict[str, list[Sought]] = defaultdict(list)
    for initiative in initiatives:
        for terms, near_miss in (((*initiative.zh, *initiative.en), False), (initiative.but_not, True)):
            for term in terms:
                for needle in needles(term):
                    by_text[needle.text.lower()].append(Sought(needle, initiative.id, term, near_miss))
    return {text: tuple(sought) for text, sought in by_text.items()}


def needed_by(by_text: Mapping[str, Sequence[Sought]]) -> dict[str, frozenset[str]]:
    """Return the needles for a sieve: all but those of near misses alone, each with what it needs beside it."""
    return {text: beside_of(sought) for text, sought in by_text.items() if not all(s.near_miss for s in sought)}


def beside_of(sought: Sequence[Sought]) -> frozenset[str]:
    """Return what one of the terms of a needle needs beside it; empty where one needs nothing."""
    needed = [one.needle.beside for one in sought if not one.near_miss]
    return frozenset().union(*needed) if all(needed) else frozenset()
