"""Define the acts that an announcement may report, strongest first; docs/acts.md describes them."""

from typing import Literal, get_args

Act = Literal["issued", "launched", "designated", "pledged", "progress", "mentioned"]
ACTS: tuple[Act, ...] = get_args(Act)


Stage = Literal["draft", "adopted", "issued", "revised", "repealed"]
STAGES: tuple[Stage, ...] = get_args(Stage)
"""The stages of a paper that an announcement reports, in the order in which it reaches them."""


def strength(act: str) -> int:
    """Return the strength of an act: 0 for `mentioned`, 5 for `issued`."""
    return len(ACTS) - 1 - ACTS.index(act)
