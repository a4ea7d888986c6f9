"""Decide by the signs beside a phrase, wherever it occurs, whether it is cut out of a word: 素保障 of 要素保障."""

from dataclasses import dataclass

# Where a phrase begins or ends, unless the sign is part of a word: 和谐, 普及, 要素.
JOINS = "和与及"
MODAL = "要"
# What begins and what ends a member of a list or a clause; 和 may follow a comma.
OPENS, CLOSES = "、。；：！？;:“《（(\n", "、，。；：！？,;:”》）)\n"


@dataclass
class Edges:
    """What stood beside a phrase so far.

    An edge is `free` if another sign, or none, stood there once. It is `grown` if the sign there cannot be a word of
    its own: 和 begins no member of a list (、和谐社会) and ends none (知识普及，), and 要 stands before a verb.
    """

    free_before: bool = False
    free_behind: bool = False
    grown_before: bool = False
    grown_behind: bool = False

    def see(self, text: str, start: int, end: int) -> None:
        """Take note of one more place of the phrase in a text."""
        before, behind = text[max(0, start - 1) : start], text[end : end + 1]
        if not before or before not in JOINS + MODAL:
            self.free_before = True
        elif before == MODAL or _is_in(text[max(0, start - 2) : start - 1], OPENS):
            self.grown_before = True
        if not behind or behind not in JOINS:
            self.free_behind = True
        elif _is_in(text[end + 1 : end + 2], CLOSES):
            self.grown_behind = True

    def is_cut(self) -> bool:
        """Decide whether the phrase has never had a free edge on a side where a word goes on."""
        return (self.grown_before and not self.free_before) or (self.grown_behind and not self.free_behind)


def _is_in(sign: str, signs: str) -> bool:
    """Decide whether a sign is one of some, or the end of the text."""
    return not sign or sign in signs
