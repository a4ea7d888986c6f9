"""Normalize an amount: its values, multiple and unit in one form."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.text.numbers.numerals import MULTIPLES


@dataclass(frozen=True)
class Quantity:
    """One quantity of a text: its place, its values (two for a range) and its unit.

    `unit` is `%`, `count`, or the unit as written with its multiple (`万辆`, `billion yuan`). `spelled` distinguishes a
    number in words (三项, three) from one in digits.
    """

    start: int
    end: int
    values: tuple[float, ...]
    unit: str
    spelled: bool = False


def counted(values: Sequence[float], multiple: str | None) -> tuple[float, ...]:
    """Return the values of a plain count, with their multiple multiplied out."""
    factor = MULTIPLES[multiple.lower()] if multiple else 1.0
    return tuple(round(value * factor, 6) for value in values)
