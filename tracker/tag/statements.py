"""State for each initiative in a document what is done, by whom, in whose words and when."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice

from tracker.acts import ACTS
from tracker.tag.acts.issued.releases_zh import notice
from tracker.tag.acts.rule_tables import NEWS, act_of, strongest
from tracker.tag.acts.target_context import strike
from tracker.tag.attribution.attribution import ANYWHERE
from tracker.tag.attribution.named import Named
from tracker.tag.attribution.voices import attribution, speaker_of
from tracker.tag.days.candidates import Dates
from tracker.tag.days.choose import dating
from tracker.tag.news_papers import issued
from tracker.tag.reading import Reading
from tracker.tag.stages.stage import Staged, staged
from tracker.text.normalize import Span

OF_TITLED = {"paper": "issued", "list": "designated", "report": "mentioned"}
# No honest text needs more to say what it says; one without full stops must not hold up the tagger.
MOST_HITS = 300
MOST_OF_ALL = 2000
MOST_IN_SENTENCE = 10
MOST_ALIKE = 12
# 关于组织开展……申报工作的通知, above its text.
OF_NOTICE = re.compile(r"关于[^。\n]{0,300}的通知$")
# Behind a sentence that names 《…X…》: 《意见》提出，到2027年…….
ITS_WORDS = re.compile(
    r"\W{0,2}(?:《[^》]{2,10}》|(?:该|这份|这一|行动|实施)*(?:意见|方案|规划|计划|文件|通知|办法|纲要|措施))"
    r"(?:还|也)?(?:提出|明确|要求|指出|部署)"
)
# Behind a sentence that names X: This year, we will cultivate 1,000 more. It is to double by 2027.
ITS_FUTURE = re.compile(
    r"\W*(?:(?:It|They|(?:The|That|This|Their|Its) (?:number|total|figure|capacity|sum|count|network|output)) "
    r"(?:is to|are to|will|should|shall|is expected to|are expected to|aims? to|plans? to)\b|"
    r"(?:[A-Z][\w ]{2,30}, )?(?:(?:we|it|they|he|she|[Tt]he \w+|[A-Z]\w+)(?: also)? "
    r"(?:will|shall|plans? to|is to|are to|aims? to|intends? to|hopes? to)|[Tt]he (?:next step|goal|aim|target|"
    r"plan) is to)\b"
    r"[^.;]{0,60}?\b(?:(?:\d[\d,]*|some|many|more) (?:more|new ones|such|of them)|another \d[\d,]*(?! \w+ed)|"
    r"(?:their|its) (?:number|total|output|capacity|coverage)|more (?:of them|such)|one more)\b)"
)
# Phoenix TV: How far is 6G? The next paragraph is the answer.
ASKED = re.compile(r"\W*(?:[A-Z][\w&'.-]*(?: [\w&'.-]+){0,4}|Q)\s?[:：][^\n]{4,400}[?？]\W*$")
OF_HEADLINES = ("issued", "launched")
GROUNDS = {
    "sentence": "the sentence",
    "its-words": "what the next sentence says that the paper wants",
    "its-future": "what the next sentence says will become of it",
    "answer": "the answer to a question about it",
    "notice": "the next sentence, which says that a notice was issued",
    "of-notice": "a headline that is a notice's title",
    "news-papers": "the head of the report, on a paper that was issued",
    "title": "the title of the document",
}


@dataclass(frozen=True)
class Statement:
    """The strongest act that a document reports of one initiative; `start:end` is the sentence that proves it.

    `ground` says what the act was read from, a key of GROUNDS, and `hit` is the name in that sentence. `paper` says how
    far the paper of the act has come.
    """

    act: str
    body: str | None
    speaker: str | None
    day: date | None
    start: int
    end: int
    ground: str
    hit: Span
    paper: Staged


def statements(
    reading: Reading, hits: Mapping[str, Sequence[Span]], title_hits: Mapping[str, Sequence[Span]]
) -> dict[str, Statement]:
    """Return the statement of each initiative, from the places in text and title that name it."""
    of_papers = issued(reading, hits, title_hits)
    most = min(MOST_HITS, MOST_OF_ALL // max(1, len(hits)))
    few = {i: list(islice(_first_of_sentences(reading, spans), most)) for i, spans in hits.items()}
    of_all: dict[str, list[Span]] = {**{i: [] for i in of_papers}, **few}
    dates, named = Dates(reading), Named(reading)
    return {i: _statement(dates, named, spans, title_hits.get(i, ()), of_papers.get(i)) for i, spans in of_all.items()}


def _first_of_sentences(reading: Reading, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the hits in reading order, of each sentence only the first ones."""
    for _, of_one in groupby(spans, key=lambda hit: reading.sentence(hit.start)):
        yield from islice(of_one, MOST_IN_SENTENCE)


def _statement(
    dates: Dates, named: Named, spans: Sequence[Span], in_title: Sequence[Span], of_paper: Span | None
) -> Statement:
    reading = dates.reading
    act, sentence, hit, ground = _best(named, spans) if spans else ("", Span(0, 0), Span(0, 0), "")
    if of_paper and act not in ("issued", "designated"):
        act, sentence, hit, ground = "issued", reading.sentence(of_paper.start), of_paper, "news-papers"
    said, act = act, strongest([act, *_acts_of_title(reading, in_title)])
    ground = ground if act == said else "title"
    _, voice = attribution(named, sentence, hit)
    body = voice.body if voice else reading.home or reading.title_body or reading.site
    if reading.kind != "news" and reading.home:
        body = reading.home
    speaks = voice and voice.body == body and voice.start < sentence.end
    speaker = speaker_of(reading, voice) if voice and speaks else None
    _, day = dating(dates, act, sentence, body)
    paper = staged(reading, act, (sentence, hit), day, (spans, in_title))
    return Statement(act, body, speaker, day, *sentence, ground, hit, paper)


def _best(named: Named, spans: Sequence[Span]) -> tuple[str, Span, Span, str]:
    """Return the strongest act with the sentence that reports it, the hit in it, and what it was read from.

    Headlines have no tense: beside sentences they count for what is news in itself.
    """
    reading = named.reading
    said = [(act_at(reading, hit), reading.sentence(hit.start), hit) for hit in spans]
    full = [s for s in said if s[0] in NEWS or not reading.is_headline(s[1])]
    ranked = sorted(full or said, key=lambda s: (ACTS.index(s[0]), reading.is_headline(s[1])))
    act, sentence, hit = _best_told(named, [s for s in ranked if s[0] == ranked[0][0]])
    follows = reading.following(sentence)
    if act in ("progress", "mentioned") and follows and _goes_on(reading, hit, follows):
        return "pledged", follows, hit, "its-words"
    if act in ("progress", "mentioned") and reading.language == "en":
        later = next(filter(None, (_later(reading, hit) for _, _, hit in said[:MOST_ALIKE])), None)
        if later:
            return "pledged", *later
    if act == "launched" and follows and reading.is_headline(sentence):
        if notice(reading.text[slice(*follows)]):
            return "issued", follows, hit, "notice"
        if OF_NOTICE.search(reading.text, *sentence):
            return "issued", sentence, hit, "of-notice"
    return act, sentence, hit, "sentence"


def _later(reading: Reading, hit: Span) -> tuple[Span, Span, str] | None:
    """Return the sentence after one that names an initiative, or in the answer to it, that says what will become of it.

    It comes with the name and the ground of a statement.
    """
    paragraph = reading.paragraph(hit.start)
    follows = reading.following(reading.sentence(hit.start))
    if follows and follows.start < paragraph.end and ITS_FUTURE.match(reading.text, *follows):
        return follows, hit, "its-future"
    number = reading.paragraph_number(hit.start) + 1
    if number == len(reading.paragraphs) or not ASKED.match(reading.text, *paragraph):
        return None
    answer = reading.paragraphs[number]
    sentence: Span | None = reading.sentence(answer.start)
    while sentence and sentence.start < answer.end:
        if reading.patterns.will.search(strike(reading.patterns.pseudo_cues, reading.text[slice(*sentence)])):
            return sentence, hit, "answer"
        sentence = reading.following(sentence)
    return None


def _goes_on(reading: Reading, hit: Span, follows: Span) -> bool:
    """Decide whether the sentence after one that names the initiative's paper in news reports what the paper wants."""
    goes_on = reading.kind == "news" and ITS_WORDS.match(reading.text, *follows)
    return bool(goes_on) and reading.utterance(hit).title is not None


def _best_told(named: Named, alike: Sequence[tuple[str, Span, Span]]) -> tuple[str, Span, Span]:
    """Choose among sentences that report one act.

    A sentence of the title's body comes first, else the first that is not of all places. The body is the one that the
    title names, or whose source it is; places are named for many reasons.
    """
    if len(alike) == 1:
        return alike[0]
    reading, few = named.reading, islice(alike, MOST_ALIKE)
    told = [(attribution(named, sentence, hit)[1], (act, sentence, hit)) for act, sentence, hit in few]
    of_title = (said for voice, said in told if voice and voice.body == reading.title_body != "local")
    of_some = (said for voice, said in told if not (voice and ANYWHERE.match(reading.text, voice.start)))
    return next(of_title, None) or next(of_some, alike[0])


def act_at(reading: Reading, hit: Span) -> str:
    """Return the act that the sentence around `hit` reports; a reporter's question reports none."""
    return "mentioned" if reading.is_question(hit.start) else act_of(reading.utterance(hit))


def _acts_of_title(reading: Reading, in_title: Sequence[Span]) -> list[str]:
    """Return the acts that the title reports: of a paper what the paper is, of news only what is news in itself."""
    if reading.kind in OF_TITLED:
        return [OF_TITLED[reading.kind] for _ in in_title]
    acts = [act_of(reading.title_utterance(hit)) for hit in in_title]
    return [act for act in acts if act in OF_HEADLINES]
