"""The surroundings in which a name is not the initiative's: other names, other countries, company news, side-bars."""

from config.schema.facts import Fact

Phrases = tuple[str, ...]


class NearMisses(Fact):
    """Words of both languages; an English one stands between word bounds.

    `name_ends`: what a longer name ends in whose part the term then is (氢能产业研究院, AI Plus Forum Group).
    `side_bars`: how a line begins that is not the text's own. The rest concerns themes alone, which
    anybody may speak of: `foreign` and `home` tell whose, `company` and `policy` whether it is only business.
    `market` tells of prices and funds in whose sentence nothing is meant that no office does; `talks` stands behind
    the title of a lecture, a book or a film.
    """

    name_ends: Phrases
    side_bars: Phrases
    foreign: Phrases
    home: Phrases
    company: Phrases
    policy: Phrases
    market: Phrases
    talks: Phrases
