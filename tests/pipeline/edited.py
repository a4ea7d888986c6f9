"""Draw edits of declarations at random: those that analysts make, and odd ones."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from opencc import OpenCC
from pydantic import ValidationError

from config import Config
from config.schema.initiative import Initiative

Initiatives = dict[str, Initiative]
FULL_WIDTH = {c: c + 0xFEE0 for c in range(0x21, 0x7F)}


class Editor:
    """Edits declarations; terms are cut from `texts`, so that many of them occur."""

    def __init__(self, draw: random.Random, texts: Sequence[str]) -> None:
        self.draw, self.texts = draw, texts
        self.kinds: Sequence[Callable[[Initiatives], None]] = (
            *(self._add_term,) * 4,
            *(self._drop_term,) * 4,
            self._add,
            self._drop,
            self._rename,
            self._move_term,
            self._turn_theme,
            self._new_parent,
            self._new_name,
            self._new_measure,
            self._new_successor,
            self._reorder,
        )

    def edit(self, config: Config) -> Config:
        """Return declarations with one to three edits, most of them of initiatives."""
        edited = dict(config.initiatives)
        for _ in range(self.draw.choice((1, 1, 1, 2, 3))):
            tried = dict(edited)
            try:
                self.draw.choice(self.kinds)(tried)
            except ValidationError:  # not what YAML could declare: nothing was edited
                continue
            edited = tried
        config = replace(config, initiatives=edited)
        return self._edit_others(config) if self.draw.random() < 0.1 else config

    def term(self) -> str:
        """Return a term that some text has, in one of its spellings, with a gap or alternatives."""
        text = self.draw.choice(self.texts)
        start = self.draw.randrange(max(1, len(text) - 12))
        cut = text[start : start + self.draw.randint(2, 9)].strip()
        if self.draw.random() < 0.3:
            rest = text[start + 12 : start + 30]
            cut = f"{cut}{self.draw.choice(('…', '……'))}{rest[self.draw.randrange(6) :][:4].strip()}"
        if self.draw.random() < 0.3:
            cut = f"{cut[:2]}[{cut[2:4]}|{self.term()[:3]}|]{cut[4:]}"
        spell = (str, str, str.upper, OpenCC("s2tw").convert, lambda term: term.translate(FULL_WIDTH))
        return self.draw.choice(spell)(cut)

    def _one(self, initiatives: Initiatives) -> Initiative:
        return self.draw.choice(list(initiatives.values()))

    def _change(self, initiatives: Initiatives, one: Initiative, **facts: object) -> None:
        initiatives[one.id] = Initiative.model_validate(one.model_dump() | facts)

    def _add_term(self, initiatives: Initiatives) -> None:
        one, field = self._one(initiatives), self.draw.choice(("zh", "en", "but_not"))
        self._change(initiatives, one, **{field: (*getattr(one, field), self.term())})

    def _drop_term(self, initiatives: Initiatives) -> None:
        one, field = self._one(initiatives), self.draw.choice(("zh", "en", "but_not"))
        terms = list(getattr(one, field))
        if terms:
            terms.remove(self.draw.choice(terms))
        self._change(initiatives, one, **{field: terms})

    def _move_term(self, initiatives: Initiatives) -> None:
        one, other = self._one(initiatives), self._one(initiatives)
        if one.id != other.id and one.zh:
            self._change(initiatives, one, zh=one.zh[1:], en=(*one.en, "made up"))
            self._change(initiatives, other, zh=(one.zh[0], *other.zh))

    def _add(self, initiatives: Initiatives) -> None:
        number = self.draw.randrange(10**6)
        facts = {"id": f"new-{number}", "names": {"zh": self.term(), "en": f"New {number}"}, "zh": (self.term(),)}
        parent = self.draw.choice((None, self._one(initiatives).id))
        initiatives[f"new-{number}"] = Initiative.model_validate(facts | {"parent": parent})

    def _drop(self, initiatives: Initiatives) -> None:
        self._take_out(initiatives, self._one(initiatives))

    def _rename(self, initiatives: Initiatives) -> None:
        one = self._one(initiatives)
        self._take_out(initiatives, one)
        self._change(initiatives, one.model_copy(update={"id": f"{one.id}-2"}))

    def _take_out(self, initiatives: Initiatives, one: Initiative) -> None:
        del initiatives[one.id]
        for other in [other for other in initiatives.values() if one.id in (other.parent, other.successor)]:
            self._change(initiatives, other, parent=None, successor=None)

    def _turn_theme(self, initiatives: Initiatives) -> None:
        one = self._one(initiatives)
        self._change(initiatives, one, theme=not one.theme)

    def _new_parent(self, initiatives: Initiatives) -> None:
        one, other = self._one(initiatives), self._one(initiatives)
        self._change(initiatives, one, parent=None if one.parent or other.parent else other.id)

    def _new_name(self, initiatives: Initiatives) -> None:
        self._change(initiatives, self._one(initiatives), names={"zh": self.term(), "en": self.term()})

    def _new_measure(self, initiatives: Initiatives) -> None:
        one = self._one(initiatives)
        self._change(initiatives, one, measured_by=(*one.measured_by[1:], self.term()))

    def _new_successor(self, initiatives: Initiatives) -> None:
        self._change(initiatives, self._one(initiatives), successor=self._one(initiatives).id)

    def _reorder(self, initiatives: Initiatives) -> None:
        shuffled = list(initiatives.items())
        self.draw.shuffle(shuffled)
        initiatives.clear()
        initiatives.update(shuffled)

    def _edit_others(self, config: Config) -> Config:
        words = list(config.near_misses.name_ends)
        words.remove(self.draw.choice(words))
        changed: Mapping[str, object] = {
            "near_misses": config.near_misses.model_copy(update={"name_ends": tuple(words)}),
            "bodies": {id_: one for id_, one in config.bodies.items() if id_ != "miit"},
            "sources": {
                id_: one.model_copy(update={"body": "ndrc", "tier": "primary"}) if self.draw.random() < 0.2 else one
                for id_, one in config.sources.items()
            },
        }
        name = self.draw.choice(sorted(changed))
        return replace(config, **{name: changed[name]})
