"""Attribute a quantity to the initiatives of its sentence."""

import re
from collections.abc import Iterator, Mapping, Sequence

from tracker.tag.continuation import Said, continues
from tracker.tag.figures.counting import counted_by, on_list
from tracker.tag.figures.figure_tables import LEFT_OUT, NOT_OF_THE_NAME
from tracker.tag.figures.quantity_context import NameContext, QuantityContext
from tracker.tag.figures.rows import aligned, allotted, dealt, first_share, joined
from tracker.tag.scope import covers
from tracker.tag.sentences import Name, Sentence
from tracker.text.numbers.amounts import Quantity

JOINED = re.compile(r"[”’\"'\s]*(?:企业)?(?:[、和及与/，,]|\band\b|以及)[“‘\"'\s]*")
# 100家 X，Y 规模达到1000亿元: the comma ends what was counted.
COMMA = re.compile(r"[”’\"'\s]*(?:企业)?，")
# Seven plants, three of which are new: a part of what was just counted.
PART_OF = re.compile(r"\s?of (?:which|them|these|those)\b")
# 新材料领域企业700家: a count of something else; 45个集群中，新材料领域7个: a part of it.
FIELD = re.compile(r"等?领域(?!\d+[个家](?:[、，。；]|$))[^，。]{0,4}\d")
# Charging points for NEVs: the points are counted.
FOR = re.compile(r"\s(?:for|serving)\s(?:the\s)?(?:[\w-]+\s){0,3}")
# New energy vehicles (NEVs): the short name.
AGAIN = re.compile(r"\s?[(（]")


def owned(sentence: Sentence) -> Iterator[tuple[QuantityContext, set[str]]]:
    """Yield each quantity of a sentence with the initiatives that the sentence itself says it of, perhaps none."""
    so_far: dict[Name, Said] = {}
    before: tuple[Quantity, list[Name]] | None = None
    told: dict[Quantity | None, list[Name]] = {}
    for quantity in sentence.quantities:
        counted = counted_by(sentence, quantity)
        listed = on_list(sentence, quantity)
        names = counted or listed or _subjects(sentence, quantity, sentence.names, so_far)
        if not counted and (first := first_share(sentence, quantity)):
            names = told[first]
        if before and not counted and joined(sentence, before[0], quantity):
            names = [name for name in names if name in before[1] or name.end > before[0].start]
        if before and PART_OF.match(sentence.text, quantity.end):
            names = before[1]
        before = quantity, names
        names = names or allotted(sentence, quantity) or told.get(dealt(sentence, quantity), [])
        told[quantity] = names
        so_far |= {name: Said(bool(counted) or (name in so_far and so_far[name].counted), quantity) for name in names}
        said = QuantityContext(sentence, quantity, bool(counted or listed))
        if not LEFT_OUT.denies(said):
            yield said, {n.initiative for n in names if counted or _falls_to(sentence, n, quantity)}


def _falls_to(sentence: Sentence, name: Name, quantity: Quantity) -> bool:
    """Decide whether a quantity said of a list of things, of which a name is one, belongs to that name."""
    return not NOT_OF_THE_NAME.denies(NameContext(sentence, quantity, name)) and aligned(sentence, name, quantity)


def _subjects(sentence: Sentence, quantity: Quantity, names: Sequence[Name], so_far: Mapping[Name, Said]) -> list[Name]:
    """Return those of `names` before a quantity that it is said of: the nearest, and those in one list with it.

    A measure is said of something that may be an initiative of its own: 新能源公交车平均补贴8万元.
    """
    before = [name for name in names if name.end <= quantity.start]
    if not before:
        return []
    nearest = max(before, key=lambda name: (name.end, name.end - name.start))
    nearest = _for_whom(sentence, before, nearest)
    said = covers(sentence, nearest, quantity) or continues(sentence, nearest, quantity, so_far)
    if FIELD.match(sentence.text, nearest.end) or not said:
        return []
    row = [name for name in before if name.end == nearest.end]
    for name in reversed(before):
        if name.end == row[-1].start or _joins(sentence, name, row[-1], so_far):
            row.append(name)
    if nearest.measure:
        row += _subjects(sentence, quantity, [name for name in before if not name.measure], so_far)
    return row


def _joins(sentence: Sentence, name: Name, other: Name, so_far: Mapping[Name, Said]) -> bool:
    """Decide whether two names stand in one list, of which a comma after a name that was counted is the end."""
    between = sentence.text[name.end : other.start]
    if not between or not JOINED.fullmatch(between):
        return False
    return not (name in so_far and so_far[name].counted and COMMA.fullmatch(between))


def _for_whom(sentence: Sentence, names: Sequence[Name], nearest: Name) -> Name:
    """Return `nearest`, or the thing that serves it: charging points for NEVs."""
    said = (name for name in names if name.initiative == nearest.initiative)
    of_whom = next((name for name in said if AGAIN.fullmatch(sentence.text, name.end, nearest.start)), nearest)
    served = (name for name in names if FOR.fullmatch(sentence.text, name.end, of_whom.start))
    return next(served, nearest)
