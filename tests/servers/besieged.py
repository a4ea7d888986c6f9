"""A site that would keep us busy for hours, beside three good ones: pages, annexes and mails, by number."""

import time
import zipfile
from base64 import encodebytes
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

import yaml
from sqlmodel import col, select

from db.engine import reading
from db.models import Document, now
from tests.factories.databases import sqlite
from tests.factories.declared import source
from tests.processes.measured import cost, measured
from tests.processes.running import TRACKER, Tracker
from tests.servers.mailserver import MailServer
from tests.servers.site import Answer, serve

GOOD = ("alpha", "beta", "gamma")
ARTICLES = 4
# Separate good articles, so that none joins the story of another.
TERMS = (
    *(
        "生物制造",
        "人形机器人",
        "工业互联网",
        "新型储能",
        "零碳园区",
        "绿色工厂",
        "以旧换新",
        "数据要素",
        "先进制造业集群",
    ),
    *("量子科技", "机器人+", "第六代移动通信"),
)
NAMES = "国务院印发意见，加快发展低空经济。"


def declared(name: str) -> str:
    """The file that declares a source."""
    host = f"www.{name}.gov.cn"
    listed = {"id": "news", "kind": "listing", "url": f"https://{host}/news/", "rows": "li", "date": "span"}
    laid = {"text": [".text"], "title": "h1"}
    accept = rf"^https://www\.{name}\.gov\.cn/a/\d+\.html$"
    facts = {**source(listed), "id": name, "hosts": [host], "articles": {"accept": accept}, "layouts": [laid]}
    return yaml.safe_dump(facts, allow_unicode=True)


def good_site(articles: int) -> dict[str, Answer]:
    """The pages of the good sources with so many articles each, by address."""
    pages: dict[str, Answer] = {}
    for name in GOOD:
        pages |= _site(name, [_good(name, n) for n in range(articles)])
    return pages


def hostile_site(pages: int, annexes: int) -> dict[str, Answer]:
    """Return so many hostile pages, the first of which link to so many hostile annexes, five each."""
    made = [page(n) for n in range(pages)]
    files = {}
    for n in range(annexes):
        article = n // 5
        made[article] += f'<div class=text><a href="{n}.xlsx">file {n}</a></div>'.encode()
        files[f"www.hostile.gov.cn/a/{n}.xlsx"] = Answer(annex(n), type="application/octet-stream")
    return _site("hostile", made) | files


def _site(name: str, articles: list[bytes]) -> dict[str, Answer]:
    host = f"www.{name}.gov.cn"
    row = '<li><a href="/a/{n}.html">第{n}号文件的通知</a> <span>2026-11-20</span></li>'
    rows = "".join(row.format(n=n) for n in range(len(articles)))
    pages = {f"{host}/a/{n}.html": Answer(content, type="text/html") for n, content in enumerate(articles)}
    return {f"{host}/news/": Answer(f"<ul>{rows}</ul>"), **pages}


def _good(name: str, number: int) -> bytes:
    at = GOOD.index(name) * ARTICLES + number
    title = f"关于加快发展{TERMS[at]}的意见"
    said = f"工业和信息化部印发《{title}》（工信部规〔2026〕{at + 11}号），提出加快发展{TERMS[at]}。"
    return f"<meta charset=utf-8><h1>{title}</h1><div class=text><p>{said}</p></div>".encode()


def page(number: int) -> bytes:
    """One of the hostile pages; those of higher numbers are bigger."""
    size = 1 + number // 8
    text = f"<div class=text><p>{NAMES}</p></div>"
    nested = "<div class=text>" * 400 * size
    kinds = (
        "<meta charset=punycode>" * 170 + text + "é" * 30_000 * size,
        f"<div class=text><p>{NAMES}</p><p>{'1' * 100_000 * size}</p></div>",
        nested + f"<p>{NAMES}</p>" + "<i></i>" * 40_000 + "</div>" * 400 * size,
        nested + f"<p>{NAMES}</p>" + '<a href="1.pdf">a</a>' * 2_000 * size,
        text + "<a/\x03 href=1.pdf>" * 100 * size,
        "<div>" * 20_000 * size + text,
        f"<div class=text><p>{NAMES * 400 * size}</p></div>",
        text + "<p>一二三四五<a href=x>六</a></p>" * 10_000 * size,
    )
    return kinds[number % len(kinds)].encode("latin-1" if number % len(kinds) == 0 else "utf-8", "xmlcharrefreplace")


def annex(number: int) -> bytes:
    """A workbook of so many cells, packed small."""
    rows = 500 * (1 + number % 5) ** 2
    sheet = "<sheetData>" + ("<row>" + "<c><v>1</v></c>" * 80 + "</row>") * rows + "</sheetData>"
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    packaged = "http://schemas.openxmlformats.org/package/2006"
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{packaged}/content-types"><Default Extension="xml" ContentType="{kinds}.sheet.main+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>'
            f'<Override PartName="/xl/s.xml" ContentType="{kinds}.worksheet+xml"/></Types>',
        )
        made.writestr(
            "xl/workbook.xml",
            f'<workbook {main} xmlns:r="{related}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        made.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{packaged}/relationships"><Relationship Id="r1" Type="{related}/worksheet" '
            'Target="s.xml"/></Relationships>',
        )
        made.writestr("xl/s.xml", f"<worksheet {main}>{sheet}</worksheet>")
    return file.getvalue()


def mail(number: int) -> bytes:
    """One of the hostile mails."""
    size = 1 + number // 5
    plain = f"From: a{number}@example.net\nSubject: {number}\nMIME-Version: 1.0\n"
    packed = f"{plain}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
    kinds = (
        packed.encode() + encodebytes(b"\n" * 40_000 * size),
        packed.encode() + encodebytes(b"-_* \t" * 8_000 * size),
        f"{plain}Content-Type: text/plain; charset=punycode\n\n".encode() + (b"\xe9" * 1_900 + b"\n") * 25 * size,
        (plain + 'Content-Type: multipart/mixed; boundary="b"\n\n' + "--b\n\n" * 10_000 * size).encode(),
        (plain + "Content-Type: text/html\n\n" + "<div>" * 10_000 * size).encode(),
    )
    return kinds[number % len(kinds)]


@dataclass
class Done:
    """What a command of ours took: seconds of the clock and of the processor, and the most memory of a process."""

    began: datetime
    clock: float
    processor: float
    memory: int


def run(tracker: Tracker, *arguments: str) -> Done:
    """Run one command to its end, whatever its exit code."""
    at, began = now(), time.monotonic()
    with tracker.start(*arguments, program=measured(TRACKER)) as process:
        printed, _ = process.communicate()
    assert process.returncode in (0, 1), printed
    assert "Traceback" not in printed, printed
    return Done(at, time.monotonic() - began, *cost(printed))


def besiege(folder: Path, server: MailServer, pages: int, annexes: int, mails: int) -> list[Done]:
    """Crawl, read, read the mailbox and send, with so much hostile input; return what each command took.

    The good sources have one article each on the first day and the others on the second, when their alerts are due.
    """
    for name in (*GOOD, "hostile"):
        (folder / "sources").mkdir(exist_ok=True)
        (folder / "sources" / f"{name}.yaml").write_text(declared(name), encoding="utf-8")
    for part in ("new", "cur", "tmp"):
        (folder / "mails" / part).mkdir(parents=True)
    for number in range(mails):
        (folder / "mails" / "new" / f"{number:03}").write_bytes(mail(number))
    with serve() as site:
        settings = {
            "TRACKER_REPLICA": site.url,
            "TRACKER_CONFIG": str(folder),
            "TRACKER_MAILDIR": str(folder / "mails"),
            "TRACKER_FIRST_CRAWL_MINUTES": "0",
            "TRACKER_SMTP_HOST": "127.0.0.1",
            "TRACKER_SMTP_PORT": str(server.port),
        }
        tracker = Tracker(folder, settings)
        site.pages |= good_site(1)
        tracker.run("crawl", *GOOD)
        tracker.run("read")
        tracker.run("alerts", "add", "reader@example.org", "--confirmed")
        site.pages |= good_site(ARTICLES) | hostile_site(pages, annexes)
        crawled = run(tracker, "crawl", *GOOD, *(["hostile"] if pages else []))
        return [crawled, run(tracker, "read"), run(tracker, "alerts", "mailbox"), run(tracker, "alerts", "send")]


def documents(folder: Path) -> list[Document]:
    """Return the documents of an installation with hostile input."""
    engine = sqlite(folder / "tracker.db")
    with reading(engine) as session:
        found = list(session.exec(select(Document).order_by(col(Document.id))))
    engine.dispose()
    return found
