"""What may have been meant by a question that nothing answers."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from threading import Lock
from weakref import WeakKeyDictionary

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlalchemy import Connection, Engine

from pactbook.knowledge import gazetteer
from pactbook.knowledge.countries import countries
from pactbook.search.lexing import Token, tokens
from pactbook.search.naming import bodies_named
from pactbook.search.query import Query
from pactbook.search.wording import side_by_side
from pactbook.store.file import RecordFile
from pactbook.store.fulltext import Term, expression, is_there, read_vocabulary
from pactbook.store.journal import changes
from pactbook.text.fold import fold, fold_name

#: The tables of which one must hold a word that is not a slip.
_TABLES = ("found_articles", "found_agreements")
#: Letters that a word has for each of its slips: one slip up to seven letters, two up to eleven, at most three.
_LETTERS, _MOST = 4, 3
#: A record that has been written to less often than this since its words were read has about the same words.
_FRESH = 50
#: So many near words are weighed by how common they are.
_NEAR = 8


def suggest(record: RecordFile, query: Query) -> str | None:
    """The words of ``query`` with those spelt otherwise that stand nowhere in the record; None where nothing is near.

    What comes back is to be put in the place of ``query.words``. Words are taken from the articles and from the names
    of known bodies, with their marks; Hangul is compared by its letters. Raises QueryError.
    """
    query.check()
    with record.reading() as connection:
        found = _Speller(connection, query.words)
        return found.words if found.changed else None


class _Speller:
    """``words``: the question spelt anew; ``changed``: whether anything was."""

    def __init__(self, connection: Connection, words: str) -> None:
        self._connection = connection
        self.words, end = "", 0
        self.changed = False
        for token in tokens(words):
            self.words += words[end : token.start] + self._spelt(token, words[token.start : token.end])
            end = token.end
        self.words += words[end:]

    def _spelt(self, token: Token, written: str) -> str:
        """A token as it is written, or as it should be."""
        if token.kind == "word":
            near = self._near(token.text)
        elif token.kind == "phrase":
            spelt = [self._near(word) or word for word in token.text.split()]
            near = f'"{" ".join(spelt)}"' if spelt != token.text.split() else None
        else:
            near = None
        self.changed |= near is not None
        return near or written

    def _near(self, word: str) -> str | None:
        grams = side_by_side(word)
        letters = fold_name(word)
        if not grams or " " in letters or any(c.isdigit() for c in letters) or self._is_there(word):
            return None
        near = _words(self._connection).near(letters)
        # A word of a known name that the record does not tell is no slip.
        return near if near and fold_name(near) != letters else None

    def _is_there(self, word: str) -> bool:
        term = Term((side_by_side(word),))
        if any(is_there(self._connection, table, expression(term, table)) for table in _TABLES):
            return True
        return bool(bodies_named(self._connection, word))


@dataclass(frozen=True)
class _Words:
    """Words by the letters that they are compared by, each as it is shown, with the articles that have it."""

    shown: Mapping[str, tuple[str, int]]
    by_length: Mapping[int, Sequence[str]]
    changes: int

    def near(self, folded: str) -> str | None:
        """The nearest word; of equally near ones the commonest."""
        letters = _letters(folded)
        slips = min(len(letters) // _LETTERS, _MOST)
        if not slips:
            return None
        hangul = letters != folded
        among = [w for n in range(len(letters) - slips, len(letters) + slips + 1) for w in self.by_length.get(n, ())]
        found = process.extract(letters, among, scorer=OSA.distance, score_cutoff=slips, limit=_NEAR)
        if hangul and not found:
            return self._begun(letters, slips)
        best = min(found, key=lambda f: (f[1], self._unlike(f[0], letters), f[0]), default=None)
        return self.shown[best[0]][0] if best else None

    def _unlike(self, near: str, letters: str) -> tuple[bool, int, int]:
        """Of words with as many slips those before that begin alike, are as long, and are common."""
        return near[:1] != letters[:1], abs(len(near) - len(letters)), -self.shown[near][1]

    def _begun(self, letters: str, slips: int) -> str | None:
        """The nearest beginning of a longer word: Korean words carry particles."""
        size = len(letters)
        longer = [w for n, words in self.by_length.items() if size < n <= size + 9 for w in words]
        beginnings: dict[str, int] = defaultdict(int)
        for word in longer:
            beginnings[word[:size]] += self.shown[word][1]
        found = process.extract(letters, list(beginnings), scorer=OSA.distance, score_cutoff=slips, limit=_NEAR)
        whole = [f for f in found if _letters(_composed(f[0])) == f[0] and _is_syllables(_composed(f[0]))]
        best = min(whole, key=lambda f: (f[1], -beginnings[f[0]], f[0]), default=None)
        return _composed(best[0]) if best else None


_KEPT: WeakKeyDictionary[Engine, _Words] = WeakKeyDictionary()
_LOCK = Lock()


def _words(connection: Connection) -> _Words:
    """The words of the record, kept while it changes little."""
    now = changes(connection)
    with _LOCK:
        kept = _KEPT.get(connection.engine)
        if kept is None or not 0 <= now - kept.changes < _FRESH:
            kept = _KEPT[connection.engine] = _read(connection, now)
        return kept


def _read(connection: Connection, now: int) -> _Words:
    shown: dict[str, tuple[str, int]] = {}
    for word, times in read_vocabulary(connection).items():
        letters = _letters(fold(word))
        if letters not in shown or times > shown[letters][1]:
            shown[letters] = (word, times)
    for name in _names():
        letters = _letters(fold(name))
        if letters not in shown or name.isupper():
            # An acronym is shown in its capitals.
            shown[letters] = (name, shown.get(letters, (name, 1))[1])
    by_length: dict[int, list[str]] = defaultdict(list)
    for letters in shown:
        by_length[len(letters)].append(letters)
    return _Words(shown, by_length, now)


@cache
def _names() -> tuple[str, ...]:
    """The words that known bodies and states are called by."""
    called = [name for state in countries().values() for name in state.names]
    for body in gazetteer.bodies().values():
        called += [*body.en, *body.vi, *body.ko, *body.acronyms]
    return tuple(sorted({word for name in called for word in name.split() if fold_name(word) == fold(word)}))


def _letters(folded: str) -> str:
    """Hangul as its letters; anything else as it is."""
    return folded if folded.isascii() else unicodedata.normalize("NFD", folded)


def _composed(letters: str) -> str:
    return unicodedata.normalize("NFC", letters)


def _is_syllables(word: str) -> bool:
    return all("가" <= c <= "힣" for c in word)
