"""`tracker serve`: serves the pages for readers, the links in our mails, and the state of the installation."""

import socket
from importlib.util import find_spec
from typing import Annotated

import typer

from tracker.cli.frame import Complaint, declared, settings
from tracker.cli.output import echo

NEEDED = ("fastapi", "icalendar", "starlette", "uvicorn", "prometheus_client")
# The number of connections at once; further ones are asked to come again later.
MOST_AT_ONCE = 200


def add_to(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("serve")(serve_)


def serve_(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on.")] = 8420,
) -> None:
    """Serve pages in a browser, the API, the links in mails, /health and /metrics, until SIGTERM or Ctrl-C."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        named = ", ".join(missing)
        raise Complaint(f"`tracker serve` needs {named}: pip install 'policy-initiative-tracker[serve]'")
    from tracker.web.garbage import loading

    with loading():
        import uvicorn

        from tracker.cli.search import indexed
        from tracker.web.app import make_app
        from tracker.web.protocol import LimitedProtocol

        app = make_app(indexed(write=True), declared(), settings())
        chosen = uvicorn.Config(
            app,
            http=LimitedProtocol,
            ws="none",
            # Addresses contain secrets, which must not appear in a log.
            access_log=False,
            log_level="warning",
            server_header=False,
            proxy_headers=False,
            limit_concurrency=MOST_AT_ONCE,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=10,
        )
    with _listening(host, port) as listener:
        echo(f"serving on http://{host}:{listener.getsockname()[1]}/ until SIGTERM or Ctrl-C", err=True)
        uvicorn.Server(chosen).run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        said = str(error.strerror).partition(" (")[0]
        raise Complaint(f"cannot listen on {host} port {port}: {said}; choose --host and --port") from error
