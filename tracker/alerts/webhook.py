"""Posts letters as JSON to a web address, signed, each under one key however often it is tried.

`Idempotency-Key` is the letter's Message-ID. `X-Tracker-Signature` is "sha256=" and the hexadecimal HMAC-SHA256 of
the body under the setting `webhook_secret`. The body's schema is docs/webhook.schema.json.
"""

import hashlib
import hmac

import httpx
from pydantic import TypeAdapter

from tracker.alerts.answers import Answer
from tracker.alerts.letter import Letter
from tracker.alerts.safe import clean

SECONDS = 20.0
MOST_BYTES = 2000
# Not now: too early, too many, or the other side's own trouble. All else that is no success is for good.
LATER = {408, 425, 429}
FORM: TypeAdapter[Letter] = TypeAdapter(Letter)


def post_letter(letter: Letter, secret: str) -> Answer:
    """Post a letter to the address `letter.to`; every address is a server of its own, so none is ever away."""
    content = FORM.dump_json(letter)
    headers = {
        "Content-Type": "application/json",
        "Idempotency-Key": letter.message_id,
        "X-Tracker-Signature": f"sha256={hmac.new(secret.encode(), content, hashlib.sha256).hexdigest()}",
    }
    try:
        with httpx.stream("POST", letter.to, content=content, headers=headers, timeout=SECONDS) as reply:
            said = next(reply.iter_bytes(MOST_BYTES), b"")[:MOST_BYTES]
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return Answer("later", clean(f"{type(error).__name__}: {error}", 300))
    text = clean(f"{reply.status_code} {said.decode(errors='replace')}", 300)
    if reply.is_success:
        return Answer("sent", text)
    return Answer("later" if reply.is_server_error or reply.status_code in LATER else "never", text)
