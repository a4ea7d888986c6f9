"""Post messages as JSON to a web address, signed, each under one idempotency key however often it is tried.

`Idempotency-Key` is the message's Message-ID. `X-Tracker-Timestamp` is when it is posted, in seconds since 1970, and
`X-Tracker-Signature` is "sha256=" and the hexadecimal HMAC-SHA256, under the setting `webhook_secret`, of timestamp,
full stop and body, so that an old request cannot be passed off as a new one. Without a secret nothing is signed. The
body's schema is docs/webhook.schema.json; `python -m tracker.alerts.channels.webhook` prints it.
"""

import asyncio
import hashlib
import hmac
import json
import logging
import time

import httpx
from pydantic import TypeAdapter

from config import Settings
from db.masking import hidden, masked
from tracker.alerts.channels.answers import Answer, Outcome
from tracker.alerts.channels.public_only import Reach
from tracker.alerts.compose.message import Message
from tracker.alerts.compose.sanitize import clean

SECONDS = 20.0
"""How long a request may take, from the look-up of the host to the end of the answer."""
MOST_BYTES = 2000
GONE = 410
# They log each address that they request, with its secrets.
logging.getLogger("httpx").setLevel(logging.WARNING)
logging.getLogger("httpcore").setLevel(logging.WARNING)
FORM: TypeAdapter[Message] = TypeAdapter(Message)


def post_message(message: Message, settings: Settings) -> Answer:
    """Post a message to the address `message.to`; every address counts as a server, so none is ever unavailable.

    After any response but 2xx it is tried again, since a mistake at the other end is corrected there; 410 ends it.
    """
    content = FORM.dump_json(message)
    headers = {"Content-Type": "application/json", "Idempotency-Key": message.message_id}
    headers |= signature(content, settings.webhook_secret, int(time.time()))
    try:
        return asyncio.run(_post(message.to, content, headers, private=settings.webhook_private))
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
        said = f"no answer within {SECONDS:.0f} seconds" if isinstance(error, TimeoutError) else str(error)
        return Answer("later", clean(hidden(said or type(error).__name__, message.to), 300))


def signature(content: bytes, secret: str, timestamp: int) -> dict[str, str]:
    """Return the headers that prove who sent `content`, and when."""
    if not secret:
        return {}
    signed = hmac.new(secret.encode(), f"{timestamp}.".encode() + content, hashlib.sha256)
    return {"X-Tracker-Timestamp": str(timestamp), "X-Tracker-Signature": f"sha256={signed.hexdigest()}"}


async def _post(url: str, content: bytes, headers: dict[str, str], *, private: bool) -> Answer:
    async with (
        asyncio.timeout(SECONDS),
        httpx.AsyncClient(transport=Reach(private=private), timeout=SECONDS, follow_redirects=False) as client,
        client.stream("POST", url, content=content, headers=headers) as reply,
    ):
        said = b""
        async for part in reply.aiter_raw(MOST_BYTES):
            said = part[:MOST_BYTES]
            break
    return _read(reply, said.decode(errors="replace"), url)


def _read(reply: httpx.Response, said: str, url: str) -> Answer:
    text = f"{reply.status_code} {said}"
    if reply.is_redirect:
        text = f"{reply.status_code} to {masked(reply.headers['Location'])}: redirects are not followed"
    outcome: Outcome = "sent" if reply.is_success else "gone" if reply.status_code == GONE else "later"
    # Before truncating: half of a secret would not be found.
    return Answer(outcome, clean(hidden(text, url), 300))


def schema() -> str:
    """Return the schema of a request's body, as it is published."""
    return json.dumps(FORM.json_schema(mode="serialization"), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print(schema(), end="")
