"""An initiative as declared: its names, the terms that name it, and the near misses that only look like it."""

import re
from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator, BeforeValidator, model_validator

from config.schema.common_words import only_common
from config.schema.facts import Fact, Names, Slug, Truth

MOST_ALTERNATIVES = 40
BOTH = {"en", "zh"}
_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
# What occurs in no name, and what to write instead: signs of regular expressions, as in 深海.*科技, (?:a|b) and \d; a
# gap as it is typed; a word of `tracker search`.
_STRANGE = (
    (re.compile(r"\.{3}"), "is no gap; write …, the one sign, for a gap"),
    (
        re.compile(r"\.[*+?]|[\\*^{}]|\(\?|\$$"),
        "is of a regular expression; a term is plain text, with … for a gap and [a|b]",
    ),
    (re.compile(r"(?<=\s)OR(?=\s)"), "is of a search; write a list, [a, b], with each term as its own entry"),
)
_IN_LANGUAGES = "write the terms under `zh` and `en`"
_HAN = re.compile("[\u4e00-\u9fff]")
# What separates entries for a writer, and not in YAML; no Chinese text has the first kind within a name.
_NEVER_IN_HAN = re.compile("[,;；]")
_SEPARATORS = re.compile("[、，,;；]")


def _well_formed(term: str) -> str:
    alternatives = [bracket.split("|") for bracket in _BRACKETS.findall(term)]
    rest = _BRACKETS.sub("", term)
    certain = _BRACKETS.sub(lambda bracket: min(bracket[1].split("|"), key=len), term)
    if set(rest) & set("[|]"):
        raise ValueError("write alternatives as [a|b]: every bracket closed, none inside another")
    if "…" in "".join(_BRACKETS.findall(term)) or "………" in term:
        raise ValueError("a gap is … or …… and must be outside brackets")
    if any(len(part.strip()) < 2 for part in re.split("…+", certain)):
        raise ValueError("at least two characters are needed at each end and beside each gap")
    if not any(map(str.isalnum, certain)):
        raise ValueError("a term needs a letter or a digit; punctuation alone matches nothing")
    if only_common(certain):
        raise ValueError("nearly every text has these words; add a word that says what it is")
    for strange, told in _STRANGE:
        if found := strange.search(term):
            raise ValueError(f"{found[0]} {told}")
    if _HAN.search(rest) and (found := _NEVER_IN_HAN.search(rest)):
        raise ValueError(f"is one term, with {found[0]} in it; write a list, [a, b], with each term as its own entry")
    if max(map(len, alternatives), default=0) > MOST_ALTERNATIVES:
        raise ValueError(f"over {MOST_ALTERNATIVES} alternatives in one bracket; write two terms")
    return term


def _many(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _no_list_in_one(terms: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse a list that was written as one term, or with a sign behind each line as well.

    Beside others, a term with such a sign is meant as it stands.
    """
    if len(terms) > 1 and all(_SEPARATORS.match(term[-1:]) for term in terms[:-1]):
        raise ValueError(f"each term ends with {terms[0][-1]}, which a text would need as well; remove it")
    if len(terms) == 1 and (found := _SEPARATORS.search(_BRACKETS.sub("", terms[0]))):
        raise ValueError(
            f"is one term, with {found[0]} in it; write a list, [a, b], or [{found[0]}] for the sign if it is one term"
        )
    return terms


def _in_both(names: object) -> object:
    """Return names in both languages for an initiative that has its name in one of them."""
    if not (isinstance(names, dict) and names and names.keys() <= BOTH):
        return names
    # Where all are empty, that is what is wrong, and not that one is missing.
    given = [name for name in names.values() if name] or [*names.values()][:1]
    return dict.fromkeys(BOTH, given[0]) if len(given) == 1 else names


Term = Annotated[str, AfterValidator(_well_formed)]
Terms = Annotated[tuple[Term, ...], BeforeValidator(_many)]
Naming = Annotated[Terms, AfterValidator(_no_list_in_one)]


class Initiative(Fact):
    """One policy that is followed.

    A term is plain text with two special signs. `[a|b|]` stands for a, b or nothing. `…` stands for up to 60 characters
    of the same sentence (24 of the same clause in a Chinese term), `……` for up to 250 of the same paragraph. A capital
    matches only a capital; a small letter matches both. Width, blanks, hyphens, quotes, traditional characters, -ise
    for -ize, centre for center and a plural s at the end need no terms of their own.

    An initiative with terms or a name in only one language uses them for the other. `successor` names the initiative
    that replaced it, if any. A hit inside a phrase of `but_not` does not count, and neither does a hit of the `parent`
    inside one of a child. `measured_by` are the words of its statistics (charging guns, for charging piles): once a
    text has named the initiative, figures with these words belong to it, also in sentences that do not name it. A
    `theme` is a field about which anyone may write: it counts only where the text is about domestic policy.
    """

    INSTEAD: ClassVar = dict.fromkeys(("terms", "keywords", "aliases", "synonyms"), _IN_LANGUAGES)

    id: Slug
    names: Annotated[Names, BeforeValidator(_in_both)]
    parent: Slug | None = None
    successor: Slug | None = None
    theme: Truth = False
    en: Naming = ()
    zh: Naming = ()
    measured_by: Terms = ()
    but_not: Terms = ()

    @model_validator(mode="after")
    def _is_no_child_of_itself(self) -> Self:
        if self.parent == self.id:
            raise ValueError("an initiative cannot be its own parent; remove `parent`")
        return self

    @model_validator(mode="after")
    def _has_a_term(self) -> Self:
        if not (self.en or self.zh):
            raise ValueError("has no term by which a text could name it; write some under `zh` or `en`")
        return self
