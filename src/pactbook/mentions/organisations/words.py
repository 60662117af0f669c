"""An article as words: where each stands, how it is spelled in one spelling, and what parts it from the last."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from pactbook.knowledge.organisations import body_words
from pactbook.text.fold import fold
from pactbook.text.level import level

# The small words that names are built with, by their keys. The spellings of a language bring its own words to them.
AND, THE, OF, FOR, IN, OR, TO, OWN = "and", "the", "of", "for", "in", "or", "to", "'s"

#: "'s" is a word of its own; "C&T" is one word. What most words are stands first, and nothing is tried twice.
_WORD = re.compile(r"[^\W_]++(?:&[^\W_]+)*+|'(?<=\w')[sS]\b|&")
_PARTS = re.compile(f"({_WORD.pattern})")
_PARAGRAPH = "\n\n"
#: What levelling makes of that.
_TWO_SPACES = "  "
_OWNERS = frozenset({OWN, "'S"})
#: The word "An" where it is a part of a name, and its key, which is not the article's.
_AN, _AN_APART, _NAMED_AN = "An", "An ", "an-"
#: What levelling makes of "oà", "oè" and "uỳ", so that the text may have other letters where this stands.
_LEVELLED = re.compile("[òóỏõọ][ae]|[ùúủũụ]y", re.IGNORECASE)
#: So many pieces are kept in mind.
_MOST_PIECES = 20_000
#: What parts words that belong together.
_JOINTS = frozenset({" ", "-"})
_SOFT_GAPS = frozenset({"", " ", "-", " - ", "'", "' ", ", ", ",", "·", " · ", ". ", ".", "., ", ".,"})


class Word(Struct, frozen=True, gc=False):
    """A word at ``start:end``. ``key`` is its folded common spelling; ``gap`` is what stands before it.

    ``capital``: it begins as names begin, with a capital, or with a digit where capitals follow. ``acronym``: it is
    written like one (KOICA, MoIT, NS2PC). ``joined``: only a space or a hyphen parts it from the word before.

    An article has hundreds, which are asked for their fields tens of thousands of times: a struct answers in a seventh
    of the time of a named tuple.
    """

    start: int
    end: int
    text: str
    key: str
    gap: str
    capital: bool
    acronym: bool
    joined: bool


@cache
def _spellings() -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """Spellings of single words, and of pairs of words that are one ("viet nam")."""
    ones: dict[str, str] = {}
    pairs: dict[tuple[str, str], str] = {}
    for spelling, common in body_words("en").spellings.items():
        parts = spelling.split()
        if len(parts) == 2:
            pairs[parts[0], parts[1]] = common
        else:
            ones[spelling] = common
    return ones, pairs


@cache
def _seconds() -> frozenset[str]:
    """The second words of such pairs: most words are none."""
    return frozenset(second for _, second in _spellings()[1])


@lru_cache(maxsize=20_000)
def spell(word: str) -> str:
    """One word, folded, in its common spelling."""
    low = word.lower() if word.isascii() else fold(word)
    return _spellings()[0].get(low, low)


#: A word: where it begins and ends in its piece, what stands before it there, how it is spelled ("" where the text may
#: have another spelling), its key, ``capital`` and ``acronym`` by itself (see Word), and whether it may end a pair.
_Part = tuple[int, int, str, str, str, bool, bool, bool]


class _Pieces:
    """What stands between two spaces, taken apart; it is asked for every piece of every article."""

    def __init__(self) -> None:
        #: Piece that begins with its only word → what ``_Part`` tells of the word from its spelling to ``acronym``, its
        #: length, what stands behind it with the space, and the length of all.
        self.single: dict[str, tuple[str, str, bool, bool, int, str, int]] = {}
        #: Any piece → its words, and what stands behind the last one with the space.
        self.known: dict[str, tuple[tuple[_Part, ...], str]] = {}

    def learn(self, piece: str) -> tuple[tuple[_Part, ...], str]:
        """Take a new piece apart."""
        if len(self.known) >= _MOST_PIECES:
            self.single.clear()
            self.known.clear()
        found = self.known[piece] = _parts(piece)
        if len(found[0]) == 1:
            place, end, _, raw, key, capital, acronym, pairs = found[0][0]
            if not place and not pairs:
                self.single[piece] = raw, key, capital, acronym, end, found[1], len(piece) + 1
        return found


def _parts(piece: str) -> tuple[tuple[_Part, ...], str]:
    # What stands between the words and the words themselves, in turns.
    parts = _PARTS.split(piece)
    found: list[_Part] = []
    place = 0
    for gap, raw in zip(parts[::2], parts[1::2], strict=False):
        place += len(gap)
        end = place + len(raw)
        key = OWN if raw in _OWNERS else spell(raw)
        written = "" if raw[0] == "'" or _LEVELLED.search(raw) else raw
        found.append((place, end, gap, written, key, *_looks(raw), key in _seconds()))
        place = end
    return tuple(found), parts[-1] + " "


_PIECES = _Pieces()


def _looks(text: str) -> tuple[bool, bool]:
    """Whether a word begins as names begin, and whether it is written like an acronym."""
    capitals = 0 if text.islower() else sum(map(str.isupper, text))
    capital = capitals > 0 and (text[0].isupper() or text[0].isdigit())
    return capital, capitals > 1 and text[0].isalpha()


def words_of(text: str) -> list[Word]:
    """The words of ``text`` in order; pairs that the spellings make one ("Viet nam") are one word."""
    words: list[Word] = []
    single, append = _PIECES.single.get, words.append
    plain, start, gap = level(text), 0, ""
    for piece in plain.split(" "):
        if form := single(piece):
            # As most are.
            raw, key, capital, acronym, length, behind, step = form
            end = start + length
            joined = gap == " "
            if not joined and _TWO_SPACES in gap and _ends_paragraph(words, text, start):
                gap = _PARAGRAPH
            append(Word(start, end, raw or text[start:end], key, gap, capital, acronym, joined))
            gap = behind
            start += step
        else:
            gap = _take(words, text, start, gap, piece)
            start += len(piece) + 1
    if _AN_APART in plain:
        _name_an(words)
    return words


def _ends_paragraph(words: list[Word], text: str, start: int) -> bool:
    """Whether a paragraph ends between the last of ``words`` and ``start``: the same gap by its common name."""
    return _PARAGRAPH in text[words[-1].end if words else 0 : start]


def _take(words: list[Word], text: str, place: int, gap: str, piece: str) -> str:
    """Put the words of ``piece``, which stands at ``place`` behind ``gap``, to ``words``; gives the gap behind them."""
    parts, rest = _PIECES.known.get(piece) or _PIECES.learn(piece)
    for at, ends, before, raw, key, capital, acronym, second in parts:
        start, end = place + at, place + ends
        gap += before
        joined = gap in _JOINTS
        if not joined and _TWO_SPACES in gap and _ends_paragraph(words, text, start):
            gap = _PARAGRAPH
        word = Word(start, end, raw or text[start:end], key, gap, capital, acronym, joined)
        words.append(_whole(words, word, text) if second and joined else word)
        gap = ""
    return gap + rest


def _whole(words: list[Word], word: Word, text: str) -> Word:
    """The word, or the one that it makes with the last of ``words``, which is taken off: "Viet [Nam]"."""
    whole = _spellings()[1].get((words[-1].key, word.key)) if words else None
    if whole is None:
        return word
    last = words.pop()
    raw = text[last.start : word.end]
    return Word(last.start, word.end, raw, whole, last.gap, *_looks(raw), last.joined)


def _name_an(words: list[Word]) -> None:
    """Give the word "An" its key where it is the first of a name."""
    for place, (word, after) in enumerate(pairwise(words)):
        if word.text == _AN and after.gap == " " and _is_no_noun(after) and _begins(words, place):
            words[place] = replace(word, key=_NAMED_AN)


def _begins(words: list[Word], place: int) -> bool:
    """Whether no name goes on with the word: "Long An Province" is Long An."""
    return place < 1 or not (words[place].joined and words[place - 1].capital)


def _is_no_noun(word: Word) -> bool:
    """Whether the article "an" cannot stand before the word: "An Phat" and "An Giang" are names."""
    silent = word.key.startswith(("hour", "honest", "honour", "honor", "heir"))
    return word.capital and not word.acronym and not silent and word.key[:1] not in {*"aeiou"}


def keys_of(name: str) -> tuple[str, ...]:
    """A name as the keys of its words, without articles.

    >>> keys_of("The Ministry of Labor & Trade")
    ('ministry', 'of', 'labour', 'and', 'trade')
    """
    plain, pairs = level(name), _spellings()[1]
    if plain.replace(" ", "").isalpha():
        # As most of the gazetteer's thousands of names: nothing but words.
        spelled = [spell(word) for word in plain.split()]
        if _seconds().isdisjoint(spelled):
            return tuple(key for key in spelled if key != THE)
    pieces = _PARTS.split(plain)
    keys: list[str] = []
    for gap, raw in zip(pieces[::2], pieces[1::2], strict=False):
        key = OWN if raw in _OWNERS else spell(raw)
        if gap in _JOINTS and keys and (whole := pairs.get((keys[-1], key))):
            keys[-1] = whole
        else:
            keys.append(key)
    return tuple(key for key in keys if key != THE)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(spell(w) for w in body_words("en").abbreviations)


def breaks(before: Word, after: Word) -> bool:
    """Whether no name can go on from one word to the next: a full stop, a bracket, a new paragraph between them."""
    gap = after.gap
    if gap not in _SOFT_GAPS:
        return gap == _PARAGRAPH or gap.strip() not in {"", "-", ","}
    return "." in gap and before.key not in _abbreviations() and len(before.text) > 1
