"""An initiative as declared: its names, the terms that name it, and the near-misses that only look like it."""

import re
from typing import Annotated, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from config.schema.facts import Fact, Names, Slug

MOST_ALTERNATIVES = 40
_BRACKETS = re.compile(r"\[([^\[\]]*)\]")


def _well_formed(term: str) -> str:
    alternatives = [bracket.split("|") for bracket in _BRACKETS.findall(term)]
    rest = _BRACKETS.sub("", term)
    certain = _BRACKETS.sub(lambda bracket: min(bracket[1].split("|"), key=len), term)
    if set(rest) & set("[|]"):
        raise ValueError("write alternatives as [a|b]: every bracket closed, none inside another")
    if "…" in "".join(_BRACKETS.findall(term)) or "………" in term:
        raise ValueError("a gap is … or …… and stands outside brackets")
    if any(len(part.strip()) < 2 for part in re.split("…+", certain)):
        raise ValueError("two characters at least have to stand at each end and beside each gap")
    if max(map(len, alternatives), default=0) > MOST_ALTERNATIVES:
        raise ValueError(f"over {MOST_ALTERNATIVES} alternatives in one bracket; write two terms")
    return term


def _many(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Term = Annotated[str, AfterValidator(_well_formed)]
Terms = Annotated[tuple[Term, ...], BeforeValidator(_many)]


class Initiative(Fact):
    """One policy that we follow.

    A term is plain text with two signs. `[a|b|]` stands for a, b or nothing. `…` stands for up to 60
    characters of the same sentence (24 of the same clause in a Chinese term), `……` for up to 250 of the
    same paragraph. A capital letter has to be a capital in the text; a small letter may be either. Width,
    blanks, hyphens, quotes, traditional characters, -ise for -ize, centre for center and a plural s at the
    end need no terms of their own.
    `successor` names what took its place, where something did.
    A hit inside a phrase of `but_not` is no hit, and neither is one of the `parent` inside a child's.
    `measured_by` are the words of its statistics (charging guns, of charging piles): where a text has named it,
    their figures are its figures, also in sentences that do not name it.
    A `theme` is a field that anybody may speak of: it counts only where the text speaks of policy at home.
    """

    id: Slug
    names: Names
    parent: Slug | None = None
    successor: Slug | None = None
    theme: bool = False
    en: Terms = Field(min_length=1)
    zh: Terms = Field(min_length=1)
    measured_by: Terms = ()
    but_not: Terms = ()

    @model_validator(mode="after")
    def _is_no_child_of_itself(self) -> Self:
        if self.parent == self.id:
            raise ValueError("an initiative is no child of itself; remove `parent`")
        return self
