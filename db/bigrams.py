"""Cuts texts in canonical form (`tracker.search.canonical`) into the tokens that both databases index.

Of each run of Chinese characters these are its pairs, and its last character behind them: 人工智能+ gives
人工 工智 智能 能 +. So a run that has to end where it ends in the query is a phrase that ends so, and one that may go
on leaves out its last character. A word is one token.
"""

import re

_UNIT = re.compile(r"(?P<gap>\|)|(?P<word> [^ ]+ ?)|(?P<plus>\+)|(?P<han>[^ |+]+)")
PREFIXES = (2, 3)
"""So many letters of a word are a token of their own on PostgreSQL, written with a `*`: what prefixes are found by."""
WHOLE, BEGUN_WORD, FIRST_SIGN = "whole", "begun word", "first sign"


def in_order(canonical: str) -> str:
    """All tokens in their order, with blanks between them, as FTS5 takes them."""
    return " ".join(_tokens(canonical))


def distinct(canonical: str) -> list[str]:
    """Each token once, single characters and beginnings of words included, as an array holds them."""
    tokens = set(_tokens(canonical))
    words = re.findall(r" ([^ ]+) ", canonical)
    tokens |= {f"{word[:length]}*" for word in words for length in PREFIXES if len(word) >= length}
    return sorted(tokens | set(re.sub(r" [^ ]+ |[|+]", "", canonical)))


def phrase(term: str) -> str:
    """A canonical term as a phrase of FTS5: just the texts that hold the term hold the phrase."""
    tokens, ending = _parts(term)
    return f'"{" ".join(tokens)}"{"" if ending == WHOLE else " *"}'


def needed(term: str) -> list[str]:
    """The tokens of `distinct` that every text has that holds a canonical term."""
    tokens, ending = _parts(term)
    return [*tokens[:-1], f"{tokens[-1][: max(PREFIXES)]}*"] if ending == BEGUN_WORD else tokens


def is_one_token(term: str) -> bool:
    """Whether having the one token that a canonical term needs is holding the term."""
    tokens, ending = _parts(term)
    return len(tokens) == 1 and (ending != BEGUN_WORD or len(tokens[0]) in PREFIXES)


def _parts(term: str) -> tuple[list[str], str]:
    """The tokens of a term, and how it ends: whole, with a word that may go on, or with the first sign of a run."""
    tokens = _tokens(term)
    last = [unit for unit in _UNIT.finditer(term) if not unit["gap"]][-1]
    if last["han"] and len(last["han"]) > 1:
        # The run may go on: that it ends here is not asked.
        return tokens[:-1], WHOLE
    if last["han"]:
        return tokens, FIRST_SIGN
    return tokens, BEGUN_WORD if last["word"] and not term.endswith(" ") else WHOLE


def _tokens(canonical: str) -> list[str]:
    tokens: list[str] = []
    for unit in _UNIT.finditer(canonical):
        if han := unit["han"]:
            tokens += [han[at : at + 2] for at in range(len(han) - 1)]
            tokens.append(han[-1])
        elif not unit["gap"]:
            tokens.append(unit[0].strip())
    return tokens
