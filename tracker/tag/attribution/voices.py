"""Attribute a statement by rows: decide whose act or word it is, and which person speaks."""

from collections.abc import Mapping
from typing import cast

from tracker.tag.attribution.attribution import (
    Attribution,
    is_an_interview,
    is_of_its_own_page,
    is_of_the_titles_body,
    is_on_a_bodys_site,
    last_speaker,
    named_in_it,
    nearest,
    of_the_report,
    of_the_text,
    quoted,
    whose_turn,
)
from tracker.tag.attribution.named import NOT_THERE, PLACES, Named
from tracker.tag.engine import BEFORE, FindingRule, Rule, Table
from tracker.tag.entities.bodies import Voice
from tracker.tag.entities.oblique import OBLIQUE
from tracker.tag.reading import Reading
from tracker.text.normalize import Span

WE_ZH = "我们|我部"
WE_EN = r"\b(We|we|I|[Oo]ur)\b"

OWN_PAGE = FindingRule("said.on-its-own-page", when=(is_of_its_own_page,),
                       examples=("工信部关于开展氢能试点的通知\n\n现开展氢能试点。",
                           "国家能源局关于发展低空经济的通知\n\n发展低空经济。"))  # fmt: skip
ROWS = Table(
    [
        # 我部: the body of the title, or of the source.
        FindingRule("zh.said.our-house", text="我[部委局署](?!分)", scope=BEFORE, when=(is_of_the_titles_body,),
                    examples=("工信部关于氢能的答复\n\n经商国家能源局，我部支持氢能发展。",
                        "国家能源局答记者问\n\n国务院有要求，我局将推动低空经济。")),
        FindingRule("zh.said.we-in-its-turn", text=WE_ZH, when=(whose_turn,), finds=whose_turn,
                    examples=("会议开始。\n金壮龙：大家好。\n我们和国家能源局一起发展氢能。",
                        "各位好。\n国家能源局：感谢。\n我们请工信部一起推动低空经济。")),
        FindingRule("en.said.we-in-its-turn", text=WE_EN, when=(whose_turn,), finds=whose_turn,
                    examples=("The talk began.\nJin Zhuanglong: Good day.\nWe and the NEA develop hydrogen energy.",
                        "Welcome.\nNEA: Thank you.\nOur work with the MIIT on smart manufacturing goes on.")),
        FindingRule("zh.said.we-of-a-speaker", text=WE_ZH, scope=BEFORE, when=(last_speaker,), finds=last_speaker,
                    examples=("金壮龙在会上讲话。他谈到不少事。我们和国家能源局一起发展氢能。",
                        "会上，李强讲话。我们要和工信部推动低空经济。")),
        FindingRule("en.said.we-of-a-speaker", text=WE_EN, scope=BEFORE, when=(last_speaker,), finds=last_speaker,
                    examples=("Jin Zhuanglong spoke. We will work with the NEA on hydrogen energy.",
                        "Li Qiang spoke there. Our work with the MIIT on smart manufacturing goes on.")),
        FindingRule("said.in-its-sentence", when=(named_in_it,), finds=named_in_it,
                    examples=("工信部将发展氢能。", "The NEA will develop hydrogen energy.")),
        OWN_PAGE,
        FindingRule("said.in-quotation-marks", when=(quoted,), finds=quoted,
                    examples=('"Hydrogen energy will be developed. It is clean," the NEA said.',
                        'The market grew. "Smart manufacturing is on the rise. It pays," Li Qiang noted.')),
        FindingRule("said.in-an-interview", when=(is_of_the_titles_body, is_an_interview),
                    examples=("国家能源局负责人答记者问\n\n问：国务院有何要求？\n答：有。\n发展氢能。",
                        "工信部负责人答记者问\n\n问：国务院怎么说？\n答：很多。\n推动低空经济。")),
        FindingRule("said.in-its-turn", when=(whose_turn,), finds=whose_turn,
                    examples=("会议开始。\n金壮龙：大家好。\n要发展氢能。",
                        "各位好。\n国家能源局：感谢。\n推动低空经济。")),
        FindingRule("said.in-the-work-report", when=(of_the_report,), finds=of_the_report,
                    examples=("今年政府工作报告提出不少任务。\n国家能源局很忙。\n发展氢能。",
                        "Growth goes on, according to a government work report. NEA spoke.\nDevelop hydrogen energy.")),
        FindingRule("said.by-the-nearest", when=(nearest,), finds=nearest,
                    examples=("工信部开会。会上谈到氢能。",
                        "The NEA held a meeting. Hydrogen energy will be developed.")),
        FindingRule("said.by-one-in-the-text", when=(of_the_text,), finds=of_the_text,
                    examples=("据悉，江苏印发规划。\n氢能很有前途。",
                        "Jiangsu issued a plan.\nHydrogen energy is on the rise.")),
        FindingRule("said.by-the-body-of-the-title", when=(is_of_the_titles_body,),
                    examples=("工信部谈新产业\n\n氢能很有前途。",
                        "NEA sets course\n\nHydrogen energy is on the rise.")),
        FindingRule("said.by-the-body-of-the-site", when=(is_on_a_bodys_site,),
                    examples=("氢能很有前途。", "Smart manufacturing is on the rise.")),
    ]
)  # fmt: skip


def attribution(named: Named, sentence: Span, hit: Span) -> tuple[FindingRule | None, Voice | None]:
    """Return the row that says who acts or speaks in `sentence`, and the body or person, None if the text has none."""
    said = Attribution(named.reading, named, sentence, hit)
    row = cast("FindingRule | None", ROWS.first(said))
    return row, row.finds(said) if row and row.finds else None


def speaker_of(reading: Reading, voice: Voice) -> str | None:
    """Return the person who speaks: the voice, or the one of its body who is named in the same sentence."""
    rest = Span(voice.start, reading.sentence(voice.start).end)
    people = (v.speaker for v in reading.voices_in(rest) if v.body == voice.body)
    return next((speaker for speaker in people if speaker), None)


def deciding_row(named: Named, sentence: Span, hit: Span) -> tuple[Rule | None, Voice | None]:
    """Return the row by which a statement has its body, and the name that it has it from, if any."""
    row, voice = attribution(named, sentence, hit)
    if named.reading.kind != "news" and named.reading.home:
        return OWN_PAGE, None
    return row, voice


def tables() -> Mapping[str, Mapping[str, Table]]:
    """Return the tables by what their rows find, and language; "" for those of any."""
    return {
        "names that are only followed": {"": OBLIQUE},
        "places that act": PLACES,
        "names that do not act": {"": NOT_THERE},
        "whose statement it is": {"": ROWS},
    }
