"""What a word tells by itself, whatever article it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from pactbook.mentions.organisations.korean.head_words import heads_of
from pactbook.mentions.organisations.korean.lexis import lexis
from pactbook.mentions.organisations.korean.own_words import own_stems
from pactbook.mentions.organisations.korean.place_words import place_stems
from pactbook.mentions.organisations.korean.stems import cuts

#: What a word may be: begun in Latin letters or a digit; a place by its end, or begun with a digit; one with a head;
#: one that may be a name of its own; the title of who leads a body; who governs a place.
MARKS = ("latin", "placed", "headed", "named", "led", "governing")
#: The hall of a place at home has so many syllables: 군청.
_HALL = 2
#: So many words are kept in mind.
_MOST_WORDS = 50_000


class Alone(Struct, frozen=True):
    """Lengths of the stems that a word may have (``cuts``), that end as places do (``places``), and that may be names.

    ``whole_names`` are these where what stands behind the word says that nothing is cut off it; ``heads`` are (length
    of the stem, head). ``governs`` is how long its longest stem is that names who governs a place (0 where none does).
    ``marks`` are the numbers of what it is, as in MARKS. All are asked of every word of an article, so that they are
    kept together.
    """

    cuts: tuple[int, ...]
    heads: tuple[tuple[int, str], ...]
    places: tuple[int, ...]
    names: tuple[int, ...]
    whole_names: tuple[int, ...]
    governs: int
    marks: tuple[int, ...]


class _Words(dict[str, Alone]):
    """Words of a language with what they tell; it is asked for every word of every article."""

    def __init__(self, language: str) -> None:
        self._language = language

    def __missing__(self, word: str) -> Alone:
        if len(self) >= _MOST_WORDS:
            self.clear()
        found = self[word] = _alone(word, self._language)
        return found


@cache
def alone(language: str) -> Mapping[str, Alone]:
    """Word → what it tells."""
    return _Words(language)


def _alone(word: str, language: str) -> Alone:
    known, lengths = lexis(language), cuts(word, language)
    heads, places = heads_of(word, language), place_stems(word, language)
    names, whole_names = own_stems(word, False, language), own_stems(word, True, language)
    leads = any(word[:n] in known.leaders for n in lengths)
    governs = next((n for n in lengths if n > _HALL and word[:n] in known.executives), 0)
    is_what = (word[0].isascii(), places or word[0].isdigit(), heads, names or whole_names, leads, governs)
    return Alone(lengths, heads, places, names, whole_names, governs, _marks(*map(bool, is_what)))


@cache
def _marks(*is_what: bool) -> tuple[int, ...]:
    """The numbers of what holds; words of which the same holds share them."""
    return tuple(n for n, holds in enumerate(is_what) if holds)
