"""Which documents are one story where people join and part them: stories, pairs and what comes of them."""

import random
from itertools import combinations

import pytest

from tracker.corrections.regroup import Pair, regroup

# Stories by letters, links by two letters, pairs the newest first: + joins, - parts.
CASES = {
    "nobody says anything": ("abc d", "ab bc", "", "abc d"),
    "two stories are joined": ("ab cd", "ab cd", "a+c", "abcd"),
    "three stories are joined": ("a b c", "", "a+c b+c", "abc"),
    "two documents are parted": ("ab", "ab", "a-b", "a b"),
    "one of three is parted": ("abc", "ab ac bc", "a-c", "ab c"),
    "the third goes with what it has links to": ("abc", "ac bc", "a-b", "ac b"),
    "the third goes with most links": ("abcd", "ac ad bc bd cd", "a-b", "acd b"),
    "what hangs on the third follows it": ("abcde", "ab bc cd de", "a-c", "ab cde"),
    "three documents are parted from each other": ("abc", "ab bc ac", "a-b b-c a-c", "a b c"),
    "two are parted from a third": ("abc", "ab bc ac", "a-b a-c", "a bc"),
    "of two that contradict the newer counts": ("ab", "ab", "a+b a-b", "ab"),
    "and the other way round": ("a b", "", "a-b a+b", "a b"),
    "the newest counts over a chain of older ones": ("a b c", "", "a-c b+c a+b", "a bc"),
    "a chain of newer ones counts over an older one": ("abc", "ab bc ac", "a+b b+c a-c", "abc"),
    "joined documents go together where others are parted": ("abc d", "ab bc ac", "c+d a-b b+c", "a bcd"),
    "joined stories are parted elsewhere": ("ab cd", "ab cd", "b-d a+c", "abc d"),
    "what is parted already stays as it is": ("a b", "", "a-b", "a b"),
    "a document that is not there changes nothing": ("ab", "ab", "a-z z+b", "ab"),
}


def said(pairs: str) -> list[Pair]:
    """Pairs of documents by letters: a+b, a-b."""
    return [Pair("join" if pair[1] == "+" else "part", ord(pair[0]), ord(pair[2])) for pair in pairs.split()]


def linked(links: str) -> dict[int, set[int]]:
    """Links in both directions."""
    found: dict[int, set[int]] = {}
    for one, other in (*links.split(), *(link[::-1] for link in links.split())):
        found.setdefault(ord(one), set()).add(ord(other))
    return found


@pytest.mark.parametrize(("stories", "links", "pairs", "wanted"), CASES.values(), ids=CASES.keys())
def test_stories_are_as_people_say(stories: str, links: str, pairs: str, wanted: str) -> None:
    order = {number: number for number in range(ord("a"), ord("z") + 1)}
    found = regroup([[*map(ord, story)] for story in stories.split()], said(pairs), order, linked(links))
    assert " ".join("".join(map(chr, story)) for story in found) == wanted


def test_the_newest_always_holds_and_no_document_gets_lost() -> None:
    chance = random.Random(5)
    for _ in range(300):
        ids = [*range(8)]
        stories = [ids[:3], ids[3:4], ids[4:]]
        links = {id_: set(story) - {id_} for story in stories for id_ in story}
        every = [Pair(chance.choice(["join", "part"]), *ends) for ends in combinations(ids, 2)]
        pairs = chance.sample(every, 4)
        shuffled = [chance.sample(story, len(story)) for story in chance.sample(stories, 3)]
        order = {id_: id_ for id_ in ids}
        found = regroup(shuffled, pairs, order, links)
        assert found == regroup(stories, pairs, order, links)
        assert sorted(id_ for story in found for id_ in story) == ids
        home = {id_: at for at, story in enumerate(found) for id_ in story}
        newest = pairs[0]
        assert (home[newest.one] == home[newest.other]) is (newest.what == "join")
