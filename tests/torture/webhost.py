"""A web server for webhooks that can be killed: it records each message, waits for the disk, then answers, or not.

`python -m tests.torture.webhost PORT LEDGER SEED SHARE` runs it; SHARE of the faults happen.
"""

import hashlib
import json
import os
import random
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from typing import Any

from tests.torture.faults import STALL, WEB, draw
from tests.torture.ledger import Ledger, client_at

# Paths that never accept a message, and their responses.
REFUSED = {"/hooks/gone": 410, "/hooks/broken": 500}


class Host(ThreadingHTTPServer):
    """The server with its ledger and its chance."""

    daemon_threads = True

    def __init__(self, port: int, ledger: Ledger, seed: str, share: float) -> None:
        super().__init__(("127.0.0.1", port), _Answers)
        self.ledger, self.share = ledger, share
        self.chance = random.Random(seed)
        self.numbers = (f"web-{os.getpid()}-{n}" for n in count(1))

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of clients that were killed or have waited long enough."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Answers(BaseHTTPRequestHandler):
    server: Host

    def setup(self) -> None:
        """Identify the client, while it is most likely alive."""
        super().setup()
        self.client = client_at(self.client_address[1])

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"]))
        fault = draw(self.server.chance, WEB, self.server.share)
        refusal = REFUSED.get(self.path)
        if refusal or fault in ("500", "429"):
            self._fault(str(refusal or fault))
            self._answer(refusal or int(fault or 0))
        elif fault in ("stall", "drop before"):
            self._fault(fault)
            time.sleep(STALL if fault == "stall" else 0)
        else:
            self._take(content, fault)

    def _take(self, content: bytes, fault: str | None) -> None:
        number, letter = next(self.server.numbers), json.loads(content)
        told = ", ".join(f"{i['announcement_id']} {i['act']}" for i in letter["items"] if i["announcement_id"])
        self.server.ledger.note(
            "taken",
            surely=True,
            id=number,
            to=[self.path],
            headed=self.path,
            key=self.headers["Idempotency-Key"],
            told=told,
            body=hashlib.sha256(content).hexdigest(),
            sender=self.client,
        )
        if fault:
            self._fault(fault, number)
        if fault == "die":
            os._exit(1)
        if fault == "stall after":
            time.sleep(STALL)
        if fault != "drop after":
            self._answer(200)
            self.server.ledger.note("answered", id=number)

    def _answer(self, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "5")
        self.end_headers()
        self.wfile.write(b"noted")
        self.wfile.flush()

    def _fault(self, kind: str, number: str | None = None) -> None:
        self.server.ledger.note("fault", kind=f"web: {kind}", id=number)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep the console free."""


if __name__ == "__main__":
    _, _port, _file, _seed, _share = sys.argv
    with Host(int(_port), Ledger(Path(_file)), _seed, float(_share)) as host:
        print("ready", flush=True)
        host.serve_forever()
