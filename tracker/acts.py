"""Name the acts that an announcement may report, strongest first; docs/acts.md defines them."""

from typing import Literal, get_args

Act = Literal["issued", "launched", "designated", "pledged", "progress", "mentioned"]
ACTS: tuple[Act, ...] = get_args(Act)


Stage = Literal["draft", "adopted", "issued", "revised", "repealed"]
STAGES: tuple[Stage, ...] = get_args(Stage)
"""How far a paper in an announcement has come, in the order in which it gets there."""


def strength(act: str) -> int:
    """Return how strong an act is: 0 for `mentioned`, 5 for `issued`."""
    return len(ACTS) - 1 - ACTS.index(act)
