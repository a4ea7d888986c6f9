"""Parse search queries: words, "phrases", AND, OR, NOT or -, brackets, beginnings (wor*), title:."""

import re
from dataclasses import dataclass

from db.queries.sought import AllOf, AnyOf, Sought, Term
from tracker.search.canonical import canonical
from tracker.text.mainland import mainland
from tracker.text.normalize import plain

LONGEST = 500
MOST_TERMS = 32
DEEPEST = 8
LEAST_BEGINNING = 2

_QUOTES = '"“”„＂'
_PIECE = re.compile(
    rf"\s*(?:(?P<open>[(（])|(?P<close>[)）])|(?P<minus>[-－](?=\S))?(?P<title>(?:title|标题|標題)[:：](?=\S))?"
    rf"(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)(?P<closed>[{_QUOTES}]?)|"
    rf"(?P<word>[^\s()（）{_QUOTES}]+)|(?P<group>(?=[(（]))))"
)


class QueryError(ValueError):
    """A query that cannot be answered; its text is one line that says what, where and how to write it."""


@dataclass(frozen=True)
class _Piece:
    kind: str  # "term", "(", ")", "AND", "OR", "NOT"
    at: int
    term: Sought | None = None


def read_query(typed: str) -> Sought:
    """Parse a query; raise QueryError if it is invalid.

    All of several adjacent terms are required; AND binds more closely than OR, and NOT applies to what follows it.
    """
    if len(typed) > LONGEST:
        raise QueryError(f"the query has {len(typed)} characters; write {LONGEST} at most")
    pieces = _pieces(typed)
    if sum(piece.kind == "term" for piece in pieces) > MOST_TERMS:
        raise QueryError(f"the query has more than {MOST_TERMS} terms; ask with fewer")
    if not pieces:
        what = f"{typed.strip()[:30]!r} has no letter and no digit" if typed.strip() else "is empty"
        raise QueryError(f"the query {what}; write a word, such as 人工智能+ or quantum")
    return _Reader(pieces).read()


def _pieces(typed: str) -> list[_Piece]:
    found, at, end = [], 0, len(typed.rstrip())
    while at < end:
        piece = _PIECE.match(typed, at)
        if piece is None:  # only a sign without meaning, such as a lone -
            at += 1
            continue
        found += _of(piece, typed)
        at = max(piece.end(), at + 1)
    return found


def _of(piece: re.Match[str], typed: str) -> list[_Piece]:
    at = piece.end() - len(piece[0].lstrip()) + 1
    if piece["open"] or piece["close"]:
        return [_Piece("(" if piece["open"] else ")", at)]
    minus = [_Piece("NOT", at)] if piece["minus"] else []
    if piece["group"] is not None:
        if piece["title"]:
            raise QueryError(
                f"{piece['title']} at character {at} applies to one term; put it before each term in the brackets"
            )
        return minus
    if piece["word"] in ("AND", "OR", "NOT") and not piece["title"]:
        return [*minus, _Piece(piece["word"], at)]
    if piece["phrase"] is not None and not piece["closed"]:
        raise QueryError(f"the quote at character {at} of {_shown(typed)} is never closed; put another where it ends")
    written = piece["word"] if piece["phrase"] is None else piece["phrase"]
    title, is_word = bool(piece["title"]), piece["phrase"] is None
    # 人工智慧 finds 人工智能, too; a phrase stands as it is written.
    spellings = dict.fromkeys((written, mainland(plain(written))) if is_word else (written,))
    terms = dict.fromkeys(term for one in spellings if (term := _term(one, title, is_word=is_word)))
    if not terms:
        return []
    return [*minus, _Piece("term", at, AnyOf(tuple(terms)) if len(terms) > 1 else next(iter(terms)))]


def _term(written: str, title: bool, *, is_word: bool) -> Term | None:
    """Return the term; None if it has neither characters nor words."""
    form = canonical(written)
    if is_word and written.endswith(("*", "＊")) and form.endswith(" "):
        form = form[:-1]
        if len(form.rpartition(" ")[2]) < LEAST_BEGINNING:
            raise QueryError(
                f"{written!r} is the beginning of too many words; write {LEAST_BEGINNING} letters at least"
            )
    return Term(form, title) if form else None


class _Reader:
    """Read pieces from left to right."""

    def __init__(self, pieces: list[_Piece]) -> None:
        self.pieces = pieces
        self.next = 0

    def read(self) -> Sought:
        sought = self._any(0)
        if self._kind() == ")":
            raise QueryError(f"the bracket at character {self._at()} closes none that is open; leave it out")
        return sought

    def _any(self, depth: int) -> Sought:
        if depth > DEEPEST:
            raise QueryError(f"brackets are nested more than {DEEPEST} deep; write a simpler query")
        parts = [self._all(depth)]
        while self._kind() == "OR":
            self.next += 1
            parts.append(self._all(depth))
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def _all(self, depth: int) -> Sought:
        parts: list[Sought] = []
        but_not: list[Sought] = []
        start = self._at()
        while self._kind() not in (")", "OR", ""):
            negated = self._operators()
            (but_not if negated else parts).append(self._one(depth))
        if not parts:
            if but_not:
                raise QueryError(f"the query asks at character {start} only what not to find; add what to find")
            near = self._kind(), self.pieces[max(self.next - 1, 0)].kind
            word = "OR" if "OR" in near else "the bracket"
            raise QueryError(f"a word is missing at character {start}; write one, or leave out {word}")
        return parts[0] if len(parts) == 1 and not but_not else AllOf(tuple(parts), tuple(but_not))

    def _operators(self) -> bool:
        """Skip AND and NOT; return whether what follows must be absent."""
        negated = False
        while self._kind() in ("AND", "NOT"):
            negated ^= self._kind() == "NOT"
            self.next += 1
        return negated

    def _one(self, depth: int) -> Sought:
        kind, at = self._kind(), self._at()
        if kind == "(":
            self.next += 1
            sought = self._any(depth + 1)
            if self._kind() != ")":
                raise QueryError(f"the bracket at character {at} is never closed; put ) where it ends")
            self.next += 1
            return sought
        term = self.pieces[self.next].term if kind == "term" else None
        if term is None:
            said = self.pieces[self.next - 1].kind
            raise QueryError(
                f"nothing follows {said} at character {self._at()}; write a word after it, or leave it out"
            )
        self.next += 1
        return term

    def _kind(self) -> str:
        return self.pieces[self.next].kind if self.next < len(self.pieces) else ""

    def _at(self) -> int:
        return self.pieces[min(self.next, len(self.pieces) - 1)].at


def _shown(typed: str) -> str:
    return repr(typed if len(typed) <= 60 else f"{typed[:60]}…")
