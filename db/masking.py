"""Show addresses and texts without secrets: tokens in web addresses, passwords, our own tokens."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

# Schemes whose authority is a host; in Apprise's others it is often a token (https://github.com/caronc/apprise/wiki).
WITH_HOST = {"http", "https", "json", "jsons", "xml", "xmls", "form", "forms"}
HOST = re.compile(r"(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?")
TOKEN = re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])", re.IGNORECASE)
"""A secret of our own, as `db.models.recipients.new_token` makes it."""
PARTS = re.compile(r"[/?#&=@:;,|\s]+")
# Anything shorter is not a secret, and occurs in many words.
SHORTEST = 4
# Enough to distinguish the endpoints of one host, and too little to test passwords against.
DIGITS = 4
GONE = "…"
MASKED = re.compile(rf"{GONE}#[0-9a-f]{{{DIGITS}}}$")


def masked(address: str) -> str:
    """Return an address as it may be shown: `scheme://host/…#fingerprint` if it contains a secret, otherwise unchanged.

    Every address with "://" is treated so: webhooks and Apprise. The same address has the same fingerprint.
    """
    scheme, mark, rest = address.partition("://")
    if not mark or is_masked(address):
        return address
    host = _host(scheme, rest)
    fingerprint = hashlib.sha256(address.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
    return f"{scheme[:20]}://{host}{'/' if host else ''}{GONE}#{fingerprint}"


def is_masked(address: str) -> bool:
    """Decide whether an address has the form of `masked`, which cannot be used to reach anyone."""
    return bool(MASKED.search(address))


def hidden(text: str, *holders: str) -> str:
    """Return a text without the secrets of its `holders`: addresses, links, and other texts with a token of ours."""
    for address in holders:
        text = text.replace(address, masked(address)) if address else text
    for secret in sorted(_secrets(holders), key=len, reverse=True):
        # A plain word in a path may be any word of the text.
        word = secret.isalpha() and (secret.islower() or len(secret) < 8)
        pattern = rf"(?<!\w){re.escape(secret)}(?!\w)" if word else re.escape(secret)
        text = re.sub(pattern, GONE, text, flags=re.IGNORECASE)
    return text


def without_tokens(text: str) -> str:
    """Return an untrusted text without anything that may be a token of ours."""
    return TOKEN.sub(GONE, text)


def _secrets(holders: Iterable[str]) -> set[str]:
    found = {secret for holder in holders for secret in [*TOKEN.findall(unquote(holder)), *_of_address(holder)]}
    return {one for secret in found for one in (secret, unquote(secret)) if len(one) >= SHORTEST}


def _of_address(address: str) -> Iterator[str]:
    scheme, mark, rest = address.partition("://")
    if not mark:
        return
    host = _host(scheme, rest)
    before, _, after = rest.partition(host) if host else ("", "", rest)
    for part in (before, after):
        yield part.strip("/@")
        yield from PARTS.split(part)


def _host(scheme: str, rest: str) -> str:
    """Return the host of an address with its port; "" if there may be a secret in its place."""
    authority, *more = re.split(r"[/?#]", rest, maxsplit=1)
    host = authority.rpartition("@")[2]
    plain = scheme.casefold() in WITH_HOST and HOST.fullmatch(host) and "@" not in "".join(more)
    return host if plain else ""
