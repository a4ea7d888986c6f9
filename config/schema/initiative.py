"""An initiative as declared: its names, the terms that name it, and the near-misses that only look like it."""

from typing import Annotated, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from config.schema.facts import Fact, Names, Slug

GAPS = ("……", "…")


def _well_formed(term: str) -> str:
    if not term.strip():
        raise ValueError("an empty term; remove it")
    depth = 0
    for character in term:
        depth += (character == "[") - (character == "]")
        if depth not in (0, 1) or (character == "|" and depth == 0):
            raise ValueError(f"{term!r}: write alternatives as [a|b], without brackets inside brackets")
    if depth:
        raise ValueError(f"{term!r}: a bracket is not closed")
    if any(not part.strip(" …") for part in term.split("…") if "……" not in term):
        raise ValueError(f"{term!r}: words are needed on both sides of …")
    return term


def _many(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Term = Annotated[str, AfterValidator(_well_formed)]
Terms = Annotated[tuple[Term, ...], BeforeValidator(_many)]


class Initiative(Fact):
    """One policy that we follow.

    A term is plain text with two signs. `[a|b|]` stands for a, b or nothing. `…` stands for up to 60
    characters of the same sentence, `……` for up to 250 of the same paragraph. A capital letter has to be
    a capital in the text; a small letter may be either. Width, spaces, hyphens, quotes, traditional
    characters, -ise for -ize, -re for -er and a plural s need no terms of their own.
    `successor` names what took its place, where something did.
    A hit inside a phrase of `but_not` is no hit, and neither is one of the `parent` inside a child's.
    A `theme` is a field that anybody may speak of: it counts only where the text speaks of policy.
    """

    id: Slug
    names: Names
    parent: Slug | None = None
    successor: Slug | None = None
    theme: bool = False
    en: Terms = Field(min_length=1)
    zh: Terms = Field(min_length=1)
    but_not: Terms = ()

    @model_validator(mode="after")
    def _is_no_child_of_itself(self) -> Self:
        if self.parent == self.id:
            raise ValueError("an initiative is no child of itself; remove `parent`")
        return self
