"""Query the tokens of programs, and the alerts that were ordered with them."""

import hashlib
from typing import NamedTuple

from sqlalchemy import func
from sqlmodel import Session, col, select

from db.models import Alert, Token


class Issued(NamedTuple):
    """A token, and the number of active alerts that were ordered with it."""

    token: Token
    alerts: int


def digest(word: str) -> str:
    """Return the digest by which a token is found; tokens are random, so it needs no salt and no slow hash."""
    return hashlib.sha256(word.encode("utf-8", "surrogateescape")).hexdigest()


def token_of(session: Session, word: str) -> Token | None:
    """Return the token with this secret, unless it was revoked."""
    found = select(Token).where(Token.sha256 == digest(word), col(Token.revoked_at).is_(None))
    return session.exec(found).one_or_none()


def tokens(session: Session) -> list[Issued]:
    """Return all tokens, oldest first."""
    standing = select(Alert.token_id, func.count()).where(col(Alert.removed_at).is_(None))
    counts = dict(session.exec(standing.group_by(col(Alert.token_id))).all())
    found = session.exec(select(Token).order_by(col(Token.id)))
    return [Issued(token, counts.get(token.id, 0)) for token in found]


def alerts_with(session: Session, token_id: int) -> list[Alert]:
    """Return the active alerts that were ordered with a token."""
    standing = select(Alert).where(Alert.token_id == token_id, col(Alert.removed_at).is_(None))
    return list(session.exec(standing.order_by(col(Alert.id))))
