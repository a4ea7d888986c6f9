"""Choose the day of an act among the days that a text names."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from tracker.tag.days.reported import at_meeting, of_meeting, of_wire, on_journey
from tracker.tag.reading import Reading
from tracker.text.captions import is_caption
from tracker.text.days import Day
from tracker.text.normalize import Span

STRONG = ("issued", "launched", "designated")
FRESH = timedelta(days=21)
RECALLED = timedelta(days=31)
ISSUED_THEN = re.compile(r"[^。]{0,240}(?:印发|发布|公布|出台)")
# 8月27日在中南海召开座谈会, reported in October.
HELD = re.compile(r"[^，。；]{0,16}(?:召开|举行|主持)")
TOLD_LATE = timedelta(days=120)
AROUND = 14
BESIDE = 3
HEAD = 400
FARTHEST = 200
# 记者从9日举行的大会上获悉: news of that day.
LEARNT = re.compile(r"，?[^，。]{0,40}(?:获悉|了解到)")
# During a session held on Friday; a letter to the summit that opened Friday.
AT_OCCASION = re.compile(
    r"^\W*(?:(?:At|During)\b[^.;]*|(?:The|An?) [^.;]{0,80}\b(?:meeting|symposium|conference|session),?(?: which was)?)"
    r" held (?:on )?$"
)
LETTER = re.compile(r"\bletter to\b[^.;]*\bopen(?:ed|s)(?: on)? $")
# On August 30, 2016, the ministry announced: with its whole date it is the day, however long ago.
WHOLE = re.compile(r"\b(?:19|20)\d\d$")
ANNOUNCED = re.compile(r",? [^.;]{3,120}?\b(?:announced|said|pledged|proposed|vowed|declared)\b")
AT_HEAD = 6
# The results of a plenary session are published on its last day, and so are statements to the press.
AT_ONCE = re.compile(r"(?:全体会议|全会)公报$|新闻发布会|\bpress conference\b")
# 工信部印发《…》: reported by its title as news, and perhaps days later.
TOLD_TITLE = re.compile(r"(?![^《]*关于)[^，：:《]{2,30}(?:印发|发布|公布|出台)《[^》]+》$")
# The plan, released on January 6; 1月6日发布, but not 根据1月6日印发的……: another paper's day.
RELEASED_ON = re.compile(r"\b(?:released|issued|published|unveiled|made public) on $")
RELEASED = re.compile(r"(?:正式|对外|公开|向社会(?:公开)?){0,2}(?:发布|公布|印发|公开征求意见)(?![的《])")
UNDER = re.compile(r"(?:根据|按照|依据|依照|贯彻|落实)[^，。；]*$")
OTHER_DAY = re.compile(r"近日|(?<!\d)日前")
RELEASED_WITHIN = timedelta(days=120)
LASTING = re.compile(r"(?:一段|几|两|一)")
OPENED = re.compile(r"\bopen(?:ed|s|ing)(?: in [A-Z]\w+)? (?:on )?$")
# The forum opened on Thursday. Ding attended the opening ceremony and said.
AT_OPENING = re.compile(r"\b(?:congratulatory (?:letter|message)|opening ceremony|addressed the opening)\b")
# An event from Friday to Saturday is reported with its days; from Friday on, something holds.
SEVERAL = re.compile(r" (?:to|and|through) |[至到—–-]")
FROM = ("from", "自", "从")
# A journey that began on Tuesday and concluded on Wednesday is reported with its last day.
BEGAN = re.compile(r"\b(?:began|begins|started|starts|kicked off|opened) (?:on )?$")
ENDED = re.compile(r"[^.;]{0,12}\band (?:\w+ly )?(?:concluded|ended|ends|closed|finished|wrapped up)\b")
# Machine translation: News on September 10, the ministry said.
NEWS_ON = re.compile(r"(?:^|[.)\n]\s*)(?:News|Report) on $")
# Will be issued on Friday: a Friday to come, which only looks like the last one.
WEEKDAY = re.compile(r"\w+day|(?:周|星期)\w", re.IGNORECASE)
TO_COME = re.compile(
    r"\b(?:will|shall|is to|are to|(?:due|set|scheduled|slated) to)\b"
    r"(?:(?!\b(?:said|says|announced|told|according)\b)[^.;,]){0,160}$|将[于在]$"
)
# 工信部官网27日消息: published by the body on its site that day.
ON_SITE = re.compile(r"(?:官网|网站|官方微信|公众号)$")
MESSAGE = re.compile(r"(?:发布)?消息")
# 现将《…》印发给你们: the text of the paper itself, whatever the title of its page.
OWN_PAPER = re.compile(r"现[将予][^。]{0,80}(?:印发|公布|发布)|\bhereby (?:issued|released|promulgated)\b")
DATELINE = re.compile(
    r"\s{0,4}(?:,?\s{0,4}\[?\d{4}\]?)?\s{0,4}(?:[:：]|\([A-Z]\w+\)|--|—|电|讯|[\u4e00-\u9fff]{2,3}(?:电|讯)(?=[\s（(，"
    r"：:》])|消息)|,?\s*(?:20\d\d)?\)\s+[A-Z]"
)
# 2027年7月1日实施; 自6月17日起公示 is the day on which a draft is put out.
IN_FORCE = re.compile(r"\s?(?:起|开始)?(?:正式|全面)?(?:实施|施行|执行|生效)(?=[，。；）)\s]|$)")
IN_EFFECT = re.compile(r"\b(?:effect|force|effective|compared with|than)(?: on| from)? $")
# 8月30日前上报, 与2020年8月1日相比: a deadline or a point of comparison.
DUE_OR_COMPARED = re.compile(r"\s?(?:之?前(?![一二三四五六七八九十])|相比)")
ON_VIEW = re.compile(r"\s?起[^，。；]{0,6}(?:公示|征求意见)")
# 2025年4月25日 20:00 来源：: the stamp of a page that runs on with its text.
STAMP = re.compile(
    r"(?:\s{0,4}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?\s{0,4}(?:[|｜]\s?)?(?:来源|作者|字号|浏览|打印|编辑|[Ss]ource|"
    r"[Uu]pdated|[Ee]ditor)\s?[:：]|"
    r"\s{0,4}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s{1,4}【|\s{1,4}\S{0,8}来源)"
)
# A few days after the ministry set up X, 此前已印发: an act of another day.
EARLIER = re.compile(
    r"\W*(?:(?:此前|早前|早些时候|先前)，|(?:Previously|Earlier|Before (?:that|this)|Prior to (?:that|this)),)"
)
OTHER_TIME = re.compile(
    r"\b(?:days?|weeks?|months?|years?) (?:after|before|since|following|earlier than)\b|"
    r"\b(?:days|weeks|months|years) (?:ago|earlier)\b|\bearlier this (?:year|month|week)\b|"
    r"[几数两三][天日周月年]之?[前后]|个月之?[前后]|此前|早前|早些时候|先前"
)


def day_of(reading: Reading, act: str, sentence: Span, body: str | None) -> date | None:
    """Return the day of an act that `sentence` reports and `body` does; None where the text does not name it."""
    if reading.kind in ("paper", "list"):
        as_news = TOLD_TITLE.match(reading.title)
        own = _named_in(reading, act, sentence) if as_news else _released(reading, sentence)
        return own.day if own else None if as_news and _came_out_recently(reading) else reading.published
    if reading.kind == "report":
        return (reading.published or _delivered(reading)) if act == "pledged" and body == "state-council" else None
    if (body and body == reading.site) or (act in STRONG and OWN_PAPER.search(reading.text, *sentence)):
        return reading.published
    # 记者17日获悉，三部门近日印发: a recent act has no day, whenever the reporter learned of it.
    if (own := _named_in(reading, act, sentence)) and not _is_recent(reading, own.end, sentence.end):
        return own.day
    if _is_recent(reading, *sentence) or _is_of_another_time(reading, act, sentence):
        return None
    return on_journey(reading, sentence) or _told_before(reading, sentence, body)


def _released(reading: Reading, sentence: Span) -> Day | None:
    """Return the day on which `sentence` says that its own paper was released.

    This may be before the page was published.
    """
    own = (d for d in reading.days if sentence.start <= d.start < sentence.end)
    return next((d for d in own if _since(reading, d, RELEASED_WITHIN) and _is_of_release(reading, d, sentence)), None)


def _is_of_release(reading: Reading, day: Day, sentence: Span) -> bool:
    before = reading.text[sentence.start : day.start]
    if reading.published and day.day > reading.published:
        return False
    return bool(RELEASED_ON.search(before) or (RELEASED.match(reading.text, day.end) and not UNDER.search(before)))


def _told_before(reading: Reading, sentence: Span, body: str | None) -> date | None:
    """Return the day before or beside `sentence` that dates it: of a meeting, of a wire, of a press conference."""
    item = reading.item(sentence.start)
    opening = reading.opening(item)
    named = (d for d in reading.days if item.start <= d.start < item.end and _is_of_act(reading, d))
    fresh = (d for d in named if _since(reading, d, _age(reading, d, opening)))
    # 11月30日，据某报报道，工信部近日公布: this day does not date the next sentence either.
    dated = (d for d in fresh if not OTHER_DAY.search(reading.text, d.end, reading.sentence(d.start).end))
    near = (d for d in dated if d.start < opening.end or _is_beside(reading, d, sentence))
    told = next((d.day for d in near if _same(reading, d, body) or at_meeting(reading, d, sentence)), None)
    told = told or of_wire(reading, item) or of_meeting(reading, _fresh(reading), sentence)
    return told or (reading.published if AT_ONCE.search(reading.title) else _of_stamp(reading))


def _is_of_another_time(reading: Reading, act: str, sentence: Span) -> bool:
    """Decide whether a sentence reports an act of an earlier or later time than the text around it."""
    return bool(
        EARLIER.match(reading.text, *sentence) or (act in STRONG and OTHER_TIME.search(reading.text, *sentence))
    )


def _of_stamp(reading: Reading) -> date | None:
    """Return the day of the stamp that a page runs on from, where its text calls nothing recent: a paper's own page."""
    head = (day for day in reading.days if day.start < HEAD and STAMP.match(reading.text, day.end))
    stamped = next(head, None)
    recent = stamped and _is_recent(reading, stamped.end, stamped.end + 2 * HEAD)
    return stamped.day if stamped and not recent else None


def _named_in(reading: Reading, act: str, sentence: Span) -> Day | None:
    """Return the day that `sentence` names for its act."""
    own = (d for d in reading.days if sentence.start <= d.start < sentence.end and _is_of_act(reading, d))
    found = [d for d in own if _dates(reading, d, act, sentence)]
    # 国资委网站8月20日发布消息，会议8月18日至19日举行: the day of the meeting, not of the message.
    return next((d for d in found if d is found[-1] or not MESSAGE.match(reading.text, d.end)), None)


def _dates(reading: Reading, day: Day, act: str, sentence: Span) -> bool:
    """Decide whether a day in the sentence of an act dates it; words are reported soon, or with their whole date."""
    if act in STRONG or _since(reading, day, RECALLED):
        return True
    whole = day.start - sentence.start <= AT_HEAD and WHOLE.search(reading.text[day.start : day.end])
    return bool(whole and ANNOUNCED.match(reading.text, day.end))


def _age(reading: Reading, day: Day, opening: Span) -> timedelta:
    """Return how old a day may be that dates the text around it: an event may be reported months later."""
    held = opening.start <= day.start < opening.end and HELD.match(reading.text, day.end)
    return TOLD_LATE if held else FRESH


def _is_recent(reading: Reading, start: int, end: int) -> bool:
    """Decide whether something is reported as recent; 最近一段时期 describes a state."""
    recent = reading.patterns.recently.finditer(reading.text, start, end)
    return any(not LASTING.match(reading.text, m.end()) for m in recent)


def _came_out_recently(reading: Reading) -> bool:
    """Decide whether the head of a text says that its paper came out recently: 近日，网信办联合印发."""
    recent = reading.patterns.recently.finditer(reading.text, 0, 2 * HEAD)
    return any(ISSUED_THEN.match(reading.text, m.end()) for m in recent)


def _delivered(reading: Reading) -> date | None:
    """Return the day at the head of a report: on behalf of whom, and when it was delivered."""
    return next((day.day for day in reading.days if day.start < HEAD), None)


def _is_of_act(reading: Reading, day: Day) -> bool:
    """Decide whether a day is that of the act.

    Heads, datelines and days to come are not, nor are days on which something ends, begins to hold or was looked at.
    """
    p, text = reading.patterns, reading.text
    if day.start < reading.prose or is_caption(text, reading.sentence(day.start)):
        return False
    before, after = text[max(0, day.start - 3 * AROUND) : day.start], text[day.end : day.end + AROUND]
    if (
        IN_EFFECT.search(before)
        or STAMP.match(text, day.end)
        or (DATELINE.match(after) and not ON_SITE.search(before))
        or NEWS_ON.search(before)
        or (BEGAN.search(before) and ENDED.match(text, day.end))
        or _is_all(reading, day)
        or _is_to_come(reading, day)
    ):
        return False
    lasting = SEVERAL.search(text, day.start, day.end)
    elsewhere = [m.end() for m in p.other_days_before.finditer(before) if not (lasting and m[0].lower() in FROM)]
    if LEARNT.match(text, day.end) or ON_VIEW.match(text, day.end) or _is_of_occasion(reading, day):
        return True
    if (OPENED.search(before) and not AT_OPENING.search(text, day.end, day.end + FARTHEST)) or (
        elsewhere and len(before) - elsewhere[-1] <= BESIDE
    ):
        return False
    return not (
        p.other_days_after.search(after) or IN_FORCE.match(text, day.end) or DUE_OR_COMPARED.match(text, day.end)
    )


def _is_of_occasion(reading: Reading, day: Day) -> bool:
    """Decide whether the day is that of the occasion.

    During a session held on Friday, X said; a letter to the summit that opened Friday.
    """
    sentence = reading.sentence(day.start)
    before = reading.text[sentence.start : day.start]
    return bool(AT_OCCASION.search(before) or LETTER.search(before))


def _is_to_come(reading: Reading, day: Day) -> bool:
    """Decide whether a day lies ahead, by the calendar or, where only a weekday is named, by the words before it."""
    if reading.published and day.day >= reading.published:
        return day.day > reading.published
    start = reading.sentence(day.start).start
    return bool(WEEKDAY.fullmatch(reading.text, day.start, day.end) and TO_COME.search(reading.text, start, day.start))


def _is_all(reading: Reading, day: Day) -> bool:
    """Decide whether a sentence holds nothing but the day: August 27th."""
    sentence = reading.sentence(day.start)
    return sentence.end - sentence.start <= day.end - day.start + BESIDE


def _fresh(reading: Reading) -> Iterator[Day]:
    return (day for day in reading.days if _since(reading, day, FRESH))


def _since(reading: Reading, day: Day, age: timedelta) -> bool:
    told_on = _told_on(reading)
    return told_on is None or told_on - age <= day.day


def _told_on(reading: Reading) -> date | None:
    """Return the day of the dateline, else that of publication.

    A reprint keeps the dateline: 北京7月31日电, 记者9日获悉.
    """
    head = (
        d
        for d in reading.days
        if d.start < HEAD and (DATELINE.match(reading.text, d.end) or LEARNT.match(reading.text, d.end))
    )
    return next((d.day for d in head if reading.published and d.day <= reading.published), reading.published)


def _is_beside(reading: Reading, day: Day, sentence: Span) -> bool:
    """Decide whether `day` stands in the paragraph of `sentence` or in one next to it."""
    return abs(reading.paragraph_number(day.start) - reading.paragraph_number(sentence.start)) <= 1


def _same(reading: Reading, day: Day, body: str | None) -> bool:
    """Decide whether the sentence of `day` belongs to `body`, or to no body; places are named for many reasons."""
    if day.day == reading.published:
        return True
    told = {voice.body for voice in reading.voices_in(reading.sentence(day.start)) if voice.body != "local"}
    return not told or body in told
