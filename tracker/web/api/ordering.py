"""Let a program with a token order alerts, and pause, wake and end those that it ordered."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import ValidationError
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from config import Config
from db.engine import reading, writing
from db.models import Alert as Stored
from db.models import now
from db.queries.recipients import alerts_of, find
from db.queries.tokens import alerts_with, token_of
from db.store.alerts import pause_alert, remove_alert, resume_alert
from tracker.alerts.compose.filters import called
from tracker.alerts.matching.rules import Rule
from tracker.alerts.subscriptions.duplicates import twins
from tracker.alerts.subscriptions.problems import problems
from tracker.alerts.subscriptions.recipients import folded
from tracker.alerts.subscriptions.subscribe import check, refuse_idle, subscribe
from tracker.contract.filters import LARGEST, AskedError
from tracker.contract.models.alerts import Alert
from tracker.contract.models.orders import Alerts, Order
from tracker.contract.rows.standing_alerts import alert_row
from tracker.contract.wrong_values import place, told
from tracker.web.api.problems import problem
from tracker.web.api.responses import json_bytes
from tracker.web.guard import small_body

MOST_OF_TOKEN = 200
MOST_OF_ADDRESS = 10
# The answer is only for the program that asked, and contains addresses.
HEADS = {"Cache-Control": "no-store"}

router = APIRouter(prefix="/alerts", tags=["alerts"])
Number = Annotated[int, Path(ge=1, le=LARGEST)]
_bearer = HTTPBearer(auto_error=False, description="What `tracker alerts tokens add` printed.")


async def _order(request: Request) -> Order:
    """Return the order in a body, which is small; answer 422 if it is not a valid order."""
    try:
        return Order.model_validate_json(await small_body(request), strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        fields = (Rule if len(first["loc"]) > 1 else Order).model_fields
        where = place(first["loc"]) or "request body"
        raise AskedError(where, f"{where}: {told(first, fields)}") from None


Shown = Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
BODY = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}},
    }
}


@router.get("", response_model=Alerts)
def ordered(request: Request, shown: Shown) -> Response:
    """The standing alerts that were ordered with the token."""
    with reading(request.app.state.engine) as session:
        return _answer(Alerts(items=[alert_row(one) for one in alerts_with(session, _token(session, shown))]))


@router.post("", response_model=Alert, status_code=201, openapi_extra=BODY)
def order(request: Request, shown: Shown, asked: Annotated[Order, Depends(_order)]) -> Response:
    """Order an alert. Until an e-mail address confirms, nothing is mailed to it but the question."""
    config: Config = request.app.state.config
    _known(request, shown)
    name = asked.name or called(asked.rule.model_dump(), config, asked.language)
    alert = Stored(**asked.model_dump(exclude={"rule"}) | {"name": name})
    try:
        if asked.rule.incidents or asked.rule.finds:
            raise AskedError("rule", "incidents and finds are for the operator")
        for wrong in problems(asked.rule, config):
            raise AskedError("rule", wrong)
        refuse_idle(asked.rate, asked.model_fields_set)
        check(alert, private=request.app.state.private)
        with writing(request.app.state.engine) as session:
            token = _token(session, shown)
            if refusal := _refusal(session, token, alert, asked):
                return problem(409, refusal)
            stored = subscribe(session, alert, asked.rule)
            stored.token_id = token
            session.add(stored)
            session.flush()
            return _answer(alert_row(stored), 201)
    except ValueError as error:
        if isinstance(error, AskedError):
            raise
        raise AskedError(getattr(error, "field", "request body"), str(error)[:300]) from error


@router.get("/{id}", response_model=Alert)
def one(request: Request, shown: Shown, id: Number) -> Response:  # noqa: A002 - as it is called everywhere
    """One alert that was ordered with the token."""
    with reading(request.app.state.engine) as session:
        return _answer(alert_row(_mine(session, shown, id)))


@router.post("/{id}/pause", response_model=Alert)
def pause(request: Request, shown: Shown, id: Number) -> Response:  # noqa: A002
    """Pause an alert: what is announced meanwhile is not reported later."""
    with _changing(request, shown, id) as (session, alert):
        pause_alert(session, alert, now())
        return _answer(alert_row(alert))


@router.post("/{id}/unpause", response_model=Alert)
def unpause(request: Request, shown: Shown, id: Number) -> Response:  # noqa: A002
    """Resume a paused alert: it reports what is announced from now on. One that is not paused stays as it is."""
    with _changing(request, shown, id) as (session, alert):
        resume_alert(session, alert, now())
        return _answer(alert_row(alert))


@router.delete("/{id}", status_code=204)
def remove(request: Request, shown: Shown, id: Number) -> Response:  # noqa: A002
    """Remove an alert; the record of what it reported stays."""
    with _changing(request, shown, id) as (session, alert):
        remove_alert(session, alert, now(), "by the API")
        return Response(status_code=204, headers=HEADS)


def _answer(row: Alert | Alerts, status: int = 200) -> Response:
    return Response(json_bytes(row), status, HEADS, "application/json")


def _token(session: Session, shown: HTTPAuthorizationCredentials | None) -> int:
    """Return the number of the token in a request; answer 401 if it has no valid token."""
    token = token_of(session, shown.credentials) if shown else None
    if token is None or token.id is None:
        told = "alerts need a token from the operator; send it as Authorization: Bearer ..."
        raise HTTPException(401, told, {"WWW-Authenticate": "Bearer"})
    return token.id


def _known(request: Request, shown: HTTPAuthorizationCredentials | None) -> None:
    """Refuse a request without a token before it waits for writers, or learns what an order lacks."""
    with reading(request.app.state.engine) as session:
        _token(session, shown)


def _mine(session: Session, shown: HTTPAuthorizationCredentials | None, id_: int) -> Stored:
    """Return an alert of the token.

    Any other is answered with 404, so that a program learns nothing of others' alerts.
    """
    token, alert = _token(session, shown), session.get(Stored, id_)
    if alert is None or alert.removed_at or alert.token_id != token:
        raise HTTPException(404)
    return alert


@contextmanager
def _changing(
    request: Request, shown: HTTPAuthorizationCredentials | None, id_: int
) -> Iterator[tuple[Session, Stored]]:
    with reading(request.app.state.engine) as session:
        _mine(session, shown, id_)
    with writing(request.app.state.engine) as session:
        yield session, _mine(session, shown, id_)


def _refusal(session: Session, token: int, alert: Stored, asked: Order) -> str:
    """Return why an alert must not be written although it is valid; "" if it may be."""
    if len(alerts_with(session, token)) >= MOST_OF_TOKEN:
        return f"this token already has {MOST_OF_TOKEN} alerts, the most allowed; end some of them first"
    alike, _ = twins(session, alert, asked.rule)
    recipient = find(session, alert.channel, folded(alert.channel, alert.recipient))
    # What others ordered for an address is not disclosed: the answer is as if the address had all that it can have.
    mine: Any = next((one.id for one in alike if one.token_id == token), None)
    if mine:
        return f"alert {mine} already reports the same"
    if alike or (recipient and len(alerts_of(session, recipient)) >= MOST_OF_ADDRESS):
        return "this recipient already has as many alerts of this kind as allowed"
    return ""
