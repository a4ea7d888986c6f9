"""`tracker alerts tokens`: manages which programs may order alerts by the API."""

from typing import Annotated

import typer

from tracker.cli.forms import Bom, Format, print_or_give
from tracker.cli.frame import LARGEST, Complaint, database
from tracker.cli.output import echo

LISTED = ("id", "name", "created_at", "revoked_at", "alerts")
LONGEST = 80

app = typer.Typer(help="Manage the tokens with which programs order alerts through the API.", no_args_is_help=True)


def add_to(commands: typer.Typer) -> None:
    """Add the commands to the app."""
    commands.add_typer(app, name="tokens")


@app.command("add")
def add(name: Annotated[str, typer.Argument(help="A name for it, such as the program that uses it.")]) -> None:
    """Create a token and print it once; only its digest is stored."""
    from db.engine import writing
    from db.models import now
    from db.store.tokens import add_token

    if not name.strip() or len(name) > LONGEST or not name.isprintable():
        raise Complaint(f"a token's name has 1 to {LONGEST} printable characters, such as the program that uses it")
    with writing(database(write=True)) as session:
        token, word = add_token(session, name.strip(), now())
        number = token.id
    echo(word)
    echo(
        f"token {number} is created; it is not shown again. `tracker alerts tokens revoke {number}` revokes it",
        err=True,
    )


@app.command("list")
def list_(format_: Format = "table", bom: Bom = False) -> None:
    """List the tokens, and the number of active alerts that were ordered with each."""
    from db.engine import reading
    from db.queries.tokens import tokens

    with reading(database()) as session:
        rows = [{**one.token.model_dump(exclude={"sha256"}), "alerts": one.alerts} for one in tokens(session)]
    print_or_give(rows, LISTED, "alerts-tokens", format_, bom=bom)


@app.command("revoke")
def revoke(token: Annotated[int, typer.Argument(help="The token's number.", max=LARGEST)]) -> None:
    """Revoke a token. The alerts that were ordered with it continue."""
    from db.engine import writing
    from db.models import Token, now
    from db.store.tokens import revoke_token

    with writing(database(write=True)) as session:
        stored = session.get(Token, token)
        if stored is None:
            raise Complaint(f"there is no token {token}; `tracker alerts tokens list` lists them")
        revoke_token(session, stored, now())
    echo(f"token {token} is revoked; its alerts continue")
