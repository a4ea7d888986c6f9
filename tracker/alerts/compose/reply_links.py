"""Build the addresses and headers by which readers answer a mail, by mail or on the web."""

from urllib.parse import quote

from config import Settings
from tracker.alerts.compose.mail_addresses import address_of


def mailbox_address(settings: Settings) -> str:
    """Return the address whose mail we read, for answers, bounces and requests to unsubscribe."""
    return settings.bounce_address or address_of(settings.mail_from).addr_spec


def bounce_address(bounce_token: str, channel: str, settings: Settings) -> str:
    """Return the envelope sender of a mail to the recipient of a token; "" if bounces go to `mail_from`."""
    name, _, host = settings.bounce_address.partition("@")
    return f"{name}+{bounce_token}@{host}" if channel == "email" and host and bounce_token else ""


def mail_link(word: str, token: str, settings: Settings) -> str:
    """Return a link that composes a mail to us with a word and a token as its subject (RFC 6068)."""
    return f"mailto:{quote(mailbox_address(settings), safe='@')}?subject={word}%20{token}"


def web_link(word: str, token: str, settings: Settings) -> str | None:
    """Return a link to our own endpoint, if it has a public address."""
    return f"{str(settings.public_url).rstrip('/')}/{word}/{token}" if settings.public_url else None


def unsubscribe_headers(by_mail: str, by_web: str | None) -> dict[str, str]:
    """Return the headers by which a mail program ends an alert (RFC 2369; with one click: RFC 8058)."""
    links = [link for link in (by_web, by_mail) if link]
    heads = {"List-Unsubscribe": ", ".join(f"<{link}>" for link in links)} if links else {}
    if by_web and by_web.startswith("https:"):
        heads["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return heads
