"""Check sources side by side: several hosts at once, with one request at a time to each."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from threading import Event

from config.schema.source import Source
from tracker.sources.asking import Asker
from tracker.sources.check import check
from tracker.sources.check_lines import Line, lines
from tracker.sources.redraft import Redraft, redraft
from tracker.sources.site import host_of
from tracker.sources.step import Step

MOST_AT_ONCE = 8
"""Groups of sources that are checked at once; the sources of a group share hosts."""


@dataclass(frozen=True)
class Checked:
    """What a check found of a source, and the draft of what has changed, if requested and needed."""

    source: Source
    lines: list[Line]
    redraft: Redraft | None = None


def check_together(
    sources: Sequence[Source],
    asker_of: Callable[[Source], Asker],
    unreached: Mapping[str, str],
    *,
    drafts: bool = False,
    done: Callable[[int, int], None] | None = None,
) -> list[Checked]:
    """Check sources, and return the results in their order; `unreached` says by id which need no check, and why.

    `done` is called with the number of finished groups of sources, and that of all.
    """
    down = [source for source in sources if source.id in unreached]
    found = {one.id: Checked(one, [Line(one.id, state="down", wrong=(unreached[one.id],))]) for one in down}
    groups = _by_host([source for source in sources if source.id not in found])
    stop = Event()
    pool = ThreadPoolExecutor(MOST_AT_ONCE)
    try:
        waited = [pool.submit(_group, group, asker_of, stop, drafts) for group in groups]
        for number, finished in enumerate(as_completed(waited), 1):
            found |= {checked.source.id: checked for checked in finished.result()}
            if done:
                done(number, len(groups))
    finally:
        # After an interrupt, each thread ends with its current request.
        stop.set()
        pool.shutdown(cancel_futures=True)
    return [found[source.id] for source in sources]


def _by_host(sources: Sequence[Source]) -> list[list[Source]]:
    """Group the sources so that no two groups use the same host."""
    groups: list[tuple[set[str], list[Source]]] = []
    for source in sources:
        hosts, group = {host_of(list_) for list_ in source.lists}, [source]
        for other in [one for one in groups if one[0] & hosts]:
            hosts |= other[0]
            group = [*other[1], *group]
            groups.remove(other)
        groups.append((hosts, group))
    return [group for _, group in groups]


def _group(group: Sequence[Source], asker_of: Callable[[Source], Asker], stop: Event, drafts: bool) -> list[Checked]:
    return [_checked(source, asker_of(source), stop, drafts) for source in group]


def _checked(source: Source, ask: Asker, stop: Event, drafts: bool) -> Checked:
    steps: list[Step] = []
    try:
        for step in check(source, ask, each=True):
            steps.append(step)
            if stop.is_set():
                break
        found = lines(source.id, steps)
        return Checked(source, found, redraft(source, found, ask) if drafts and not stop.is_set() else None)
    except Exception as error:  # what one untrusted site causes must not lose the results of all others
        wrong = f"the check failed: {type(error).__name__}: {error}"[:300]
        return Checked(source, [*lines(source.id, steps), Line(source.id, state="error", wrong=(wrong,))])
