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


class Words:
    """The words of a text in order; pairs that the spellings make one ("Viet nam") are one word."""

    def __init__(self, text: str) -> None:
        self.all: list[Word] = []
        #: The numbers of the words that begin as names begin.
        self.capitals: list[int] = []
        #: The numbers of the words that more than a space or a hyphen parts from the word before.
        self.apart: list[int] = []
        #: The numbers of the words that only a hyphen parts from the word before.
        self.hyphened: list[int] = []
        self._text = text
        self._read(level(text))

    def _read(self, plain: str) -> None:
        words, text = self.all, self._text
        single, append = _PIECES.single.get, words.append
        start, gap = 0, ""
        for piece in plain.split(" "):
            if form := single(piece):
                # As most are.
                raw, key, capital, acronym, length, behind, step = form
                end = start + length
                joined = gap == " "
                if not joined:
                    gap = self._part(gap, start)
                if capital:
                    self.capitals.append(len(words))
                append(Word(start, end, raw or text[start:end], key, gap, capital, acronym, joined))
                gap = behind
                start += step
            else:
                gap = self._take(start, gap, piece)
                start += len(piece) + 1
        if _AN_APART in plain:
            self._name_an()

    def _part(self, gap: str, start: int) -> str:
        """Take in that the word at ``start`` stands apart; gives what parts it from the one before."""
        words = self.all
        self.apart.append(len(words))
        if _TWO_SPACES in gap and _PARAGRAPH in self._text[words[-1].end if words else 0 : start]:
            return _PARAGRAPH  # the same gap by its common name
        return gap

    def _take(self, place: int, gap: str, piece: str) -> str:
        """Take in the words of ``piece``, which stands at ``place`` behind ``gap``; gives the gap behind them."""
        words, text = self.all, self._text
        parts, rest = _PIECES.known.get(piece) or _PIECES.learn(piece)
        for at, ends, before, raw, key, capital, acronym, second in parts:
            start, end = place + at, place + ends
            gap += before
            joined = gap in _JOINTS
            if not joined:
                gap = self._part(gap, start)
            word = Word(start, end, raw or text[start:end], key, gap, capital, acronym, joined)
            if second and joined and words and self._ends_pair(word):
                gap = ""
                continue
            if gap == "-":
                self.hyphened.append(len(words))
            gap = ""
            if capital:
                self.capitals.append(len(words))
            words.append(word)
        return gap + rest

    def _ends_pair(self, word: Word) -> bool:
        """Take in a word that makes one with the last: "Viet [Nam]". False where it does not."""
        last = self.all[-1]
        whole = _spellings()[1].get((last.key, word.key))
        if whole is None:
            return False
        raw = self._text[last.start : word.end]
        pair = Word(last.start, word.end, raw, whole, last.gap, *_looks(raw), last.joined)
        if pair.capital and not last.capital:
            self.capitals.append(len(self.all) - 1)
        self.all[-1] = pair
        return True

    def _name_an(self) -> None:
        """Give the word "An" its key where it is the first of a name."""
        words = self.all
        for place, behind in pairwise(self.capitals):
            if words[place].text != _AN or behind != place + 1 or words[behind].gap != " ":
                continue
            if _is_no_noun(words[behind]) and _begins(words, place):
                words[place] = replace(words[place], key=_NAMED_AN)


def words_of(text: str) -> list[Word]:
    """The words of ``text`` in order; pairs that the spellings make one ("Viet nam") are one word."""
    return Words(text).all


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
