"""Read the examples of rows: as documents, as readings, and as the statements in them."""

import re

from db.models import Document
from tests.tag import sayings
from tests.tag.sayings import RULES
from tracker.tag.reading import Reading, take_apart
from tracker.tag.sites import site_of
from tracker.tag.statements import Statement
from tracker.tag.tagger import tag
from tracker.text.condensed import as_read

HOSTS = ("www.gov.cn", "www.miit.gov.cn")
HAN = re.compile(r"[\u4e00-\u9fff]")


def page(text: str, host: str) -> Document:
    """Return a text as a document on a site; above an empty line stands its title."""
    title, _, text = text.rpartition("\n\n")
    found = sayings.document("zh" if HAN.search(text) else "en", "")
    found.url, found.title, found.text = f"https://{host}/1", title or None, text
    return found


def reading_of(text: str) -> Reading:
    """Return a text on the portal of the government, taken apart."""
    document = page(text, HOSTS[0])
    language = document.language
    register = RULES.registers[language]
    plain = as_read(document.text)
    return take_apart(document, plain, RULES.lexicons[language], register, site_of(document.url, RULES.sites))


def statements_of(text: str) -> list[tuple[Reading, Statement]]:
    """Return the statements of a text on the portal of the government, and of the same on the site of a ministry."""
    found: list[tuple[Reading, Statement]] = []

    def keep(reading: Reading, _: str, statement: Statement, *__: object) -> str:
        found.append((reading, statement))
        return ""

    for host in HOSTS:
        tag(page(text, host), RULES, keep)
    return found
