"""Lays out an announcement or a document as a page: facts, quotes, figures, sources, and how to cite it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from rich.text import Text

from tracker.cli.screen import acts
from tracker.cli.screen.amounts import figure_lines
from tracker.cli.screen.announcements import CORRECTED
from tracker.cli.screen.lines import linked, text
from tracker.cli.screen.prose import DIM, Page
from tracker.views.corrected import sentences

if TYPE_CHECKING:
    from config import Config
    from tracker.views.quotes import Quote

LANGUAGES = {"zh": "Chinese", "en": "English"}
Told = Mapping[str, Any]


def announcement_page(
    told: Told, quotes: "Sequence[Quote]", figures: Sequence[Told], citation: str, config: "Config"
) -> Page:
    """Return the page of an announcement from `proof.announcement`, with its quotes, figures and citation."""
    page, body = Page(), config.bodies.get(told["body"] or "")
    page.paragraph(
        Text.assemble((f"{told['name'] or told['initiative']}", "bold"), (f"  {told['initiative']}", DIM)), 0
    )
    page.blank()
    who = f"{body.name.en} · {body.name.zh}" if body else told["body"] or "not stated"
    page.facts(
        [
            ("act", acts.word(told["act"])),
            ("stage", text((told["stage"] if told["stage"] != told["act"] else None) or "")),
            ("day", text(told["day"] or "not stated; see the reports")),
            ("body", text(who)),
            ("comments until", text(told["comment_until"] or "")),
            ("in force from", text(told["effective"] or "")),
            ("in force until", text(told["expires"] or "")),
            ("speaker", text(told["speaker"] or "")),
            ("paper", text(next((one["number"] for one in told["members"] if one["number"]), None) or "")),
            *(("corrected", text(sentence, CORRECTED)) for sentence in sentences(told["corrected"])),
        ]
    )
    if told["withdrawn"] and not told["corrected"]:
        page.paragraph(
            text("today's rules no longer find it; its number is kept, since an alert or a citation may name it", "red")
        )
    for quote in quotes:
        name = _source(quote.document.source, config)
        page.heading(f"In {LANGUAGES.get(quote.document.language, quote.document.language)}, {name}")
        page.paragraph(text(quote.document.title or "", "italic"))
        page.paragraph(Text.assemble(text(quote.before, DIM), text(quote.words), text(quote.behind, DIM)))
    if figures:
        page.heading("Figures")
        for value, what in figure_lines(figures, len(figures)):
            page.paragraph(Text.assemble((value, "bold"), f" · {what}" if what else ""))
    if count := len(told["members"]):
        page.heading(f"Reported by {count} document{'s' * (count != 1)}, the earliest first")
    for member in told["members"]:
        _member(page, member, config)
    page.heading("To cite it")
    page.paragraph(text(citation))
    page.blank()
    number = told["announcement"]
    page.facts(
        [
            (f"tracker show {number} --page", text("writes the cited page as it was fetched, byte for byte")),
            (f"tracker explain {number}", text(f"shows which rules read it; its act: {told['rule'] or 'no rule'}")),
        ],
        indent=0,
    )
    return page


def document_page(told: Told, config: "Config") -> Page:
    """Return the page of a document from `proof.address`."""
    page = Page()
    page.paragraph(linked(text(told["title"] or told["url"], "bold"), told["url"]), 0)
    page.blank()
    page.facts(
        [
            ("address", text(told["url"])),
            ("source", text(f"{told['source']} · {_source(told['source'], config)}")),
            ("published", text(_moment(told["published"]) or "not stated")),
            ("publisher", text(told["publisher"] or "")),
            ("paper", text(told["number"] or "")),
            ("problem", text(told["problem"] or "", "red")),
            ("gone since", text(_moment(told["gone_since"]), "red")),
        ]
    )
    for mention in told["mentions"]:
        page.heading(f"{mention['initiative']}")
        page.paragraph(Text.assemble(acts.word(mention["act"]), f"  {mention['day'] or ''} {mention['body'] or ''}"))
        page.paragraph(text(mention["quote"]))
        for sentence in sentences(mention["corrected"]):
            page.paragraph(text(f"* {sentence}", CORRECTED))
    page.heading("Our copies")
    for copy in told["pages"]:
        page.paragraph(text(f"{_moment(copy['fetched_at'])}  sha256 {copy['sha256']}"))
    page.heading("Text")
    for line in told["text"].splitlines():
        page.paragraph(text(line))
    return page


def _member(page: Page, member: Told, config: "Config") -> None:
    gone = f", gone since {_moment(member['gone_since'])}" if member["gone_since"] else ""
    versions = f", {member['revisions']} versions (tracker diff)" if member["revisions"] > 1 else ""
    head = f"{_moment(member['published'])[:10] or 'no day':<10}  "
    page.paragraph(Text(head) + linked(text(member["title"] or member["url"]), member["url"]), hanging=12)
    about = [member["source"], _source(member["source"], config), member["number"] or ""]
    page.paragraph(text(" · ".join(part for part in about if part) + versions + gone, DIM), indent=14)
    page.paragraph(text(member["url"], DIM), indent=14)


def _source(id_: str, config: "Config") -> str:
    return config.sources[id_].name.en if id_ in config.sources else id_


def _moment(value: object) -> str:
    """Return a moment to the minute, and a day unchanged."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M} UTC"
    return str(value or "").replace("T", " ")[:16] if not isinstance(value, date) else str(value)
