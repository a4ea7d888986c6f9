"""Answer for one announcement: as a row with its proof, and as a reference to cite."""

from collections.abc import Callable, Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from tracker.contract.filters import LARGEST
from tracker.contract.formats.citations import bibtex, ris
from tracker.contract.models.announcement import Proof
from tracker.contract.rows.announcements import proof
from tracker.web.api.responses import answer, validated
from tracker.web.feeds.asking import Context

Make = Callable[[Request], Response]
BIBTEX = "application/x-bibtex"
RIS = "application/x-research-info-systems"


def references(context: Context) -> Mapping[str, Make]:
    """Return the answers of an announcement, by suffix."""

    def told(request: Request) -> Proof:
        number = int(request.path_params["id"])
        with context.session() as session:
            found = proof(session, context.config, number) if number <= LARGEST else None
        if found is None:
            raise HTTPException(404)
        return found

    return {
        ".json": lambda request: answer(request, told(request)),
        ".bib": lambda request: validated(request, bibtex([told(request)], context.home(request)).encode(), BIBTEX),
        ".ris": lambda request: validated(request, ris([told(request)], context.home(request)).encode(), RIS),
    }
