"""Find phrases that look like the names of initiatives: quoted, "X+", called an action or plan, or listed.

These are the forms in which Chinese policy papers coin names: “互联网+”行动计划; 实施“中国制造2025”; 积极打造生物制造、
商业航天、低空经济等新增长引擎; and their English counterparts.
"""

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from tracker.discover.edges import MODAL

LETTERS = r"[\u4e00-\u9fffA-Za-z0-9]"
# Words that name policies, and hardly anything else.
DEEDS = "行动|工程|计划|试点|专项|战略"
# What a paper calls its many actions that have no names, and punctuation that no name contains.
PLAIN = (
    "专项|重大|重点|具体|系列|示范|改革|综合|国家|有关|相关|行动|建设|工作|年度|发展|创新|科技|提升|任务|项目|战略|"
    "推广|应用|"
    "试验|先行|首批|扩大|工程|计划|试点|各[类项]|若干|配套|投资|基础|实际|一揽子|培训|生产|招生|"
    "第?[一二三四五六七八九十两几百千]+[年大项个批]"
)
NO_PART = (
    "实施|开展|启动|推进|组织|部署|推行|推出|出台|完成|纳入|列入|执行|[的了是为将在并其该各按从这那它们却要搞做等以]"
)
HEADS = "经济|产业|生产力|智能|制造|消费|能源|材料|汽车|机器人|算力|园区|集群|体系|场景|空间|技术"
VERBS = (
    "加快|推动|推进|促进|发展|培育|壮大|打造|实施|开展|深化|布局|建设|构建|形成|扩大|支持|制定|组织|启动|"
    "发挥|拓展|提升|加强|鼓励|完善|健全|稳定|积极|大力|深入|全面|持续|要"
)


class Phrase(NamedTuple):
    """A phrase; `form` is a key of WEIGHTS, `urged` says that its clause calls for it."""

    text: str
    form: str
    urged: bool


WEIGHTS = {"deed": 4.0, "plus": 4.0, "quoted": 2.0, "named": 2.0, "called": 1.5, "headed": 1.5, "listed": 1.0}
"""How much each form says for a name by itself."""

FORMS = (
    ("deed", re.compile(rf"[“\"]([^“”\"，。；：！？、\s]{{2,14}})[”\"](?=(?:{DEEDS}))")),
    ("plus", re.compile(rf"({LETTERS}{{1,6}}[+×])")),
    ("quoted", re.compile(r"“([^“”，。；：！？、\s]{3,14})”")),
    (
        "called",
        re.compile(
            r"(?:(?<=实施|开展|启动|推进|组织|部署)好?|(?<=[、，。；：\n和与及]))"
            rf"((?:(?!{NO_PART})[\u4e00-\u9fff]){{2,10}}(?:行动|工程|计划|试点))(?=[、，。；：”\n等和与及》（]|工作|"
            rf"方案|$)"
        ),
    ),
    (
        "headed",
        re.compile(
            rf"(?:(?<=[、，。；“\n和与及])|(?<=发展|培育|壮大|打造|布局|推动))"
            rf"([\u4e00-\u9fff]{{2,6}}?(?:{HEADS}))(?=[、，。；”\n等和与及发新])"
        ),
    ),
    ("listed", re.compile(rf"(?<=、)({LETTERS}{{3,8}}?)(?=、|等|和|及)")),
    ("plus", re.compile(r"\b([A-Z][A-Za-z]+(?: [A-Z][a-z]+)? ?(?:Plus|\+))")),
    ("named", re.compile(r"\b((?:[A-Z][\w-]+ ){1,4}(?:Initiative|Action|Plan|Campaign|Program|Strategy|2\d{3}))\b")),
    ("deed", re.compile(r"[“\"]([A-Z][\w +-]{2,40})[”\"](?= (?:initiative|action|campaign|program|strategy|plan))")),
)

CLAUSE = 40
_CLAUSE_END = re.compile(r"[，。；：！？\n]|[.;:] ")
_URGED = re.compile(
    "发展|培育|壮大|打造|布局|实施|开展|推进|推动|启动|构建|推广|深化|制定|"
    r"\b(?:develop|launch|implement|promot|foster|advanc|pursu|boost|cultivat)\w*",
    re.IGNORECASE,
)
_PLAIN = re.compile(rf"(?:{PLAIN})+")
_LEADING = re.compile(rf"^(?:{VERBS})+(?={LETTERS}{{3,}})")
# Articles of law, ordinals, dates and offices are not names of initiatives.
_NO_NAME = re.compile(
    r"^第?[一二三四五六七八九十\d]+[条章节款项批]|^[\d.]+$|\d{3,}(?!\d*$)|[部委办局会院处]$|^(?:本|该|其|各|有关|相关|"
    r"以上|以下|通过|利用|采用|依托|围绕|基于|针对|根据|按照|运用|凭借|率先|步入|对|把|被|由|向|与|和)|"
    r"^(?:By|In|From|Until|Since|On|The|This|Under|During)\b|^Five-Year Plan$"
)


_FOLDED = str.maketrans("＋「」『』", "+“”“”")


def phrases(text: str) -> Iterator[Phrase]:
    """Yield every phrase of a text (＋ as +, 「」『』 as quotes) in one of the FORMS, without its leading verbs."""
    folded = text.translate(_FOLDED)
    for form, pattern in FORMS:
        for found in pattern.finditer(folded):
            for bare in filter(partial(_may_be_a_name, form=form), _without_verbs(found[1])):
                clause = _CLAUSE_END.split(folded[max(0, found.start(1) - CLAUSE) : found.start(1)])[-1]
                urged = bool(_URGED.search(clause + found[1].removesuffix(bare)))
                # A list that no one calls to develop is a list of goods: 冰箱、洗衣机、电视.
                if urged or form != "listed":
                    yield Phrase(bare, form, urged)


def _without_verbs(written: str) -> Iterator[str]:
    """Yield a phrase without its leading verbs; with its 要, too, which may begin its first word (要素保障)."""
    bare = _LEADING.sub("", written).strip()
    yield bare
    if written.removesuffix(bare).endswith(MODAL):
        yield MODAL + bare


def _may_be_a_name(bare: str, form: str) -> bool:
    return len(bare) >= 3 and not _NO_NAME.search(bare) and not (form == "called" and _PLAIN.fullmatch(bare))
