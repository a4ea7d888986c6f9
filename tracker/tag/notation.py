"""Write out the short notation of rows as regular expressions, and find the strings that those need."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from tracker.tag.vocabulary import FRAGMENTS

# `…` passes over characters within a clause, `……` within a sentence.
GAPS: Mapping[str, tuple[str, str]] = {"zh": ("[^，。；]", "[^。；]"), "en": ("[^.;,]", "[^.;]")}
TOKEN = re.compile(
    r"(?P<kept>\\.|\[(?:\\.|[^\]\\])*\])|(?P<gap>……?)(?:(?P<most>\d+)|(?P<exact>\{))?|(?P<group>\((?!\?))|"
    r"\{(?P<name>[A-Z_]+)\}"
)
STRUCK = "□"
MOST_STRINGS = 60


@cache
def compiled(pattern: str, language: str) -> re.Pattern[str]:
    """Return a pattern of a row, compiled."""
    return re.compile(written_out(pattern, language))


def written_out(pattern: str, language: str) -> str:
    """Return a pattern of a row as Python writes it.

    `…` is a gap within a clause and `……` one within a sentence, of any length, or `…8` of at most eight characters, or
    `…{2,8}`; `(a|b)` groups and keeps nothing; `{NAME}` is a fragment of `tracker.tag.vocabulary`.
    """

    def write(token: re.Match[str]) -> str:
        if token["gap"]:
            gap = GAPS[language][len(token["gap"]) - 1]
            if token["exact"]:
                return gap + "{"
            return f"{gap}{{0,{token['most']}}}" if token["most"] else f"{gap}*"
        if token["name"]:
            return f"(?:{written_out(FRAGMENTS[language][token['name']], language)})"
        return "(?:" if token["group"] else token["kept"]

    return TOKEN.sub(write, pattern)


@cache
def needed(pattern: str, language: str) -> frozenset[str]:
    """Return strings, at least one of which occurs in every text that a pattern matches; empty if they are unknown."""
    return _needed(_parser.parse(written_out(pattern, language))) if pattern else frozenset()


def _needed(items: Any) -> frozenset[str]:
    """Return the most selective set of strings that parts of a sequence need; empty where case does not matter."""
    return max(_sets(items), key=_worth, default=frozenset())


def _worth(strings: frozenset[str]) -> tuple[int, int]:
    return min(map(len, strings), default=0), -len(strings)


def _sets(items: Any) -> Iterator[frozenset[str]]:
    run = frozenset({""})
    for code, argument in items:
        strings = _strings(code, argument)
        if strings and len(run) * len(strings) <= MOST_STRINGS:
            run = frozenset(map("".join, product(run, strings)))
            continue
        yield _known(run)
        run = strings or frozenset({""})
        yield _within(code, argument)
    yield _known(run)


def _known(strings: frozenset[str]) -> frozenset[str]:
    """Return the strings; empty where one is empty or made of the marks for words that were struck out."""
    return strings if all(strings) and not any(STRUCK in one for one in strings) else frozenset()


def _strings(code: Any, argument: Any) -> frozenset[str]:
    """Return all strings that a part of a pattern matches, where they are few; else none."""
    if code is codes.LITERAL:
        return frozenset({chr(argument)})
    if code is codes.IN and all(kind is codes.LITERAL for kind, _ in argument):
        return frozenset(chr(sign) for _, sign in argument)
    if code is codes.SUBPATTERN and not argument[1]:
        return _all_strings([argument[3]])
    if code is codes.BRANCH:
        return _all_strings(argument[1])
    return frozenset()


def _all_strings(branches: Any) -> frozenset[str]:
    found: set[str] = set()
    for branch in branches:
        run = frozenset({""})
        for code, argument in branch:
            strings = _strings(code, argument)
            run = frozenset(map("".join, product(run, strings))) if len(run) * len(strings) <= MOST_STRINGS else run
            if not strings or len(run) > MOST_STRINGS:
                return frozenset()
        found |= run
    return frozenset(found) if len(found) <= MOST_STRINGS else frozenset()


def _within(code: Any, argument: Any) -> frozenset[str]:
    """Return what a part that matches too many strings needs."""
    if code is codes.SUBPATTERN and not argument[1]:
        return _needed(argument[3])
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT) and argument[0]:
        return _needed(argument[2])
    if code is codes.BRANCH:
        branches = [_needed(branch) for branch in argument[1]]
        return frozenset().union(*branches) if all(branches) else frozenset()
    return frozenset()
