"""Find which initiatives a released paper is about, for the attribution of figures."""

import re
from collections.abc import Sequence, Set

from tracker.tag.sentences import Name, Sentence
from tracker.text.numbers.amounts import Quantity

PAPER = re.compile(
    r"《|[通公]知|[通公]告|名单|(?:行动|实施|工作|总体|建设)方案|行动计划|发展规划|(?:指导|实施)意见|"
    r"\b(?:(?<!public )opinions?|guidelines?|plan|notice|circular|measures|list|document|regulations?|"
    r"draft|rules|blueprint|roadmap)\b",
    re.IGNORECASE,
)
# 7个城市名单: a list is counted, and is not a paper.
LIST_OF = re.compile(r"(?<!\d)\d{1,6}[个家项座][^，。、；]{0,14}名单")
RELEASED = re.compile(
    r"印发|发布|出台|公布|下发|"
    r"\b(?:issue[sd]?|issuing|issuance|release[sd]?|releasing|unveil(?:s|ed|ing)?|publish(?:ed|es)|"
    r"promulgated?|rolled out|formulated|adopted|introduced|posted|puts? out|ma(?:de|kes) public|circulated|"
    r"printed and distributed|endorsed|approved|came out with|solicit(?:s|ed|ing)?|"
    r"(?:seek(?:s|ing)?|invite[sd]?) (?:public )?(?:views|comments|opinions|feedback)|"
    r"according to an? (?:[\w-]+ ){0,3}(?:plan|guidelines?|notice|circular|document|blueprint))\b",
    re.IGNORECASE,
)
ON = re.compile(
    r"\b(?:opinions?|guidelines?|plan|notice|circular|measures|document|regulations?) (?:on|for|to)\b", re.IGNORECASE
)
BREAK = re.compile(r"[,;.]|\bto\b|\band\b")
TITLE = re.compile(r"《[^》]{0,200}》|关于[^《》，。；]{4,60}?(?:通知|意见|公告|方案|规划)")
# The guideline said, 方案提出: the content of a paper that was named before.
NAMED_PAPER = (
    r"(?:guidelines?|opinions?|plan|notice|circular|document|blueprint|draft|roadmap|rules|text|policy|"
    r"program(?:me)?|scheme)"
)
SAYS = re.compile(
    rf"\b(?:[Tt]he|[Tt]his) (?:[\w-]+ )?{NAMED_PAPER}(?:, [^.;]{{3,140}},)? (?:\w+ )?"
    r"(?:aims|propos|say|said|sets|outlin|call|specif|stipulat|state|note|add|require|lays|put|"
    r"prioriti|emphasi|target|list|envision|envisage|identif|seek|call|wants|intends|expects|foresees|promises|pledges|"
    r"allocat|speaks|allows|pencils|limits|caps|provides|encourages|demands|shows|sees)\w*"
    rf"|\b(?:[Tt]he|[Tt]his) (?:\w+ )?{NAMED_PAPER} (?:on|for) [^,.;\n]{{1,60}}? "
    r"(?:aims|proposes|proposed|sets|outlines|outlined|calls|requires|targets|envisages|envisions|seeks|wants|says)\b"
    rf"|\b(?:says|said|shows|states) (?:the|this) (?:[\w-]+ )?{NAMED_PAPER}\b"
    rf"|\b(?:[Uu]nder|[Aa]ccording to|[Aa]s outlined in|[Pp]er) (?:the|this) (?:[\w-]+ )?"
    rf"{NAMED_PAPER}(?: (?:on|for) [^,.;\n]{{1,60}})?,"
    r"|^\W*Under it,"
    r"|^\W*(?:根据|按照|依据)上?述?《?(?:该|这一)?(?:行动|实施|工作)?(?:意见|方案|计划|通知|文件|指南|纲要)》?[，,]"
    r"|(?:意见|方案|计划|通知|文件|指南|纲要)》?(?:还|并)?(?:明确|提出|要求|指出|强调)|^提出"
)
# The plan, published on Friday, also says.
REFERS = re.compile(rf"\W*(?:The|This) (?:[\w-]+ )?{NAMED_PAPER}\b(?! (?:on|for|to)\b)")
TASK = re.compile(
    r"^\s*(?:到20\d\d年|力争|还|并|将|着力|加快|推动|实现)*"
    r"(?:培育|打造|选树|建设|建成|新增|推动|实施|形成|创建|推广|完成|引育|布局|新建|争创|认定|推出|遴选|突破|制定|开展)"
    r"|(?:^|\b(?:and|to|aims? to|will)\s)\s*(?:also )?"
    r"(?:cultivat|select|build|creat|promot|roll|foster|form|establish|launch|develop|set up|nurtur)\w*\b",
)
CLAUSE = re.compile(r"[，；;]|, ")
MOST_THEMES = 2
SHORT_TITLE = 10


def initiatives(names: Sequence[Name]) -> set[str]:
    """Return the initiatives that are named."""
    return {name.initiative for name in names}


def paper_of(sentence: Sentence, headline: Sequence[Name], theme: Set[str]) -> set[str]:
    """Return the initiatives of a paper whose release a sentence reports, by its title or else by the headline."""
    said = LIST_OF.sub("", sentence.said())
    if sentence.heading or not (RELEASED.search(said) and PAPER.search(said)):
        return set()
    found = list(TITLE.finditer(sentence.text, sentence.start, sentence.end))
    # 《…》等250项标准: one of many.
    titles = [m.span() for m in found if not sentence.text.startswith("等", m.end())]
    if found and not titles:
        return set()
    titled = [name for name in sentence.names if any(a < name.start < b for a, b in titles)]
    # 《促进中小企业发展规划》: a title that names no initiative, even if the sentence names some.
    if not titled and any(b - a > SHORT_TITLE for a, b in titles):
        return initiatives(headline)
    named = initiatives(_on(sentence) or sentence.names)
    themes = set(theme) if not named and len(theme) <= MOST_THEMES else set()
    return initiatives(titled or headline) or (named if len(named) == 1 else themes)


def titled_on(sentence: Sentence) -> set[str]:
    """Return the initiatives in the title of a paper that a sentence names: 《关于X的意见》, a guideline on X."""
    titles = [m.span() for m in TITLE.finditer(sentence.text, sentence.start, sentence.end)]
    return initiatives([n for n in sentence.names if any(a < n.start < b for a, b in titles)] or _on(sentence))


def says(sentence: Sentence) -> bool:
    """Decide whether a sentence reports the content of a paper: the guideline aims, 方案提出."""
    return bool(SAYS.search(sentence.said()))


def is_task(sentence: Sentence, quantity: Quantity) -> bool:
    """Decide whether the clause of a quantity says what is to be done: 选树1000家标杆企业, create 100 datasets."""
    text = sentence.text
    return bool(TASK.search(text[sentence.after_last(CLAUSE, quantity.start) : quantity.start]))


def _on(sentence: Sentence) -> list[Name]:
    """Return the name in the subject of a paper: a guideline on implementing AI Plus, to create NEVs."""
    text = sentence.text
    papers = [m.end() for m in ON.finditer(text, sentence.start, sentence.end)]
    for name in sentence.names:
        if any(a <= name.start and not BREAK.search(text, a, name.start) for a in papers):
            return [other for other in sentence.names if name.start <= other.start < name.end]
    return []
