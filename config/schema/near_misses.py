"""The contexts in which a name does not mean the initiative: other names, other countries, company news, side-bars."""

from config.schema.facts import Fact

Phrases = tuple[str, ...]


class NearMisses(Fact):
    """Words of both languages; an English one matches between word boundaries.

    `name_ends`: endings of longer names that contain the term (氢能产业研究院, AI Plus Forum Group). `side_bars`:
    beginnings of lines that are not part of the text. The other fields concern only themes, about which anyone may
    write: `foreign` and `home` show the country, `company` and `policy` whether it is only business. `market` marks
    sentences about prices and funds, in which only what an authority does counts; `talks` follows the title of a
    lecture, a book or a film.
    """

    name_ends: Phrases
    side_bars: Phrases
    foreign: Phrases
    home: Phrases
    company: Phrases
    policy: Phrases
    market: Phrases
    talks: Phrases
