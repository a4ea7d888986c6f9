"""Fingerprint a document: split it into items and note for each what distinguishes announcements."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from hashlib import blake2b
from typing import Any, NamedTuple

from db.models import Document, Mention
from tracker.acts import strength
from tracker.stories import gloss
from tracker.stories.clues import aims, chooses, departments, named_days, parts
from tracker.stories.drafts import drafts
from tracker.stories.fingerprint import Fingerprint
from tracker.stories.gatherings import gatherings, milestones, presided
from tracker.stories.gloss import glossed, title, translated
from tracker.stories.names import Names, shipped
from tracker.stories.occasions import WITHIN, Occasion, called, occasions
from tracker.stories.speakers import speakers
from tracker.stories.standards import standards
from tracker.stories.titles import (
    batches,
    counted_until,
    marks,
    own_number,
    papers,
    recalled,
    year_of_number,
    years_of_paper,
)
from tracker.stories.visits import attended, delegations, visits
from tracker.stories.when import of_known_year, told_on, whole_at_head
from tracker.stories.words import clauses, wording, words
from tracker.stories.work_report import delivered, passage
from tracker.tag.genres import is_translated
from tracker.text.captions import is_caption
from tracker.text.condensed import condensed
from tracker.text.normalize import Span, paragraphs, plain_words, titled
from tracker.text.numbers.numerals import in_base_unit
from tracker.text.numbers.quantities import quantities
from tracker.text.roundups import items

# The end of a sentence, or who wrote it.
NO_HEADLINE = re.compile(r"[。！？!?；;.：:]$|\b[Rr]eporters? [A-Z][\w ]{2,40}$|^[^，。]{0,16}记者[^，。]{0,12}$")
# Such a title names the round-up, not its items.
ROUND_UP = re.compile(
    r"快讯|早餐|早报|晚报|每日[^，。]{0,4}资讯|股市日报|周报|早知道|要闻|简讯|简报|汇总|news in brief|round-?up|digest",
    re.IGNORECASE,
)
SECTION = re.compile(r"\s*[一二三四五六七八九十]{1,2}、[^。\n]{2,40}\n")
# ——习近平总书记在江西考察时的重要讲话指引发展方向, below the headline.
SUBTITLE = re.compile(r"^[^\S\n]{0,40}——([^\n]{8,80})$", re.MULTILINE)
LEAD = re.compile(r"[^\n。！？]{20,}?[。！？\n]|[^\n]{60,}?\.\s|[^\n]{20,}")
LEAD_WITHIN = 600
OFFICES_WITHIN = 1200
LEAD_SENTENCES = 2
HEAD = 1500
CHOICE_WITHIN = 200
SAYER = re.compile(
    r"(?:据|记者从|从)?([\u4e00-\u9fff]{1,18}?(?:协会|分会|联合会|学会|局|部|委|委员会|院|中心|办公室|协))"
    r"[^，。；\u4e00-\u9fff]{0,3}(?:今天|今日|日前|近日|昨天|昨日)?(?:（[^）]{1,9}）)?(?:\d{1,2}月?\d{0,2}日)?(?:最新)?"
    r"(?:相关负责人|[\u4e00-\u9fff]{0,6}(?:发言人|巡视员|[司局部]长|主任|总工程师)[\u4e00-\u9fff]{0,3})?(?:发布|公布|"
    r"数据|统计|获悉|了解到|透露|表示|介绍)"
)
# A Shanghai-based center.
SEAT = re.compile(r"\b[A-Z][a-z]+-based\b")
NO_LETTER = re.compile(r"[\W_]+")
# A shorter text ("see the attachment") is distinguished from others by its headline alone.
SHORT = 60
SHORTEST_ITEM = 40
DATED_LINE = re.compile(r"^\W{0,3}20\d\d-\d\d-\d\d\W{0,3}[^\W\d]", re.MULTILINE)
FEWEST_OF_INDEX = 4
MOST_VALUES = 40
FEWEST_COUNTED = 10
LONGEST_HEADLINE = 300
GLOSSED_WITHIN = {"zh": 300, "en": 500}


def fingerprint_items(document: Document, mentions: Sequence[Mention], names: Names | None = None) -> list[Fingerprint]:
    """Return a fingerprint for every long item and each that mentions an initiative, the strongest act first.

    `names` are those that ship unless others are declared.
    """
    spans = [] if _is_one_text(document) else items(document.text)
    if not spans or _are_sections(document, spans):
        spans = [Span(0, len(document.text))]
    held = [(span, [m for m in mentions if span.start <= m.start < span.end]) for span in spans]
    told = [item for item in held if item[1] or _is_long(item[0])] or held[:1]
    told.sort(key=lambda item: (-max((strength(m.act) for m in item[1]), default=0), -len(item[1])))
    signed = [_fingerprint(document, span, inside, names or shipped()) for span, inside in told]
    if mentions:
        return signed
    # Where no item mentions an initiative, the news of a paper says most.
    return sorted((replace(item, bare=True) for item in signed), key=lambda item: not item.papers)


def _is_long(span: Span) -> bool:
    return span.end - span.start >= SHORTEST_ITEM


def _is_one_text(document: Document) -> bool:
    """Decide whether a document is one paper, whose numbered parts are not items of a round-up."""
    title = plain_words(document.title or "")
    return _has_number(document) or bool(papers(title, ""))


def _has_number(document: Document) -> bool:
    return bool(document.number or own_number(plain_words(document.text[:HEAD])))


def _are_sections(document: Document, spans: Sequence[Span]) -> bool:
    """Decide whether what looks like the items of a round-up are the parts of one report, headed 一、 and 二、."""
    if ROUND_UP.search(document.title or ""):
        return False
    return sum(bool(SECTION.match(document.text, span.start)) for span in spans) >= len(spans) - 1 > 0


def _fingerprint(document: Document, span: Span, mentions: Sequence[Mention], names: Names) -> Fingerprint:
    text, headline, head, top, told_papers, whole, is_paper = _item(document, span)
    known = of_known_year(day := told_on(document, text, mentions))
    values, counts = _values(f"{headline}\n{text}")
    terms = glossed(_beginning(headline, top, document.language), document.language, names.glosses)
    return Fingerprint(
        language=document.language,
        exact=_hash(text if len(text) >= SHORT else f"{headline} {text}"),
        headline=headline,
        published=day.isoformat() if day else "",
        number=(document.number if whole else None) or own_number(text) or "",
        papers=told_papers,
        marks=_marks(headline, head) | _draft_mark(top, document.language, told_papers, mentions),
        sayers=tuple(sorted({m[1] for m in SAYER.finditer(head)} or gloss.sayers(head, names.glosses))),
        events=tuple((m.initiative, m.act, m.body or "", m.day.isoformat() if m.day else "") for m in mentions),
        ends=tuple(sorted({(m.initiative, end) for m in mentions for f in m.figures if (end := _end(f))})),
        values=values,
        stated=tuple((m.initiative, in_base_unit(f["value"], f["unit"])) for m in mentions for f in m.figures),
        lead=words("".join(LEAD.findall(head)[:LEAD_SENTENCES]), document.language),
        words=words(text, document.language),
        speakers=speakers(head, document.language, names.officials),
        occasions=tuple(sorted(_told_at(headline, text, document.language, known, names))),
        dated=document.published is not None or (day is not None and day == whole_at_head(text, document.language)),
        departments=departments(top, document.language),
        aims=aims(text, document.language, known),
        days=named_days(head, known),
        chooses=chooses(top[:CHOICE_WITHIN], document.language),
        title=title(top) if document.language == "en" else translated(told_papers, names.glosses),
        glossed=terms,
        places=tuple(term for term in terms if term in names.glosses.places),
        provinces=_provinces(headline, top, terms, document.language, names),
        clauses=clauses(text, document.language),
        wording=wording(f"{headline}\n{text}", document.language, names.set_phrases),
        is_paper=is_paper,
        numbered_in=year_of_number(head) if is_paper else None,
        counts=counts,
        recalled=tuple(sorted(recalled(head) - set(told_papers))),
        parts=parts(f"{headline}\n{text}", document.language),
        offices=tuple(sorted(gloss.offices(text[:OFFICES_WITHIN], document.language, names.glosses))),
    )


class _Item(NamedTuple):
    """The text of an item, its headline, its head without and with it, and the papers that these name.

    The last two say whether it is the whole document, and whether that is a paper.
    """

    text: str
    headline: str
    head: str
    top: str
    papers: tuple[str, ...]
    whole: bool
    is_paper: bool


def _item(document: Document, span: Span) -> _Item:
    text = plain_words(titled(condensed(document.text[span.start : span.end]).text))
    whole = span.end - span.start == len(document.text)
    is_paper = whole and (_has_number(document) or is_translated(document.title or "", document.text))
    headline = _headline(plain_words(document.title or "") if whole else "", text)
    head = text[:LEAD_WITHIN]
    # The front page of a site names what others report.
    is_index = len(DATED_LINE.findall(head)) >= FEWEST_OF_INDEX
    named = () if is_index else tuple(sorted(papers(headline, head) | standards(head)))
    return _Item(text, headline, head, f"{headline}\n{head}", named, whole, is_paper)


def _draft_mark(top: str, language: str, told: Sequence[str], mentions: Sequence[Mention]) -> dict[str, list[int]]:
    stages = [m.stage for m in mentions if m.act == "issued"]
    chosen = any(m.act == "designated" for m in mentions)
    return {"draft": drafts(top, language, told, stages) * bool(stages or chosen)}


def _told_at(headline: str, text: str, language: str, day: date | None, names: Names) -> set[Occasion]:
    """Return all occasions that an item reports: meetings, milestones, journeys, gatherings, a work report."""
    head = text[:LEAD_WITHIN]
    # The deliberation of a delegation on the work report is news of its own.
    report = delegations(headline, head, language, names.tours) or delivered(
        headline, text[: WITHIN[language]], language, day
    )
    return (
        occasions(text, language, day)
        | milestones(f"{headline}\n{head}")
        | visits("\n".join([headline, *SUBTITLE.findall(head)]), head, language, names.tours)
        | attended(headline, head, language, names.tours)
        | called(headline)
        | gatherings(headline, head, language)
        | presided(headline, head, language, names.chairs)
        | report
        | passage(headline, head, language)
    )


def _beginning(headline: str, top: str, language: str) -> str:
    return top[: len(headline) + 1 + GLOSSED_WITHIN[language]]


def _provinces(headline: str, top: str, terms: Iterable[str], language: str, names: Names) -> tuple[str, ...]:
    """Return the provinces that the headline names, or else the beginning, apart from pictures and seats of firms."""
    found = headed = names.provinces.intersection(glossed(headline, language, names.glosses))
    # Looking terms up takes long: the beginning is searched again only without what may name a province in passing.
    if not headed and (found := names.provinces.intersection(terms)):
        beginning = _beginning(headline, top, language)
        lines = paragraphs(beginning)
        kept = [beginning[slice(*line)] for line in lines if not is_caption(beginning, line)]
        if len(kept) < len(lines) or SEAT.search(beginning):
            found = names.provinces.intersection(glossed(SEAT.sub("", "\n".join(kept)), language, names.glosses))
    return tuple(sorted(found))


def _headline(title: str, text: str) -> str:
    """Return the title, or the first line of an item where it is a headline."""
    if title and not ROUND_UP.search(title):
        return title[:LONGEST_HEADLINE]
    line = text.strip().split("\n", 1)[0].strip()
    return "" if NO_HEADLINE.search(line) else line[:LONGEST_HEADLINE]


def _marks(headline: str, head: str) -> dict[str, list[int]]:
    if headline:
        found = marks(headline)
        return found | {"batch": found["batch"] or _one_batch(head)}
    return {"batch": batches(head)[:1], "year": years_of_paper(head), "month": counted_until(head.split("。", 1)[0])}


def _one_batch(head: str) -> list[int]:
    """Return the batch of a text whose headline names none: the only one that its first two sentences name."""
    named = set(batches("".join(LEAD.findall(head)[:LEAD_SENTENCES])))
    return sorted(named) if len(named) == 1 else []


def _hash(text: str) -> str:
    return blake2b(NO_LETTER.sub("", text).encode(), digest_size=8).hexdigest()


def _end(figure: dict[str, Any]) -> str | None:
    """Return the month, or the year, in which the period of a result ends."""
    period = figure.get("period") or ""
    return period.rsplit("/", 1)[-1] if figure.get("kind") == "result" else None


def _values(text: str) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return the distinct values of a text in reading order, and apart from them its round counts.

    A round count says little, and one of a single digit nothing.
    """
    told: dict[float, bool] = {}
    for quantity in quantities(text):
        for value in quantity.values:
            is_round = quantity.unit == "count" and len(f"{value:g}".strip("0").replace(".", "")) <= 1
            if not is_round or value >= FEWEST_COUNTED:
                told.setdefault(in_base_unit(value, quantity.unit), is_round)
    values, counts = ([value for value, is_round in told.items() if is_round is wanted] for wanted in (False, True))
    return tuple(values[:MOST_VALUES]), tuple(counts[:MOST_VALUES])
