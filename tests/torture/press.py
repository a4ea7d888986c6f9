"""Made-up publishers whose news comes in waves: papers, reports on them, reprints, annexed texts."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tracker.demo.files import DOCX, docx
from tracker.demo.page import Page

PLANNED = "将抓紧制定"
FIRST_DAY = date(2026, 9, 1)
ROWS = 10
TIMES = 3
SITES = {"torture-wire": "wire.example.cn", "torture-echo": "echo.example.cn"}
TOPICS = ("人工智能+", "低空经济", "新型工业化", "新型工业化示范区", "先进制造业集群", "国家制造业创新中心")
PLACES = "北岭东汀南屿西澜河湾云栖松原平川临泽望江青崖白渡石塘高浦长桥金谷"
THINGS = "轴承叶片电机镜头阀门涂层纤维芯板泵体支架线缆齿轮滤芯模具导轨量块"
DEEDS = "检测装配巡检调度仿真标定维护分拣焊接打样封装计量校准回收试制联调"


@dataclass(frozen=True)
class Article:
    """One article as it is on a site from its wave on; `annex` is the text of a file beside it."""

    site: str
    number: int
    day: date
    title: str
    text: tuple[str, ...]
    annex: str = ""

    @property
    def url(self) -> str:
        """The address."""
        return f"http://{SITES[self.site]}/a/{self.number}.html"


@dataclass(frozen=True)
class Paper:
    """A paper that a ministry plans and issues; `more` is what every report of it repeats."""

    title: str
    topic: str
    number: int
    more: str

    def told(self, deed: str, day: date) -> tuple[str, tuple[str, ...]]:
        """Return the title and the paragraphs of a report of what was done with it."""
        official, said = ("", "表示，") if deed == PLANNED else (f"（工信部规〔2026〕{1000 + self.number}号）", "")
        done = f"{day.month}月{day.day}日，工业和信息化部{said}{deed}《{self.title}》{official}"
        return f"工业和信息化部{deed}《{self.title}》", (f"{done}，大力推进{self.topic}。", self.more)


def waves(seed: int, count: int) -> list[list[Article]]:
    """Return what is published in each of `count` waves; the same seed gives the same news.

    In each wave, several times, a paper is issued and its report reprinted, one is in an annex, and one is planned that
    is issued in one of the next two waves.
    """
    chance = random.Random(seed)
    told: list[list[Article]] = [[] for _ in range(count)]
    for first in range(0, count * TIMES * 10, 10):
        n = first // TIMES // 10
        day = FIRST_DAY + timedelta(days=n)
        issued, annexed, planned = (_paper(chance, chance.choice(TOPICS), first + k) for k in range(3))
        told[n] += [Article(site, first + k, day, *issued.told("印发", day)) for k, site in enumerate(SITES)]
        title, text = annexed.told("印发", day)
        notice = (f"关于{annexed.title[:4]}有关文件的通知", ("现将有关文件予以公布，请遵照执行。",))
        told[n].append(Article("torture-wire", first + 2, day, *notice, "\n".join((title, *text))))
        told[n].append(Article("torture-wire", first + 3, day, *planned.told(PLANNED, day)))
        later = n + 1 + chance.randrange(2)
        if later < count:
            day += timedelta(days=later - n)
            told[later].append(Article("torture-wire", first + 4, day, *planned.told("印发", day)))
    return told


def _paper(chance: random.Random, topic: str, number: int) -> Paper:
    place, thing, deed = "".join(_some(chance, PLACES, 2)), _some(chance, THINGS, 1)[0], _some(chance, DEEDS, 1)[0]
    return Paper(f"{place}{topic}{thing}{deed}实施方案", topic, number, "".join(_sentence(chance) for _ in range(8)))


def _sentence(chance: random.Random) -> str:
    (place,), (a, b, c), (x, y) = (_some(chance, words, n) for words, n in ((PLACES, 1), (THINGS, 3), (DEEDS, 2)))
    return f"{place}的{a}{x}与{b}{y}应当相互衔接，{c}的{x}记录要完整保存。"


def _some(chance: random.Random, words: str, count: int) -> list[str]:
    """Return some of the words, two characters each."""
    return chance.sample([words[n : n + 2] for n in range(0, len(words), 2)], count)


class Press:
    """The publishers' sites after `wave` waves."""

    def __init__(self, seed: int, count: int) -> None:
        self.waves = waves(seed, count)
        self.wave = 0

    def publish(self) -> bool:
        """Publish the next wave; False where that was the last."""
        self.wave = min(self.wave + 1, len(self.waves))
        return self.wave < len(self.waves)

    def find(self, url: str) -> Page | None:
        """The page at an address, or None."""
        host, _, path = url.partition("://")[2].partition("/")
        standing = [a for wave in self.waves[: self.wave] for a in wave if SITES[a.site] == host]
        if host not in SITES.values():
            return None
        if path.startswith("list_"):
            return _list(url, standing, int("0" + "".join(filter(str.isdigit, path))))
        kind, _, name = path.partition("/")
        article = next((a for a in standing if str(a.number) == name.partition(".")[0]), None)
        if article is None or kind not in ("a", "f"):
            return None
        return _article(article) if kind == "a" else Page(url, docx(article.annex.splitlines()), DOCX)


def _list(url: str, standing: list[Article], n: int) -> Page:
    rows = standing[::-1][(n - 1) * ROWS : n * ROWS]
    items = "".join(f'<li><a href="{a.url}">{a.title}</a><span>{a.day}</span></li>' for a in rows)
    return _html(url, f"<ul>{items}</ul>")


def _article(article: Article) -> Page:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in article.text)
    annex = f'<p><a href="/f/{article.number}.docx">附件：{article.title}</a></p>' if article.annex else ""
    return _html(
        article.url, f'<h1>{article.title}</h1><i>{article.day} 10:00</i><div class="text">{text}</div>{annex}'
    )


def _html(url: str, body: str) -> Page:
    return Page(url, f"<!doctype html><html><body>{body}</body></html>".encode(), "text/html; charset=utf-8")


def declarations() -> dict[str, dict[str, Any]]:
    """The sources' declarations, by id."""
    return {id_: _declaration(id_, host) for id_, host in SITES.items()}


def _declaration(id_: str, host: str) -> dict[str, Any]:
    listed = {"id": "news", "kind": "listing", "url": f"http://{host}/list_1", "rows": "li", "date": "span"}
    return {
        "id": id_,
        "name": {"en": id_, "zh": id_},
        "tier": "primary" if id_ == "torture-wire" else "media",
        "language": "zh",
        "hosts": [host],
        "articles": {"accept": rf"^https?://{host}/a/\d+\.html$"},
        "lists": [listed | {"paging": {"url": "list_{n}", "start": 2, "most": 200}}],
        "layouts": [{"text": [".text"], "title": "h1", "date": "i", "annexes": "a[href$=docx]"}],
        "manners": {"every": 5, "timeout": 5},
        "evidence": {"verified_on": "2026-11-01", "confidence": "high"},
    }
