"""Test which days a text names, and which of them is the day of an act."""

from datetime import date

import pytest

import config
from tests.tag.sayings import said
from tracker.pipeline.analyze import analyze
from tracker.text.days import days

WEDNESDAY = date(2025, 9, 3)

NAMED = [
    ("zh", "国务院2024年5月23日印发", date(2024, 5, 23)),
    ("zh", "工信部9月1日发布", date(2025, 9, 1)),
    ("zh", "去年12月30日的会议", date(2024, 12, 30)),
    ("zh", "记者1日从工信部获悉", date(2025, 9, 1)),
    ("zh", "29日召开的会议", date(2025, 8, 29)),
    ("zh", "本月2日印发", date(2025, 9, 2)),
    ("zh", "今天上午举行", date(2025, 9, 3)),
    ("zh", "昨晚播出", date(2025, 9, 2)),
    ("zh", "部长昨（2）日主持座谈会", date(2025, 9, 2)),
    ("zh", "本周二举行", date(2025, 9, 2)),
    ("zh", "上周五举行", date(2025, 8, 29)),
    ("zh", "8月28日（星期四）前反馈", date(2025, 8, 28)),
    ("zh", "上周一举行", date(2025, 8, 25)),
    ("zh", "8月28日至31日举行", date(2025, 8, 31)),
    ("zh", "8月30日至9月2日举行", date(2025, 9, 2)),
    ("zh", "1日至2日在京举行", date(2025, 9, 2)),
    ("zh", "8月23—24日召开", date(2025, 8, 24)),
    ("zh", "新华社北京12月12日电", date(2024, 12, 12)),
    ("zh", "定于12月12日召开", date(2025, 12, 12)),
    ("en", "on August 26, 2024", date(2024, 8, 26)),
    ("en", "on Aug. 26 the cabinet met", date(2025, 8, 26)),
    ("en", "on 26 August 2025", date(2025, 8, 26)),
    ("en", "18-Jun NDRC released a list", date(2025, 6, 18)),
    ("en", "on Tuesday", date(2025, 9, 2)),
    ("en", "on Wednesday", date(2025, 9, 3)),
    ("en", "last Wednesday", date(2025, 8, 27)),
    ("en", "next Monday", date(2025, 9, 8)),
    ("en", "announced yesterday", date(2025, 9, 2)),
    ("en", "from September 1 to 2", date(2025, 9, 2)),
]


@pytest.mark.parametrize(("language", "text", "day"), NAMED)
def test_a_named_day(language: str, text: str, day: date) -> None:
    assert [found.day for found in days(text, language, WEDNESDAY)] == [day]


NO_DAYS = [
    ("zh", "前10日累计"),
    ("zh", "《人民日报》3日均销量"),
    ("zh", "2月30日"),
    ("zh", "周一至周五"),
    ("en", "in May it may grow 5 percent"),
    ("en", "February 30, 2025"),
    ("en", "a Sunday school"[2:8].lower() + "s"),
]


@pytest.mark.parametrize(
    ("text", "published"), [("明天举行", date.max), ("前天举行", date.min), ("周五举行", date.min)]
)
def test_no_day_beyond_the_calendar(text: str, published: date) -> None:
    assert list(days(text, "zh", published)) == []


@pytest.mark.parametrize(("language", "text"), NO_DAYS)
def test_no_day(language: str, text: str) -> None:
    assert list(days(text, language, WEDNESDAY)) == []


UNDATED = [
    # Without a day of publication a year comes from a whole date at the head of a text or in the same sentence.
    ("zh", "今天、周二，2025年8月26日", ["2025-08-26"]),
    ("zh", "9月1日，国务院2024年8月26日印发文件", ["2024-09-01", "2024-08-26"]),
    ("zh", "2025年12月30日印发，1月6日公布", ["2025-12-30", "2026-01-06"]),
    ("zh", "2026年1月19日，工信部印发方案。\n22日，有关负责人答问。", ["2026-01-19", "2026-01-22"]),
    ("zh", "2026年1月19日，工信部印发方案。\n12日，有关负责人答问。", ["2026-01-19"]),
    ("zh", "新华社北京1月5日电 部长5日说", []),
    ("zh", "新华社北京2026年1月5日电 部长5日说", ["2026-01-05", "2026-01-05"]),
    # An event that has its year in its name, and days on which nothing was reported.
    ("zh", "2024世界智能制造大会11月20日开幕", ["2024-11-20"]),
    ("zh", "自2024年7月1日起施行，9月14日发布", ["2024-07-01"]),
    ("zh", "截至2024年6月30日共有百家，7月12日介绍", ["2024-06-30"]),
    ("zh", "10月31日介绍，截至2024年9月底共有百家", ["2024-10-31"]),
    ("zh", "1月20日介绍，截至2024年11月末共有百家", ["2025-01-20"]),
    ("zh", "8月20日介绍，截至2024年9月底共有百家", []),
    ("zh", "20日介绍，截至2024年9月底共有百家", []),
    ("en", "As of the end of June 2024 there were 100, the NEA said on July 31", ["2024-07-31"]),
    ("en", "The NEA said on July 31 that 100 will be built by the end of June 2024", []),
    ("zh", "3月13日，市政府发布2025年的工作报告", ["2025-03-13"]),
    ("zh", "9月1日，到2027年实现目标", []),
    ("zh", "工信部：2093年建成平台。9月14日发布", []),
    ("zh", "截至2024年底建成，1月23日介绍", []),
    ("zh", "1月19日，国家统计局发布2025年经济运行情况", ["2026-01-19"]),
    ("zh", "7月15日，国家统计局发布2025年上半年经济运行情况", []),
    ("zh", "12月20日开会，2024年收官，2025年更好", []),
    ("zh", "2025年，绿色工厂建设取得成效。5月12日，市工信局开会", []),
    ("en", "On September 1, after a weak 2023, output grew by 2030 goals", []),
    ("en", "On September 1 the Made in China 2025 plan was told", []),
    ("en", "BEIJING, Feb. 28 -- Output grew by the end of 2023, the NBS said Wednesday", []),
    ("en", "The MIIT said on 3 Nov, 2023, a Friday, and on Thursday", ["2023-11-03", "2023-11-03"]),
    # The day that the page prints at its head is the day of publication.
    ("zh", "2024-10-24 07:33:16 | 来源：某报\n23日，部长介绍", ["2024-10-23"]),
    ("zh", "成文日期：2026年1月4日 发布日期：2026年1月6日\n昨天印发", ["2026-01-04", "2026-01-06", "2026-01-05"]),
    ("zh", "会议时间：2026年3月20日\n今天开会", ["2026-03-20"]),
    ("zh", "时间：2026年3月20日 地点：北京\n今天开会", ["2026-03-20"]),
    ("en", "Published: 5:40pm, 3 Nov, 2023\nThe ministry said on Thursday", ["2023-11-03", "2023-11-02"]),
    ("en", "Xinhua, July 31, 2024\nHe told the press on Wednesday", ["2024-07-31", "2024-07-31"]),
    ("en", "BEIJING, July 31, 2024 (Xinhua) -- He spoke on Tuesday", ["2024-07-31", "2024-07-30"]),
    ("en", "A photo taken on Jan. 8, 2024 shows a car.\nHe spoke on Feb. 2", ["2024-01-08"]),
]


@pytest.mark.parametrize(("language", "text", "shown"), UNDATED)
def test_without_a_publication_the_year_is_one_that_is_stated(language: str, text: str, shown: list[str]) -> None:
    assert [day.day.isoformat() for day in days(text, language, None)] == shown


# A page that gives only its month or its year.
COARSE = [
    ("2024", "工信部8月12日发布《人形机器人标准体系》。", "2024-08-12"),
    ("2024", "2024年8月12日，工信部发布《人形机器人标准体系》。", "2024-08-12"),
    ("2024-09", "9月12日，工信部发布《人形机器人标准体系》。", "2024-09-12"),
    ("2025", "工信部12日发布《人形机器人标准体系》。", None),
    ("2025-08", "MIIT released a guideline on humanoid robots on Tuesday.", None),
]


@pytest.mark.parametrize(("published", "text", "day"), COARSE)
def test_a_page_that_states_no_day_has_no_day(published: str, text: str, day: str | None) -> None:
    (line,) = analyze([{"id": "1", "published": published, "text": text}], config.load())
    assert line["published"] == published
    assert [mention["day"] for mention in line["mentions"]] == [day]


OF_ACTS = [
    (date(2025, 9, 2), "工信部9月2日发布《氢能标准体系建设指南》。"),
    (date(2025, 9, 2), "The ministry said on Tuesday that hydrogen energy will be fostered."),
    # The day of the opening holds for later words of the same body.
    (date(2025, 9, 3), "国家能源局今天举行发布会。\n会上介绍了能源形势。\n国家能源局表示，将有序发展氢能。"),
    (
        None,
        "国家能源局昨天举行发布会，介绍电力供应。\n会上有多位负责人答问。\n此外，国家发展改革委表示，将有序发展氢能。",
    ),
    # The day of publication holds for everything that is reported.
    (date(2025, 9, 3), "国家能源局今天举行发布会。\n会上有多人答问。\n此外，国家发展改革委表示，将有序发展氢能。"),
    # A recent act has no day; nor has a dateline, a deadline, a start of validity or an opening.
    (None, "工信部近日发布《氢能标准体系建设指南》。"),
    (None, "China recently launched a pilot program on hydrogen energy, an official told a meeting on Tuesday."),
    (date(2025, 9, 2), "Hydrogen energy has recently grown fast, an official told a meeting on Tuesday."),
    (None, "新华社北京9月2日电 工信部表示，将有序发展氢能。"),
    (None, "工信部发布氢能新国家标准，自2026年1月1日起实施。"),
    (None, "截至8月31日，全国氢能车辆达到3万辆。"),
    (None, "The forum, which opened in Beijing on September 1, heard that hydrogen energy has grown."),
    # A weekday to come is not the last one, unless someone spoke on it.
    (None, "The MIIT will issue a plan on hydrogen energy on Friday."),
    (None, "工信部将于周五发布氢能规划。"),
    (date(2025, 8, 29), "The MIIT issued a plan on hydrogen energy on Friday."),
    (date(2025, 8, 29), "China will foster hydrogen energy, the MIIT said on Friday."),
    # An event of several days has its last; a day long past is the act's own only if the act is news.
    (date(2025, 9, 2), "8月31日至9月2日，工信部在沪开会，要求加快发展氢能。"),
    (date(2022, 3, 23), "国家发展改革委2022年3月23日发布《氢能产业发展中长期规划》。"),
    # The report begins below a line of sources, a caption or a day alone.
    (date(2025, 9, 1), "2025-09-03 来源：某某在线 作者：\n国家能源局1日开会。\n会上有人答问。\n会后说，将发展氢能。"),
    (
        date(2025, 9, 2),
        "Officials meet the press in Beijing on the fuels of the coming decade, Sept. 1, 2025. (Xinhua/Li)\n"
        "An official spoke of the coming years on Tuesday.\nCars came first.\nHydrogen energy will be fostered.",
    ),
    (date(2025, 9, 2), "September 3rd. The ministry spoke on September 2. Hydrogen energy will be fostered."),
    (date(2025, 8, 30), "The conference, held from Friday to Saturday, heard that hydrogen energy will be fostered."),
    # A site that reprints later keeps the dateline.
    (date(2025, 7, 30), "新华社北京7月31日电 工信部30日表示，将有序发展氢能。"),
    # Long ago, with its whole date; in a letter to an opening event; at a session, or at the meeting named before.
    (date(2016, 8, 30), "On August 30, 2016, the NEA announced that hydrogen energy will be fostered."),
    (date(2025, 9, 1), "Xi sent a letter to the summit that opened Monday. Hydrogen energy will be fostered, he said."),
    (
        date(2025, 8, 29),
        "Hydrogen energy will be fostered, Xi said. During a session held on Friday, he called for it.",
    ),
    (
        date(2025, 8, 30),
        "Xi's instruction on parks was read out at a meeting held from Friday to Saturday.\n"
        "Premier Li Qiang attended the meeting and said that hydrogen energy will be fostered.",
    ),
    (None, "2022年3月23日，国家发展改革委曾表示，将有序发展氢能。"),
    # A wire reports on the same day statements to the press and new statistics.
    (date(2025, 9, 2), "财联社9月2日电，国家能源局李明在新闻发布会上表示，将有序发展氢能。"),
    (date(2025, 9, 2), "财联社9月2日电，国家能源局发布8月份用电量等数据。其中，氢能用电增长三成。"),
    (date(2025, 9, 2), "新华社北京9月2日电（记者李明）国家能源局发言人在新闻发布会上说，将有序发展氢能。"),
    (date(2025, 9, 2), "国家能源局官网9月2日消息，国家能源局印发《氢能发展规划》。"),
    (None, "财联社9月2日电，国家能源局印发通知。通知提出，将有序发展氢能。"),
    (date(2025, 9, 2), "Beijing, Sept. 2 -- Hydrogen energy will be fostered, Li told a news conference."),
    # The forum opened on Tuesday, and he spoke at its opening; a journey from the 1st to the 2nd.
    (
        date(2025, 9, 2),
        "The energy forum opened on Tuesday in Wuxi. Vice Premier Ding Xuexiang attended the opening ceremony and "
        "said that hydrogen energy will be fostered.",
    ),
    (
        date(2025, 9, 2),
        "Li Qiang inspected plants in Hunan from the 1st to the 2nd. Hydrogen energy will be fostered, he said.",
    ),
    (date(2025, 9, 2), "On the afternoon of the 2nd, Li Qiang said that hydrogen energy will be fostered."),
    # A standard that will be in force is out today, or on an unknown day; a draft is out from the day of its display.
    (None, "国家标准《氢能安全要求》正式文件发布，2025年7月1日实施。"),
    (date(2025, 8, 17), "能源局已完成并报批国家标准《氢能安全要求》，自 8 月 17 日起公示。"),
    # A wire reports a meeting on its day, and a paper at any time.
    (date(2025, 9, 2), "财联社9月2日电，国务院召开常务会议，研究能源工作。会议指出，要有序发展氢能。"),
    (date(2025, 9, 2), "财联社9月2日电，国家能源局决定设立一批氢能试点项目，明年验收。"),
    (None, "财联社9月2日电，国家能源局印发《氢能发展规划》，提出有序发展氢能。"),
    # Parts of two days, whatever the headline calls them.
    (date(2025, 9, 2), "1日下午，习近平来到本溪，察看车间。\n2日上午，习近平听取汇报。\n习近平指出，要发展氢能。"),
    # The stamp of a page that runs on with its text dates its own paper, and nothing recent.
    (None, "某部官网 2025年09月02日 20:00 来源： 某网 近日，国家能源局印发通知。有序发展氢能。"),
    (date(2025, 9, 2), "某部官网 2025年09月02日 20:00 来源： 某网 国家能源局指引。有序发展氢能。"),
    # A plan of its own day, and what was done some days before it.
    (None, "The plan came a few days after the NEA launched a pilot program on hydrogen energy."),
    (None, "国家能源局9月2日开会。\n此前，该局已启动氢能试点。"),
    (
        date(2025, 9, 2),
        "The NEA launched a pilot program on hydrogen energy on Tuesday, days after a call for entries.",
    ),
    # The reports of a digest that lost its line ends have days of their own.
    (
        date(2025, 9, 2),
        "【财联社9月3日早间新闻精选】 1、9月3日上午，外交部举行发布会。 2、国家能源局9月2日开会。会后表示，"
        "将有序发展氢能。 3、财政部公布收支情况。",
    ),
]


@pytest.mark.parametrize(("day", "text"), OF_ACTS)
def test_the_day_of_an_act(day: date | None, text: str) -> None:
    assert said(text, "hydrogen").day == day


OF_KINDS = [
    ("国家能源局印发《氢能发展行动方案》", "8月28日，国家能源局印发《氢能发展行动方案》。", date(2025, 8, 28)),
    ("公开征求《氢能装备规范条件（征求意见稿）》的意见", "为规范氢能行业，我们组织编制了规范条件。", date(2025, 9, 3)),
    ("国家能源局等六部门印发《氢能发展行动方案》", "近日，国家能源局等六部门联合印发《氢能发展行动方案》。", None),
    ("国家能源局新闻发布会文字实录", "记者：您好。\n国家能源局李明：氢能已有序发展。", date(2025, 9, 3)),
    (
        "Notice of the General Office of the Ministry of Industry and Information Technology on Work in 2025",
        "8. Guide firms in hydrogen energy to do better.",
        date(2025, 9, 3),
    ),
    ("国家能源局关于氢能试点工作的通知", "现就氢能试点工作通知如下。\n国家能源局\n2025年6月5日", date(2025, 9, 3)),
    ("2025年政府工作报告", "要培育氢能产业。", date(2025, 9, 3)),
    ("2025年政府工作报告", "氢能产业增加值增长8.5%。", None),
    ("2025年四川省政府工作报告", "要培育氢能产业。", None),
]


@pytest.mark.parametrize(("title", "text", "day"), OF_KINDS)
def test_a_paper_has_the_day_of_its_release_and_a_national_report_that_of_its_plans(
    title: str, text: str, day: date | None
) -> None:
    assert said(text, "hydrogen", title).day == day


def test_a_communique_has_the_day_of_its_release() -> None:
    mention = said("全会提出，深入推进数字中国建设。", "digital-china", "第二十届中央委员会第四次全体会议公报")
    assert mention.day == WEDNESDAY


NOTICE = "国家能源局关于氢能试点工作的通知"
# (the paper's title, its text, the day): a release that the text states counts before the page's own day.
RELEASED = [
    (NOTICE, "现将有关事项通知如下。\n本通知于2025年8月30日发布，推进氢能试点。", date(2025, 8, 30)),
    (NOTICE, "现将有关事项通知如下。\n根据8月30日印发的文件，推进氢能试点。", date(2025, 9, 3)),
    (NOTICE, "现将有关事项通知如下。\n推进氢能试点，2025年8月30日前上报。", date(2025, 9, 3)),
    (
        "Notice of the Ministry of Industry and Information Technology on Hydrogen",
        "The plan on hydrogen energy, released on August 30, 2025, sets targets.",
        date(2025, 8, 30),
    ),
]


@pytest.mark.parametrize(("title", "text", "day"), RELEASED)
def test_a_stated_release_counts_before_the_page(title: str, text: str, day: date) -> None:
    assert said(text, "hydrogen", title).day == day


# (text, the day), of texts without a day of publication.
OF_UNDATED = [
    ("新华社北京1月5日电 国家能源局发言人5日在发布会上说，将有序发展氢能。", None),
    ("2026-01-06 10:00 来源：某报\n国家能源局5日开会，要求有序发展氢能。", date(2026, 1, 5)),
    ("7月19日，国新办举办2023年上半年能源运行情况发布会。国家能源局将有序发展氢能。", date(2023, 7, 19)),
    (
        "国家能源局：有序发展氢能，建好加氢站。\n\n来源：某报\n\n"
        "2025年8月20日，国家能源局局长王宏志在发布会上介绍，要有序发展氢能。",
        date(2025, 8, 20),
    ),
    ("A truck in Foshan, March 3, 2025. It is cold. Photo: Xinhua\nThe NEA will foster hydrogen energy.", None),
    ("图为2025年3月3日拍摄的加氢站。\n国家能源局4月2日表示，将发展氢能。", None),
    ("国家能源局2025年8月26日印发《氢能发展规划》。", date(2025, 8, 26)),
    ("国家能源局将推进氢能试点，2025年8月30日前上报。", None),
    ("8月26日，国家能源局表示，与2020年8月1日相比，氢能产量翻番。", None),
    ("国资委网站2025年8月20日发布消息，会议8月18日至19日在京举行，要求发展氢能。", date(2025, 8, 19)),
    ("2025年8月26日，据某报报道，国家能源局近日开会。\n会议要求发展氢能。", None),
    (
        "成文日期：2026年1月4日 发布日期：2026年1月6日\n现将《氢能发展规划》印发给你们，自2026年2月1日起施行。",
        date(2026, 1, 6),
    ),
    (
        "The NEA issued a hydrogen energy plan, a notice dated May 1, 2025 and released on May 12, 2025 shows.",
        date(2025, 5, 12),
    ),
    (
        "省能源局起草了《氢能条例（征求意见稿）》，现向社会公开征求意见，请于2024年10月17日（星期四）前反馈。\n"
        "省能源局\n2024年10月8日\n氢能条例（征求意见稿）",
        date(2024, 10, 8),
    ),
    ("The NEA said on Friday that hydrogen energy will grow. The rule took effect on April 1, 2025.", None),
]


@pytest.mark.parametrize(("text", "day"), OF_UNDATED)
def test_the_day_of_an_act_of_an_undated_text(text: str, day: date | None) -> None:
    assert said(text, "hydrogen", published=None).day == day


# (text, day of the month): links have broken their sentences into lines.
BROKEN = [
    ("The National Energy Administration (NEA)\npublished a hydrogen energy plan (\nfor ten years\n), on July 30.", 30),
    ("At its\nAugust 28 meeting\n, the Politburo called for growth in hydrogen energy.", 28),
]


@pytest.mark.parametrize(("text", "day"), BROKEN)
def test_a_sentence_that_links_broke_into_lines_is_one(text: str, day: int) -> None:
    found = said(text, "hydrogen", published=WEDNESDAY)
    assert found.day is not None
    assert found.day.day == day


JOURNEY = (
    "习近平近日在湖北考察时强调，要奋勇争先。\n9月1日至3日，习近平先后来到孝感、武汉考察。\n"
    "1日下午，习近平来到孝感市。他指出，要发展新质生产力。\n"
    "2日上午，习近平前往咸宁市。\n随后，他走进长廊。习近平强调，要建设全国统一大市场。"
)


@pytest.mark.parametrize(("initiative", "day"), [("new-quality-productive-forces", 1), ("unified-market", 2)])
def test_what_is_said_on_a_journey_has_the_day_of_its_part(initiative: str, day: int) -> None:
    found = said(JOURNEY, initiative, title="习近平在湖北考察时强调 鼓足干劲奋发进取", published=WEDNESDAY)
    assert found.day == date(2025, 9, day)


ROUND_UP = (
    "1、中共中央政治局9月1日召开会议，审议一项条例。\n2、央行9月2日召开工作会议，部署下半年工作。\n"
    "3、中共中央政治局召开会议要求，支持氢能加快发展。\n4、某国央行宣布降息。"
)


def test_what_a_meeting_asked_for_has_its_day_in_every_item_of_a_round_up() -> None:
    assert said(ROUND_UP, "hydrogen").day == date(2025, 9, 1)
