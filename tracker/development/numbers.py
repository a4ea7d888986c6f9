"""Find document numbers that we know of and do not have: bodies number their papers by year and skip none.

The form is that of the State Council's rules on official papers: 国发〔2025〕11号 is the issuer's short name, the year
in hexagonal brackets, and the running number.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass

from tracker.development.families import family

# The name stands before it and is looked for last: most texts are Chinese, and few have a year in brackets.
NUMBER = re.compile(r"[〔\[［（(【]\s?((?:19|20)\d\d)\s?[〕\]］）)】]\s?第?\s?(\d{1,4})\s?号")
LONGEST_NAME = 12
NAMED = re.compile(rf"[\u4e00-\u9fff]{{2,{LONGEST_NAME}}}$")
# 如东, 如皋 and 呼和浩特 are places that number papers of their own.
LEADING_WORDS = re.compile(
    r"^.*(?:根据|按照|依据|依照|遵照|参照|比照|转发|落实|执行|贯彻|以及|文件|通知|意见|方案|发布|印发|简称|"
    r"号|以|按|如(?![东皋])|由|(?<!呼)和|与|及|的|见)(?=[\u4e00-\u9fff]{2,})"
)
# Series of the centre. No other issuer's name ends in one of them.
CENTRAL = re.compile(r"(?:国办发明电|国发明电|国办发|国办函|国发|国函|中办发|中发)$")
# One sign before a name is a place, as in 粤发改能源. More signs are words of the sentence.
FEWEST_WORDS = 2

Name = tuple[str, int, int]


@dataclass(frozen=True)
class Sequence:
    """Hold the numbers of one issuer and year: of documents that we have, those that texts name, and the gaps.

    `issuer` is the name of the family if several issuers number in one sequence (`families`), and `issuers` are those
    that we know.
    """

    issuer: str
    issuers: tuple[str, ...]
    year: int
    have: tuple[int, ...]
    named: tuple[int, ...]
    missing: tuple[int, ...]


def numbers_in(text: str) -> list[Name]:
    """Return every document number that a text names: (issuer's short name, year, running number)."""
    found, end = list[Name](), 0
    for number in NUMBER.finditer(text):
        start = number.start()
        if name := NAMED.search(text, max(end, start - LONGEST_NAME), start):
            found.append((_issuer(name[0]), int(number[1]), int(number[2])))
            end = number.end()
    return found


def sequences(documents: Iterable[tuple[str | None, str]]) -> list[Sequence]:
    """Return sequences from (own number, text) of documents, by issuer (or family) and year.

    `missing` are the numbers that we do not have, below the highest number that we have or that some text names. Words
    before an issuer that numbers a document of ours are part of the sentence and not of its name.
    """
    own, told = set[Name](), set[Name]()
    for number, text in documents:
        own.update(numbers_in(number or ""))
        told.update(numbers_in(text))
    issuers = {issuer for issuer, _, _ in own}
    named = {(_known(name, issuers), year, n) for name, year, n in told}
    series: dict[tuple[str, int], set[Name]] = defaultdict(set)
    for name in own | named:
        series[family(name[0]), name[1]].add(name)
    return [_sequence(*of, series[of] & own, series[of]) for of in sorted(series)]


def _sequence(issuer: str, year: int, own: Set[Name], known: Set[Name]) -> Sequence:
    mine, told = ({number for _, _, number in names} for names in (own, known))
    missing = set(range(1, max(told) + 1)) - mine
    issuers = tuple(sorted({name for name, _, _ in known}))
    return Sequence(issuer, issuers, year, *(tuple(sorted(some)) for some in (mine, told - mine, missing)))


def ranges(numbers: Iterable[int]) -> str:
    """Format numbers as a person writes them: 1-3, 5."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _issuer(name: str) -> str:
    bare = LEADING_WORDS.sub("", name)
    central = CENTRAL.search(bare)
    return central[0] if central else bare


def _known(name: str, issuers: Set[str]) -> str:
    """Return the longest of `issuers` that a name ends in, or else the name."""
    ends = (name[at:] for at in (0, *range(FEWEST_WORDS, len(name))))
    return next((end for end in ends if end in issuers), name)
