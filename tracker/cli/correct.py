"""`tracker correct`, `join`, `part`, `corrections`: record where people correct the rules."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from tracker.cli import completion
from tracker.cli.forms import PEOPLE, Bom, give
from tracker.cli.frame import LARGEST, Complaint, database, day, declared, one_of, print_rows
from tracker.cli.output import echo

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Engine

    from config import Config
    from tracker.pipeline.correct import Hand, What

LONGEST_NAME, LONGEST_NOTE = 80, 1000
DAYS_AHEAD = 731
UNKNOWN = "unknown"
"""The text for a field whose value is not known."""
COLUMNS = ("id", "day", "by", "announcement", "says", "about", "note")

Note = Annotated[str, typer.Option("--note", help="Why.")]
By = Annotated[str | None, typer.Option("--by", help="Who makes the correction; the login name by default.")]
Story = Annotated[str, typer.Argument(help="An announcement's number, or a document's URL.")]
Number = Annotated[int, typer.Argument(min=1, max=LARGEST, help="Its number (see timeline).")]


def add_to(app: typer.Typer) -> None:
    """Add the commands to the app."""
    app.command("correct")(correct_)
    app.command("join")(join_)
    app.command("part")(part_)
    app.command("corrections")(corrections_)


def correct_(
    announcement: Number,
    not_this: Annotated[bool, typer.Option("--not-this", help="It is not an announcement of its initiative.")] = False,
    act: Annotated[str | None, typer.Option(help="The act.", autocompletion=completion.acts)] = None,
    day_: Annotated[str | None, typer.Option("--day", help="The day of the act, as YYYY-MM-DD, or unknown.")] = None,
    body: Annotated[
        str | None,
        typer.Option(help="Who announced it, by id or name, or unknown.", autocompletion=completion.bodies),
    ] = None,
    note: Note = "",
    by: By = None,
) -> None:
    """Correct an announcement; the correction outlasts new readings until it is undone."""
    says = _said(not_this, act, day_, body)
    if not says and not note:
        raise Complaint("say what is wrong: --not-this, --act, --day, --body, or --note")

    def work(engine: "Engine", config: "Config", hand: "Hand") -> int:
        from tracker.pipeline.correct import correct

        return correct(engine, config, announcement, says, hand)

    _make(work, note, by)


def join_(one: Story, other: Story, note: Note = "", by: By = None) -> None:
    """Join two stories into one, as reports of one event."""

    def work(engine: "Engine", config: "Config", hand: "Hand") -> int:
        from tracker.pipeline.correct import join

        return join(engine, config, _meant(one), _meant(other), hand)

    _make(work, note, by)


def part_(one: Story, other: Story, note: Note = "", by: By = None) -> None:
    """Part two documents of one story; each other document stays with the one that it resembles more."""

    def work(engine: "Engine", config: "Config", hand: "Hand") -> int:
        from tracker.pipeline.correct import part

        return part(engine, config, _meant(one), _meant(other), hand)

    _make(work, note, by)


def corrections_(
    undo: Annotated[int | None, typer.Option(min=1, max=LARGEST, metavar="ID", help="Undo this correction.")] = None,
    all_: Annotated[bool, typer.Option("--all", help="Also list corrections that were undone.")] = False,
    by: By = None,
    format_: Annotated[
        Literal["table", "markdown", "json", "jsonl", "csv", "xlsx", "gold"],
        typer.Option(
            "--format", help="Output format; gold prints the corrected documents as JSON lines, to test rules with."
        ),
    ] = "table",
    bom: Bom = False,
) -> None:
    """List corrections, newest first, or undo one."""
    if undo is not None:
        _undo(undo, _who(by))
        return
    from db.engine import reading
    from tracker.text.printable import as_json
    from tracker.views import corrections
    from tracker.views.gold_rows import gold_rows

    with reading(database()) as session:
        if format_ == "gold":
            for row in gold_rows(session):
                echo(as_json(row))
            return
        rows = list(corrections.rows(session, undone=all_))
    if format_ not in PEOPLE:
        give(rows, "corrections", format_, bom=bom)
    elif rows:
        print_rows([corrections.for_people(row) for row in rows], COLUMNS, format_)
    else:
        echo("there are no corrections; `tracker correct NUMBER` corrects an announcement", err=True)


def _said(not_this: bool, act: str | None, day_: str | None, body: str | None) -> dict[str, str | bool | None]:
    """Return the content of a correction as `db.models.Correction` stores it."""
    from tracker.acts import ACTS
    from tracker.cli import names

    says: dict[str, str | bool | None] = {}
    if act is not None:
        says["act"] = one_of(act, ACTS, "act")
    if day_ is not None:
        found = None if day_ == UNKNOWN else day(day_)
        if found and found > (latest := _latest_day()):
            raise Complaint(f"{day_} lies too far ahead: the day of an act is {latest} at the latest; check the year")
        says["day"] = found.isoformat() if found else None
    if body is not None:
        says["body"] = None if body == UNKNOWN else names.body(body, declared())
    if not_this and says:
        raise Complaint("--not-this goes only with --note: what is not an announcement has no act, day or body")
    return {"not_this": True} if not_this else says


def _latest_day() -> "date":
    """Return the last day that an act may have: papers name the day from which they apply some time ahead."""
    from datetime import timedelta

    from db.beijing import beijing_today

    return beijing_today() + timedelta(days=DAYS_AHEAD)


def _make(work: "Callable[[Engine, Config, Hand], int]", note: str, by: str | None) -> None:
    from tracker.pipeline.correct import Hand, RefusedError

    if len(note) > LONGEST_NOTE:
        raise Complaint(f"--note has {len(note)} characters; write at most {LONGEST_NOTE}")
    hand = Hand(_who(by), " ".join(note.split()))
    try:
        number = work(database(write=True), declared(), hand)
    except RefusedError as error:
        raise Complaint(str(error)) from error
    echo(f"correction {number} by {hand.by}; `tracker corrections --undo {number}` undoes it")


def _undo(number: int, by: str) -> None:
    from tracker.pipeline.correct import RefusedError, undo

    try:
        undo(database(write=True), declared(), number, by)
    except RefusedError as error:
        raise Complaint(str(error)) from error
    echo(f"correction {number} is undone")


def _meant(typed: str) -> "What":
    return int(typed) if typed.isdecimal() and len(typed) < len(str(LARGEST)) else typed


def _who(by: str | None) -> str:
    """Return who makes the correction, or complain."""
    import getpass

    try:
        name = " ".join((getpass.getuser() if by is None else by).split())
    except (OSError, KeyError) as error:
        raise Complaint("there is no login name here; give your name with --by NAME") from error
    if not name or len(name) > LONGEST_NAME:
        raise Complaint(f"--by is the name of a person, of 1 to {LONGEST_NAME} characters")
    return name
