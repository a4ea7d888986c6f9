"""Tests every form in which the followed sites print a date, with its precision, on Beijing's clock."""

from datetime import UTC, datetime

import pytest

from db.beijing import in_beijing
from spiders.dates import date_in_url, find_date

PRINTED = [
    ("2026-08-05", "2026-08-05", "day"),
    ("发布时间：2026-08-05 20:40", "2026-08-05T20:40", "minute"),
    ("2026-08-05 20:40:07", "2026-08-05T20:40:07", "second"),
    ("2026-10-02-11:22:33", "2026-10-02T11:22:33", "second"),
    ("2026/7/31", "2026-07-31", "day"),
    ("2026.09.10", "2026-09-10", "day"),
    ("[2026-07-01]", "2026-07-01", "day"),
    ("（2026年08月06日 03版）", "2026-08-06", "day"),
    ("2026年8月6日 星期四 9:05", "2026-08-06T09:05", "minute"),
    ("2019年06月15日08:18　来源：某网", "2019-06-15T08:18", "minute"),
    ("2025-08-26 14：30", "2025-08-26T14:30", "minute"),
    ("By A. Writer  |  2026/2/3 1:02:03", "2026-02-03T01:02:03", "second"),
    ("2026 10/03 08:00:01", "2026-10-03T08:00:01", "second"),
    ("2026 10 / 03", "2026-10-03", "day"),
    ("二〇二六年三月十二日", "2026-03-12", "day"),
    ("2026年十月03日", "2026-10-03", "day"),
    ("2026年一月7日 20:40", "2026-01-07T20:40", "minute"),
    ("２０２６年１月７日", "2026-01-07", "day"),
    ("二○二五年十月三十一日", "2025-10-31", "day"),
    ("2026年4月", "2026-04", "month"),
    ("Published: Feb 17, 2026 10:37 AM", "2026-02-17T10:37", "minute"),
    ("Feb 17, 2026 12:07 AM", "2026-02-17T00:07", "minute"),
    ("Updated: December 8, 2025 14:38", "2025-12-08T14:38", "minute"),
    ("10:30, 12-Aug-2026", "2026-08-12T10:30", "minute"),
    ("Tue, 03 Oct 2026 08:00:00 GMT", "2026-10-03T16:00:00", "second"),
    ("2026-08-05T20:40:00+08:00", "2026-08-05T20:40:00", "second"),
    ("2026-08-05T12:40:00.000Z", "2026-08-05T20:40:00", "second"),
    ("2026-08-05T20:40:00-05", "2026-08-06T09:40:00", "second"),
    ("2026-08-05 20:40:07 -0400", "2026-08-06T08:40:07", "second"),
    ("September 20, 2026, 6:37 PM EDT", "2026-09-21T06:37", "minute"),
    ("January 20, 2026 at 6:37 p.m. ET", "2026-01-21T07:37", "minute"),
    ("August 20, 2026 (6:37 PM PT)", "2026-08-21T09:37", "minute"),
    ("Wednesday, 21 Sep 2026 | 4:35 PM CT", "2026-09-22T05:35", "minute"),
    ("Aug 13, 2026 – 4:39 PM", "2026-08-13T16:39", "minute"),
    ("Updated: Sep 18,2026 9:20 AM    Source: x", "2026-09-18T09:20", "minute"),
    ("18th of September, 2026", "2026-09-18", "day"),
    ("18 Sep, 2026 | 10:20", "2026-09-18T10:20", "minute"),
    ("2026-Sep-18", "2026-09-18", "day"),
    ("18:20 BJT, 18-Sep-2026", "2026-09-18T18:20", "minute"),
    ("2026年9月18日下午3:20", "2026-09-18T15:20", "minute"),
    ("2026-09-18 上午 10:20", "2026-09-18T10:20", "minute"),
    ("2026-09-18 晚上 20:20", "2026-09-18T20:20", "minute"),
    ("2026-09-18 中午 11:50", "2026-09-18T11:50", "minute"),
    ("２０２６．９．１８", "2026-09-18", "day"),
    ("9:39AM BST 05 Oct 2026", "2026-10-05T16:39", "minute"),
    ("8:42 a.m. EDT October 3, 2026", "2026-10-03T20:42", "minute"),
    ("09:31 August 20, 2026", "2026-08-20T09:31", "minute"),
    ("Sep. 18, 2026\xa0\xa07:58 p.m.\xa0\xa0GMT+8", "2026-09-18T19:58", "minute"),
    ("Sep 18, 2026 23:10 UTC-11", "2026-09-19T18:10", "minute"),
    ("Thu, 06 Oct 2026 18:10:27 EST", "2026-10-07T07:10:27", "second"),
    ("Tue Oct 06 2026 10:00:00 GMT+0800", "2026-10-06T10:00:00", "second"),
    # China's own standard time, as servers in China print it; and no zone at all.
    ("Oct 6, 2026 18:00 CST", "2026-10-06T18:00", "minute"),
    ("Oct 6, 2026 18:00 et al.", "2026-10-06T18:00", "minute"),
    ("发布时间：26-09-18 10:20", "2026-09-18T10:20", "minute"),
    ("1790481801", "2026-09-27T12:03:21", "second"),
    ("1790481801000", "2026-09-27T12:03:21", "second"),
    ("/Date(1790481801000+0800)/", "2026-09-27T12:03:21", "second"),
]
NO_DATE = [
    "",
    "020-85523909",
    "粤ICP备12345678号-1",
    "2026年",
    "2026-13-01",
    "2026-02-30",
    "3.5",
    "09-30",
    "国发〔2025〕11号",
]
ENGLISH = [
    ("First Posted: 08-13-26 05:18 PM", "2026-08-13T17:18"),
    ("10/9/26 7:15 AM EDT", "2026-10-09T19:15"),
    ("10/9/99 7:15 AM EST", "1999-10-09T20:15"),
    ("10/9/2026 07:15 ET", "2026-10-09T19:15"),
    ("10/ 9/26 09:19 PM ET", "2026-10-10T09:19"),
    ("8/26/2026", "2026-08-26"),
    ("26/8/2026 17:30", "2026-08-26T17:30"),
    ("8/8/2026", "2026-08-08"),
    ("10/9/2026", None),
    ("10.9.2026", "2026-09-10"),
    ("10/9/2026 17:30", None),
    ("10/9/26", None),
    ("13/13/2026", None),
]
DAY_FIRST = [
    ("06-10-2026", "2026-10-06"),
    ("18/09/2026 10:20", "2026-09-18T10:20"),
    ("9/18/2026 10:20:05", "2026-09-18T10:20:05"),
    ("9/8/2026 5:30 PM", "2026-09-08T17:30"),
    ("18-09-26", None),
    ("10-18-09-26 10:20", None),
    ("13/13/2026", None),
]
ADDRESSES = [
    ("/xwdt/xwfb/202610/t20261009_1408037.html", "2026-10-09", "day"),
    ("/2019-09-26/198678130.html", "2019-09-26", "day"),
    ("/n1/2024/0424/c1001-40223222.html", "2024-04-24", "day"),
    ("/zhengce/content/2019-01/08/content_5355822.htm", "2019-01-08", "day"),
    ("/art/2026/8/5/art_1_2.html", "2026-08-05", "day"),
    ("/a/202608/26/WS68ad0123a310.html", "2026-08-26", "day"),
    ("/20260824144512345678/index.html", "2026-08-24", "day"),
    ("/page/202602/1355555.shtml", "2026-02", "month"),
    ("/yaowen/liebiao/202610/content_7082621.htm", "2026-10", "month"),
]


@pytest.mark.parametrize(("text", "shown", "precision"), PRINTED)
def test_a_printed_date_is_found(text: str, shown: str, precision: str) -> None:
    stamp = find_date(text)
    assert stamp is not None
    assert (in_beijing(*stamp), stamp.precision) == (shown, precision)


@pytest.mark.parametrize(("text", "shown"), ENGLISH)
def test_a_date_with_the_month_first_is_found_on_english_pages(text: str, shown: str | None) -> None:
    stamp = find_date(text, english=True)
    assert (stamp and in_beijing(*stamp)) == shown
    assert find_date(text) is None


@pytest.mark.parametrize(("text", "shown"), DAY_FIRST)
def test_a_date_with_the_day_first_is_found_on_chinese_pages(text: str, shown: str | None) -> None:
    stamp = find_date(text, english=False)
    assert (stamp and in_beijing(*stamp)) == shown
    assert find_date(text) is None


@pytest.mark.parametrize("text", NO_DATE)
def test_what_is_not_a_date_gives_none(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize(("url", "shown", "precision"), ADDRESSES)
def test_the_date_in_an_address_is_found(url: str, shown: str, precision: str) -> None:
    stamp = date_in_url(f"https://www.example.cn{url}")
    assert stamp is not None
    assert (in_beijing(*stamp), stamp.precision) == (shown, precision)


@pytest.mark.parametrize("url", ["/content/post_10794887.html", "/art/2026/art_ef24128ee7304a63b6777d7023631e94.html"])
def test_an_address_without_a_day_or_month_gives_none(url: str) -> None:
    assert date_in_url(f"https://www.example.cn{url}") is None


def test_a_day_is_its_midnight_in_beijing() -> None:
    stamp = find_date("2026-08-05")
    assert stamp is not None
    assert stamp.moment == datetime(2026, 8, 4, 16, tzinfo=UTC)


def test_the_first_of_several_dates_counts() -> None:
    stamp = find_date("2026年3月2日发布，自2026-05-01起施行")
    assert stamp is not None
    assert in_beijing(*stamp) == "2026-03-02"


def test_a_date_without_a_year_needs_one() -> None:
    stamp = find_date("发布时间：09-30 22:46", 2019)
    assert stamp is not None
    assert in_beijing(*stamp) == "2019-09-30T22:46"
