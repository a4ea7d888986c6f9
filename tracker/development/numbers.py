"""Document numbers that we know of and do not have: bodies number their papers by the year without leaving any out.

The form is that of the State Council's rules on official papers: 国发〔2025〕11号 is the issuer's short name, the year
in hexagonal brackets, and the running number.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

NUMBER = re.compile(r"([\u4e00-\u9fff]{2,12})[〔\[［（(【]((?:19|20)\d\d)[〕\]］）)】]第?(\d{1,4})号")
LEADING_WORDS = re.compile(
    r"^.*(?:根据|按照|依据|落实|执行|贯彻|以及|文件|通知|意见|方案|发布|印发|号|和|与|及|的|见)"
    r"(?=[\u4e00-\u9fff]{2,})"
)


@dataclass(frozen=True)
class Sequence:
    """The numbers of one issuer and year: those of documents that we have, those that texts name, and the gaps."""

    issuer: str
    year: int
    have: tuple[int, ...]
    named: tuple[int, ...]
    missing: tuple[int, ...]


def numbers_in(text: str) -> list[tuple[str, int, int]]:
    """Every document number in a text as (issuer's short name, year, running number)."""
    return [(_issuer(name), int(year), int(number)) for name, year, number in NUMBER.findall(text)]


def sequences(documents: Iterable[tuple[str | None, str]]) -> list[Sequence]:
    """Sequences from (own number, text) of documents, by issuer and year.

    `missing` are the numbers below the highest that we have or that some text names, which we do not have.
    """
    have: dict[tuple[str, int], set[int]] = defaultdict(set)
    named: dict[tuple[str, int], set[int]] = defaultdict(set)
    for own, text in documents:
        for issuer, year, number in numbers_in(own or ""):
            have[issuer, year].add(number)
        for issuer, year, number in numbers_in(text):
            named[issuer, year].add(number)
    told = []
    for issuer, year in sorted(have.keys() | named.keys()):
        mine, others = have[issuer, year], named[issuer, year] - have[issuer, year]
        missing = set(range(1, max(mine | others) + 1)) - mine
        told.append(Sequence(issuer, year, *(tuple(sorted(some)) for some in (mine, others, missing))))
    return told


def ranges(numbers: Iterable[int]) -> str:
    """Numbers as a person writes them: 1-3, 5."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _issuer(name: str) -> str:
    return LEADING_WORDS.sub("", name)
