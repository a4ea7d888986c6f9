"""Compare a tortured run with an undisturbed one."""

from collections.abc import Iterator

from tests.torture.outcome import Name, Outcome
from tests.torture.wishes import STRENGTH


def differences(calm: Outcome, tortured: Outcome) -> list[str]:
    """Return everything that a tortured run did differently from the same news without a disturbance."""
    return [*_documents(calm, tortured), *_announcements(calm, tortured), *_acts(calm, tortured)]


def _documents(calm: Outcome, tortured: Outcome) -> Iterator[str]:
    for name in calm.documents.keys() | tortured.documents.keys():
        one, other = calm.documents.get(name), tortured.documents.get(name)
        if one != other:
            yield f"read otherwise: {name} says {other} and not {one}"


def _announcements(calm: Outcome, tortured: Outcome) -> Iterator[str]:
    for name in calm.announcements | tortured.announcements:
        one, other = calm.announcements.get(name), tortured.announcements.get(name)
        if one is None or other is None:
            yield f"announced {'only under torture' if one is None else 'only undisturbed'}: {name}"
            continue
        for field in one:
            if one[field] != other[field]:
                yield f"announced otherwise, {field} {other[field]!r} for {one[field]!r}: {name}"


def _acts(calm: Outcome, tortured: Outcome) -> Iterator[str]:
    """Check that every reported act is reported here too, or replaced by a stronger one; and nothing unsupported."""
    strongest: dict[tuple[str, Name], int] = {}
    for who, name, act in tortured.told:
        strongest[who, name] = max(strongest.get((who, name), 0), STRENGTH.index(act))
        if act not in tortured.acts[name]:
            yield f"told what no document says: {who} of {name} as {act}"
    for who, name, act in calm.told:
        if strongest.get((who, name), -1) < STRENGTH.index(act):
            yield f"not told: {who} of {name} as {act}"
