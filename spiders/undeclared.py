"""Read lists without a declaration of their rows."""

from datetime import date

from spiders.json_rows import json_html, json_rows, script_rows
from spiders.markup import page_of
from spiders.repeats import linked_rows
from spiders.rows import Row, base_in
from spiders.wrapped import list_page


def undeclared_rows(text: str, url: str, shown_at: str, today: date | None = None) -> list[Row]:
    """Return the rows of the longest list in the response of `url`: JSON, HTML inside JSON, links, or a script's data.

    Links of HTML inside JSON are relative to the page that shows it, `shown_at`.
    """
    if rows := json_rows(text, url):
        return rows
    html = json_html(text)
    page = page_of(html) if html else list_page(text)
    return linked_rows(page, shown_at if html else base_in(text, url), today) or script_rows(page, url)
