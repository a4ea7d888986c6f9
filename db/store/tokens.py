"""Writes the tokens of programs that order alerts."""

import secrets
from datetime import datetime

from sqlmodel import Session

from db.models import Token
from db.queries.tokens import digest

MARK = "tracker_"
"""What every token begins with, so that programs that look for lost secrets find one."""


def add_token(session: Session, name: str, at: datetime) -> tuple[Token, str]:
    """Make a token; the word itself is given here and kept nowhere."""
    word = MARK + secrets.token_hex(24)
    token = Token(name=name, sha256=digest(word), created_at=at)
    session.add(token)
    session.flush()
    return token, word


def revoke_token(session: Session, token: Token, at: datetime) -> None:
    """Let a token open nothing more."""
    token.revoked_at = token.revoked_at or at
    session.add(token)
