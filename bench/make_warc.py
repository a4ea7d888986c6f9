"""Make a file like those of CC-NEWS: a gzip member for each record, request, response and metadata of each page.

    python -m bench.make_warc FILE [--records 100000] [--planted 200] [--bytes 32768] [--seed 1]

A page in RECORDS / PLANTED names an initiative in a sentence of ours, each time in another charset and another markup.
The others are news about other things in a dozen languages, with menus, scripts and styles as news sites have. Prints a
line of JSON: records, pages, planted pages and their addresses, bytes.
"""

import argparse
import json
import random
import sys
import uuid
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

LEVEL = 6
PLANTS = (
    ("国务院印发关于深入实施“人工智能+”行动的意见，到2027年普及率超过70%。", "zh"),
    ("工业和信息化部召开会议，部署推动低空经济高质量发展。", "zh"),
    ("行政院與各部門研究製造業與人工智能＋行動的影響。", "zh-tw"),
    ("The State Council issued guidelines on the AI Plus initiative on Tuesday.", "en"),
    ("Officials said the low-altitude economy would be a new engine of growth.", "en"),
    ("A meeting stressed new quality productive forces in the coming five years.", "en"),
)
SILENT = {
    "en": "The council heard reports on the harvest and asked local authorities to keep prices stable before winter.",
    "zh": "会议听取了有关部门关于今年前三季度粮食生产和市场供应情况的汇报，要求各地把责任落实到田间地头。",
    "zh-tw": "市議會昨日審查明年度道路養護預算，議員要求加強雨季前的排水檢查。",
    "de": "Der Gemeinderat beriet über die Straßenbeleuchtung und beschloss, die Arbeiten im Frühjahr zu beginnen.",
    "fr": "Le conseil municipal a débattu de l’éclairage des rues et décidé d’engager les travaux au printemps.",
    "es": "El ayuntamiento debatió sobre el alumbrado público y decidió empezar las obras en primavera.",
    "ru": "Городской совет обсудил освещение улиц и решил начать работы весной, сообщили в мэрии.",
    "ja": "市議会は道路の照明について話し合い、工事を春に始めることを決めた。",
    "ko": "시의회는 도로 조명에 대해 논의하고 봄에 공사를 시작하기로 결정했다.",
    "ar": "ناقش مجلس المدينة إنارة الشوارع وقرر بدء الأعمال في الربيع.",
    "pt": "A câmara municipal discutiu a iluminação das ruas e decidiu começar as obras na primavera.",
    "vi": "Hội đồng thành phố thảo luận về chiếu sáng đường phố và quyết định khởi công vào mùa xuân.",
}
CHARSETS = {
    **dict.fromkeys(("en", "de", "fr", "es", "pt"), ("utf-8", "utf-8", "utf-8", "iso8859-1")),
    "zh": ("utf-8", "gb18030", "utf-8", "gbk", "utf-16"),
    "zh-tw": ("utf-8", "big5"),
    "ja": ("utf-8", "shift_jis", "euc_jp"),
    "ko": ("utf-8", "euc_kr"),
    "ru": ("utf-8", "cp1251", "koi8-r"),
}
# About the shares of CC-NEWS: most news is in languages without a term of ours.
WEIGHTS = {
    "en": 40,
    "es": 12,
    "de": 8,
    "fr": 6,
    "ru": 10,
    "ar": 5,
    "pt": 5,
    "ja": 3,
    "ko": 3,
    "vi": 3,
    "zh": 4,
    "zh-tw": 1,
}


def pages(count: int, planted: int, size: int, seed: int) -> Iterator[tuple[str, bytes, str, bool]]:
    """Yield each page: address, content, Content-Type, and whether it names an initiative; a seed repeats them."""
    draw = random.Random(seed)  # noqa: S311
    at = set(draw.sample(range(count), planted))
    for number in range(count):
        is_planted = number in at
        text, language = draw.choice(PLANTS) if is_planted else ("", draw.choices([*WEIGHTS], [*WEIGHTS.values()])[0])
        charset = draw.choice(CHARSETS.get(language, ("utf-8",)))
        if is_planted:
            text = divided(text, draw)
        html = page(text, language, charset, size, draw)
        kind = draw.choice((f"text/html; charset={charset}", "text/html"))
        place = "planted" if is_planted else "silent"
        yield f"https://{language}.example.org/{seed}/{place}/{number}.html", html, kind, is_planted


def divided(text: str, draw: random.Random) -> str:
    """Write a sentence as pages do: whole, in entities, with tags, comments and line ends in the middle of names."""
    kind = draw.randrange(5)
    if kind == 0:
        return text
    if kind == 1:
        return "".join(f"&#{ord(sign)};" if not sign.isascii() else sign for sign in text)
    if kind == 2:
        return "".join(f"&#x{ord(sign):X};" if not sign.isascii() else sign for sign in text).replace(" ", "&nbsp;")
    tag = draw.choice(("<b>", "</span><span class='a b'>", "<!-- x -->", "<wbr>", '<a href="/x?a=1&amp;b=2">'))
    every = draw.randrange(1, 4)
    whole = "".join(sign + (tag if n % every == 0 else "") for n, sign in enumerate(text, 1))
    return whole.replace(" ", "\n   ") if kind == 3 else whole


def page(text: str, language: str, charset: str, size: int, draw: random.Random) -> bytes:
    """Return a page of about `size` bytes, as news sites make them: a third of it is text."""
    parts = [
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="{charset}">',
        f"<title>{words(language, draw)}</title>",
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"'
        + words(language, draw)
        + '"}</script>',
        "</head><body><nav><ul>",
    ]
    for _ in range(size // 8_192):
        key = f"{draw.getrandbits(192):x}"
        parts.append(
            f"<script>for (let i = 0; i < 9; i++) track('{key}', i);</script><style>.a-{key} > p{{}}</style>\n"
        )
    menus, paragraphs = size // 3, size - size // 3
    length = sum(map(len, parts))
    while length < menus:
        key = f"{draw.getrandbits(48):x}"
        parts.append(
            f'<li class="menu-item menu-item-{key}"><a href="/section/{key}?from=menu&amp;at={len(parts)}" '
            f'data-track="click:{key}">'
            f"{words(language, draw)[:24]}</a></li>\n"
        )
        length += len(parts[-1])
    parts.append("</ul></nav><div class='article'><h1>" + words(language, draw) + "</h1>")
    lines = []
    width = len(words(language, draw).encode(charset, "ignore")) + 60
    for _ in range(max(1, (paragraphs - 200) // width)):
        lines.append(f"<p class='p{draw.getrandbits(32):x}'>{words(language, draw)}</p>\n")
    if text:
        lines.insert(draw.randrange(len(lines) + 1), f"<p>{text}</p>\n")
    parts += [*lines, "</div></body></html>"]
    return "".join(parts).encode(charset, "xmlcharrefreplace")


def words(language: str, draw: random.Random) -> str:
    """Return the language's sentence with its words in another order, which compress as badly as real ones."""
    sentence = SILENT[language]
    pieces = sentence.split(" ") if " " in sentence else list(sentence)
    draw.shuffle(pieces)
    return (" " if " " in sentence else "").join(pieces) + f" {draw.getrandbits(40)}"


def write(stream: IO[bytes], count: int, planted: int, size: int = 32_768, seed: int = 1) -> dict[str, Any]:
    """Write `count` records, three for each page and one for the file; return a summary of them."""
    draw, many = random.Random(seed), (count - 1) // 3  # noqa: S311
    made: dict[str, Any] = {"records": 1 + 3 * many, "pages": many, "planted": [], "content_bytes": 0}
    stream.write(member(record("warcinfo", "", b"software: bench.make_warc\r\n", draw, "application/warc-fields")))
    for url, content, kind, is_planted in pages(many, planted, size, seed):
        head = f"HTTP/1.1 200 OK\r\nServer: nginx\r\nContent-Type: {kind}\r\nX-Crawl-Content-Encoding: gzip\r\n\r\n"
        asked = f"GET {url} HTTP/1.1\r\nUser-Agent: bench\r\n\r\n".encode()
        stream.write(member(record("request", url, asked, draw, "application/http; msgtype=request")))
        answer = head.encode() + content
        stream.write(member(record("response", url, answer, draw, "application/http; msgtype=response")))
        stream.write(member(record("metadata", url, b"fetchTimeMs: 120\r\n", draw, "application/warc-fields")))
        made["content_bytes"] += len(content)
        made["planted"] += [url] if is_planted else []
    return made


def record(kind: str, url: str, block: bytes, draw: random.Random, content_type: str) -> bytes:
    """Return a record of WARC/1.0."""
    seconds = draw.randrange(86_400)
    heads = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Date: 2026-10-0{draw.randrange(1, 10)}T{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}Z",
        f"WARC-Record-ID: <urn:uuid:{uuid.UUID(int=draw.getrandbits(128), version=4)}>",
        *([f"WARC-Target-URI: {url}"] if url else []),
        f"Content-Type: {content_type}",
        f"Content-Length: {len(block)}",
    ]
    return "\r\n".join(heads).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def member(data: bytes) -> bytes:
    """Return a separate gzip member."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def main() -> int:
    """Make the file that the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path)
    for name, usual in (("records", 100_000), ("planted", 200), ("bytes", 32_768), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    asked = parser.parse_args()
    with asked.file.open("wb") as stream:
        made = write(stream, asked.records, asked.planted, asked.bytes, asked.seed)
    print(json.dumps(made | {"bytes": asked.file.stat().st_size}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
