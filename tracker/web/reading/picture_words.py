"""Says how pictures call things for a reader, and where their marks lead."""

from starlette.requests import Request

from tracker.views.pictures import Wording
from tracker.web.reading.reader import Reader


def wording(reader: Reader, request: Request | None = None) -> Wording:
    """The words of a picture; its marks lead to pages of ours, by whole addresses where it may be shown elsewhere."""
    home = home_of(request) if request else ""
    return Wording(
        language=reader.language,
        act=lambda act: reader.say(f"act-{act}"),
        initiative=reader.initiative,
        address=lambda number: home + reader.link(f"/announcements/{number}"),
    )


def home_of(request: Request) -> str:
    """The site's address, without a slash: as it is known to others, else as it was asked for."""
    return str(request.app.state.settings.public_url or request.base_url).rstrip("/")
