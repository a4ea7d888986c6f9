"""Read lists of the jpaas CMS: a shell page contains `queryData`, an API returns HTML inside JSON.

The form is that of www.miit.gov.cn and www.mofcom.gov.cn in 2026.
"""

import json
import re
from urllib.parse import urljoin

from scrapy.http import Response, TextResponse

from config.schema.source import SourceList
from spiders.charsets import MOST
from spiders.json_list import json_of
from spiders.listing import html_rows
from spiders.markup import page_in, page_of
from spiders.paging import with_query
from spiders.picks import walk
from spiders.rows import Rows, UnreadableError

UNIT = "/api-gateway/jpaas-publish-server/front/page/build/unit"
PAIR = re.compile(r"""['"](\w+)['"]\s*:\s*['"]([^'"]*)['"]""")
ROWS_ON_A_PAGE = 24
"""The default, if the answer states no number."""
QUERIES, MOST_QUERIES = "[queryData], [querydata]", 100


def read(response: Response, list_: SourceList) -> Rows:
    """Return the rows in the `data.html` of the API's response; their links are relative to the column page."""
    html = walk(json_of(response), "data.html")
    if not isinstance(html, str):
        raise UnreadableError("contains no data.html")
    return Rows(html_rows(page_of(html[:MOST]), list_.url, list_))


def unit_address(shell: Response | None, list_: SourceList) -> str:
    """Return the API's address for a column, by the shell's `queryData`, otherwise by the declared `params`."""
    for script in page_in(shell).css(QUERIES)[:MOST_QUERIES] if isinstance(shell, TextResponse) else ():
        query = dict(PAIR.findall(script.xpath("@queryData | @querydata").get(default="")))
        if query and query.get("tagId") == list_.params.get("tagId", query.get("tagId")):
            return with_query(urljoin(list_.url, script.attrib.get("url") or UNIT), {**list_.params, **query})
    if not list_.params.get("pageId"):
        raise UnreadableError("shows no queryData, and the declaration has no params.pageId")
    return with_query(urljoin(list_.url, UNIT), list_.params)


def unit_page(address: str, n: int, size: int) -> str:
    """Return the address of the n-th page of a column, counted from 1, with `size` rows per page."""
    return with_query(address, {"paramJson": json.dumps({"pageNo": n, "pageSize": str(size)})})


def page_size(response: Response, list_: SourceList) -> int:
    """Return the number of rows on a page: what the pagination of the first response says, otherwise what it has.

    Never more than there are, so that the next page skips no row.
    """
    html = walk(json_of(response), "data.html")
    fragment = page_of(html[:MOST]) if isinstance(html, str) else None
    told = fragment.css(".pagination::attr(rows)").get(default="") if fragment else ""
    rows = len(fragment.css(list_.rows)) if fragment else 0
    size = int(told) if told.isdecimal() and len(told) < 4 else rows
    return size or ROWS_ON_A_PAGE
