"""Whose names a word sounds like: those of Vietnamese bodies in Hangul, or those of Korean ones."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from pactbook.knowledge.gazetteer import bodies
from pactbook.mentions.organisations.korean.lexis import is_hangul, lexis
from pactbook.mentions.organisations.korean.parts import parts

#: A syllable that one side's names have and the other's do not weighs as if seen so often there.
_UNSEEN = 0.5


@lru_cache(maxsize=10_000)
def foreignness(name: str, language: str) -> float:
    """How much more a name sounds Vietnamese than Korean: mean log odds of its syllables; 0 says nothing.

    Of the gazetteer's own names, left out one by one, about half of the Vietnamese and few Korean ones are above 1.
    """
    text = "".join(p.text for p in parts(name, language) if p.sort == "own")
    if not is_hangul(text):
        return 0.0
    odds = _odds(language)
    return sum(odds.get(syllable, 0.0) for syllable in _syllables(text)) / len(text)


def _syllables(text: str) -> Iterator[str]:
    yield "^" + text[0]
    yield from text


@cache
def _odds(language: str) -> dict[str, float]:
    """Syllable (``^`` before one that begins a name) → log odds that it is a Vietnamese name's."""
    home = lexis(language).words.home or ""
    near = lexis(language).words.local or ""
    foreign, own = _counted(_names(near, language)), _counted(_names(home, language))
    seen = foreign.keys() | own.keys()
    many, few = foreign.total() + _UNSEEN * len(seen), own.total() + _UNSEEN * len(seen)
    return {s: math.log((foreign[s] + _UNSEEN) / many) - math.log((own[s] + _UNSEEN) / few) for s in seen}


def _counted(names: Iterable[str]) -> Counter[str]:
    return Counter(syllable for name in names for syllable in _syllables(name))


def _names(country: str, language: str) -> set[str]:
    """What is their own in the names of one country's bodies: 호아팟 of 호아팟그룹."""
    words = lexis(language)
    places, heads = frozenset(words.places), frozenset(words.heads)
    found: set[str] = set()
    for body in bodies().values():
        for name in body.ko if body.country == country else []:
            word = name.replace(" ", "")
            ends = places if body.kind == "subnational" else heads
            head = next((word[-n:] for n in range(len(word), 0, -1) if word[-n:] in ends), "")
            own = word[: len(word) - len(head)]
            if body.kind == "subnational" and is_hangul(own):
                found.add(own)
            else:
                found.update(p.text for p in parts(own, language) if p.sort == "own" and is_hangul(p.text))
    return {name for name in found if len(name) > 1}
