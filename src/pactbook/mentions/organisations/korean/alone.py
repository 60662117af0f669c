"""What a word tells by itself, whatever article it stands in."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from pactbook.mentions.organisations.korean.head_words import heads_of
from pactbook.mentions.organisations.korean.lexis import lexis
from pactbook.mentions.organisations.korean.own_words import own_stems
from pactbook.mentions.organisations.korean.place_words import place_stems
from pactbook.mentions.organisations.korean.stems import cuts

#: The last character of ASCII.
LAST_LATIN = "\x7f"
#: The hall of a place at home has so many syllables: 군청.
_HALL = 2


class Alone(Struct, frozen=True):
    """Lengths of the stems that a word may have (``cuts``), that end as places do (``places``), and that may be names.

    ``whole_names`` are these where what stands behind the word says that nothing is cut off it; ``heads`` are (length
    of the stem, head). ``leads`` tells that the word is the title of who leads a body, ``governs`` how long its longest
    stem is that names who governs a place (0 where none does). ``tells`` is whether anything of this is told, or the
    word begins in Latin letters or a digit. All are asked of every word of an article, so that they
    are kept together.
    """

    cuts: tuple[int, ...]
    heads: tuple[tuple[int, str], ...]
    places: tuple[int, ...]
    names: tuple[int, ...]
    whole_names: tuple[int, ...]
    leads: bool
    governs: int
    tells: bool


@lru_cache(maxsize=50_000)
def alone(word: str, language: str) -> Alone:
    """What the word tells."""
    known, lengths = lexis(language), cuts(word, language)
    told = (
        heads_of(word, language),
        place_stems(word, language),
        own_stems(word, False, language),
        own_stems(word, True, language),
        any(word[:n] in known.leaders for n in lengths),
        next((n for n in lengths if n > _HALL and word[:n] in known.executives), 0),
    )
    return Alone(lengths, *told, any(told) or word[0] <= LAST_LATIN or word[0].isdigit())
