"""Name the addresses of the pages for readers, and what they need of the application."""

from types import ModuleType

from starlette.applications import Starlette
from starlette.convertors import Convertor, IntegerConvertor, register_url_convertor
from starlette.routing import BaseRoute, Route

from config import Config, Settings
from db.beijing import beijing_today
from db.engine import reading
from db.models import now
from db.queries.overview import body_spans, source_counts
from db.queries.stamps import marks
from tracker.web.kept import Kept, Store
from tracker.web.later import later
from tracker.web.reading import (
    about_page,
    announcement_page,
    bodies_page,
    changes_page,
    compare_page,
    initiative_page,
    initiatives_page,
    news_page,
    scopes,
    search_page,
    sources_page,
    static_files,
    stored_page,
    targets_page,
)
from tracker.web.reading.charts import chart_routes
from tracker.web.reading.counts import Counts
from tracker.web.reading.forms import Guests
from tracker.web.reading.frames import MOST_FRAME_BYTES, MOST_FRAMES
from tracker.web.reading.page_texts import PageTexts

OVERVIEW_SECONDS = 30.0
HEALTH_SECONDS = 60.0
COVERAGE_SECONDS = 1.0
# The number of initiatives whose counts and drawings are kept.
MOST_STANDINGS = 200


class SlugConvertor(Convertor[str]):
    """An id of a declaration. It has no dot, so that a suffix leads elsewhere."""

    regex = "[a-z0-9-]{1,80}"

    def convert(self, value: str) -> str:
        """Return the id unchanged."""
        return value

    def to_string(self, value: str) -> str:
        """Return the id unchanged."""
        return value


class ShortIntegerConvertor(IntegerConvertor):
    """A number that Python can read: more than some thousand digits raise an error."""

    regex = "[0-9]{1,20}"


def reading_routes() -> list[BaseRoute]:
    """Return the routes of the pages, all of them for GET except those that order or change something."""
    register_url_convertor("slug", SlugConvertor())
    register_url_convertor("int", ShortIntegerConvertor())
    pages = {
        "/": news_page.news,
        "/news": news_page.news,
        "/initiatives": initiatives_page.initiatives,
        "/initiatives/{id:slug}": initiative_page.initiative,
        "/announcements/{id:int}": announcement_page.announcement,
        "/search": search_page.search,
        "/stored/{sha256}": stored_page.stored_page,
        "/stored/{sha256}/changes": changes_page.changes,
        "/targets": targets_page.targets,
        "/bodies": bodies_page.bodies,
        "/bodies/{id:slug}": scopes.body,
        "/acts/{id:slug}": scopes.act,
        "/compare": compare_page.compare,
        "/sources": sources_page.sources,
        "/about": about_page.about,
        "/alerts": later(lambda: _sign_up().preview_page),
        "/alerts/{token}": later(lambda: _manage().manage),
        "/static/{name}": static_files.static,
    }
    return [
        *(Route(path, endpoint, methods=["GET"]) for path, endpoint in pages.items()),
        Route("/alerts", later(lambda: _sign_up().sign_up), methods=["POST"]),
        Route("/alerts/{token}", later(lambda: _manage().change), methods=["POST"]),
        *chart_routes(),
    ]


def _sign_up() -> ModuleType:
    from tracker.web.reading import sign_up_page  # noqa: PLC0415 - all rooms of alerts

    return sign_up_page


def _manage() -> ModuleType:
    from tracker.web.reading import manage_page  # noqa: PLC0415 - all rooms of alerts

    return manage_page


def prepare(app: Starlette, config: Config, settings: Settings) -> None:
    """Give the application what the pages need besides the database."""

    def all_sources() -> object:
        with reading(app.state.engine) as session:
            from tracker.health.assess import check  # noqa: PLC0415

            return check(session, config, now())

    def all_bodies() -> object:
        with reading(app.state.engine) as session:
            return body_spans(session)

    def all_counts() -> object:
        with reading(app.state.engine) as session:
            return source_counts(session)

    def stamp() -> object:
        return marks(app.state.engine, ("",)), beijing_today()

    app.state.config = config
    app.state.settings = settings
    app.state.guests = Guests()
    app.state.page_texts = PageTexts(config)
    app.state.standings = Store(MOST_STANDINGS)
    app.state.frames = Store(MOST_FRAMES, MOST_FRAME_BYTES)
    app.state.overview = Kept(Counts(app.state.engine, config).overview, OVERVIEW_SECONDS, stamp)
    app.state.bodies = Kept(all_bodies, OVERVIEW_SECONDS, stamp)
    app.state.sources = Kept(all_sources, HEALTH_SECONDS)
    app.state.coverage = Kept(lambda: sources_page.counts(app.state.sources()), COVERAGE_SECONDS)
    app.state.source_counts = Kept(all_counts, HEALTH_SECONDS)
