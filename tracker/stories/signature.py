"""The signature of one item of a document: what is compared to tell whether two report the same thing."""

import json
import re
import zlib
from array import array
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import blake2b

from db.models import Document, Mention
from tracker.announce import beijing_day, strength
from tracker.items import items
from tracker.stories.titles import marks, own_number, papers
from tracker.stories.words import words
from tracker.tag.numerals import MULTIPLES
from tracker.tag.quantities import quantities

HEADLINE_ENDS = re.compile(r"[。！？!?；;.：:]\s*$")
LEAD = re.compile(r"[^\n。！？]{20,}?[。！？\n]|[^\n]{60,}?\.\s|[^\n]{20,}")
SAYER = re.compile(
    r"(?:据|记者从|从)?([\u4e00-\u9fff]{1,18}?(?:协会|分会|联合会|学会|局|部|委|委员会|院|中心|办公室|协))"
    r"[^，。；\u4e00-\u9fff]{0,3}(?:今天|今日|日前|近日|昨天|昨日)?(?:（[^）]{1,9}）)?(?:\d{1,2}月?\d{0,2}日)?(?:最新)?"
    r"(?:发布|公布|数据|统计|获悉|了解到|透露|表示)"
)
BLANK = re.compile(r"[\W_]+")
LEAD_OF = 600
AT_MOST = 40


@dataclass(frozen=True)
class Signature:
    """What one item says, independent of its language where it can be.

    `sayers` are the bodies that publish or say what it tells, as it names them; `events` are (initiative, act, body, day); `values` are the figures of the whole item, multiples
    multiplied out; `ends` are (initiative, month in which a statistic's period ends); `lead` and `words`
    are sketches of `tracker.stories.words`.
    """

    language: str
    exact: str
    headline: str
    published: str | None
    number: str | None
    papers: tuple[str, ...]
    marks: dict[str, list[str]]
    sayers: tuple[str, ...]
    events: tuple[tuple[str, str, str, str], ...]
    ends: tuple[tuple[str, str], ...]
    values: tuple[float, ...]
    lead: "array[int]"
    words: "array[int]"

    def day(self) -> date | None:
        """The day of publication in Beijing."""
        return date.fromisoformat(self.published) if self.published else None

    def initiatives(self) -> set[str]:
        """The initiatives that the item mentions."""
        return {event[0] for event in self.events}

    def dump(self) -> bytes:
        """The signature as it is stored."""
        plain = asdict(self) | {"lead": _pack(self.lead), "words": _pack(self.words)}
        return zlib.compress(json.dumps(plain, ensure_ascii=False).encode())


def load(stored: bytes) -> Signature:
    """The signature that `dump` stored."""
    plain = json.loads(zlib.decompress(stored))
    plain |= {name: _unpack(plain[name]) for name in ("lead", "words")}
    plain |= {name: tuple(plain[name]) for name in ("papers", "sayers", "values")}
    plain |= {name: tuple(map(tuple, plain[name])) for name in ("events", "ends")}
    return Signature(**plain)


def signatures(document: Document, mentions: Sequence[Mention]) -> list[Signature]:
    """A signature for every item of a document that mentions an initiative, the strongest act first.

    A document without mentions has one, of its whole text.
    """
    spans = items(document.text)
    held = [(span, [m for m in mentions if span[0] <= m.start < span[1]]) for span in spans]
    if not mentions:
        held = [((0, len(document.text)), [])]
    told = [(span, inside) for span, inside in held if inside or not mentions]
    told.sort(key=lambda item: (-max((strength(m.act) for m in item[1]), default=0), -len(item[1])))
    return [_signature(document, span, inside, whole=len(spans) == 1) for span, inside in told]


def _signature(
    document: Document, span: tuple[int, int], mentions: Sequence[Mention], *, whole: bool
) -> Signature:
    text = document.text[span[0] : span[1]]
    headline = (document.title or "") if whole else _first_line(text)
    head = "".join(LEAD.findall(text[:LEAD_OF])[:2])
    day = beijing_day(document.published)
    return Signature(
        language=document.language,
        exact=blake2b(BLANK.sub("", text).encode(), digest_size=8).hexdigest(),
        headline=headline,
        published=day.isoformat() if day else None,
        number=(document.number if whole else None) or own_number(text),
        papers=tuple(sorted(papers(headline, text[:LEAD_OF]))),
        marks={name: sorted(found) for name, found in marks(headline).items()},
        sayers=tuple(sorted({m.group(1) for m in SAYER.finditer(text[:LEAD_OF])})),
        events=tuple(
            (m.initiative, m.act, m.body or "", m.day.isoformat() if m.day else "") for m in mentions
        ),
        ends=tuple(sorted({(m.initiative, end) for m in mentions for f in m.figures if (end := _end(f))})),
        values=_values(text),
        lead=words(head, document.language),
        words=words(text, document.language),
    )


def _first_line(text: str) -> str:
    line = text.strip().split("\n", 1)[0]
    return "" if HEADLINE_ENDS.search(line) else line


def _end(figure: dict[str, object]) -> str | None:
    period = figure.get("period")
    return (
        str(period).rsplit("/", 1)[-1]
        if period and figure.get("kind") == "result" and "-" in str(period)
        else None
    )


def _values(text: str) -> tuple[float, ...]:
    """The distinct values of a text in reading order, a plain small count left out."""
    found: dict[float, None] = {}
    for quantity in quantities(text):
        factor = next((f for word, f in MULTIPLES.items() if quantity.unit.startswith(word)), 1.0)
        for value in quantity.values:
            if len(f"{value:g}".strip("0").replace(".", "")) > 1 or quantity.unit != "count":
                found[float(f"{value * factor:.9g}")] = None
    return tuple(found)[:AT_MOST]


def _pack(sketch: "array[int]") -> str:
    return b64encode(sketch.tobytes()).decode()


def _unpack(packed: str) -> "array[int]":
    return array("I", b64decode(packed))
