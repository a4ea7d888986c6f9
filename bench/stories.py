"""Measure how fast documents are fingerprinted and compared, against datasketch, which only signs the same words.

    python -m bench.stories [--rounds 5]

Takes the articles of the replica's sites that mention an initiative. datasketch computes by numpy what ours computes by
Python alone; ours is loaded in a tenth of the time.
"""

import argparse
import sys
from itertools import combinations

from datasketch import MinHash

from bench.in_turn import Line, measured, show
from config import load
from db.models import Document
from spiders.keys import source_of
from tracker.demo.content import sites
from tracker.stories.compare import same
from tracker.stories.fingerprinting import fingerprint_items
from tracker.stories.names import compile_names
from tracker.stories.words import PERMUTATIONS, bands, words
from tracker.tag.rules import compile_rules
from tracker.tag.tagger import tag

SIGNED, OURS, WHOLE, COMPARED = "datasketch, signed", "ours, signed", "ours, fingerprinted", "ours, two compared"


def measure(rounds: int) -> list[Line]:
    """Measure all ways in turn."""
    config = load()
    rules, names = compile_rules(config), compile_names(config)
    told = [(document, mentions) for document in _documents() if (mentions := tag(document, rules))]
    sketches = [sketch for document, _ in told if (sketch := words(document.text, document.language))]
    items = [item for document, mentions in told for item in fingerprint_items(document, mentions, names)]
    pairs = list(combinations(items[:80], 2))

    def by_datasketch() -> None:
        for sketch in sketches:
            MinHash(num_perm=PERMUTATIONS, hashfunc=int).update_batch(sketch)

    ways = {
        SIGNED: (by_datasketch, len(sketches)),
        OURS: (lambda: [bands(sketch) for sketch in sketches], len(sketches)),
        WHOLE: (lambda: [fingerprint_items(document, mentions, names) for document, mentions in told], len(told)),
        COMPARED: (lambda: [same(one, other) for one, other in pairs], len(pairs)),
    }
    return measured("stories", "document", ways, rounds)


def _documents() -> list[Document]:
    sources = load().sources
    found = []
    for _, articles in sites().values():
        for article in articles:
            source = source_of(article.url, sources)
            about = {"source": source.id if source else "", "language": source.language if source else "zh"}
            found.append(Document(key=article.url, url=article.url, title=article.title, text=article.text, **about))
    return found


def short() -> list[Line]:
    """Measure what `make bench` shows."""
    return measure(3)


def main() -> int:
    """Print the table."""
    options = argparse.ArgumentParser(prog="python -m bench.stories", description=(__doc__ or "").splitlines()[0])
    options.add_argument("--rounds", type=int, default=5)
    show(measure(options.parse_args().rounds))
    return 0


if __name__ == "__main__":
    sys.exit(main())
