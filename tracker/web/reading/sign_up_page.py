"""Take orders for alerts: show a preview of what one would have reported, then mail the address to confirm."""

from typing import TYPE_CHECKING, Any, get_args

from sqlmodel import Session
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from config import Config
from db.engine import writing
from db.models import Alert
from db.queries.recipients import alerts_of, find
from tracker.acts import ACTS
from tracker.alerts.compose.filters import called
from tracker.alerts.matching.keywords import read_words
from tracker.alerts.matching.rules import Language, Rule, Tier
from tracker.alerts.schedule.periods import RATES
from tracker.alerts.subscriptions.duplicates import twins
from tracker.alerts.subscriptions.problems import problems
from tracker.alerts.subscriptions.recipients import folded
from tracker.alerts.subscriptions.subscribe import check, subscribe
from tracker.contract.filters import AskedError, unknown
from tracker.web.reading.asked import check_sizes
from tracker.web.reading.forms import Form, read_form
from tracker.web.reading.news_page import options
from tracker.web.reading.reader import Reader, reader_of
from tracker.web.reading.show import Facts, page_for, readable
from tracker.web.reading.wrong import said_in

if TYPE_CHECKING:
    from tracker.alerts.matching.preview import Preview

PREVIEW_DAYS = 90
MOST_SHOWN = 10
MOST_ALERTS = 10
RULED = ("initiative", "at_least", "body", "source", "tier", "language", "words")


@readable("alerts.html", "alerts")
def preview_page(session: Session, reader: Reader, request: Request) -> Facts:
    """Return the form and, below it if it was filled in, what the alert would have reported."""
    check_sizes(request.query_params)
    form = Form(request.query_params.multi_items())
    facts: Facts = {"token": request.app.state.guests.token(), "is_open": request.app.state.settings.web_sign_up}
    seen = None
    if "preview" in request.query_params:
        seen = _preview(session, reader.config, form, request.app.state.settings.immediate_most)
    return facts | shown(reader, form, seen)


async def sign_up(request: Request) -> Response:
    """Take an order. The answer does not reveal whether the address is known to us."""
    form = await read_form(request)
    return await run_in_threadpool(_sign_up, request, form)


def _sign_up(request: Request, form: Form) -> Response:
    state = request.app.state
    reader = reader_of(request, state.config)
    refusal = _refusal(request, form)
    if refusal:
        key, status = refusal
        return _said(request, reader, reader.say("alerts-title"), reader.say(key), status)
    try:
        rule = rule_of(form, state.config)
        alert = _alert(form, rule, reader)
        check(alert)
        with writing(state.engine) as session:
            if _may_have(session, alert, rule):
                subscribe(session, alert, rule)
    except ValueError as error:
        return page_for(request, reader, "wrong.html", "alerts", {"wrong": said_in(reader.language, error)}, 400)
    return _said(request, reader, reader.say("signed-up"), reader.say("signed-up-text"), 200)


def _may_have(session: Session, alert: Alert, rule: Rule) -> bool:
    """Return whether an address may have one more alert. An existing one is as good, and no address may be flooded."""
    recipient = find(session, "email", folded("email", alert.recipient))
    return not twins(session, alert, rule)[0] and (
        recipient is None or len(alerts_of(session, recipient)) < MOST_ALERTS
    )


def _refusal(request: Request, form: Form) -> tuple[str, int] | None:
    state = request.app.state
    if not state.settings.web_sign_up:
        return "sign-up-closed", 403
    if not state.guests.knows(form.value("token")):
        return "form-old", 400
    return None if state.guests.may_order() else ("sign-up-full", 429)


def _said(request: Request, reader: Reader, title: str, text: str, status: int) -> Response:
    return page_for(request, reader, "said.html", "alerts", {"title": title, "text": text}, status, kept=False)


def shown(reader: Reader, form: Form, seen: "Preview | None") -> Facts:
    """Return what the template of the form needs."""
    return {
        "form": form,
        "choices": options(reader),
        "rates": RATES,
        "seen": seen,
        "mails": _mails(reader, seen) if seen else "",
        "samples": seen.samples[:MOST_SHOWN] if seen else [],
        "ruled": [(name, value) for name in RULED for value in form.values(name)],
    }


def _mails(reader: Reader, seen: "Preview") -> str:
    return ", ".join(
        f"{reader.say(f'rate-{rate}')} {mails.alone + mails.digests}" for rate, mails in seen.mails.items()
    )


def rule_of(form: Form, config: Config) -> Rule:
    """Return the rule that a form asks for; raise AskedError if it could never match."""
    fields: dict[str, Any] = {
        "initiatives": form.values("initiative"),
        "bodies": form.values("body"),
        "sources": form.values("source"),
        "languages": tuple(_one_of("language", one, get_args(Language)) for one in form.values("language")),
    }
    if least := form.value("at_least"):
        fields["act_at_least"] = _one_of("act", least, ACTS)
    if tier := form.value("tier"):
        fields["tier"] = _one_of("tier", tier, get_args(Tier))
    try:
        rule = Rule(**fields, words=read_words(form.value("words")))
    except ValueError as error:
        raise AskedError("words", str(error).splitlines()[0]) from error
    for problem in problems(rule, config):
        raise AskedError("rule", problem)
    return rule


def _preview(session: Session, config: Config, form: Form, most: int) -> "Preview":
    # The comparison of stories takes a third of the time of a start: only requests for a preview wait.
    from tracker.alerts.matching.preview import preview  # noqa: PLC0415

    rule = rule_of(form, config)
    return preview(session, rule, config, PREVIEW_DAYS, most=most)


def _alert(form: Form, rule: Rule, reader: Reader) -> Alert:
    language = _one_of("language", form.value("mail-language") or reader.language, get_args(Language))
    return Alert(
        name=called(rule.model_dump(), reader.config, language),
        recipient=form.value("address"),
        channel="email",
        rate=form.value("rate") or "daily",
        hour=_hour(form.value("hour")),
        language=language,
    )


def _hour(typed: str) -> int:
    if not typed:
        return 8
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 2):
        raise AskedError("hour", f"there is no hour {typed[:20]!r}; write 0 to 23")
    return int(typed)


def _one_of(what: str, typed: str, known: tuple[str, ...]) -> str:
    if typed not in known:
        raise unknown(what, typed)
    return typed
