"""What a word tells by itself, whatever article it stands in."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from pactbook.mentions.organisations.korean.head_words import heads_of
from pactbook.mentions.organisations.korean.own_words import own_stems
from pactbook.mentions.organisations.korean.place_words import place_stems
from pactbook.mentions.organisations.korean.stems import cuts


class Alone(Struct, frozen=True):
    """Lengths of the stems that a word may have (``cuts``), that end as places do (``places``), and that may be names.

    ``whole_names`` are these where what stands behind the word says that nothing is cut off it; ``heads`` are (length
    of the stem, head). All are asked of every word of an article, so that they are kept together.
    """

    cuts: tuple[int, ...]
    heads: tuple[tuple[int, str], ...]
    places: tuple[int, ...]
    names: tuple[int, ...]
    whole_names: tuple[int, ...]


@lru_cache(maxsize=50_000)
def alone(word: str, language: str) -> Alone:
    """What the word tells."""
    return Alone(
        cuts(word, language),
        heads_of(word, language),
        place_stems(word, language),
        own_stems(word, False, language),
        own_stems(word, True, language),
    )
