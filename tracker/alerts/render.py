"""Fills in the templates of a mail: its title, its text, its HTML."""

from functools import cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from tracker.alerts.letter import Letter
from tracker.alerts.wording import say

# Mail programs cut long mails off: so many announcements in full, then so many in one line each.
MOST_FULL = 30
MOST_ITEMS = 300


def title(letter: Letter) -> str:
    """What a mail is about, in one line: initiative, body, act and headline; or how many of what period."""
    if letter.kind == "news":
        item = letter.items[0]
        return f"{item.name}: {item.deed}" + (f" · {item.headline}" if item.headline else "")
    about = say(letter.language, letter.kind, count=len(letter.items), key=letter.key)
    return f"{letter.alert_name}: {about}"


def render(form: str, letter: Letter, address: str) -> str:
    """Fill in `form`, a file of the folder templates; `address` is where unsubscribing goes."""
    return (
        _templates()
        .get_template(form)
        .render(
            letter=letter,
            title=title(letter),
            address=address,
            say=partial(say, letter.language),
            full=0 if letter.kind == "first-crawl" else MOST_FULL,
            most=MOST_ITEMS,
        )
    )


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("tracker.alerts"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
