"""Serve the links in our mails. Mail scanners open every link, so a page has a button, and only pressing it acts."""

import re
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Engine
from sqlmodel import Session
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from db.engine import reading, writing
from db.models import now
from db.queries.recipients import by_alert_token, by_confirm_token
from tracker.alerts.subscriptions.recipients import agree
from tracker.alerts.subscriptions.unsubscribe import end_by_token
from tracker.web.guard import small_body
from tracker.web.pages import page

TOKEN = re.compile(r"[0-9a-f]{32}")
# RFC 8058 lets the one field come as a form of either kind.
ONE_CLICK = re.compile(
    rb"(^|&)List-Unsubscribe=One-Click(&|$)|"
    rb'name="?List-Unsubscribe"?\r?\n(?:[^\r\n]{1,99}\r?\n){0,9}\r?\nOne-Click\r?\n'
)


async def ask(request: Request) -> Response:
    """Show the page of a link, or redirect to the one that manages its alert; the same for every link.

    Nothing changes.
    """
    what, token = request.url.path.split("/")[1:3]
    if what == "unsubscribe" and "manage" in request.query_params and TOKEN.fullmatch(token):
        return RedirectResponse(f"/alerts/{token}", 303)
    return page(request, what)


async def confirm(request: Request) -> Response:
    """Confirm the address that the link was sent to."""
    await small_body(request)
    turned = await _turn(request, by_confirm_token, _confirm)
    return page(request, "confirmed") if turned in ("confirmed", "before") else page(request, "expired", 404)


async def unsubscribe(request: Request) -> Response:
    """End the alert of the link; the answer is the same for every link."""
    if not ONE_CLICK.search(await small_body(request)):
        return page(request, "400", 400)
    await _turn(request, by_alert_token, _unsubscribe)
    return page(request, "ended")


def _confirm(session: Session, token: str, at: datetime) -> str:
    recipient = by_confirm_token(session, token)
    return agree(session, recipient, "its link", at) if recipient else "unknown"


def _unsubscribe(session: Session, token: str, at: datetime) -> str:
    return "ended" if end_by_token(session, token, "on the web", at) else "before"


async def _turn(
    request: Request, find: Callable[[Session, str], object], turn: Callable[[Session, str, datetime], str]
) -> str:
    """Do what a token asks for; an unknown token does not keep writers waiting."""
    engine: Engine = request.app.state.engine
    token = str(request.path_params["token"])

    def do() -> str:
        if not TOKEN.fullmatch(token):
            return "unknown"
        with reading(engine) as session:
            if find(session, token) is None:
                return "unknown"
        with writing(engine) as session:
            return turn(session, token, now())

    return await run_in_threadpool(do)
