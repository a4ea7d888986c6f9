"""Let the owner of an alert's secret link change when it reports, pause it, or end it; viewing changes nothing."""

from collections.abc import Callable
from typing import Any

from sqlmodel import Session
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from db.engine import reading, writing
from db.models import Alert, now
from db.queries.recipients import by_alert_token
from db.store.alerts import pause_alert, resume_alert
from tracker.alerts.matching.rules import Rule
from tracker.alerts.schedule.periods import RATES
from tracker.alerts.subscriptions.subscribe import edit
from tracker.alerts.subscriptions.unsubscribe import end_by_token
from tracker.contract.filters import AskedError, unknown
from tracker.web.links import TOKEN
from tracker.web.reading.forms import Form, read_form
from tracker.web.reading.reader import Reader, reader_of
from tracker.web.reading.show import page_for
from tracker.web.reading.wrong import said_in

LANGUAGES = ("en", "zh")


async def manage(request: Request) -> Response:
    """Return the alert of a link, with the form that changes it; 404 if the link has no alert."""
    return await run_in_threadpool(_manage, request)


async def change(request: Request) -> Response:
    """Do what the pressed button says, then show the alert."""
    form = await read_form(request)
    return await run_in_threadpool(_change, request, form)


def _manage(request: Request, done: str = "") -> Response:
    reader = reader_of(request, request.app.state.config)
    with reading(request.app.state.engine) as session:
        alert = _found(session, request)
        rule = Rule.model_validate(alert.rule)
        facts = {"alert": alert, "said": _said(reader, rule), "rates": RATES, "done": done}
        return page_for(request, reader, "manage.html", "alerts", facts, kept=False)


def _change(request: Request, form: Form) -> Response:
    reader = reader_of(request, request.app.state.config)
    turns: dict[str, Callable[[Session, Alert], Any]] = {
        "change": lambda session, alert: edit(session, alert, now(), **_changes(form)),
        "pause": lambda session, alert: pause_alert(session, alert, now()),
        "unpause": lambda session, alert: resume_alert(session, alert, now()),
    }
    do = form.value("do")
    with reading(request.app.state.engine) as session:
        _found(session, request)
    try:
        with writing(request.app.state.engine) as session:
            alert = _found(session, request)
            if do == "end":
                end_by_token(session, alert.token, "on the web", now())
            elif do in turns:
                turns[do](session, alert)
            else:
                raise unknown("button", do)
    except ValueError as error:
        return page_for(
            request, reader, "wrong.html", "alerts", {"wrong": said_in(reader.language, error)}, 400, kept=False
        )
    if do == "end":
        facts = {"title": reader.say("manage-title"), "text": reader.say("ended")}
        return page_for(request, reader, "said.html", "alerts", facts, kept=False)
    return _manage(request, reader.say("changed"))


def _found(session: Session, request: Request) -> Alert:
    token = str(request.path_params["token"])
    alert = by_alert_token(session, token) if TOKEN.fullmatch(token) else None
    if alert is None or alert.removed_at:
        raise HTTPException(404)
    return alert


def _changes(form: Form) -> dict[str, Any]:
    rate, hour, language = form.value("rate"), form.value("hour"), form.value("mail-language")
    if rate not in RATES:
        raise unknown("rate", rate)
    if language not in LANGUAGES:
        raise unknown("language", language)
    if not (hour.isascii() and hour.isdigit() and len(hour) <= 2):
        raise AskedError("hour", f"there is no hour {hour[:20]!r}; write 0 to 23")
    return {"rate": rate, "hour": int(hour), "language": language}


def _said(reader: Reader, rule: Rule) -> list[tuple[str, str]]:
    """Return in words what a rule selects."""
    least = reader.say(f"act-{rule.act_at_least}") if rule.act_at_least != "mentioned" else ""
    said = [
        ("initiative", ", ".join(map(reader.initiative, rule.initiatives))),
        ("at_least", least),
        ("body", ", ".join(map(reader.body, rule.bodies))),
        ("source", ", ".join(map(reader.source, rule.sources))),
        ("tier", reader.say(f"tier-{rule.tier}") if rule.tier else ""),
        ("language", ", ".join(reader.say(f"language-{one}") for one in rule.languages)),
        ("words", ", ".join(rule.words)),
    ]
    return [(key, words) for key, words in said if words]
