"""Decide which names a quantity counts where the name follows it: 178 zones, 70% of the centers."""

import re

from tracker.tag.figures.figure_tables import BEHIND, CHOSEN, SERVED
from tracker.tag.figures.quantity_context import CountContext
from tracker.tag.sentences import Name, Sentence
from tracker.text.numbers.amounts import Quantity

# 900 advanced-level and 40 model-level X count X twice.
LIKE = re.compile(
    r"\s?(?:[a-z]+-[a-z]+ and|(?:[a-z]+-(?:level|grade|class|tier)|basic|advanced|excellent|outstanding|leading|"
    r"national|provincial|municipal|local)(?:, and| and|,)) (?:over |about |nearly |more than |some |around )?|"
    r"[\u4e00-\u9fff]{2,4}级[、和及]|(?:试点)?城市[、和及]?",
    re.IGNORECASE,
)
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
LONGEST_CHAIN = 4
LONGEST = 260


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
