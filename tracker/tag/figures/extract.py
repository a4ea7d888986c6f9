"""Extract figures: which quantities a text states of which initiative, for what period, reached or targeted."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from tracker.tag.figures.attribution import owned
from tracker.tag.figures.kinds import shared_parts, takes_up_kind
from tracker.tag.figures.modality import Setting
from tracker.tag.figures.subjects import heads
from tracker.tag.figures.topics import ALONE, Topic
from tracker.tag.sentences import Name, Sentence, outermost, sentences
from tracker.text.normalize import Span
from tracker.text.numbers.amounts import Quantity

AT_MOST = 5
# 35个！
ALONE_IN_CLAUSE = re.compile(r"\W*+\d[\d,.]*+\S{0,2}+\W*+")
NO_ACTS: Mapping[str, str] = {}
CLAUSE = re.compile(r"[，：；]|[,:;]\s")

OVER = re.compile(r"超|突破|逾|\b(?:over|more than|exceed|surpass|top)", re.IGNORECASE)

# The sum was 300 billion yuan last year.
THE_SUM = re.compile(
    r"\W*(?:The|That|This) (?:sum|amount|total|figure|quota|allocation|funding|scale|number|fund)\b[^.;,]{0,30}"
    r"\b(?:was|were|is|stood|stands|compares|compared|reached|came|comes|rose|fell|represents)\b"
)

# Ninety goods were bought through the program: its name is said in short.
UNDER_IT = re.compile(
    r"\b(?:[Uu]nder|[Tt]hrough) (?:the|this) (?:program(?:me)?|scheme|initiative|policy|campaign|drive)\b"
)
# These zones have gathered 80 percent of the laboratories.
THESE_THINGS = re.compile(
    r"\W*(?:These|Such) (?:[\w-]+ )?(?:zones|parks|clusters|centers|bases|factories|platforms|facilities|vehicles|"
    r"plants|stations|robots)\b|\W*这些(?:园区|集群|中心|基地|工厂|平台|企业|城市)"
)

Figure = dict[str, Any]
# A quantity with the initiatives that it is said of, and the initiatives of the text's one paper.
Stated = tuple[Sentence, Quantity, set[str], Setting, set[str]]


class Told(NamedTuple):
    """A figure, where its sentence and its quantity begin, and whether the sentence names the initiative itself."""

    start: int
    place: int
    own: bool
    figure: Figure


def figures(
    text: str,
    names: Iterable[Name],
    published: date | None,
    in_title: Iterable[Name] = (),
    written: str | None = None,
    *,
    news: bool = True,
    acts: Mapping[str, str] = NO_ACTS,
    within: Iterable[Span] | None = None,
    passage: Callable[[Span], str] | None = None,
) -> dict[str, list[Figure]]:
    """Return the figures that a text states of each initiative, at most five in reading order (see `_foremost`).

    `names` are the initiatives' names in the text and the words of their statistics, `in_title` names in its title;
    `written` is the text as it was written, where `text` is its form in plain characters; `news` says that it is
    neither a report nor a paper; `acts` gives what it says of each initiative; `within` are its sentences, where they
    are known; `passage` gives the mood around a place (see `Setting`). A figure is {"value", "unit" (`%`, `count` or
    as written), "what" (the clause that states it), "period" (EDTF, or None), "kind" ("result" or "target"), "year"
    (in which its period ends, or None)}.

    A headline rounds, so its figures count only where the text below states none.
    """
    told, in_headlines = dict[str, list[Told]](), dict[str, list[Told]]()
    titled = {name.initiative for name in outermost(in_title)}
    read = sentences(text, heads(text, list(names)), published, within)
    for sentence, quantity, owners, setting, on in _stated(read, Setting(published, passage), Topic(news, titled)):
        for initiative in owners:
            if initiative not in on and _strays(sentence, quantity, initiative, acts.get(initiative)):
                continue
            into = in_headlines if sentence.heading else told
            stated = _figures(sentence, quantity, setting, written or text)
            own = _names(sentence, initiative) or UNDER_IT.search(sentence.said()) is not None
            into.setdefault(initiative, []).extend(
                Told(sentence.start, quantity.start, own, figure) for figure in stated
            )
    return {
        initiative: _foremost(_exact(_distinct(_in_words(stated))))
        for initiative, stated in (in_headlines | told).items()
    }


def _stated(read: Iterable[Sentence], before: Setting, begin: Topic) -> Iterator[Stated]:
    """Yield every quantity that is said of an initiative, with the setting in which it is said."""
    for _, item in groupby(read, key=lambda sentence: sentence.item):
        topic, setting = replace(begin), replace(before, unasked=[])
        for sentence in item:
            topic.read(sentence)
            setting.read(sentence)
            for said, named in owned(sentence):
                if owners := topic.owners(said, named):
                    yield sentence, said.quantity, owners, setting, topic.written_on


def _strays(sentence: Sentence, quantity: Quantity, initiative: str, act: str | None) -> bool:
    """Decide whether a sentence is about other things.

    The figures of an initiative that is only named or wanted stand where the text names it or takes up its name.
    """
    if act not in ("mentioned", "pledged") or _names(sentence, initiative):
        return False
    said, end = sentence.said(), quantity.end
    takes_up = takes_up_kind(sentence.text, end) or (quantity.unit == "count" and ALONE.match(sentence.text, end))
    return not (THE_SUM.match(said) or THESE_THINGS.match(said) or UNDER_IT.search(said) or takes_up)


def _names(sentence: Sentence, initiative: str) -> bool:
    return any(name.initiative == initiative for name in sentence.names)


def _figures(sentence: Sentence, quantity: Quantity, setting: Setting, text: str) -> Iterator[Figure]:
    period = setting.period(sentence, quantity)
    for value in quantity.values:
        yield {
            "value": value,
            "unit": quantity.unit,
            "what": _clause(sentence, quantity, text),
            "period": period.written() if period else None,
            "kind": setting.kind(sentence, period),
            "year": period.last[0] if period else None,
        }


def _clause(sentence: Sentence, quantity: Quantity, text: str) -> str:
    """Return the clause that states a quantity, in the words of `text`."""
    following = CLAUSE.search(sentence.text, quantity.end, sentence.end)
    end = following.start() if following else sentence.end
    return text[sentence.after_last(CLAUSE, quantity.start) : end].strip(" *。.\u3000")


def _in_words(stated: list[Told]) -> list[Told]:
    """Return the figures without one that stands alone where a clause states it: 35个！名单公布 above 包括35个集群."""
    clauses = {_amount(one) for one in stated if not ALONE_IN_CLAUSE.fullmatch(one.figure["what"])}
    return [one for one in stated if _amount(one) not in clauses or not ALONE_IN_CLAUSE.fullmatch(one.figure["what"])]


def _amount(told: Told) -> tuple[float, str]:
    return told.figure["value"], told.figure["unit"]


def _distinct(stated: list[Told]) -> list[Told]:
    """Return each figure once; several in one sentence that counts one by one (百项产品、百家企业) are distinct.

    So are equal values in two sentences whose clauses have no word in common.
    """
    distinct = list[Told]()
    kept: dict[tuple[float, str], list[tuple[Told, set[str]]]] = {}
    for told in stated:
        alike = kept.setdefault(_amount(told), [])
        words = shared_parts(told.figure["what"])
        if not any(
            told.place == earlier.place if told.start == earlier.start else not words.isdisjoint(its_words)
            for earlier, its_words in alike
        ):
            alike.append((told, words))
            distinct.append(told)
    return distinct


def _exact(stated: list[Told]) -> list[Told]:
    """Return the figures without a round one before its exact value: 突破7000万千瓦 beside 7376万千瓦."""
    return [
        one
        for one in stated
        if not (OVER.search(one.figure["what"]) and any(_rounds(one.figure, other.figure) for other in stated))
    ]


def _foremost(stated: list[Told]) -> list[Figure]:
    """Return the first five in reading order, those of sentences that name the initiative before the others.

    The sixth and later ones are mostly details: on annotated texts, eight would cost more precision than they find.
    """
    kept = sorted(range(len(stated)), key=lambda place: not stated[place].own)[:AT_MOST]
    return [stated[place].figure for place in sorted(kept)]


def _rounds(one: Figure, other: Figure) -> bool:
    """Decide whether one figure is another cut off after its first digits."""
    signs, more = (f"{figure['value']:.12g}".replace(".", "") for figure in (one, other))
    shown = signs.rstrip("0")
    near = one["value"] < other["value"] < one["value"] * 1.2 and one["unit"] == other["unit"]
    # Over 30 % of one thing and 35 % of another: a share of one digit is cut off from one with decimals.
    share = one["unit"] == "%" and float(other["value"]).is_integer()
    rough = len(shown) > 1 or (one["unit"] != "count" and not share)
    return near and rough and len(more.rstrip("0")) > len(shown) and more.startswith(shown)
