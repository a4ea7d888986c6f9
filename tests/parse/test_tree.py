"""Tests that the walk over lxml's tree gives what BeautifulSoup makes of the same markup."""

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from spiders.markup import page_of
from tracker.demo.content import LAST_STAGE
from tracker.demo.replica import pages
from tracker.parse import tree
from tracker.parse.tree import soup_of

MARKUP = [
    "",
    "text alone",
    "<p class='a b' id=c>one<br>two<b>three</b> four</p>five",
    "<p>one<!-- a comment -->two<?php a ?>three</p>",
    "<head><title>a</title><style>b</style><script>c < d</script></head><template>e<i>f</i></template>g",
    "<ruby>a<rt>b</rt><rp>c</rp></ruby><pre>\n d\n\n</pre><textarea> e <b>f</textarea>",
    "<table><tr><td>a<td>b<tr><th colspan=2>c</table><ul><li>d<li>e</ul>",
    "<o:p>a</o:p><svg viewBox='0 0 1 1'><path d=M0></svg><a href='?a&amp;b' data-x>&nbsp;c&#13;</a>",
    "<div>" * 3_000 + "a",
]


def own(markup: str) -> BeautifulSoup:
    """What BeautifulSoup makes of the markup of a page, without the comments."""
    soup = BeautifulSoup(page_of(markup).get(), "lxml", multi_valued_attributes={})
    for node in [node for node in soup.descendants if isinstance(node, PreformattedString)]:
        node.extract()
    return soup


def seen(nodes: Iterator[PageElement]) -> list[tuple[object, ...]]:
    """What code can see of elements, with white space folded."""
    return [
        (node.name, node.attrs, node.is_empty_element, node.interesting_string_types, len(list(node.parents)))
        if isinstance(node, Tag)
        else (type(node), " ".join(node.split()))
        for node in nodes
        if isinstance(node, Tag) or node.strip()
    ]


@pytest.mark.parametrize("markup", MARKUP)
def test_a_tree_is_as_beautifulsoup_makes_it(markup: str) -> None:
    walked, parsed = soup_of(page_of(markup).root), own(markup)
    assert seen(walked.descendants) == seen(parsed.descendants)
    assert walked.get_text().split() == parsed.get_text().split()


def test_the_trees_of_all_sites_are_walked() -> None:
    assert tree._can_walk()
    content = [page.content.decode(errors="replace") for page in pages(LAST_STAGE) if page.type.startswith("text/html")]
    assert len(content) > 100
    for markup in content:
        assert seen(soup_of(page_of(markup).root).descendants) == seen(own(markup).descendants)


def test_a_tree_is_linked_in_all_directions_and_can_be_changed() -> None:
    soup = soup_of(page_of(MARKUP[2]).root)
    forwards = list(soup.descendants)
    assert list(forwards[-1].previous_elements) == forwards[-2::-1]
    assert list(forwards[0].next_elements) == forwards[1:]
    for node in forwards:
        assert node.parent is not None
        assert [*reversed([*node.previous_siblings]), node, *node.next_siblings] == node.parent.contents
    (unwanted,) = soup.select("p.a > b")
    unwanted.decompose()
    soup.p.append(soup_of(page_of("<i>six</i>").root))  # type: ignore[union-attr]
    assert str(soup.p) == '<p class="a b" id="c">one<br/>two four<html><body><i>six</i></body></html></p>'
    assert [type(node) for node in soup.strings] == [NavigableString] * 5


@pytest.fixture
def other_version(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A version of BeautifulSoup that notes of each tag something else."""
    begin, caches = Tag.__init__, (tree._can_walk, tree._kinds)

    def noting(tag: Tag, *given: object, **named: object) -> None:
        begin(tag, *given, **named)  # type: ignore[arg-type]
        tag.noted = object()

    monkeypatch.setattr(Tag, "__init__", noting)
    for cache in caches:
        cache.cache_clear()
    yield
    monkeypatch.undo()
    for cache in caches:
        cache.cache_clear()


@pytest.mark.usefixtures("other_version")
def test_a_version_whose_tags_differ_makes_the_tree_itself() -> None:
    soup = soup_of(page_of(MARKUP[2]).root)
    assert soup.p is not None
    assert "noted" in vars(soup.p)
    assert soup.p.get_text() == "onetwothree four"
