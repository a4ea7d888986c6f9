"""Attribute a quantity to initiatives of its sentence: to names before it, or to those behind it that it counts."""

import re
from collections.abc import Iterator, Mapping, Sequence

from tracker.tag.figures.continuation import Said, continues, covers
from tracker.tag.figures.figure_tables import BEHIND, CHOSEN, LEFT_OUT, NOT_OF_THE_NAME, SERVED
from tracker.tag.figures.quantity_context import CountContext, NameContext, QuantityContext
from tracker.tag.figures.rows import aligned, allotted, dealt, first_share, joined
from tracker.tag.sentences import Name, Sentence
from tracker.text.numbers.amounts import Quantity

JOINED = re.compile(r"[”’\"'\s]*(?:企业)?(?:[、和及与/，,]|\band\b|以及)[“‘\"'\s]*")
# Seven plants, three of which are new: a part of what was just counted.
PART_OF = re.compile(r"\s?of (?:which|them|these|those)\b")
# Up 10.0 %, 1.2 points more than a month before: said of what grew.
COMPARED = re.compile(
    r"，(?:增速|增幅|比重|占比)?[比较][^，。；\d]{1,12}(?:加快|放缓|回落|提高|提升|下降|上升|扩大|收窄|增加|减少)了?"
)
# 新材料领域企业700家: a count of something else; 45个集群中，新材料领域7个: a part of it.
FIELD = re.compile(r"等?领域(?!\d+[个家](?:[、，。；]|$))[^，。]{0,4}\d")
# Charging points for NEVs: the points are counted.
FOR = re.compile(r"\s(?:for|serving)\s(?:the\s)?(?:[\w-]+\s){0,3}")
# New energy vehicles (NEVs): the short name.
AGAIN = re.compile(r"\s?[(（]")
# 900 advanced-level and 40 model-level X count X twice.
LIKE = re.compile(
    r"\s?(?:[a-z]{1,20}-[a-z]{1,20} and|(?:[a-z]{1,20}-(?:level|grade|class|tier)|basic|advanced|excellent|outstanding|"
    r"leading|national|provincial|municipal|local)(?:, and| and|,)) (?:over |about |nearly |more than |some |around )?|"
    r"[\u4e00-\u9fff]{2,4}级[、和及]|(?:试点)?城市[、和及]?",
    re.IGNORECASE,
)
# 73.76 GW/168 GWh of X: in two units.
PAIRED = re.compile(r"\s?/\s?")
# 8.1 million and 8.05 million X, made 410,000 and sold 402,000 X.
COUNTED_TWICE = re.compile(
    r",\s(?:and\s)?|\s?and (?:(?:sold|sell|built|made|produced|exported|delivered) (?:(?:at home|abroad|overseas) )?)?"
    r"(?:(?:about|over|nearly|some|more than) )?"
)
# 25 million units, representing 69 percent of all NEVs.
OR = re.compile(r"[^.,;]{0,20}, (?:accounting for|representing|making up|or) (?:about |nearly |over |some )?")
# Up by 38 percent for the first 109 projects.
MADE_OF = re.compile(r"\s*of\b[^,.;\d]{3,90}\b(?:was|were|are|is) (?:now )?(?:either )?")
SHARE_FOR = re.compile(r"\s*(?:for|of|in|among|at)\b[^,.;]{0,30}")
BRACKETS = re.compile(r"\s?\([^()]*\)")
# X名单……3家基地入选: those on the list.
LIST = re.compile(r"[\"\s]*(?:建设|培育|创建|试点|认定)?(?:首批|第.批)?(?:城市|园区|企业|平台)?名单")
ON_LIST = re.compile(r"[\u4e00-\u9fff]{0,8}?(?:入选|上榜|晋级|获批|在列|榜上有名)")
LISTED = re.compile(r"(?:纳入|包括|列入|确定|公布|共有?|共计)$")
# 国家高新区集聚了70%的X，区内企业研发经费占全国的50%: the zones are meant.
WITHIN_ZONES = re.compile(r"[，；、](?:这些)?(?:高新区|园区|区)内[^，；。\d]{2,24}$")
ZONES = ("区", "基地")
LONGEST_CHAIN = 4
LONGEST = 260


def owned(sentence: Sentence) -> Iterator[tuple[QuantityContext, set[str]]]:
    """Yield each quantity of a sentence with the initiatives that the sentence itself says it of, perhaps none."""
    so_far: dict[Name, Said] = {}
    before: tuple[Quantity, list[Name]] | None = None
    told: dict[Quantity | None, list[Name]] = {}
    for quantity in sentence.quantities:
        counted = counted_by(sentence, quantity)
        listed = on_list(sentence, quantity)
        names = counted or listed or _subjects(sentence, quantity, sentence.names, so_far)
        if not counted and (first := first_share(sentence, quantity)):
            # The first may count a thing of its own: zones have 70% of X and 80% of the laboratories.
            names = _subjects(sentence, first, sentence.names, so_far) if counted_by(sentence, first) else told[first]
        if before and not counted and joined(sentence, before[0], quantity):
            names = [name for name in names if name in before[1] or name.end > before[0].start]
        if before and (
            PART_OF.match(sentence.text, quantity.end)
            or COMPARED.fullmatch(sentence.text, before[0].end, quantity.start)
        ):
            names = before[1]
        before = quantity, names
        names = names or allotted(sentence, quantity) or told.get(dealt(sentence, quantity), [])
        told[quantity] = names
        so_far |= {name: Said(bool(counted) or (name in so_far and so_far[name].counted), quantity) for name in names}
        said = QuantityContext(sentence, quantity, bool(counted or listed))
        if not LEFT_OUT.denies(said):
            yield said, {n.initiative for n in names if counted or _falls_to(sentence, n, quantity)}


def _falls_to(sentence: Sentence, name: Name, quantity: Quantity) -> bool:
    """Decide whether a quantity said of a list of things, of which a name is one, belongs to that name."""
    return not NOT_OF_THE_NAME.denies(NameContext(sentence, quantity, name)) and aligned(sentence, name, quantity)


def _subjects(sentence: Sentence, quantity: Quantity, names: Sequence[Name], so_far: Mapping[Name, Said]) -> list[Name]:
    """Return those of `names` before a quantity that it is said of: the nearest, and those in one list with it.

    A measure is said of something that may be an initiative of its own: 新能源公交车平均补贴8万元.
    """
    before = [name for name in names if name.end <= quantity.start]
    if not before:
        return []
    zones = [name for name in before if sentence.text.endswith(ZONES, name.start, name.end)]
    if zones and WITHIN_ZONES.search(sentence.text, sentence.start, quantity.start):
        return zones[-1:]
    nearest = max(before, key=lambda name: (name.end, name.end - name.start))
    nearest = _for_whom(sentence, before, nearest)
    said = covers(sentence, nearest, quantity) or continues(sentence, nearest, quantity, so_far)
    if FIELD.match(sentence.text, nearest.end) or not said:
        return []
    row = [name for name in before if name.end == nearest.end]
    for name in reversed(before):
        if name.end == row[-1].start or _joins(sentence, name, row[-1], so_far):
            row.append(name)
    if nearest.measure:
        row += _subjects(sentence, quantity, [name for name in before if not name.measure], so_far)
    return row


def _joins(sentence: Sentence, name: Name, other: Name, so_far: Mapping[Name, Said]) -> bool:
    """Decide whether two names stand in one list; in 100家 X，Y 规模达1000亿元 the comma ends what was counted."""
    between = sentence.text[name.end : other.start]
    ended = between.endswith("，") and name in so_far and so_far[name].counted
    return not ended and bool(JOINED.fullmatch(between))


def _for_whom(sentence: Sentence, names: Sequence[Name], nearest: Name) -> Name:
    """Return `nearest`, or the thing that serves it: charging points for NEVs."""
    said = (name for name in names if name.initiative == nearest.initiative)
    of_whom = next((name for name in said if AGAIN.fullmatch(sentence.text, name.end, nearest.start)), nearest)
    served = (name for name in names if FOR.fullmatch(sentence.text, name.end, of_whom.start))
    return next(served, nearest)


def counted_by(sentence: Sentence, quantity: Quantity) -> list[Name]:
    """Return the names that a quantity counts: 178家国家高新区, 70%的国家制造业创新中心, 45 advanced clusters."""
    after = [name for name in sentence.names if name.start > quantity.start and name.end > quantity.end]
    if not after:
        return []
    text = sentence.text
    # 60 percent of the cars traded in were NEVs: a share that is X, whatever it is a share of.
    if quantity.unit == "%" and (made_of := [n for n in after if MADE_OF.fullmatch(text, quantity.end, n.start)]):
        return _head_of(made_of)
    said = CountContext(sentence, quantity, BRACKETS.sub("", text[quantity.end : after[0].start]))
    if SERVED.affirms(said):
        return []
    if (quantity.unit != "count" or len(said.between) <= LONGEST) and CHOSEN.affirms(said):
        return [name for name in after if name.start < after[0].end]
    nearer = [other for other in sentence.quantities if quantity.end <= other.start < after[0].start]
    if nearer:
        # It shares the thing that the next one counts.
        alike = (LIKE, COUNTED_TWICE) if quantity.unit == nearer[0].unit == "count" else (LIKE,)
        like = nearer[0].unit == quantity.unit and any(
            words.fullmatch(text, quantity.end, nearer[0].start) for words in alike
        )
        like = like or bool(PAIRED.fullmatch(text, quantity.end, nearer[0].start))
        share = quantity.unit == "%" and SHARE_FOR.fullmatch(text, quantity.end, nearer[0].start)
        share = share or (nearer[0].unit == "%" and OR.fullmatch(text, quantity.end, nearer[0].start))
        chain = like and len(nearer) <= LONGEST_CHAIN
        return counted_by(sentence, nearer[0]) if chain or (share and len(nearer) == 1) else []
    return _head_of(after) if BEHIND.affirms(said) else []


def on_list(sentence: Sentence, quantity: Quantity) -> list[Name]:
    """Return the names of a list on which a quantity counts: 公布X名单，我省3家基地入选."""
    text = sentence.text
    before = [name for name in sentence.names if name.end <= quantity.start]
    lists = [name for name in before if LIST.match(text, name.end)][-1:]
    # 智能网联|新能源汽车名单 is a list of both.
    lists += [name for name in before if lists and name.end == lists[0].start]
    told = ON_LIST.match(text, quantity.end) or LISTED.search(text, sentence.start, quantity.start)
    return lists if quantity.unit == "count" and told else []


def _head_of(names: list[Name]) -> list[Name]:
    """Return the first of `names`, with those inside it and those that form one word with it: 智能网联|新能源汽车."""
    row = names[:1]
    while following := [name for name in names if name.start == row[-1].end]:
        row.append(following[0])
    return [name for name in names if row[0].start <= name.start < row[-1].end]
