"""Build the JSON of lists on sites whose pages fill themselves by script."""

import json
from collections.abc import Callable
from datetime import timedelta
from html import escape
from typing import Any
from urllib.parse import urlsplit

from db.beijing import BEIJING
from tracker.demo.content import Article, SiteList

Made = Callable[[SiteList, list[Article], int], Any]


def govcn(_list: SiteList, rows: list[Article], _count: int) -> Any:
    """Build a column of www.gov.cn: an array, titles with HTML entities."""
    return [
        {"TITLE": escape(row.title), "SUB_TITLE": "", "URL": row.url, "DOCRELPUBTIME": f"{row.time:%Y-%m-%d}"}
        for row in rows
    ]


def library(_list: SiteList, rows: list[Article], count: int) -> Any:
    """Build the document library of the State Council: titles with marks, days with full stops."""
    found = [
        {
            "title": f"<em>{escape(row.title[:2])}</em>{escape(row.title[2:])}",
            "url": row.url,
            "puborg": row.body,
            "pcode": row.number,
            "pubtimeStr": f"{row.time:%Y.%m.%d}",
            "summary": escape(row.summary),
        }
        for row in rows
    ]
    return {"code": 200, "msg": "操作成功", "searchVO": {"totalCount": count, "listVO": found}}


def csrc(_list: SiteList, rows: list[Article], count: int) -> Any:
    """Build the search lists of the securities regulator."""
    found = [{"title": row.title, "url": row.url, "publishedTimeStr": f"{row.time:%Y-%m-%d %H:%M:%S}"} for row in rows]
    return {"data": {"total": count, "results": found}}


def miit_search(_list: SiteList, rows: list[Article], count: int) -> Any:
    """Build the document search of MIIT: a group per row, titles with marks, and the body as JSON in JSON in JSON."""
    found = [{"groupData": [{"data": _miit_row(row)}]} for row in rows]
    return {"success": True, "data": {"searchResult": {"totalHits": count, "dataResults": found}}}


def _miit_row(row: Article) -> dict[str, str]:
    content = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in row.paragraphs)
    fields = json.dumps([{"fieldName": "content", "fieldValue": content}], ensure_ascii=False)
    return {
        "title": f"<em>{escape(row.title[:2])}</em>{escape(row.title[2:])}",
        "url": row.path,
        "deploytime": str(int(row.time.replace(tzinfo=BEIJING).timestamp() * 1000)),
        "publishgroupname": row.body,
        "filenumbername": row.number,
        "infoextends": json.dumps({"infoContent": fields}, ensure_ascii=False),
    }


def xinhua(list_: SiteList, rows: list[Article], _count: int) -> Any:
    """Build a block of Xinhua's: articles, and editors' pointers whose time is that of the pointer."""
    return {"categoryName": list_.name, "datasource": [_xinhua_row(list_, row) for row in rows]}


def _xinhua_row(list_: SiteList, row: Article) -> dict[str, Any]:
    folder = list_.url.rsplit("/", 1)[0] + "/"
    link = {"linkTitle": row.title, "linkUrl": row.url}
    placed = row.time + timedelta(days=1) if row.pointer else row.time
    return {
        "contentId": row.path.split("/")[-2],
        "title": f'<a href="{escape(row.url)}">{escape(row.title)}</a>' if row.pointer else row.title,
        "showTitle": row.title,
        "contentType": "Link" if row.pointer else "MultiMedia",
        "linkUrls": [link] if row.pointer else [],
        "publishUrl": "" if row.pointer else urlsplit(row.url).path.removeprefix(folder),
        "publishTime": f"{placed:%Y-%m-%d %H:%M:%S}",
        "summary": row.summary,
        "author": row.author,
    }


ARRAYS: dict[str, Made] = {
    "govcn": govcn,
    "library": library,
    "csrc": csrc,
    "miit_search": miit_search,
    "xinhua": xinhua,
}
