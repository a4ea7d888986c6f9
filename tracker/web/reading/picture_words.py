"""Provide the words of pictures in the reader's language, and the targets of their marks."""

from starlette.requests import Request

from tracker.views.pictures import Wording
from tracker.web.reading.reader import Reader


def wording(reader: Reader, request: Request | None = None) -> Wording:
    """Return the words of a picture. Its marks link to our pages, by full addresses if it may be shown elsewhere."""
    home = home_of(request) if request else ""
    return Wording(
        language=reader.language,
        act=lambda act: reader.say(f"act-{act}"),
        initiative=reader.initiative,
        address=lambda number: home + reader.link(f"/announcements/{number}"),
    )


def home_of(request: Request) -> str:
    """Return the site's address without a slash: the public one if it is set, else the one of the request."""
    return str(request.app.state.settings.public_url or request.base_url).rstrip("/")
