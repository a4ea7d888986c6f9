"""Estimate how alike two sets are by the smallest of their hashes under many permutations (Broder's MinHash).

The permutations are affine ones modulo 2^32, those that the library datasketch 2 draws by default (scheme `affine32`,
seed 1), so that signatures of either can be compared.
"""

from array import array
from collections.abc import Iterable
from functools import cache
from random import Random
from sys import byteorder

WORD = 0xFFFFFFFF
STATES = 624


def min_hashes(hashes: Iterable[int], permutations: int) -> list[int]:
    """Return the smallest of the 32-bit `hashes` (there is at least one) under each of so many permutations.

    All are computed at once, as digits of one long number: each has 64 bits, which a product of 32-bit numbers fits.
    """
    digits = array("Q", hashes)
    size = len(digits) * digits.itemsize
    ones = int.from_bytes(array("Q", [1] * len(digits)).tobytes(), byteorder)
    low = ones * WORD
    mixed = _mix(int.from_bytes(digits.tobytes(), byteorder), low)
    return [
        min(array("Q", ((mixed * a + ones * b) & low).to_bytes(size, byteorder)))
        for a, b in _permutations(permutations)
    ]


def _mix(values: int, low: int) -> int:
    """Apply the finalizer of MurmurHash3, which spreads each bit over all; without it low bits affect low bits only.

    `low` are the lower halves of the digits, which hold the values.
    """
    values = (((values ^ values >> 16) & low) * 0x85EBCA6B) & low
    values = (((values ^ values >> 13) & low) * 0xC2B2AE35) & low
    return (values ^ values >> 16) & low


@cache
def _permutations(count: int) -> tuple[tuple[int, int], ...]:
    """Return pairs (a, b) of h -> a * h + b; `a` is odd, so that two hashes never become one."""
    drawn = _twister(1)
    factors = [(drawn.getrandbits(32) << 1 | 1) & WORD for _ in range(count)]
    return tuple((factor, drawn.getrandbits(32)) for factor in factors)


def _twister(seed: int) -> Random:
    """Return a Mersenne Twister that one number seeds as its authors do (2002), which is not how Python does."""
    state = [seed]
    for number in range(1, STATES):
        state.append((1812433253 * (state[-1] ^ state[-1] >> 30) + number) & WORD)
    drawn = Random()  # noqa: S311 - permutations, no secrets
    drawn.setstate((3, (*state, STATES), None))
    return drawn
