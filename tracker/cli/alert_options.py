"""The options that describe an alert: its filters, when it reports, and how. They are the same in every command."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from tracker.cli import filters, names
from tracker.cli.frame import Complaint, declared, one_of, settings
from tracker.cli.output import echo

if TYPE_CHECKING:
    from db.models import Alert
    from tracker.alerts.matching.rules import Rule

Option = typer.Option
Many = list[str] | None
MAY_BE_EMPTY = {"note", "name"}
HOUR = 8
"""When digests are sent, unless another hour is given."""


@dataclass(frozen=True)
class Asked:
    """The options of an alert, as typed."""

    initiative: filters.Initiatives = None
    act: filters.Acts = None
    at_least: filters.AtLeast = None
    body: filters.Bodies = None
    source: filters.Sources = None
    tier: Annotated[Many, Option(help="Only what primary sources, or media, reported.")] = None
    language: Annotated[Many, Option(help="Only what was reported in zh, or en.")] = None
    words: Annotated[Many, Option(help="Only if all of these words occur; put a phrase into quotes.")] = None
    figures: Annotated[bool, Option("--figures", help="Only what changes a figure: a raised target, a result.")] = False
    stronger: Annotated[bool, Option("--stronger", help="Only a stronger act on a known announcement.")] = False
    state: Annotated[bool, Option("--state", help="Only what changes the state of an initiative.")] = False
    incidents: Annotated[bool, Option("--incidents", help="Report problems with sources and recipients instead.")] = (
        False
    )
    finds: Annotated[bool, Option("--finds", help="Report names that are not in the catalogue yet instead.")] = False
    rate: Annotated[str, Option(help="immediate, daily, weekly or monthly.")] = "immediate"
    hour: Annotated[int | None, Option(help="When digests are sent, 0 to 23, in --zone; 8 by default.")] = None
    weekday: Annotated[str | None, Option(help="When weekly digests are sent; monday by default.")] = None
    zone: Annotated[str, Option(help="The recipient's time zone.")] = "Asia/Shanghai"
    quiet: Annotated[str | None, Option(help="Hours without any mail, in --zone, such as 22-7.")] = None
    most: Annotated[int | None, Option(help="Immediate mails per day; the rest becomes a digest.")] = None
    channel: Annotated[str, Option(help="email, webhook, apprise, maildir or file.")] = "email"
    mail_language: Annotated[str, Option(help="The language of the mails: en or zh.")] = "en"
    note: Annotated[str, Option(help="Why you follow this; every mail repeats it.")] = ""
    name: Annotated[str, Option(help="A name for the alert.")] = ""

    def alert(self, recipient: str | None) -> "tuple[Alert, Rule]":
        """Return the alert and its rule.

        Complain in one line if they could never match, and say if they match everything.

        Without a recipient the alert is not to be stored.
        """
        from tracker.alerts.subscriptions.problems import asks_nothing

        self._refuse_empty()
        rule = self._rule()
        alert = self._alert(recipient, rule)
        if asks_nothing(rule):
            echo("tracker: this rule has no filter, so it matches every announcement", err=True)
        return alert, rule

    def _refuse_empty(self) -> None:
        """Complain about an option without a value: a variable that is not set would make an alert for everything."""
        for name in (one.name for one in fields(self) if one.name not in MAY_BE_EMPTY):
            given = getattr(self, name)
            if any(isinstance(one, str) and not one.strip() for one in (given if isinstance(given, list) else [given])):
                raise Complaint(f"--{name.replace('_', '-')} is empty; write what you want, or leave the option out")

    def _rule(self) -> "Rule":
        from typing import get_args

        from tracker.acts import ACTS
        from tracker.alerts.matching import rules
        from tracker.alerts.matching.changes import CHANGES
        from tracker.alerts.subscriptions.problems import problems

        config = declared()
        tier = _only(self.tier, "--tier", "leave it out for both")
        rule = rules.Rule(
            initiatives=tuple(names.initiative(one, config) for one in self.initiative or ()),
            act_at_least=one_of(self.at_least or ACTS[-1], ACTS, "act"),
            acts=filters.chosen_acts(self.act, self.at_least) if self.act else (),
            bodies=tuple(names.body(one, config) for one in self.body or ()),
            sources=tuple(names.source(one, config) for one in self.source or ()),
            tier=one_of(tier, get_args(rules.Tier), "tier") if tier else None,
            languages=tuple(one_of(one, get_args(rules.Language), "language") for one in self.language or ()),
            words=_words(self.words or ()),
            changes=tuple(change for change in CHANGES if getattr(self, change)),
            incidents=self.incidents,
            finds=self.finds,
        )
        for problem in problems(rule, config):
            raise Complaint(problem)
        return rule

    def _alert(self, recipient: str | None, rule: "Rule") -> "Alert":
        from db.models import Alert
        from tracker.alerts.compose.filters import called
        from tracker.alerts.compose.wording import WORDS
        from tracker.alerts.subscriptions.subscribe import check

        refuse_idle(self.rate, hour=self.hour, weekday=self.weekday)
        # A preview needs no recipient.
        to, channel = (".", "file") if recipient is None else (recipient, self.channel)
        language = one_of(self.mail_language, tuple(WORDS), "language")
        name = self.name or called(rule.model_dump(), declared(), language)
        alert = Alert(name=name, recipient=to, channel=channel, rate=self.rate)
        alert.hour = HOUR if self.hour is None else self.hour
        alert.zone, alert.weekday, alert.quiet, alert.most = self.zone, weekday(self.weekday), self.quiet, self.most
        alert.language, alert.note = language, self.note
        try:
            check(alert, private=settings().webhook_private)
        except ValueError as error:
            raise Complaint(str(error)) from error
        return alert


def refuse_idle(rate: str, *, hour: int | None, weekday: str | None) -> None:
    """Complain about an hour or a weekday that was given for an alert whose rate does not use it."""
    from tracker.alerts.subscriptions import subscribe

    given = {"hour": hour, "weekday": weekday}
    try:
        subscribe.refuse_idle(rate, [name for name, value in given.items() if value is not None])
    except subscribe.OrderError as error:
        raise Complaint(f"--{error}") from error


def weekday(name: str | None) -> int:
    """Return the number of a weekday from its name or its first three letters; Monday by default."""
    from tracker.alerts.schedule.periods import WEEKDAYS

    short = {day[:3]: day for day in WEEKDAYS}
    wanted = (name or WEEKDAYS[0]).lower()
    return WEEKDAYS.index(one_of(short.get(wanted, wanted), WEEKDAYS, "weekday"))


def asking(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command all the options of `Asked` in place of its parameter `asked`."""
    hints = get_type_hints(Asked, include_extras=True)
    options = [
        inspect.Parameter(one.name, inspect.Parameter.KEYWORD_ONLY, default=one.default, annotation=hints[one.name])
        for one in fields(Asked)
    ]
    names = {option.name for option in options}
    own = inspect.signature(command)
    kept = [one.replace(kind=one.KEYWORD_ONLY) for one in own.parameters.values() if one.name != "asked"]

    def run(**given: Any) -> None:
        asked = Asked(**{name: value for name, value in given.items() if name in names})
        command(asked=asked, **{name: value for name, value in given.items() if name not in names})

    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__signature__ = own.replace(parameters=[*kept, *options])  # type: ignore[attr-defined]
    run.__annotations__ = {one.name: one.annotation for one in [*kept, *options]}
    return run


def _only(given: Many, option: str, hint: str) -> str | None:
    """Return the one value of an option; complain about several, since all but the last would be dropped unnoticed."""
    different = list(dict.fromkeys(given or ()))
    if len(different) > 1:
        raise Complaint(f"{option} is given {len(different)} times ({', '.join(different)[:80]}); {hint}")
    return different[0] if different else None


def _words(written: "list[str] | tuple[()]") -> tuple[str, ...]:
    from tracker.alerts.matching.keywords import read_words

    try:
        return tuple(word for some in written for word in read_words(some))
    except ValueError as error:
        raise Complaint(str(error)) from error
