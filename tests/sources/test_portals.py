"""Tests that the drafts of provincial portals select what their CMS calls an article, and nothing else."""

import pytest
from scrapy.http import HtmlResponse

from config import Config
from spiders.readers import READERS
from spiders.sift import articles

HEX = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
NAVIGATION = (
    '<a href="/">首页</a><a href="/20th/">专题</a><a href="../index.html">返回</a><a href="javascript:;">更多</a>'
)

# The address of an article in the form that is on record for a portal, and the part that names it.
PORTALS = [
    ("beijing", "./202609/t20260915_4000001.html", "t20260915_4000001"),
    ("hubei", "/bmdt/202609/t20260915_6000001.shtml", "t20260915_6000001"),
    ("hunan", "/gxt/xxgk_71033/202609/t20260915_300001.html", "t20260915_300001"),
    ("hebei", "/hbgyhxxht/xwzx32/tzgg83/2026091509350910001/index.html", "2026091509350910001"),
    ("liaoning", "/gxt/yfxz/fgfgg/2026091510112233444/index.shtml", "2026091510112233444"),
    ("heilongjiang", "/gxt/c107069/202609/c00_31960001.shtml", "c00_31960001"),
    ("gansu", "/gxt/c107573/202609/174230001.shtml", "174230001"),
    ("shanghai", f"/zfxxgkml/20260915/{HEX}.html", HEX),
    ("jiangsu", "/art/2026/9/15/art_80179_11000001.html", "art_80179_11000001"),
    ("guangdong", "/zwgk/tzgg1011/content/post_4900001.html", "post_4900001"),
    ("guangxi", "/wzsy/zwdt/t27180001.shtml", "t27180001"),
    ("hainan", f"/iitb/tzgg/202609/{HEX}.shtml", HEX),
    ("xinjiang", f"/gxt/tzgg/202609/{HEX}.shtml", HEX),
    ("sichuan", f"/scjxt/wjfb/2026/9/15/{HEX}.shtml", HEX),
    ("jiangxi", "/jxsgyhxxht/zcwj/content/content_2084911550435760001.html", "content_2084911550435760001"),
    ("qinghai", "/system/2026/09/15/010000001.shtml", "010000001"),
    ("tibet", "/xzweb/detail?id=10001", "id=10001"),
]


@pytest.mark.parametrize(("province", "address", "named"), PORTALS, ids=[case[0] for case in PORTALS])
def test_a_portal_selects_articles_of_its_family(config: Config, province: str, address: str, named: str) -> None:
    source = config.sources[f"industry-{province}"]
    list_ = source.lists[0]
    body = f'<html><body>{NAVIGATION}<ul><li><a href="{address}">关于印发行动方案的通知</a></li></ul></body></html>'
    found = READERS[list_.kind](HtmlResponse(list_.url, body=body.encode(), encoding="utf-8"), list_)
    kept = articles(source, found.rows)
    assert [(key.endswith(named), row.title) for key, row in kept.items()] == [(True, "关于印发行动方案的通知")]


def test_every_province_has_a_portal_and_none_is_crawled(config: Config) -> None:
    portals = [source for id_, source in config.sources.items() if id_.startswith("industry-")]
    assert len(portals) == len({source.hosts for source in portals}) == 31
    assert {(source.enabled, source.body, source.evidence.confidence) for source in portals} == {
        (False, "local", "low")
    }
