"""Write the tokens of programs that order alerts."""

import secrets
from datetime import datetime

from sqlmodel import Session

from db.models import Token
from db.queries.tokens import digest

MARK = "tracker_"
"""The beginning of every token, by which programs that look for leaked secrets find one."""


def add_token(session: Session, name: str, at: datetime) -> tuple[Token, str]:
    """Create a token; return it with its secret, which is not stored."""
    word = MARK + secrets.token_hex(24)
    token = Token(name=name, sha256=digest(word), created_at=at)
    session.add(token)
    session.flush()
    return token, word


def revoke_token(session: Session, token: Token, at: datetime) -> None:
    """Revoke a token."""
    token.revoked_at = token.revoked_at or at
    session.add(token)
