"""Show rows a quantity in its sentence, or with a name beside it, and define the conditions that they test."""

import re
from dataclasses import dataclass
from functools import cached_property

from tracker.tag.engine import BEYOND, CLAUSE, SENTENCE, Scope, View
from tracker.tag.sentences import Name, Sentence
from tracker.text.numbers.amounts import Quantity
from tracker.text.numbers.elliptical import BRINGS, BY_REGION, TOTAL_IS

CLAUSE_BEGINS = re.compile(r"[，；;。]|(?<!\bCo)\. (?=[A-Z])|, (?!Ltd|Inc|Co\b|LLC)|\b(?:while|whereas|but) ")
NEARBY = 18
# Twice as much, and so many times another thing: a comparison and not a figure.
TIMES = ("倍", "times")
DOUBLED = 3
PLANNED = re.compile(r"实现|力争|争取|目标|将|到20\d\d年")
FEW = 10
KINDS = ("类", "种", "款")
MONEY = ("元", "yuan", "dollars")
# “X”等17个专项.
ALIKE = re.compile(r"[”\"]?[等 ]|")
# 南京、武汉等十个城市: where something is tested.
CITIES = re.compile(r"(?:试点)?(?:城市|地区|省份|省市)|(?<=[\d十一二三四五六七八九两]地)")
# 甲、乙等12个行业和领域: the fields of a paper.
FIELDS = re.compile(r"(?:重点|关键|主要|优势|典型)?(?:行业|领域)")
# 装备制造、石油化工、冶金新材料3个产业基地: the three that stand right before, of which one is on new materials.
ROW = re.compile(r"(?:^|[，。；：])((?:[^，。；：、和及\d]{2,24}[、和及]){1,11}[^，。；：、和及\d]{2,24})$")
MEMBERS = re.compile(r"[、和及]")
# 11 key "X" actions, 12项X任务: parts of a paper.
TASKS = re.compile(r"[\"\s]*(?:actions|tasks|measures|campaigns|(?:重[要点]|具体|主要)?(?:任务|行动|举措))")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
LIMIT = re.compile(r"\b(?:up to|no more than|at most|a maximum of|no fewer than|not exceed) $")
MAKES_UP = re.compile(
    r"(?: [a-z-]+){0,2}?(?: (?:have|has|had|also|now|already|alone|together|will|would))*"
    r" (?:account(?:s|ed)? for|ma[dk]es? up|represent(?:s|ed)?|constitut(?:es?|ed)|t(?:ake|akes|ook) up)"
    r" (?:(?:about|around|nearly|over|almost|some|more than|roughly|up to) )?"
)
FARTHEST_SIGNS = 14
FARTHEST_WORDS = 6


@dataclass(frozen=True)
class InSentence:
    """Something in a sentence. Rows look at the whole sentence."""

    sentence: Sentence
    tries_a_verb = False

    @property
    def language(self) -> str:
        """Return the language of the sentence."""
        return self.sentence.language

    @cached_property
    def sides(self) -> tuple[str, str]:
        """Return nothing: rows look for words anywhere."""
        return "", ""

    def view(self, _: Scope) -> View:
        """Return the whole sentence."""
        text, start, end = self.sentence.text, self.sentence.start, self.sentence.end
        return View("", text, start, end, text[start:end])


@dataclass(frozen=True)
class QuantityContext(InSentence):
    """A quantity in its sentence; `counts` says that a name follows which it counts.

    In the scopes "before", "clause" and "beyond" rows look at the sentence as far as the quantity, at its clause as far
    as that, and at the sentence with some characters behind the quantity.
    """

    quantity: Quantity
    counts: bool = False

    @cached_property
    def before(self) -> str:
        """Return the sentence as far as the quantity."""
        return self.sentence.text[self.sentence.start : self.quantity.start]

    @cached_property
    def sides(self) -> tuple[str, str]:
        """Return the sentence before and after the quantity."""
        return self.before, self.sentence.text[self.quantity.end : self.sentence.end]

    @cached_property
    def clause(self) -> str:
        """Return the clause of the quantity as far as the quantity."""
        return CLAUSE_BEGINS.split(self.before)[-1]

    def view(self, scope: Scope) -> View:
        """Return where rows of a scope look."""
        text, start, end = self.sentence.text, self.sentence.start, self.sentence.end
        if scope == SENTENCE:
            whole = text[start:end]
        elif scope == BEYOND:
            whole = text[start : self.quantity.end + NEARBY]
        else:
            whole = self.clause if scope == CLAUSE else self.before
        return View(self.before, text, self.quantity.end, end, whole)


@dataclass(frozen=True)
class NameContext(InSentence):
    """A name before a quantity. Rows look before it, and after it as far as the quantity."""

    quantity: Quantity
    name: Name

    @cached_property
    def between(self) -> str:
        """Return the words between the name and the quantity."""
        return self.sentence.text[self.name.end : self.quantity.start]

    @cached_property
    def sides(self) -> tuple[str, str]:
        """Return the sentence before the name, and the words between it and the quantity."""
        return self.sentence.text[self.sentence.start : self.name.start], self.between

    def view(self, _: Scope) -> View:
        """Return the text around the name, of which the whole is what stands between name and quantity."""
        return View(self.sides[0], self.sentence.text, self.name.end, self.quantity.start, self.between)


@dataclass(frozen=True)
class CountContext(InSentence):
    """A quantity before a name. Rows look before it, and at the words between the two, without brackets."""

    quantity: Quantity
    between: str

    @cached_property
    def sides(self) -> tuple[str, str]:
        """Return the sentence before the quantity, and the words between it and the name."""
        return self.sentence.text[self.sentence.start : self.quantity.start], self.between

    def view(self, _: Scope) -> View:
        """Return the text before the quantity, and the words between it and the name."""
        return View(self.sides[0], self.between, 0, len(self.between), self.between)


OfQuantity = QuantityContext | NameContext | CountContext


def is_a_count(said: OfQuantity) -> bool:
    """The quantity is a count of things."""
    return said.quantity.unit == "count"


def is_an_amount(said: OfQuantity) -> bool:
    """The quantity has a unit, and counts no things."""
    return said.quantity.unit != "count"


def is_a_range(said: OfQuantity) -> bool:
    """The quantity has a unit, and goes from one value to another: 20万至100万吨."""
    return is_an_amount(said) and len(said.quantity.values) > 1


def is_a_share(said: OfQuantity) -> bool:
    """The quantity is a percentage."""
    return said.quantity.unit == "%"


def is_no_share(said: OfQuantity) -> bool:
    """The quantity is not a percentage."""
    return said.quantity.unit != "%"


def is_money(said: OfQuantity) -> bool:
    """The quantity is a sum of money."""
    return said.quantity.unit.endswith(MONEY)


def is_a_share_of_things(said: QuantityContext) -> bool:
    """The quantity is a percentage, but not a rate: 渗透70%以上的业务场景."""
    return is_a_share(said) and not said.before.endswith("率")


def is_many_times(said: QuantityContext) -> bool:
    """The quantity is more than three times another."""
    return said.quantity.unit in TIMES and said.quantity.values[0] > DOUBLED


def is_a_comparison(said: QuantityContext) -> bool:
    """The quantity is at most three times another, or so many times what stands before 的."""
    times = said.quantity.unit in TIMES
    return times and (said.quantity.values[0] <= DOUBLED or said.before.endswith("的"))


def is_to_double(said: QuantityContext) -> bool:
    """The quantity is a plan that something doubles: 到2027年翻番, would double."""
    written = said.sentence.text[said.quantity.start : said.quantity.end]
    return written.endswith("double") or ("番" in written and bool(PLANNED.search(said.before)))


def is_listed(said: QuantityContext) -> bool:
    """The quantity is a number in words, or stands right behind a name."""
    text, names = said.sentence.text, said.sentence.names
    alike = (ALIKE.fullmatch(text, name.end, said.quantity.start) for name in names)
    return said.quantity.spelled or any(alike)


def is_of_cities(said: QuantityContext) -> re.Match[str] | None:
    """The quantity counts cities or regions."""
    return CITIES.match(said.sentence.text, said.quantity.end)


def is_of_fields(said: QuantityContext) -> re.Match[str] | None:
    """The quantity counts fields or branches of industry."""
    return FIELDS.match(said.sentence.text, said.quantity.end)


def is_of_cities_in_words(said: QuantityContext) -> bool:
    """The quantity counts cities or regions, and is a number in words."""
    return said.quantity.spelled and is_of_cities(said) is not None


def counts_the_list(said: QuantityContext) -> bool:
    """The quantity counts things listed right before it, a name among them, and no name behind it: 甲、X 2个基地."""
    if said.counts or said.sentence.text.endswith(KINDS, 0, said.quantity.end):
        return False
    row = ROW.search(said.before)
    if row is None or len(MEMBERS.split(row[1])) != said.quantity.values[0]:
        return False
    return any(said.sentence.start + row.start(1) <= name.start < said.quantity.start for name in said.sentence.names)


def counts_parts_of_a_paper(said: QuantityContext) -> bool:
    """The quantity counts the tasks or actions of a paper that has a name: 12项X任务."""
    end = said.quantity.end
    names = (name for name in said.sentence.names if end <= name.start < end + FARTHEST_SIGNS)
    return is_a_count(said) and any(TASKS.match(said.sentence.text, name.end) for name in names)


def is_small(said: QuantityContext) -> bool:
    """The quantity is a small number in words, which mostly counts in passing: no limit, no total, no region's part."""
    counted = said.quantity
    small = counted.spelled and is_a_count(said) and max(counted.values) < FEW and len(counted.values) == 1
    told = any(words.search(said.before) for words in (LIMIT, TOTAL_IS, BRINGS))
    return small and not (told or BY_REGION.match(said.sentence.text, counted.end))


def is_far(said: CountContext) -> bool:
    """The name is more than 14 Chinese characters, or six words, behind the quantity."""
    between = said.between
    return len(between) > FARTHEST_SIGNS if CHINESE.search(between) else len(between.split()) > FARTHEST_WORDS


def is_said_of_a_name(said: CountContext) -> bool:
    """The words between a name before it and the quantity say that the name makes up so much: X accounts for 60 %."""
    text, start = said.sentence.text, said.quantity.start
    before = (name for name in said.sentence.names if name.end <= start)
    return any(MAKES_UP.fullmatch(text, name.end, start) for name in before)


def is_a_thing(said: NameContext) -> bool:
    """The name is that of a thing, and not a word of its statistics."""
    return not said.name.measure
