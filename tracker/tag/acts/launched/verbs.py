"""Find the verbs by which something may start, and define the questions of rows about them."""

import re
from calendar import month_name
from collections.abc import Iterator

from tracker.tag.acts.issued.old_papers import names_an_old_year
from tracker.tag.acts.modality import OBEYED
from tracker.tag.acts.target_context import TargetContext, strike
from tracker.text.normalize import Span

TO_LAUNCH = re.compile(
    r"\b(?:will|shall)\b[^.;]{0,80}\band launch\b|\btake the lead in launching\b|"
    r"\b(?:will|shall|to)(?: \w+ly)? (?:launch|start|begin|kick off|roll out|be (?:launched|carried out|started|"
    r"kicked off|rolled out|set in motion)|get (?:under ?way|going)|set off)\b|"
    r"(?:(?<=contest )|(?<=competition )|(?<=season )|(?<=campaign ))(?:will|is to) open\b"
)
OF_THIS_YEAR = re.compile(r"今年(\d{1,2})月(?![底\d])")
WILL_BE_ZH = re.compile(r"[将拟]")
# The words of config/words.yaml are verbs of starting, too.
MORE_VERBS = {
    "zh": re.compile(
        # 上海市征集 X 项目: a call for entries.
        r"(?<=[省市区县部委局])(?:公开|面向[^，。；]{2,8})?征集|"
        # 算力资源调度服务平台正式发布; 国资委部署……等专项行动.
        r"(?<=平台)(?:正式|近日|今天)+(?:发布|启用|开通)|(?<=[部委局])部署(?=[^，。；]{0,40}专项行动)"
    ),
    "en": re.compile(
        # The start of X as a noun: announced the launch of X.
        r"(?<!since )(?<!after )(?<!before )(?<!with )\b(?:the|official|comprehensive|full) "
        r"(?:launch|start|commencement|kick-?off|roll-?out) of\b|"
        r"\b(?:called for|invited|(?:began|started) (?:accepting|receiving)|opened)(?: \w+){0,2} "
        r"(?:applications for|(?:entries|submissions|bids|proposals) (?:to|for))\b|"
        r"\b(?:opened|issued|launched|put out) (?:an?|the|its|this year's)(?: [\w-]+){0,2} "
        r"calls? for (?:entries|applications|proposals|bids|submissions)\b|"
        r"\b[Aa]pplications for\b(?=[^.;]{0,80}(?<!will be )(?<!are )\bopen(?:ed|s)?\b)|\b(?:got|"
        r"gets) (?:off the ground|going|rolling)\b|"
        r"\b(?:set the ball rolling on|fired the starting gun (?:for|on))\b|"
        r"\bopened (?:an?|its|the|this year's) (?=(?:[\w-]+ ){0,4}(?:campaign|drive|crackdown|pilot|program|season|"
        r"contest)\b)|"
        # The second phase of its pilot program.
        r"\bunveiled (?=the (?:\w+ phase|next (?:phase|stage|round)) of (?:[\w'-]+ ){0,6}(?:program|programme|pilot|"
        r"campaign|scheme)s?\b)|"
        r"\b(?:resumed|relaunched|restarted)\b(?=[^.;,]{0,60}\b(?:program|programme|campaign|scheme|pilot)s?\b)|"
        r"\b(?:begun|began|started) (?:to (?:take|accept|receive|collect)|taking|collecting) (?:\w+ )?applications\b|"
        r"\b(?:[Rr]egistration|[Ee]ntries|[Ss]ubmissions) for\b(?=[^.;]{0,80}(?<!will be )\b(?:open|opens|opened|"
        r"began|started)\b)|"
        # A contest of that name opened in Guiyang; a tour set off.
        r"(?<=contest )opened\b|(?<=competition )opened\b|(?<=season )opened\b|(?<=campaign )opened\b|"
        r"(?<=drive )opened\b|\b(?<=tour )(?:set off|opened|began)\b|\bset off(?= from [A-Z])|"
        r"\b(?:campaign|program|programme|action|pilot)s?\b(?: (?:for|on|of|to|in) [^.;,]{3,60}?)? "
        r"(?:has|have|was|were) (?:been )?(?:\w+ly )?(?:rolled out|kicked off|set in motion|started|begun)\b|"
        r"\bThe (?:launch|start|roll-?out) of\b(?=[^.;]{0,90}\bwas announced\b)|"
        r"\b(?:launch|launching|kick-off) ceremony (?:of|for)\b|"
        r"\b(?:unveil(?:s|ed) an?(?= (?:[\w-]+ ){0,4}campaign\b)|start(?:s|ed)|"
        r"(?:is|are) (?:launching|starting)|roll(?:s|ed) out|embarked on|set in motion|(?:got|gets) under ?way)\b"
        r"(?=[^.;,]{0,40}\b(?:pilot|program|programme|campaign|action|trial|phase|stage|round|project|scheme|"
        r"initiative)s?\b| on \w+day| in [A-Z])"
    ),
}
# Launched by the cabinet in March: identifies a program.
IN_MONTH = re.compile(rf"(?: by [^.;,]{{1,50}}?)? in ({'|'.join(month_name[1:])})\b(?! \d)")
WILL_BE = re.compile(r"\b(?:will|shall|to) (?:\w+ ){0,2}$")
# 新能源汽车挑战赛正式启动.
EVENT = re.compile(
    r"[^，。；]{0,6}(?:赛|博览会|论坛|大会|活动周|峰会|嘉年华|运动会[^，。；]{0,10})[》”\"]?(?:也|将|正式|今[天日]|"
    r"在[^，。；]{2,8})*"
)
# 启动……行动，开展 X 任务等: what is begun together.
BEGUN_WITH = re.compile(r"启动[^。；]{2,40}，$")
ORDERED = re.compile(r"(?:组织|联合|部署|正式|首次|今天|今日|昨天|近日|日前)[^，。]{0,6}$")
LASTING = re.compile(r"(?:持续|深入|继续|广泛)$")
# 印发方案：通过开展 X 行动: a measure that the paper wants. 确定9个联合体开展 X 试点: who takes part is chosen.
NOT_NEW = re.compile(
    r"(?:方案|意见|规划|计划|通知)[：，]通过$|(?:确定|选定|遴选)了?[^，。；]{0,40}\d+[个家座][^，。；\d]{0,8}$"
)
THIS_YEAR = re.compile(r"今年|年内|下半年")
NEXT_TO = 12
FOUNDED = re.compile(r"中心|示范区|先导区|试验区|园区|基地")
FINISHED = re.compile(r"(?:已|已经|正式|全面)$")
# An act with its day, or reported as done.
TOLD = re.compile(r"已|正式|今[天日]|近日|日前|昨[天日]|\d日|宣布|全面$|[刚率]先|：$")
BODY_BEFORE = re.compile(r"[\u4e00-\u9fff][部委局办署行院]$")
# 狠抓攻关，加快突破，支持产业化，启动……: a series of tasks.
TASKS = re.compile(
    r"[\W\d]*|(?:(?:狠抓|加快|加强|支持|推动|推进|强化|完善|深化|健全|优化|鼓励|引导|促进|提升|培育|打造|建设|组织)"
    r"[^，。；]{2,24}[，；])+"
)


def each_verb(said: TargetContext) -> Iterator[TargetContext]:
    """Yield the sentence with each verb of starting that does not span the name: will foster X and launch Y."""
    patterns = [said.patterns.launch, MORE_VERBS[said.language], *([TO_LAUNCH] if said.language == "en" else [])]
    for pattern in patterns:
        for verb in pattern.finditer(said.plain):
            if not verb.start() < said.hit.start < verb.end():
                yield said.with_verb(verb)


def is_a_declared_word(said: TargetContext) -> re.Match[str] | None:
    """It is started by a word of config/words.yaml: 启动, launched."""
    return said.patterns.launch.fullmatch(said.plain, *said.verb)


def names_a_body(said: TargetContext) -> re.Match[str] | None:
    """The name is that of an entity."""
    return said.patterns.entity.search(said.plain, *said.hit)


def follows_the_name(said: TargetContext) -> bool:
    """The verb follows the name."""
    return said.verb.start >= said.hit.end


def names_a_centre(said: TargetContext) -> re.Match[str] | None:
    """The name, or what follows it as far as the verb, is that of a centre or a zone."""
    return FOUNDED.search(said.plain, said.hit.start, max(said.hit.start, said.verb.start))


def has_an_old_year(said: TargetContext) -> bool:
    """A year, or a month of one, that the sentence names is long past."""
    return names_an_old_year(said.text, said.published)


def is_a_contest(said: TargetContext) -> re.Match[str] | None:
    """A contest or a fair of that name starts: X 挑战赛正式启动."""
    return EVENT.fullmatch(said.text, said.hit.end, max(said.hit.end, said.verb.start))


def was_in_another_month(said: TargetContext) -> bool:
    """It started in another month: launched in March, reported in July.

    A launch in November that is still to come is announced for a named time.
    """
    verb = said.verb
    named = IN_MONTH.match(said.plain, verb.end) if follows_the_name(said) else None
    if not named or TO_LAUNCH.fullmatch(said.plain, *verb) or WILL_BE.search(said.plain, 0, verb.start):
        return False
    # Without a day of publication, only "launched by" identifies the thing.
    return month_name[said.published.month] != named[1] if said.published else " by " in named[0]


def was_earlier_this_year(said: TargetContext) -> bool:
    """A month of this year is named that is over: 今年7月，工信部组织开展申报; any month if the page has no day."""
    named = OF_THIS_YEAR.search(said.plain, 0, said.hit.start)
    if not named or WILL_BE_ZH.search(said.plain, named.end(), said.hit.start):
        return False
    return said.published is None or int(named[1]) < said.published.month


def goes_on(said: TargetContext) -> bool:
    """A later clause continues with the same action: 6G 第一阶段试验完成，已启动第二阶段试验."""
    verb = said.verb
    if verb.start <= said.hit.start or not FINISHED.search(said.plain, 0, verb.start):
        return False
    action = said.patterns.action.search(said.plain, said.hit.end, verb.start)
    return bool(action and action[0] in said.plain[verb.end :])


def is_to_begin(said: TargetContext) -> bool:
    """The start is planned."""
    verb = said.verb
    ahead = strike(OBEYED, said.lead + said.plain[: verb.start])
    planned = said.language == "en" and TO_LAUNCH.fullmatch(said.plain, *verb)
    return bool(planned or said.patterns.will.search(ahead)) or _is_a_task(said, verb)


def _is_a_task(said: TargetContext, verb: Span) -> bool:
    """Decide whether 启动 without a subject stands among what is to be done: 支持……，启动 X."""
    before = said.lead + said.plain[: verb.start]
    if said.plain[slice(*verb)] != "启动" or said.kind != "news" or BODY_BEFORE.search(before):
        return False
    if TOLD.search(before) or TOLD.search(said.text):
        return False
    return said.mood == "plan" or bool(TASKS.fullmatch(before))


def is_new(said: TargetContext) -> bool:
    """A notice or a list makes it news that it is carried out: 组织开展 X 行动; 开展 is said of old actions, too."""
    p, before = said.patterns, said.text[: said.verb.start]
    if NOT_NEW.search(before):
        return False
    if BEGUN_WITH.search(before) and not p.will.search(before):
        return said.mood != "plan"
    ordered = (ORDERED.search(before) or p.issue.search(before)) and not LASTING.search(before)
    return bool(ordered and p.action.search(said.plain, said.hit.end))


def is_set_for_this_year(said: TargetContext) -> bool:
    """News announces it for this year: 今年，我国将开展 X 行动."""
    before = said.text[: said.verb.start]
    action = said.patterns.action.search(said.plain, said.hit.end, said.hit.end + NEXT_TO)
    return bool(said.kind == "news" and action and not LASTING.search(before) and THIS_YEAR.search(before))
