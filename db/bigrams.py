"""Cut texts in canonical form (`tracker.search.canonical`) into the tokens that both databases index.

A run of Chinese characters is cut into its pairs, followed by its last character: 人工智能+ gives 人工 工智 智能 能 +.
So a phrase that has to end where the run ends includes the last character, and one that may continue leaves it out. A
word is one token.
"""

import re

_UNIT = re.compile(r"(?P<gap>\|)|(?P<word> [^ ]+ ?)|(?P<plus>\+)|(?P<han>[^ |+]+)")
PREFIXES = (2, 3)
"""So many letters of a word are a token of their own on PostgreSQL, written with a `*`: what prefixes are found by."""
WHOLE, BEGUN_WORD, FIRST_SIGN = "whole", "begun word", "first sign"


def in_order(canonical: str) -> str:
    """Return all tokens in order, separated by blanks, as FTS5 expects them."""
    return " ".join(_tokens(canonical))


def distinct(canonical: str) -> list[str]:
    """Return each token once, as an array stores them, including single characters and beginnings of words."""
    tokens = set(_tokens(canonical))
    words = re.findall(r" ([^ ]+) ", canonical)
    tokens |= {f"{word[:length]}*" for word in words for length in PREFIXES if len(word) >= length}
    return sorted(tokens | set(re.sub(r" [^ ]+ |[|+]", "", canonical)))


def phrase(term: str) -> str:
    """Write a canonical term as an FTS5 phrase: exactly the texts that contain the term contain the phrase."""
    tokens, ending = _parts(term)
    return f'"{" ".join(tokens)}"{"" if ending == WHOLE else " *"}'


def needed(term: str) -> list[str]:
    """Return the tokens of `distinct` that every text with this canonical term has."""
    tokens, ending = _parts(term)
    return [*tokens[:-1], f"{tokens[-1][: max(PREFIXES)]}*"] if ending == BEGUN_WORD else tokens


def is_one_token(term: str) -> bool:
    """Decide whether a text that has the one token of a canonical term also contains the term."""
    tokens, ending = _parts(term)
    return len(tokens) == 1 and (ending != BEGUN_WORD or len(tokens[0]) in PREFIXES)


def _parts(term: str) -> tuple[list[str], str]:
    """Return the tokens of a term and its end: complete, with an open word, or with the first character of a run."""
    tokens = _tokens(term)
    last = [unit for unit in _UNIT.finditer(term) if not unit["gap"]][-1]
    if last["han"] and len(last["han"]) > 1:
        # The run may continue: whether it ends here does not matter.
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
