"""The acts that an announcement may tell of, strongest first; docs/acts.md defines them."""

from typing import Literal, get_args

Act = Literal["issued", "launched", "designated", "pledged", "progress", "mentioned"]
ACTS: tuple[Act, ...] = get_args(Act)


Stage = Literal["draft", "adopted", "issued", "revised", "repealed"]
STAGES: tuple[Stage, ...] = get_args(Stage)
"""How far a paper has come that an announcement tells of, in the order in which it gets there."""


def strength(act: str) -> int:
    """How strong an act is: 0 for `mentioned`, 5 for `issued`."""
    return len(ACTS) - 1 - ACTS.index(act)
