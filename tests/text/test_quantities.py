"""Test quantities: which numbers of a text are amounts, counts or periods, and which are times and names."""

from datetime import date

import pytest

from tracker.text.numbers.numerals import chinese, multiplied
from tracker.text.numbers.quantities import quantities
from tracker.text.periods import periods

PUBLISHED = date(2025, 9, 2)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百零五", 105),
        ("两千三百", 2300),
        ("三万五千", 35000),
        ("二〇二五", 2025),
    ],
)
def test_chinese_numerals(written: str, value: int) -> None:
    assert chinese(written) == value


@pytest.mark.parametrize(("value", "unit", "plain"), [(110, "万辆", 1.1e6), (8.2, "billion yuan", 8.2e9), (5, "家", 5)])
def test_a_multiple_in_the_unit_is_multiplied_out(value: float, unit: str, plain: float) -> None:
    assert multiplied(value, unit) == plain


NO_QUANTITY = [
    "2025年",
    "9月2日",
    "第7届",
    "5G网络",
    "C919飞机",
    "国发〔2025〕11号",
    "连续8年",
    "五部门",
    "9项任务",
    "一个平台",
    "March 24",
    "the 14th Five-Year Plan",
    "a 10-point plan",
    "in 2027 factories",
    "three years",
    "over the next two years.",
    "date 2026-01-21 China",
    "on 2026/1/21 China",
    "10:42 AM",
    "level three driving",
    "a notice, No. 152 of the year",
    'the "two new" policies',
    "one pile for every 2.46 vehicles",
    "within 1,000 meters of it",
    "two thirds of them",
    "one in three cars",
    "five major actions and 54 specific measures",
    "three milestone goals",
    "the top 10 annual tasks",
    "246 per 10,000 employees",
    "四个层次",
    "the 512 Project",
    "four Chinese government agencies",
    "《条例》设九章，共六十一条",
]


@pytest.mark.parametrize("text", NO_QUANTITY)
def test_times_ordinals_and_names_are_no_quantities(text: str) -> None:
    assert quantities(text) == []


def test_full_width_digits_are_read_in_place() -> None:
    (quantity,) = quantities("增长１２．５％")
    assert (quantity.start, quantity.end, quantity.values, quantity.unit) == (2, 7, (12.5,), "%")


def test_a_month_without_a_year_needs_a_date_of_publication() -> None:
    assert periods("8月", None) == []
    assert [period.written() for period in periods("8月", PUBLISHED)] == ["2025-08"]


def test_a_day_is_no_period() -> None:
    assert [period.written() for period in periods("On 8 August it released July sales", PUBLISHED)] == ["2025-07"]
