"""Choose the day of a statement by rows: the kind of the text has a table, and the first row that holds decides."""

from collections.abc import Mapping
from datetime import date
from typing import cast

from tracker.tag.days.candidates import NEVER, OF_LANGUAGE, OF_WORDS, Dates, row_of
from tracker.tag.days.dating import (
    ON_A_WIRE,
    RELEASES,
    WHOLE,
    Dating,
    came_out_recently,
    is_a_plan_of_the_cabinet,
    is_learnt_of,
    is_news_in_itself,
    is_of_the_site,
    is_over_two_days,
    is_recent,
    is_recent_after_its_day,
    is_recent_in_a_later_report,
    journeyed,
    met,
    named,
    on_the_wire,
    printed,
    published,
    published_or_delivered,
    quoted_on,
    released,
    reported,
    stamped,
)
from tracker.tag.engine import TITLE, FindingRule, Near, Rule, Table
from tracker.text.normalize import Span

# 工信部印发《…》: reported by its title as news, and perhaps days later.
NEWS_OF_A_PAPER = Near(text="^(?![^《]*关于)[^，：:《]{2,30}(印发|发布|公布|出台)《[^》]+》$", scope=TITLE)

OF_PAPERS = Table(
    [
        FindingRule("zh.dated.paper-in-the-news", when=(NEWS_OF_A_PAPER, named), finds=named,
                   examples=("国家能源局印发《氢能发展行动方案》\n\n8月28日，国家能源局印发《氢能发展行动方案》。",
                       "工信部等三部门印发《智能制造行动计划》\n\n工信部9月1日发布《智能制造行动计划》。")),
        FindingRule("zh.dated.recent-paper-in-the-news", when=(NEWS_OF_A_PAPER, came_out_recently),
                   examples=("国家能源局印发《氢能发展行动方案》\n\n前不久，国家能源局印发《氢能发展行动方案》。",
                       "工信部印发《智能制造行动计划》\n\n工信部最近公布《智能制造行动计划》。")),
        FindingRule("dated.released", when=(released,), unless=(NEWS_OF_A_PAPER,), finds=released,
                   examples=("国家能源局关于氢能试点工作的通知\n\n本通知于2025年8月30日发布，推进氢能试点。",
                       "Notice of the Ministry of Industry and Information Technology on Hydrogen\n\n"
                       "The plan on hydrogen energy, released on August 30, 2025, sets targets.")),
        FindingRule("dated.printed-on-the-paper", when=(printed,), finds=printed,
                   examples=("国家能源局关于氢能试点工作的通知\n\n发布日期：2025年8月30日\n现就氢能试点工作通知如下。",
                       "Notice of the Ministry of Industry and Information Technology on Hydrogen\n\n"
                       "Published: August 30, 2025\nGuide firms in hydrogen energy to do better.")),
        FindingRule("dated.page-of-the-paper", finds=published,
                   examples=("国家能源局关于氢能试点工作的通知\n\n现就氢能试点工作通知如下。",
                       "Notice of the Ministry of Industry and Information Technology on Hydrogen\n\n"
                       "Guide firms in hydrogen energy to do better.")),
    ]
)  # fmt: skip
OF_REPORTS = Table(
    [
        FindingRule("dated.plan-in-a-report", when=(is_a_plan_of_the_cabinet,), finds=published_or_delivered,
                   examples=("2025年政府工作报告\n\n要培育氢能产业。", "2025年政府工作报告\n\n加快发展低空经济。")),
    ]
)  # fmt: skip
# The page is the body's own, or its text is that of the paper, whatever its title: 现将《…》印发给你们.
OF_PAGES = Table(
    [
        FindingRule("dated.page-of-the-body", when=(is_of_the_site,), finds=published,
                   examples=("将有序发展氢能。", "China will foster hydrogen energy.")),
        FindingRule("zh.dated.paper-printed",
                   text="现[将予][^。]{0,80}(印发|公布|发布)|"
                       "现(就|予|向|面向|公开|将)[^。]{0,30}(征求|征集)…8(意见|建议)",
                   when=(is_news_in_itself,), unless=(is_recent,), finds=published,
                   examples=("各地能源局：现将《氢能发展规划》印发给你们，自2025年10月1日起施行。",
                       "国家能源局：现予公布《低空经济发展方案》，现将《低空经济发展方案》发布。",
                       "我局起草了《氢能发展方案（征求意见稿）》，现向社会公开征求意见。")),
        FindingRule("en.dated.paper-printed", text=r"\bhereby (issued|released|promulgated)\b",
                   when=(is_news_in_itself,), finds=published,
                   examples=("The NEA plan on hydrogen energy is hereby issued.",
                       "The guideline on smart manufacturing is hereby released by the MIIT.")),
    ]
)  # fmt: skip
OF_NEWS = Table(
    [
        FindingRule("dated.in-its-sentence", when=(named,),
                   unless=(is_recent_after_its_day, is_learnt_of, is_recent_in_a_later_report), finds=named,
                   examples=("工信部9月2日发布《氢能标准体系建设指南》。",
                       "The MIIT issued a plan on hydrogen energy on Friday.")),
        # A recent act has no day, whenever the reporter learned of it.
        FindingRule("dated.recently", when=(is_recent,),
                   examples=("工信部近日发布《氢能标准体系建设指南》。",
                       "The MIIT recently issued a plan on hydrogen energy.")),
        FindingRule("dated.learnt-of", when=(is_learnt_of,),
                   examples=("记者9月2日从工信部获悉，该部印发《智能制造发展规划》。",
                       "记者1日从国家能源局获悉，《氢能发展意见》印发。")),
        FindingRule("zh.dated.earlier", text=r"^\W*(此前|早前|早些时候|先前)，",
                   examples=("国家能源局9月2日开会。此前，该局已启动氢能试点。", "早前，工信部要求发展低空经济。")),
        FindingRule("en.dated.earlier",
                   text=r"^\W*(Previously|Earlier|Before (that|this)|Prior to (that|this)),",
                   examples=("Previously, the MIIT called for smart manufacturing.",
                       "Before this, the city launched a pilot program on hydrogen energy.")),
        FindingRule("zh.dated.some-time-before",
                   text="[几数两三][天日周月年]之?[前后]|个月之?[前后]|此前|早前|早些时候|先前",
                   when=(is_news_in_itself,),
                   examples=("国家能源局三个月前启动氢能试点。", "国家能源局两年前印发《氢能发展规划》。")),
        FindingRule("en.dated.some-time-before",
                   text=r"\b(days?|weeks?|months?|years?) (after|before|since|following|earlier than)\b|"
                       r"\b(days|weeks|months|years) (ago|earlier)\b|\bearlier this (year|month|week)\b",
                   when=(is_news_in_itself,),
                   examples=("The plan came a few days after the NEA launched a pilot program on hydrogen energy.",
                       "The MIIT launched a pilot program on smart manufacturing two weeks ago.")),
        # 习近平在湖北考察时强调, and then 5日上午.
        FindingRule("zh.dated.on-a-journey", text="(考察|调研)时", scope=TITLE, when=(journeyed,), finds=journeyed,
                   examples=("习近平在湖北考察时强调\n\n2日下午，习近平来到孝感市。他指出，要发展新质生产力。",
                       "李强在浙江调研时指出\n\n8月30日上午，李强走进车间。\n他指出，要发展人形机器人。")),
        FindingRule("zh.dated.on-one-of-some-days", when=(is_over_two_days, journeyed), finds=journeyed,
                   examples=("1日下午，习近平来到本溪。\n2日上午，习近平听取汇报。\n习近平指出，要发展氢能。",
                       "8月29日上午，李强来到甲厂。\n8月30日晚，李强开会。\n他指出，要发展低空经济。")),
        FindingRule("zh.dated.in-a-longer-quotation", when=(quoted_on,), finds=quoted_on,
                   examples=("发言人答问\n\n9月1日，发言人李明表示，“要开放。”\n“将有序发展氢能。”",
                       "李强谈开放\n\n9月2日，李强指出：“要创新。”\n“要发展低空经济。”")),
        FindingRule("dated.by-the-report", when=(reported,), finds=reported,
                   examples=("国家能源局今天举行发布会。\n会上介绍了能源形势。\n国家能源局表示，将有序发展氢能。",
                       "September 3rd. The ministry spoke on September 2. Hydrogen energy will be fostered.")),
        FindingRule("dated.on-a-wire", when=(on_the_wire,), finds=on_the_wire,
                   examples=("财联社9月2日电，国家能源局李明在新闻发布会上表示，将有序发展氢能。",
                       "Beijing, Sept. 2 -- Hydrogen energy will be fostered, Li said at a news conference.")),
        FindingRule("zh.dated.meeting-of-an-earlier-item", when=(met,), finds=met,
                   examples=("1、中央政治局8月30日召开会议。\n2、财政部公布收支。\n3、中央政治局召开会议要求发展氢能。",
                       "1、国务院8月29日召开常务会议。\n2、商务部开会。\n3、国务院召开常务会议，要求发展低空经济。")),
        # The results of a plenary session are published on its last day, and so are statements to the press.
        FindingRule("zh.dated.out-at-once", text="(全体会议|全会)公报$|新闻发布会", scope=TITLE, finds=published,
                   examples=("第二十届中央委员会第四次全体会议公报\n\n全会提出，深入推进数字中国建设。",
                       "国家能源局新闻发布会文字实录\n\n国家能源局李明：氢能已有序发展。")),
        FindingRule("en.dated.out-at-once", text=r"\bpress conference\b", scope=TITLE, finds=published,
                   examples=("Transcript of the NEA press conference\n\nHydrogen energy will be fostered.",
                       "Remarks at a press conference\n\nChina will develop smart manufacturing.")),
        FindingRule("dated.by-the-stamp", when=(stamped,), finds=stamped,
                   examples=("某部官网 2025年09月02日 20:00 来源： 某网 国家能源局指引。有序发展氢能。",
                       "某市网站 2025年8月30日 20:00 来源： 某报 部里指引。要发展低空经济。")),
    ]
)  # fmt: skip


def dating(dates: Dates, act: str, sentence: Span, body: str | None) -> tuple[FindingRule | None, date | None]:
    """Return the row that dates an act which `sentence` reports and `body` does, and the day, None if it has none."""
    said = Dating(dates.reading, dates, act, sentence, body)
    row = cast("FindingRule | None", _row(said))
    return row, row.finds(said) if row and row.finds else None


def _row(said: Dating) -> Rule | None:
    if said.reading.kind in ("paper", "list"):
        return OF_PAPERS.first(said)
    if said.reading.kind == "report":
        return OF_REPORTS.first(said)
    return OF_PAGES.first(said) or OF_NEWS.first(said)


def deciding_row(dates: Dates, act: str, sentence: Span, body: str | None) -> Rule | None:
    """Return the row by which a statement has its day or none; else the one by which a day near it is not its own."""
    row, _ = dating(dates, act, sentence, body)
    near = (row_of(one) for one in dates.within(dates.reading.item(sentence.start)))
    return row or next((one for one in near if one and one.against), None)


def tables() -> Mapping[str, Mapping[str, Table]]:
    """Return the tables by what their rows find, and language; "" for those of any."""
    of_any = {
        "days that date no act": NEVER,
        "days beside a word for another": OF_WORDS,
        "days of a release": RELEASES,
        "days of a wire": ON_A_WIRE,
        "days long past that are named whole": WHOLE,
        "the day of a paper": OF_PAPERS,
        "the day of a report": OF_REPORTS,
        "the day of a page": OF_PAGES,
        "the day of news": OF_NEWS,
    }
    return {"days and acts": OF_LANGUAGE, **{name: {"": table} for name, table in of_any.items()}}
